package storage_test

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"anketa/storage"
)

// strace returns where that program is; without it, or without the right to
// trace, the test is skipped.
func strace(t *testing.T) string {
	t.Helper()
	path, err := exec.LookPath("strace")
	if err != nil {
		t.Skip("strace is not installed")
	}
	if err := exec.CommandContext(t.Context(), path, "-o", os.DevNull, "true").Run(); err != nil {
		t.Skipf("strace may not trace here: %v", err)
	}
	return path
}

// traced runs a child under strace and returns the lines of the calls asked for.
func traced(t *testing.T, name, calls string, args ...string) []string {
	t.Helper()
	log := filepath.Join(t.TempDir(), "strace.txt")
	cmd := child(t, name, []string{strace(t), "-f", "-y", "-o", log, "-e", "trace=" + calls}, args)
	if err := cmd.Run(); err != nil {
		t.Fatalf("%v: %s", err, cmd.Stderr)
	}
	return strings.Split(content(t, log), "\n")
}

// count returns how many lines begin one of the calls.
func count(lines []string, calls ...string) int {
	n := 0
	for _, line := range lines {
		for _, call := range calls {
			if strings.Contains(line, " "+call+"(") {
				n++
			}
		}
	}
	return n
}

// Storing a response, or a partial one, costs exactly two flushes, one for the data and one that
// makes it count, in a file that has room. Twice the transactions cost twice as
// much: the control.
func TestTwoFlushes(t *testing.T) {
	const n = 50
	for name, want := range map[string]int{"store": 2 * n, "store twice": 4 * n, "keep": 2 * n} {
		t.Run(name, func(t *testing.T) {
			path, session := emptySession(t)
			if err := os.Truncate(path, 8<<20); err != nil {
				t.Fatal(err)
			}
			lines := traced(t, name, "fdatasync,fsync,ftruncate,msync,sync_file_range", path, session.String(), strconv.Itoa(n))
			if grown := count(lines, "ftruncate"); grown != 0 {
				t.Fatalf("the file grew %d times", grown)
			}
			if got := count(lines, "fdatasync", "fsync", "msync", "sync_file_range"); got != want {
				t.Errorf("%d responses cost %d flushes, want %d", n, got, want)
			}
			db := open(t, path, storage.Options{})
			if part, err := db.Part(t.Context(), session); err != nil || part.Batches.N()+part.Partial != n {
				t.Errorf("%d responses are stored, error %v, want %d", part.Batches.N()+part.Partial, err, n)
			}
		})
	}
}

// A new database gets its name only when it is whole on the disk, and the name
// is made durable too: power cut at any instant leaves none or a whole one.
func TestCreationIsFlushed(t *testing.T) {
	dir, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(dir, "anketa.db")
	lines := traced(t, "create", "fdatasync,fsync,pwrite64,write,link,linkat,rename,renameat,renameat2", path)
	named := -1
	for i, line := range lines {
		if strings.Contains(line, "\""+path+"\"") {
			named = i
		}
	}
	if named < 0 {
		t.Fatalf("nothing gave the database its name:\n%s", strings.Join(lines, "\n"))
	}
	before, after := lines[:named], lines[named+1:]
	written, flushed := -1, -1
	for i, line := range before {
		switch {
		case !strings.Contains(line, path+".new-"):
		case count([]string{line}, "pwrite64", "write") > 0:
			written = i
		case count([]string{line}, "fdatasync", "fsync") > 0:
			flushed = i
		}
	}
	if written < 0 || flushed < written {
		t.Errorf("the file was not flushed before it got its name:\n%s", strings.Join(before, "\n"))
	}
	if !strings.Contains(strings.Join(after, "\n"), "fsync(") || !strings.Contains(strings.Join(after, "\n"), "<"+dir+">") {
		t.Errorf("the folder was not flushed:\n%s", strings.Join(after, "\n"))
	}
}

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
