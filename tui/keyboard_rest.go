package tui

import (
	"bytes"
	"time"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
)

const (
	// restWait is how long the rest of a key may take to come. Bubble Tea waits
	// 50 ms as well, but on a busy machine its time is up before it looks whether
	// the rest is there: then an arrow key is Esc, and text. A lone Esc acts
	// within a tenth of a second.
	restWait = 40 * time.Millisecond
	// restLimit is more than any key takes.
	restLimit = 64
)

// unfinished reports whether bytes end in the middle of a key: of a letter, of a
// control sequence (ECMA-48, 5.4), or of ESC O and one of ESC and a letter.
func unfinished(typed []byte) bool {
	tail := typed[max(0, len(typed)-restLimit):]
	letter := tail
	for i := len(tail) - 1; i >= 0 && i >= len(tail)-utf8.UTFMax; i-- {
		if utf8.RuneStart(tail[i]) {
			letter = tail[i:]
			break
		}
	}
	if len(letter) <= utf8.UTFMax && len(letter) > 0 && !utf8.FullRune(letter) {
		return true
	}
	i := bytes.LastIndexByte(tail, ansi.ESC)
	if i < 0 {
		return false
	}
	switch rest := tail[i+1:]; {
	case len(rest) == 0:
		return true
	case rest[0] == '[':
		return bytes.IndexFunc(rest[1:], func(r rune) bool { return r < ' ' || r > '?' }) < 0
	default:
		return len(rest) == 1 && rest[0] == 'O'
	}
}
