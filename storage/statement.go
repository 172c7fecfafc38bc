package storage

import (
	"cmp"
	"context"
	"fmt"
	"reflect"
	"slices"

	"go.etcd.io/bbolt"

	"anketa/survey"
)

// Statements returns the conclusions and recommendations of a session in their
// order, without those that were withdrawn.
func (db *DB) Statements(ctx context.Context, session survey.ID) ([]survey.Statement, error) {
	var all []survey.Statement
	err := db.view(func(tx *bbolt.Tx) error {
		_, c, err := db.session(tx, session)
		if err != nil {
			return err
		}
		all, err = db.statements(tx, c, session)
		all = slices.DeleteFunc(all, func(s survey.Statement) bool { return s.Withdrawn() })
		return cmp.Or(err, ctx.Err())
	})
	return all, err
}

// statements reads all statements of a session, also those that were withdrawn.
func (db *DB) statements(tx *bbolt.Tx, c *codec, session survey.ID) ([]survey.Statement, error) {
	b := bucketStatements.within(tx, session)
	if b == nil {
		return nil, nil
	}
	var all []survey.Statement
	err := b.ForEach(func(id, record []byte) error {
		s, err := db.readStatement(c, id, record)
		all = append(all, s)
		return err
	})
	slices.SortFunc(all, func(a, b survey.Statement) int {
		return cmp.Or(cmp.Compare(a.Place, b.Place), cmp.Compare(a.ID.String(), b.ID.String()))
	})
	return all, err
}

// readStatement reads a record.
func (db *DB) readStatement(c *codec, id, record []byte) (survey.Statement, error) {
	var s survey.Statement
	if err := db.readJSON(id, record, &s); err != nil {
		return s, err
	}
	if s.Clean(); string(id) != string(s.ID[:]) {
		return s, damaged("a statement lies under another key")
	}
	if err := s.Check(c.survey); err != nil {
		return s, fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	return s, nil
}

// PutStatement stores a conclusion or a recommendation of a session, in place of
// the one with the same id, which keeps its place; a new one comes last. One
// without a text is withdrawn: that it was there is remembered, so that it does not
// come back out of another file. Storing the same statement again changes nothing.
func (db *DB) PutStatement(ctx context.Context, session survey.ID, s survey.Statement) error {
	s.Clean()
	if s.Withdrawn() {
		s.Questions, s.Themes = nil, nil
	}
	return db.persist(ctx, func(tx *bbolt.Tx) error {
		_, c, err := db.session(tx, session)
		if err != nil {
			return err
		}
		if err := s.Check(c.survey); err != nil {
			return err
		}
		before, err := db.statements(tx, c, session)
		if err != nil {
			return err
		}
		changed, err := placed(&s, before)
		if err != nil || !changed {
			return err
		}
		of, err := bucketStatements.create(tx, session)
		if err != nil {
			return err
		}
		return db.putJSON(of, key(s.ID), &s)
	})
}

// placed gives a statement its place and its edition among those of its session,
// and reports whether it differs from the one that it replaces.
func placed(s *survey.Statement, before []survey.Statement) (changed bool, err error) {
	s.Place, s.Edition = 1, 1
	held := 0
	for i := range before {
		old := &before[i]
		if old.ID == s.ID {
			s.Place, s.Edition = old.Place, old.Edition
			changed = !reflect.DeepEqual(*s, *old)
			s.Edition++
			return changed, nil
		}
		s.Place = max(s.Place, old.Place+1)
		if !old.Withdrawn() {
			held++
		}
	}
	if held >= survey.MaxStatements {
		return false, fmt.Errorf("a session has at most %d conclusions and recommendations", survey.MaxStatements)
	}
	return true, nil
}
