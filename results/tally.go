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
	"encoding/binary"
	"errors"
	"slices"

	"anketa/survey"
)

// Tally holds the counts of a set of responses to one survey.
type Tally struct {
	// n is the number of responses.
	n int
	// spans say where each question's counts lie; closed are those of closed questions.
	spans, closed []span
	// counts holds, for each question, first the missing answers, then one
	// count for each point, then the "not applicable" ones.
	counts []uint32
}

// span is the place of one question's counts.
type span struct {
	offset, points int
	// text questions have one point, "answered"; their missing answers are what is left of n.
	text bool
	// aside says that there is a "not applicable" point.
	aside bool
}

// width returns how many counts the question has.
func (s span) width() int { return s.points + 2 }

// slot returns the place of a code among the question's counts, or false when
// the question has no such code.
func (s span) slot(code survey.Code) (int, bool) {
	if int(code) <= s.points {
		return s.offset + int(code), true
	}
	return s.offset + s.points + 1, s.aside && code == survey.NotApplicable
}

// NewTally returns an empty tally for a survey.
func NewTally(s *survey.Survey) Tally {
	t := Tally{spans: make([]span, len(s.Questions))}
	offset := 0
	for i := range s.Questions {
		t.spans[i] = span{offset: offset, points: 1, text: true}
		if s.Questions[i].Closed() {
			q := &s.Questions[i]
			t.spans[i] = span{offset: offset, points: len(q.Points), aside: q.HasNotApplicable()}
			t.closed = append(t.closed, t.spans[i])
		}
		offset += t.spans[i].width()
	}
	t.counts = make([]uint32, offset)
	return t
}

// Add counts one response, whose answers fit the survey and stand in its order.
func (t *Tally) Add(answers []survey.Answer) {
	t.n++
	for i := range answers {
		if t.spans[i].text {
			if answers[i].Text != "" {
				t.AddTexts(i, 1)
			}
			continue
		}
		if slot, ok := t.spans[i].slot(answers[i].Code); ok {
			t.counts[slot]++
		}
	}
}

// AddCodes counts one response given as the codes of its closed questions, one
// byte each in survey order: the form in which responses are stored. It reports
// false, and counts nothing, when the codes do not fit the survey. Text answers
// are counted apart by [Tally.AddTexts].
func AddCodes[B ~uint8](t *Tally, codes []B) bool {
	closed, counts := t.closed, t.counts
	if len(codes) != len(closed) {
		return false
	}
	for i, code := range codes {
		slot, ok := closed[i].slot(survey.Code(code))
		if !ok {
			// Take back what was counted: a bad row leaves no trace.
			for j := range i {
				slot, _ := closed[j].slot(survey.Code(codes[j]))
				counts[slot]--
			}
			return false
		}
		counts[slot]++
	}
	t.n++
	return true
}

// AddTexts counts text answers to the question at position q that belong to
// responses counted before.
func (t *Tally) AddTexts(q, texts int) {
	t.counts[t.spans[q].offset+1] += uint32(texts)
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
	return Tally{n: t.n, spans: t.spans, closed: t.closed, counts: slices.Clone(t.counts)}
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

// N returns the number of responses counted.
func (t *Tally) N() int { return t.n }

// Count returns how many answered the question at position q with the code.
func (t *Tally) Count(q int, code survey.Code) int {
	if t.spans[q].text && code == survey.Missing {
		return t.n - t.Count(q, 1)
	}
	slot, ok := t.spans[q].slot(code)
	if !ok {
		return 0
	}
	return int(t.counts[slot])
}

// AppendBinary implements encoding.BinaryAppender: the counts as uvarints.
func (t *Tally) AppendBinary(b []byte) ([]byte, error) {
	b = binary.AppendUvarint(b, uint64(t.n))
	for _, c := range t.counts {
		b = binary.AppendUvarint(b, uint64(c))
	}
	return b, nil
}

// maxResponses bounds what a tally can hold.
const maxResponses = 1<<31 - 1

// errDamaged says that stored counts cannot be right.
var errDamaged = errors.New("the stored tally is damaged")

// decode fills a tally made by NewTally from its binary form and returns the rest.
func (t *Tally) decode(b []byte) ([]byte, error) {
	n, b, err := uvarint(b)
	if err != nil {
		return nil, err
	}
	t.n = int(n)
	for i := range t.counts {
		if t.counts[i], b, err = uvarint(b); err != nil {
			return nil, err
		}
	}
	for i := range t.spans {
		if !t.adds(&t.spans[i]) {
			return nil, errDamaged
		}
	}
	return b, nil
}

// adds reports whether the answers to a question add up to the responses.
func (t *Tally) adds(s *span) bool {
	counts := t.counts[s.offset : s.offset+s.width()]
	missing, aside := counts[0], counts[len(counts)-1]
	if !s.aside && aside != 0 {
		return false
	}
	if s.text {
		return missing == 0 && int(counts[1]) <= t.n
	}
	sum := 0
	for _, c := range counts {
		sum += int(c)
	}
	return sum == t.n
}

// uvarint reads one count and returns the rest.
func uvarint(b []byte) (uint32, []byte, error) {
	v, n := binary.Uvarint(b)
	if n <= 0 || v > maxResponses {
		return 0, nil, errDamaged
	}
	return uint32(v), b[n:], nil
}
