package storage_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"syscall"
	"testing"

	"anketa/storage"
	"anketa/storage/storagetest"
)

// nobody is a user without rights.
const nobody = 65534

// asNobody gives up the rights of root over files, for the rest of a test that
// runs as root. The thread is never unlocked, so that it ends with the test.
func asNobody(tb testing.TB, owned ...string) {
	tb.Helper()
	if os.Geteuid() != 0 {
		return
	}
	for _, path := range owned {
		if err := os.Chown(path, nobody, nobody); err != nil {
			tb.Skipf("the files of this folder cannot be given away: %v", err)
		}
	}
	runtime.LockOSThread()
	if _, _, errno := syscall.RawSyscall(syscall.SYS_SETFSUID, nobody, 0, 0); errno != 0 {
		tb.Skipf("this root cannot give up its rights: %v", errno)
	}
}

// A file that the kiosk may not read or not write is refused with an error that
// says so, and one that it may only read can be read.
func TestOpenWithoutRights(t *testing.T) {
	for name, test := range map[string]struct {
		mode os.FileMode
		opts storage.Options
		want error
	}{
		"unreadable":          {0o000, storage.Options{}, fs.ErrPermission},
		"unreadable, reader":  {0o000, storage.Options{ReadOnly: true}, fs.ErrPermission},
		"unwritable":          {0o400, storage.Options{}, fs.ErrPermission},
		"unwritable, creator": {0o400, storage.Options{Create: true}, fs.ErrPermission},
		"unwritable, reader":  {0o400, storage.Options{ReadOnly: true}, nil},
	} {
		t.Run(name, func(t *testing.T) {
			path := storedOutside(t)
			if err := os.Chmod(path, test.mode); err != nil {
				t.Fatal(err)
			}
			asNobody(t, path)
			db, err := storage.Open(path, test.opts)
			if !errors.Is(err, test.want) {
				t.Fatalf("got error %v, want %v", err, test.want)
			}
			if err == nil {
				_ = db.Close()
			}
		})
	}
}

// A folder that nobody may write to gives an error and no half database.
func TestCreateWithoutRights(t *testing.T) {
	dir := openFolder(t)
	if err := os.Chmod(dir, 0o555); err != nil {
		t.Fatal(err)
	}
	asNobody(t)
	_, err := storage.Open(filepath.Join(dir, "anketa.db"), storage.Options{Create: true})
	wantError(t, err, fs.ErrPermission)
	wantError(t, err, storage.ErrNotCreated)
	if entries, _ := os.ReadDir(dir); len(entries) != 0 {
		t.Errorf("the folder holds %v", entries)
	}
}

// openFolder makes a folder that every user can reach: those of [testing.T.TempDir]
// may lie below one that is root's alone.
func openFolder(tb testing.TB) string {
	tb.Helper()
	dir, err := os.MkdirTemp("", "storage")
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() { _ = os.RemoveAll(dir) })
	if err := os.Chmod(dir, 0o755); err != nil {
		tb.Fatal(err)
	}
	return dir
}

// storedOutside makes a database in such a folder.
func storedOutside(tb testing.TB) string {
	tb.Helper()
	path := filepath.Join(openFolder(tb), "anketa.db")
	db := open(tb, path, storage.Options{Create: true})
	storagetest.Session(tb, db, evaluation())
	if err := db.Close(); err != nil {
		tb.Fatal(err)
	}
	return path
}
