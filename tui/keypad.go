package tui

import (
	tea "charm.land/bubbletea/v2"
)

// plainKey returns a key of the number pad as the same key of the rest of the
// keyboard: terminals may send keys of their own for the pad (ESC O p … y, or a
// code of the kitty protocol), and then say nothing of the text that it types.
func plainKey(press tea.KeyPressMsg) tea.KeyPressMsg {
	const signs, keys = "=*+,-./", tea.KeyKpEqual
	switch code := press.Code; {
	case code >= tea.KeyKp0 && code <= tea.KeyKp9:
		press.Code = '0' + code - tea.KeyKp0
	case code >= keys && int(code-keys) < len(signs):
		press.Code = rune(signs[code-keys])
	case code == tea.KeyKpEnter:
		press.Code = tea.KeyEnter
		return press
	default:
		if plain, ok := cursorOf(code); ok {
			press.Code = plain
		}
		return press
	}
	if press.Text == "" && press.Mod&^(tea.ModNumLock|tea.ModCapsLock|tea.ModShift) == 0 {
		press.Text = string(press.Code)
	}
	return press
}

// cursorOf returns the cursor key that a key of the pad is without Num Lock.
func cursorOf(code rune) (rune, bool) {
	switch code {
	case tea.KeyKpUp:
		return tea.KeyUp, true
	case tea.KeyKpDown:
		return tea.KeyDown, true
	case tea.KeyKpLeft:
		return tea.KeyLeft, true
	case tea.KeyKpRight:
		return tea.KeyRight, true
	case tea.KeyKpPgUp:
		return tea.KeyPgUp, true
	case tea.KeyKpPgDown:
		return tea.KeyPgDown, true
	case tea.KeyKpHome:
		return tea.KeyHome, true
	case tea.KeyKpEnd:
		return tea.KeyEnd, true
	case tea.KeyKpDelete:
		return tea.KeyDelete, true
	}
	return 0, false
}

// digitKey returns a key of the row of digits as its digit, where the layout
// types the digit only with Shift, and where the letter means this digit on every
// layout and is no key of a Serbian or English keyboard: on French (è ç à) and on
// Czech and Slovak ones (ě ľ ř ť ý á í). It leaves alone what would be a wrong
// answer for somebody else: é (2 in French, 0 in Czech), š č ž (letters in Serbian;
// 3, 4 and 6 in Czech), and signs such as & " ( (1, 3 and 5 in French), which other
// layouts type with Shift and another digit.
func digitKey(press tea.KeyPressMsg) tea.KeyPressMsg {
	digit := rune(0)
	switch press.Text {
	case "ě", "ľ":
		digit = '2'
	case "ř", "ť":
		digit = '5'
	case "ý", "è":
		digit = '7'
	case "á":
		digit = '8'
	case "í", "ç":
		digit = '9'
	case "à":
		digit = '0'
	default:
		return press
	}
	return tea.KeyPressMsg{Code: digit, Text: string(digit)}
}

// takesText reports whether people write on the screen.
func takesText(s screen) bool {
	switch s := s.(type) {
	case *setup, *pin:
		return true
	case *paper:
		return s.writes()
	case *ask:
		switch s.asker.(type) {
		case *write, *words, *count:
			return true
		}
	}
	return false
}

// read returns a key as the screen that is shown understands it.
func (m *Model) read(press tea.KeyPressMsg) tea.KeyPressMsg {
	press = plainKey(press)
	if takesText(m.screen) {
		return press
	}
	return digitKey(press)
}
