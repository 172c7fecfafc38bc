package storage_test

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
	"testing/synctest"
	"time"

	"go.etcd.io/bbolt"

	"anketa/storage"
	"anketa/storage/storagetest"
	"anketa/survey"
)

// A database is created on the spot, readable by its owner alone, and nothing
// of the temporary file is left beside it: only the claim on its name, until it is closed.
func TestCreate(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "anketa.db")
	db := open(t, path, storage.Options{Create: true})
	if sessions, err := db.Sessions(t.Context()); err != nil || len(sessions) != 0 {
		t.Errorf("a new database has sessions %v, error %v", sessions, err)
	}
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	if got := info.Mode(); got != 0o600 {
		t.Errorf("the file has mode %v, want 0600", got)
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	if len(entries) != 2 || entries[1].Name() != "anketa.db.lock" {
		t.Errorf("the folder holds %v, want the database and the claim on it", entries)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	if entries, err := os.ReadDir(dir); err != nil || len(entries) != 1 {
		t.Errorf("the folder holds %v, want the database alone", entries)
	}
}

// Creating never replaces what is there: a second opening finds the first one's data.
func TestCreateKeepsWhatIsThere(t *testing.T) {
	var session survey.Session
	path := stored(t, func(db *storage.DB) { session = storagetest.Session(t, db, evaluation()) })
	db := storagetest.OpenFile(t, path)
	sessions, err := db.Sessions(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	same(t, sessions, []survey.Session{session})
}

// Several kiosks that start at once make one database: each gets it or is told
// that another has it, and what one has stored no other replaces.
func TestCreateAtOnce(t *testing.T) {
	const rounds, kiosks = 10, 8
	for range rounds {
		path := filepath.Join(t.TempDir(), "anketa.db")
		errs := make(chan error)
		for range kiosks {
			go func() { errs <- createAndStore(path) }()
		}
		want := 0
		for range kiosks {
			switch err := <-errs; {
			case err == nil:
				want++
			case !errors.Is(err, storage.ErrLocked):
				t.Error(err)
			}
		}
		if left, _ := filepath.Glob(path + ".new-*"); len(left) != 0 {
			t.Errorf("temporary files are left: %v", left)
		}
		sessions, err := storagetest.OpenFile(t, path).Sessions(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		if len(sessions) != want || want == 0 {
			t.Fatalf("%d kiosks stored a session, %d sessions are there", want, len(sessions))
		}
	}
}

// createAndStore opens or creates a database and stores a session.
func createAndStore(path string) error {
	db, err := storage.Open(path, storage.Options{Create: true})
	if err != nil {
		return err
	}
	_, err = db.CreateSession(context.Background(), survey.Session{ID: survey.NewID(), Title: "Niš"}, evaluation())
	return errors.Join(err, db.Close())
}

// Without the wish to create, and without a folder, a missing file is an error
// that says so, and nothing is made.
func TestOpenMissing(t *testing.T) {
	dir := t.TempDir()
	for name, test := range map[string]struct {
		path string
		opts storage.Options
	}{
		"no file":         {filepath.Join(dir, "a.db"), storage.Options{}},
		"no file to read": {filepath.Join(dir, "a.db"), storage.Options{ReadOnly: true}},
		"no folder":       {filepath.Join(dir, "none", "a.db"), storage.Options{Create: true}},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := storage.Open(test.path, test.opts)
			wantError(t, err, fs.ErrNotExist)
			if got := errors.Is(err, storage.ErrNotCreated); got != test.opts.Create {
				t.Errorf("error %v says that the database cannot be made: %v", err, got)
			}
		})
	}
	if entries, _ := os.ReadDir(dir); len(entries) != 0 {
		t.Errorf("the folder holds %v", entries)
	}
}

// Files that are no database of anketa are refused, also with the wish to
// create one, and not a byte of them changes.
func TestOpenForeign(t *testing.T) {
	tests := map[string][]byte{
		"empty file": {},
		"one byte":   {0},
		"text file":  bytes.Repeat([]byte("id,sector,informed\n"), 1000),
		"zeros":      make([]byte, 64<<10),
		"bbolt file without a list of free pages": unsynced(t),
		"other bbolt file":                        foreign(t, func(tx *bbolt.Tx) error { return nil }),
		"bbolt file with a bucket": foreign(t, func(tx *bbolt.Tx) error {
			_, err := tx.CreateBucket([]byte("meta"))
			return err
		}),
		"bbolt file with our buckets": foreign(t, ourBuckets),
	}
	for name, data := range tests {
		for _, opts := range []storage.Options{{}, {Create: true}, {ReadOnly: true}} {
			t.Run(name, func(t *testing.T) {
				path := filepath.Join(t.TempDir(), "foreign")
				if err := os.WriteFile(path, data, 0o600); err != nil {
					t.Fatal(err)
				}
				_, err := storage.Open(path, opts)
				wantError(t, err, storage.ErrForeign)
				if content(t, path) != string(data) {
					t.Error("the foreign file was changed")
				}
			})
		}
	}
}

// A folder is no database.
func TestOpenFolder(t *testing.T) {
	for _, opts := range []storage.Options{{}, {Create: true}, {ReadOnly: true}} {
		_, err := storage.Open(t.TempDir(), opts)
		wantError(t, err, storage.ErrForeign)
	}
}

// foreign returns the bytes of a bbolt file that another program filled.
func foreign(tb testing.TB, fill func(tx *bbolt.Tx) error) []byte {
	tb.Helper()
	path := filepath.Join(tb.TempDir(), "other.db")
	edit(tb, path, fill)
	return []byte(content(tb, path))
}

// unsynced returns a bbolt file as some other programs keep it: to open such a
// file for writing is to write to it.
func unsynced(tb testing.TB) []byte {
	tb.Helper()
	path := filepath.Join(tb.TempDir(), "unsynced.db")
	bolt, err := bbolt.Open(path, 0o600, &bbolt.Options{NoFreelistSync: true})
	if err != nil {
		tb.Fatal(err)
	}
	if err := errors.Join(bolt.Update(ourBuckets), bolt.Close()); err != nil {
		tb.Fatal(err)
	}
	return []byte(content(tb, path))
}

// ourBuckets makes buckets with the names of ours, but no schema.
func ourBuckets(tx *bbolt.Tx) error {
	for _, name := range []string{"meta", "surveys", "sessions", "tallies", "responses", "texts"} {
		if _, err := tx.CreateBucket([]byte(name)); err != nil {
			return err
		}
	}
	return nil
}

// A file of a newer version is refused as such; a version that never was is foreign.
// Either is left as it is, byte by byte.
func TestOpenOtherSchema(t *testing.T) {
	for version, want := range map[string]error{
		"\x01": nil, "\x02": storage.ErrNewer, "\xff": storage.ErrNewer,
		"\x00": storage.ErrForeign, "": storage.ErrForeign, "\x01\x00": storage.ErrForeign,
	} {
		path := stored(t, func(*storage.DB) {})
		put(t, path, record{"meta", "schema", version})
		before := content(t, path)
		db, err := storage.Open(path, storage.Options{})
		if !errors.Is(err, want) {
			t.Errorf("schema %q: got error %v, want %v", version, err, want)
		}
		if want != nil && content(t, path) != before {
			t.Errorf("schema %q: the file that was refused is another one", version)
		}
		if err == nil {
			_ = db.Close()
		}
	}
}

// A database that another kiosk has open is refused as such within the waiting
// time, and free as soon as the other lets go. The clock is that of the bubble.
func TestOpenLocked(t *testing.T) {
	for name, test := range map[string]struct{ holder, opener storage.Options }{
		"two kiosks":           {storage.Options{}, storage.Options{}},
		"reader beside kiosk":  {storage.Options{}, storage.Options{ReadOnly: true}},
		"kiosk beside reader":  {storage.Options{ReadOnly: true}, storage.Options{}},
		"creator beside kiosk": {storage.Options{}, storage.Options{Create: true}},
	} {
		t.Run(name, func(t *testing.T) {
			path := stored(t, func(*storage.DB) {})
			synctest.Test(t, func(t *testing.T) {
				holder := open(t, path, test.holder)
				start := time.Now()
				_, err := storage.Open(path, test.opener)
				wantError(t, err, storage.ErrLocked)
				if waited := time.Since(start); waited > 200*time.Millisecond {
					t.Errorf("the answer came after %v", waited)
				}
				if err := holder.Close(); err != nil {
					t.Fatal(err)
				}
				open(t, path, test.opener)
			})
		})
	}
}

// Whoever is ready to wait gets the database as soon as it is free.
func TestOpenWaits(t *testing.T) {
	path := stored(t, func(*storage.DB) {})
	synctest.Test(t, func(t *testing.T) {
		holder := open(t, path, storage.Options{})
		time.AfterFunc(time.Second, func() { _ = holder.Close() })
		start := time.Now()
		open(t, path, storage.Options{Timeout: time.Minute})
		if waited := time.Since(start); waited > 2*time.Second {
			t.Errorf("the database was free after a second and opened after %v", waited)
		}
	})
}

// Two readers do not disturb each other.
func TestOpenTwoReaders(t *testing.T) {
	path := stored(t, func(*storage.DB) {})
	open(t, path, storage.Options{ReadOnly: true})
	open(t, path, storage.Options{ReadOnly: true})
}
