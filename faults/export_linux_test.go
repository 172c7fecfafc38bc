package faults

import (
	"bytes"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

// exported is a folder with the files of an export that are written over: those of one
// session in English, where the new ones are of all sessions and in Serbian.
type exported struct {
	db, dir string
	// script and rows are the two that must fit each other.
	script, rows string
}

// exportOnce makes a database of three sessions and the files of one of them.
func exportOnce(t *testing.T, ending string) *exported {
	t.Helper()
	dir := quick(t)
	e := &exported{db: written(t, finished(t)), dir: dir, script: filepath.Join(dir, "out"+ending), rows: filepath.Join(dir, "out.csv")}
	if s, err := run(t.Context(), t.TempDir(), "export", "--db", e.db, "--session", "nis", "--lang", "en", "-o", e.script); err != nil || s.code != 0 {
		t.Fatal(s, err)
	}
	return e
}

// args are those of the command that writes over the files.
func (e *exported) args() []string {
	return []string{"export", "--db", e.db, "--all", "--lang", "sr-Latn", "--force", "-o", e.script}
}

// state says what stands in the folder: "old", "new", or "no script", and what else.
func (e *exported) state(t *testing.T) (state string, others []string) {
	t.Helper()
	script, rows := bytesOf(t, e.script), strings.Count(string(bytesOf(t, e.rows)), "\n")-1
	english := bytes.Contains(script, []byte("social protection"))
	switch {
	case len(script) == 0:
		state = "no script"
	case english && rows > 0 && rows < 72:
		state = "old"
	case !english && rows == 72:
		state = "new"
	default:
		state = "one is old, and one is new"
	}
	for _, name := range names(t, e.dir) {
		if name != filepath.Base(e.script) && name != "out.csv" && name != "out-texts.csv" {
			others = append(others, name)
		}
	}
	return state, others
}

// disturbance is a fault at the call by which an export changes one of its files.
type disturbance struct {
	call, file, fault string
	// states are those that the folder may be in afterwards.
	states []string
}

// disturbances lists them: before anything is replaced, while it is, and at its end.
func disturbances() []disturbance {
	var all []disturbance
	for _, fault := range []string{"signal=SIGKILL", "error=EIO"} {
		all = append(all,
			disturbance{"linkat", "", fault, []string{"old"}},
			disturbance{"unlinkat", "out.sps", fault, []string{"old", "no script"}},
			disturbance{"renameat", "out-texts.csv", fault, []string{"no script"}},
			disturbance{"renameat", "out.csv", fault, []string{"no script"}},
			disturbance{"renameat", "out.sps", fault, []string{"no script", "new"}})
	}
	return all
}

// An export that is killed, or given an error, at any call by which it replaces files
// leaves those from before, or the new ones, or no script, and says so: never a script
// with the rows of another one. What it leaves besides, the next export takes away.
// Negative controls: putOver without its first os.Remove; newDraft without sweepDrafts.
func TestExportDisturbed(t *testing.T) {
	t.Parallel()
	strace := straceFor(t, "an export that is killed leaves files that fit each other")
	all := disturbances()
	rand.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
	for _, d := range all[:times(3, len(all))] {
		e := exportOnce(t, ".sps")
		log := filepath.Join(t.TempDir(), "strace.txt")
		args := []string{"-f", "-o", log, "-e", "trace=" + d.call, "-e", "inject=" + d.call + ":" + d.fault + ":when=1"}
		if d.file != "" {
			args = append(args, "-P", filepath.Join(e.dir, d.file))
		}
		out, failed := exec.CommandContext(t.Context(), strace, append(append(args, binary()), e.args()...)...).CombinedOutput()
		if trace := bytesOf(t, log); !bytes.Contains(trace, []byte("INJECTED")) && !bytes.Contains(trace, []byte("killed by SIGKILL")) {
			t.Fatalf("%+v did not happen: %s", d, out)
		}
		state, others := e.state(t)
		switch {
		case !slices.Contains(d.states, state), failed == nil && state != "new":
			t.Errorf("%+v: %s, %v, %s", d, state, failed, out)
		case d.fault == "error=EIO" && (len(others) > 0 || strings.Contains(string(out), "was taken away") != (state == "no script")):
			t.Errorf("%+v: it leaves %q and says %s", d, others, out)
		}
		if s, err := run(t.Context(), t.TempDir(), e.args()...); err != nil || s.code != 0 {
			t.Errorf("%+v: the next export ends with %+v, %v", d, s, err)
		}
		if state, others := e.state(t); state != "new" || len(others) > 0 {
			t.Errorf("%+v: the next export leaves %s and %q", d, state, others)
		}
	}
}

// Somebody stops or kills a large export in the middle of its rows: the files are those
// from before, and nothing lies beside them or in the folder for temporary files.
// Negative controls: drafts with a name; replace that does not ask the context; a
// workbook whose library writes the rows into a file of its own.
func TestExportStopped(t *testing.T) {
	t.Parallel()
	set := drawSheets(rand.New(rand.NewPCG(7, 33)), times(30_000, 150_000))
	set.session.Attended = 0
	db := filepath.Join(t.TempDir(), "large.db")
	set.store(t, db, set.sheets)
	for _, stop := range []syscall.Signal{syscall.SIGINT, syscall.SIGKILL} {
		dir, temporary := quick(t), quick(t)
		target := filepath.Join(dir, "out.xlsx")
		if err := os.WriteFile(target, []byte("from before"), 0o600); err != nil {
			t.Fatal(err)
		}
		said, code := stopExport(t, db, target, temporary, stop)
		if stop == syscall.SIGINT && (code != 1 || said != "It was stopped before it was done; start it again when you like.\n") {
			t.Errorf("%v: code %d, %q", stop, code, said)
		}
		if got := string(bytesOf(t, target)); got != "from before" {
			t.Errorf("%v: the file holds %d bytes", stop, len(got))
		}
		if left := append(names(t, dir), names(t, temporary)...); len(left) != 1 {
			t.Errorf("%v: there are %q", stop, left)
		}
	}
}

// stopExport starts an export over a file and sends a signal as soon as it is being
// written.
func stopExport(t *testing.T, db, target, temporary string, stop syscall.Signal) (said string, code int) {
	t.Helper()
	var errs bytes.Buffer
	cmd := exec.Command(binary(), "export", "--db", db, "--force", "-o", target)
	cmd.Env, cmd.Stderr = append(os.Environ(), "TMPDIR="+temporary), &errs
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	ended := make(chan error, 1)
	go func() { ended <- cmd.Wait() }()
	for begun := false; !begun; {
		select {
		case <-ended:
			t.Fatalf("the export ended before it could be stopped: %s", &errs)
		case <-time.After(time.Millisecond):
		}
		begun = writesInto(cmd.Process.Pid, filepath.Dir(target))
	}
	_ = cmd.Process.Signal(stop)
	<-ended
	return errs.String(), cmd.ProcessState.ExitCode()
}

// writesInto reports whether a process has a file without a name open in a folder, into
// which it has written.
func writesInto(pid int, dir string) bool {
	links, _ := filepath.Glob(filepath.Join("/proc", strconv.Itoa(pid), "fd", "*"))
	for _, link := range links {
		if to, err := os.Readlink(link); err != nil || !strings.HasPrefix(to, dir+"/#") {
			continue
		}
		if file, err := os.Stat(link); err == nil && file.Size() > 0 {
			return true
		}
	}
	return false
}
