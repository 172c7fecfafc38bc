package results

import (
	"encoding/binary"
	"errors"

	"anketa/survey"
)

// The stored form of a tally: the number of responses, then the counts, all as
// uvarints. A number or before_after question has many counts, most of them 0:
// there a count of 0 is followed by how many more zeros stand behind it. So it is
// with the counts of all breakdowns, which follow those of the questions.

// AppendBinary implements encoding.BinaryAppender.
func (t *Tally) AppendBinary(b []byte) ([]byte, error) {
	b = binary.AppendUvarint(b, uint64(t.n))
	for i := range t.shape.spans {
		b = t.appendSpan(i, b)
	}
	return appendSparse(b, t.crossed()), nil
}

// appendSpan appends the counts of one question.
func (t *Tally) appendSpan(q int, b []byte) []byte {
	if t.shape.spans[q].sparse() {
		return appendSparse(b, t.slots(q))
	}
	for _, count := range t.slots(q) {
		b = binary.AppendUvarint(b, uint64(count))
	}
	return b
}

// sparse reports whether runs of zeros are stored by their length.
func (s *span) sparse() bool {
	return s.question.Kind == survey.KindNumber || s.question.Kind == survey.KindBeforeAfter
}

// zerosAfter returns how many zeros a list of counts begins with.
func zerosAfter(counts []uint32) int {
	for i, c := range counts {
		if c != 0 {
			return i
		}
	}
	return len(counts)
}

// maxResponses bounds what a tally can hold.
const maxResponses = 1<<31 - 1

// errDamaged says that stored counts cannot be right.
var errDamaged = errors.New("the stored tally is damaged")

// decode fills an empty tally from its binary form and returns the rest.
func (t *Tally) decode(b []byte) ([]byte, error) {
	n, b, err := uvarint(b)
	if err != nil {
		return nil, err
	}
	t.n = int(n)
	for i := range t.shape.spans {
		if b, err = t.decodeSpan(i, b); err != nil {
			return nil, err
		}
		if !t.shape.spans[i].adds(t.counts, t.n) {
			return nil, errDamaged
		}
	}
	if b, err = decodeSparse(t.crossed(), b); err != nil {
		return nil, err
	}
	if !t.crossesAdd(t.n, true) {
		return nil, errDamaged
	}
	return b, nil
}

// decodeSpan reads the counts of one question and returns the rest.
func (t *Tally) decodeSpan(q int, b []byte) (rest []byte, err error) {
	counts := t.slots(q)
	if t.shape.spans[q].sparse() {
		return decodeSparse(counts, b)
	}
	for j := range counts {
		if counts[j], b, err = uvarint(b); err != nil {
			return nil, err
		}
	}
	return b, nil
}

// uvarint reads one count, which has no needless bytes, and returns the rest.
func uvarint(b []byte) (uint32, []byte, error) {
	v, n := binary.Uvarint(b)
	if n <= 0 || v > maxResponses || n > 1 && b[n-1] == 0 {
		return 0, nil, errDamaged
	}
	return uint32(v), b[n:], nil
}
