package terminal_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"anketa/internal/terminal"
)

// shows is the condition that a text stands on the screen.
func shows(text string) func(terminal.Frame) bool {
	return func(f terminal.Frame) bool { return strings.Contains(f.Text(), text) }
}

// A frame is seen even when the next one comes in the same write, and
// conditions are met in their order.
func TestWatchSeesEveryFrame(t *testing.T) {
	term := start(t, "flash")
	wait(t, term, "ready")
	watch := term.Watch(shows("first"), shows("second"))
	press(t, term, "x")
	if err := watch.Wait(); err != nil {
		t.Fatal(err)
	}
	if screen := term.Screen(); !strings.Contains(screen, "second") {
		t.Errorf("the last screen is %q", screen)
	}
}

// Conditions in the wrong order are never met, and the error shows the screen.
func TestWatchKeepsTheOrder(t *testing.T) {
	term := start(t, "flash")
	wait(t, term, "ready")
	watch := term.Watch(shows("second"), shows("first"))
	press(t, term, "x")
	err := watch.Wait()
	if !errors.Is(err, terminal.ErrNotSeen) || !strings.Contains(err.Error(), "| second") || !strings.Contains(err.Error(), "ended") {
		t.Errorf("error: %v", err)
	}
}

// Waiting gives up after the patience that was set.
func TestWaitGivesUp(t *testing.T) {
	term := start(t, "echo")
	wait(t, term, "ready")
	term.Patience = 50 * time.Millisecond
	err := term.WaitText("never")
	if !errors.Is(err, terminal.ErrNotSeen) || !strings.Contains(err.Error(), `"never"`) || !strings.Contains(err.Error(), "| ready") {
		t.Errorf("error: %v", err)
	}
}

// A watch that was stopped looks at nothing any more.
func TestStop(t *testing.T) {
	term := start(t, "flash")
	wait(t, term, "ready")
	frames := 0
	watch := term.Watch(func(terminal.Frame) bool {
		frames++
		return false
	})
	watch.Stop()
	press(t, term, "x")
	wait(t, term, "second")
	if frames != 1 {
		t.Errorf("the watch saw %d frames, want only the first", frames)
	}
}

// A frame that is never finished is shown in the end, as real terminals do, but
// fulfils no condition.
func TestUnfinishedFrame(t *testing.T) {
	term := start(t, "unfinished")
	for term.BytesRead() == 0 {
		term.Screen()
	}
	if screen := term.Screen(); !strings.Contains(screen, "half a frame") {
		t.Errorf("screen: %q", screen)
	}
	term.Patience = 50 * time.Millisecond
	if err := term.WaitText("half a frame"); !errors.Is(err, terminal.ErrNotSeen) {
		t.Errorf("waiting: %v, want ErrNotSeen", err)
	}
}
