package cli

import (
	"os"
	"syscall"
)

// Signals returns the signals that end the program in good order: the database
// is closed and the terminal restored. Those that usually tell of a fault are
// among them, because Go would otherwise print where it stood on the
// participants' terminal when another program sends them; a fault of our own
// still is a panic.
func Signals() []os.Signal {
	return []os.Signal{
		os.Interrupt, syscall.SIGTERM, syscall.SIGHUP, syscall.SIGQUIT,
		syscall.SIGABRT, syscall.SIGSEGV, syscall.SIGBUS, syscall.SIGFPE, syscall.SIGILL, syscall.SIGTRAP,
	}
}
