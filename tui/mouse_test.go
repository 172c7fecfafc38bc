package tui_test

import (
	"image"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"anketa/survey"
	"anketa/tui"
)

// point moves the mouse.
func (k *kiosk) point(at image.Point) { k.send(tea.MouseMotionMsg{X: at.X, Y: at.Y}) }

// click presses the left button and lets it go.
func (k *kiosk) click(at image.Point) {
	k.send(tea.MouseClickMsg{X: at.X, Y: at.Y, Button: tea.MouseLeft})
	k.send(tea.MouseReleaseMsg{X: at.X, Y: at.Y, Button: tea.MouseLeft})
}

// find returns where a text begins in the view.
func (k *kiosk) find(text string) image.Point {
	k.Helper()
	for y, line := range strings.Split(k.view(), "\n") {
		if before, _, ok := strings.Cut(line, text); ok {
			return image.Pt(ansi.StringWidth(before), y)
		}
	}
	k.Fatalf("the terminal does not show %q:\n%s", text, k.view())
	return image.Point{}
}

// clickOn clicks a text.
func (k *kiosk) clickOn(text string) {
	k.Helper()
	k.click(k.find(text))
}

// TestClickIsKey holds on every screen that a click does what the key does that
// stands on what was clicked: two kiosks, one by mouse and one by keys, show the
// same. Negative control: a target with the key of its neighbour.
func TestClickIsKey(t *testing.T) {
	for _, s := range screens() {
		if s.sizes != nil {
			continue
		}
		t.Run(s.name, func(t *testing.T) {
			t.Parallel()
			for _, n := range s.clicked(t) {
				s.clickIsKey(t, n)
			}
		})
	}
}

// clicked returns which targets of a screen are clicked: a sample of those that
// stand for a key, which screens have in common, and of those that are counted,
// such as points and lines. ANKETA_WHOLE clicks them all.
func (s *screen) clicked(t *testing.T) (which []int) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) {
		k := s.open(t, survey.English)
		k.pass(time.Second)
		var keys, counted []int
		for i, target := range k.targets() {
			if target.Key != "" || target.Scrolls {
				keys = append(keys, i)
			} else {
				counted = append(counted, i)
			}
		}
		which = append(sample(s.name, keys, 1), sample(s.name, counted, 1)...)
	})
	return which
}

// clickIsKey clicks the nth target of a screen.
func (s *screen) clickIsKey(t *testing.T, n int) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) {
		byMouse := s.open(t, survey.English)
		// What was just chosen is shown for a moment, in which keys and clicks differ.
		byMouse.pass(time.Second)
		targets := byMouse.targets()
		clicked := targets[n]
		text := strings.Join(textIn(byMouse.view(), clicked.Area), "\n")
		// Lines of the review are counted from its end.
		if strings.Contains(byMouse.view(), "Your answers") && strings.Contains(byMouse.view(), "▼ …") && clicked.Key == "" {
			return
		}
		if clicked.Scrolls || onForm(byMouse.view()) && clicked.Key == "" || cutAbove(byMouse.view(), clicked) {
			return
		}
		// The right lower corner of a target belongs to it.
		byMouse.click(clicked.Area.Max.Sub(image.Pt(1, 1)))
		// While a point is shown, the head may still count what one of the keys led to.
		at, got := bare(byMouse), ""
		byMouse.pass(time.Second)
		got = byMouse.view()
		// The other kiosk is opened only now: the first one waits for nobody.
		byKeys := s.open(t, survey.English)
		byKeys.pass(time.Second)
		byKeys.pressWritten(clicked, text)
		if want := bare(byKeys); at != want {
			t.Fatalf("a click on %q leads to\n%s\nand its key to\n%s", text, at, want)
		}
		byKeys.pass(time.Second)
		if want := byKeys.view(); got != want {
			t.Fatalf("a click on %q leads after a second to\n%s\nand its key to\n%s", text, got, want)
		}
		if byMouse.quit != byKeys.quit {
			t.Errorf("a click on %q quits: %t, want %t", text, byMouse.quit, byKeys.quit)
		}
	})
}

// bare returns the view without its head.
func bare(k *kiosk) string {
	parts := strings.SplitN(k.view(), "\n", 3)
	return parts[len(parts)-1]
}

// ownKey matches the key that stands on a point, an option or a line.
var ownKey = regexp.MustCompile(`(?:^|[^0-9a-z])(10|[0-9a-z?/]|\+)(?:[^0-9a-z]|$)`)

// pressWritten presses the keys that a target names, as a person would read it.
func (k *kiosk) pressWritten(t tui.Target, text string) {
	k.Helper()
	switch {
	case strings.Contains(text, "Tab ⇥"):
		k.press("tab")
	case strings.Contains(text, "[ send ]"):
		k.press(slices.Repeat([]string{"down"}, 20)...)
		k.press("enter")
	case mark.MatchString(text) && !offered.MatchString(text):
		k.pressCell(t)
	case strings.Contains(k.view(), "Your answers") && t.Key == "" && !strings.Contains(text, "Enter  "):
		k.pressLine(t)
	case t.Key == "" && !t.Scrolls && inTabs.MatchString(k.view()):
		k.pressItem(text)
	case t.Key != "":
		for key, name := range keyNames {
			if strings.HasPrefix(strings.TrimLeft(text, " "), name) {
				k.press(key)
				return
			}
		}
		fallthrough
	default:
		if strings.HasPrefix(text, "  Enter  ") {
			k.press("enter")
			return
		}
		m := ownKey.FindStringSubmatch(strings.ReplaceAll(text, "[x]", ""))
		if m == nil {
			k.Fatalf("nothing names the key of %q", text)
		}
		waits := strings.Contains(k.view(), "║● 1║")
		switch key := m[1]; {
		case key == "10" && waits:
			k.press("0")
		case key == "10":
			k.press("1", "0")
		case key == "0" && waits:
			k.press("home", "enter")
		case key == "1" && !waits && strings.Contains(k.view(), "│ 9 │"):
			// The key waits for a 0, the mouse does not.
			k.press("1", "enter")
		default:
			k.press(key)
		}
	}
}

// pressItem chooses an item of the console by its text, and opens it.
func (k *kiosk) pressItem(text string) {
	first := strings.TrimSpace(strings.TrimLeft(strings.SplitN(text, "\n", 2)[0], "▶ "))
	k.press("home")
	for range 200 {
		if strings.Contains(k.view(), "▶ "+first) {
			k.press("enter")
			return
		}
		k.press("down")
	}
	k.Fatalf("nothing leads to %q", first)
}

// pressCell moves to the row of a cell and chooses it there. Where a row without
// an answer holds, nothing is chosen.
func (k *kiosk) pressCell(t tui.Target) {
	row, column := k.rowsAbove(t.Area.Min.Y), 0
	for _, other := range k.targets() {
		if other.Area.Min.Y == t.Area.Min.Y && other.Area.Min.X < t.Area.Min.X {
			column++
		}
	}
	// A sentence above the rows may come and go, so rows are counted.
	for range 10 {
		switch at := k.rowsAbove(k.find("› ").Y); {
		case at < row:
			k.press("down")
		case at > row:
			k.press("up")
		}
	}
	if k.rowsAbove(k.find("› ").Y) == row {
		k.press([]string{"1", "2", "3", "4", "5"}[column])
	}
}

// rowsAbove counts the rows above a line.
func (k *kiosk) rowsAbove(y int) int {
	rows := map[int]bool{}
	for _, t := range k.targets() {
		if t.Key == "" && t.Area.Min.Y < y {
			rows[t.Area.Min.Y] = true
		}
	}
	return len(rows)
}

// pressLine moves from the button of the review up to a line and chooses it.
func (k *kiosk) pressLine(t tui.Target) {
	down := 0
	for _, other := range k.targets() {
		if other.Key == "" && !other.Scrolls && other.Area.Min.Y > t.Area.Min.Y {
			down++
		}
	}
	k.press(slices.Repeat([]string{"down"}, 20)...)
	k.press(slices.Repeat([]string{"up"}, down)...)
	k.press("enter")
}

// TestPressOf holds that keys are made as the terminal sends them. Negative
// control: a key without its name in the table of pressOf.
func TestPressOf(t *testing.T) {
	for _, name := range []string{
		"enter", "esc", "backspace", "tab", "up", "down", "left", "right", "home", "end", "pgup", "pgdown", "space", "0", "z", "н", "+",
	} {
		if got := tui.PressOf(name).String(); got != name {
			t.Errorf("the key %q is pressed as %q", name, got)
		}
	}
}
