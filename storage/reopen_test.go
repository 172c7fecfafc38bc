package storage_test

import (
	"testing"

	"anketa/results"
	"anketa/storage"
	"anketa/storage/storagetest"
	"anketa/survey"
)

// A session that was opened again takes responses, and what its first closing
// showed outlives a restart and a compaction: nobody sees the few who came late.
func TestReopenSession(t *testing.T) {
	session := survey.Session{ID: survey.NewID(), Title: "Niš", Open: true}
	fill := func(db *storage.DB, n int) {
		for range n {
			add(t, db, session.ID, respond([3]survey.Code{1, 4, 1}))
		}
	}
	path := stored(t, func(db *storage.DB) {
		if _, err := db.CreateSession(t.Context(), session, evaluation()); err != nil {
			t.Fatal(err)
		}
		fill(db, 12)
		wantError(t, db.ReopenSession(t.Context(), survey.NewID()), storage.ErrNotFound)
		do(t, db.CloseSession(t.Context(), session.ID), db.Compact(t.Context()), db.ReopenSession(t.Context(), session.ID))
		fill(db, 4)
	})
	db := storagetest.OpenFile(t, path)
	shows(t, db, session.ID, 12, 16)
	do(t, db.Check(t.Context()), db.CloseSession(t.Context(), session.ID), db.Compact(t.Context()))
	shows(t, db, session.ID, 12, 16)
	do(t, db.ReopenSession(t.Context(), session.ID))
	fill(db, 1)
	shows(t, db, session.ID, 12, 17)
	do(t, db.CloseSession(t.Context(), session.ID), db.Compact(t.Context()), db.Check(t.Context()))
	shows(t, db, session.ID, 17, 17)
}

// While one session is open no other is opened again; the open one stays as it is.
func TestReopenBesideOpen(t *testing.T) {
	db := storagetest.Open(t)
	first, second := survey.Session{ID: survey.NewID(), Title: "Niš"}, survey.Session{ID: survey.NewID(), Title: "Subotica", Open: true}
	for _, s := range []survey.Session{first, second} {
		if _, err := db.CreateSession(t.Context(), s, evaluation()); err != nil {
			t.Fatal(err)
		}
	}
	wantError(t, db.ReopenSession(t.Context(), first.ID), storage.ErrAnotherOpen)
	do(t, db.ReopenSession(t.Context(), second.ID))
	wantError(t, db.AddResponse(t.Context(), first.ID, respond([3]survey.Code{1, 1, 1})), storage.ErrClosed)
}

// do fails on the first error.
func do(tb testing.TB, errs ...error) {
	tb.Helper()
	for _, err := range errs {
		if err != nil {
			tb.Fatal(err)
		}
	}
}

// shows fails unless a session shows as many responses as wanted of those stored.
func shows(tb testing.TB, db *storage.DB, session survey.ID, shown, stored int) {
	tb.Helper()
	part, err := db.Part(tb.Context(), session)
	if err != nil {
		tb.Fatal(err)
	}
	r, err := results.NewRelease(part)
	if err != nil {
		tb.Fatal(err)
	}
	if r.Tally.N() != shown || r.Responses() != stored {
		tb.Errorf("%d of %d responses are shown, want %d of %d", r.Tally.N(), r.Responses(), shown, stored)
	}
}
