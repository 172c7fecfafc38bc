package cli

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"anketa/storage"
	"anketa/survey"
)

// newVerifyCommand returns the command that reads a whole database.
func newVerifyCommand(a *app) *cobra.Command {
	var db, repair, format string
	cmd := &cobra.Command{
		Use:   "verify",
		Short: "Read a whole database and say what is damaged; rescue the rest",
		Args:  cobra.NoArgs,
		RunE: a.run(func(ctx context.Context, _ []string) error {
			if format != "text" && format != "json" {
				return usageError{"The report comes with --format text or --format json."}
			}
			return about(db, a.verify(ctx, db, repair, format))
		}),
	}
	dbFlag(cmd, &db)
	cmd.Flags().StringVar(&repair, "repair-to", "", "new file for all that can be read; open sessions are closed in it")
	cmd.Flags().StringVar(&format, "format", "text", "text or json")
	return cmd
}

// verify reads every record, recounts, and says what it found. What can be read is
// written to a new file on the way, which is kept only where it was asked for.
func (a *app) verify(ctx context.Context, db, repair, format string) error {
	if _, err := os.Lstat(repair); err == nil {
		return usageError{fmt.Sprintf("There is a file %s already; name a new one.", survey.CleanLine(repair, survey.MaxTextLength))}
	}
	// What a process that dies leaves behind lies in a folder that goes with it.
	beside := ""
	if repair != "" {
		beside = filepath.Dir(repair)
	}
	dir, err := os.MkdirTemp(beside, "anketa-verify-*")
	if err != nil {
		return about(repair, err)
	}
	defer func() { _ = os.RemoveAll(dir) }()
	copied := filepath.Join(dir, "copy.db")
	r, err := rescue(ctx, db, copied)
	if err == nil && repair != "" {
		err = about(repair, storage.Place(copied, repair))
	}
	if err != nil {
		return err
	}
	ground := storage.GroundOf(db)
	for _, sentence := range groundSentences(db, &ground) {
		_, _ = fmt.Fprintln(a.Err, sentence)
	}
	if err := a.sayRescued(&r, format); err != nil {
		return err
	}
	if len(r.Damages) > 0 && repair == "" {
		return storage.ErrDamaged
	}
	return nil
}

// sayRescued prints what was found.
func (a *app) sayRescued(r *storage.Rescued, format string) error {
	if format == "json" {
		encoder := json.NewEncoder(a.Out)
		encoder.SetIndent("", " ")
		return encoder.Encode(r)
	}
	for _, d := range r.Damages {
		place := d.What
		if d.Session != "" {
			place += " of the session “" + survey.CleanLine(d.Session, survey.MaxNameLength) + "”"
		}
		if d.ID != "" {
			place += " " + d.ID
		}
		_, _ = fmt.Fprintf(a.Out, "damaged: %s\n", place)
	}
	named := map[string]bool{}
	for _, d := range r.Damages {
		named[d.ID] = true
	}
	for _, id := range r.LeftOut {
		if named[id] {
			continue
		}
		_, _ = fmt.Fprintf(a.Out, "not counted, because it is damaged: %s\n", id)
	}
	if r.Missing > 0 {
		_, _ = fmt.Fprintf(a.Out, "missing, because their place is damaged: %s\n", counted(r.Missing, "record"))
	}
	for _, id := range r.Quarantined {
		_, _ = fmt.Fprintf(a.Out, "not counted, because two different records have this id: %s\n", id)
	}
	_, err := fmt.Fprintf(a.Out, "Read: %s, %s; damaged: %d.\n", counted(r.Sessions, "session"), counted(r.Responses, "response"), len(r.Damages))
	return err
}
