package cli

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"time"

	"github.com/spf13/cobra"

	"anketa/storage"
)

// rescueName is the hidden command that the program calls itself with.
const rescueName = "internal-rescue"

// rescueTime is how long reading a file may take. A sound one with a million
// responses takes a few seconds.
const rescueTime = time.Minute

// newRescueCommand returns the command that reads a database that may be damaged
// in a process of its own. It prints what it found as JSON.
func newRescueCommand(a *app) *cobra.Command {
	return &cobra.Command{
		Use:    rescueName + " FROM TO",
		Hidden: true,
		Args:   cobra.ExactArgs(2),
		RunE: a.run(func(ctx context.Context, args []string) error {
			if err := limitSelf(args[0]); err != nil {
				return err
			}
			r, err := storage.Rescue(ctx, args[0], args[1])
			if err != nil {
				return err
			}
			return json.NewEncoder(a.Out).Encode(r)
		}),
	}
}

// rescue writes all that can be read of a database to a new file. It happens in
// another process with limits on time and memory, because a damaged file can make
// a program hang, take all memory or end at once (reliability research, finding 5).
func rescue(ctx context.Context, from, to string) (storage.Rescued, error) {
	var r storage.Rescued
	self, err := os.Executable()
	if err != nil {
		return r, err
	}
	ctx, cancel := context.WithTimeout(ctx, rescueTime)
	defer cancel()
	var out bytes.Buffer
	child := exec.CommandContext(ctx, self, rescueName, "--", from, to)
	child.Stdout = &out
	err = child.Run()
	var exit *exec.ExitError
	switch {
	case err == nil:
		err = json.Unmarshal(out.Bytes(), &r)
	case ctx.Err() != nil:
		err = errors.Join(storage.ErrDamaged, ctx.Err())
	case errors.As(err, &exit):
		err = childError(exit.ExitCode(), from)
	}
	return r, err
}

// childError returns the error that an exit code of the child stands for: reading
// again what ended it would end this process too.
func childError(code int, from string) error {
	switch code {
	case ExitLocked:
		return storage.ErrLocked
	case ExitInput:
		// It said so before it began to read: that much is safe to repeat.
		if _, err := os.Stat(from); err != nil {
			return err
		}
		return storage.ErrForeign
	}
	return fmt.Errorf("%w: reading it ended with code %d", storage.ErrDamaged, code)
}
