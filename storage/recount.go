package storage

import (
	"context"
	"errors"

	"go.etcd.io/bbolt"

	"anketa/results"
	"anketa/survey"
)

// Recounted is [DB.Part] for those who have the time to read every record: it
// verifies each and says in Damaged how many cannot be read or are missing. They are
// in no number of a closed session. One that is open, or that holds back those who
// came behind its closing, keeps its stored counts, which counted every response
// while it was whole: nobody would know the batches of a recount, and what was shown
// would change by just the damaged answers.
//
// A tally that does not agree with its responses in any other way is [ErrDamaged].
func (db *DB) Recounted(ctx context.Context, session survey.ID) (results.Part, error) {
	var p results.Part
	err := db.view(func(tx *bbolt.Tx) error {
		s, c, err := db.session(tx, session)
		if err != nil {
			return err
		}
		b, err := db.batches(tx, c, session)
		if err != nil {
			return err
		}
		l := newLosses()
		if err := l.read(db, bucketDamaged.within(tx, session)); err != nil {
			return err
		}
		counted := results.NewTally(c.survey)
		if err := errors.Join(db.readRows(ctx, tx, c, session, l, &counted), db.readTexts(ctx, tx, c, session, l, &counted)); err != nil {
			return err
		}
		if err := l.compare(c.survey, bucketTallies.of(tx).Get(key(session)), b.Total(), counted); err != nil {
			return err
		}
		if !s.Open && b.Settled() && !counted.Equal(b.Total()) {
			b.Restore(counted)
			b.Seal()
		}
		p = results.Part{Session: s, Survey: c.survey, Batches: b, Partial: partials(tx, session), Paper: min(papers(tx, session), b.N()), Damaged: l.n()}
		return nil
	})
	return p, err
}

// readRows counts the rows of a session that can be read, and those that cannot.
func (db *DB) readRows(ctx context.Context, tx *bbolt.Tx, c *codec, session survey.ID, l *losses, t *results.Tally) error {
	rows := bucketResponses.within(tx, session)
	if rows == nil {
		return damaged("a session has no responses")
	}
	if !c.survey.LinkTexts {
		// Only who goes through damaged rows one by one finds out which they are.
		all, err := recountRows(ctx, rows, c)
		if !errors.Is(err, ErrDamaged) {
			t.Merge(all)
			return err
		}
	}
	read := 0
	cursor := rows.Cursor()
	for id, row := cursor.First(); id != nil; id, row = cursor.Next() {
		if read++; read&0xFFFF == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		err := count(c, id, row, true, t)
		if errors.Is(err, ErrDamaged) {
			l.rows++
			l.takes("", id, row)
		} else if err != nil {
			return err
		}
	}
	return nil
}

// readTexts does the same for the texts that lie apart from the rows.
func (db *DB) readTexts(ctx context.Context, tx *bbolt.Tx, c *codec, session survey.ID, l *losses, t *results.Tally) error {
	texts := bucketTexts.within(tx, session)
	if texts == nil {
		return damaged("a session has no texts")
	}
	return texts.ForEach(func(question, value []byte) error {
		at, ok := c.survey.Question(string(question))
		if !ok || value != nil {
			return damaged("there are texts to a question that was not asked")
		}
		counts := c.survey.Questions[at].Kind == survey.KindText && !c.survey.LinkTexts
		err := texts.Bucket(question).ForEach(func(id, record []byte) error {
			_, err := db.decodeText(id, record)
			switch {
			case errors.Is(err, ErrDamaged):
				l.takes(string(question), id, record)
				if counts {
					l.texts[at]++
				}
				return ctx.Err()
			case err == nil && counts:
				l.kept[at]++
			}
			return errors.Join(err, ctx.Err())
		})
		addTexts(t, at, l.kept[at])
		return err
	})
}
