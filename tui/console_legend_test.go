package tui_test

import (
	"strings"
	"testing"
	"testing/synctest"
)

// TestConsoleLegend holds that the help says what the numbers of a tab mean, where there
// are any. Negative control: a tab without a legend.
func TestConsoleLegend(t *testing.T) {
	for tab, says := range map[string][]string{
		"2": {"n is how many answered", "Bar:", "Median:"},
		"3": {"n is how many answered"},
		"4": {"Bar:", "fewer than 5 people"},
		"5": {"Bar:", "Chance:", "one may be wrong"},
	} {
		synctest.Test(t, func(t *testing.T) {
			k := start(t, demo())
			k.size(200, 60)
			k.press(tab, "?")
			k.want(append(says, "What the numbers mean")...)
			if tab == "2" {
				k.wantNot("NPS", "Interval:")
				k.press("esc", "enter", "?")
				k.want("Interval:")
			}
		})
	}
	synctest.Test(t, func(t *testing.T) {
		k := start(t, demo())
		k.press("8", "?")
		k.wantNot("What the numbers mean")
	})
}

// TestRevealStays holds that the question of the presenter view stays where it is when
// its answers are shown, and that the share then stands there in large letters too.
// Negative control: answers that have no room while they are covered.
func TestRevealStays(t *testing.T) {
	for _, f := range []frame{{60, 16}, {80, 24}, {200, 60}} {
		synctest.Test(t, func(t *testing.T) {
			with := demo()
			with.terminal.Still = true
			k := start(t, with)
			k.size(f.width, f.height)
			k.press("2", "p")
			covered, _, _ := strings.Cut(k.view(), "Enter shows the answers")
			k.press("enter")
			if shown := k.view(); !strings.HasPrefix(shown, strings.TrimRight(covered, " \n")) {
				t.Errorf("%d×%d: the question moves:\n%s\n%s", f.width, f.height, covered, shown)
			}
			large := strings.ContainsAny(strings.TrimPrefix(k.view(), strings.TrimRight(covered, " \n")), "▀▄")
			if large != (f.width > 60) {
				t.Errorf("%d×%d: the share is large: %t", f.width, f.height, large)
			}
		})
	}
}

// TestComparisonSays holds that each compared question ends in a sentence about chance:
// informed differs in Niš (9 of 24 against 34 of 48; with Holm's correction p = 0.031), nothing
// else does. Negative control: a limit of one half.
func TestComparisonSays(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		k := start(t, demo())
		k.size(100, 120)
		k.press("5")
		k.want("Differs from the others by more than chance explains: nis.")
		if n := strings.Count(k.view(), "The difference between the trainings may be chance."); n != 3 {
			t.Errorf("%d questions may differ by chance, want 3:\n%s", n, k.view())
		}
	})
}
