package exchange

import (
	"fmt"
	"strings"

	"anketa/results"
	"anketa/survey"
)

// written prints the approved texts to a question, below how often each theme was met.
func (t *table) written(r *results.Release, q *survey.Question) {
	passages, _ := r.Passages(q.ID, results.Reader)
	if themes := results.Themes(passages); len(themes) > 0 {
		counts := make([]string, len(themes))
		for i := range themes {
			counts[i] = fmt.Sprintf("%s %d", themes[i].Name, themes[i].Count)
		}
		t.text("themes: " + strings.Join(counts, ", "))
	}
	for i := range passages {
		p := &passages[i]
		aside := ""
		if len(p.Themes) > 0 {
			aside = " (" + strings.Join(p.Themes, ", ") + ")"
		}
		if p.Quote {
			aside += " [may be quoted]"
		}
		t.item(p.Text + aside)
	}
}

// statements prints the conclusions and the recommendations.
func (t *table) statements(r *results.Release) {
	all, _ := r.Statements()
	headings := map[survey.StatementKind]string{survey.Conclusion: "Conclusions", survey.Recommendation: "Recommendations"}
	var last survey.StatementKind
	for i := range all {
		s := &all[i]
		if s.Kind != last {
			last = s.Kind
			t.line("\n== %s", headings[s.Kind])
		}
		rests := ""
		if on := append(append([]string{}, s.Questions...), s.Themes...); len(on) > 0 {
			rests = " (" + strings.Join(on, ", ") + ")"
		}
		t.item(s.In(t.lang) + rests)
	}
}

// item prints a text of one or several lines behind a dash.
func (t *table) item(text string) {
	t.line("  - %s", strings.ReplaceAll(wrap(text, textWidth-4), "\n", "\n    "))
}
