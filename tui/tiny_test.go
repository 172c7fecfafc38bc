package tui_test

import (
	"fmt"
	"image/color"
	"testing"
	"testing/synctest"
	"time"

	tea "charm.land/bubbletea/v2"

	"anketa/survey"
	"anketa/tui"
)

// TestTinyTerminal holds that nothing that happens while the terminal is too
// small breaks the kiosk: its colours change, its time goes by, something is
// stored. When it has its size again, a whole screen is there. Negative control:
// a width that is subtracted from without a lower bound. Each screen meets one of three
// sizes, with ANKETA_WHOLE all of them.
func TestTinyTerminal(t *testing.T) {
	for _, s := range screens() {
		for _, f := range sample(s.name, []frame{{0, 0}, {3, 40}, {200, 2}}, 1) {
			t.Run(fmt.Sprintf("%s/%d×%d", s.name, f.width, f.height), func(t *testing.T) {
				t.Parallel()
				synctest.Test(t, func(t *testing.T) { s.shrinks(t, f) })
			})
		}
	}
}

// shrinks makes the terminal small while the screen is shown.
func (s *screen) shrinks(t *testing.T, f frame) {
	t.Helper()
	defer func() {
		// A panic must not end the other tests.
		if r := recover(); r != nil {
			t.Errorf("at %d×%d the kiosk broke: %v", f.width, f.height, r)
		}
	}()
	with := s.with
	if s.survey != nil {
		with.survey = s.survey(t)
	}
	k := start(t, with)
	s.walk(k)
	k.size(f.width, f.height)
	for _, shade := range []color.Color{color.White, color.Black} {
		k.send(tea.BackgroundColorMsg{Color: shade})
	}
	k.view()
	k.pass(90 * time.Second)
	k.view()
	k.size(80, 24)
	if wrong := misfit(k.view(), frame{80, 24}); wrong != "" || len(k.view()) < 100 {
		t.Errorf("afterwards the screen is broken (%s):\n%s", wrong, k.view())
	}
}

// TestTinyTerminalSaves holds that a response that is stored while the terminal
// is too small is stored all the same, and the participant thanked.
func TestTinyTerminalSaves(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		k := start(t, setup{start: tui.StartWelcome, lang: survey.English})
		k.press(answers()...)
		release := k.store.block(t)
		k.press("enter")
		k.size(2, 2)
		release()
		k.settle()
		k.size(80, 24)
		k.want("Thank you!")
		if got := k.store.stored(t); got != 1 {
			t.Errorf("%d responses are stored, want 1", got)
		}
	})
}

// TestTinyTerminalKeys holds that keys and pasted text of which nobody can see
// the effect do nothing. Negative control: press without the check for the size.
func TestTinyTerminalKeys(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		k := start(t, setup{start: tui.StartWelcome, lang: survey.English})
		toQuestion(k, 7)
		before := k.view()
		k.size(59, 16)
		k.write("x")
		k.send(tea.PasteMsg{Content: "y"})
		k.press("esc", "enter")
		k.size(80, 24)
		if k.view() != before {
			t.Errorf("keys on a terminal that is too small changed the screen:\n%s", k.view())
		}
	})
}
