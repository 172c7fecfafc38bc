//go:build linux || darwin

package tui

import (
	"errors"
	"os"
	"time"

	"golang.org/x/sys/unix"
)

// comes reports whether a terminal has typed something, and waits a while for it.
func comes(tty *os.File, wait time.Duration) bool {
	fds := []unix.PollFd{{Fd: int32(tty.Fd()), Events: unix.POLLIN}}
	for end := time.Now().Add(wait); ; {
		left := max(time.Until(end), 0)
		_, err := unix.Poll(fds, int((left+time.Millisecond-1)/time.Millisecond))
		if !errors.Is(err, unix.EINTR) {
			return err == nil && fds[0].Revents&unix.POLLIN != 0
		}
	}
}
