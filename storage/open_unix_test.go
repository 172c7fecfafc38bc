//go:build unix

package storage_test

import (
	"os"
	"path/filepath"
	"runtime"
	"syscall"
	"testing"

	"anketa/storage"
)

// A named pipe is refused and never opened: that would wait for its other end.
func TestOpenPipe(t *testing.T) {
	for _, opts := range []storage.Options{{}, {Create: true}, {ReadOnly: true}} {
		path := filepath.Join(t.TempDir(), "pipe")
		if err := syscall.Mkfifo(path, 0o600); err != nil {
			t.Skipf("this folder cannot hold named pipes: %v", err)
		}
		answered, opened := make(chan struct{}), make(chan bool)
		go func() { opened <- otherEnd(path, answered) }()
		_, err := storage.Open(path, opts)
		wantError(t, err, storage.ErrForeign)
		close(answered)
		if <-opened {
			t.Error("the pipe was opened")
		}
	}
}

// otherEnd stands at the writing end of a pipe and lets go whoever waits at the
// reading end, until the answer is there. It reports whether somebody came.
func otherEnd(path string, answered <-chan struct{}) bool {
	came := false
	for {
		if w, err := os.OpenFile(path, os.O_WRONLY|syscall.O_NONBLOCK, 0); err == nil {
			came = true
			_ = w.Close()
		}
		select {
		case <-answered:
			return came
		default:
			runtime.Gosched()
		}
	}
}

// The mode of a new database does not depend on the umask, which is the whole
// process's: this test runs alone.
func TestCreateWithoutUmask(t *testing.T) {
	defer syscall.Umask(syscall.Umask(0))
	path := stored(t, func(*storage.DB) {})
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	if got := info.Mode(); got != 0o600 {
		t.Errorf("the file has mode %v, want 0600", got)
	}
}
