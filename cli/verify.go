package cli

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"anketa/storage"
	"anketa/survey"
)

// newVerifyCommand returns the command that reads a whole database.
func newVerifyCommand(a *app) *cobra.Command {
	var db, repair, asked, format string
	cmd := &cobra.Command{
		Use:   "verify",
		Short: "Read a whole database and say what is damaged; rescue the rest",
		Args:  cobra.NoArgs,
		RunE: a.run(func(ctx context.Context, _ []string) error {
			if format != "text" && format != "json" {
				return usageError{"The report comes with --format text or --format json."}
			}
			if asked != "" && repair == "" {
				return usageError{"A survey file is used for a rescue; name the new file with --repair-to."}
			}
			return about(db, a.verify(ctx, db, repair, asked, format))
		}),
	}
	dbFlag(cmd, &db)
	cmd.Flags().StringVar(&repair, "repair-to", "", "new file for all that can be read; open sessions are closed in it")
	cmd.Flags().StringVar(&asked, "survey", "", "survey file of the sessions, for --repair-to when the database's own copy of it is damaged")
	cmd.Flags().StringVar(&format, "format", "text", "text or json")
	return cmd
}

// verify reads every record, recounts, and says what it found. What can be read is
// written to a new file on the way, which is kept only where it was asked for.
func (a *app) verify(ctx context.Context, db, repair, asked, format string) error {
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
	var surveys []string
	if asked != "" {
		if _, err := a.loadSurvey(asked); err != nil {
			return err
		}
		surveys = append(surveys, asked)
	}
	copied := filepath.Join(dir, "copy.db")
	r, err := rescue(ctx, db, copied, surveys...)
	if err == nil && repair != "" && !nothingRescued(&r) {
		err = about(repair, storage.Place(copied, repair))
	}
	if errors.Is(err, storage.ErrDamaged) {
		// The way out that others name is this command.
		said := fmt.Sprintf("The database %s is so damaged that nothing of it can be rescued; keep the file, and go on with a backup copy.", survey.CleanLine(db, survey.MaxTextLength))
		return errors.Join(inputError{said}, storage.ErrDamaged)
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
	switch {
	case len(r.Damages) == 0:
		return nil
	case repair == "":
		return storage.ErrDamaged
	}
	return a.sayRepaired(&r, db, repair, asked, format)
}

// nothingRescued reports whether there were responses and none of them could be read.
func nothingRescued(r *storage.Rescued) bool { return r.Lost > 0 && r.Responses == 0 }

// sayRepaired says how much of a damaged database is in the new file. What had to be
// left out makes an error of it.
func (a *app) sayRepaired(r *storage.Rescued, db, repair, asked, format string) error {
	db, repair = survey.CleanLine(db, survey.MaxTextLength), survey.CleanLine(repair, survey.MaxTextLength)
	much := fmt.Sprintf("%d of %s", r.Responses, counted(r.Responses+r.Lost, "response"))
	if r.Whole() {
		if format == "json" {
			return nil
		}
		_, err := fmt.Fprintf(a.Out, "Rescued %s into %s; nothing is lost.\n", much, repair)
		return err
	}
	said := fmt.Sprintf("Rescued %s into %s; what is named above as damaged is not in it.", much, repair)
	if format == "json" {
		said = fmt.Sprintf("Rescued %s into %s; what the list has under damages is not in it.", much, repair)
	}
	if nothingRescued(r) {
		said = fmt.Sprintf("Rescued %s, so %s was not made.", much, repair)
	}
	why := ""
	switch {
	case r.Unasked > 0 && asked != "":
		why = fmt.Sprintf(" What %s asked cannot be read, and %s is another survey, or another version of it.", counted(r.Unasked, "session"), survey.CleanLine(asked, survey.MaxTextLength))
	case r.Unasked > 0:
		why = fmt.Sprintf(" What %s asked cannot be read: name the same survey file that was used then with --survey, and it is read from there.", counted(r.Unasked, "session"))
	}
	return errors.Join(inputError{said + why + fmt.Sprintf(" Keep %s, and look for a backup copy.", db)}, storage.ErrDamaged)
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
		switch {
		case d.Session == "":
		case d.What == "session":
			place += " “" + survey.CleanLine(d.Session, survey.MaxNameLength) + "”"
		default:
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
