// Package storagetest opens real databases for tests and checks them whole when
// the test ends.
package storagetest

import (
	"context"
	"path/filepath"
	"testing"

	"anketa/storage"
	"anketa/survey"
)

// Open returns a new database in a folder of the test. When the test ends, the
// whole database is checked and closed.
func Open(tb testing.TB) *storage.DB {
	tb.Helper()
	return OpenFile(tb, filepath.Join(tb.TempDir(), "anketa.db"))
}

// OpenFile is [Open] for a given path.
func OpenFile(tb testing.TB, path string) *storage.DB {
	tb.Helper()
	db, err := storage.Open(path, storage.Options{Create: true})
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() {
		if err := db.Check(context.Background()); err != nil {
			tb.Errorf("the database is not whole: %v", err)
		}
		if err := db.Close(); err != nil {
			tb.Error(err)
		}
	})
	return db
}

// Session stores an open session with a survey and returns it.
func Session(tb testing.TB, db *storage.DB, s *survey.Survey) survey.Session {
	tb.Helper()
	session, err := db.CreateSession(context.Background(), survey.Session{
		ID: survey.NewID(), Title: "Niš", Place: "Niš", Date: "2022-05-17", Attended: 24, Open: true,
	}, s)
	if err != nil {
		tb.Fatal(err)
	}
	return session
}
