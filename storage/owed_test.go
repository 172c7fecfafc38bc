package storage_test

import (
	"path/filepath"
	"testing"

	"anketa/storage"
)

// A closing behind which the file was not written anew is finished later, once, and
// gives the file that it would have given at once. Before, the file is not that one:
// the control.
func TestFinishClosing(t *testing.T) {
	path, session, _, _ := training(t)
	at := filepath.Join(t.TempDir(), "at once.db")
	copyFile(t, path, at)
	one := open(t, at, storage.Options{})
	must(t, one.Compact(t.Context()))
	must(t, one.Close())
	want := content(t, at)
	if content(t, path) == want {
		t.Fatal("a closing alone writes the file anew: there is nothing to finish")
	}
	db := open(t, path, storage.Options{})
	if owed, err := db.FinishClosing(t.Context()); err != nil || !owed {
		t.Errorf("got %v, %v, want something that is owed", owed, err)
	}
	if content(t, path) != want {
		t.Error("finished later, a closing gives another file than at once")
	}
	// Closing what is closed owes nothing.
	must(t, db.CloseSession(t.Context(), session))
	if owed, err := db.FinishClosing(t.Context()); err != nil || owed {
		t.Errorf("got %v, %v, want nothing that is owed", owed, err)
	}
}

// On a file that may only be read, what is owed stays.
func TestFinishClosingReadOnly(t *testing.T) {
	path, _, _, _ := training(t)
	before := content(t, path)
	db := open(t, path, storage.Options{ReadOnly: true})
	owed, err := db.FinishClosing(t.Context())
	wantError(t, err, storage.ErrReadOnly)
	if !owed || content(t, path) != before {
		t.Errorf("owed is %v, and the file has %d bytes", owed, len(content(t, path)))
	}
}
