package cli

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"anketa/exchange"
	"anketa/results"
	"anketa/storage"
	"anketa/survey"
	"anketa/tui"
)

// newDemoCommand returns the command that shows the results of the example.
func newDemoCommand(a *app) *cobra.Command {
	var lang string
	cmd := &cobra.Command{
		Use:   "demo",
		Short: "Show the results of 72 example responses; keeps nothing",
		Args:  cobra.NoArgs,
		RunE: a.run(func(ctx context.Context, _ []string) error {
			if err := a.needTerminal("the demo"); err != nil {
				return err
			}
			language, err := survey.ParseLang(lang)
			if err != nil {
				return usageError{sentenceCase(err)}
			}
			return a.demo(ctx, language)
		}),
	}
	cmd.Flags().StringVar(&lang, "lang", string(survey.SerbianLatin), "language: sr-Latn, sr-Cyrl or en")
	return cmd
}

// demo keeps the example in a database of its own, which is gone afterwards.
func (a *app) demo(ctx context.Context, lang survey.Lang) (err error) {
	dir, err := os.MkdirTemp("", "anketa-demo-*")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	s, err := survey.Load(bytes.NewReader(a.files.Survey))
	if err != nil {
		return err
	}
	return withDB(filepath.Join(dir, defaultDB), storage.Options{Create: true}, func(db *storage.DB) error {
		if err := a.importExample(ctx, db, s); err != nil {
			return err
		}
		sessions, err := db.Sessions(ctx)
		if err != nil {
			return err
		}
		shelf, err := a.exampleTexts(s.Lang(lang), sessions[0].ID)
		if err != nil {
			return err
		}
		if err := shelf.store(ctx, db); err != nil {
			return err
		}
		report := func(ctx context.Context, r *results.Release, lang survey.Lang) (tui.ReportFiles, error) {
			said := *shelf
			said.lang = r.Survey.Lang(lang)
			if err := r.ReadTexts(ctx, demoTexts{&said, db}); err != nil {
				return tui.ReportFiles{}, err
			}
			return a.reports(".", true)(ctx, r, lang)
		}
		return a.show(ctx, tui.Config{Survey: s, Store: db, Start: tui.StartDemo, Sessions: sessions, Lang: s.Lang(lang), Report: report}, runProgram, nil)
	})
}

// demoTexts are the quotes of the example, and the statements of the demo, which can be
// changed in it.
type demoTexts struct {
	*exampleShelf
	db *storage.DB
}

// Statements implements results.Written.
func (d demoTexts) Statements(ctx context.Context, session survey.ID) ([]survey.Statement, error) {
	return d.db.Statements(ctx, session)
}

// importExample stores the example as three closed sessions that everybody in
// the room answered.
func (a *app) importExample(ctx context.Context, db *storage.DB, s *survey.Survey) error {
	groups, err := exchange.ReadCSV(bytes.NewReader(a.files.Example), s, survey.NewID)
	if err != nil {
		return err
	}
	places := map[string]string{"nis": "Niš", "novi_sad": "Novi Sad", "subotica": "Subotica"}
	imports := make([]storage.Import, len(groups))
	for i, g := range groups {
		imports[i] = storage.Import{
			Session:   survey.Session{ID: survey.NewID(), Title: places[g.Session], Place: places[g.Session], Attended: len(g.Responses)},
			Responses: g.Responses,
		}
	}
	return db.Import(ctx, s, imports)
}
