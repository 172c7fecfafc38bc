package cli

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"github.com/spf13/cobra"

	"anketa/storage"
	"anketa/survey"
	"anketa/tui"
)

// enterOptions are the flags of typing in forms from paper.
type enterOptions struct {
	db, session, lang, log string
	twice                  bool
}

// newEnterCommand returns the command that takes filled forms from paper.
func newEnterCommand(a *app) *cobra.Command {
	var o enterOptions
	cmd := &cobra.Command{
		Use:   "enter",
		Short: "Type in forms that were filled in on paper, by number pad",
		Args:  cobra.NoArgs,
		RunE: a.run(func(ctx context.Context, _ []string) error {
			return a.enter(ctx, &o)
		}),
	}
	dbFlag(cmd, &o.db)
	f := cmd.Flags()
	f.StringVar(&o.session, "session", "", "session that the forms belong to; its title, its id or the beginning of it (default: the open one)")
	f.BoolVar(&o.twice, "double", false, "have each form typed twice, and differences settled")
	f.StringVar(&o.lang, "lang", "", "language: sr-Latn, sr-Cyrl or en (default: the first of the survey)")
	f.StringVar(&o.log, "log", "", "file for messages to the operator; it never holds an answer")
	return cmd
}

// enter shows the screen on which forms are typed in.
func (a *app) enter(ctx context.Context, o *enterOptions) error {
	lang, err := interfaceLang(o.lang, "screen")
	if err != nil {
		return err
	}
	if asksAccessible() {
		return usageError{"Forms from paper cannot be typed in by lines of text yet; take ACCESSIBLE away for this command, or write the answers into a CSV file for `anketa import`."}
	}
	log, closeLog, err := openLog(o.log)
	if err != nil {
		return err
	}
	defer closeLog()
	return withReadable(ctx, o.db, storage.Options{}, func(db *storage.DB) error {
		session, err := o.open(ctx, db)
		if err != nil {
			return err
		}
		if err := a.needTerminal("typing in forms"); err != nil {
			return err
		}
		// Nobody types what could not be stored.
		if err := db.Ready(ctx); err != nil {
			return err
		}
		cfg := tui.Config{Store: db, Start: tui.StartEntry, Sessions: []survey.Session{session}, Twice: o.twice, Log: log}
		if cfg.Survey, err = db.Survey(ctx, session.ID); err != nil {
			return err
		}
		cfg.Lang = cfg.Survey.Lang(cmp.Or(lang, cfg.Survey.Languages[0]))
		if cfg.Locked, err = db.HasPIN(ctx); err != nil {
			return err
		}
		if cfg.Left, err = left(ctx, db); err != nil {
			return err
		}
		return a.show(ctx, cfg, runProgram, nil)
	})
}

// open returns the session that the forms belong to, which must take responses.
func (o *enterOptions) open(ctx context.Context, db *storage.DB) (survey.Session, error) {
	sessions, err := db.Sessions(ctx)
	if err != nil {
		return survey.Session{}, err
	}
	if len(sessions) == 0 {
		return survey.Session{}, errNoSessions
	}
	if o.session == "" {
		at := slices.IndexFunc(sessions, func(s survey.Session) bool { return s.Open })
		if at < 0 {
			return survey.Session{}, usageError{"No session is open; open the one that the forms belong to again: `anketa session reopen`."}
		}
		return sessions[at], nil
	}
	found, err := named(sessions, o.session)
	if err != nil {
		return survey.Session{}, err
	}
	if !found[0].Open {
		return survey.Session{}, usageError{fmt.Sprintf("The session “%s” is closed and takes no more answers; open it again first: `anketa session reopen`.", found[0].Title)}
	}
	return found[0], nil
}
