package cli

import (
	"context"

	"github.com/spf13/cobra"

	"anketa/storage"
	"anketa/survey"
	"anketa/tui"
)

// newConsoleCommand returns the command that opens the facilitator's console
// without a kiosk.
func newConsoleCommand(a *app) *cobra.Command {
	var db, lang, log string
	cmd := &cobra.Command{
		Use:   "console",
		Short: "Look at the results and correct a training, without the kiosk",
		Args:  cobra.NoArgs,
		RunE: a.run(func(ctx context.Context, _ []string) error {
			if err := a.needTerminal("the console"); err != nil {
				return err
			}
			language, err := survey.ParseLang(lang)
			if err != nil {
				return usageError{sentenceCase(err)}
			}
			return withReadable(ctx, db, storage.Options{}, func(opened *storage.DB) error { return a.console(ctx, opened, db, language, log) })
		}),
	}
	dbFlag(cmd, &db)
	cmd.Flags().StringVar(&lang, "lang", string(survey.SerbianLatin), "language: sr-Latn, sr-Cyrl or en")
	cmd.Flags().StringVar(&log, "log", "", "file for messages to the operator; it never holds an answer")
	return cmd
}

// console shows the session that is open or was held last, and from there all others.
func (a *app) console(ctx context.Context, db *storage.DB, file string, lang survey.Lang, log string) error {
	sessions, err := db.Sessions(ctx)
	if err != nil {
		return err
	}
	if len(sessions) == 0 {
		return errNoSessions
	}
	latest := sessions[len(sessions)-1:]
	if open, err := onlyOpen(sessions); err == nil {
		latest = open
	}
	cfg := tui.Config{Store: db, Start: tui.StartConsole, Sessions: latest, Backup: backups(db, file, "")}
	cfg.Report = a.reports(folderOf(file, ""), false)
	if cfg.Survey, err = db.Survey(ctx, latest[0].ID); err != nil {
		return err
	}
	if cfg.Locked, err = db.HasPIN(ctx); err != nil {
		return err
	}
	var closeLog func()
	if cfg.Log, closeLog, err = openLog(log); err != nil {
		return err
	}
	defer closeLog()
	cfg.Lang = cfg.Survey.Lang(lang)
	return a.show(ctx, cfg, runProgram, nil)
}
