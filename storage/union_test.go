package storage_test

import (
	"testing"

	"anketa/storage"
	"anketa/storage/storagetest"
	"anketa/survey"
)

// A merge does not show a few people beside what one of its files has shown of the
// same session, however it is merged on. Negative control: a tally that is counted anew.
func TestMergeHoldsBack(t *testing.T) {
	session := survey.Session{ID: survey.NewID(), Title: "Niš", Open: true}
	all := make([]survey.Response, 17)
	for i := range all {
		all[i] = respond([3]survey.Code{1, 4, 1})
	}
	part := func(responses ...survey.Response) string {
		db := storagetest.Open(t)
		if _, err := db.CreateSession(t.Context(), session, evaluation()); err != nil {
			t.Fatal(err)
		}
		for _, r := range responses {
			add(t, db, session.ID, r)
		}
		path := t.TempDir() + "/part.db"
		do(t, db.CloseSession(t.Context(), session.ID), db.Backup(t.Context(), path))
		return path
	}
	db := storagetest.Open(t)
	for _, step := range []struct {
		with          string
		shown, stored int
	}{{part(all[:12]...), 12, 12}, {part(all[12:14]...), 12, 14}, {part(all[10:16]...), 12, 16}, {part(all[16:]...), 17, 17}} {
		source := storagetest.OpenFile(t, step.with)
		if _, err := db.Merge(t.Context(), []*storage.DB{source}, nil); err != nil {
			t.Fatal(err)
		}
		shows(t, db, session.ID, step.shown, step.stored)
		do(t, db.Check(t.Context()))
	}
}
