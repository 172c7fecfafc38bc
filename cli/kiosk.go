package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"strings"

	"github.com/charmbracelet/x/term"
	"github.com/spf13/cobra"

	"anketa/storage"
	"anketa/survey"
	"anketa/tui"
)

// kioskOptions are the flags of the kiosk.
type kioskOptions struct {
	survey, db, lang, pinFile, live, log, backupDir string
	preset                                          tui.Preset
	// inMultiplexer is true when the kiosk may run inside of tmux or the like.
	inMultiplexer bool
	accessible    bool
}

// newKioskCommand returns the command that opens the kiosk.
func newKioskCommand(a *app) *cobra.Command {
	var o kioskOptions
	cmd := &cobra.Command{
		Use:   "kiosk",
		Short: "Open the kiosk (what anketa does without a command)",
		Args:  cobra.NoArgs,
		RunE:  a.run(func(ctx context.Context, _ []string) error { return a.kiosk(ctx, &o) }),
	}
	f := cmd.Flags()
	dbFlag(cmd, &o.db)
	o.sessionFlags(cmd)
	f.StringVar(&o.lang, "lang", "", "language for the next person: sr-Latn, sr-Cyrl or en (default: the first of the survey)")
	f.StringVar(&o.live, "live", "", "another terminal of this machine, such as /dev/tty2, that shows the results behind the PIN")
	f.BoolVar(&o.inMultiplexer, "inside-multiplexer", false, "start inside of tmux, screen or zellij, only to try it out: their keys open a shell")
	f.BoolVar(&o.accessible, "accessible", asksAccessible(), "lines of text and prompts, for a screen reader or a braille display (also: ACCESSIBLE=1)")
	f.StringVar(&o.backupDir, "backup-dir", "", "folder for the backups that the facilitator makes, such as a memory stick (default: that of the database)")
	f.StringVar(&o.log, "log", "", "file for messages to the operator; it never holds an answer")
	return cmd
}

// kiosk opens everything and runs until the facilitator or a signal ends it.
func (a *app) kiosk(ctx context.Context, o *kioskOptions) error {
	if err := a.needTerminal("the kiosk"); err != nil {
		return err
	}
	if name := multiplexer(os.Getenv); name != "" && !o.inMultiplexer {
		return usageError{fmt.Sprintf("The kiosk does not start inside of %s, whose keys would open a shell to everybody; start it on a terminal of its own, or add --inside-multiplexer to try it out.", name)}
	}
	s, err := a.loadSurvey(o.survey)
	if err != nil {
		return err
	}
	if err := o.read(); err != nil {
		return err
	}
	log, closeLog, err := openLog(o.log)
	if err != nil {
		return err
	}
	defer closeLog()
	keepPrivate(log)
	var second *os.File
	if o.live != "" {
		if second, err = openTerminal(o.live); err != nil {
			return err
		}
		defer second.Close()
	}
	if err := probe(ctx, o.db); err != nil {
		return err
	}
	return withDB(o.db, storage.Options{Create: true}, func(db *storage.DB) error {
		if _, err := db.FinishClosing(ctx); err != nil {
			log.Error("writing the database anew failed", "error", err)
		}
		// Nobody is asked anything that could not be stored.
		if err := db.Ready(ctx); err != nil {
			return err
		}
		cfg, err := o.config(ctx, db, s)
		if err != nil {
			return err
		}
		cfg.Ground = logGround(log, o.db, db)
		cfg.Log, cfg.Backup = log, backups(db, o.db, o.backupDir)
		cfg.Report = a.reports(folderOf(o.db, o.backupDir), false)
		run := runProgram
		if o.accessible {
			run = runLinear
		}
		return a.show(ctx, cfg, run, second)
	})
}

// needTerminal refuses to draw where there is no terminal.
func (a *app) needTerminal(what string) error {
	if out, ok := a.Out.(*os.File); !ok || !term.IsTerminal(out.Fd()) || !term.IsTerminal(a.In.Fd()) {
		return usageError{fmt.Sprintf("There is no terminal here, and %s needs one; start it in a terminal window, without pipes.", what)}
	}
	return nil
}

// read checks the flags and reads the PIN file.
func (o *kioskOptions) read() error {
	if o.pinFile != "" {
		f, err := os.Open(o.pinFile)
		if err != nil {
			return about(o.pinFile, err)
		}
		data, err := io.ReadAll(io.LimitReader(f, 100))
		if err := errors.Join(err, f.Close()); err != nil {
			return about(o.pinFile, err)
		}
		o.preset.PIN = strings.TrimSpace(string(data))
	}
	if o.lang != "" {
		lang, err := survey.ParseLang(o.lang)
		if err != nil {
			return usageError{sentenceCase(err)}
		}
		o.lang = string(lang)
	}
	if problem := o.preset.Check(); problem != nil {
		return usageError{sentenceCase(problem)}
	}
	return nil
}

// config decides with which screen the kiosk begins.
func (o *kioskOptions) config(ctx context.Context, db *storage.DB, s *survey.Survey) (tui.Config, error) {
	cfg := tui.Config{Survey: s, Store: db, Preset: o.preset, Lang: s.Languages[0]}
	sessions, err := db.Sessions(ctx)
	if err != nil {
		return cfg, err
	}
	if cfg.Locked, err = db.HasPIN(ctx); err != nil {
		return cfg, err
	}
	if open, err := onlyOpen(sessions); err == nil {
		cfg.Sessions, cfg.NewSurvey, cfg.Start = open, s, tui.StartResume
		if cfg.Survey, err = db.Survey(ctx, open[0].ID); err != nil {
			return cfg, err
		}
		// A supervisor that starts the kiosk again with the same flags asks nobody.
		if o.preset.Complete() && o.preset.Describes(&open[0]) {
			cfg.Start = tui.StartWelcome
		}
	} else if o.preset.Complete() {
		if cfg.Sessions, err = o.create(ctx, db, s); err != nil {
			return cfg, err
		}
		cfg.Start, cfg.Locked = tui.StartWelcome, true
	}
	cfg.Lang = cfg.Survey.Lang(survey.Lang(o.lang))
	cfg.Left, err = left(ctx, db)
	return cfg, err
}

// left finds out what became of the response that was on its way when the program
// ended before its time.
func left(ctx context.Context, db *storage.DB) (tui.Left, error) {
	id, interrupted := db.Interrupted()
	if !interrupted || id.IsZero() {
		return tui.LeftNothing, nil
	}
	stored, err := db.Stored(ctx, id)
	if stored {
		return tui.LeftStored, err
	}
	return tui.LeftLost, err
}

// create stores the session that the flags describe.
func (o *kioskOptions) create(ctx context.Context, db *storage.DB, s *survey.Survey) ([]survey.Session, error) {
	if o.preset.PIN != "" {
		if err := db.SetPIN(ctx, o.preset.PIN); err != nil {
			return nil, err
		}
	}
	session := o.preset.Session()
	session.ID = survey.NewID()
	session, err := db.CreateSession(ctx, session, s)
	return []survey.Session{session}, err
}

// runner shows one terminal until its program ends.
type runner func(ctx context.Context, cfg tui.Config, in, out *os.File) error

// show runs the kiosk, and the results on another terminal when there is one.
func (a *app) show(ctx context.Context, cfg tui.Config, run runner, second *os.File) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	out, _ := a.Out.(*os.File)
	if cfg.Log == nil {
		cfg.Log = slog.New(slog.DiscardHandler)
	}
	defer silence(out)()
	if second == nil {
		return run(ctx, cfg, a.In, out)
	}
	// Both terminals know how long people take.
	cfg.Pace = &tui.Pace{}
	results := cfg
	results.Start, results.Sessions, results.Left = tui.StartLive, nil, tui.LeftNothing
	done := make(chan struct{})
	var broken error
	go func() {
		defer close(done)
		defer func() {
			if broken != nil {
				cancel()
			}
		}()
		defer recovered(&cfg, &broken)
		// The kiosk goes on when the other terminal is gone.
		if err := runProgram(ctx, results, second, second); err != nil {
			cfg.Log.Error("the second terminal ended", "error", err)
		}
	}()
	err := run(ctx, cfg, a.In, out)
	cancel()
	<-done
	return errors.Join(err, broken)
}

// openTerminal opens another terminal of this machine.
func openTerminal(name string) (*os.File, error) {
	tty, err := os.OpenFile(name, os.O_RDWR, 0)
	if err != nil {
		return nil, about(name, err)
	}
	if !term.IsTerminal(tty.Fd()) {
		return nil, errors.Join(usageError{fmt.Sprintf("%s is not a terminal; name one such as /dev/tty2.", survey.CleanLine(name, survey.MaxTextLength))}, tty.Close())
	}
	return tty, nil
}

// openLog opens the operator's log, or one that keeps nothing.
func openLog(name string) (*slog.Logger, func(), error) {
	if name == "" {
		return slog.New(slog.DiscardHandler), func() {}, nil
	}
	f, err := os.OpenFile(name, os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600)
	if err != nil {
		return nil, nil, about(name, err)
	}
	return slog.New(slog.NewTextHandler(f, nil)), func() { _ = f.Close() }, nil
}
