package tui

import "golang.org/x/sys/unix"

// How this system names what it is asked about a terminal, and the character
// that switches a key off (termios(4), _POSIX_VDISABLE).
const (
	ioctlGetTermios = unix.TIOCGETA
	ioctlSetTermios = unix.TIOCSETA
	ioctlDiscard    = unix.TIOCSETAF
	noCharacter     = 0xff
)
