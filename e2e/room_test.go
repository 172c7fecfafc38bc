package e2e

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"anketa/internal/terminal"
)

// The PIN and the session of a room that is opened without the form.
const (
	rightPIN = "1234"
	title    = "Obuka u Nišu"
)

// room is a folder in which a training takes place: the database, and files
// that a test puts beside it. Home and temporary folder are its own, so that a
// test sees whatever the program leaves behind.
type room struct {
	testing.TB
	dir, home, temp string
}

// newRoom returns an empty room.
func newRoom(tb testing.TB) *room {
	tb.Helper()
	base := tb.TempDir()
	r := &room{TB: tb, dir: filepath.Join(base, "room"), home: filepath.Join(base, "home"), temp: filepath.Join(base, "tmp")}
	for _, dir := range []string{r.dir, r.home, r.temp} {
		if err := os.Mkdir(dir, 0o755); err != nil {
			tb.Fatal(err)
		}
	}
	return r
}

// path returns where a file of the room is.
func (r *room) path(name string) string { return filepath.Join(r.dir, name) }

// put writes a file into the room.
func (r *room) put(name, content string) {
	r.Helper()
	if err := os.WriteFile(r.path(name), []byte(content), 0o600); err != nil {
		r.Fatal(err)
	}
}

// read returns a file of the room.
func (r *room) read(name string) []byte {
	r.Helper()
	data, err := os.ReadFile(r.path(name))
	if err != nil {
		r.Fatal(err)
	}
	return data
}

// hash returns what tells one content of a file from another.
func (r *room) hash(name string) [sha256.Size]byte {
	r.Helper()
	return sha256.Sum256(r.read(name))
}

// files returns the names of everything in a folder.
func (r *room) files(dir string) []string {
	r.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		r.Fatal(err)
	}
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}

// putSurvey writes the survey of the trainings with other values for some of
// its keys, such as "thanks" and "50ms", under the name that the kiosk looks for.
func (r *room) putSurvey(values ...string) {
	r.Helper()
	data, err := os.ReadFile("../questions.yaml")
	if err != nil {
		r.Fatal(err)
	}
	text := string(data)
	for i := 0; i < len(values); i += 2 {
		line := regexp.MustCompile(`(?m)^( *` + values[i] + `: )\S+`)
		if len(line.FindAllString(text, -1)) != 1 {
			r.Fatalf("the survey has no single line for %s", values[i])
		}
		text = line.ReplaceAllString(text, "${1}"+values[i+1])
	}
	r.put("questions.yaml", text)
}

// command prepares a run of the program in the room, with an environment that
// does not depend on where the tests run.
func (r *room) command(args ...string) *exec.Cmd {
	cmd := exec.Command(binary(), args...)
	cmd.Dir = r.dir
	cmd.Env = []string{
		"PATH=" + os.Getenv("PATH"), "HOME=" + r.home, "TMPDIR=" + r.temp,
		"TERM=xterm-256color", "COLORTERM=truecolor", "LANG=C.UTF-8",
	}
	return cmd
}

// run runs a command of the program without a terminal.
func (r *room) run(args ...string) (stdout, stderr string, code int) {
	r.Helper()
	cmd := r.command(args...)
	var out, errs bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errs
	if err := cmd.Run(); err != nil && !errors.As(err, new(*exec.ExitError)) {
		r.Fatal(err)
	}
	return out.String(), errs.String(), cmd.ProcessState.ExitCode()
}

// mustRun is run for a command that has to succeed; it returns the output.
func (r *room) mustRun(args ...string) string {
	r.Helper()
	stdout, stderr, code := r.run(args...)
	if code != 0 || stderr != "" {
		r.Fatalf("anketa %s: exit code %d\n%s", strings.Join(args, " "), code, stderr)
	}
	return stdout
}

// start starts the program on a terminal of 80 columns and 24 rows.
func (r *room) start(args ...string) *kiosk {
	r.Helper()
	return r.startCommand(r.command(args...))
}

// startCommand starts a prepared command on a terminal.
func (r *room) startCommand(cmd *exec.Cmd) *kiosk {
	r.Helper()
	t, err := terminal.Start(cmd, 80, 24)
	if err != nil {
		r.Fatal(err)
	}
	r.Cleanup(func() {
		if err := t.Close(); err != nil {
			r.Error(err)
		}
	})
	return &kiosk{TB: r.TB, Terminal: t}
}

// flags returns the flags that answer every line of the set-up form.
func (r *room) flags(more ...string) []string {
	r.Helper()
	r.put("pin", rightPIN+"\n")
	return append([]string{
		"--session-title", title, "--place", "Niš", "--date", "2026-11-23", "--attended", "24", "--pin-file", "pin",
	}, more...)
}

// open starts the kiosk with a session and waits for the welcome.
func (r *room) open(more ...string) *kiosk {
	r.Helper()
	k := r.start(r.flags(more...)...)
	k.see(onWelcome)
	return k
}
