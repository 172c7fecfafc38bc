//go:build unix

package storage

import (
	"os"

	"golang.org/x/sys/unix"
)

// unlock takes back the lock on a file that bbolt left mapped when it panicked:
// the mapping would hold the lock even after the file is closed.
func unlock(f *os.File) { _ = unix.Flock(int(f.Fd()), unix.LOCK_UN) }
