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
		for i := range b.Groups {
			if g := &b.Groups[i]; !g.Suppressed || !slices.Contains(last.Together, g.Code) {
				t.group(&b, g, r.Survey.MinGroup)
			}
		}
	}
}

// group prints one group.
func (t *table) group(b *results.Breakdown, g *results.Group, k int) {
	label := t.labels(b.By, []survey.Code{g.Code}, "")
	if g.Together != nil {
		label = "together: " + t.labels(b.By, g.Together, ", ")
	}
	f, behind := &g.Figures, ""
	switch h, ok := f.Headline(); {
	case g.Suppressed:
		behind = fmt.Sprintf("  not shown, fewer than %d alone or in the rest", k)
	case ok:
		behind = fmt.Sprintf("%7d of %d (%s)", h.Count, h.N, t.percent(h.Percent))
	default:
		behind = fmt.Sprintf("  n = %d: %s", f.N, strings.Trim(fmt.Sprint(f.Counts), "[]"))
	}
	if !g.Suppressed && g.Together == nil && g.Withheld > 0 {
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
