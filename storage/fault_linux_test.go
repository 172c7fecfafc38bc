package storage_test

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"go.etcd.io/bbolt"

	"anketa/storage/storagetest"
)

// faulty runs a child in which something happens at some of its system calls,
// such as "3" or "3..5". It returns what the child said, how often it happened,
// and whether the child came to its end.
func faulty(t *testing.T, name, call, fault, when string, args ...string) (said string, times int, finished bool) {
	t.Helper()
	inject := fmt.Sprintf("inject=%s:%s:when=%s", call, fault, when)
	log := filepath.Join(t.TempDir(), "strace.txt")
	cmd := child(t, name, []string{strace(t), "-f", "-o", log, "-e", "trace=" + call, "-e", inject}, args)
	var out bytes.Buffer
	cmd.Stdout = &out
	err := cmd.Run()
	if err != nil && !strings.Contains(content(t, log), "killed by SIGKILL") {
		t.Fatalf("%s: %v: %s", inject, err, cmd.Stderr)
	}
	return out.String(), strings.Count(content(t, log), "(INJECTED)"), err == nil
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
			said, _, finished = faulty(t, "persist", call, "signal=SIGKILL", strconv.Itoa(n), path, session.String())
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

// faultsVariable names the environment variable that asks for more errors.
const faultsVariable = "ANKETA_FAULTS"

// faults is up to which call an error is tried.
func faults(t *testing.T) int {
	t.Helper()
	if more := os.Getenv(faultsVariable); more != "" {
		n, err := strconv.Atoi(more)
		if err != nil {
			t.Fatal(err)
		}
		return n
	}
	if testing.Short() {
		return 3
	}
	return 8
}

// trim cuts a file down to the pages that it uses, so that it has to grow.
func trim(t *testing.T, path string) {
	t.Helper()
	bolt, err := bbolt.Open(path, 0o600, &bbolt.Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	var used int64
	_ = bolt.View(func(tx *bbolt.Tx) error {
		used = tx.Size()
		return nil
	})
	if err := errors.Join(bolt.Close(), os.Truncate(path, used)); err != nil {
		t.Fatal(err)
	}
}

// When a write, a flush or the growing of the file fails, once or several times
// on end, a response that is given thanks for is stored, none is stored twice,
// and all are stored when the disk works again. A single failure is not even
// noticed by the caller. Negative control: persist that does not repeat is
// noticed, one that gives thanks for what it finds without a commit of its own
// returns before the second flush.
func TestErrorAtEveryCall(t *testing.T) {
	for _, call := range []string{"pwrite64", "fdatasync", "fsync", "ftruncate"} {
		for _, lasting := range []int{0, 5} {
			injected := 0
			for n := 1; n <= faults(t); n++ {
				path, session := emptySession(t)
				trim(t, path)
				said, times, _ := faulty(t, "persist", call, "error=EIO", fmt.Sprintf("%d..%d", n, n+lasting), path, session.String())
				if injected += times; times == 0 {
					break
				}
				if lasting == 0 && strings.Contains(said, unsure) {
					t.Errorf("%s %d: one failure was not survived", call, n)
				}
				if times == 6 && !strings.Contains(said, unsure) {
					t.Errorf("%s %d: six failures on end were survived: somebody was thanked for nothing", call, n)
				}
				tried, acked := listen(t, strings.NewReader(said), func(int) {})
				if len(acked) != persisted {
					t.Fatalf("%s %d: %d of %d responses were acknowledged", call, n, len(acked), persisted)
				}
				restart(t, path, session, nil, tried)
			}
			if injected == 0 {
				t.Errorf("no %s was there to fail", call)
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
			_, _, finished = faulty(t, "create", call, "signal=SIGKILL", strconv.Itoa(n), path)
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
