package storage

import (
	"context"
	"errors"
	"math/rand/v2"

	"go.etcd.io/bbolt"

	"anketa/results"
	"anketa/survey"
)

// Shuffled calls a function with the answers of every response of a session in an
// order that is drawn anew, or in that of their random keys when there is no source of
// chance; of several functions each gets them all before the next one does, in the same
// order. Neither ids nor the texts that lie apart come with them, and what is damaged is
// left out, as in [DB.Recounted]. The answers are good until the function returns.
//
// Only the cells of the rows are kept in memory meanwhile. Whether they may be shown is
// for results.Release.Rows to say.
func (db *DB) Shuffled(ctx context.Context, session survey.ID, chance *rand.Rand, each ...func([]survey.Answer) error) error {
	return db.view(func(tx *bbolt.Tx) error {
		_, c, err := db.session(tx, session)
		if err != nil {
			return err
		}
		cells, n, err := db.shuffledCells(ctx, tx, c, session, chance)
		if err != nil {
			return err
		}
		answers := make([]survey.Answer, len(c.survey.Questions))
		for at := range n * len(each) {
			if at&0xFFFF == 0 && ctx.Err() != nil {
				return ctx.Err()
			}
			c.answers(cells[at%n*c.cells:][:c.cells], answers)
			if err := each[at/n](answers); err != nil {
				return err
			}
		}
		return nil
	})
}

// shuffledCells returns the cells of the n rows of a session that can be read, one row
// behind the other, in a drawn order. Rows that were copied beside each other are read
// several times faster than where they lie.
func (db *DB) shuffledCells(ctx context.Context, tx *bbolt.Tx, c *codec, session survey.ID, chance *rand.Rand) (all []byte, n int, err error) {
	batches, err := db.batches(tx, c, session)
	if err != nil {
		return nil, 0, err
	}
	all = make([]byte, 0, min(batches.N(), maxRowsAtOnce)*c.cells)
	err = db.wholeRows(ctx, tx, c, session, func(cells []byte) error {
		all = append(all, cells...)
		n++
		return nil
	})
	if chance == nil || err != nil {
		return all, n, err
	}
	row, aside := func(i int) []byte { return all[i*c.cells:][:c.cells] }, make([]byte, c.cells)
	chance.Shuffle(n, func(i, j int) {
		copy(aside, row(i))
		copy(row(i), row(j))
		copy(row(j), aside)
	})
	return all, n, nil
}

// wholeRows verifies the rows of a session and calls a function with the cells of each
// that can be read. They share the memory of the file.
func (db *DB) wholeRows(ctx context.Context, tx *bbolt.Tx, c *codec, session survey.ID, each func(cells []byte) error) error {
	b := bucketResponses.within(tx, session)
	if b == nil {
		return damaged("a session has no responses")
	}
	// The tally only holds the cells to the survey; nobody reads its breakdowns.
	plain := *c.survey
	plain.Breakdowns = nil
	t, read := results.NewTally(&plain), 0
	cursor := b.Cursor()
	for id, row := cursor.First(); id != nil; id, row = cursor.Next() {
		if read++; read&0xFFFF == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		err := count(c, id, row, true, &t)
		if err == nil {
			err = each(row[rowHead : rowHead+c.cells])
		} else if errors.Is(err, ErrDamaged) {
			continue
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// maxRowsAtOnce bounds how much memory is taken on the word of a stored number.
const maxRowsAtOnce = 1 << 20

// answers fills in the answers of cells that were verified.
func (c *codec) answers(cells []byte, answers []survey.Answer) {
	for i, size := range c.sizes {
		if size == 1 {
			answers[i] = survey.Answer{Code: survey.Code(cells[0])}
		} else {
			answers[i] = c.survey.Questions[i].ParseCell(cells[:size])
		}
		cells = cells[size:]
	}
}
