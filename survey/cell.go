package survey

import "encoding/binary"

// A cell is the stored form of one answer, without its text: as few bytes as
// the kind of question needs, always the same number for one question.
//
//	likert, choice, yes_no, nps   code
//	before_after                  code now, code before
//	multi                         code, then a bit for each option
//	number                        code, then the number above the smallest, little-endian
//	text                          code, only with a condition: NotAsked or Missing
//	note                          nothing
//
// The code says whether there is an answer; see [Answer].

// CellSize returns the number of bytes of the question's cell.
func (q *Question) CellSize() int {
	switch q.Kind {
	case KindNote:
		return 0
	case KindText:
		if q.When == nil {
			return 0
		}
		return 1
	case KindBeforeAfter:
		return 2
	case KindMulti:
		return 1 + (len(q.Points)+7)/8
	case KindNumber:
		if q.Max-q.Min > 0xFF {
			return 3
		}
		return 2
	}
	return 1
}

// AppendCell appends the cell of an answer that fits the question.
func (q *Question) AppendCell(dst []byte, a Answer) []byte {
	size := q.CellSize()
	if size == 0 {
		return dst
	}
	var rest uint64
	switch {
	case q.Kind == KindBeforeAfter:
		rest = uint64(a.Before)
	case q.Kind == KindMulti:
		rest = uint64(a.Set)
	case q.Kind == KindNumber && a.Code == Answered:
		rest = uint64(a.Number - q.Min)
	}
	var cell [9]byte
	cell[0] = byte(a.Code)
	binary.LittleEndian.PutUint64(cell[1:], rest)
	return append(dst, cell[:size]...)
}

// ParseCell returns the answer of a cell of the question's size. It may not fit
// the question: see [Answer.Check].
func (q *Question) ParseCell(cell []byte) Answer {
	if len(cell) == 0 {
		return Answer{}
	}
	a := Answer{Code: Code(cell[0])}
	if len(cell) == 1 {
		return a
	}
	var padded [8]byte
	copy(padded[:], cell[1:])
	rest := binary.LittleEndian.Uint64(padded[:])
	switch {
	case q.Kind == KindBeforeAfter:
		a.Before = Code(rest)
	case q.Kind == KindMulti:
		a.Set = Set(rest)
	case q.Kind == KindNumber && a.Code == Answered:
		a.Number = q.Min + int(rest)
	case q.Kind == KindNumber:
		// Whatever stands behind another code is no number and makes the row invalid.
		a.Number = int(rest)
	}
	return a
}
