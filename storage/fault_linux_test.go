package storage_test

import (
	"bytes"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"anketa/storage/storagetest"
)

// faulty runs a child in which something happens at the nth of some system
// calls. It returns what the child said and whether it came to its end.
func faulty(t *testing.T, name, call, fault string, n int, args ...string) (said string, finished bool) {
	t.Helper()
	inject := fmt.Sprintf("inject=%s:%s:when=%d", call, fault, n)
	log := filepath.Join(t.TempDir(), "strace.txt")
	cmd := child(t, name, []string{strace(t), "-f", "-o", log, "-e", "trace=" + call, "-e", inject}, args)
	var out bytes.Buffer
	cmd.Stdout = &out
	err := cmd.Run()
	if err != nil && !strings.Contains(content(t, log), "killed by SIGKILL") {
		t.Fatalf("%s: %v: %s", inject, err, cmd.Stderr)
	}
	return out.String(), err == nil
}

// most is more often than a child makes any call.
const most = 100

// Killed at any single write or flush, a kiosk loses no response that it gave
// thanks for, and the next start doubles none.
func TestKilledAtEveryCall(t *testing.T) {
	for _, call := range []string{"pwrite64", "fdatasync"} {
		finished := false
		for n := 1; !finished; n++ {
			path, session := emptySession(t)
			var said string
			said, finished = faulty(t, "persist", call, "signal=SIGKILL", n, path, session.String())
			tried, acked := listen(t, strings.NewReader(said), func(int) {})
			if lost := lost(t, path, session, acked); lost != 0 {
				t.Fatalf("%s %d: %d of %d acknowledged responses are lost", call, n, lost, len(acked))
			}
			restart(t, path, session, tried[len(acked):], tried)
			if n == 1 && finished || n == most {
				t.Fatalf("%s %d: the child ended by itself: %v", call, n, finished)
			}
		}
	}
}

// When a write or a flush fails, nobody knows whether the response is stored.
// Opening the file again and trying once more under the same id stores it once.
func TestErrorAtEveryCall(t *testing.T) {
	for _, call := range []string{"pwrite64", "fdatasync"} {
		failed := true
		for n := 1; failed; n++ {
			path, session := emptySession(t)
			said, _ := faulty(t, "persist", call, "error=EIO", n, path, session.String())
			failed = strings.Contains(said, "again")
			tried, acked := listen(t, strings.NewReader(said), func(int) {})
			if len(acked) != 3 {
				t.Fatalf("%s %d: %d of 3 responses were acknowledged", call, n, len(acked))
			}
			restart(t, path, session, nil, tried)
			if n == 1 && !failed || n == most {
				t.Fatalf("%s %d: something failed: %v", call, n, failed)
			}
		}
	}
}

// A first start that is cut short at any call leaves no database or a whole
// one: the next start works unattended.
func TestCreationKilledAtEveryCall(t *testing.T) {
	kills := 0
	for _, call := range []string{"pwrite64", "fdatasync", "fsync", "linkat", "renameat", "renameat2", "unlinkat"} {
		finished := false
		for n := 1; !finished; n++ {
			path := filepath.Join(t.TempDir(), "anketa.db")
			_, finished = faulty(t, "create", call, "signal=SIGKILL", n, path)
			storagetest.OpenFile(t, path)
			kills++
			if n == most {
				t.Fatalf("%s: %d kills are not enough", call, n)
			}
		}
	}
	if kills < 10 {
		t.Errorf("only %d starts were cut short or came to their end", kills)
	}
}
