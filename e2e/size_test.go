package e2e

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"anketa/internal/terminal"
)

// A terminal below 60 by 16 asks calmly to be enlarged; when it grows again, the
// question stands there with the choice as it was.
func TestTooSmall(t *testing.T) {
	t.Parallel()
	k := newRoom(t).open()
	k.press(terminal.Enter, "3", "2")
	k.see(fmt.Sprintf(onQuestion, 3))
	k.pressTo(terminal.Right+terminal.Right, "┐ ╔")
	for _, c := range []struct {
		width, height int
		says          string
	}{{59, 24, onSmall}, {80, 15, onSmall}, {30, 8, onSmall}, {10, 3, "Povećajte"}, {1, 1, "P"}} {
		k.size(c.width, c.height)
		k.see(c.says)
		k.lacks("┐", "Pitanje")
		k.size(80, 24)
		k.see(fmt.Sprintf(onQuestion, 3), "┐ ╔")
	}
	k.size(60, 16)
	k.see(fmt.Sprintf(onQuestion, 3))
	k.size(200, 60)
	k.see(fmt.Sprintf(onQuestion, 3), "┐ ╔")
	k.press(terminal.Enter)
	k.see(fmt.Sprintf(onQuestion, 4))
	k.press(terminal.Backspace)
	k.see(fmt.Sprintf(onQuestion, 3), "● 2")
}

// Storms of sizes on every screen end in the right screen at the last size.
func TestResizeStorm(t *testing.T) {
	t.Parallel()
	k := newRoom(t).open()
	random := rand.New(rand.NewPCG(4, 2026))
	k.storm(random, onWelcome)
	k.press(terminal.Enter)
	for i, q := range questions() {
		k.see(fmt.Sprintf(onQuestion, i+1))
		k.storm(random, fmt.Sprintf(onQuestion, i+1))
		if !q.text {
			k.press("1")
			continue
		}
		k.press("čćšžđ")
		k.see("┃ čćšžđ")
		k.storm(random, "┃ čćšžđ")
		k.press(terminal.Enter)
	}
	k.see(onQuote)
	k.storm(random, onQuote)
	k.press("1")
	k.see(onReview)
	k.storm(random, onReview)
	k.press(terminal.Up)
	k.see("› 8")
	k.storm(random, "› 8")
	k.press(terminal.Down, terminal.Enter)
	k.see(onThanks)
}

// storm changes the size many times and waits until a text stands on a screen
// that is drawn for 80 columns and 24 rows.
func (k *kiosk) storm(random *rand.Rand, text string) {
	k.Helper()
	for range 60 {
		// No other screen is as wide as the last one, so that it is known by its width.
		k.size(1+random.IntN(79)+random.IntN(2)*80, 1+random.IntN(60))
	}
	k.size(80, 24)
	k.await(k.Watch(func(f terminal.Frame) bool {
		lines := strings.Split(f.Text(), "\n")
		rule := strings.Trim(lines[1], " ")
		return strings.Contains(f.Text(), text) && len([]rune(rule)) == 76 && strings.Trim(rule, "━─") == "" && lines[23] != ""
	}), fmt.Sprintf("%q at 80 by 24", text))
}
