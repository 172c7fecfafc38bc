package storage_test

import (
	"encoding/binary"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"anketa/storage"
	"anketa/storage/storagetest"
	"anketa/survey"
)

// A database that is renamed, deleted or replaced under a running kiosk takes
// nothing, says so, and goes on when the file is back. Negative control: without
// the comparison with the path a deleted database gives thanks for answers that
// are gone with the program.
func TestMoved(t *testing.T) {
	away := func(path string) error { return os.Rename(path, path+".away") }
	for name, test := range map[string]struct {
		remove func(path string) error
		// back undoes it; nil means that nothing can.
		back func(path string) error
	}{
		"renamed":             {away, func(path string) error { return os.Rename(path+".away", path) }},
		"deleted":             {os.Remove, nil},
		"replaced":            {func(path string) error { return replace(t, path) }, func(path string) error { return os.Rename(path+".away", path) }},
		"folder in its place": {func(path string) error { return errors.Join(away(path), os.Mkdir(path, 0o700)) }, nil},
	} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "anketa.db")
			db := open(t, path, storage.Options{Create: true})
			session := storagetest.Session(t, db, evaluation()).ID
			ready(t, db)
			if err := test.remove(path); err != nil {
				t.Fatal(err)
			}
			r := respond([3]survey.Code{1, 2, 1})
			for range 3 {
				wantError(t, db.Ready(t.Context()), storage.ErrMoved)
				wantError(t, db.AddResponse(t.Context(), session, r), storage.ErrMoved)
			}
			// What was stored can still be read.
			if _, err := db.Part(t.Context(), session); err != nil {
				t.Error(err)
			}
			if test.back == nil {
				return
			}
			if err := test.back(path); err != nil {
				t.Fatal(err)
			}
			ready(t, db)
			add(t, db, session, r)
			if part, err := db.Part(t.Context(), session); err != nil || part.Batches.N() != 1 {
				t.Errorf("%d responses are stored (%v), want 1", part.Batches.N(), err)
			}
		})
	}
}

// replace puts a copy in the place of a file.
func replace(t *testing.T, path string) error {
	t.Helper()
	copied := content(t, path)
	if err := os.Rename(path, path+".away"); err != nil {
		return err
	}
	return os.WriteFile(path, []byte(copied), 0o600)
}

// ready fails unless the database can take a response.
func ready(tb testing.TB, db *storage.DB) {
	tb.Helper()
	if err := db.Ready(tb.Context()); err != nil {
		tb.Fatalf("the database is not ready: %v", err)
	}
}

// Asking whether the database is ready stores nothing, wakes nobody and leaves
// the file as long as it is.
func TestReadyLeavesNoTrace(t *testing.T) {
	path, _ := kiosk(t, 7)
	before, size := dump(t, path), length(t, path)
	db := open(t, path, storage.Options{})
	watch := db.Watch(t.Context())
	for range 20 {
		ready(t, db)
	}
	select {
	case <-watch:
		t.Error("a watcher was woken")
	default:
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	same(t, dump(t, path), before)
	if got := length(t, path); got != size {
		t.Errorf("the file has %d bytes, had %d", got, size)
	}
}

// length returns the size of a file.
func length(tb testing.TB, path string) int64 {
	tb.Helper()
	info, err := os.Stat(path)
	if err != nil {
		tb.Fatal(err)
	}
	return info.Size()
}

// Whoever takes back the last transaction of a file sees the last response go;
// asking whether the database is ready behind every response ends that. The
// first half is the control.
func TestReadyHidesTheLast(t *testing.T) {
	for name, asks := range map[string]bool{"responses alone": false, "ready behind each": true} {
		t.Run(name, func(t *testing.T) {
			var session survey.ID
			path := stored(t, func(db *storage.DB) {
				session = storagetest.Session(t, db, evaluation()).ID
				for range 7 {
					add(t, db, session, respond([3]survey.Code{1, 2, 1}))
					if asks {
						ready(t, db)
					}
				}
			})
			revert(t, path)
			want := 6
			if asks {
				want = 7
			}
			if got := len(in(dump(t, path), rowsOf(session))); got != want {
				t.Errorf("the transaction before the last one shows %d responses, want %d", got, want)
			}
		})
	}
}

// revert takes the last transaction back: it destroys the magic number of the
// newer meta page. The number of a transaction stands 48 bytes behind the
// 16 bytes of a page's head.
func revert(tb testing.TB, path string) {
	tb.Helper()
	data := content(tb, path)
	number := func(page int) uint64 { return binary.NativeEndian.Uint64([]byte(data[page*pageSize+16+48:])) }
	newer := 0
	if number(1) > number(0) {
		newer = 1
	}
	scribble(tb, path, int64(newer*pageSize+16), make([]byte, 4))
}

// A database that was opened for reading takes nothing, and one that was closed
// is not opened again.
func TestNeverReady(t *testing.T) {
	path, _ := kiosk(t, 1)
	reader := open(t, path, storage.Options{ReadOnly: true})
	wantError(t, reader.Ready(t.Context()), storage.ErrReadOnly)
	if err := reader.Close(); err != nil {
		t.Fatal(err)
	}
	db := open(t, path, storage.Options{})
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	for range 2 {
		if db.Ready(t.Context()) == nil {
			t.Error("a closed database is ready")
		}
	}
	// Nobody holds the lock.
	ready(t, open(t, path, storage.Options{}))
}
