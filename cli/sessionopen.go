package cli

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"

	"github.com/spf13/cobra"

	"anketa/storage"
	"anketa/survey"
)

// sessionFlags adds the flags that describe a session, as the lines of the set-up
// form do.
func (o *kioskOptions) sessionFlags(cmd *cobra.Command) {
	f := cmd.Flags()
	f.StringVar(&o.survey, "survey", "", "survey file (default: questions.yaml, or the one built in)")
	f.StringVar(&o.preset.Title, "session-title", "", "title of the training")
	f.StringVar(&o.preset.Place, "place", "", "place of the training")
	f.StringVar(&o.preset.Date, "date", "", "day of the training, YYYY-MM-DD")
	f.StringVar(&o.preset.Attended, "attended", "", "number of people who attended")
	f.StringVar(&o.pinFile, "pin-file", "", "file that holds the PIN for the results")
}

// newSessionOpenCommand returns the command that begins a session without a terminal.
func newSessionOpenCommand(a *app) *cobra.Command {
	var (
		o      kioskOptions
		format string
	)
	cmd := &cobra.Command{
		Use:   "open",
		Short: "Begin the collection of a session; the kiosk goes on with it",
		Args:  cobra.NoArgs,
		RunE: a.run(func(ctx context.Context, _ []string) error {
			if err := checkFormat(format); err != nil {
				return err
			}
			return a.openSession(ctx, &o, format)
		}),
	}
	dbFlag(cmd, &o.db)
	o.sessionFlags(cmd)
	formatFlag(cmd, &format)
	return cmd
}

// openSession stores a session under the rules of the set-up form: it has a title,
// the other lines hold or are empty, and there is a PIN.
func (a *app) openSession(ctx context.Context, o *kioskOptions, format string) error {
	s, err := a.loadSurvey(o.survey)
	if err != nil {
		return err
	}
	if err := o.read(); err != nil {
		return err
	}
	if session := o.preset.Session(); session.Title == "" {
		return usageError{"The training needs a title; name it with --session-title."}
	}
	if _, err := os.Stat(o.db); errors.Is(err, fs.ErrNotExist) && o.preset.PIN == "" {
		// Nothing is left behind by a command that is refused.
		return noPIN()
	}
	return withDB(o.db, storage.Options{Create: true}, func(db *storage.DB) error {
		sessions, err := db.Sessions(ctx)
		if err != nil {
			return err
		}
		if open, err := onlyOpen(sessions); err == nil {
			return usageError{fmt.Sprintf("The session “%s” is still open; close it first: `anketa session close`.", open[0].Title)}
		}
		if has, err := db.HasPIN(ctx); err != nil || !has && o.preset.PIN == "" {
			return errors.Join(err, noPIN())
		}
		created, err := o.create(ctx, db, s)
		if err != nil {
			return err
		}
		return a.sayChanged(ctx, db, &created[0], format, "Opened")
	})
}

// noPIN says that a session without a PIN would lock its own results away.
func noPIN() error {
	return usageError{"There is no PIN yet, without which nobody could see the results; put one into a file and name it with --pin-file."}
}

// formatFlag adds the flag that chooses between a table and JSON.
func formatFlag(cmd *cobra.Command, format *string) {
	cmd.Flags().StringVar(format, "format", "table", "table or json")
}

// checkFormat refuses a format that there is not.
func checkFormat(format string) error {
	if format != "table" && format != "json" {
		return usageError{"Sessions come with --format table or --format json."}
	}
	return nil
}

// jsonSession is a session as `results --format json` has it (DESIGN.md §5).
type jsonSession struct {
	ID       string `json:"id"`
	Title    string `json:"title"`
	Place    string `json:"place"`
	Date     string `json:"date"`
	Attended *int   `json:"attended"`
	// Responses is how many are stored; Partial how many were never sent.
	Responses int  `json:"responses"`
	Open      bool `json:"open"`
	Partial   int  `json:"partial"`
}

// describe returns a session as JSON has it.
func describe(ctx context.Context, db *storage.DB, s *survey.Session) (jsonSession, error) {
	part, err := db.Part(ctx, s.ID)
	if err != nil {
		return jsonSession{}, err
	}
	d := jsonSession{ID: s.ID.String(), Title: s.Title, Place: s.Place, Date: s.Date, Responses: part.Batches.N(), Open: s.Open, Partial: part.Partial}
	if s.Attended > 0 {
		d.Attended = &s.Attended
	}
	return d, nil
}

// printSessions writes sessions as {"sessions": […]}.
func (a *app) printSessions(ctx context.Context, db *storage.DB, sessions []survey.Session) error {
	all := make([]jsonSession, len(sessions))
	for i := range sessions {
		var err error
		if all[i], err = describe(ctx, db, &sessions[i]); err != nil {
			return err
		}
	}
	encoder := json.NewEncoder(a.Out)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", " ")
	return encoder.Encode(map[string][]jsonSession{"sessions": all})
}

// sayChanged says what became of a session, as a line or as JSON.
func (a *app) sayChanged(ctx context.Context, db *storage.DB, s *survey.Session, format, what string) error {
	if format == "json" {
		return a.printSessions(ctx, db, []survey.Session{*s})
	}
	_, err := fmt.Fprintf(a.Out, "%s: %s\n", what, s.Title)
	return err
}
