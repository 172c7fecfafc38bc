package tui

import (
	"errors"
	"io"
	"os"
	"strings"

	"github.com/charmbracelet/x/term"
)

// errEnd says that there is nobody to talk to any more: the input ended, the
// terminal is gone, or the program is asked to end.
var errEnd = errors.New("the terminal is gone")

// tty is where the linear mode speaks and listens. Where input and output are no
// terminal it only writes text.
type tty struct {
	out io.Writer
	// mode is that of the terminal people type on, or nil.
	mode *lineMode
	// screen is the terminal that shows what is said, or nil.
	screen *os.File
	lines  <-chan string
	// err is the first error of writing.
	err error
}

// openTTY sets the terminal to lines and begins to listen until done is closed.
func openTTY(in io.Reader, out io.Writer, done <-chan struct{}) (*tty, error) {
	t := &tty{out: out}
	if f, ok := out.(*os.File); ok && term.IsTerminal(f.Fd()) {
		t.screen = f
	}
	if f, ok := in.(*os.File); ok && term.IsTerminal(f.Fd()) {
		var err error
		if t.mode, err = takeLine(int(f.Fd())); err != nil {
			return nil, err
		}
	}
	t.lines = readLines(in, done)
	return t, nil
}

// close leaves nothing on the screen and sets the terminal back to how it was.
// One that is gone cannot be.
func (t *tty) close() {
	t.wipe()
	if t.mode != nil {
		_ = t.mode.restore()
	}
}

// say writes lines of text. On a terminal they are broken between words, because
// a braille display and many screen readers go by the lines of the screen.
func (t *tty) say(lines ...string) {
	text := strings.Join(lines, "\n")
	if width := t.width(); width > 0 {
		text = wrap(text, width)
	}
	t.write(text + "\n")
}

// prompt writes what the next line answers; the cursor stays behind it.
func (t *tty) prompt(text string) { t.write(text + ": ") }

// width returns how many cells a line of the screen has, or 0.
func (t *tty) width() int {
	if t.screen == nil {
		return 0
	}
	width, _, err := term.GetSize(t.screen.Fd())
	if err != nil {
		return 0
	}
	// The last cell stays empty: what stands in it makes some terminals begin a line.
	return max(width-1, 0)
}

// wipeSequence puts the cursor home and erases the screen and what scrolled off it.
const wipeSequence = "\x1b[H\x1b[2J\x1b[3J"

// wipe takes everything off the screen.
func (t *tty) wipe() {
	if t.screen != nil {
		t.write(wipeSequence)
	}
}

// write writes and remembers the first error.
func (t *tty) write(s string) {
	if _, err := io.WriteString(t.out, s); err != nil && t.err == nil {
		t.err = err
	}
}

// discard drops what was typed and not heard yet.
func (t *tty) discard() {
	if t.mode != nil {
		// A terminal that is gone has nothing left to discard.
		_ = t.mode.discard()
	}
	select {
	case <-t.lines:
	default:
	}
}

// hide hides what is typed until it is called with false.
func (t *tty) hide(on bool) {
	if t.mode != nil {
		_ = t.mode.echo(!on)
	}
}

// maxLine is how many bytes of a line are kept: a terminal hands over no more
// than 4096.
const maxLine = 1 << 14

// readLines returns what is read line by line; the channel is closed when the
// input ends. The goroutine behind it ends then, or once done is closed and the
// read that is under way returns: a blocked read of a terminal cannot be ended.
func readLines(in io.Reader, done <-chan struct{}) <-chan string {
	lines := make(chan string)
	go func() {
		defer close(lines)
		buffer := make([]byte, maxLine)
		var pending []byte
		for {
			n, err := in.Read(buffer)
			for _, b := range buffer[:n] {
				if b != '\n' {
					if len(pending) < maxLine {
						pending = append(pending, b)
					}
					continue
				}
				select {
				case lines <- string(pending):
				case <-done:
					return
				}
				clear(pending)
				pending = pending[:0]
			}
			clear(buffer[:n])
			if err != nil {
				return
			}
		}
	}()
	return lines
}
