package tui

import (
	"os"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
)

// Limits of what a terminal may type at once.
const (
	// pasteLimit is more than any field takes: the longest text in four bytes a letter.
	pasteLimit = 64 << 10
	// replyLimit is more than any reply of a terminal that the kiosk asks for.
	replyLimit = 4 << 10
	// pasteStall is how long a terminal may stop within a paste. After that its
	// end was lost, and every further key would vanish in it.
	pasteStall = time.Second
	// replyStall is how long a terminal may stop within a reply. What comes later
	// was typed by a person (Alt+] begins like a reply).
	replyStall = 50 * time.Millisecond
	// replyKnown is more than a person types within [replyStall]. What is longer is
	// a reply, however long a busy machine lets it wait.
	replyKnown = 32
)

// The signs around a paste (xterm, "Bracketed Paste Mode").
var (
	pasteStart = []byte("\x1b[200~")
	pasteEnd   = []byte("\x1b[201~")
)

// Keyboard reads what a terminal types and bounds it before it takes memory or
// time: Bubble Tea keeps a paste until its end and reads an unfinished reply
// again and again. Keys pass as they are, however many there are.
type Keyboard struct {
	*os.File
	keys keys
}

// NewKeyboard returns the keyboard of a terminal.
func NewKeyboard(tty *os.File) *Keyboard {
	return &Keyboard{File: tty, keys: keys{now: time.Now}}
}

// Read implements [io.Reader].
func (k *Keyboard) Read(p []byte) (int, error) {
	// What is held back or added is never longer than two signs.
	room := max(len(p)-2*len(pasteEnd), 1)
	buffer := make([]byte, room)
	n, err := k.File.Read(buffer[:max(room-restLimit, 1)])
	for err == nil && n < room && unfinished(buffer[:n]) && comes(k.File, restWait) {
		var more int
		more, err = k.File.Read(buffer[n:])
		n += more
	}
	if n > 0 {
		// What ends the keyboard comes again.
		err = nil
	}
	return copy(p, k.keys.pass(make([]byte, 0, len(p)), buffer[:n])), err
}

// keys is where the bytes of a terminal stand.
type keys struct {
	now func() time.Time
	// last is when bytes came last.
	last time.Time
	// paste is true within a paste, reply within a reply; length counts its bytes.
	paste, reply bool
	length       int
	// matched is how many bytes of the sign that is waited for have come,
	// before is the byte that came last.
	matched int
	before  byte
	// control is where in a control sequence the bytes stand; given counts its
	// parameter bytes, apart how often they are separated; sgr is true when the
	// first one says that it is a mouse event in the form SGR.
	control      control
	given, apart int
	sgr          bool
}

// control is a state of the parser of control sequences (ECMA-48, 5.4).
type control int

const (
	// noControl is outside of one.
	noControl control = iota
	// parameters come first, then intermediates; then no parameter may come again.
	parameters
	intermediates
	// malformed sequences last until their final byte.
	malformed
)

// pass appends to out what may pass of some bytes.
func (k *keys) pass(out, in []byte) []byte {
	now := k.now()
	silence := now.Sub(k.last)
	k.last = now
	if k.paste && silence >= pasteStall {
		out = append(out, pasteEnd...)
		k.paste, k.matched = false, 0
	}
	if silence >= k.stall() {
		k.reply, k.control = false, noControl
	}
	for _, b := range in {
		switch {
		case k.paste:
			out = k.pasted(out, b)
		case k.reply && b != ansi.ESC && b != ansi.BEL:
			out = k.take(out, b, replyLimit)
		case k.stray(b):
		default:
			out = append(out, k.final(b))
			k.typed(b)
		}
		k.before = b
	}
	return out
}

// stall returns how long a terminal may stop within what it has begun.
func (k *keys) stall() time.Duration {
	if k.reply && k.length > replyKnown || k.control != noControl && k.given > replyKnown {
		return pasteStall
	}
	return replyStall
}

// typed notes a byte outside of pastes and replies, all of which pass.
func (k *keys) typed(b byte) {
	k.matched = follow(pasteStart, k.matched, b)
	k.paste = k.matched == len(pasteStart)
	// DCS, SOS, OSC, PM and APC begin like this (ECMA-48, 5.3).
	k.reply = k.before == ansi.ESC && strings.IndexByte("PX]^_", b) >= 0
	if k.paste || k.reply {
		k.length, k.matched = 0, 0
	}
}

// Limits of a control sequence: more than any terminal sends, and less than
// what Bubble Tea reads to its end.
const (
	givenLimit = 128
	apartLimit = 24
)

// stray follows control sequences and reports whether a byte stands in one in
// which it cannot stand. Bubble Tea would end the sequence there and take the
// rest for keys; terminals ignore the sequence, and so does it with the final
// byte, which is let through.
func (k *keys) stray(b byte) bool {
	if k.control == noControl || b < ' ' || b > '~' {
		k.control = noControl
		if b == '[' && k.before == ansi.ESC {
			k.control, k.given, k.apart, k.sgr = parameters, 0, 0, false
		}
		return false
	}
	switch {
	case b >= '@':
		return false
	case b < '0' && k.control == parameters:
		k.control = intermediates
		return false
	case b >= '0' && k.control == intermediates:
		k.control = malformed
	case k.control == parameters:
		k.sgr = k.sgr || k.given == 0 && b == '<'
		k.given++
		if b == ';' || b == ':' {
			k.apart++
		}
		if k.given > givenLimit || k.apart > apartLimit {
			k.control = malformed
		}
	}
	return k.control == malformed
}

// noFunction is a final byte that means nothing to Bubble Tea.
const noFunction = 'z'

// final returns what passes for a byte that ends a control sequence, or for any
// other. Mouse events in the form of urxvt end as those in the form X10 begin,
// and Bubble Tea would take the next three bytes for the rest of one.
func (k *keys) final(b byte) byte {
	misread := b == 'M' && k.control == parameters && k.given > 0 && !k.sgr
	if opens := b == '[' && k.before == ansi.ESC; b >= '@' && !opens {
		k.control = noControl
	}
	if misread {
		return noFunction
	}
	return b
}

// pasted takes a byte of a paste. The beginning of its end is held back until
// it is known to be one.
func (k *keys) pasted(out []byte, b byte) []byte {
	held := k.matched
	k.matched = follow(pasteEnd, held, b)
	if k.matched == len(pasteEnd) {
		k.paste, k.matched = false, 0
		return append(out, pasteEnd...)
	}
	if k.matched > held {
		return out
	}
	for _, h := range pasteEnd[:held] {
		out = k.take(out, h, pasteLimit)
	}
	if k.matched == 0 {
		out = k.take(out, b, pasteLimit)
	}
	return out
}

// take lets a byte pass up to a limit, but does not cut a letter in two.
func (k *keys) take(out []byte, b byte, limit int) []byte {
	if k.length >= limit+utf8.UTFMax || k.length >= limit && utf8.RuneStart(b) {
		k.length = limit + utf8.UTFMax
		return out
	}
	k.length++
	return append(out, b)
}

// follow returns how many bytes of a sign have come with one more byte. A sign
// begins with the only ESC in it.
func follow(sign []byte, matched int, b byte) int {
	switch b {
	case sign[matched]:
		return matched + 1
	case sign[0]:
		return 1
	}
	return 0
}
