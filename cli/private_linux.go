package cli

import (
	"errors"
	"fmt"

	"golang.org/x/sys/unix"
)

// hideMemory forbids core dumps and makes the process one that is not dumpable:
// only root can then read /proc/PID/mem and environ or attach a debugger. The
// limit alone would not do: where the system pipes core dumps into a program, it
// does not hold.
func hideMemory() error {
	limit := unix.Setrlimit(unix.RLIMIT_CORE, &unix.Rlimit{})
	dumpable := unix.Prctl(unix.PR_SET_DUMPABLE, 0, 0, 0, 0)
	if err := errors.Join(limit, dumpable); err != nil {
		return fmt.Errorf("hide memory: %w", err)
	}
	return nil
}
