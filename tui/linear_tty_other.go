//go:build !linux && !darwin

package tui

import "github.com/charmbracelet/x/term"

// lineMode is a terminal as it was found: on this system its lines keep their
// own keys, the one that interrupts among them, and a PIN is seen while it is typed.
type lineMode struct {
	fd     uintptr
	before *term.State
}

// takeLine notes how the terminal is.
func takeLine(fd int) (*lineMode, error) {
	before, err := term.GetState(uintptr(fd))
	return &lineMode{fd: uintptr(fd), before: before}, err
}

// echo would hide what is typed.
func (m *lineMode) echo(bool) error { return nil }

// discard would forget what was typed and not read yet.
func (m *lineMode) discard() error { return nil }

// restore sets the terminal back to how it was.
func (m *lineMode) restore() error { return term.Restore(m.fd, m.before) }
