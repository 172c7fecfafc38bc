//go:build linux || darwin

package tui

import (
	"golang.org/x/sys/unix"
)

// lineMode is a terminal that edits and echoes lines by itself and takes nothing
// else from the keyboard.
type lineMode struct {
	fd           int
	before, ours unix.Termios
}

// takeLine sets a terminal to lines. Keys that would stop, suspend or end the
// program, freeze the screen or end the input mean nothing any more. Control
// characters are echoed as ^X and not as what they are, so that an arrow key
// moves no cursor; Backspace takes whole letters away, also those of two bytes.
func takeLine(fd int) (*lineMode, error) {
	before, err := unix.IoctlGetTermios(fd, ioctlGetTermios)
	if err != nil {
		return nil, err
	}
	m := &lineMode{fd: fd, before: *before, ours: *before}
	t := &m.ours
	t.Iflag &^= unix.IXON | unix.IXOFF | unix.IXANY | unix.INLCR | unix.IGNCR | unix.BRKINT | unix.ISTRIP
	t.Iflag |= unix.ICRNL | unix.IUTF8
	t.Oflag |= unix.OPOST | unix.ONLCR
	t.Lflag &^= unix.ISIG | unix.IEXTEN
	t.Lflag |= unix.ICANON | unix.ECHO | unix.ECHOE | unix.ECHOK | unix.ECHOCTL
	for _, end := range []int{unix.VEOF, unix.VEOL, unix.VEOL2} {
		t.Cc[end] = noCharacter
	}
	return m, unix.IoctlSetTermios(fd, ioctlSetTermios, t)
}

// echo shows what is typed, or hides it.
func (m *lineMode) echo(on bool) error {
	m.ours.Lflag &^= unix.ECHO
	if on {
		m.ours.Lflag |= unix.ECHO
	}
	return unix.IoctlSetTermios(m.fd, ioctlSetTermios, &m.ours)
}

// discard forgets what was typed and not read yet, also the beginning of a line.
func (m *lineMode) discard() error { return unix.IoctlSetTermios(m.fd, ioctlDiscard, &m.ours) }

// restore sets the terminal back to how it was.
func (m *lineMode) restore() error { return unix.IoctlSetTermios(m.fd, ioctlDiscard, &m.before) }
