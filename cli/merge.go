package cli

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"anketa/storage"
	"anketa/survey"
)

// newMergeCommand returns the command that puts databases together.
func newMergeCommand(a *app) *cobra.Command {
	var db string
	cmd := &cobra.Command{
		Use:   "merge SRC.db…",
		Short: "Take the sessions of other databases into one",
		Long: "Take the sessions of other databases into one. Nobody is counted twice, however often and\n" +
			"in which order files are merged. The other files stay as they are.",
		Args: arguments(1, anyNumber, "Name the databases to take in, for example: anketa merge laptop2.db --db anketa.db"),
		RunE: a.run(func(ctx context.Context, args []string) error {
			return withReadable(ctx, db, storage.Options{Create: true}, func(dest *storage.DB) error { return a.merge(ctx, dest, db, args) })
		}),
	}
	dbFlag(cmd, &db)
	return cmd
}

// merge copies every source in a process of its own, which finds out whether it is
// sound, and merges the copies.
func (a *app) merge(ctx context.Context, dest *storage.DB, name string, files []string) error {
	dir, err := os.MkdirTemp(filepath.Dir(name), filepath.Base(name)+".merge-*")
	if err != nil {
		return err
	}
	defer func() { _ = os.RemoveAll(dir) }()
	bar := a.newProgress()
	defer bar.clear()
	var sources []*storage.DB
	defer func() {
		for _, source := range sources {
			_ = source.Close()
		}
	}()
	for i, file := range files {
		if sameFile(file, name) {
			return usageError{fmt.Sprintf("%s is the database that is merged into; name other files.", survey.CleanLine(file, survey.MaxTextLength))}
		}
		copied := filepath.Join(dir, fmt.Sprint(i))
		if err := sound(ctx, file, copied); err != nil {
			return mergeError(err)
		}
		source, err := storage.Open(copied, storage.Options{ReadOnly: true})
		if err != nil {
			return about(file, err)
		}
		sources = append(sources, source)
		bar.show(float64(i+1) / float64(2*len(files)))
	}
	before, err := dest.Sessions(ctx)
	if err != nil {
		return err
	}
	merged, err := dest.Merge(ctx, sources, func(done, of int) { bar.show(0.5 + 0.5*float64(done)/float64(of)) })
	bar.clear()
	if err != nil {
		return mergeError(err)
	}
	if err := a.sayMerged(merged); err != nil {
		return err
	}
	// It is done: who stops it now must not hear that nothing was changed.
	after, err := dest.Sessions(context.WithoutCancel(ctx))
	if err != nil {
		return err
	}
	return a.sayTwins(before, after)
}

// sayTwins warns of different sessions with one title, where one of them is new: two
// kiosks that began a session each did not collect in one.
func (a *app) sayTwins(before, after []survey.Session) error {
	known, called, said := map[survey.ID]bool{}, map[string]int{}, map[string]bool{}
	for i := range before {
		known[before[i].ID] = true
	}
	for i := range after {
		called[after[i].Title]++
	}
	for i := range after {
		s := &after[i]
		if known[s.ID] || called[s.Title] < 2 || said[s.Title] {
			continue
		}
		said[s.Title] = true
		_, err := fmt.Fprintf(a.Err, "%d sessions are called “%s”; they stay apart, and whoever is in both counts twice. `anketa session list` shows their ids.\n", called[s.Title], s.Title)
		if err != nil {
			return err
		}
	}
	return nil
}

// sound copies a database and refuses one that is damaged or still collects.
func sound(ctx context.Context, file, copied string) error {
	r, err := rescue(ctx, file, copied)
	switch {
	case err != nil:
		return about(file, err)
	case len(r.Damages) > 0:
		return about(file, inputError{fmt.Sprintf("%s is damaged in %d places; `anketa verify --db %[1]s --repair-to NEW.db` rescues the rest, which can be merged.", survey.CleanLine(file, survey.MaxTextLength), len(r.Damages))})
	case len(r.Open) > 0:
		return about(file, inputError{fmt.Sprintf("In %s the session “%s” is still open; close it first: `anketa session close --db %[1]s`.", survey.CleanLine(file, survey.MaxTextLength), r.Open[0])})
	}
	return nil
}

// mergeError says what to do about a merge that was refused.
func mergeError(err error) error {
	switch {
	case errors.Is(err, context.Canceled):
		return inputError{"The merge was stopped and nothing was changed; start it again when you like."}
	case errors.Is(err, storage.ErrStillOpen):
		return inputError{"A session of these files is still open in the database and would get further answers; close it first: `anketa session close`."}
	case errors.Is(err, storage.ErrConflict):
		return inputError{"The same session asks different things in two of the files; nothing was merged."}
	}
	return err
}

// sayMerged says what came of it.
func (a *app) sayMerged(m storage.Merged) error {
	_, err := fmt.Fprintf(a.Out, "New: %s, %s.\n", counted(m.Sessions, "session"), counted(m.Responses, "response"))
	if err == nil && len(m.Quarantined) > 0 {
		_, err = fmt.Fprintf(a.Out, "Not counted, because two different records have the same id: %s.\n", counted(len(m.Quarantined), "record"))
		for _, id := range m.Quarantined {
			_, _ = fmt.Fprintf(a.Out, "  %s\n", id)
		}
	}
	if err == nil && m.Damaged > 0 {
		_, err = fmt.Fprintf(a.Out, "Not counted, because they are damaged: %s.\n", counted(m.Damaged, "record"))
	}
	return err
}

// counted returns a number with its noun.
func counted(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

// sameFile reports whether two names mean one file.
func sameFile(a, b string) bool {
	one, err := os.Stat(a)
	if err != nil {
		return false
	}
	two, err := os.Stat(b)
	return err == nil && os.SameFile(one, two)
}
