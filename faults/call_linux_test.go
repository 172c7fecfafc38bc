package faults

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// changing are the calls by which the store changes a disk.
var changing = []string{"pwrite64", "fdatasync", "fsync", "ftruncate", "linkat", "renameat", "unlinkat"}

// disturbed runs a child in which something happens at some of its calls, such as
// "3" or "3..5". It returns what the child said, how often it happened, and
// whether the child was killed.
func disturbed(t *testing.T, strace, name, call, fault, when string, args ...string) (h heard, times int, killed bool) {
	t.Helper()
	log := filepath.Join(t.TempDir(), "strace.txt")
	cmd := childOf(t, name, []string{strace, "-f", "-o", log, "-e", "trace=" + call, "-e", fmt.Sprintf("inject=%s:%s:when=%s", call, fault, when)}, args...)
	var out bytes.Buffer
	cmd.Stdout = &out
	_ = cmd.Run()
	trace, err := os.ReadFile(log)
	if err != nil {
		t.Fatalf("%v: %s", err, cmd.Stderr)
	}
	if stack := cmd.Stderr.(*bytes.Buffer).String(); strings.Contains(stack, "goroutine ") {
		t.Fatalf("%s %s of %s: %s", fault, when, call, stack)
	}
	return hear(t, out.String()), bytes.Count(trace, []byte("(INJECTED)")), bytes.Contains(trace, []byte("killed by SIGKILL"))
}

// mostCalls is more often than a child makes any of the calls.
const mostCalls = 200

// base makes a folder with a database of some responses, and returns its path.
func base(t *testing.T, responses int) string {
	t.Helper()
	path := filepath.Join(quick(t), database)
	for _, c := range [][]string{{"create", path}, {"submit", path, strconv.Itoa(responses), keepsPromises, "0"}} {
		if out, err := childOf(t, c[0], nil, c[1:]...).Output(); err != nil {
			t.Fatalf("%v: %s", err, out)
		}
	}
	return path
}

// copied puts a copy of a file into a folder of its own.
func copied(t *testing.T, path string) string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	to := filepath.Join(quick(t), database)
	if err := os.WriteFile(to, data, 0o600); err != nil {
		t.Fatal(err)
	}
	return to
}

// stride is the distance between the calls of a slice: the whole takes every call.
const stride = 4

// every does something at the first call of a kind, at the second, and so on,
// until nothing happened, and returns how often it did. A slice begins at random
// and leaves out all but every [stride]th call.
func every(t *testing.T, least int, at func(call string, n int) bool) (all int) {
	t.Helper()
	step := times(stride, 1)
	for _, call := range changing {
		first := 1 + rand.IntN(step)
		n := first
		for ; at(call, n) && !t.Failed(); n += step {
			if n > mostCalls {
				t.Fatalf("%s: %d calls are not enough", call, n)
			}
		}
		all += (n - first) / step
	}
	if least /= step; all < least && !t.Failed() {
		t.Errorf("only %d calls were there, want %d", all, least)
	}
	return all
}

// checkAfter looks at a file after a fault.
func (h *heard) checkAfter(l *looker, path string) error {
	what := look{Path: path, Named: true, Tried: h.tried, Thanked: h.thanked}
	if len(h.tried) > len(h.thanked) {
		what.Again = h.tried[len(h.tried)-1]
	}
	return l.at(&what)
}

// submitted is how many responses the children send: enough for the file to grow.
const submitted = 4

// Killed at any single call that changes the disk, the store loses no response
// that somebody was thanked for, and the next start doubles none.
func TestCallsKilled(t *testing.T) {
	t.Parallel()
	strace := straceFor(t, "a kill at any system call loses nothing")
	empty, l := base(t, 0), newLooker(t)
	n := every(t, 10, func(call string, n int) bool {
		path := copied(t, empty)
		h, _, killed := disturbed(t, strace, "submit", call, "signal=SIGKILL", strconv.Itoa(n), path, strconv.Itoa(submitted), keepsPromises, "2")
		if err := h.checkAfter(l, path); err != nil {
			t.Errorf("%s %d: %v", call, n, err)
		}
		return killed
	})
	t.Logf("%d kills", n)
}

// When a call that changes the disk fails once, or several times on end, everybody
// who is thanked is stored, and nobody twice. A single failure is not even noticed by
// who submits. Negative control: a store that does not repeat a commit is noticed.
func TestCallsFail(t *testing.T) {
	t.Parallel()
	strace := straceFor(t, "an error of the disk at any system call loses and doubles nothing")
	empty, l := base(t, 0), newLooker(t)
	for _, fault := range []string{"error=EIO", "error=ENOSPC"} {
		for _, more := range []int{0, 5} {
			n := every(t, 8, func(call string, n int) bool {
				path := copied(t, empty)
				h, times, _ := disturbed(t, strace, "submit", call, fault, fmt.Sprintf("%d..%d", n, n+more), path, strconv.Itoa(submitted), keepsPromises, "0")
				if err := h.checkAfter(l, path); err != nil {
					t.Errorf("%s at %s %d..%d: %v", fault, call, n, n+more, err)
				}
				if more == 0 && h.unsure > 0 {
					t.Errorf("%s at %s %d: one failure was not survived", fault, call, n)
				}
				if times == 6 && h.unsure == 0 {
					t.Errorf("%s at %s %d: six failures on end were survived: somebody was thanked for nothing", fault, call, n)
				}
				if len(h.thanked) != submitted && call != "unlinkat" {
					t.Errorf("%s at %s %d..%d: %d people were thanked, want %d", fault, call, n, n+more, len(h.thanked), submitted)
				}
				return times > 0
			})
			t.Logf("%s, %d on end: at %d calls", fault, more+1, n)
		}
	}
}

// A store that gives thanks too early, and one that tries again under a new id,
// are found out: the controls.
func TestCallsAreFound(t *testing.T) {
	t.Parallel()
	strace := straceFor(t, "the loops over system calls find what they look for")
	empty, l := base(t, 0), newLooker(t)
	for manners, fault := range map[string]string{thanksFirst: "signal=SIGKILL", retriesAnew: "error=EIO"} {
		found := 0
		for n := 1; n < 12; n++ {
			path, when := copied(t, empty), strconv.Itoa(n)
			if manners == retriesAnew {
				when = fmt.Sprintf("%d..%d", n, n+1)
			}
			h, _, _ := disturbed(t, strace, "submit", "fdatasync", fault, when, path, strconv.Itoa(submitted), manners, "0")
			what := look{Path: path, Tried: h.tried, Thanked: h.thanked}
			err := l.at(&what)
			if manners == retriesAnew && err == nil && stored(t, path) > submitted {
				err = errors.New("doubled")
			}
			if err != nil {
				found++
			}
		}
		if found == 0 {
			t.Errorf("a store that %s was not found out", manners)
		}
	}
}

// stored returns how many responses are stored.
func stored(t *testing.T, path string) int {
	t.Helper()
	db, session, err := opened(path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	part, err := db.Part(t.Context(), session)
	if err != nil {
		t.Fatal(err)
	}
	return part.Batches.N()
}

// A first start that is killed at any call leaves no database or a whole one: the
// next start works unattended.
func TestCreationKilled(t *testing.T) {
	t.Parallel()
	strace, l := straceFor(t, "a first start may be killed at any call"), newLooker(t)
	n := every(t, 10, func(call string, n int) bool {
		path := filepath.Join(quick(t), database)
		h, _, killed := disturbed(t, strace, "create", call, "signal=SIGKILL", strconv.Itoa(n), path)
		if err := l.at(&look{Path: path, Named: h.done}); err != nil {
			t.Errorf("%s %d: %v", call, n, err)
		}
		return killed
	})
	t.Logf("%d kills", n)
}

// Whatever writes a whole file anew, killed or given an error at any call, leaves
// the file as it was or as it is to be, byte by byte, and says that it is done
// only when it is.
func TestRewritesDisturbed(t *testing.T) {
	for _, name := range []string{"merge", "backup", "close"} {
		for _, fault := range []string{"signal=SIGKILL", "error=EIO", "error=ENOSPC"} {
			t.Run(name+" "+fault, func(t *testing.T) {
				t.Parallel()
				rewriteDisturbed(t, name, fault)
			})
		}
	}
}

// rewriteDisturbed tries every call of a child that writes a file anew.
func rewriteDisturbed(t *testing.T, name, fault string) {
	strace := straceFor(t, "files that are written anew are old or new")
	one, other := base(t, 3), base(t, 2)
	// args returns the arguments for a file, and the file that is written.
	args := func(path string) ([]string, string) {
		switch name {
		case "merge":
			return []string{path, other}, path
		case "backup":
			return []string{path, path + ".copy"}, path + ".copy"
		}
		return []string{path}, path
	}
	whole := copied(t, one)
	line, target := args(whole)
	if out, err := childOf(t, name, nil, line...).Output(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	wanted := bytesOf(t, target)
	n := every(t, 4, func(call string, n int) bool {
		path := copied(t, one)
		line, target := args(path)
		before := bytesOf(t, target)
		h, times, killed := disturbed(t, strace, name, call, fault, strconv.Itoa(n), line...)
		after := bytesOf(t, target)
		isNew := bytes.Equal(after, wanted)
		switch {
		case h.done && !isNew:
			t.Errorf("%s %d: it said that it was done and was not", call, n)
		case isNew || bytes.Equal(after, before):
		case name == "close" && openable(t, path):
			// The session is closed, or not, and the file is not written anew yet.
		default:
			t.Errorf("%s %d: the file is neither old nor new", call, n)
		}
		return killed || times > 0
	})
	t.Logf("at %d calls", n)
}

// bytesOf returns the content of a file, or nothing when it is not there.
func bytesOf(t *testing.T, path string) []byte {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		t.Fatal(err)
	}
	return data
}

// openable reports whether a file opens, is whole and holds its responses.
func openable(t *testing.T, path string) bool {
	t.Helper()
	db, session, err := opened(path)
	if err != nil {
		t.Error(err)
		return false
	}
	defer db.Close()
	part, err := db.Part(t.Context(), session)
	return err == nil && part.Batches.N() == 3 && db.Check(t.Context()) == nil
}
