package cli

import (
	"context"
	"errors"
	"fmt"
	"os"
	"time"

	"github.com/spf13/cobra"

	"anketa/internal/apart"
	"anketa/storage"
)

// readName is the hidden command that the program calls itself with before it reads
// a database.
const readName = "internal-read"

// newReadCommand returns the command that reads every record of a database in a
// process of its own, and says by its exit code how that went.
func newReadCommand(a *app) *cobra.Command {
	return &cobra.Command{
		Use:    readName + " FILE",
		Hidden: true,
		Args:   cobra.ExactArgs(1),
		RunE: a.run(func(ctx context.Context, args []string) error {
			if err := apart.LimitSelf(args[0]); err != nil {
				return err
			}
			return withDB(args[0], storage.Options{ReadOnly: true}, func(db *storage.DB) error {
				sessions, err := db.Sessions(ctx)
				for i := range sessions {
					_, failed := db.Recounted(ctx, sessions[i].ID)
					err = errors.Join(err, failed)
				}
				return err
			})
		}),
	}
}

// readTime returns how long reading a file may take: longer on a slow memory stick.
func readTime(file string) time.Duration {
	const least, most, perMiB = 8 * time.Second, 2 * time.Minute, time.Second
	info, err := os.Stat(file)
	if err != nil {
		return least
	}
	return min(least+time.Duration(info.Size()>>20)*perMiB, most)
}

// withReadable is [withDB] for a file that may be damaged: before, it is read as a
// whole in another process, which a damaged file can hang or end (reliability
// research, finding 5). What that one can read, this one can.
func withReadable(ctx context.Context, name string, opts storage.Options, work func(*storage.DB) error) error {
	if _, err := os.Stat(name); err == nil {
		if err := readable(ctx, name); err != nil {
			return about(name, err)
		}
	}
	return withDB(name, opts, work)
}

// readable reports whether a database can be read without harm.
func readable(ctx context.Context, name string) error {
	_, code, err := apart.Run(ctx, readTime(name), readName, "--", name)
	switch {
	case errors.Is(err, context.DeadlineExceeded):
		return fmt.Errorf("%w: reading it took too long", storage.ErrDamaged)
	case err != nil:
		return err
	case code == ExitDone, code == ExitInput, code == ExitLocked:
		// What the other one said before it began to read is said here once more.
		return nil
	}
	return childError(code, name)
}
