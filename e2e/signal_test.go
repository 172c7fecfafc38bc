package e2e

import (
	"fmt"
	"os"
	"syscall"
	"testing"

	"anketa/internal/terminal"
)

// A signal in the middle of an interview ends the kiosk in good order: exit
// code 0, the terminal as it was, no answer on it or in a file, and a database
// that opens with everything that was sent before.
func TestSignals(t *testing.T) {
	fresh, err := openTerminal(t, 80, 24).Settings()
	if err != nil {
		t.Fatal(err)
	}
	for name, signal := range map[string]os.Signal{
		"SIGTERM": syscall.SIGTERM, "SIGHUP": syscall.SIGHUP, "SIGINT": syscall.SIGINT, "SIGQUIT": syscall.SIGQUIT,
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			r := newRoom(t)
			r.putSurvey("thanks", "300ms")
			k := r.open()
			k.answer(sample(1)[0])
			k.press(terminal.Enter, "2", "1", "4", "4", "4", "1", canary)
			k.see(fmt.Sprintf(onQuestion, 7), canary)
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

// A terminal that is closed ends the kiosk without a trace.
func TestTerminalGone(t *testing.T) {
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
