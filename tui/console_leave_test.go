package tui_test

import (
	"testing"
	"testing/synctest"

	"anketa/survey"
	"anketa/tui"
)

// TestConsoleAloneLocks holds that Esc on the top level of a console without a kiosk asks
// for the PIN again, that the foot says so, and that it offers nothing that is not there:
// no other training, no screen that leads on. Negative control: home that keeps the
// facilitator, which shows results that are never read.
func TestConsoleAloneLocks(t *testing.T) {
	for _, n := range []int{12, 4} {
		synctest.Test(t, func(t *testing.T) {
			k := startLocked(t, setup{start: tui.StartConsole, responses: n})
			for _, end := range []bool{false, true} {
				k.press(thePIN()...)
				if end {
					k.press("z", "1")
				}
				k.want("[1 Overview]", "Esc lock (PIN)")
				k.wantNot("start screen", "new training", "leads on")
				k.press("2")
				k.want("Esc lock (PIN)")
				k.press("esc")
				k.want("Enter the PIN")
				k.wantNot("Loading", "12 of 24", "4 of 24")
			}
			k.press(thePIN()...)
			k.want("[1 Overview]", "of 24 people answered")
		})
	}
}

// TestConsoleAloneEmpty holds that nobody is sent to a first person who cannot come.
func TestConsoleAloneEmpty(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		k := startLocked(t, setup{start: tui.StartConsole})
		k.press(thePIN()...)
		k.want("[1 Overview]")
		k.wantNot("the first person can begin")
	})
}

// TestPINBackspace holds that Backspace in the empty field leaves the screen as it is, so
// that the digits after it are those of the PIN. Negative control: the key that leaves.
func TestPINBackspace(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		k := startLocked(t, setup{start: tui.StartWelcome, lang: survey.English, responses: 12})
		k.press("0", "1", "backspace", "backspace", "backspace")
		k.want("Enter the PIN")
		k.press(thePIN()...)
		k.want("[1 Overview]")
	})
}
