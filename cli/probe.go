package cli

import (
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"anketa/internal/apart"
	"anketa/storage"
)

// probeName is the hidden command that the program calls itself with.
const probeName = "internal-probe"

// newProbeCommand returns the command that reads a whole database in a process of
// its own and says by its exit code what it is worth.
func newProbeCommand(a *app) *cobra.Command {
	return &cobra.Command{
		Use:    probeName + " FILE",
		Hidden: true,
		Args:   cobra.ExactArgs(1),
		RunE: a.run(func(ctx context.Context, args []string) error {
			if err := apart.LimitSelf(args[0]); err != nil {
				return err
			}
			return withDB(args[0], storage.Options{ReadOnly: true}, func(db *storage.DB) error { return db.Check(ctx) })
		}),
	}
}

// probe reads a database in another process before the kiosk opens it, when the last
// run did not end in good order: what a power cut left may make the process that
// reads it hang, take all memory or end at once (reliability research, finding 5).
// After a run that ended in good order nothing is read and no time is lost.
func probe(ctx context.Context, file string) error {
	if !storage.LeftInterrupted(file) {
		return nil
	}
	_, code, err := apart.Run(ctx, readTime(file), probeName, "--", file)
	switch {
	case errors.Is(err, context.DeadlineExceeded):
		return about(file, fmt.Errorf("%w: reading it took too long", storage.ErrDamaged))
	case err != nil:
		return err
	case code == ExitDone, code == ExitInput, code == ExitLocked:
		// What is no database, not there or in use is said by whoever opens it.
		return nil
	}
	return about(file, childError(code, file))
}
