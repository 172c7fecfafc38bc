//go:build unix

package cli

import (
	"os"
	"os/signal"
	"runtime/debug"
	"syscall"

	"golang.org/x/sys/unix"
)

// silence keeps away from the participants what the Go runtime writes by itself
// when a program dies, and what an unforeseen value in it may hold: while the
// kiosk runs, standard error leads nowhere. It also keeps a signal from
// outside from stopping the kiosk, which would show the shell below it. The
// returned function puts everything back.
func silence(tty *os.File) (restore func()) {
	debug.SetTraceback("none")
	calm := func() {}
	if foreground(tty) {
		// A program in the background must be stopped before it touches the terminal.
		signal.Ignore(syscall.SIGTSTP, syscall.SIGTTIN, syscall.SIGTTOU)
		calm = func() { signal.Reset(syscall.SIGTSTP, syscall.SIGTTIN, syscall.SIGTTOU) }
	}
	kept, err := unix.FcntlInt(uintptr(unix.Stderr), unix.F_DUPFD_CLOEXEC, 0)
	if err != nil {
		return calm
	}
	nowhere, err := os.OpenFile(os.DevNull, os.O_WRONLY, 0)
	if err == nil {
		err = unix.Dup2(int(nowhere.Fd()), unix.Stderr)
		_ = nowhere.Close()
	}
	return func() {
		calm()
		if err == nil {
			_ = unix.Dup2(kept, unix.Stderr)
		}
		_ = unix.Close(kept)
	}
}

// foreground reports whether the program may write to its terminal.
func foreground(tty *os.File) bool {
	group, err := unix.IoctlGetInt(int(tty.Fd()), unix.TIOCGPGRP)
	return err == nil && group == unix.Getpgrp()
}
