package storage

import (
	"bytes"
	"context"
	"fmt"
	"slices"

	"go.etcd.io/bbolt"

	"anketa/results"
	"anketa/survey"
)

// AddResponse stores a submitted sheet together with the session's new tally in
// one transaction: two flushes. When it returns nil the response is durable.
// Storing the same response again under the same id changes nothing, so that a
// caller who does not know whether the first attempt went through may repeat it.
func (db *DB) AddResponse(ctx context.Context, session survey.ID, r survey.Response) error {
	return db.update(ctx, func(tx *bbolt.Tx) error {
		s, c, err := db.session(tx, session)
		if err != nil {
			return err
		}
		if !s.Open {
			return ErrClosed
		}
		b, err := db.batches(tx, c, session)
		if err != nil {
			return err
		}
		if err := db.addResponse(tx, c, &b, session, &r); err != nil {
			return err
		}
		return db.putBatches(tx, session, &b)
	})
}

// addResponse works inside a transaction; the caller stores the batches.
func (db *DB) addResponse(tx *bbolt.Tx, c *codec, b *results.Batches, session survey.ID, r *survey.Response) error {
	if err := r.Check(c.survey); err != nil {
		return err
	}
	rows, row := bucketResponses.of(tx).Bucket(key(session)), c.encode(r)
	if rows == nil {
		return fmt.Errorf("%w: a session has no responses", ErrDamaged)
	}
	if stored := rows.Get(key(r.ID)); stored != nil {
		if !bytes.Equal(stored, row) {
			return ErrConflict
		}
		return nil
	}
	if err := rows.Put(key(r.ID), row); err != nil {
		return fmt.Errorf("store response: %w", err)
	}
	if !c.survey.LinkTexts {
		if err := db.putTexts(tx, c, session, r); err != nil {
			return err
		}
	}
	b.Add(r.Answers)
	return nil
}

// Import is a finished session that comes from a file.
type Import struct {
	Session   survey.Session
	Responses []survey.Response
}

// Import stores finished sessions with their responses, all of them or none.
// The sessions are closed. A session whose title is taken is refused, so that
// nobody is counted twice when a file is imported again.
func (db *DB) Import(ctx context.Context, s *survey.Survey, imports []Import) error {
	existing, err := db.Sessions(ctx)
	if err != nil {
		return err
	}
	return db.update(ctx, func(tx *bbolt.Tx) error {
		for i := range imports {
			session := imports[i].Session
			if slices.ContainsFunc(existing, func(e survey.Session) bool { return e.Title == session.Title }) {
				return fmt.Errorf("a session “%s” is there already: %w", session.Title, ErrConflict)
			}
			if err := db.importSession(tx, session, s, imports[i].Responses); err != nil {
				return err
			}
		}
		return nil
	})
}

// importSession works inside a transaction.
func (db *DB) importSession(tx *bbolt.Tx, session survey.Session, s *survey.Survey, responses []survey.Response) error {
	if err := db.createSession(tx, &session, s); err != nil {
		return err
	}
	c, err := db.codec(tx, session.Revision)
	if err != nil {
		return err
	}
	// In key order pages are filled from left to right, and the order of the file is gone.
	responses = slices.Clone(responses)
	slices.SortFunc(responses, func(a, b survey.Response) int { return bytes.Compare(a.ID[:], b.ID[:]) })
	b := results.NewBatches(c.survey)
	for i := range responses {
		if err := db.addResponse(tx, c, &b, session.ID, &responses[i]); err != nil {
			return err
		}
	}
	if err := db.putBatches(tx, session.ID, &b); err != nil {
		return err
	}
	return db.closeSession(tx, session, c)
}
