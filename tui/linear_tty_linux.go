package tui

import "golang.org/x/sys/unix"

// How this system names what it is asked about a terminal, and the character
// that switches a key off (termios(3), _POSIX_VDISABLE).
const (
	ioctlGetTermios = unix.TCGETS
	ioctlSetTermios = unix.TCSETS
	ioctlDiscard    = unix.TCSETSF
	noCharacter     = 0
)
