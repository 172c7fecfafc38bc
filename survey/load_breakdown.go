package survey

import (
	"fmt"
	"slices"

	"go.yaml.in/yaml/v4"
)

// breakdowns reads which questions may be shown by the groups of another. It comes
// behind the questions, so that it may name any of them.
func (l *loader) breakdowns(n *yaml.Node) {
	for _, item := range l.items(n, 1, maxBreakdowns) {
		f := l.fields(item, "a breakdown", "by", "questions")
		byNode, list := f.want("by"), f.want("questions")
		by := l.named(byNode)
		if by != nil {
			if why := by.refuseGroups(); why != "" {
				l.report(byNode, "breakdown", fmt.Sprintf("the question %s %s", by.ID, why), "name a question that divides the participants into a few groups")
			}
		}
		for _, n := range l.items(list, 1, maxBreakdowns) {
			if q := l.named(n); q != nil && by != nil {
				l.breakdown(n, q, by)
			}
		}
	}
	if n != nil && len(l.out.Breakdowns) > maxBreakdowns {
		l.report(n, "too-many", fmt.Sprintf("the survey has %d breakdowns, and %d are the most", len(l.out.Breakdowns), maxBreakdowns), "leave some out")
	}
}

// breakdown notes one pair.
func (l *loader) breakdown(n *yaml.Node, q, by *Question) {
	pair, why := Breakdown{Question: q.ID, By: by.ID}, q.refuseBreakdown()
	switch {
	case q == by:
		l.report(n, "breakdown", fmt.Sprintf("the question %s cannot be broken down by itself", q.ID), "name another question")
	case why != "":
		l.report(n, "breakdown", fmt.Sprintf("the question %s %s", q.ID, why), "leave it out")
	case slices.Contains(l.out.Breakdowns, pair):
		l.report(n, "breakdown", fmt.Sprintf("%s by %s is declared twice", q.ID, by.ID), "keep one of them")
	default:
		l.out.Breakdowns = append(l.out.Breakdowns, pair)
	}
}

// named finds the question that a breakdown names.
func (l *loader) named(n *yaml.Node) *Question {
	id, ok := l.scalar(n)
	if !ok {
		return nil
	}
	known := make([]string, len(l.out.Questions))
	for i := range l.out.Questions {
		if known[i] = l.out.Questions[i].ID; known[i] == id && id != "" {
			return &l.out.Questions[i]
		}
	}
	l.report(n, "breakdown", fmt.Sprintf("there is no question with the id %q", CleanLine(id, maxShown)), l.instead(id, known, "name one of the questions above"))
	return nil
}
