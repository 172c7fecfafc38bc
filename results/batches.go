package results

import (
	"errors"

	"anketa/survey"
)

// Batches are the tally of one session in three parts, so that what is shown
// lags one complete batch behind (DESIGN.md §4): at count n, the first
// k·(⌊n/k⌋−1) responses are shown. Watching such a screen change never reveals
// a whole form, because each change adds k people at once and the change at the
// end adds at least k. Responses themselves carry no order; this is the only
// place that knows which came in which batch, and it forgets on [Batches.Seal].
type Batches struct {
	k int
	// shown are complete batches that may be seen.
	shown Tally
	// held is the last complete batch, seen when the next one is complete.
	held Tally
	// filling is the batch under way, with fewer than k responses; behind a
	// closing that showed answers it takes all that come late.
	filling Tally
	// log is what the closings so far have shown, when the session was opened
	// again: what is shown later must not differ from it by fewer than k people.
	log *showing
	// steps are by how many people of each group what is shown grew while the session
	// collected for the first time. Sealed batches have none: silent says that because
	// of them no breakdown is shown.
	steps  []step
	silent bool
	// joined says that several files were put together, see [Union]: then held are those
	// whom none of them has shown, and stay so.
	joined bool
}

// NewBatches returns the empty batches of a session with this survey.
func NewBatches(s *survey.Survey) Batches {
	sh := newShape(s, false)
	return Batches{k: s.MinGroup, shown: newTally(sh), held: newTally(sh), filling: newTally(sh)}
}

// Add counts one response.
func (b *Batches) Add(answers []survey.Answer) {
	b.filling.Add(answers)
	if b.filling.n < b.k || b.again() {
		return
	}
	if b.held.n > 0 && b.shown.n+b.held.n >= b.k {
		b.note(&b.held)
	}
	b.shown.Merge(b.held)
	// The emptied tally becomes the batch under way: no counts are allocated.
	b.held, b.filling = b.filling, b.held
	b.filling.reset()
}

// again reports whether responses that come now come behind a closing or a union, where
// they wait for the next closing.
func (b *Batches) again() bool { return b.log != nil || b.joined }

// wait returns how many further responses complete the batch that lets the next
// one be shown, or of a session that was opened again the group that its next
// closing shows.
func (b *Batches) wait() int {
	if b.again() {
		return max(0, b.k-b.filling.n)
	}
	if b.held.n == 0 {
		return 2*b.k - b.filling.n
	}
	return b.k - b.filling.n
}

// Seal ends the collection: everything goes into one tally, and nothing tells
// any more in which batch a response came. Where answers were shown before and
// fewer than k came since, these few stay hidden: subtracting would find them.
func (b *Batches) Seal() {
	late := b.filling.Clone()
	b.filling.reset()
	if !b.joined {
		late.Merge(b.held)
		b.held.reset()
	}
	if b.shown.n >= b.k && late.n < b.k {
		b.filling = late
	} else {
		b.shown.Merge(late)
	}
	if len(b.steps) > 0 {
		v := newShowing(b.released())
		b.silent, b.steps = b.tells(&v), nil
	}
}

// late returns how many responses came behind a closing that showed answers and
// are not shown yet.
func (b *Batches) late() int {
	if b.shown.n < b.k {
		return 0
	}
	return b.held.n + b.filling.n - b.apart()
}

// apart returns how many responses stay hidden because none of several files has shown
// them.
func (b *Batches) apart() int {
	if b.joined {
		return b.held.n
	}
	return 0
}

// released returns the counts that may be shown: of nobody, or of at least k.
func (b *Batches) released() Tally {
	if b.shown.n < b.k {
		return newTally(b.shown.shape)
	}
	return b.shown.Clone()
}

// Settled reports whether nothing is held back for those that come later: a recount
// in place of such batches shows nobody who was hidden before.
func (b *Batches) Settled() bool { return b.held.n+b.filling.n == 0 }

// clone returns batches that share no counts with b.
func (b *Batches) clone() Batches {
	return Batches{k: b.k, shown: b.shown.Clone(), held: b.held.Clone(), filling: b.filling.Clone(), log: b.log.clone(), steps: b.steps, silent: b.silent, joined: b.joined}
}

// Restore replaces the batches by one sealed tally, such as a recount.
func (b *Batches) Restore(t Tally) {
	b.shown = t.Clone()
	b.held.reset()
	b.filling.reset()
	b.log = nil
}

// N returns the number of responses counted.
func (b *Batches) N() int { return b.shown.n + b.held.n + b.filling.n }

// Total returns the tally of all responses, shown or not.
func (b *Batches) Total() Tally {
	t := b.shown.Clone()
	t.Merge(b.held)
	t.Merge(b.filling)
	return t
}

// AppendBinary implements encoding.BinaryAppender: the three tallies, of a session that
// was opened again what it has shown before, and the steps or what follows from them.
func (b *Batches) AppendBinary(dst []byte) ([]byte, error) {
	dst, _ = b.shown.AppendBinary(dst)
	dst, _ = b.held.AppendBinary(dst)
	dst, _ = b.filling.AppendBinary(dst)
	if b.log != nil {
		dst, _ = b.log.AppendBinary(dst)
	}
	return b.appendMarks(dst), nil
}

// DecodeBatches reads the binary form of a session's batches.
func DecodeBatches(s *survey.Survey, data []byte) (Batches, error) {
	b := NewBatches(s)
	for _, t := range []*Tally{&b.shown, &b.held, &b.filling} {
		var err error
		if data, err = t.decode(data); err != nil {
			return Batches{}, err
		}
	}
	if b.N() > maxResponses {
		return Batches{}, errDamaged
	}
	if len(data) > 0 && data[0] != 0 {
		log, err := newShowing(newTally(b.shown.shape)), error(nil)
		if data, err = log.decode(data); err != nil {
			return Batches{}, err
		}
		// What was shown is shown still.
		if b.log = &log; log.n < b.k || log.n > b.shown.n {
			return Batches{}, errDamaged
		}
	}
	data, err := b.decodeMarks(data)
	if err != nil {
		return Batches{}, err
	}
	if b.log != nil && !b.joined && b.held.n > 0 {
		return Batches{}, errDamaged
	}
	if len(data) != 0 {
		return Batches{}, errors.New("the stored tally has another length than its survey asks for")
	}
	return b, nil
}

// Blur puts the batch under way into the one before it, so that nothing tells any
// more who came last; it is for copies of a session that still collects. What may
// be shown stays as it was, and every later change still adds at least k people.
// Where there is no batch before it, the one under way is everybody.
func (b *Batches) Blur() {
	if b.held.n == 0 || b.again() {
		return
	}
	b.held.Merge(b.filling)
	b.filling.reset()
}
