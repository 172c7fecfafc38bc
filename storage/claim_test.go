package storage_test

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"anketa/storage"
	"anketa/storage/storagetest"
	"anketa/survey"
)

// When a database is moved away while it is open, nobody can make another one
// under its name: answers would go into two files.
func TestClaimOnName(t *testing.T) {
	path := filepath.Join(t.TempDir(), "anketa.db")
	first := open(t, path, storage.Options{Create: true})
	must(t, os.Rename(path, path+".away"))
	_, err := storage.Open(path, storage.Options{Create: true})
	wantError(t, err, storage.ErrLocked)
	must(t, os.Rename(path+".away", path))
	must(t, first.Close())
	second := open(t, path, storage.Options{})
	if _, interrupted := second.Interrupted(); interrupted {
		t.Error("a program that ended in good order is taken for one that did not")
	}
}

// After a program was killed, the next one knows that, and which response was on
// its way; whether that is stored, the database says.
func TestInterrupted(t *testing.T) {
	path := filepath.Join(t.TempDir(), "anketa.db")
	db := open(t, path, storage.Options{Create: true})
	session := storagetest.Session(t, db, evaluation())
	r := respond([3]survey.Code{1, 2, 1})
	add(t, db, session.ID, r)
	must(t, db.Close())
	for name, c := range map[string]struct {
		id     survey.ID
		stored bool
	}{
		"nothing was on its way":    {},
		"a response that is stored": {r.ID, true},
		"a response that is not":    {survey.NewID(), false},
		"a program that just began": {},
	} {
		t.Run(name, func(t *testing.T) {
			mark := append([]byte{1}, c.id[:]...)
			if name == "a program that just began" {
				mark = mark[:1]
			}
			must(t, os.WriteFile(path+".lock", mark, 0o600))
			db := open(t, path, storage.Options{})
			id, interrupted := db.Interrupted()
			if id != c.id || !interrupted {
				t.Errorf("got %v %v, want %v true", id, interrupted, c.id)
			}
			if stored, err := db.Stored(t.Context(), c.id); err != nil || stored != c.stored {
				t.Errorf("stored is %v %v, want %v", stored, err, c.stored)
			}
			must(t, db.Close())
		})
	}
}

// The claim names a response from before it is stored until the next person is
// awaited, and nobody after that: the last one's key is nobody's business.
func TestClaimForgets(t *testing.T) {
	path := filepath.Join(t.TempDir(), "anketa.db")
	db := open(t, path, storage.Options{Create: true})
	session := storagetest.Session(t, db, evaluation())
	r := respond([3]survey.Code{1, 2, 1})
	add(t, db, session.ID, r)
	holds := func() bool {
		mark, err := os.ReadFile(path + ".lock")
		must(t, err)
		return bytes.Contains(mark, r.ID[:])
	}
	if !holds() {
		t.Error("the claim does not name the response: after a crash nobody knows of it")
	}
	must(t, db.Ready(t.Context()))
	if holds() {
		t.Error("the claim still names the last response")
	}
}

// Something else under the name of the claim is not touched.
func TestClaimInTheWay(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "anketa.db")
	must(t, os.Mkdir(path+".lock", 0o700))
	_, err := storage.Open(path, storage.Options{Create: true})
	wantError(t, err, storage.ErrNotCreated)
	must(t, os.Remove(path+".lock"))
	must(t, os.Symlink(filepath.Join(dir, "elsewhere"), path+".lock"))
	_, err = storage.Open(path, storage.Options{Create: true})
	wantError(t, err, storage.ErrNotCreated)
	if _, err := os.Lstat(filepath.Join(dir, "elsewhere")); err == nil {
		t.Error("the link was followed")
	}
}

// A start that is cut short before anybody was told of a response that was on its
// way leaves that to the next one; once somebody was told, it is forgotten.
// Negative control: claimName that forgets at once.
func TestClaimRemembersUntilTold(t *testing.T) {
	path := filepath.Join(t.TempDir(), "anketa.db")
	must(t, open(t, path, storage.Options{Create: true}).Close())
	id := survey.NewID()
	for _, asks := range []bool{false, true} {
		must(t, os.WriteFile(path+".lock", append([]byte{1}, id[:]...), 0o600))
		db := open(t, path, storage.Options{})
		must(t, db.Ready(t.Context()))
		if asks {
			if left, _ := db.Interrupted(); left != id {
				t.Errorf("got %v, want %v", left, id)
			}
		}
		mark, err := os.ReadFile(path + ".lock")
		must(t, err)
		if !bytes.Contains(mark, id[:]) {
			t.Error("the claim forgot a response of which nobody was told")
		}
		must(t, db.Ready(t.Context()))
		mark, err = os.ReadFile(path + ".lock")
		must(t, err)
		if bytes.Contains(mark, id[:]) == asks {
			t.Errorf("asked for it is %v, and the claim holds the response: %v", asks, !asks)
		}
		must(t, db.Close())
	}
}
