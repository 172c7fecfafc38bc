package cli

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"syscall"

	"github.com/spf13/cobra"

	"anketa/internal/apart"
	"anketa/storage"
	"anketa/survey"
)

// rescueName is the hidden command that the program calls itself with.
const rescueName = "internal-rescue"

// newRescueCommand returns the command that reads a database that may be damaged
// in a process of its own. It prints what it found as JSON.
func newRescueCommand(a *app) *cobra.Command {
	return &cobra.Command{
		Use:    rescueName + " FROM TO [SURVEY]",
		Hidden: true,
		Args:   cobra.RangeArgs(2, 3),
		RunE: a.run(func(ctx context.Context, args []string) error {
			if err := apart.LimitSelf(args[0]); err != nil {
				return err
			}
			var surveys []*survey.Survey
			if len(args) > 2 {
				s, err := a.loadSurvey(args[2])
				if err != nil {
					return err
				}
				surveys = append(surveys, s)
			}
			r, err := storage.Rescue(ctx, args[0], args[1], surveys...)
			if err != nil {
				for word, cause := range reasons() {
					if errors.Is(err, cause) {
						_, _ = fmt.Fprint(a.Out, word)
						break
					}
				}
				return err
			}
			return json.NewEncoder(a.Out).Encode(r)
		}),
	}
}

// rescue writes all that can be read of a database to a new file. It happens in
// another process with limits on time and memory, because a damaged file can make
// a program hang, take all memory or end at once (reliability research, finding 5).
// Survey files stand in for what cannot be read.
func rescue(ctx context.Context, from, to string, surveys ...string) (storage.Rescued, error) {
	var r storage.Rescued
	out, code, err := apart.Run(ctx, readTime(from), append([]string{rescueName, "--", from, to}, surveys...)...)
	switch {
	case errors.Is(err, context.DeadlineExceeded):
		return r, fmt.Errorf("%w: reading it took too long", storage.ErrDamaged)
	case err != nil:
		return r, err
	case code == ExitInput && reasons()[string(out)] != nil:
		cause := reasons()[string(out)]
		if writing(cause) {
			return r, onto(to, cause)
		}
		return r, cause
	case code != ExitDone:
		return r, childError(code, from)
	}
	if err := json.Unmarshal(out, &r); err != nil {
		return r, fmt.Errorf("read what was found: %w", err)
	}
	return r, nil
}

// reasons are the words with which the child says what went wrong with a file that is
// not damaged.
func reasons() map[string]error {
	return map[string]error{"full": syscall.ENOSPC, "quota": syscall.EDQUOT, "limit": syscall.EFBIG, "read-only": syscall.EROFS, "newer": storage.ErrNewer}
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
