package tui_test

import (
	"testing"
	"testing/synctest"

	tea "charm.land/bubbletea/v2"
)

// TestNumberPad holds that the keys of a number pad do what those of the keyboard
// do, also when the terminal sends them as keys of their own without a text: they
// choose points, write numbers and a PIN, move, and go on. Negative control: keys
// that are taken as they come.
func TestNumberPad(t *testing.T) {
	pad := func(code rune) tea.KeyPressMsg { return tea.KeyPressMsg{Code: code} }
	synctest.Test(t, func(t *testing.T) {
		with := welcome()
		with.survey = kinds(t)
		k := start(t, with)
		k.send(pad(tea.KeyKpEnter))
		k.send(pad(tea.KeyKpEnter))
		k.send(pad(tea.KeyKpDown))
		k.want("› ")
		k.send(pad(tea.KeyKp1))
		k.send(pad(tea.KeyKp1))
		k.send(pad(tea.KeyKp2))
		k.want("12")
		k.send(pad(tea.KeyKpEnter))
		k.want("Question 3")
		k.press(before("change")[len(before("topics")):]...)
		k.send(pad(tea.KeyKpMinus))
		k.send(pad(tea.KeyKp3))
		k.want("-3")
	})
	synctest.Test(t, func(t *testing.T) {
		k := start(t, welcome())
		setPIN(k)
		k.send(pad(tea.KeyKp0))
		for digit := range rune(4) {
			k.send(pad(tea.KeyKp1 + digit))
		}
		k.send(pad(tea.KeyKpEnter))
		k.want("Answered: 0 of 24")
	})
}

// TestShiftedDigits holds that letters in the row of digits are digits where they
// are so on every layout, and that those that are not, and signs that other
// layouts type with Shift and another digit, answer nothing. Negative control: &
// as 1, which is Shift and 6 in Serbian.
func TestShiftedDigits(t *testing.T) {
	for key, want := range map[string]string{
		"ě": "● 2", "ľ": "● 2", "ř": "● 5", "ť": "● 5", "ý": "● 7", "è": "● 7", "á": "● 8", "í": "● 9", "ç": "● 9",
		"é": "", "š": "", "č": "", "ž": "", "&": "", "\"": "", "'": "", "(": "", "-": "", "_": "", "+": "",
	} {
		synctest.Test(t, func(t *testing.T) {
			k := start(t, welcome())
			k.press("enter", key)
			if want == "" {
				k.wantNot("●")
			} else {
				k.want(want)
			}
		})
	}
}

// TestLettersAreWritten holds that the letters of Serbian are written as such
// where people write, also those that are digits elsewhere, and that a letter
// typed as a base and a mark becomes one. Negative control: letters that are
// digits on every screen.
func TestLettersAreWritten(t *testing.T) {
	const text = "čćšžđ ČĆŠŽĐ љњћђџ ЉЊЋЂЏ ěřýáíèçà"
	synctest.Test(t, func(t *testing.T) {
		k := start(t, welcome())
		toQuestion(k, 7)
		k.write(text)
		k.write("z\u030cc\u0301")
		k.want(text)
		k.press("enter", "enter")
		k.want("Your answers", "ěřýáíèçàžć")
	})
}
