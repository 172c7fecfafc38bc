package survey

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
)

// checkSections reports sections that are not groups of neighbours, or whose
// matrix has rows that cannot stand under one scale.
func (s *Survey) checkSections() error {
	for i := range s.Sections {
		if !isName(s.Sections[i].ID) {
			return fmt.Errorf("section %d has no proper id", i+1)
		}
	}
	last := 0
	for i := range s.Questions {
		q := &s.Questions[i]
		switch {
		case q.Section < 0 || q.Section > len(s.Sections):
			return fmt.Errorf("question %d is in a section that is not there", i+1)
		case q.Section == 0:
			continue
		case q.Section < last || q.Section == last && s.Questions[i-1].Section != last:
			return fmt.Errorf("question %d is apart from its section", i+1)
		}
		if s.Sections[q.Section-1].Matrix && !q.fitsMatrix(s, i) {
			return fmt.Errorf("question %d cannot be a row of a matrix", i+1)
		}
		last = q.Section
	}
	return nil
}

// fitsMatrix reports whether a question can stand under the scale of the one before it.
func (q *Question) fitsMatrix(s *Survey, i int) bool {
	if q.Kind != KindLikert || i == 0 || s.Questions[i-1].Section != q.Section {
		return q.Kind == KindLikert
	}
	before := &s.Questions[i-1]
	return q.ScaleName == before.ScaleName && len(q.Points) == len(before.Points) && q.HasNotApplicable() == before.HasNotApplicable()
}

// check reports what no question of a survey file may have.
func (q *Question) check() error {
	if !isName(q.ID) || q.ScaleName != "" && !isName(q.ScaleName) {
		return errors.New("it has no proper id or scale")
	}
	least, most := MinPoints, maxOptions
	switch q.Kind {
	case KindChoice, KindYesNo, KindMulti:
	case KindLikert, KindBeforeAfter:
		most = MaxPoints
	case KindNPS:
		least, most = 11, 11
	case KindText, KindNumber, KindNote:
		least, most = 0, 0
	default:
		return errors.New("it is of an unknown kind")
	}
	if len(q.Points) < least || len(q.Points) > most {
		return fmt.Errorf("it has %d points", len(q.Points))
	}
	return errors.Join(q.checkBounds(), q.checkPoints(), q.checkHeadline())
}

// checkBounds reports bounds that no answer fits, or that a row cannot hold.
func (q *Question) checkBounds() error {
	switch q.Kind {
	case KindText:
		if q.MaxLength < 1 || q.MaxLength > MaxTextLength {
			return errors.New("it has no length")
		}
	case KindNumber:
		if q.Min < -MaxNumber || q.Max > MaxNumber || q.Max <= q.Min || q.Max-q.Min >= MaxNumbers {
			return errors.New("its numbers are out of bounds")
		}
	case KindMulti:
		if q.Min < 1 || q.Max < q.Min || q.Max > len(q.Points) {
			return errors.New("the number of its options is out of bounds")
		}
	}
	return nil
}

// checkPoints reports values that are no names, or named twice, and labels that
// belong to no point.
func (q *Question) checkPoints() error {
	seen := map[string]bool{NotApplicableValue: true}
	for i, p := range q.Points {
		if !isName(p.Value) || seen[p.Value] {
			return errors.New("a point has no value of its own")
		}
		if q.OfScale() && p.Value != strconv.Itoa(i+1) || q.Kind == KindNPS && p.Value != strconv.Itoa(i) {
			return errors.New("its points are not numbered")
		}
		seen[p.Value] = true
	}
	if q.HasOther() && (q.Kind != KindChoice && q.Kind != KindMulti || q.Points[len(q.Points)-1].Value != OtherValue) {
		return errors.New("its last point is not the other one")
	}
	if q.HasNotApplicable() && !q.Closed() || q.Required && !q.Asks() {
		return errors.New("it takes no such answer")
	}
	return nil
}

// checkHeadline reports a box that is not a proper part of the points.
func (q *Question) checkHeadline() error {
	if len(q.Headline) > 0 && (len(q.Headline) >= len(q.Points) || !slices.Contains(keysOf(q.Kind), "headline")) {
		return errors.New("its headline holds every point, or points that are not counted alone")
	}
	last := Missing
	for _, code := range q.Headline {
		if code <= last || int(code) > len(q.Points) {
			return errors.New("its headline names no point, or one twice")
		}
		last = code
	}
	return nil
}

// maxConditions bounds how many tests one condition may put together.
const maxConditions = 100

// check reports a condition of the question at a position that looks at later
// answers, or has no form or several.
func (c *Condition) check(s *Survey, at int) error {
	if c == nil {
		return nil
	}
	if tests, ok := c.sound(s, at); !ok || tests > maxConditions {
		return errors.New("its condition cannot be tested")
	}
	return nil
}

// sound counts the tests of a condition, and reports whether each can be made.
func (c *Condition) sound(s *Survey, at int) (tests int, ok bool) {
	parts := append(append([]Condition{}, c.All...), c.Any...)
	if c.Not != nil {
		parts = append(parts, *c.Not)
	}
	forms := count(c.All != nil, c.Any != nil, c.Not != nil, c.Question != "")
	if forms != 1 {
		return 0, false
	}
	if c.Question != "" {
		i, ok := s.Question(c.Question)
		return 1, ok && i < at && count(c.Is != "", c.In != nil, c.AtLeast != nil, c.Answered != nil) == 1
	}
	if len(parts) == 0 {
		return 0, false
	}
	for i := range parts {
		n, ok := parts[i].sound(s, at)
		if tests += n; !ok || tests > maxConditions {
			return tests, false
		}
	}
	return tests, true
}

// count returns how many of the facts are true.
func count(facts ...bool) int {
	n := 0
	for _, fact := range facts {
		if fact {
			n++
		}
	}
	return n
}
