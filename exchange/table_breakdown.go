package exchange

import (
	"fmt"
	"slices"
	"strings"

	"anketa/results"
	"anketa/survey"
)

// breakdowns prints the declared questions by groups.
func (t *table) breakdowns(r *results.Release) {
	for _, b := range r.Breakdowns() {
		t.line("\n%s", wrap(b.Question.Text.In(t.lang), textWidth))
		t.text("by: " + b.By.Text.In(t.lang))
		if b.Hidden && len(b.Groups) == 0 && !r.Open() && r.Tally.N() > 0 {
			t.text("not shown: together with what was shown before, it would tell what a few people answered")
			continue
		}
		if b.Hidden {
			t.text(fmt.Sprintf("shown only of closed sessions with at least two groups of at least %d people", r.Survey.MinGroup))
			continue
		}
		if len(b.Question.Headline) > 0 {
			t.text("> " + t.labels(b.Question, b.Question.Headline, " / "))
		}
		last := b.Groups[len(b.Groups)-1]
		var hidden []survey.Code
		for i := range b.Groups {
			switch g := &b.Groups[i]; {
			case !g.Suppressed:
				t.group(&b, g)
			case !slices.Contains(last.Together, g.Code):
				hidden = append(hidden, g.Code)
			}
		}
		if hidden != nil {
			t.text("not shown separately, so that nobody can be recognised: " + t.labels(b.By, hidden, ", "))
		}
	}
}

// group prints one group that is shown.
func (t *table) group(b *results.Breakdown, g *results.Group) {
	label := t.labels(b.By, []survey.Code{g.Code}, "")
	if g.Together != nil {
		label = "together: " + t.labels(b.By, g.Together, ", ")
	}
	f, behind := &g.Figures, ""
	if h, ok := f.Headline(); ok {
		behind = fmt.Sprintf("%7d of %d (%s)", h.Count, h.N, t.percent(h.Percent))
	} else {
		behind = fmt.Sprintf("  n = %d: %s", f.N, strings.Trim(fmt.Sprint(f.Counts), "[]"))
	}
	if g.Together == nil && g.Withheld > 0 {
		behind += fmt.Sprintf(", held back %d", g.Withheld)
	}
	t.row(label, behind)
}

// labels joins what answers are called.
func (t *table) labels(q *survey.Question, codes []survey.Code, between string) string {
	labels := make([]string, len(codes))
	for i, code := range codes {
		if labels[i] = q.Label(code, t.lang); code == survey.Missing {
			labels[i] = "no answer"
		}
	}
	return strings.Join(labels, between)
}
