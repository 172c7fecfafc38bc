package e2e

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"syscall"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"anketa/internal/terminal"
)

// The commands do, say and return what the scripts in testdata/script expect.
// Besides the usual ones a script may use
//
//	exits CODE PROGRAM ARGS…    run a program that must end with an exit code
//	session TITLE               open a session in the kiosk and end the kiosk
func TestScripts(t *testing.T) {
	t.Parallel()
	examples, err := filepath.Abs("../examples")
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir: "testdata/script",
		Setup: func(env *testscript.Env) error {
			env.Setenv("PATH", filepath.Dir(binary())+string(os.PathListSeparator)+env.Getenv("PATH"))
			env.Setenv("EXAMPLES", examples)
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){"exits": exits, "session": session},
	})
}

// exits runs a program and checks its exit code.
func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits CODE PROGRAM ARGS…")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	err = ts.Exec(args[1], args[2:]...)
	var exit *exec.ExitError
	switch {
	case errors.As(err, &exit) && exit.ExitCode() == want, err == nil && want == 0:
	case err == nil:
		ts.Fatalf("exit code 0, want %d", want)
	default:
		ts.Fatalf("%v, want exit code %d", err, want)
	}
}

// session opens a session as a facilitator does, and leaves it open.
func session(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: session TITLE")
	}
	ts.Check(os.WriteFile(ts.MkAbs("pin"), []byte(rightPIN), 0o600))
	cmd := exec.Command(binary(), "--session-title", args[0], "--place", "Niš", "--date", "2026-11-23", "--attended", "24", "--pin-file", "pin")
	cmd.Dir = ts.MkAbs(".")
	cmd.Env = []string{"PATH=" + os.Getenv("PATH"), "HOME=" + cmd.Dir, "TERM=xterm-256color", "LANG=C.UTF-8"}
	t, err := terminal.Start(cmd, 80, 24)
	ts.Check(err)
	defer func() { ts.Check(t.Close()) }()
	ts.Check(t.WaitText(onWelcome))
	ts.Check(t.Signal(syscall.SIGTERM))
	if code, err := t.Exit(); err != nil || code != 0 {
		ts.Fatalf("the kiosk ended with %d, %v", code, err)
	}
}
