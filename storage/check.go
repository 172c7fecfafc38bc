package storage

import (
	"context"
	"fmt"

	"go.etcd.io/bbolt"

	"anketa/survey"
)

// Check reads the whole database: the structure of the file, every record, and
// whether the stored tallies agree with a recount.
func (db *DB) Check(ctx context.Context) error {
	err := db.view(func(tx *bbolt.Tx) error {
		var fault error
		// The channel is read to its end: what fills it would wait for ever.
		for err := range tx.Check() {
			if fault == nil {
				fault = fmt.Errorf("%w: %w", ErrDamaged, err)
			}
		}
		return fault
	})
	if err != nil {
		return err
	}
	if _, err := db.HasPIN(ctx); err != nil {
		return err
	}
	sessions, err := db.Sessions(ctx)
	if err != nil {
		return err
	}
	for i := range sessions {
		if err := db.checkSession(ctx, &sessions[i]); err != nil {
			return err
		}
	}
	return nil
}

// checkSession compares a session's stored tally with a recount.
func (db *DB) checkSession(ctx context.Context, s *survey.Session) error {
	part, err := db.Part(ctx, s.ID)
	if err != nil {
		return err
	}
	counted, err := db.Recount(ctx, s.ID)
	if err != nil {
		return err
	}
	if stored := part.Batches.Total(); !stored.Equal(counted) {
		return damaged("the tally of the session “" + s.Title + "” does not agree with its responses")
	}
	return db.checkTexts(ctx, s.ID)
}

// checkTexts reads the free texts of a session.
func (db *DB) checkTexts(ctx context.Context, session survey.ID) error {
	s, err := db.Survey(ctx, session)
	if err != nil {
		return err
	}
	for _, q := range s.Questions {
		if q.Closed() {
			continue
		}
		if _, err := db.Texts(ctx, session, q.ID); err != nil {
			return err
		}
	}
	return nil
}
