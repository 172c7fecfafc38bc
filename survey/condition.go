package survey

import "slices"

// Condition says when a question is asked. It is either a test of one earlier
// answer, or conditions put together by All, Any or Not; exactly one form.
type Condition struct {
	// Question is the id of the earlier question that Is, In, AtLeast or Answered look at.
	Question string `json:"question,omitzero"`
	// Is holds the value that must be chosen, In those of which one must be.
	// Of a multi question, it is enough that they are among the chosen ones; of
	// before_after, how it is now counts.
	Is string   `json:"is,omitzero"`
	In []string `json:"in,omitzero"`
	// AtLeast is the smallest point of a scale, or number, that fits.
	AtLeast *int `json:"at_least,omitzero"`
	// Answered says whether there must be an answer or must not.
	Answered *bool `json:"answered,omitzero"`
	// All holds when all of its conditions do, Any when one does, Not when its own does not.
	All []Condition `json:"all,omitzero"`
	Any []Condition `json:"any,omitzero"`
	Not *Condition  `json:"not,omitzero"`
}

// Asked returns for each question whether its condition holds. An answer to a
// question that is itself not asked counts as missing.
func (s *Survey) Asked(answers []Answer) []bool {
	asked := make([]bool, len(s.Questions))
	for i := range s.Questions {
		asked[i] = s.Questions[i].When == nil || s.Questions[i].When.holds(s, answers, asked[:i])
	}
	return asked
}

// Settle returns the answers as they are submitted: those to questions that are
// not asked are dropped and have the code [NotAsked].
func (s *Survey) Settle(answers []Answer) []Answer {
	settled := slices.Clone(answers)
	for i, asked := range s.Asked(answers) {
		switch {
		case !asked:
			settled[i] = Answer{Code: NotAsked}
		case settled[i].Code == NotAsked:
			settled[i] = Answer{}
		}
	}
	return settled
}

// holds reports whether the condition is met. asked covers the questions before
// the one that has the condition; it can look at no others.
func (c *Condition) holds(s *Survey, answers []Answer, asked []bool) bool {
	test := func(c Condition) bool { return c.holds(s, answers, asked) }
	switch {
	case c.All != nil:
		return !slices.ContainsFunc(c.All, func(c Condition) bool { return !test(c) })
	case c.Any != nil:
		return slices.ContainsFunc(c.Any, test)
	case c.Not != nil:
		return !test(*c.Not)
	}
	at, ok := s.Question(c.Question)
	if !ok || at >= len(asked) {
		return false
	}
	a := answers[at]
	if !asked[at] {
		a = Answer{}
	}
	return c.fits(&s.Questions[at], a)
}

// LooksAt reports whether the condition tests the answer to the question with an id;
// none tests nothing.
func (c *Condition) LooksAt(id string) bool {
	if c == nil {
		return false
	}
	looks := func(c Condition) bool { return c.LooksAt(id) }
	return c.Question == id || c.Not.LooksAt(id) || slices.ContainsFunc(c.All, looks) || slices.ContainsFunc(c.Any, looks)
}

// fits reports whether one answer meets the test.
func (c *Condition) fits(q *Question, a Answer) bool {
	switch {
	case c.Answered != nil:
		return a.Given() == *c.Answered
	case c.AtLeast != nil:
		value, ok := q.Value(a)
		return ok && value >= *c.AtLeast
	case c.Is != "":
		return q.chose(a, c.Is)
	}
	return slices.ContainsFunc(c.In, func(value string) bool { return q.chose(a, value) })
}

// chose reports whether an answer chose the point with a value.
func (q *Question) chose(a Answer, value string) bool {
	code, ok := q.CodeOf(value)
	return ok && (a.Code == code && q.Kind != KindMulti || code == NotApplicable && a.Code == code || a.Set.Has(code))
}

// Value returns an answer to an ordered question as a number: the point of a
// scale from 1, an nps answer from 0, a number as it is. It reports false when
// there is no such answer.
func (q *Question) Value(a Answer) (int, bool) {
	switch {
	case !q.Ordered(), a.Code == Missing, a.Code == NotAsked, a.Code == NotApplicable:
		return 0, false
	case q.Kind == KindNumber:
		return a.Number, true
	}
	return q.ValueAt(int(a.Code) - 1), true
}

// ValueAt returns the number that the ith of an ordered question's possible
// answers stands for, from 0: see [Question.Value].
func (q *Question) ValueAt(i int) int {
	switch q.Kind {
	case KindNumber:
		return q.Min + i
	case KindNPS:
		return i
	}
	return i + 1
}
