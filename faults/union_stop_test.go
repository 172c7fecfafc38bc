package faults

import (
	"bytes"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"
	"time"
)

// Somebody stops a merge in the middle: the database is what it was, byte for byte,
// nothing lies beside it, and one sentence says so. The same merge, left alone,
// then gives a new one.
func TestMergeStopped(t *testing.T) {
	t.Parallel()
	rnd := rand.New(rand.NewPCG(2, 15))
	dir, set := t.TempDir(), drawSheets(rnd, 20_000)
	into, more := filepath.Join(dir, "all.db"), filepath.Join(t.TempDir(), "more.db")
	set.store(t, into, set.sheets[:10])
	set.store(t, more, set.sheets)
	old, err := os.ReadFile(into)
	if err != nil {
		t.Fatal(err)
	}
	before := sum(t, into)
	for _, stop := range []syscall.Signal{syscall.SIGINT, syscall.SIGTERM} {
		for _, at := range []string{into + ".merge-*/0.new-*", into + ".new-*"} {
			said, code := stopMerge(t, into, more, at, stop)
			for tries := 0; code == 0 && tries < 9; tries++ {
				// It was done before the signal came: a busy machine.
				if err := os.WriteFile(into, old, 0o600); err != nil {
					t.Fatal(err)
				}
				said, code = stopMerge(t, into, more, at, stop)
			}
			if code != 1 || said != "The merge was stopped and nothing was changed; start it again when you like.\n" {
				t.Errorf("%v at %s: code %d, %q", stop, filepath.Base(at), code, said)
			}
			if sum(t, into) != before {
				t.Errorf("%v at %s: the database is another one", stop, filepath.Base(at))
			}
			wantAlone(t, into)
		}
	}
	if out, err := exec.Command(binary(), "merge", more, "--db", into).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	if sum(t, into) == before {
		t.Error("a merge that is left alone changes nothing: the comparison sees nothing")
	}
	wantAlone(t, into)
}

// stopMerge starts a merge, sends a signal as soon as a file of a pattern is there,
// and returns what was said and the exit code.
func stopMerge(t *testing.T, into, from, pattern string, stop syscall.Signal) (said string, code int) {
	t.Helper()
	var errs bytes.Buffer
	cmd := exec.Command(binary(), "merge", from, "--db", into)
	cmd.Stderr = &errs
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	ended := make(chan error, 1)
	go func() { ended <- cmd.Wait() }()
	for {
		if found, _ := filepath.Glob(pattern); len(found) > 0 {
			break
		}
		select {
		case <-ended:
			return errs.String(), cmd.ProcessState.ExitCode()
		case <-time.After(100 * time.Microsecond):
		}
	}
	// Where it ended meanwhile, its code says so.
	_ = cmd.Process.Signal(stop)
	<-ended
	return errs.String(), cmd.ProcessState.ExitCode()
}

// wantAlone fails when a file lies beside another one.
func wantAlone(t *testing.T, path string) {
	t.Helper()
	entries, err := os.ReadDir(filepath.Dir(path))
	if err != nil {
		t.Fatal(err)
	}
	if len(entries) != 1 {
		t.Errorf("beside the database lie files: %v", entries)
	}
}
