package storage

import (
	"bytes"
	"context"
	"fmt"

	"go.etcd.io/bbolt"

	"anketa/survey"
)

// Partial responses, of surveys that say on_idle: keep, lie apart from the
// responses, so that nothing that counts, shows or exports these can meet them.
// The buckets are made when the first one is stored: files without them are
// those that were written before they existed, or that never needed them.
const (
	// bucketPartials holds a bucket for each session: rows by id.
	bucketPartials bucket = "partials"
	// bucketPartialTexts holds a bucket for each session and in it one for each
	// question with texts, as bucketTexts does.
	bucketPartialTexts bucket = "partial_texts"
)

// AddPartial stores what was answered in an interview that nobody went on with.
// It is durable when nil is returned, and may be repeated under the same id, as
// with [DB.AddResponse]. The session's tally stays as it is: a partial response
// fills no batch, so its coming and its number say nothing about the answers
// that are held back.
func (db *DB) AddPartial(ctx context.Context, session survey.ID, r survey.Response) error {
	return db.persist(ctx, func(tx *bbolt.Tx) error {
		s, c, err := db.session(tx, session)
		if err != nil {
			return err
		}
		if !s.Open {
			return ErrClosed
		}
		return db.addPartial(tx, c, session, cleaned(c.survey, &r))
	})
}

// addPartial works inside a transaction. Required questions may be without an
// answer, which is what a row says of any question that was left out.
func (db *DB) addPartial(tx *bbolt.Tx, c *codec, session survey.ID, r *survey.Response) error {
	if err := r.Check(c.survey); err != nil {
		return err
	}
	rows, err := bucketPartials.create(tx, session)
	if err != nil {
		return err
	}
	row := c.encode(r)
	if stored := rows.Get(key(r.ID)); stored != nil {
		if !bytes.Equal(stored, row) {
			return ErrConflict
		}
		return nil
	}
	if err := rows.Put(key(r.ID), row); err != nil {
		return fmt.Errorf("store partial response: %w", err)
	}
	if c.survey.LinkTexts {
		return nil
	}
	texts, err := bucketPartialTexts.create(tx, session)
	if err != nil {
		return err
	}
	return db.putTexts(texts, c, r)
}

// create returns the bucket of a session in a top-level bucket; both are made
// when they are not there.
func (b bucket) create(tx *bbolt.Tx, session survey.ID) (*bbolt.Bucket, error) {
	top, err := tx.CreateBucketIfNotExists([]byte(b))
	if err != nil {
		return nil, fmt.Errorf("create bucket %s: %w", b, err)
	}
	within, err := top.CreateBucketIfNotExists(key(session))
	if err != nil {
		return nil, fmt.Errorf("create a bucket in %s: %w", b, err)
	}
	return within, nil
}

// within returns the bucket of a session in a top-level bucket, or nil.
func (b bucket) within(tx *bbolt.Tx, session survey.ID) *bbolt.Bucket {
	top := b.of(tx)
	if top == nil {
		return nil
	}
	return top.Bucket(key(session))
}

// partials returns how many partial responses a session has. There are few:
// counting them anew needs no record of its own that could be wrong.
func partials(tx *bbolt.Tx, session survey.ID) int {
	if rows := bucketPartials.within(tx, session); rows != nil {
		return rows.Stats().KeyN
	}
	return 0
}

// checkPartials reads every partial response with its texts. No question has
// more texts than there are partial responses, and all belong to a session.
func (db *DB) checkPartials(ctx context.Context) error {
	return db.view(func(tx *bbolt.Tx) error {
		for _, b := range []bucket{bucketPartials, bucketPartialTexts} {
			top := b.of(tx)
			if top == nil {
				continue
			}
			if err := top.ForEach(func(id, value []byte) error {
				if len(id) != len(survey.ID{}) || value != nil || bucketSessions.of(tx).Get(id) == nil {
					return damaged("there are partial responses of no session")
				}
				return ctx.Err()
			}); err != nil {
				return err
			}
		}
		return bucketSessions.of(tx).ForEach(func(id, _ []byte) error { return db.checkPartial(ctx, tx, survey.ID(id)) })
	})
}

// checkPartial is checkPartials for one session.
func (db *DB) checkPartial(ctx context.Context, tx *bbolt.Tx, session survey.ID) error {
	_, c, err := db.session(tx, session)
	if err != nil {
		return err
	}
	if rows := bucketPartials.within(tx, session); rows != nil {
		if err := rows.ForEach(func(id, row []byte) error {
			if _, err := c.decode(id, row); err != nil {
				return err
			}
			return ctx.Err()
		}); err != nil {
			return err
		}
	}
	texts := bucketPartialTexts.within(tx, session)
	if texts == nil {
		return nil
	}
	return texts.ForEach(func(question, value []byte) error {
		at, ok := c.survey.Question(string(question))
		if !ok || value != nil || c.survey.LinkTexts || c.survey.Questions[at].TextLimit() == 0 {
			return damaged("there are texts to a question that takes none")
		}
		return db.checkPartialTexts(texts.Bucket(question), partials(tx, session))
	})
}

// checkPartialTexts reads the texts to one question.
func (db *DB) checkPartialTexts(texts *bbolt.Bucket, most int) error {
	n := 0
	err := texts.ForEach(func(id, record []byte) error {
		n++
		_, err := db.decodeText(id, record)
		return err
	})
	if err == nil && n > most {
		return damaged("there are more texts than partial responses")
	}
	return err
}
