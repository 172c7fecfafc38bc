package apart

import (
	"fmt"
	"os"

	"golang.org/x/sys/unix"
)

// LimitSelf bounds the memory and the processor time of this process, which is
// about to read a file that may be damaged. An error says that the file or the
// limits cannot be had.
func LimitSelf(file string) error {
	info, err := os.Stat(file)
	if err != nil {
		return fmt.Errorf("read %s: %w", file, err)
	}
	// The file is mapped once for reading and once more for the copy; the rest is
	// what a Go program reserves and a transaction holds.
	memory := uint64(2<<30) + 4*uint64(info.Size())
	const seconds = 120
	if err := unix.Setrlimit(unix.RLIMIT_AS, &unix.Rlimit{Cur: memory, Max: memory}); err != nil {
		return fmt.Errorf("limit memory: %w", err)
	}
	if err := unix.Setrlimit(unix.RLIMIT_CPU, &unix.Rlimit{Cur: seconds, Max: seconds}); err != nil {
		return fmt.Errorf("limit time: %w", err)
	}
	return nil
}
