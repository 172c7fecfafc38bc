package storage

import (
	"context"

	"go.etcd.io/bbolt"

	"anketa/results"
	"anketa/survey"
)

// ReopenSession lets a closed session take responses again, to the survey that it
// was started with. What it has shown is noted with its tally, so that no later
// closing shows what differs from it by too few: see [results.Part.Reopen]. While
// any session is open none is opened again: [ErrAnotherOpen].
func (db *DB) ReopenSession(ctx context.Context, id survey.ID) error {
	return db.persist(ctx, func(tx *bbolt.Tx) error {
		session, c, err := db.session(tx, id)
		if err != nil || session.Open {
			return err
		}
		if err := db.refuseSecondOpen(tx); err != nil {
			return err
		}
		b, err := db.batches(tx, c, id)
		if err != nil {
			return err
		}
		p := results.Part{Session: session, Survey: c.survey, Batches: b}
		p.Reopen()
		if _, err := db.putBatches(tx, id, &p.Batches); err != nil {
			return err
		}
		return db.putJSON(bucketSessions.of(tx), key(id), p.Session)
	})
}
