package faults

import (
	"bytes"
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	disks "anketa/internal/disk"
)

// writer is a command that writes on a disk: into the database there, or a new file.
type writer struct {
	name string
	args []string
	// reads is true where the database only is read, so that it must not change.
	reads bool
}

// writers lists the commands that write. The database stands on the disk, and so do
// the files that they write; what they read stands elsewhere.
func writers(disk, elsewhere, csv string) []writer {
	db := filepath.Join(disk, "anketa.db")
	return []writer{
		{"close", []string{"session", "close", "--db", db}, false},
		{"merge", []string{"merge", "--db", db, elsewhere}, false},
		{"backup", []string{"backup", "--db", elsewhere, filepath.Join(disk, "backup.db")}, true},
		{"repair", []string{"verify", "--db", elsewhere, "--repair-to", filepath.Join(disk, "repaired.db")}, true},
		{"import", []string{"import", "--db", db, csv}, false},
		{"purge", []string{"purge", "--db", db, "--session", "nis", "--yes"}, false},
		{"export", []string{"export", "--db", elsewhere, "--all", "-o", filepath.Join(disk, "out.xlsx")}, true},
		{"report", []string{"report", "--db", elsewhere, "--all", "-o", filepath.Join(disk, "out.pdf")}, true},
	}
}

// How a disk takes nothing any more, and what the operator is told then. Each returns
// what makes the disk good again.
type trouble struct {
	name  string
	begin func(t *testing.T, dir string) (end func())
	// limited runs the program with a limit on the size of a file, in blocks.
	limited bool
	says    []string
}

func troubles() []trouble {
	return []trouble{
		{"full", func(t *testing.T, dir string) func() {
			filler := disks.Fill(t, dir)
			return func() { _ = os.Remove(filler) }
		}, false, []string{"The disk is full"}},
		{"file-size limit", func(*testing.T, string) func() { return func() {} }, true, []string{"The disk is full", "may not grow"}},
		{"read-only", func(t *testing.T, dir string) func() {
			disks.Freeze(t, dir)
			return func() { disks.Thaw(t, dir) }
		}, false, []string{"cannot be written", "cannot be opened or written"}},
	}
}

// A disk that is full, a limit on the size of files and a disk that became read-only
// end every command that writes with a sentence and the code 1; the database is the
// one from before, nothing half-written is left, and when there is room the same
// command works. Negative control: TestDiskTroubleIsTrouble.
func TestDiskTrouble(t *testing.T) {
	t.Parallel()
	whole, other := interrupted(t), finished(t)
	csv := many(t)
	for _, trouble := range troubles() {
		for i, w := range writers("", "", "") {
			if times(0, 1) == 0 && trouble.name != "full" && i%4 != 0 {
				continue
			}
			t.Run(trouble.name+"/"+w.name, func(t *testing.T) {
				t.Parallel()
				dir := disks.Small(t, "4m")
				w := writers(dir, written(t, other), csv)[i]
				db := filepath.Join(dir, "anketa.db")
				if err := os.WriteFile(db, whole, 0o600); err != nil {
					t.Fatal(err)
				}
				before := standing(t, db)
				end := trouble.begin(t, dir)
				files := names(t, dir)
				s := runLimited(t, trouble.limited, w.args...)
				if got := names(t, dir); !slices.Equal(got, files) {
					t.Errorf("there are %q, and there were %q", got, files)
				}
				end()
				sentence(t, s, trouble.says)
				if got := standing(t, db); got != before && !(w.name == "close" && strings.Contains(s.out, "Closed")) {
					t.Errorf("the database holds other numbers than before")
				}
				s, err := run(t.Context(), t.TempDir(), w.args...)
				if err != nil || s.code != 0 {
					t.Errorf("when there is room: %+v, %v", s, err)
				}
				if w.name == "close" && !canonical(t, db) {
					t.Error("behind a closing the file is not written anew: it remembers more than its records")
				}
			})
		}
	}
}

// canonical reports whether a file holds its records and nothing else: a backup of
// it, which does, is the same file byte by byte.
func canonical(t *testing.T, db string) bool {
	t.Helper()
	backup := filepath.Join(t.TempDir(), "backup.db")
	if s, err := run(t.Context(), t.TempDir(), "backup", "--db", db, backup); err != nil || s.code != 0 {
		t.Fatal(s, err)
	}
	return bytes.Equal(content(t, db), content(t, backup))
}

// many writes a file with the responses of a large training, which need room.
func many(tb testing.TB) string {
	tb.Helper()
	var csv strings.Builder
	csv.WriteString("event,gender,sector,informed,knowledge,applicable,recommend\n")
	for range 3000 {
		csv.WriteString("zajecar,woman,police,5,4,5,yes\n")
	}
	path := filepath.Join(tb.TempDir(), "many.csv")
	if err := os.WriteFile(path, []byte(csv.String()), 0o600); err != nil {
		tb.Fatal(err)
	}
	return path
}

// sentence holds how a command must end on a disk that takes nothing.
func sentence(t *testing.T, s said, says []string) {
	t.Helper()
	if err := s.calm(); err != nil || s.code != 1 || strings.Count(strings.TrimSpace(s.errs), "\n") > 0 {
		t.Errorf("the command ends with %+v, %v", s, err)
	}
	if !slices.ContainsFunc(says, func(text string) bool { return strings.Contains(s.errs, text) }) {
		t.Errorf("it says %q, want one of %q", s.errs, says)
	}
}

// runLimited runs the program, with a limit of 16 KiB on the size of a file where
// that is asked for. The database on the disk is larger already.
func runLimited(t *testing.T, limited bool, args ...string) said {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), hang)
	defer cancel()
	cmd := exec.CommandContext(ctx, binary(), args...)
	if limited {
		cmd = exec.CommandContext(ctx, "/bin/sh", append([]string{"-c", `ulimit -f 32; exec "$0" "$@"`, binary()}, args...)...)
	}
	cmd.Dir = t.TempDir()
	var out, errs bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errs
	_ = cmd.Run()
	if ctx.Err() != nil {
		t.Fatal("it hangs")
	}
	return said{out: out.String(), errs: errs.String(), code: cmd.ProcessState.ExitCode()}
}

// standing returns the numbers of a database, which must be whole.
func standing(t *testing.T, db string) string {
	t.Helper()
	copied := filepath.Join(t.TempDir(), "copy.db")
	if err := os.WriteFile(copied, content(t, db), 0o600); err != nil {
		t.Fatal(err)
	}
	if s, err := run(t.Context(), filepath.Dir(copied), "verify", "--db", copied); err != nil || s.code != 0 {
		t.Errorf("the database is not whole: %+v, %v", s, err)
	}
	s, err := run(t.Context(), filepath.Dir(copied), "results", "--all", "--format", "json", "--db", copied)
	if err != nil || s.code != 0 {
		t.Fatal(s, err)
	}
	return s.out
}

// names lists the files of a folder.
func names(t *testing.T, dir string) []string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, e := range entries {
		all = append(all, e.Name())
	}
	return all
}

// Without the trouble each of these commands does its work: what they say above
// comes from the disk.
func TestDiskTroubleIsTrouble(t *testing.T) {
	t.Parallel()
	whole, other := interrupted(t), finished(t)
	csv := many(t)
	for i, w := range writers("", "", "") {
		t.Run(w.name, func(t *testing.T) {
			dir := t.TempDir()
			if err := os.WriteFile(filepath.Join(dir, "anketa.db"), whole, 0o600); err != nil {
				t.Fatal(err)
			}
			if s := runLimited(t, false, writers(dir, written(t, other), csv)[i].args...); s.code != 0 {
				t.Errorf("%+v", s)
			}
		})
	}
}
