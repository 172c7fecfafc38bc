package storage

import (
	"context"
	"fmt"

	"go.etcd.io/bbolt"

	"anketa/results"
	"anketa/survey"
)

// Check reads the whole database: the structure of the file, every record,
// partial responses too, and whether the stored tallies agree with a recount.
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
	if err := db.view(func(tx *bbolt.Tx) error { return db.getAttempts(tx, &attempts{}) }); err != nil {
		return err
	}
	if _, err := db.Purges(ctx); err != nil {
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
	if err := db.checkPartials(ctx); err != nil {
		return err
	}
	if err := db.checkPaper(ctx); err != nil {
		return err
	}
	if err := db.checkReviews(ctx); err != nil {
		return err
	}
	return db.view(func(tx *bbolt.Tx) error {
		g := db.newGathering([]*bbolt.Tx{tx})
		for i := range sessions {
			if _, err := g.readQuarantine(&sessions[i]); err != nil {
				return err
			}
		}
		return nil
	})
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
	return db.checkTexts(ctx, &part, &counted)
}

// checkTexts reads the free texts of a session. Those of text questions are in
// the tally; of those behind "other" there are at most as many as chose it.
func (db *DB) checkTexts(ctx context.Context, part *results.Part, counted *results.Tally) error {
	for i := range part.Survey.Questions {
		q := &part.Survey.Questions[i]
		if q.TextLimit() == 0 {
			continue
		}
		texts, err := db.Texts(ctx, part.Session.ID, q.ID)
		if err != nil {
			return err
		}
		if q.HasOther() && len(texts) > counted.Count(i, survey.Code(len(q.Points))) {
			return damaged("there are more texts to the question " + q.ID + " than answers that ask for one")
		}
	}
	return nil
}
