package e2e

import (
	"encoding/hex"
	"fmt"
	"os"
	"testing"

	"anketa/internal/terminal"
)

// After a power cut in the middle of the second interview the kiosk offers to
// go on: the first response is still there, nothing of the second one is, and
// the third person answers as usual.
func TestPowerCut(t *testing.T) {
	t.Parallel()
	r := newRoom(t)
	r.putSurvey("release", "live", "thanks", "300ms")
	k := r.open()
	k.answer(sample(1)[0])
	k.press(terminal.Enter, "2", "1", "4", "4", "4", "1", canary)
	k.see(fmt.Sprintf(onQuestion, 7), canary)
	if err := k.Signal(os.Kill); err != nil {
		t.Fatal(err)
	}
	k.exit(-1)
	noTrace(r)

	k = r.start()
	k.see(onResume, title, "Enter nastavi", "2 nova obuka", "Esc izađi iz programa")
	k.press(terminal.Enter)
	k.see(onWelcome)
	k.answer(sample(2)[1])
	k.stop()
	r.mustRun("session", "close")
	rep := r.results()
	if got, want := fmt.Sprint(rep.figures(t)), fmt.Sprint(tally(sample(2))); got != want {
		t.Errorf("stored: %s\nsent:   %s", got, want)
	}
	noTrace(r)
}

// After a power cut in the very moment of storing, the first screen tells the
// person what became of the answers, and then the kiosk goes on.
func TestInterruptedWhileStoring(t *testing.T) {
	t.Parallel()
	r := newRoom(t)
	r.putSurvey("thanks", "300ms")
	k := r.open()
	k.answer(sample(1)[0])
	k.stop()
	mark := func(id string) {
		t.Helper()
		raw, err := hex.DecodeString(id)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(r.path("anketa.db.lock"), append([]byte{1}, raw...), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	mark("00112233445566778899aabbccddeeff")
	k = r.start(r.flags()...)
	k.see("nisu sačuvani", "not stored")
	k.pressTo(terminal.Enter, onWelcome)
	k.stop()
	// Ended in good order, it has nothing to tell.
	k = r.start(r.flags()...)
	k.see(onWelcome)
	k.stop()
}

// A supervisor that starts the kiosk again with the same flags asks nobody: the
// welcome comes at once, in the same session. Other flags are asked about.
func TestRestart(t *testing.T) {
	t.Parallel()
	r := newRoom(t)
	r.putSurvey("release", "live", "thanks", "300ms")
	k := r.open()
	k.answer(sample(1)[0])
	k.stop()
	k = r.start(r.flags()...)
	k.await(k.Watch(func(f terminal.Frame) bool {
		if shows(onResume)(f) || shows(onSetup)(f) {
			t.Errorf("somebody is asked:\n%s", f.Text())
		}
		return shows(onWelcome)(f)
	}), "the welcome")
	k.answer(sample(2)[1])
	k.stop()
	if rep := r.results(); len(rep.Sessions) != 1 || rep.Responses != 2 {
		t.Errorf("%d sessions with %d responses, want one with 2", len(rep.Sessions), rep.Responses)
	}

	flags := r.flags()
	flags[1] = "Druga obuka"
	k = r.start(flags...)
	k.see(onResume, title)
	// A new session begins only after the open one was ended, behind the PIN.
	k.press("2")
	k.see(onPIN)
	k.press(terminal.Esc)
	k.see(onResume)
	// Nor does anybody leave without it.
	k.press(terminal.Esc)
	k.see(onPIN)
	k.press(rightPIN, terminal.Enter)
	k.exit(0)
}
