package tui

import (
	"bytes"
	"os"

	"github.com/charmbracelet/x/ansi"
)

// Display shows what is drawn on a terminal. Whenever the screen is erased to be
// drawn anew, what the terminal keeps above it goes as well, in the same write:
// between the two nothing else can be drawn, and nobody sees an empty screen.
type Display struct {
	*os.File
}

// NewDisplay returns the display of a terminal.
func NewDisplay(tty *os.File) *Display { return &Display{File: tty} }

var (
	erased = []byte(ansi.EraseEntireScreen)
	// Erasing the screen first pushes it, where at all, into what is erased next;
	// the Linux console erases both at once.
	erasedAll = []byte(ansi.EraseEntireScreen + ansi.EraseEntireDisplay)
)

// Write implements [io.Writer].
func (d *Display) Write(p []byte) (int, error) {
	if !bytes.Contains(p, erased) {
		return d.File.Write(p)
	}
	if _, err := d.File.Write(bytes.ReplaceAll(p, erased, erasedAll)); err != nil {
		return 0, err
	}
	return len(p), nil
}
