package storage

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"go.etcd.io/bbolt"

	"anketa/results"
	"anketa/survey"
)

// CreateSession stores a session together with the survey it is started with,
// and returns it with its revision set. The kiosk takes responses for one
// training at a time: a second open session is refused with [ErrAnotherOpen].
// Storing the same session again changes nothing.
func (db *DB) CreateSession(ctx context.Context, session survey.Session, s *survey.Survey) (survey.Session, error) {
	err := db.persist(ctx, func(tx *bbolt.Tx) error {
		return db.createSession(tx, &session, s)
	})
	return session, err
}

// createSession works inside a transaction.
func (db *DB) createSession(tx *bbolt.Tx, session *survey.Session, s *survey.Survey) error {
	session.Clean()
	if err := session.Check(); err != nil {
		return err
	}
	data, revision, err := s.Revise()
	if err != nil {
		return err
	}
	// Whatever is stored must be readable, or its responses are lost.
	if err := db.decode(revision, data); err != nil {
		return err
	}
	session.Revision = revision
	if err := bucketSurveys.of(tx).Put(revision[:], seal(db.crc, revision[:], data)); err != nil {
		return fmt.Errorf("store survey: %w", err)
	}
	id := key(session.ID)
	if known, err := db.knows(tx, session); err != nil || known {
		return err
	}
	if session.Open {
		if err := db.refuseSecondOpen(tx); err != nil {
			return err
		}
	}
	if _, err := bucketResponses.of(tx).CreateBucket(id); err != nil {
		return fmt.Errorf("store session: %w", err)
	}
	if _, err := bucketTexts.of(tx).CreateBucket(id); err != nil {
		return fmt.Errorf("store session: %w", err)
	}
	empty := results.NewBatches(s)
	if _, err := db.putBatches(tx, session.ID, &empty); err != nil {
		return err
	}
	return db.putJSON(bucketSessions.of(tx), id, session)
}

// knows reports whether a session is stored as it is, by an attempt that did not
// come to know it. Another one under the same id is ErrConflict.
func (db *DB) knows(tx *bbolt.Tx, session *survey.Session) (bool, error) {
	var stored survey.Session
	found, err := db.getJSON(bucketSessions.of(tx), key(session.ID), &stored)
	if found && stored != *session {
		return false, ErrConflict
	}
	return found, err
}

// refuseSecondOpen reports ErrAnotherOpen while a session takes responses.
func (db *DB) refuseSecondOpen(tx *bbolt.Tx) error {
	return bucketSessions.of(tx).ForEach(func(id, _ []byte) error {
		var s survey.Session
		if _, err := db.getJSON(bucketSessions.of(tx), id, &s); err != nil {
			return err
		}
		if s.Open {
			return ErrAnotherOpen
		}
		return nil
	})
}

// Sessions returns all sessions by date, then title.
func (db *DB) Sessions(ctx context.Context) ([]survey.Session, error) {
	var sessions []survey.Session
	err := db.view(func(tx *bbolt.Tx) error {
		return bucketSessions.of(tx).ForEach(func(id, _ []byte) error {
			var s survey.Session
			if _, err := db.getJSON(bucketSessions.of(tx), id, &s); err != nil {
				return err
			}
			s.Clean()
			sessions = append(sessions, s)
			return ctx.Err()
		})
	})
	slices.SortFunc(sessions, func(a, b survey.Session) int {
		return cmp.Or(cmp.Compare(a.Date, b.Date), cmp.Compare(a.Title, b.Title), cmp.Compare(a.ID.String(), b.ID.String()))
	})
	return sessions, err
}

// CloseSession ends a session. Its tally is sealed: from now on nothing tells
// in which batch a response came. Closing a closed session changes nothing. What
// the file remembers beside its records goes with [DB.Compact]; until that was done,
// [DB.FinishClosing] knows of it.
func (db *DB) CloseSession(ctx context.Context, id survey.ID) error {
	return db.persist(ctx, func(tx *bbolt.Tx) error {
		session, c, err := db.session(tx, id)
		if err != nil {
			return err
		}
		if session.Open {
			if err := bucketMeta.of(tx).Put([]byte(keyOwed), seal(db.crc, []byte(keyOwed), nil)); err != nil {
				return fmt.Errorf("store what closing owes: %w", err)
			}
		}
		return db.closeSession(tx, session, c)
	})
}

// closeSession works inside a transaction.
func (db *DB) closeSession(tx *bbolt.Tx, session survey.Session, c *codec) error {
	b, err := db.batches(tx, c, session.ID)
	if err != nil {
		return err
	}
	b.Seal()
	session.Open = false
	if _, err := db.putBatches(tx, session.ID, &b); err != nil {
		return err
	}
	return db.putJSON(bucketSessions.of(tx), key(session.ID), session)
}

// Survey returns the survey that a session was started with.
func (db *DB) Survey(ctx context.Context, session survey.ID) (*survey.Survey, error) {
	var s *survey.Survey
	err := db.view(func(tx *bbolt.Tx) error {
		_, c, err := db.session(tx, session)
		if err != nil {
			return err
		}
		s = c.survey
		return ctx.Err()
	})
	return s, err
}

// session reads a session and the codec of its survey.
func (db *DB) session(tx *bbolt.Tx, id survey.ID) (survey.Session, *codec, error) {
	var s survey.Session
	found, err := db.getJSON(bucketSessions.of(tx), key(id), &s)
	if err != nil {
		return s, nil, err
	}
	if !found {
		return s, nil, ErrNotFound
	}
	s.Clean()
	c, err := db.codec(tx, s.Revision)
	return s, c, err
}

// codec returns the codec of a stored survey, which is decoded once.
func (db *DB) codec(tx *bbolt.Tx, revision survey.Revision) (*codec, error) {
	if c, err := db.known(revision); err == nil {
		return c, nil
	}
	if err := db.learn(revision, bucketSurveys.of(tx).Get(revision[:])); err != nil {
		return nil, err
	}
	return db.known(revision)
}

// known returns the codec of a survey that was learnt.
func (db *DB) known(revision survey.Revision) (*codec, error) {
	db.mu.Lock()
	defer db.mu.Unlock()
	if c, ok := db.codecs[revision]; ok {
		return c, nil
	}
	return nil, damaged("the survey of a session is missing")
}

// learn decodes the record of a survey.
func (db *DB) learn(revision survey.Revision, record []byte) error {
	data, err := unseal(db.crc, revision[:], record)
	if err != nil {
		return err
	}
	if err := db.decode(revision, data); err != nil {
		return fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	return nil
}

// decode reads a survey and keeps its codec.
func (db *DB) decode(revision survey.Revision, data []byte) error {
	s, err := survey.Decode(data)
	if err != nil {
		return err
	}
	db.mu.Lock()
	defer db.mu.Unlock()
	db.codecs[revision] = newCodec(s, revision, db.crc)
	return nil
}
