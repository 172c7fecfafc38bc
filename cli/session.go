package cli

import (
	"context"
	"fmt"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"anketa/storage"
	"anketa/survey"
)

// newSessionCommand returns the commands about sessions.
func newSessionCommand(a *app) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "session",
		Short: "List, open, close or reopen sessions",
		Args:  cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return cmd.Help()
		},
	}
	cmd.AddCommand(newSessionListCommand(a), newSessionOpenCommand(a), newSessionCloseCommand(a), newSessionReopenCommand(a))
	return cmd
}

// newSessionListCommand returns the command that lists the sessions.
func newSessionListCommand(a *app) *cobra.Command {
	var db, format string
	cmd := &cobra.Command{
		Use:   "list",
		Short: "List the sessions of a database",
		Args:  cobra.NoArgs,
		RunE: a.run(func(ctx context.Context, _ []string) error {
			if err := checkFormat(format); err != nil {
				return err
			}
			return withReadable(ctx, db, storage.Options{ReadOnly: true}, func(db *storage.DB) error { return a.listSessions(ctx, db, format) })
		}),
	}
	dbFlag(cmd, &db)
	formatFlag(cmd, &format)
	return cmd
}

// listSessions prints one line for each session, or all as JSON.
func (a *app) listSessions(ctx context.Context, db *storage.DB, format string) error {
	sessions, err := db.Sessions(ctx)
	if err != nil {
		return err
	}
	if format == "json" {
		return a.printSessions(ctx, db, sessions)
	}
	w := tabwriter.NewWriter(a.Out, 0, 0, 2, ' ', 0)
	_, _ = fmt.Fprintln(w, "ID\tTITLE\tPLACE\tDATE\tANSWERED\tSTATE\tPARTIAL")
	for i := range sessions {
		s := &sessions[i]
		part, err := db.Recounted(ctx, s.ID)
		if err != nil {
			return err
		}
		answered, state := fmt.Sprint(part.Batches.N()), "closed"
		if s.Attended > 0 {
			answered += fmt.Sprintf(" of %d", s.Attended)
		}
		if s.Open {
			state = "open"
		}
		_, _ = fmt.Fprintf(w, "%s\t%s\t%s\t%s\t%s\t%s\t%d\n", s.ID.String()[:8], s.Title, s.Place, s.Date, answered, state, part.Partial)
	}
	return w.Flush()
}

// newSessionCloseCommand returns the command that ends a session.
func newSessionCloseCommand(a *app) *cobra.Command {
	var db, session, format string
	cmd := &cobra.Command{
		Use:   "close [SESSION]",
		Short: "End the collection of a session",
		Args:  arguments(0, 1, "Name one session; a title with spaces stands in quotation marks, as in: anketa session close \"Novi Sad\""),
		RunE: a.run(func(ctx context.Context, args []string) error {
			if err := checkFormat(format); err != nil {
				return err
			}
			return withReadable(ctx, db, storage.Options{}, func(db *storage.DB) error { return a.closeSession(ctx, db, either(args, session), format) })
		}),
	}
	dbFlag(cmd, &db)
	sessionFlag(cmd, &session)
	formatFlag(cmd, &format)
	return cmd
}

// closeSession closes the named session, or the one that is open.
func (a *app) closeSession(ctx context.Context, db *storage.DB, args []string, format string) error {
	all, err := db.Sessions(ctx)
	if err != nil {
		return err
	}
	sessions, nothing := onlyOpen(all)
	if len(args) > 0 {
		if sessions, err = named(all, args[0]); err != nil {
			return err
		}
		if nothing = nil; !sessions[0].Open {
			nothing = usageError{fmt.Sprintf("The session “%s” is closed already.", sessions[0].Title)}
		}
	}
	if nothing != nil {
		return a.finishClosing(ctx, db, all, format, nothing)
	}
	if err := db.CloseSession(ctx, sessions[0].ID); err != nil {
		return err
	}
	sessions[0].Open = false
	if err := a.sayChanged(ctx, db, &sessions[0], format, "Closed"); err != nil {
		return err
	}
	return db.Compact(ctx)
}

// finishClosing does what an earlier closing left undone, on a full disk or because
// the program was ended. When there is nothing of that, nothing is the answer.
func (a *app) finishClosing(ctx context.Context, db *storage.DB, all []survey.Session, format string, nothing error) error {
	owed, err := db.FinishClosing(ctx)
	switch {
	case err != nil:
		return err
	case !owed:
		return nothing
	case format == "json":
		return a.printSessions(ctx, db, all)
	}
	_, err = fmt.Fprintln(a.Out, "The session was closed before; what its closing had left undone is done now.")
	return err
}

// onlyOpen returns the session that is open.
func onlyOpen(sessions []survey.Session) ([]survey.Session, error) {
	for i := range sessions {
		if sessions[i].Open {
			return sessions[i : i+1], nil
		}
	}
	return nil, usageError{"No session is open, so there is nothing to close."}
}
