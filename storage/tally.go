package storage

import (
	"context"

	"go.etcd.io/bbolt"

	"anketa/results"
	"anketa/survey"
)

// Part returns a session with its counts as they are stored: its cost does not
// depend on the number of responses.
func (db *DB) Part(ctx context.Context, session survey.ID) (results.Part, error) {
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
		err = l.read(db, bucketDamaged.within(tx, session))
		p = results.Part{Session: s, Survey: c.survey, Batches: b, Partial: partials(tx, session), Paper: min(papers(tx, session), b.N()), Damaged: l.n()}
		return err
	})
	if err == nil {
		err = ctx.Err()
	}
	return p, err
}

// Recount reads every response of a session, verifies its checksum and counts
// it anew.
func (db *DB) Recount(ctx context.Context, session survey.ID) (results.Tally, error) {
	var t results.Tally
	err := db.view(func(tx *bbolt.Tx) error {
		_, c, err := db.session(tx, session)
		if err != nil {
			return err
		}
		if c.survey.LinkTexts {
			t = results.NewTally(c.survey)
			return db.recountLinked(tx, c, session, &t)
		}
		if t, err = recountRows(ctx, bucketResponses.of(tx).Bucket(key(session)), c); err != nil {
			return err
		}
		return recountTexts(tx, c, session, &t)
	})
	return t, err
}

// recountTexts counts the free texts that lie apart from the rows.
func recountTexts(tx *bbolt.Tx, c *codec, session survey.ID, t *results.Tally) error {
	for i := range c.survey.Questions {
		q := &c.survey.Questions[i]
		if q.Kind != survey.KindText {
			continue
		}
		if b := bucketTexts.of(tx).Bucket(key(session)).Bucket([]byte(q.ID)); b != nil {
			addTexts(t, i, b.Stats().KeyN)
		}
	}
	return nil
}

// recountLinked counts rows that hold their texts.
func (db *DB) recountLinked(tx *bbolt.Tx, c *codec, session survey.ID, t *results.Tally) error {
	return bucketResponses.of(tx).Bucket(key(session)).ForEach(func(id, row []byte) error {
		r, err := c.decode(id, row)
		if err != nil {
			return err
		}
		t.Add(r.Answers)
		return nil
	})
}
