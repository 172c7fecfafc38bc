package storage_test

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"go.etcd.io/bbolt"

	"anketa/storage"
	"anketa/storage/storagetest"
)

// mergeChild merges a database into another one and is held in the middle of it.
func mergeChild(args []string) error {
	db, err := storage.Open(args[0], storage.Options{})
	if err != nil {
		return err
	}
	source, err := storage.Open(args[1], storage.Options{ReadOnly: true})
	if err != nil {
		return err
	}
	_, err = db.Merge(context.Background(), []*storage.DB{source}, func(done, _ int) {
		if done == 3 {
			fmt.Println("in the middle")
			time.Sleep(time.Hour)
		}
	})
	return errors.Join(err, source.Close(), db.Close())
}

// compactChild writes a database anew.
func compactChild(args []string) error {
	db, err := storage.Open(args[0], storage.Options{})
	if err != nil {
		return err
	}
	return errors.Join(db.Compact(context.Background()), db.Close())
}

// While another program is in the middle of a merge its unfinished file stays where
// it is; once it was killed there, the next one puts the file away, goes on with
// the old database and says so once.
func TestStrayOfMerge(t *testing.T) {
	path, _ := kiosk(t, 12)
	source, _ := kiosk(t, 8)
	db := open(t, source, storage.Options{})
	sessions, err := db.Sessions(t.Context())
	must(t, err)
	must(t, errors.Join(db.CloseSession(t.Context(), sessions[0].ID), db.Close()))
	want := dump(t, path)
	cmd := child(t, "merge", nil, []string{path, source})
	out, err := cmd.StdoutPipe()
	must(t, err)
	must(t, cmd.Start())
	if !bufio.NewScanner(out).Scan() {
		_ = cmd.Wait()
		t.Fatalf("the child said nothing: %s", cmd.Stderr)
	}
	if _, err := storage.Open(path, storage.Options{}); !errors.Is(err, storage.ErrLocked) {
		t.Errorf("opened beside a merge: %v", err)
	}
	if n := len(beside(t, path, ".new-*")); n != 1 {
		t.Errorf("beside a merge there are %d unfinished files, want its one", n)
	}
	must(t, cmd.Process.Kill())
	_ = cmd.Wait()
	wantPutAway(t, path)
	same(t, dump(t, path), want)
}

// beside returns the files whose names begin as the database's does.
func beside(t *testing.T, path, end string) []string {
	t.Helper()
	found, err := filepath.Glob(path + end)
	must(t, err)
	return found
}

// wantPutAway opens a database beside which one unfinished file lies, and fails
// unless that was put into the folder for it.
func wantPutAway(t *testing.T, path string) {
	t.Helper()
	lying := beside(t, path, ".new-*")
	if len(lying) != 1 {
		t.Fatalf("the kill left %v", lying)
	}
	db := open(t, path, storage.Options{Create: true})
	must(t, db.Check(t.Context()))
	same(t, db.Strays(), []string{filepath.Join(path+".stray", filepath.Base(lying[0]))})
	if left := beside(t, path, ".new-*"); len(left) != 0 {
		t.Errorf("left beside the database: %v", left)
	}
	if _, err := os.Lstat(db.Strays()[0]); err != nil {
		t.Error(err)
	}
	if info, err := os.Stat(path + ".stray"); err != nil || info.Mode().Perm() != 0o700 {
		t.Errorf("the folder: %v %v", info, err)
	}
	must(t, db.Close())
	again := open(t, path, storage.Options{})
	if len(again.Strays()) != 0 {
		t.Errorf("the second time %v were put away", again.Strays())
	}
	must(t, again.Close())
}

// A link is moved and what it points to is not; a file that somebody writes stays;
// a name that is taken in the folder is not written over.
func TestStrays(t *testing.T) {
	path, _ := kiosk(t, 3)
	target := filepath.Join(t.TempDir(), "target")
	must(t, os.WriteFile(target, []byte("mine"), 0o600))
	must(t, os.Symlink(target, path+".new-1"))
	must(t, os.WriteFile(path+".new-2", []byte("second"), 0o600))
	must(t, os.Mkdir(path+".stray", 0o700))
	must(t, os.WriteFile(filepath.Join(path+".stray", "anketa.db.new-2"), []byte("first"), 0o600))
	writer, err := bbolt.Open(path+".new-3", 0o600, nil)
	must(t, err)
	db := open(t, path, storage.Options{})
	if len(db.Strays()) != 2 || string(content(t, target)) != "mine" {
		t.Errorf("put away: %v", db.Strays())
	}
	if string(content(t, filepath.Join(path+".stray", "anketa.db.new-2"))) != "first" || string(content(t, filepath.Join(path+".stray", "anketa.db.new-2-2"))) != "second" {
		t.Error("a file was written over")
	}
	if left := beside(t, path, ".new-*"); len(left) != 1 || !strings.HasSuffix(left[0], "-3") {
		t.Errorf("left: %v", left)
	}
	must(t, errors.Join(writer.Close(), db.Close()))
}

// Behind a link in place of the folder nothing is put.
func TestStraysFollowNoLink(t *testing.T) {
	path, _ := kiosk(t, 3)
	elsewhere := t.TempDir()
	must(t, os.Symlink(elsewhere, path+".stray"))
	must(t, os.WriteFile(path+".new-2", nil, 0o600))
	db := open(t, path, storage.Options{})
	if found, err := os.ReadDir(elsewhere); err != nil || len(found) != 0 || len(db.Strays()) != 0 {
		t.Errorf("put behind a link: %v %v", found, err)
	}
}

// The temporary files of a start that was cut short do not disturb the next one.
func TestStrayTemporaryFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "anketa.db")
	if err := os.WriteFile(path+".new-123", bytes.Repeat([]byte{1}, 5000), 0o600); err != nil {
		t.Fatal(err)
	}
	storagetest.OpenFile(t, path)
}
