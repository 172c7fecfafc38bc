package storage_test

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/sys/unix"

	"anketa/internal/disk"
	"anketa/storage"
	"anketa/storage/storagetest"
	"anketa/survey"
)

// On a full disk as many people answer as the reserve holds, with the longest
// texts, and nobody notices. Without the reserve the first one already fails:
// that is the control. Either way the file stays good, and when there is room
// again, whoever was held back is stored.
func TestFullDisk(t *testing.T) {
	for name, asks := range map[string]bool{"with the reserve": true, "without": false} {
		t.Run(name, func(t *testing.T) {
			dir := disk.Small(t, "16m")
			db := open(t, filepath.Join(dir, "anketa.db"), storage.Options{Create: true})
			session := storagetest.Session(t, db, evaluation()).ID
			if asks {
				ready(t, db)
			}
			filler := disk.Fill(t, dir)
			long := survey.Answer{Text: strings.Repeat("ж", survey.MaxTextLength)}
			n := 0
			var err error
			for n < 300 && err == nil {
				if err = db.AddResponse(t.Context(), session, respond([3]survey.Code{1, 2, 1}, long, survey.Answer{Text: "ukratko"})); err == nil {
					n++
				}
			}
			if asks {
				if err != nil {
					t.Fatalf("after %d people: %v", n, err)
				}
				// The next person may begin as long as the rest is enough.
				ready(t, db)
			} else {
				wantError(t, err, storage.ErrNoSpace)
				wantError(t, db.Ready(t.Context()), storage.ErrNoSpace)
				if n >= 10 {
					t.Errorf("%d people answered on a full disk without a reserve", n)
				}
			}
			if err := os.Remove(filler); err != nil {
				t.Fatal(err)
			}
			ready(t, db)
			add(t, db, session, respond([3]survey.Code{2, 2, 2}))
			if part, err := db.Part(t.Context(), session); err != nil || part.Batches.N() != n+1 {
				t.Errorf("%d responses are stored (%v), want %d", part.Batches.N(), err, n+1)
			}
			if err := db.Check(t.Context()); err != nil {
				t.Error(err)
			}
		})
	}
}

// When the reserve runs low on a full disk, nobody begins any more, while those
// who are under way can still send. Negative control: roomNeeded of nothing.
func TestReserveRunsLow(t *testing.T) {
	dir := disk.Small(t, "4m")
	db := open(t, filepath.Join(dir, "anketa.db"), storage.Options{Create: true})
	session := storagetest.Session(t, db, evaluation()).ID
	// There is no room for the whole reserve, but for enough of it.
	ready(t, db)
	disk.Fill(t, dir)
	long := survey.Answer{Text: strings.Repeat("ж", survey.MaxTextLength)}
	begun := 0
	for ; db.Ready(t.Context()) == nil; begun++ {
		add(t, db, session, respond([3]survey.Code{1, 2, 1}, long))
	}
	wantError(t, db.Ready(t.Context()), storage.ErrNoSpace)
	if begun == 0 {
		t.Fatal("nobody could begin")
	}
	for range 20 {
		add(t, db, session, respond([3]survey.Code{1, 2, 1}, long))
	}
	if err := db.Check(t.Context()); err != nil {
		t.Error(err)
	}
}

// A file that becomes read-only under a running kiosk takes nothing and can be
// read; it takes answers again when it may be written.
func TestBecomesReadOnly(t *testing.T) {
	path := filepath.Join(t.TempDir(), "anketa.db")
	db := open(t, path, storage.Options{Create: true})
	session := storagetest.Session(t, db, evaluation()).ID
	if err := db.SetPIN(t.Context(), "1234"); err != nil {
		t.Fatal(err)
	}
	watch := db.Watch(t.Context())
	immutable(t, path, "+i")
	r := respond([3]survey.Code{1, 2, 1})
	for range 3 {
		wantError(t, db.AddResponse(t.Context(), session, r), storage.ErrReadOnly)
		wantError(t, db.Ready(t.Context()), storage.ErrReadOnly)
		if part, err := db.Part(t.Context(), session); err != nil || part.Batches.N() != 0 {
			t.Errorf("%d responses can be read, error %v", part.Batches.N(), err)
		}
		// An attempt that cannot be counted is not compared: nobody guesses freely
		// by pulling out the disk.
		if right, _, err := db.CheckPIN(t.Context(), "1234"); right || !errors.Is(err, storage.ErrReadOnly) {
			t.Errorf("the PIN was compared: %t, error %v", right, err)
		}
	}
	select {
	case <-watch:
		t.Error("a watcher was woken by what was not stored")
	default:
	}
	immutable(t, path, "-i")
	ready(t, db)
	add(t, db, session, r)
	select {
	case _, more := <-watch:
		if !more {
			t.Error("the watch ended when the file was opened again")
		}
	default:
		t.Error("the watch does not tell of what was stored behind the failure")
	}
}

// immutable makes a file read-only for everybody, or writable again. Where that
// cannot be done the test is skipped.
func immutable(tb testing.TB, path, how string) {
	tb.Helper()
	if out, err := exec.CommandContext(tb.Context(), "chattr", how, path).CombinedOutput(); err != nil {
		tb.Skipf("a file cannot be made read-only here: %v: %s", err, out)
	}
	if how == "+i" {
		tb.Cleanup(func() { _ = exec.Command("chattr", "-i", path).Run() })
	}
}

// Nothing but room is taken: the reserve does not show in the size of the file,
// and it is there on the disk.
func TestReserve(t *testing.T) {
	path := filepath.Join(t.TempDir(), "anketa.db")
	db := open(t, path, storage.Options{Create: true})
	before := length(t, path)
	probe, err := os.Create(filepath.Join(filepath.Dir(path), "probe"))
	if err != nil {
		t.Fatal(err)
	}
	defer probe.Close()
	if err := unix.Fallocate(int(probe.Fd()), unix.FALLOC_FL_KEEP_SIZE, 0, 1); errors.Is(err, errors.ErrUnsupported) {
		t.Skip("this file system reserves nothing")
	}
	ready(t, db)
	var info unix.Stat_t
	if err := unix.Stat(path, &info); err != nil {
		t.Fatal(err)
	}
	if info.Size != before || info.Blocks*512 < 8<<20 {
		t.Errorf("the file has %d bytes (%d before) and takes %d of the disk", info.Size, before, info.Blocks*512)
	}
}
