package cli

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"anketa/storage"
	"anketa/survey"
)

// newPurgeCommand returns the command that takes the answers of sessions away.
func newPurgeCommand(a *app) *cobra.Command {
	var (
		db, session, before string
		yes                 bool
	)
	cmd := &cobra.Command{
		Use:   "purge",
		Short: "Delete closed sessions with all their answers, for good",
		Long: "Delete closed sessions with all their answers, for good. What is left says that there was such a\n" +
			"session and how many had answered, and no answer. Copies of the file elsewhere stay as they are.",
		Args: cobra.NoArgs,
		RunE: a.run(func(ctx context.Context, _ []string) error {
			if session == "" && before == "" {
				return usageError{"Say which sessions to delete: --session NAME, or --held-before YYYY-MM-DD for all that were held before that day."}
			}
			return withReadable(ctx, db, storage.Options{}, func(db *storage.DB) error { return a.purge(ctx, db, session, before, yes) })
		}),
	}
	dbFlag(cmd, &db)
	cmd.Flags().StringVar(&session, "session", "", "the session with this id, or its beginning, or its title")
	cmd.Flags().StringVar(&before, "held-before", "", "all closed sessions that were held before this day, YYYY-MM-DD; not those without a date")
	cmd.Flags().BoolVar(&yes, "yes", false, "really delete; without it the command only says what it would delete")
	// Scripts know the name that it had.
	cmd.Flags().StringVar(&before, "closed-before", "", "the same as --held-before")
	_ = cmd.Flags().MarkHidden("closed-before")
	cmd.MarkFlagsMutuallyExclusive("session", "held-before", "closed-before")
	return cmd
}

// purge deletes the sessions that are meant, or says which these are.
func (a *app) purge(ctx context.Context, db *storage.DB, session, before string, yes bool) error {
	chosen, undated, err := purgeable(ctx, db, session, before)
	if err != nil {
		return err
	}
	if undated > 0 {
		_, _ = fmt.Fprintf(a.Err, "Left out, because no date says when they were held: %s; name them with --session.\n", counted(undated, "closed session"))
	}
	if len(chosen) == 0 {
		_, err := fmt.Fprintln(a.Out, "No closed session was held before that day; nothing was deleted.")
		return err
	}
	if !yes {
		for i := range chosen {
			_, _ = fmt.Fprintf(a.Out, "would delete: %s  %s  %s\n", chosen[i].ID.String()[:8], chosen[i].Date, chosen[i].Title)
		}
		return usageError{"Nothing was deleted; say --yes to delete these sessions with all their answers, for good."}
	}
	ids := make([]survey.ID, len(chosen))
	for i := range chosen {
		ids[i] = chosen[i].ID
	}
	purged, err := db.Purge(ctx, ids, time.Now())
	if errors.Is(err, storage.ErrStillOpen) {
		return inputError{"The session is still open; close it first: `anketa session close`."}
	}
	if err != nil {
		return err
	}
	for i := range purged {
		_, err = fmt.Fprintf(a.Out, "Deleted: %s, %s.\n", purged[i].Title, counted(purged[i].Responses, "response"))
	}
	return err
}

// purgeable returns the sessions that are meant, and how many closed ones have no date
// by which they could be.
func purgeable(ctx context.Context, db *storage.DB, session, before string) (chosen []survey.Session, undated int, err error) {
	sessions, err := db.Sessions(ctx)
	if err != nil {
		return nil, 0, err
	}
	if session != "" {
		chosen, err = named(sessions, session)
		return chosen, 0, err
	}
	before, err = survey.ParseDate(before)
	if err != nil {
		return nil, 0, usageError{sentenceCase(err)}
	}
	for i := range sessions {
		// Dates are written so that they sort as text.
		switch s := &sessions[i]; {
		case s.Open:
		case s.Date == "":
			undated++
		case s.Date < before:
			chosen = append(chosen, *s)
		}
	}
	return chosen, undated, nil
}
