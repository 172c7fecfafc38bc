package faults

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"anketa/internal/terminal"
)

// hang is how long a command may take with a damaged file before it counts as one
// that hangs (reliability research, B1 row 9).
const hang = 10 * time.Second

// rotten is one damaged file: how, and which of the kinds of damage this is.
type rotten struct {
	how   string
	bytes []byte
}

// pageSize is that of the databases, which is that of the machine.
var pageSize = os.Getpagesize()

// rots damages a file in the four ways of the programme. The same numbers give the
// same damage.
func rots(whole []byte, flips, zeroed, cut, random int) []rotten {
	rnd := rand.New(rand.NewPCG(5, 9))
	var all []rotten
	add := func(how string, file []byte) { all = append(all, rotten{how, file}) }
	for range flips {
		file, at, bit := bytes.Clone(whole), rnd.IntN(len(whole)), rnd.IntN(8)
		file[at] ^= 1 << bit
		add(fmt.Sprintf("bit %d of byte %d of page %d flipped", bit, at%pageSize, at/pageSize), file)
	}
	for range zeroed {
		file, page := bytes.Clone(whole), rnd.IntN(len(whole)/pageSize)
		clear(file[page*pageSize:][:pageSize])
		add(fmt.Sprintf("page %d zeroed", page), file)
	}
	for range cut {
		length := rnd.IntN(len(whole))
		add(fmt.Sprintf("cut off at %d of %d", length, len(whole)), whole[:length])
	}
	for i := range random {
		// Half of them look like a database at first sight: their heads are whole.
		file := make([]byte, len(whole))
		for j := range file {
			file[j] = byte(rnd.Uint32())
		}
		if i%2 == 1 {
			copy(file, whole[:2*pageSize])
		}
		add(fmt.Sprintf("random file %d", i), file)
	}
	return all
}

// said is what a command said and how it ended.
type said struct {
	out, errs string
	code      int
}

// run runs the program for as long as nothing may take.
func run(ctx context.Context, dir string, args ...string) (said, error) {
	ctx, cancel := context.WithTimeout(ctx, hang)
	defer cancel()
	cmd := exec.CommandContext(ctx, binary(), args...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "TMPDIR="+dir, "TERM=xterm-256color")
	var out, errs bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errs
	err := cmd.Run()
	s := said{out: out.String(), errs: errs.String(), code: cmd.ProcessState.ExitCode()}
	switch {
	case ctx.Err() != nil:
		return s, errors.New("it hangs")
	case err != nil && !errors.As(err, new(*exec.ExitError)):
		return s, err
	}
	return s, s.calm()
}

// traces are what a Go program writes when it dies.
var traces = regexp.MustCompile(`(?m)^(panic:|fatal error:|goroutine \d+ |SIG[A-Z]+: )`)

// calm reports what is wrong with how a command ended: with a documented code, and
// with at most two sentences, of which none is the trace of a crash.
func (s said) calm() error {
	switch {
	case s.code < 0 || s.code > 4:
		return fmt.Errorf("it ended with code %d: %s", s.code, s.errs)
	case traces.MatchString(s.errs):
		return fmt.Errorf("it crashed: %s", s.errs)
	case s.code != 0 && (strings.TrimSpace(s.errs) == "" || strings.Count(strings.TrimSpace(s.errs), "\n") > 1):
		return fmt.Errorf("code %d is explained by %q", s.code, s.errs)
	}
	return nil
}

// refused reports whether a file was refused: as damaged, or as no database.
func (s said) refused() bool { return s.code == 1 || s.code == 4 }

// numbers are what `anketa results --format json` prints, as far as it says what is
// missing from it.
type numbers struct {
	Damaged int `json:"damaged"`
}

// openly reports whether the numbers are those of the whole file, or say that
// something is missing from them. That something is missing may stand in what
// another command said before.
func openly(results said, want string, saidBefore bool) error {
	switch {
	case results.refused(), results.code == 0 && results.out == want:
		return nil
	case results.code != 0:
		return fmt.Errorf("results ended with code %d: %s", results.code, results.errs)
	}
	var n numbers
	if err := json.Unmarshal([]byte(results.out), &n); err != nil {
		return err
	}
	if n.Damaged > 0 || saidBefore {
		return nil
	}
	return fmt.Errorf("other numbers, and not a word: %.400s", results.out)
}

// tallied counts what became of damaged files: the numbers came out whole, the file was
// refused, or the rest came out and said so.
type tallied struct{ whole, refused, partly atomic.Int64 }

// try reads a damaged file with every command that reads one, and starts the kiosk
// with it. It returns the first thing that must not be. Wanted are the results of the
// whole file, and of what a repair makes of that: it closes open sessions.
func try(ctx context.Context, dir string, file []byte, want, mended string, count *tallied) error {
	broken, repaired, merged := filepath.Join(dir, "broken.db"), filepath.Join(dir, "repaired.db"), filepath.Join(dir, "merged.db")
	if err := os.WriteFile(broken, file, 0o600); err != nil {
		return err
	}
	results, err := run(ctx, dir, "results", "--db", broken, "--all", "--format", "json")
	if err := errors.Join(err, openly(results, want, false)); err != nil {
		return fmt.Errorf("results: %w", err)
	}
	switch {
	case results.refused():
		count.refused.Add(1)
	case results.out == want:
		count.whole.Add(1)
	default:
		count.partly.Add(1)
	}
	if results.code == 0 && results.out != want {
		table, err := run(ctx, dir, "results", "--db", broken, "--all")
		if err != nil {
			return fmt.Errorf("results as a table: %w", err)
		}
		// What lies behind a bent page is different from one reading to the next: it may
		// also be refused.
		if !table.refused() && (table.code != 0 || !strings.Contains(table.out, "Damaged: ")) {
			return errors.New("the table does not say what the JSON says: something is damaged")
		}
	}
	repair, err := run(ctx, dir, "verify", "--db", broken, "--repair-to", repaired)
	if err != nil {
		return fmt.Errorf("verify: %w", err)
	}
	found := strings.Contains(repair.out, "damaged: head") || !strings.Contains(repair.out, "damaged: 0.")
	if !found && repair.code == 0 && (results.code != 0 || results.out != want) {
		return fmt.Errorf("verify finds nothing (%q), and the results are not those of the whole file: code %d, %s%.400s",
			repair.out, results.code, results.errs, results.out)
	}
	if _, err := os.Stat(repaired); err == nil {
		after, err := run(ctx, dir, "results", "--db", repaired, "--all", "--format", "json")
		if err := errors.Join(err, openly(after, mended, found && repair.code != 0)); err != nil {
			return fmt.Errorf("results of the repaired file: %w", err)
		}
	}
	merge, err := run(ctx, dir, "merge", "--db", merged, broken)
	if err != nil {
		return fmt.Errorf("merge: %w", err)
	}
	if merge.code == 0 {
		after, err := run(ctx, dir, "results", "--db", merged, "--all", "--format", "json")
		if err := errors.Join(err, openly(after, want, false)); err != nil {
			return fmt.Errorf("results of the merged file: %w", err)
		}
	}
	if results.refused() && merge.code == 0 {
		return fmt.Errorf("what the results refuse (%s) is merged without a word: %s", results.errs, merge.out)
	}
	if err := startKiosk(dir, broken); err != nil {
		return fmt.Errorf("kiosk: %w", err)
	}
	after, err := run(ctx, dir, "results", "--db", broken, "--all", "--format", "json")
	if err := errors.Join(err, openly(after, want, false)); err != nil {
		return fmt.Errorf("results behind a kiosk: %w", err)
	}
	return nil
}

// startKiosk starts the kiosk on a terminal and ends it when it shows something,
// unless it ends before.
func startKiosk(dir, db string) error {
	cmd := exec.Command(binary(), "--db", db)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "TMPDIR="+dir, "TERM=xterm-256color", "TMUX=", "STY=", "ZELLIJ=")
	var errs bytes.Buffer
	cmd.Stderr = &errs
	t, err := terminal.Start(cmd, 80, 24)
	if err != nil {
		return err
	}
	defer t.Close()
	t.Patience = hang
	shown := t.Watch(func(f terminal.Frame) bool {
		return strings.Contains(f.Text(), "anketa") || len(strings.Fields(f.Text())) > 5
	})
	if err := shown.Wait(); err == nil {
		_ = t.Signal(syscall.SIGTERM)
	}
	code, err := t.Exit()
	if err != nil {
		_ = t.Signal(syscall.SIGKILL)
		return err
	}
	return said{errs: errs.String(), code: code}.calm()
}

// However a file is damaged, every command that reads it ends with one of its exit
// codes, a sentence or numbers; what it shows are the numbers of the whole file, or
// it says that something is missing; nothing hangs; and the kiosk starts or says why
// not (reliability research, B1 rows 9 and 10).
func TestRot(t *testing.T) {
	t.Parallel()
	for name, whole := range map[string][]byte{"a finished training": finished(t), "a kiosk that lost its power": interrupted(t)} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			want, err := run(t.Context(), t.TempDir(), "results", "--all", "--format", "json", "--db", written(t, whole))
			if err != nil || want.code != 0 {
				t.Fatal(want, err)
			}
			all := rots(whole, times(4, 750), times(1, 150), times(1, 150), times(2, 100))
			mended, err := run(t.Context(), t.TempDir(), "results", "--all", "--format", "json", "--db", mend(t, whole))
			if err != nil || mended.code != 0 {
				t.Fatal(mended, err)
			}
			var count tallied
			each(t, all, func(dir string, r rotten) {
				if err := try(t.Context(), dir, r.bytes, want.out, mended.out, &count); err != nil {
					t.Errorf("%s: %v", r.how, err)
				}
			})
			t.Logf("%d files: the numbers of %d came out whole, %d were refused, of %d the rest came out and said so",
				len(all), count.whole.Load(), count.refused.Load(), count.partly.Load())
			if count.refused.Load() == 0 {
				t.Error("no file was refused: the test damages nothing")
			}
		})
	}
}

// each does something with every damaged file, in a folder of its own each time, on
// two processors.
func each(t *testing.T, all []rotten, do func(dir string, r rotten)) {
	t.Helper()
	base, next := fast(t), make(chan rotten)
	var workers sync.WaitGroup
	for worker := range 2 {
		workers.Go(func() {
			dir := filepath.Join(base, fmt.Sprint(worker))
			for r := range next {
				if err := errors.Join(os.RemoveAll(dir), os.Mkdir(dir, 0o700)); err != nil {
					t.Error(err)
				}
				do(dir, r)
			}
		})
	}
	for i, r := range all {
		if i%100 == 99 {
			t.Logf("%d of %d files", i+1, len(all))
		}
		next <- r
	}
	close(next)
	workers.Wait()
}

// fast returns a folder that lies in memory where there is such a place: what is
// tried here are damaged bytes and not disks.
func fast(tb testing.TB) string {
	tb.Helper()
	dir, err := os.MkdirTemp("/dev/shm", "anketa-faults-*")
	if err != nil {
		return tb.TempDir()
	}
	tb.Cleanup(func() { _ = os.RemoveAll(dir) })
	return dir
}

// written writes a file into a folder of the test and returns where.
func written(tb testing.TB, file []byte) string {
	tb.Helper()
	path := filepath.Join(tb.TempDir(), "whole.db")
	if err := os.WriteFile(path, file, 0o600); err != nil {
		tb.Fatal(err)
	}
	return path
}

// mend repairs a file that is whole and returns where the copy is.
func mend(tb testing.TB, whole []byte) string {
	tb.Helper()
	path := written(tb, whole)
	if s, err := run(tb.Context(), filepath.Dir(path), "verify", "--db", path, "--repair-to", path+".mended"); err != nil || s.code != 0 {
		tb.Fatal(s, err)
	}
	return path + ".mended"
}
