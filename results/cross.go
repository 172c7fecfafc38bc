package results

import (
	"encoding/binary"

	"anketa/survey"
)

// cross is the place of the counts of one declared breakdown behind those of the
// questions: for each answer to the question that makes the groups, from missing to
// "not applicable", one count for each answer to the other.
type cross struct {
	// by makes the groups whose answers to question are counted.
	by, question *span
	// byAt and questionAt are their positions in the survey.
	byAt, questionAt int
	offset           int
	// rows and columns are how many counts the two questions have.
	rows, columns int
}

// layCrosses lays out the counts of the declared breakdowns. In a pool there are
// none: what each session shows is put together instead.
func (sh *shape) layCrosses(s *survey.Survey) {
	for _, b := range s.Breakdowns {
		q, _ := s.Question(b.Question)
		by, _ := s.Question(b.By)
		c := cross{
			by: &sh.spans[by], question: &sh.spans[q], byAt: by, questionAt: q, offset: sh.width,
			rows: sh.spans[by].width(), columns: sh.spans[q].width(),
		}
		sh.crosses = append(sh.crosses, c)
		sh.width += c.rows * c.columns
	}
}

// slot returns the place of two codes, which fit their questions.
func (c *cross) slot(by, code survey.Code) int {
	row, _ := c.by.slot(by)
	column, _ := c.question.slot(code)
	return c.offset + (row-c.by.offset)*c.columns + column - c.question.offset
}

// row returns the counts of one group among all counts.
func (c *cross) row(counts []uint32, group int) []uint32 {
	at := c.offset + group*c.columns
	return counts[at : at+c.columns]
}

// crossAnswers counts one response, which was counted, in the breakdowns.
func (t *Tally) crossAnswers(answers []survey.Answer) {
	for i := range t.shape.crosses {
		c := &t.shape.crosses[i]
		t.counts[c.slot(answers[c.byAt].Code, answers[c.questionAt].Code)]++
	}
}

// crossCells is crossAnswers for the cells of a response.
func (t *Tally) crossCells(cells []byte) {
	for i := range t.shape.crosses {
		c := &t.shape.crosses[i]
		t.counts[c.slot(survey.Code(cells[c.by.at]), survey.Code(cells[c.question.at]))]++
	}
}

// crossed returns the counts of all breakdowns.
func (t *Tally) crossed() []uint32 { return t.counts[t.shape.plainWidth:] }

// crossesAdd reports whether every breakdown counts n responses, and as its two
// questions do when alike says so.
func (t *Tally) crossesAdd(n int, alike bool) bool {
	for i := range t.shape.crosses {
		c := &t.shape.crosses[i]
		sum, columns := 0, make([]uint32, c.columns)
		for group := range c.rows {
			inGroup := uint32(0)
			for j, count := range c.row(t.counts, group) {
				inGroup += count
				columns[j] += count
				sum += int(count)
			}
			if alike && inGroup != t.counts[c.by.offset+group] {
				return false
			}
		}
		for j, count := range columns {
			if alike && count != t.counts[c.question.offset+j] {
				return false
			}
		}
		if sum != n {
			return false
		}
	}
	return true
}

// appendSparse appends counts of which many are 0: such a one is followed by how
// many more stand behind it.
func appendSparse(b []byte, counts []uint32) []byte {
	for j := 0; j < len(counts); j++ {
		b = binary.AppendUvarint(b, uint64(counts[j]))
		if counts[j] == 0 {
			zeros := zerosAfter(counts[j+1:])
			b = binary.AppendUvarint(b, uint64(zeros))
			j += zeros
		}
	}
	return b
}

// decodeSparse reads counts that appendSparse wrote and returns the rest.
func decodeSparse(counts []uint32, b []byte) (rest []byte, err error) {
	for j := 0; j < len(counts); j++ {
		if counts[j], b, err = uvarint(b); err != nil {
			return nil, err
		}
		if counts[j] != 0 {
			continue
		}
		var zeros uint32
		if zeros, b, err = uvarint(b); err != nil || int(zeros) >= len(counts)-j {
			return nil, errDamaged
		}
		j += int(zeros)
		// The run ends where the counts do, or before a count: one tally has one form.
		if j+1 < len(counts) && (len(b) == 0 || b[0] == 0) {
			return nil, errDamaged
		}
	}
	return b, nil
}
