package results

import (
	"encoding/binary"
	"slices"
)

// showing is what of one session is shown, or was at its last closing. Every
// response in it speaks to every question, but not every answer need be shown: the
// counts of a question may be those of an earlier closing, or of nobody.
type showing struct {
	Tally
	// of says for each question of how many responses its counts speak.
	of []int
	// crossed is of how many responses the breakdowns speak: of all, or of nobody.
	// Behind the first closing it does not change, see [Release.Breakdowns].
	crossed int
}

// newShowing shows all counts of a tally.
func newShowing(t Tally) showing {
	s := showing{Tally: t, of: make([]int, len(t.shape.spans)), crossed: t.n}
	for i := range s.of {
		s.of[i] = t.n
	}
	return s
}

// asked returns of how many people who were asked the counts of a question speak.
func (s *showing) asked(q int) int { return s.of[q] - s.notAsked(q) }

// hide shows nothing of a question.
func (s *showing) hide(q int) {
	clear(s.slots(q))
	s.of[q] = 0
}

// keep shows of a question what was shown before.
func (s *showing) keep(q int, before *showing) {
	copy(s.slots(q), before.slots(q))
	s.of[q] = before.of[q]
}

// keepBreakdowns shows the breakdowns that were shown before; of none it shows none.
func (s *showing) keepBreakdowns(before *showing) {
	if before == nil {
		clear(s.Tally.crossed())
		s.crossed = 0
		return
	}
	copy(s.Tally.crossed(), before.Tally.crossed())
	s.crossed = before.crossed
}

// clone returns a showing that shares no counts with s; of none it is none.
func (s *showing) clone() *showing {
	if s == nil {
		return nil
	}
	return &showing{Tally: s.Tally.Clone(), of: slices.Clone(s.of), crossed: s.crossed}
}

// AppendBinary implements encoding.BinaryAppender: the number of responses, then
// for each question of how many its counts speak, and the counts; the same for the
// breakdowns.
func (s *showing) AppendBinary(b []byte) ([]byte, error) {
	b = binary.AppendUvarint(b, uint64(s.n))
	for i, of := range s.of {
		b = binary.AppendUvarint(b, uint64(of))
		b = s.appendSpan(i, b)
	}
	b = binary.AppendUvarint(b, uint64(s.crossed))
	return appendSparse(b, s.Tally.crossed()), nil
}

// decode fills an empty showing from its binary form and returns the rest.
func (s *showing) decode(b []byte) ([]byte, error) {
	n, b, err := uvarint(b)
	if err != nil {
		return nil, err
	}
	s.n = int(n)
	for i := range s.of {
		if n, b, err = uvarint(b); err != nil {
			return nil, err
		}
		if b, err = s.decodeSpan(i, b); err != nil {
			return nil, err
		}
		if s.of[i] = int(n); s.of[i] > s.n || !s.shape.spans[i].adds(s.counts, s.of[i]) {
			return nil, errDamaged
		}
	}
	if n, b, err = uvarint(b); err != nil {
		return nil, err
	}
	if b, err = decodeSparse(s.Tally.crossed(), b); err != nil {
		return nil, err
	}
	if s.crossed = int(n); s.crossed > s.n || !s.crossesAdd(s.crossed, false) {
		return nil, errDamaged
	}
	return b, nil
}
