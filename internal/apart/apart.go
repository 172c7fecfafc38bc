// Package apart runs a command of this very program in a process of its own, with
// limits, for work that can end or hang a process, such as reading a damaged
// database. It is the only package that starts a process, it starts no other
// program, and no screen knows it.
package apart

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"time"
)

// Run runs the program with a command line for at most a time. It returns what the
// command wrote to its standard output and its exit code, which is -1 when a signal
// ended it. An error says that it could not be started, or that its time was up.
func Run(ctx context.Context, most time.Duration, args ...string) (out []byte, code int, err error) {
	self, err := os.Executable()
	if err != nil {
		return nil, -1, fmt.Errorf("find the program: %w", err)
	}
	ctx, cancel := context.WithTimeout(ctx, most)
	defer cancel()
	var written bytes.Buffer
	child := exec.CommandContext(ctx, self, args...)
	child.Stdout = &written
	err = child.Run()
	var exit *exec.ExitError
	switch {
	case ctx.Err() != nil:
		return nil, -1, ctx.Err()
	case errors.As(err, &exit):
		return written.Bytes(), exit.ExitCode(), nil
	case err != nil:
		return nil, -1, fmt.Errorf("start the program: %w", err)
	}
	return written.Bytes(), 0, nil
}
