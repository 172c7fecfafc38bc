package storage_test

import (
	"context"
	"os"
	"testing"

	"anketa/storage"
	"anketa/storage/storagetest"
	"anketa/survey"
)

// A read-only database reads everything, refuses every change with an error,
// and leaves the file as it was.
func TestReadOnly(t *testing.T) {
	var session survey.Session
	path := stored(t, func(db *storage.DB) {
		session = storagetest.Session(t, db, evaluation())
		add(t, db, session.ID, respond([3]survey.Code{1, survey.NotApplicable, 2}, survey.Answer{Text: "shorter"}))
		if err := db.SetPIN(t.Context(), "2580"); err != nil {
			t.Fatal(err)
		}
	})
	before, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	db := open(t, path, storage.Options{ReadOnly: true})
	readsEverything(t, db, session)
	for name, change := range changes(db, session.ID) {
		if err := change(t.Context()); err == nil {
			t.Errorf("%s: a read-only database was changed", name)
		}
	}
	if err := db.Close(); err != nil {
		t.Error(err)
	}
	if after, _ := os.ReadFile(path); string(after) != string(before) {
		t.Error("the file was changed")
	}
}

// readsEverything fails unless every reading method gives what TestReadOnly stored.
func readsEverything(t *testing.T, db *storage.DB, session survey.Session) {
	t.Helper()
	ctx := t.Context()
	sessions, err := db.Sessions(ctx)
	if err != nil {
		t.Error(err)
	}
	same(t, sessions, []survey.Session{session})
	part, err := db.Part(ctx, session.ID)
	if err != nil || part.Batches.N() != 1 {
		t.Errorf("got %d responses, error %v, want 1", part.Batches.N(), err)
	}
	counted, err := db.Recount(ctx, session.ID)
	if total := part.Batches.Total(); err != nil || !counted.Equal(total) {
		t.Errorf("the recount gives %v, error %v, want %v", counted, err, total)
	}
	texts, err := db.Texts(ctx, session.ID, "improve")
	if err != nil {
		t.Error(err)
	}
	same(t, texts, []survey.Answer{{Text: "shorter"}})
	if s, err := db.Survey(ctx, session.ID); err != nil || s.ID != "evaluation" {
		t.Errorf("got survey %v, error %v", s, err)
	}
	// A PIN that could be tried without being counted would be tried for ever.
	if ok, _, err := db.CheckPIN(ctx, "2580"); ok || err == nil {
		t.Errorf("the PIN is %v, error %v, want an error", ok, err)
	}
	if err := db.Check(ctx); err != nil {
		t.Error(err)
	}
}

// changes lists every method that changes a database.
func changes(db *storage.DB, session survey.ID) map[string]func(context.Context) error {
	s := evaluation()
	return map[string]func(context.Context) error{
		"AddResponse": func(ctx context.Context) error {
			return db.AddResponse(ctx, session, respond([3]survey.Code{1, 1, 1}))
		},
		"AddPartial": func(ctx context.Context) error {
			return db.AddPartial(ctx, session, respond([3]survey.Code{1, 0, 0}))
		},
		"CloseSession": func(ctx context.Context) error { return db.CloseSession(ctx, session) },
		"CreateSession": func(ctx context.Context) error {
			_, err := db.CreateSession(ctx, survey.Session{ID: survey.NewID(), Title: "Subotica"}, s)
			return err
		},
		"Import": func(ctx context.Context) error {
			return db.Import(ctx, s, []storage.Import{{Session: survey.Session{ID: survey.NewID(), Title: "Novi Sad"}}})
		},
		"SetPIN": func(ctx context.Context) error { return db.SetPIN(ctx, "0000") },
	}
}

// A change that was called off before it began stores nothing.
func TestCancelled(t *testing.T) {
	var session survey.Session
	path := stored(t, func(db *storage.DB) { session = storagetest.Session(t, db, evaluation()) })
	before := dump(t, path)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	db := open(t, path, storage.Options{})
	for name, change := range changes(db, session.ID) {
		t.Run(name, func(t *testing.T) { wantError(t, change(ctx), context.Canceled) })
	}
	if err := db.Close(); err != nil {
		t.Error(err)
	}
	same(t, dump(t, path), before)
}
