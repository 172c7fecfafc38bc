package terminal

import (
	"errors"
	"fmt"
	"os"
	"time"
)

// ErrNoProgram says that no program was started on the terminal.
var ErrNoProgram = errors.New("no program was started on this terminal")

// wait waits for the end of the program and lets go of its end of the line, so
// that reading ends once everything was read.
func (t *Terminal) wait() {
	// How it ended stands in the process's state.
	_ = t.process.Wait()
	_ = t.line.Close()
	close(t.exited)
}

// PID returns the process number of the program.
func (t *Terminal) PID() int { return t.process.Process.Pid }

// Signal sends a signal to the program.
func (t *Terminal) Signal(s os.Signal) error {
	if t.process == nil {
		return ErrNoProgram
	}
	if err := t.process.Process.Signal(s); err != nil {
		return fmt.Errorf("send %s: %w", s, err)
	}
	return nil
}

// Exit waits until the program has ended and everything that it wrote stands on
// the screen, and returns its exit code; -1 means that a signal ended it.
func (t *Terminal) Exit() (int, error) {
	if t.process == nil {
		return 0, ErrNoProgram
	}
	timer := time.NewTimer(t.Patience)
	defer timer.Stop()
	select {
	case <-t.exited:
	case <-timer.C:
		return 0, fmt.Errorf("the program did not end within %s:\n%s", t.Patience, box(t.Screen()))
	}
	select {
	case <-t.ended:
	case <-timer.C:
		return 0, fmt.Errorf("the program ended, but another one that it started still holds the terminal:\n%s", box(t.Screen()))
	}
	return t.process.ProcessState.ExitCode(), nil
}

// Ended returns a channel that is closed when the program has ended.
func (t *Terminal) Ended() <-chan struct{} { return t.exited }

// HangUp closes the keyboard's end of the terminal while the program runs, as a
// window that is closed or a line that breaks. Nothing is shown after that.
func (t *Terminal) HangUp() error {
	t.mu.Lock()
	defer t.mu.Unlock()
	if err := t.keyboard.Close(); err != nil {
		return fmt.Errorf("hang up: %w", err)
	}
	return nil
}
