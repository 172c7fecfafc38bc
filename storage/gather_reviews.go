package storage

import (
	"bytes"
	"context"
	"errors"

	"go.etcd.io/bbolt"

	"anketa/survey"
)

// writeReviews writes the reviews of a session's texts: of different ones of one
// text the more cautious, see [survey.Review.Join]. A review goes where its text
// does: not into the new file when the text is quarantined or cannot be read.
func (g *gathering) writeReviews(s *survey.Session, c *codec, q *quarantine) error {
	from := nested(g.all(bucketReviews), key(s.ID))
	return union(from, func(question []byte, _ [][]byte) error {
		out := g.out.bucket([]byte(bucketReviews), key(s.ID), question)
		defer out.cancel()
		written := false
		err := union(nested(from, question), func(id []byte, records [][]byte) error {
			text, ok := g.textUnder(s, c, q, string(question), id)
			if !ok {
				return nil
			}
			review, err := g.joined(s, id, text, records)
			if err != nil || review.IsZero() {
				return err
			}
			record, err := g.db.sealJSON(id, &review)
			if err != nil {
				return err
			}
			written = true
			return out.put(id, record)
		})
		if !written {
			return err
		}
		return errors.Join(err, out.done())
	})
}

// joined reads the reviews of one text and joins them.
func (g *gathering) joined(s *survey.Session, id []byte, text string, records [][]byte) (survey.Review, error) {
	var joined survey.Review
	for _, record := range records {
		var review survey.Review
		err := g.db.readJSON(id, record, &review)
		review.Clean()
		if err == nil && review.Check(text) != nil {
			err = damaged("a review does not fit its text")
		}
		if err != nil {
			// Where nobody knows what was decided, nothing leaves the kiosk.
			joined.Verdict = survey.Hidden
			if err := g.lost("review", s.Title, id, err); err != nil {
				return joined, err
			}
			continue
		}
		joined = joined.Join(review)
	}
	return joined, nil
}

// textUnder returns the text that a review speaks of, in any database; it reports
// false when the new file does not have it.
func (g *gathering) textUnder(s *survey.Session, c *codec, q *quarantine, question string, id []byte) (string, bool) {
	asked := question
	if c.survey.LinkTexts {
		asked = ""
	}
	if q.ids[asked+separator+string(id)] {
		return "", false
	}
	for _, tx := range g.from {
		if bucketResponses.of(tx).Bucket(key(s.ID)) == nil {
			continue
		}
		if text, err := g.db.oneText(tx, c, s.ID, question, id); err == nil {
			return text, true
		}
	}
	return "", false
}

// writeStatements writes the conclusions and recommendations of a session: of
// different ones under one id that which was changed more often, or else the one
// whose record comes last.
func (g *gathering) writeStatements(s *survey.Session, c *codec) error {
	from := nested(g.all(bucketStatements), key(s.ID))
	if none(from) {
		return nil
	}
	out := g.out.bucket([]byte(bucketStatements), key(s.ID))
	defer out.cancel()
	written := false
	err := union(from, func(id []byte, records [][]byte) error {
		var chosen []byte
		edition := 0
		for _, record := range records {
			statement, err := g.db.readStatement(c, id, record)
			if err != nil {
				if err := g.lost("statement", s.Title, id, err); err != nil {
					return err
				}
				continue
			}
			if statement.Edition >= edition {
				chosen, edition = record, statement.Edition
			}
		}
		if chosen == nil {
			return nil
		}
		written = true
		return out.put(id, chosen)
	})
	if !written {
		return err
	}
	return errors.Join(err, out.done())
}

// checkReviews reads every review and every statement: each belongs to a text, or
// to a session, that is there.
func (db *DB) checkReviews(ctx context.Context) error {
	return db.view(func(tx *bbolt.Tx) error {
		for _, b := range []bucket{bucketReviews, bucketStatements} {
			top := b.of(tx)
			if top == nil {
				continue
			}
			err := top.ForEach(func(id, value []byte) error {
				if len(id) != len(survey.ID{}) || value != nil || bucketSessions.of(tx).Get(id) == nil {
					return damaged("there are " + string(b) + " of no session")
				}
				_, c, err := db.session(tx, survey.ID(id))
				if err != nil {
					return err
				}
				if b == bucketStatements {
					_, err = db.statements(tx, c, survey.ID(id))
					return errors.Join(err, ctx.Err())
				}
				return errors.Join(db.checkReviewsOf(tx, c, survey.ID(id)), ctx.Err())
			})
			if err != nil {
				return err
			}
		}
		return nil
	})
}

// checkReviewsOf is checkReviews for the reviews of one session.
func (db *DB) checkReviewsOf(tx *bbolt.Tx, c *codec, session survey.ID) error {
	of := bucketReviews.within(tx, session)
	return of.ForEach(func(question, value []byte) error {
		if value != nil {
			return damaged("a review lies in the wrong place")
		}
		reviews := of.Bucket(question)
		return reviews.ForEach(func(id, value []byte) error {
			text, err := db.oneText(tx, c, session, string(question), bytes.Clone(id))
			if errors.Is(err, ErrNoText) || value == nil {
				return damaged("there is a review of no text")
			}
			if err != nil {
				return err
			}
			_, err = db.getReview(reviews, id, text, &survey.Review{})
			return err
		})
	})
}
