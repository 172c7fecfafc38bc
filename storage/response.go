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
// When a commit fails, the file is opened again and the response is stored once
// more under its id, which stores nothing twice: see [DB.persist]. Responses that come
// at the same time share a transaction: see [group]. An error means
// that it is not known whether the response is stored; the caller keeps it and
// may repeat the call for as long as it takes.
func (db *DB) AddResponse(ctx context.Context, session survey.ID, r survey.Response) error {
	return db.submit(ctx, &submission{session: session, response: r})
}

// submit stores a response with the others that come at the same time.
func (db *DB) submit(ctx context.Context, s *submission) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	s.done = make(chan struct{})
	// What others left to this call does not end with its context.
	db.group.submit(s, func(batch []*submission) { db.storeAll(context.WithoutCancel(ctx), batch) })
	return s.err
}

// addResponse works inside a transaction; the caller stores the batches.
func (db *DB) addResponse(tx *bbolt.Tx, c *codec, b *results.Batches, session survey.ID, r *survey.Response) error {
	r = cleaned(c.survey, r)
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
		if err := db.putTexts(bucketTexts.of(tx).Bucket(key(session)), c, r); err != nil {
			return err
		}
	}
	b.Add(r.Answers)
	return nil
}

// cleaned returns the response with its answers as they may be stored.
func cleaned(s *survey.Survey, r *survey.Response) *survey.Response {
	c := survey.Response{ID: r.ID, Answers: slices.Clone(r.Answers)}
	for i := range min(len(c.Answers), len(s.Questions)) {
		c.Answers[i] = s.Questions[i].CleanAnswer(c.Answers[i])
	}
	return &c
}
