package cli

import (
	"context"
	"errors"
	"fmt"
	"io/fs"

	"github.com/spf13/cobra"

	"anketa/storage"
	"anketa/survey"
)

// newBackupCommand returns the command that copies a database.
func newBackupCommand(a *app) *cobra.Command {
	var db string
	cmd := &cobra.Command{
		Use:   "backup FILE",
		Short: "Copy a database, without a trace of the order of answers",
		Args:  arguments(1, 1, "Name the one file to copy to, for example: anketa backup copy.db"),
		RunE: a.run(func(ctx context.Context, args []string) error {
			err := withReadable(ctx, db, storage.Options{ReadOnly: true}, func(db *storage.DB) error {
				err := db.Backup(ctx, args[0])
				if errors.Is(err, fs.ErrExist) {
					return usageError{fmt.Sprintf("There is a file %s already; name a new one.", survey.CleanLine(args[0], survey.MaxTextLength))}
				}
				if writing(err) {
					return onto(args[0], err)
				}
				return err
			})
			if errors.Is(err, storage.ErrLocked) {
				return errors.Join(inputError{fmt.Sprintf("The database %s is in use by a kiosk, a console or another command; make the backup there, with the key b beside the results, or end that one first.", survey.CleanLine(db, survey.MaxTextLength))}, err)
			}
			if err == nil {
				_, err = fmt.Fprintf(a.Out, "Copied to %s.\n", survey.CleanLine(args[0], survey.MaxTextLength))
			}
			return err
		}),
	}
	dbFlag(cmd, &db)
	return cmd
}
