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
// chance; of several functions each gets them all before the next one does. Neither ids
// nor the texts that lie apart come with them, and what is damaged is left out, as in
// [DB.Recounted]. The answers are good until the function returns.
//
// Only some of the rows are in memory at a time, however many there are. Whether they
// may be shown is for results.Release.Rows to say.
func (db *DB) Shuffled(ctx context.Context, session survey.ID, chance *rand.Rand, each ...func([]survey.Answer) error) error {
	for _, give := range each {
		give := func(c *codec) func(cells []byte) error {
			answers := make([]survey.Answer, len(c.survey.Questions))
			return func(cells []byte) error {
				c.answers(cells, answers)
				return give(answers)
			}
		}
		var err error
		if chance == nil {
			err = db.inOrder(ctx, session, give)
		} else {
			err = db.drawn(ctx, session, chance, give)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// giver returns a function that is called with the cells of each row.
type giver func(c *codec) func(cells []byte) error

// inOrder gives the rows of a session in the order of their keys.
func (db *DB) inOrder(ctx context.Context, session survey.ID, give giver) error {
	return db.view(func(tx *bbolt.Tx) error {
		_, c, err := db.session(tx, session)
		if err != nil {
			return err
		}
		return db.wholeRows(ctx, tx, c, session, func() bool { return true }, give(c))
	})
}

// drawn gives the rows of a session in a drawn order. They are dealt onto piles by
// chance, and the order within each pile is drawn: so every order of all is as likely as
// any other (Rao, Sankhya A 23, 1961; Sandelius, Journal of the Royal Statistical
// Society B 24, 1962). While some piles are given, the next ones are dealt.
func (db *DB) drawn(ctx context.Context, session survey.ID, chance *rand.Rand, give giver) error {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	// The dealer has a source of his own: this one is drawn from at the same time.
	var seed [32]byte
	for i := range seed {
		seed[i] = byte(chance.Uint32())
	}
	tables, failed := make(chan *table), make(chan error, 1)
	go func() {
		defer close(tables)
		failed <- db.view(func(tx *bbolt.Tx) error { return db.deal(ctx, tx, session, seed, tables) })
	}()
	for t := range tables {
		if err := t.draw(ctx, chance, give(t.c)); err != nil {
			return err
		}
	}
	return <-failed
}

// wholeRows verifies those rows of a session that are wanted, and calls a function with
// the cells of each that can be read. They share the memory of the file.
func (db *DB) wholeRows(ctx context.Context, tx *bbolt.Tx, c *codec, session survey.ID, wanted func() bool, each func(cells []byte) error) error {
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
		if !wanted() {
			continue
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
