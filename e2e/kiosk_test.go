package e2e

import (
	"fmt"
	"image/color"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"anketa/internal/terminal"
)

// kiosk is the program on a terminal. Its methods end the test when something
// does not come as expected, and show the screen then.
type kiosk struct {
	testing.TB
	*terminal.Terminal
	// light is true while the program takes the background for a light one.
	light bool
}

// shows is the condition that all texts stand on the screen.
func shows(texts ...string) func(terminal.Frame) bool {
	return func(f terminal.Frame) bool {
		return !slices.ContainsFunc(texts, func(text string) bool { return !strings.Contains(f.Text(), text) })
	}
}

// hides is the condition that a text does not stand on the screen.
func hides(text string) func(terminal.Frame) bool {
	return func(f terminal.Frame) bool { return !strings.Contains(f.Text(), text) }
}

// see waits until all texts stand on the screen together.
func (k *kiosk) see(texts ...string) {
	k.Helper()
	k.await(k.Watch(shows(texts...)), fmt.Sprintf("%q", texts))
}

// gone waits until a text does not stand on the screen any more.
func (k *kiosk) gone(text string) {
	k.Helper()
	k.await(k.Watch(hides(text)), fmt.Sprintf("the end of %q", text))
}

// await waits for what a watcher looks for.
func (k *kiosk) await(w *terminal.Watcher, what string) {
	k.Helper()
	if err := w.Wait(); err != nil {
		k.Fatalf("%s: %v", what, err)
	}
}

// press types keys, as fast as the program takes them.
func (k *kiosk) press(keys ...string) {
	k.Helper()
	if err := k.Type(strings.Join(keys, "")); err != nil {
		k.Fatalf("%v\n%s", err, k.Screen())
	}
}

// pressTo types keys and waits for all texts to stand on the screen together,
// however shortly. The screen before the keys must not show them all.
func (k *kiosk) pressTo(keys string, texts ...string) {
	k.Helper()
	w := k.Watch(shows(texts...))
	k.press(keys)
	k.await(w, fmt.Sprintf("%q after %q", texts, keys))
}

// typeAt types keys one by one at a steady pace.
func (k *kiosk) typeAt(pace time.Duration, keys []string) {
	k.Helper()
	ticker := time.NewTicker(pace)
	defer ticker.Stop()
	for _, key := range keys {
		k.press(key)
		<-ticker.C
	}
}

// exit waits for the end of the program and checks its exit code.
func (k *kiosk) exit(want int) {
	k.Helper()
	code, err := k.Exit()
	if err != nil {
		k.Fatal(err)
	}
	if code != want {
		k.Fatalf("exit code %d, want %d:\n%s", code, want, k.Screen())
	}
}

// stop ends the program as a supervisor does.
func (k *kiosk) stop() {
	k.Helper()
	if err := k.Signal(syscall.SIGTERM); err != nil {
		k.Fatal(err)
	}
	k.exit(0)
}

// size changes the size of the terminal.
func (k *kiosk) size(width, height int) {
	k.Helper()
	if err := k.Resize(width, height); err != nil {
		k.Fatal(err)
	}
}

// deadline returns a function that tells when waiting has taken too long; it
// lets a moment pass with each call.
func (k *kiosk) deadline() (late func() bool) {
	end := time.Now().Add(k.Patience)
	return func() bool {
		time.Sleep(5 * time.Millisecond)
		return time.Now().After(end)
	}
}

// lacks checks that none of the texts stands on the screen now.
func (k *kiosk) lacks(texts ...string) {
	k.Helper()
	screen := k.Screen()
	for _, text := range texts {
		if strings.Contains(screen, text) {
			k.Fatalf("%q stands on the screen:\n%s", text, screen)
		}
	}
}

// keepUp waits until the program has worked off everything typed so far, on any
// screen, and returns the screen: the program is told of another background,
// which changes its colours and nothing else.
func (k *kiosk) keepUp() string {
	k.Helper()
	screen, err := k.caughtUp()
	if err != nil {
		k.Fatalf("the colours for another background: %v", err)
	}
	return screen
}

// caughtUp is keepUp for a program that may have ended.
func (k *kiosk) caughtUp() (string, error) {
	var before color.Color
	k.Look(func(f terminal.Frame) { before = footColor(f) })
	background := terminal.LightBackground
	if k.light {
		background = terminal.DarkBackground
	}
	k.light = !k.light
	if err := k.tell(background, func(f terminal.Frame) bool { return footColor(f) != before }); err != nil {
		return "", err
	}
	return k.Screen(), nil
}

// tellAgain is how long to wait before the background is told once more.
const tellAgain = 3 * time.Second

// tell tells the program of a background until that shows. The terminal's own
// answer, for which the program asks when it starts, may come after the first
// time and take it back.
func (k *kiosk) tell(background string, shows func(terminal.Frame) bool) error {
	patience := k.Patience
	defer func() { k.Patience = patience }()
	k.Patience = min(patience, tellAgain)
	for end := time.Now().Add(patience); ; {
		changed := k.Watch(shows)
		if err := k.Type(background); err != nil {
			return err
		}
		err := changed.Wait()
		select {
		case <-k.Ended():
			return err
		default:
		}
		if err == nil || time.Now().After(end) {
			return err
		}
	}
}

// footColor returns the colour of the last character on the screen.
func footColor(f terminal.Frame) color.Color {
	width, height := f.Size()
	for i := width*height - 1; i >= 0; i-- {
		if cell := f.Cell(i%width, i/width); strings.TrimSpace(cell.Content) != "" {
			return cell.Style.Fg
		}
	}
	return nil
}
