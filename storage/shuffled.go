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
// chance. Neither ids nor the texts that lie apart come with them, and what is damaged
// is left out, as in [DB.Recounted]. The answers are good until the function returns.
//
// The rows stay where they are in the file; only where they begin is kept in memory.
// Whether they may be shown is for results.Release.Rows to say.
func (db *DB) Shuffled(ctx context.Context, session survey.ID, chance *rand.Rand, each func([]survey.Answer) error) error {
	return db.view(func(tx *bbolt.Tx) error {
		_, c, err := db.session(tx, session)
		if err != nil {
			return err
		}
		rows, err := db.wholeRows(ctx, tx, c, session)
		if err != nil {
			return err
		}
		if chance != nil {
			chance.Shuffle(len(rows), func(i, j int) { rows[i], rows[j] = rows[j], rows[i] })
		}
		answers := make([]survey.Answer, len(c.survey.Questions))
		for i, row := range rows {
			if i&0xFFFF == 0 && ctx.Err() != nil {
				return ctx.Err()
			}
			c.answers(row, answers)
			if err := each(answers); err != nil {
				return err
			}
		}
		return nil
	})
}

// wholeRows verifies the rows of a session and returns the cells of those that can be
// read. They share the memory of the file.
func (db *DB) wholeRows(ctx context.Context, tx *bbolt.Tx, c *codec, session survey.ID) ([][]byte, error) {
	b := bucketResponses.within(tx, session)
	if b == nil {
		return nil, damaged("a session has no responses")
	}
	batches, err := db.batches(tx, c, session)
	if err != nil {
		return nil, err
	}
	t, rows := results.NewTally(c.survey), make([][]byte, 0, min(batches.N(), maxRowsAtOnce))
	cursor := b.Cursor()
	for id, row := cursor.First(); id != nil; id, row = cursor.Next() {
		if len(rows)&0xFFFF == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		switch err := count(c, id, row, true, &t); {
		case errors.Is(err, ErrDamaged):
		case err != nil:
			return nil, err
		default:
			rows = append(rows, row[rowHead:rowHead+c.cells])
		}
	}
	return rows, nil
}

// maxRowsAtOnce bounds how much memory is taken on the word of a stored number.
const maxRowsAtOnce = 1 << 20

// answers fills in the answers of cells that were verified.
func (c *codec) answers(cells []byte, answers []survey.Answer) {
	for i := range answers {
		q := &c.survey.Questions[i]
		size := q.CellSize()
		answers[i], cells = q.ParseCell(cells[:size]), cells[size:]
	}
}
