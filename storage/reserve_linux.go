package storage

import (
	"errors"
	"fmt"
	"os"

	"golang.org/x/sys/unix"
)

// reserve makes sure that the first bytes of a file have room on the disk. Where
// the file system cannot do that, the error matches [errors.ErrUnsupported].
func reserve(f *os.File, size int64) error {
	for {
		err := unix.Fallocate(int(f.Fd()), unix.FALLOC_FL_KEEP_SIZE, 0, size)
		if !errors.Is(err, unix.EINTR) {
			return err
		}
	}
}

// enough reports whether the disk of a file has the room that is needed.
func enough(f *os.File) error {
	var disk unix.Statfs_t
	if err := unix.Fstatfs(int(f.Fd()), &disk); err != nil {
		return outOfOrder(err)
	}
	if free := disk.Bavail * uint64(disk.Bsize); free < roomNeeded {
		return fmt.Errorf("%w: %d bytes are free, %d are needed", ErrNoSpace, free, roomNeeded)
	}
	return nil
}
