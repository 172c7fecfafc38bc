package storage_test

import (
	"context"
	"path/filepath"
	"testing"

	"go.etcd.io/bbolt"

	"anketa/results"
	"anketa/storage"
	"anketa/survey"
)

const million = 1_000_000

// filled makes a closed file with an imported session of n drawn responses to
// [twelve].
func filled(b *testing.B, n int) (path string, session survey.ID) {
	b.Helper()
	path = filepath.Join(b.TempDir(), "filled.db")
	db := open(b, path, storage.Options{Create: true})
	responses := make([]survey.Response, n)
	for i := range responses {
		responses[i] = sheet()
	}
	session = survey.NewID()
	imports := []storage.Import{{Session: survey.Session{ID: session, Title: "Niš"}, Responses: responses}}
	if err := db.Import(b.Context(), twelve(), imports); err != nil {
		b.Fatal(err)
	}
	if err := db.Close(); err != nil {
		b.Fatal(err)
	}
	return path, session
}

// BenchmarkRecount verifies and counts a million responses of 12 questions.
// Goal: at most 50 ms on one core.
func BenchmarkRecount(b *testing.B) {
	path, session := filled(b, million)
	db := open(b, path, storage.Options{})
	var t results.Tally
	for b.Loop() {
		var err error
		if t, err = db.Recount(context.Background(), session); err != nil {
			b.Fatal(err)
		}
	}
	if t.N() != million {
		b.Errorf("counted %d responses, want %d", t.N(), million)
	}
}

// BenchmarkStart opens a database and reads what the first screen shows, with
// no response stored and with a million, and beside it what bbolt alone takes to
// open the file and to get one record. Goals: the ratio to an empty file is at most
// 1.05, and the complete tally of a million is there within 150 ms.
func BenchmarkStart(b *testing.B) {
	empty, full, bolt := starter(b, 0), starter(b, million), boltStarter(b, million)
	b.Run("0", func(b *testing.B) { race(b, 1, &runner{do: empty}, map[string]*runner{}) })
	b.Run("1000000", func(b *testing.B) {
		race(b, 1, &runner{do: full}, map[string]*runner{"empty": {do: empty}, "bbolt": {do: bolt}})
	})
}

// starter makes a file with n responses and returns what a start does with it.
func starter(b *testing.B, n int) func() error {
	path, _ := filled(b, n)
	return func() error {
		db, err := storage.Open(path, storage.Options{})
		if err != nil {
			return err
		}
		defer db.Close()
		sessions, err := db.Sessions(context.Background())
		if err != nil {
			return err
		}
		_, err = db.Part(context.Background(), sessions[0].ID)
		return err
	}
}

// boltStarter makes a file with n responses and returns what opening it with bbolt
// and getting the tally takes.
func boltStarter(b *testing.B, n int) func() error {
	path, session := filled(b, n)
	return func() error {
		bolt, err := bbolt.Open(path, 0o600, nil)
		if err != nil {
			return err
		}
		defer bolt.Close()
		return bolt.View(func(tx *bbolt.Tx) error {
			if tx.Bucket([]byte("tallies")).Get(session[:]) == nil {
				return storage.ErrNotFound
			}
			return nil
		})
	}
}
