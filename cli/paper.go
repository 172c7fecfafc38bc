package cli

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"anketa/report"
	"anketa/storage"
	"anketa/survey"
	"anketa/tui"
)

// paperOptions are the flags of the blank form.
type paperOptions struct {
	survey, db, session, lang, output string
	training                          tui.Preset
	force                             bool
}

// newPaperCommand returns the command that prints the blank form.
func newPaperCommand(a *app) *cobra.Command {
	var o paperOptions
	cmd := &cobra.Command{
		Use:   "paper",
		Short: "Write the blank form on paper, as PDF; anketa enter takes what was filled in",
		Args:  cobra.NoArgs,
		RunE:  a.run(func(ctx context.Context, _ []string) error { return a.paper(ctx, &o) }),
	}
	f := cmd.Flags()
	f.StringVar(&o.survey, "survey", "", "survey file (default: questions.yaml, or the one built in)")
	f.StringVar(&o.db, "db", "anketa.db", "database file, with --session")
	f.StringVar(&o.session, "session", "", "session whose survey, title, place and date the form has; its id or the beginning of it")
	f.StringVar(&o.training.Title, "session-title", "", "title of the training (default: a line to write on)")
	f.StringVar(&o.training.Place, "place", "", "place of the training (default: a line to write on)")
	f.StringVar(&o.training.Date, "date", "", "day of the training, YYYY-MM-DD (default: a line to write on)")
	f.StringVar(&o.lang, "lang", "", "language: sr-Latn, sr-Cyrl or en (default: the first of the survey)")
	f.StringVarP(&o.output, "output", "o", "", "the file to write; - prints it")
	f.BoolVar(&o.force, "force", false, "write over a file that is there")
	cmd.MarkFlagsMutuallyExclusive("session", "survey")
	return cmd
}

// paper writes the blank form of a survey, or of a session.
func (a *app) paper(ctx context.Context, o *paperOptions) error {
	switch {
	case o.output == "":
		return usageError{"Name the file to write with -o, for example: anketa paper -o paper.pdf"}
	case o.output == standardOutput && a.printsOnTerminal():
		return usageError{"A PDF cannot be read in a terminal; name a file with -o, for example: anketa paper -o paper.pdf"}
	}
	if o.output != standardOutput && strings.ToLower(filepath.Ext(o.output)) != ".pdf" {
		return usageError{fmt.Sprintf("The form is a PDF, and the name %s does not say so; end it with .pdf.", survey.CleanLine(o.output, survey.MaxTextLength))}
	}
	if problem := o.training.Check(); problem != nil {
		return usageError{sentenceCase(problem)}
	}
	form, err := a.blankForm(ctx, o)
	if err != nil {
		return err
	}
	var b bytes.Buffer
	if err := form.PDF(&b); err != nil {
		var long *report.TooLongError
		if errors.As(err, &long) {
			return usageError{sentenceCase(err)}
		}
		return err
	}
	if o.output == standardOutput {
		_, err := a.Out.Write(b.Bytes())
		return err
	}
	if err := replace(o.output, b.Bytes(), o.force); err != nil {
		return notExported(o.output, err)
	}
	_, err = fmt.Fprintf(a.Out, "Wrote %s.\n", survey.CleanLine(o.output, survey.MaxTextLength))
	return err
}

// blankForm returns the form with what is known of the training.
func (a *app) blankForm(ctx context.Context, o *paperOptions) (*report.Paper, error) {
	lang, err := interfaceLang(o.lang, "form")
	if err != nil {
		return nil, err
	}
	known := o.training.Session()
	s, err := a.surveyOnPaper(ctx, o, &known)
	if err != nil {
		return nil, err
	}
	if lang == "" {
		lang = s.Languages[0]
	}
	if !slices.Contains(s.Languages, lang) {
		return nil, usageError{fmt.Sprintf("The survey %q is not written in %s; its languages are %s.", s.ID, lang, strings.Trim(fmt.Sprint(s.Languages), "[]"))}
	}
	form := report.NewPaper(s, lang)
	form.Title, form.Place, form.Date = known.Title, known.Place, known.Date
	return form, nil
}

// surveyOnPaper returns what is asked, and fills in what a session knows of its
// training where no flag says it.
func (a *app) surveyOnPaper(ctx context.Context, o *paperOptions, known *survey.Session) (s *survey.Survey, err error) {
	if o.session == "" {
		return a.loadSurvey(o.survey)
	}
	err = withReadable(ctx, o.db, storage.Options{ReadOnly: true}, func(db *storage.DB) error {
		chosen, err := (&scope{session: o.session}).choose(ctx, db)
		if err != nil {
			return err
		}
		session := &chosen[0]
		known.Title, known.Place, known.Date = cmp.Or(known.Title, session.Title), cmp.Or(known.Place, session.Place), cmp.Or(known.Date, session.Date)
		s, err = db.Survey(ctx, session.ID)
		return err
	})
	return s, err
}
