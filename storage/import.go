package storage

import (
	"bytes"
	"context"
	"slices"

	"go.etcd.io/bbolt"

	"anketa/results"
	"anketa/survey"
)

// Import is a finished session that comes from a file.
type Import struct {
	Session   survey.Session
	Responses []survey.Response
}

// TitleTakenError says that a session with the same title is there already. It
// matches [ErrConflict].
type TitleTakenError struct{ Title string }

// Error implements error.
func (e TitleTakenError) Error() string { return "a session with this title is there already" }

// Unwrap returns ErrConflict.
func (e TitleTakenError) Unwrap() error { return ErrConflict }

// Import stores finished sessions with their responses, all of them or none.
// The sessions are closed. A session whose title is taken is refused with
// [TitleTakenError], so that nobody is counted twice when a file is imported again.
func (db *DB) Import(ctx context.Context, s *survey.Survey, imports []Import) error {
	existing, err := db.Sessions(ctx)
	if err != nil {
		return err
	}
	taken := map[string]bool{}
	for i := range existing {
		taken[existing[i].Title] = true
	}
	// Not persist: behind an import that was stored, its titles are taken.
	return db.update(ctx, func(tx *bbolt.Tx) error {
		for i := range imports {
			session := imports[i].Session
			session.Clean()
			if taken[session.Title] {
				return TitleTakenError{Title: session.Title}
			}
			taken[session.Title] = true
			if err := db.importSession(tx, session, s, imports[i].Responses); err != nil {
				return err
			}
		}
		return nil
	})
}

// importSession works inside a transaction.
func (db *DB) importSession(tx *bbolt.Tx, session survey.Session, s *survey.Survey, responses []survey.Response) error {
	session.Open = false
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
	// Nobody watched them come: they are no batches.
	all := results.NewBatches(c.survey)
	all.Restore(b.Total())
	if _, err := db.putBatches(tx, session.ID, &all); err != nil {
		return err
	}
	return db.closeSession(tx, session, c)
}
