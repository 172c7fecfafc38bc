package results

import (
	"encoding/binary"
	"slices"
)

// maxSteps is how many steps are kept of a session. One of more than so many batches
// shows no breakdown.
const maxSteps = 256

// step is how many people of each group a change of what is shown has added: for each
// declared breakdown those of each answer that makes its groups, as far as they gave an
// answer to the question.
//
// Whoever watches an open session knows every step by itself, and in the room one sees
// who belongs to which group. When all police officers but one sat down first, a
// breakdown at the end would tell the answers of that one by subtraction. So what the
// breakdowns show is compared with the steps, see [Batches.tells]. What becomes of it is
// all that is kept of them at the end.
type step []uint32

// stepOf returns the step that a tally makes when it is shown.
func stepOf(t *Tally) step {
	var s step
	for i := range t.shape.crosses {
		c := &t.shape.crosses[i]
		for row := range c.rows {
			s = append(s, uint32(c.answered(t.counts, row)))
		}
	}
	return s
}

// answered returns how many people of a group gave an answer to the question.
func (c *cross) answered(counts []uint32, row int) int {
	return sum(c.row(counts, row)[1 : 1+c.question.points])
}

// note keeps the step that the batch which is shown next makes. Before k are shown
// nobody saw those who were there already: they belong to the first step.
func (b *Batches) note(next *Tally) {
	if len(b.shown.shape.crosses) == 0 || len(b.steps) == maxSteps {
		return
	}
	s := stepOf(next)
	if b.shown.n < b.k {
		for i, n := range stepOf(&b.shown) {
			s[i] += n
		}
	}
	b.steps = append(b.steps[:len(b.steps):len(b.steps)], s)
}

// tells reports whether a breakdown of what is shown now, compared with the steps in
// which it came to be shown, would tell the answers of fewer than k people: whether any
// of its groups together have members in steps with fewer than k others in all, or
// fewer than k members in all in steps that are not theirs alone.
func (b *Batches) tells(v *showing) bool {
	if len(b.steps) == 0 {
		return false
	}
	if len(b.steps) == maxSteps {
		return true
	}
	at := 0
	for i := range v.shape.crosses {
		c := &v.shape.crosses[i]
		steps, last := make([]step, len(b.steps), len(b.steps)+1), stepOf(&v.Tally)[at:at+c.rows]
		for j := range b.steps {
			steps[j] = b.steps[j][at : at+c.rows]
			for row, n := range steps[j] {
				last[row] -= min(n, last[row])
			}
		}
		if tellsAny(append(steps, last), cellsOf(fatesOf(v, c, b.k)), b.k) {
			return true
		}
		at += c.rows
	}
	return false
}

// mostCells is up to how many cells all of their unions are looked at; of more only
// each, every two, and what is left without them.
const mostCells = 10

// cellsOf returns which groups are shown, each by itself or together.
func cellsOf(fates []fate) (cells [][]int) {
	var together []int
	for row, f := range fates {
		switch f {
		case apart:
			cells = append(cells, []int{row})
		case merged:
			together = append(together, row)
		}
	}
	if together != nil {
		cells = append(cells, together)
	}
	return cells
}

// tellsAny is tells for the cells of one breakdown.
func tellsAny(steps []step, cells [][]int, k int) bool {
	all := uint64(1)<<len(cells) - 1
	if len(cells) <= mostCells {
		for union := uint64(1); union <= all; union++ {
			if tellsOne(steps, cells, union, k) {
				return true
			}
		}
		return false
	}
	for i := range cells {
		for j := range i + 1 {
			union := uint64(1)<<i | uint64(1)<<j
			if tellsOne(steps, cells, union, k) || tellsOne(steps, cells, all&^union, k) {
				return true
			}
		}
	}
	return false
}

// tellsOne is tells for a union of cells.
func tellsOne(steps []step, cells [][]int, union uint64, k int) bool {
	members, others := 0, 0
	for _, s := range steps {
		in := 0
		for i, rows := range cells {
			if union>>i&1 == 0 {
				continue
			}
			for _, row := range rows {
				in += int(s[row])
			}
		}
		if out := sum(s) - in; in > 0 && out > 0 {
			members, others = members+in, others+out
		}
	}
	return others > 0 && others < k || members > 0 && members < k
}

// Marks stand behind the tallies and what was shown before, each behind a 0, which
// begins nothing else, and in this order.
const (
	markSteps  = 1
	markSilent = 2
	markJoined = 3
)

// appendMarks writes the steps or what follows from them, and whether files were joined.
func (b *Batches) appendMarks(dst []byte) []byte {
	if len(b.steps) > 0 {
		dst = binary.AppendUvarint(append(dst, 0, markSteps), uint64(len(b.steps)))
		dst = appendSparse(dst, slices.Concat(b.steps...))
	}
	if b.silent {
		dst = append(dst, 0, markSilent)
	}
	if b.joined {
		dst = append(dst, 0, markJoined)
	}
	return dst
}

// decodeMarks reads what appendMarks wrote and returns the rest.
func (b *Batches) decodeMarks(data []byte) ([]byte, error) {
	for last := byte(0); len(data) > 0; {
		if len(data) == 1 || data[0] != 0 || data[1] <= last {
			return nil, errDamaged
		}
		last, data = data[1], data[2:]
		switch last {
		case markSteps:
			var err error
			if data, err = b.decodeSteps(data); err != nil {
				return nil, err
			}
		case markSilent:
			b.silent = true
		case markJoined:
			b.joined = true
		default:
			return nil, errDamaged
		}
	}
	// Steps are kept until they are known to be silent, and of breakdowns alone.
	if b.silent && (len(b.steps) > 0 || len(b.shown.shape.crosses) == 0) {
		return nil, errDamaged
	}
	return data, nil
}

// decodeSteps reads the steps and returns the rest.
func (b *Batches) decodeSteps(data []byte) ([]byte, error) {
	n, data, err := uvarint(data)
	width := len(stepOf(&b.shown))
	if err != nil || n == 0 || n > maxSteps || width == 0 {
		return nil, errDamaged
	}
	counts := make([]uint32, int(n)*width)
	if data, err = decodeSparse(counts, data); err != nil {
		return nil, err
	}
	left := stepOf(&b.shown)
	for s := range slices.Chunk(counts, width) {
		for i, people := range s {
			if people > left[i] {
				return nil, errDamaged
			}
			left[i] -= people
		}
		b.steps = append(b.steps, s)
	}
	return data, nil
}
