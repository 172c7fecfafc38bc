package tui

import (
	"slices"

	"anketa/survey"
)

// explainer is a tab whose help says what its numbers and bars mean.
type explainer interface{ legend() []string }

var (
	_ explainer = (*questions)(nil)
	_ explainer = (*people)(nil)
	_ explainer = (*groupings)(nil)
	_ explainer = (*compare)(nil)
)

// legend implements explainer.
func (q *questions) legend() []string {
	c, t := q.c, &q.c.text.Legend
	said := []string{t.Base}
	if c.asks(survey.KindLikert, survey.KindBeforeAfter, survey.KindNPS) {
		said = append(said, t.Bar, t.Median)
	}
	if c.asks(survey.KindNPS) {
		said = append(said, t.Score)
	}
	if q.inside {
		said = append(said, t.Interval)
		if c.asks(survey.KindBeforeAfter) {
			said = append(said, t.Change)
		}
	}
	return said
}

// legend implements explainer.
func (p *people) legend() []string {
	t := &p.c.text.Legend
	if p.c.asks(survey.KindNumber) {
		return []string{t.Base, t.Median}
	}
	return []string{t.Base}
}

// legend implements explainer.
func (g *groupings) legend() []string {
	c, t := g.c, &g.c.text.Legend
	said := []string{t.Base, t.Bar}
	if c.release != nil {
		said = append(said, c.text.Format(t.Small, c.release.Survey.MinGroup))
	}
	return said
}

// legend implements explainer.
func (p *compare) legend() []string {
	t := &p.c.text.Legend
	if p.c.asks(survey.KindBeforeAfter) {
		return []string{t.Bar, t.Chance, t.Change}
	}
	return []string{t.Bar, t.Chance}
}

// asks reports whether the survey that is looked at has a question of a kind.
func (c *console) asks(kinds ...survey.Kind) bool {
	return c.release != nil && slices.ContainsFunc(c.release.Survey.Questions, func(q survey.Question) bool { return slices.Contains(kinds, q.Kind) })
}
