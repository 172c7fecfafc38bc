package tui_test

import (
	"strings"
	"testing"
	"testing/synctest"
	"time"

	tea "charm.land/bubbletea/v2"

	"anketa/survey"
	"anketa/tui"
)

// forbidden are keys that no participant needs: everything with Ctrl or Alt,
// and the function keys.
func forbidden() []tea.KeyPressMsg {
	var keys []tea.KeyPressMsg
	for _, mod := range []tea.KeyMod{tea.ModCtrl, tea.ModAlt, tea.ModCtrl | tea.ModAlt, tea.ModSuper} {
		for _, code := range "abcdefghijklmnopqrstuvwxyz0123456789 .[]_@" {
			keys = append(keys, tea.KeyPressMsg{Code: code, Mod: mod})
		}
		for _, code := range []rune{tea.KeyEnter, tea.KeyBackspace, tea.KeyDelete, tea.KeyLeft, tea.KeyRight, tea.KeyUp, tea.KeyDown, tea.KeyHome, tea.KeyEnd, tea.KeyTab, tea.KeyEscape} {
			keys = append(keys, tea.KeyPressMsg{Code: code, Mod: mod})
		}
	}
	for code := rune(tea.KeyF1); code <= tea.KeyF63; code++ {
		keys = append(keys, tea.KeyPressMsg{Code: code})
	}
	for len(keys)%20 != 0 {
		keys = append(keys, tea.KeyPressMsg{Code: tea.KeyInsert})
	}
	return keys
}

// TestForbiddenKeys holds that these keys do nothing on any screen and start
// nothing: Ctrl+E opens no editor, Ctrl+V reads no clipboard, Alt+2 answers
// nothing. Negative control: a form that hands every key to its field (Ctrl+K
// cuts the text), a command of huh that is returned.
func TestForbiddenKeys(t *testing.T) {
	leaves := map[string]bool{"setup": true, "setup-preset": true, "setup-wrong": true, "setup-failed": true, "setup-attended": true, "resume": true}
	// A sentence goes, and a question is answered with no, by any key.
	notices := map[string]bool{
		"setup-wrong": true, "setup-failed": true, "ask-required": true, "ask-leave-again": true, "pin-wrong": true, "pin-slip": true, "console-closing": true, "training-attended": true, "training-pin": true,
		"kind-number-wrong": true, "kind-multi-full": true, "kind-matrix-required": true, "kind-pair-half": true,
		"offer": true, "offer-again": true, "offer-text": true, "offer-review": true, "still-there-again": true,
		"keep-offer-again": true, "keep-still-there": true,
	}
	for _, s := range screens() {
		if s.name == "still-there" || s.name == "too-small" {
			continue
		}
		t.Run(s.name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				with := s.with
				if s.survey != nil {
					with.survey = s.survey(t)
				}
				k := start(t, with)
				s.walk(k)
				if strings.HasSuffix(s.name, "-chosen") || strings.HasSuffix(s.name, "-not-applicable") {
					// Any key ends the confirmation.
					k.pass(time.Second)
				}
				if notices[s.name] {
					k.press("f1")
				}
				before := k.view()
				for i, key := range forbidden() {
					if leaves[s.name] && key.String() == "ctrl+c" {
						continue
					}
					if s.name == "report-draft" && key.String() == "alt+enter" {
						// The facilitator begins a line with it.
						continue
					}
					if _, cmd := k.model.Update(key); cmd != nil {
						t.Errorf("%s starts something", key)
					}
					// Drawing takes longer than anything else here.
					if i%20 != 19 {
						continue
					}
					if after := k.view(); after != before {
						t.Fatalf("%s, or one of the 20 keys before it, changes the screen to\n%s", key, after)
					}
				}
			})
		})
	}
}

// TestTypingStartsNothing holds that also ordinary keys in a text return no
// command: those of huh blink, read the clipboard or start an editor.
func TestTypingStartsNothing(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		k := start(t, welcome())
		toQuestion(k, 7)
		for _, key := range []string{"a", "ž", "ж", " ", "left", "right", "home", "end", "up", "down", "backspace", "delete", "tab", "shift+tab", "pgup"} {
			if _, cmd := k.model.Update(press(key)); cmd != nil {
				t.Errorf("%s starts something", key)
			}
		}
		if _, cmd := k.model.Update(tea.PasteMsg{Content: "pasted"}); cmd != nil {
			t.Error("pasting starts something")
		}
	})
}

// hostileRunes are characters that would change how a text reads: bidirectional
// marks, zero widths, controls, tags, private characters.
func hostileRunes() []rune {
	return []rune{'\u202e', '\u202a', '\u2066', '\u200b', '\u200d', '\u200e', '\ufeff', '\u00ad', '\x1b', '\x07', '\x00', '\x9b', '\u2028', '\U000e0041', '\ue000', '\ufffd'}
}

// sent types into the question about improvements, sends the interview and
// returns the text that was stored.
func sent(t *testing.T, typing func(*kiosk)) string {
	t.Helper()
	text := ""
	synctest.Test(t, func(t *testing.T) {
		k := start(t, welcome())
		toQuestion(k, 7)
		typing(k)
		for _, r := range hostileRunes() {
			k.wantNot(string(r))
		}
		k.press("enter", "enter", "enter")
		if len(k.store.attempts()) != 1 {
			t.Fatalf("%d responses were sent, want 1:\n%s", len(k.store.attempts()), k.view())
		}
		text = k.store.attempts()[0].Answers[6].Text
	})
	return text
}

// TestTypedHostile holds that characters that nobody can type on purpose never
// reach a text, neither alone nor beside others. Negative control: a form that
// hands on every text of a key.
func TestTypedHostile(t *testing.T) {
	got := sent(t, func(k *kiosk) {
		k.write("a")
		for _, r := range hostileRunes() {
			k.send(tea.KeyPressMsg{Code: r, Text: string(r)})
			k.send(tea.KeyPressMsg{Code: 'x', Text: "x" + string(r)})
		}
		k.write("č ж")
	})
	if got != "ač ж" {
		t.Errorf("the text is %q, want %q", got, "ač ж")
	}
}

// TestPastedHostile is TestTypedHostile for pasted text; its lines become one.
func TestPastedHostile(t *testing.T) {
	got := sent(t, func(k *kiosk) {
		k.send(tea.PasteMsg{Content: "prvi red\r\ndrugi\tred " + string(hostileRunes()) + "[31mkraj"})
	})
	if want := "prvi red drugi red [31mkraj"; got != want {
		t.Errorf("the text is %q, want %q", got, want)
	}
}

// TestPastedLong holds that a paste is cut at the limit of the question, and
// that nothing can be typed behind it.
func TestPastedLong(t *testing.T) {
	got := sent(t, func(k *kiosk) {
		k.send(tea.PasteMsg{Content: strings.Repeat("ž", 3*survey.MaxTextLength)})
		k.write("x")
		k.send(tea.PasteMsg{Content: "y"})
	})
	if want := strings.Repeat("ž", survey.MaxTextLength); got != want {
		t.Errorf("the text has %d characters, want %d", len([]rune(got)), survey.MaxTextLength)
	}
}

// TestLimitShown holds that more than a question takes does not even appear, so
// that nobody finds it cut later. Negative control: a field without its limit.
func TestLimitShown(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		k := start(t, welcome())
		toQuestion(k, 8)
		k.send(tea.PasteMsg{Content: strings.Repeat("ž", 300)})
		k.write("žž")
		if got := strings.Count(k.view(), "ž"); got != 240 {
			t.Errorf("%d characters are shown, want 240:\n%s", got, k.view())
		}
	})
}

// TestCapsLock holds that a lock that is on does not keep letters away: some
// terminals tell of it with every key.
func TestCapsLock(t *testing.T) {
	for _, mod := range []tea.KeyMod{tea.ModShift, tea.ModCapsLock, tea.ModNumLock, tea.ModScrollLock, tea.ModCapsLock | tea.ModNumLock | tea.ModShift} {
		got := sent(t, func(k *kiosk) { k.send(tea.KeyPressMsg{Code: 'a', ShiftedCode: 'A', Text: "A", Mod: mod}) })
		if got != "A" {
			t.Errorf("with the modifiers %b the text is %q, want A", mod, got)
		}
	}
}

// TestSetupPaste holds that pasted names pass the same door, and that a PIN is
// never shown.
func TestSetupPaste(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		k := start(t, setup{lang: survey.English, preset: tui.Preset{Title: "T", Date: "2022-05-17", Attended: "3"}})
		k.send(tea.PasteMsg{Content: "Ni\u202eš\n2" + strings.Repeat("x", 500)})
		k.press("enter", "4", "7", "1", "1", "enter", "4", "7", "1", "1")
		k.wantNot("4711", "\u202e")
		k.want("****")
		k.press("enter")
		sessions, err := k.store.Sessions(t.Context())
		if err != nil || len(sessions) != 1 || sessions[0].Place != "Niš 2"+strings.Repeat("x", survey.MaxNameLength-5) {
			t.Errorf("the sessions are %+v (%v)", sessions, err)
		}
	})
}
