package cli

import (
	"context"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"anketa/exchange"
	"anketa/storage"
	"anketa/survey"
)

// newImportCommand returns the command that takes responses from a CSV file.
func newImportCommand(a *app) *cobra.Command {
	var (
		db, file string
		skipBad  bool
	)
	cmd := &cobra.Command{
		Use:   "import RESPONSES.csv",
		Short: "Import responses from a CSV file as closed sessions",
		Args:  arguments(1, 1, "Name the one CSV file with the responses, for example: anketa import responses.csv"),
		RunE: a.run(func(ctx context.Context, args []string) error {
			s, err := a.loadSurvey(file)
			if err != nil {
				return err
			}
			groups, bad, err := readResponses(args[0], s, skipBad)
			if err != nil {
				return err
			}
			if len(bad) > 0 {
				// The rows are said before, so that they are known also when the rest is refused.
				_, _ = fmt.Fprintf(a.Err, "%s\nRows left out: %d; the others are imported.\n", prefixLines(survey.CleanLine(args[0], survey.MaxTextLength)+": ", bad.Whole()), len(bad))
			}
			return withReadable(ctx, db, storage.Options{Create: true}, func(db *storage.DB) error { return a.importGroups(ctx, db, s, groups) })
		}),
	}
	dbFlag(cmd, &db)
	cmd.Flags().StringVar(&file, "survey", "", "survey file (default: questions.yaml, or the one built in)")
	cmd.Flags().BoolVar(&skipBad, "skip-bad", false, "leave out the rows that cannot be read, and name them")
	return cmd
}

// readResponses reads a CSV file; the rows that are wrong are an error, or left out.
func readResponses(name string, s *survey.Survey, skipBad bool) (groups []exchange.Group, bad exchange.RowErrors, err error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, nil, about(name, err)
	}
	if skipBad {
		groups, bad, err = exchange.ReadGoodCSV(f, s, survey.NewID)
	} else {
		groups, err = exchange.ReadCSV(f, s, survey.NewID)
	}
	return groups, bad, about(name, errors.Join(err, f.Close()))
}

// importGroups stores one closed session for each group, all of them or none.
func (a *app) importGroups(ctx context.Context, db *storage.DB, s *survey.Survey, groups []exchange.Group) error {
	imports := make([]storage.Import, len(groups))
	responses := 0
	for i, g := range groups {
		imports[i] = storage.Import{Session: survey.Session{ID: survey.NewID(), Title: g.Session}, Responses: g.Responses}
		responses += len(g.Responses)
	}
	err := db.Import(ctx, s, imports)
	var taken storage.TitleTakenError
	if errors.As(err, &taken) {
		return inputError{fmt.Sprintf("A session “%s” is in the database already; nothing was imported, so that nobody is counted twice.", taken.Title)}
	}
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(a.Out, "Imported %s in %s.\n%s", counted(responses, "response"), counted(len(groups), "closed session"), unanswered(s, groups))
	return err
}

// unanswered names the questions to which no row has an answer, since a column that was
// forgotten looks no different.
func unanswered(s *survey.Survey, groups []exchange.Group) string {
	var none []string
	for i := range s.Questions {
		given := func(r survey.Response) bool { return r.Answers[i].Given() }
		if s.Questions[i].Asks() && !slices.ContainsFunc(groups, func(g exchange.Group) bool { return slices.ContainsFunc(g.Responses, given) }) {
			none = append(none, s.Questions[i].ID)
		}
	}
	if len(none) == 0 {
		return ""
	}
	return fmt.Sprintf("No row has an answer to: %s.\n", strings.Join(none, ", "))
}
