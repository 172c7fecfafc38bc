package storage

import (
	"context"
	"math/rand/v2"

	"go.etcd.io/bbolt"

	"anketa/survey"
)

const (
	// pileSize is about how many bytes of cells lie on a pile: what is drawn at random
	// from so few stays close to the processor.
	pileSize = 1 << 16
	// tablePiles is how many piles are dealt at once.
	tablePiles = 1 << 6
	// maxPiles is how many there may be, so that 16 bits choose one.
	maxPiles = 1 << 16
)

// pile holds the cells of rows that lie together by chance, one row behind the other.
type pile struct {
	cells []byte
	n     int
}

// table holds the piles that are dealt at once.
type table struct {
	c     *codec
	piles []pile
}

// newTable returns a table for some of the piles onto which n rows are dealt.
func newTable(c *codec, n, piles int) *table {
	t := &table{c: c, piles: make([]pile, min(piles, tablePiles))}
	for i := range t.piles {
		// A little more than it should be on average, so that it hardly ever grows; and
		// not without bounds on the word of a stored number.
		t.piles[i].cells = make([]byte, 0, min(n/piles*c.cells*9/8, 2*pileSize))
	}
	return t
}

// deal deals the rows of a session onto as many piles as it takes, and hands a table
// over as soon as its piles are dealt. For each table the file is gone through once, and
// every row is verified once. There are two tables in turn: whoever takes one has done
// with the other.
func (db *DB) deal(ctx context.Context, tx *bbolt.Tx, session survey.ID, seed [32]byte, tables chan<- *table) error {
	_, c, err := db.session(tx, session)
	if err != nil {
		return err
	}
	batches, err := db.batches(tx, c, session)
	if err != nil {
		return err
	}
	piles := 1
	for piles < maxPiles && piles*pileSize < batches.N()*c.cells {
		piles *= 2
	}
	var t, other *table
	for first := 0; first < piles; first += tablePiles {
		if t, other = other, t; t == nil {
			t = newTable(c, batches.N(), piles)
		}
		if err := db.dealOnto(ctx, tx, session, t, seed, first, piles); err != nil {
			return err
		}
		select {
		case tables <- t:
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	return nil
}

// dealOnto deals the rows of a session onto all piles, in the same way for the same seed,
// and keeps those of a table, the first of whose piles has a number.
func (db *DB) dealOnto(ctx context.Context, tx *bbolt.Tx, session survey.ID, t *table, seed [32]byte, first, piles int) error {
	for i := range t.piles {
		t.piles[i].cells, t.piles[i].n = t.piles[i].cells[:0], 0
	}
	source, at := rand.NewChaCha8(seed), 0
	var drawn uint64
	next := func() bool {
		// One number has the bits for four rows.
		if drawn >>= 16; at&3 == 0 {
			drawn = source.Uint64()
		}
		at++
		return uint(int(drawn)&(piles-1)-first) < uint(len(t.piles))
	}
	return db.wholeRows(ctx, tx, t.c, session, next, func(cells []byte) error {
		p := &t.piles[int(drawn)&(piles-1)-first]
		p.cells = append(p.cells, cells...)
		p.n++
		return nil
	})
}

// draw calls a function with the rows of each pile in a drawn order.
func (t *table) draw(ctx context.Context, chance *rand.Rand, give func(cells []byte) error) error {
	for i := range t.piles {
		if err := ctx.Err(); err != nil {
			return err
		}
		row := func(at int) []byte { return t.piles[i].cells[at*t.c.cells:][:t.c.cells] }
		for left := t.piles[i].n; left > 0; left-- {
			drawn := row(chance.IntN(left))
			if err := give(drawn); err != nil {
				return err
			}
			// The last one that is left takes its place.
			copy(drawn, row(left-1))
		}
	}
	return nil
}
