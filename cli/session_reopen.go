package cli

import (
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"anketa/results"
	"anketa/storage"
	"anketa/survey"
)

// newSessionReopenCommand returns the command that goes on with a closed session.
func newSessionReopenCommand(a *app) *cobra.Command {
	var db, session string
	cmd := &cobra.Command{
		Use:   "reopen [SESSION]",
		Short: "Go on with the collection of a closed session",
		Long: "Go on with the collection of a closed session. What it has shown stays as it is. Further answers\n" +
			"are shown when it is closed again, once there are enough of them that nobody can be recognised.",
		Args: arguments(0, 1, "Name one session; a title with spaces stands in quotation marks, as in: anketa session reopen \"Novi Sad\""),
		RunE: a.run(func(ctx context.Context, args []string) error {
			return withDB(db, storage.Options{}, func(db *storage.DB) error { return a.reopenSession(ctx, db, either(args, session)) })
		}),
	}
	dbFlag(cmd, &db)
	sessionFlag(cmd, &session)
	return cmd
}

// reopenSession opens the named session again, or the only one there is.
func (a *app) reopenSession(ctx context.Context, db *storage.DB, args []string) error {
	sessions, err := db.Sessions(ctx)
	switch {
	case err != nil:
		return err
	case len(args) > 0:
		if sessions, err = named(sessions, args[0]); err != nil {
			return err
		}
	case len(sessions) == 0:
		return errNoSessions
	case len(sessions) > 1:
		return usageError{"There are several sessions; name one of those that `anketa session list` shows."}
	}
	s := &sessions[0]
	if s.Open {
		return usageError{fmt.Sprintf("The session “%s” is open already.", s.Title)}
	}
	err = db.ReopenSession(ctx, s.ID)
	if errors.Is(err, storage.ErrAnotherOpen) {
		return usageError{"Another session is open; close it first: `anketa session close`."}
	}
	if err != nil {
		return err
	}
	part, err := db.Part(ctx, s.ID)
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(a.Out, "Open again: %s\n%s", s.Title, whatFollows(&part))
	return err
}

// whatFollows says when the answers that come now are shown.
func whatFollows(p *results.Part) string {
	if !p.Reopened() || p.Survey.Release == survey.ReleaseLive {
		return ""
	}
	return fmt.Sprintf("What was shown stays as it is. Further answers are shown when the session is closed again, once there are at least %d of them.\n", p.Survey.MinGroup)
}
