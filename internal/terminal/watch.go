package terminal

import (
	"errors"
	"fmt"
	"strings"
	"time"
)

// ErrNotSeen says that what was waited for did not appear on the screen.
var ErrNotSeen = errors.New("not seen on the screen")

// Watcher waits for conditions that the screen has to fulfil one after the
// other. It looks at every frame that the program draws, however short it is shown.
type Watcher struct {
	terminal *Terminal
	waiting  []func(Frame) bool
	done     chan struct{}
}

// Watch begins to wait for conditions, in their order, from the current screen
// on. A condition must not call the terminal. Begin to watch before typing what
// leads to a screen that goes away by itself.
func (t *Terminal) Watch(conditions ...func(Frame) bool) *Watcher {
	w := &Watcher{terminal: t, waiting: conditions, done: make(chan struct{})}
	t.mu.Lock()
	defer t.mu.Unlock()
	t.watchers[w] = struct{}{}
	if !t.drawing {
		w.see(newFrame(t.emulator))
	}
	return w
}

// see ticks off the conditions that a frame fulfils; the caller holds the lock.
func (w *Watcher) see(f Frame) {
	for len(w.waiting) > 0 && w.waiting[0](f) {
		w.waiting = w.waiting[1:]
	}
	if len(w.waiting) == 0 {
		delete(w.terminal.watchers, w)
		close(w.done)
	}
}

// frame shows a finished frame to everybody who watches; the caller holds the lock.
func (t *Terminal) frame() {
	if t.drawing {
		return
	}
	t.drawn.Broadcast()
	if len(t.watchers) == 0 {
		return
	}
	f := newFrame(t.emulator)
	for w := range t.watchers {
		w.see(f)
	}
}

// Wait waits until all conditions were fulfilled. It gives up when the program
// has ended or patience with it.
func (w *Watcher) Wait() error {
	timer := time.NewTimer(w.terminal.Patience)
	defer timer.Stop()
	reason := ""
	select {
	case <-w.done:
		return nil
	case <-w.terminal.ended:
		reason = "before the program ended"
	case <-timer.C:
		reason = fmt.Sprintf("within %s", w.terminal.Patience)
	}
	w.Stop()
	select {
	case <-w.done:
		return nil
	default:
		return fmt.Errorf("%w %s:\n%s", ErrNotSeen, reason, box(w.terminal.Screen()))
	}
}

// Stop ends the watch.
func (w *Watcher) Stop() {
	w.terminal.mu.Lock()
	defer w.terminal.mu.Unlock()
	delete(w.terminal.watchers, w)
}

// Wait waits until the screen, as plain text, fulfils a condition. The
// condition must not call the terminal.
func (t *Terminal) Wait(condition func(screen string) bool) error {
	return t.Watch(func(f Frame) bool { return condition(f.Text()) }).Wait()
}

// WaitText waits until a text stands on the screen.
func (t *Terminal) WaitText(text string) error {
	if err := t.Wait(func(screen string) bool { return strings.Contains(screen, text) }); err != nil {
		return fmt.Errorf("%q: %w", text, err)
	}
	return nil
}

// box draws a line beside a screen, so that it stands out in an error.
func box(screen string) string {
	return "  | " + strings.ReplaceAll(strings.TrimRight(screen, "\n"), "\n", "\n  | ")
}
