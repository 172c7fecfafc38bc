package storage

import (
	"context"
	"fmt"

	"go.etcd.io/bbolt"

	"anketa/survey"
)

// Writings returns the texts of a session's question with their reviews, in the
// order of their random keys. Whether they may be shown, and how, is for
// results.Release.Passages to say.
func (db *DB) Writings(ctx context.Context, session survey.ID, question string) ([]survey.Writing, error) {
	var all []survey.Writing
	err := db.view(func(tx *bbolt.Tx) error {
		_, c, err := db.session(tx, session)
		if err != nil {
			return err
		}
		reviews := reviewsOf(tx, session, question)
		return db.eachText(tx, c, session, question, func(id []byte, a survey.Answer) error {
			w := survey.Writing{ID: survey.ID(id), Text: a.Text, Quote: a.Quote}
			if reviews != nil {
				if _, err := db.getReview(reviews, id, a.Text, &w.Review); err != nil {
					return err
				}
			}
			all = append(all, w)
			return ctx.Err()
		})
	})
	return all, err
}

// ReviewText stores what the facilitator decided about a text of a session's
// question, in place of what was decided before. A text that is not there gives
// [ErrNoText].
func (db *DB) ReviewText(ctx context.Context, session survey.ID, question string, id survey.ID, review survey.Review) error {
	review.Clean()
	return db.persist(ctx, func(tx *bbolt.Tx) error {
		_, c, err := db.session(tx, session)
		if err != nil {
			return err
		}
		text, err := db.oneText(tx, c, session, question, key(id))
		if err != nil {
			return err
		}
		if len(review.Themes) > survey.MaxThemes {
			return fmt.Errorf("a text has at most %d themes", survey.MaxThemes)
		}
		if err := review.Check(text); err != nil {
			return err
		}
		if review.IsZero() {
			if reviews := reviewsOf(tx, session, question); reviews != nil {
				return reviews.Delete(key(id))
			}
			return nil
		}
		of, err := bucketReviews.create(tx, session)
		if err != nil {
			return err
		}
		reviews, err := of.CreateBucketIfNotExists([]byte(question))
		if err != nil {
			return fmt.Errorf("store review: %w", err)
		}
		return db.putJSON(reviews, key(id), &review)
	})
}

// reviewsOf returns the bucket of a question's reviews, or nil.
func reviewsOf(tx *bbolt.Tx, session survey.ID, question string) *bbolt.Bucket {
	of := bucketReviews.within(tx, session)
	if of == nil || question == "" {
		return nil
	}
	return of.Bucket([]byte(question))
}

// getReview reads the review of a text; it reports false when there is none.
func (db *DB) getReview(reviews *bbolt.Bucket, id []byte, text string, review *survey.Review) (bool, error) {
	found, err := db.getJSON(reviews, id, review)
	if err != nil || !found {
		return found, err
	}
	review.Clean()
	if err := review.Check(text); err != nil {
		return true, fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	return true, nil
}

// eachText calls a function for every text of a session's question, wherever the
// survey keeps them, in the order of their keys.
func (db *DB) eachText(tx *bbolt.Tx, c *codec, session survey.ID, question string, each func(id []byte, a survey.Answer) error) error {
	if c.survey.LinkTexts {
		at, ok := c.survey.Question(question)
		if !ok {
			return nil
		}
		return bucketResponses.of(tx).Bucket(key(session)).ForEach(func(id, row []byte) error {
			r, err := c.decode(id, row)
			if err != nil || r.Answers[at].Text == "" {
				return err
			}
			return each(id, r.Answers[at])
		})
	}
	b := bucketTexts.of(tx).Bucket(key(session)).Bucket([]byte(question))
	if b == nil {
		return nil
	}
	return b.ForEach(func(id, record []byte) error {
		if len(id) != len(survey.ID{}) {
			return damaged("the key of a text has another length")
		}
		a, err := db.decodeText(id, record)
		if err != nil {
			return err
		}
		return each(id, a)
	})
}

// oneText returns the text under a key of a session's question.
func (db *DB) oneText(tx *bbolt.Tx, c *codec, session survey.ID, question string, id []byte) (string, error) {
	text, err := "", ErrNoText
	if c.survey.LinkTexts {
		text, err = linkedText(c, bucketResponses.of(tx).Bucket(key(session)), question, id)
	} else if b := bucketTexts.of(tx).Bucket(key(session)).Bucket([]byte(question)); b != nil {
		text, err = db.textIn(b, id)
	}
	return text, err
}

// textIn returns the text under a key of the bucket of a question.
func (db *DB) textIn(b *bbolt.Bucket, id []byte) (string, error) {
	record := b.Get(id)
	if record == nil {
		return "", ErrNoText
	}
	a, err := db.decodeText(id, record)
	return a.Text, err
}

// linkedText returns the text to a question in the row under a key.
func linkedText(c *codec, rows *bbolt.Bucket, question string, id []byte) (string, error) {
	at, ok := c.survey.Question(question)
	if !ok || rows == nil || rows.Get(id) == nil {
		return "", ErrNoText
	}
	r, err := c.decode(id, rows.Get(id))
	if err == nil && r.Answers[at].Text == "" {
		err = ErrNoText
	}
	if err != nil {
		return "", err
	}
	return r.Answers[at].Text, nil
}
