package tui_test

import (
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"pgregory.net/rapid"

	"anketa/tui"
)

// The signs around a paste.
const (
	pasteStart = "\x1b[200~"
	pasteEnd   = "\x1b[201~"
)

// TestKeyboard holds what passes of what a terminal types: keys, short pastes
// and short replies as they are, of long ones the beginning and the end.
// Negative control: take without a limit; a paste without its stall.
func TestKeyboard(t *testing.T) {
	long := strings.Repeat("ž", 1<<20)
	for name, c := range map[string]struct {
		chunks []tui.Chunk
		check  func(out string) bool
	}{
		"keys":            {chunks("2\r\x1b[A\x1bx\x7fčć"), is("2\r\x1b[A\x1bx\x7fčć")},
		"Alt+] and words": {[]tui.Chunk{{Text: "\x1b]"}, {After: time.Second, Text: long}}, is("\x1b]" + long)},
		"many keys":       {chunks(long), is(long)},
		"paste":           {chunks(pasteStart + "a\x1b[2b\x1b\x1b[201c" + pasteEnd + "x"), is(pasteStart + "a\x1b[2b\x1b\x1b[201c" + pasteEnd + "x")},
		"cut signs":       {chunks("\x1b[2", "00~a\x1b", "[201", "~x"), is(pasteStart + "a" + pasteEnd + "x")},
		"long paste": {chunks(pasteStart+long, pasteEnd+"x"), func(out string) bool {
			body, found := strings.CutSuffix(strings.TrimPrefix(out, pasteStart), pasteEnd+"x")
			return found && utf8.ValidString(body) && len(body) > 60<<10 && len(body) < 70<<10 && strings.Trim(body, "ž") == ""
		}},
		"unterminated paste": {chunks(pasteStart+long, long), shorterThan(70 << 10)},
		"lost end":           {[]tui.Chunk{{Text: pasteStart + "a"}, {After: time.Second, Text: "2"}}, is(pasteStart + "a" + pasteEnd + "2")},
		"slow paste":         {[]tui.Chunk{{Text: pasteStart + "a"}, {After: 999 * time.Millisecond, Text: "2"}}, is(pasteStart + "a2")},
		"reply":              {chunks("\x1b]11;rgb:0000/0000/0000\x1b\\2"), is("\x1b]11;rgb:0000/0000/0000\x1b\\2")},
		"unterminated reply": {chunks("\x1b]52;c;"+long, long), shorterThan(5 << 10)},
		"slow reply":         {[]tui.Chunk{{Text: "\x1b]52;c;" + long}, {After: 999 * time.Millisecond, Text: long}}, shorterThan(5 << 10)},
		"slow parameter":     {[]tui.Chunk{{Text: "\x1b[" + strings.Repeat("1", 1000)}, {After: 999 * time.Millisecond, Text: strings.Repeat("1", 1000)}}, shorterThan(200)},
		"reply without end":  {[]tui.Chunk{{Text: "\x1b]52;c;" + long}, {After: time.Second, Text: "2"}}, func(out string) bool { return strings.HasSuffix(out, "2") }},
		"long reply": {chunks("\x1bP" + long + "\x07" + "2\r"), func(out string) bool {
			return len(out) < 5<<10 && strings.HasSuffix(out, "\x072\r")
		}},
		"malformed":       {chunks("\x1b[<0;-5;-5M2\x1b[1 2;3q3\x1b[A"), is("\x1b[<0;-M2\x1b[1 q3\x1b[A")},
		"Alt+[ and words": {[]tui.Chunk{{Text: "\x1b["}, {After: time.Second, Text: "- 5"}}, is("\x1b[- 5")},
		"urxvt mouse":     {chunks("\x1b[32;9;9M2\x1b[<0;9;9M\x1b[M !!"), is("\x1b[32;9;9z2\x1b[<0;9;9M\x1b[M !!")},
		"many parameters": {chunks("\x1b[" + strings.Repeat("1;", 40) + "1m2"), is("\x1b[" + strings.Repeat("1;", 24) + "1m2")},
		"long parameter":  {chunks("\x1b[" + strings.Repeat("1", 1<<20) + "~2"), shorterThan(200)},
		"wrong letters":   {chunks(pasteStart+strings.Repeat("\x80", 1<<20), "\x80"), shorterThan(70 << 10)},
	} {
		t.Run(name, func(t *testing.T) {
			if out := tui.PassKeys(c.chunks); !c.check(out) {
				t.Errorf("%d bytes passed, which end with %q", len(out), out[max(0, len(out)-20):])
			}
		})
	}
}

// TestKeyboardCut holds that it does not matter in which pieces bytes come.
func TestKeyboardCut(t *testing.T) {
	part := rapid.SampledFrom([]string{pasteStart, pasteEnd, "\x1b", "\x1b[20", "1~", "a", "ž", "\x1b]", "\x07", "\x1b\\", strings.Repeat("b", 5000)})
	rapid.Check(t, func(rt *rapid.T) {
		all := strings.Join(rapid.SliceOfN(part, 0, 60).Draw(rt, "parts"), "")
		var pieces []string
		for rest := all; rest != ""; {
			n := min(rapid.IntRange(1, 4000).Draw(rt, "n"), len(rest))
			pieces, rest = append(pieces, rest[:n]), rest[n:]
		}
		if whole, cut := tui.PassKeys(chunks(all)), tui.PassKeys(chunks(pieces...)); whole != cut {
			rt.Errorf("%q gave\n%q, in pieces\n%q", all, whole, cut)
		}
	})
}

// chunks are texts that come without a pause.
func chunks(texts ...string) []tui.Chunk {
	var all []tui.Chunk
	for _, text := range texts {
		all = append(all, tui.Chunk{Text: text})
	}
	return all
}

// is returns the condition that a text passed.
func is(want string) func(string) bool { return func(out string) bool { return out == want } }

// shorterThan returns the condition that little passed.
func shorterThan(n int) func(string) bool { return func(out string) bool { return len(out) < n } }
