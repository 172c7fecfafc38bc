//go:build unix

package storage

import (
	"os"

	"golang.org/x/sys/unix"
)

// lock locks a file, or fails at once when another program holds it.
func lock(f *os.File) error { return unix.Flock(int(f.Fd()), unix.LOCK_EX|unix.LOCK_NB) }

// unlock takes back the lock on a file that bbolt left mapped when it panicked:
// the mapping would hold the lock even after the file is closed.
func unlock(f *os.File) { _ = unix.Flock(int(f.Fd()), unix.LOCK_UN) }

// beingWritten reports whether another program holds the lock on a regular file, as
// bbolt does while it writes. Nothing is read.
func beingWritten(name string) bool {
	f, err := os.OpenFile(name, os.O_RDONLY|unix.O_NOFOLLOW|unix.O_NONBLOCK, 0)
	if err != nil {
		return false
	}
	defer f.Close()
	return lock(f) != nil
}
