// Package results counts responses, computes the figures that people read, and
// decides what of them may be shown.
//
// A [Tally] holds the counts of a set of responses; merging tallies is
// commutative. [Batches] keep the tally of one session in the batches that the
// anonymity rules release one after the other. A [Release] is what may be
// shown now of one or several sessions. [Figures] are the numbers of one
// question.
//
// The package hides how counts are laid out and what the rules are. All of it
// is pure: no clock, no disk, no chance.
package results

import (
	"slices"

	"anketa/survey"
)

// Tally holds the counts of a set of responses to one survey.
type Tally struct {
	// n is the number of responses.
	n int
	// shape says where each question's counts lie.
	shape *shape
	// counts holds the counts of all questions, one after the other.
	counts []uint32
}

// NewTally returns an empty tally for a survey.
func NewTally(s *survey.Survey) Tally { return newTally(newShape(s, false)) }

// newTally returns an empty tally of a shape.
func newTally(s *shape) Tally { return Tally{shape: s, counts: make([]uint32, s.width)} }

// Add counts one response, whose answers fit the survey and stand in its order.
func (t *Tally) Add(answers []survey.Answer) {
	t.n++
	for i := range answers {
		s := &t.shape.spans[i]
		s.count(t.counts, answers[i], 1)
		if s.text() && answers[i].Text != "" {
			t.AddTexts(i, 1)
		}
	}
	t.crossAnswers(answers)
}

// AddCells counts one response given as the cells of its answers in survey
// order, see [survey.Question.AppendCell]: the form in which responses are
// stored. It reports false, and counts nothing, when the cells do not fit the
// survey. Text answers are counted apart by [Tally.AddTexts].
func (t *Tally) AddCells(cells []byte) bool {
	if len(cells) != t.shape.size {
		return false
	}
	if !t.shape.plain {
		return t.addAnswers(cells)
	}
	spans, counts := t.shape.celled, t.counts
	for i, code := range cells {
		slot, ok := spans[i].slot(survey.Code(code))
		if !ok {
			// Take back what was counted: a bad row leaves no trace.
			for j := range i {
				slot, _ := spans[j].slot(survey.Code(cells[j]))
				counts[slot]--
			}
			return false
		}
		counts[slot]++
	}
	t.crossCells(cells)
	t.n++
	return true
}

// addAnswers is AddCells for surveys whose cells are not all a single code.
func (t *Tally) addAnswers(cells []byte) bool {
	for i := range t.shape.celled {
		if t.shape.celled[i].countCell(t.counts, cells, 1) {
			continue
		}
		for j := range i {
			t.shape.celled[j].countCell(t.counts, cells, ^uint32(0))
		}
		return false
	}
	t.crossCells(cells)
	t.n++
	return true
}

// AddTexts counts text answers to the question at position q that belong to
// responses counted before.
func (t *Tally) AddTexts(q, texts int) {
	if s := &t.shape.spans[q]; s.text() {
		t.counts[s.offset+1] += uint32(texts)
	}
}

// Merge adds the counts of another tally of the same survey.
func (t *Tally) Merge(other Tally) {
	t.n += other.n
	for i := range other.counts {
		t.counts[i] += other.counts[i]
	}
}

// Clone returns a tally that shares no counts with t.
func (t *Tally) Clone() Tally {
	return Tally{n: t.n, shape: t.shape, counts: slices.Clone(t.counts)}
}

// reset takes all counts back.
func (t *Tally) reset() {
	t.n = 0
	clear(t.counts)
}

// Equal reports whether two tallies hold the same counts.
func (t *Tally) Equal(other Tally) bool {
	return t.n == other.n && slices.Equal(t.counts, other.counts)
}

// Within reports whether no count of t is greater than that of other.
func (t *Tally) Within(other Tally) bool {
	for i := range t.counts {
		if t.counts[i] > other.counts[i] {
			return false
		}
	}
	return t.n <= other.n
}

// N returns the number of responses counted.
func (t *Tally) N() int { return t.n }

// Count returns how many answered the question at position q with the code: for
// a multi question, how many chose that option among others; for text, 1 means
// "answered". It is 0 for codes that the question does not have.
func (t *Tally) Count(q int, code survey.Code) int {
	s := &t.shape.spans[q]
	slots := t.slots(q)
	switch {
	case len(slots) == 0:
		return 0
	case code == survey.NotAsked:
		return t.notAsked(q)
	case code == survey.Missing && s.text():
		return t.n - int(slots[1]) - t.notAsked(q)
	case code == survey.Missing:
		return int(slots[0])
	case code == survey.NotApplicable:
		return int(slots[s.points+1])
	case s.options && int(code) < s.points:
		return int(slots[1+code])
	case !s.options && int(code) <= s.points:
		return int(slots[code])
	}
	return 0
}

// slots returns the counts of the question at position q.
func (t *Tally) slots(q int) []uint32 {
	s := &t.shape.spans[q]
	return t.counts[s.offset : s.offset+s.width()]
}

// notAsked returns of how many the condition of a question did not hold.
func (t *Tally) notAsked(q int) int {
	s := &t.shape.spans[q]
	if !s.conditional {
		return 0
	}
	return int(t.counts[s.offset+s.points+2])
}
