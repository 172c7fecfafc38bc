package xlsform

import (
	"fmt"
	"strings"

	"anketa/exchange"
	"anketa/survey"
)

// relevant returns a condition as XLSForm says it.
func (f *form) relevant(c *survey.Condition) string {
	switch {
	case c.All != nil:
		return f.joined(c.All, " and ")
	case c.Any != nil:
		return f.joined(c.Any, " or ")
	case c.Not != nil:
		return "not(" + f.relevant(c.Not) + ")"
	}
	at, ok := f.s.Question(c.Question)
	if !ok {
		return ""
	}
	return f.test(&f.s.Questions[at], c)
}

// joined puts conditions together, those that are put together themselves in brackets.
func (f *form) joined(all []survey.Condition, word string) string {
	parts := make([]string, len(all))
	for i := range all {
		if parts[i] = f.relevant(&all[i]); all[i].All != nil || all[i].Any != nil || len(all[i].In) > 1 {
			parts[i] = "(" + parts[i] + ")"
		}
	}
	return strings.Join(parts, word)
}

// test returns what looks at one answer.
func (f *form) test(q *survey.Question, c *survey.Condition) string {
	switch {
	case c.Answered != nil && *c.Answered:
		return variable(q) + " != ''"
	case c.Answered != nil:
		return variable(q) + " = ''"
	case c.AtLeast != nil:
		return fmt.Sprintf("%s >= %d", variable(q), *c.AtLeast)
	case c.Is != "":
		return f.is(q, c.Is)
	}
	parts := make([]string, len(c.In))
	for i, value := range c.In {
		parts[i] = f.is(q, value)
	}
	return strings.Join(parts, " or ")
}

// is returns what holds when a value was chosen.
func (f *form) is(q *survey.Question, value string) string {
	if q.Kind == survey.KindMulti {
		return fmt.Sprintf("selected(%s, '%s')", variable(q), value)
	}
	return fmt.Sprintf("%s = '%s'", variable(q), value)
}

// variable is how the answer to a question is named: of one that is asked twice, how
// it is now.
func variable(q *survey.Question) string {
	if q.Kind == survey.KindBeforeAfter {
		return "${" + exchange.FormName(q.ID+suffixAfter) + "}"
	}
	return "${" + exchange.FormName(q.ID) + "}"
}

// refs returns the questions of the survey by the names of their rows.
func (f *form) refs() refs {
	all := refs{}
	for i := range f.s.Questions {
		q := &f.s.Questions[i]
		all[strings.Trim(variable(q), "${}")] = &ref{question: q}
	}
	return all
}
