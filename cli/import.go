package cli

import (
	"context"
	"errors"
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"anketa/exchange"
	"anketa/storage"
	"anketa/survey"
)

// newImportCommand returns the command that takes responses from a CSV file.
func newImportCommand(a *app) *cobra.Command {
	var db, file string
	cmd := &cobra.Command{
		Use:   "import RESPONSES.csv",
		Short: "Import responses from a CSV file as closed sessions",
		Args:  cobra.ExactArgs(1),
		RunE: a.run(func(ctx context.Context, args []string) error {
			s, err := a.loadSurvey(file)
			if err != nil {
				return err
			}
			groups, err := readResponses(args[0], s)
			if err != nil {
				return err
			}
			return withReadable(ctx, db, storage.Options{Create: true}, func(db *storage.DB) error { return a.importGroups(ctx, db, s, groups) })
		}),
	}
	dbFlag(cmd, &db)
	cmd.Flags().StringVar(&file, "survey", "", "survey file (default: questions.yaml, or the one built in)")
	return cmd
}

// readResponses reads a CSV file.
func readResponses(name string, s *survey.Survey) ([]exchange.Group, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, about(name, err)
	}
	groups, err := exchange.ReadCSV(f, s, survey.NewID)
	return groups, about(name, errors.Join(err, f.Close()))
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
	_, err = fmt.Fprintf(a.Out, "Imported %d responses in %d closed sessions.\n", responses, len(groups))
	return err
}
