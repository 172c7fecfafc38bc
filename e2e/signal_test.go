package e2e

import (
	"fmt"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"syscall"
	"testing"

	"anketa/internal/terminal"
)

// A signal in the middle of an interview ends the kiosk in good order: exit
// code 0, the terminal as it was, no answer on it or in a file, and a database
// that opens with everything that was sent before. Negative control: a signal
// left out of cli.Signals, which makes Go print where it stood.
func TestSignals(t *testing.T) {
	t.Parallel()
	fresh, err := openTerminal(t, 80, 24).Settings()
	if err != nil {
		t.Fatal(err)
	}
	for _, signal := range []syscall.Signal{
		syscall.SIGTERM, syscall.SIGHUP, syscall.SIGINT, syscall.SIGQUIT, syscall.SIGABRT,
		syscall.SIGSEGV, syscall.SIGBUS, syscall.SIGFPE, syscall.SIGILL, syscall.SIGTRAP,
	} {
		t.Run(signal.String(), func(t *testing.T) {
			t.Parallel()
			r := newRoom(t)
			r.putSurvey("thanks", "300ms")
			k := r.open()
			k.answer(sample(1)[0])
			k.toText()
			if err := k.Signal(signal); err != nil {
				t.Fatal(err)
			}
			k.exit(0)
			k.sane(fresh)
			noTrace(r)
			if n := r.results().Responses; n != 1 {
				t.Errorf("%d responses are stored, want the one that was sent", n)
			}
		})
	}
}

// toText answers up to the seventh question and writes the canary there.
func (k *kiosk) toText() {
	k.Helper()
	k.press(terminal.Enter, "2", "1", "4", "4", "4", "1", canary)
	k.see(fmt.Sprintf(onQuestion, 7), canary)
}

// Other signals do nothing, also those that stop a program so that the shell
// comes forward: the kiosk runs under a shell with job control here. Negative
// control: without signal.Ignore in silence, SIGTSTP stops it.
func TestSignalsWithoutEffect(t *testing.T) {
	t.Parallel()
	if _, err := os.Stat("/proc/self/stat"); err != nil {
		t.Skip("without /proc the test cannot find the kiosk below its shell: signals without effect were not tried")
	}
	r := newRoom(t)
	cmd := exec.Command("/bin/sh", "-mc", `"$0" "$@"; echo left`, binary())
	cmd.Args = append(cmd.Args, r.flags()...)
	prepared := r.command()
	cmd.Dir, cmd.Env = prepared.Dir, prepared.Env
	k := r.startCommand(cmd)
	k.see(onWelcome)
	k.toText()
	kiosk := childrenOf(t, k.PID())
	if len(kiosk) != 1 {
		t.Fatalf("the shell started %q", kiosk)
	}
	pid, err := strconv.Atoi(strings.Fields(kiosk[0])[0])
	if err != nil {
		t.Fatal(err)
	}
	for _, signal := range []syscall.Signal{
		syscall.SIGTSTP, syscall.SIGTTIN, syscall.SIGTTOU, syscall.SIGCONT, syscall.SIGWINCH, syscall.SIGUSR1, syscall.SIGUSR2,
		syscall.SIGPIPE, syscall.SIGALRM, syscall.SIGVTALRM, syscall.SIGXCPU, syscall.SIGCHLD, syscall.SIGURG, syscall.SIGIO,
	} {
		if err := syscall.Kill(pid, signal); err != nil {
			t.Fatalf("%s: %v", signal, err)
		}
		screen := k.keepUp()
		if !strings.Contains(screen, fmt.Sprintf(onQuestion, 7)) || !strings.Contains(screen, canary) {
			t.Fatalf("%s changes the screen to\n%s", signal, screen)
		}
	}
	if err := syscall.Kill(pid, syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	k.exit(0)
	if screen := k.Screen(); !strings.Contains(screen, "left") || strings.Contains(screen, "goroutine") || strings.Contains(screen, canary) {
		t.Errorf("the terminal shows\n%s", screen)
	}
}

// A terminal that is closed ends the kiosk without a trace.
func TestTerminalGone(t *testing.T) {
	t.Parallel()
	r := newRoom(t)
	k := r.open()
	k.press(terminal.Enter, "2", "1", "4", "4", "4", "1", canary)
	k.see(fmt.Sprintf(onQuestion, 7), canary)
	// Hanging up closes the keyboard's end; the program must notice by itself.
	if err := k.HangUp(); err != nil {
		t.Fatal(err)
	}
	k.exit(0)
	noTrace(r)
	if n := r.results().Responses; n != 0 {
		t.Errorf("%d responses are stored, want none", n)
	}
}
