package cli

import (
	"cmp"
	"context"
	crand "crypto/rand"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"anketa/exchange"
	"anketa/results"
	"anketa/storage"
	"anketa/survey"
)

// exportOptions are the flags of the export.
type exportOptions struct {
	db, format, lang, output string
	sessions                 scope
	excel, labels, force     bool
}

// newExportCommand returns the command that writes single responses into a file.
func newExportCommand(a *app) *cobra.Command {
	var o exportOptions
	cmd := &cobra.Command{
		Use:   "export",
		Short: "Write the single responses of closed sessions into files",
		Args:  cobra.NoArgs,
		RunE:  a.run(func(ctx context.Context, _ []string) error { return a.export(ctx, &o) }),
	}
	dbFlag(cmd, &o.db)
	o.sessions.flags(cmd)
	f := cmd.Flags()
	f.StringVar(&o.format, "format", "", exportFormatNames()+" (default: what the name after -o ends with)")
	f.StringVar(&o.lang, "lang", "", "language of the labels: sr-Latn, sr-Cyrl or en (default: the first of the survey)")
	f.StringVarP(&o.output, "output", "o", "", "the file to write; - prints the rows")
	f.BoolVar(&o.labels, "labels", false, "write the labels of answers instead of their values")
	f.BoolVar(&o.excel, "excel", false, "CSV with semicolons and a byte order mark, for Excel with a decimal comma")
	f.BoolVar(&o.force, "force", false, "write over files that are there")
	return cmd
}

// companion is a file that is written together with the one that was named.
type companion struct {
	// suffix is put behind its name; the named file has none.
	suffix string
	write  func(ctx context.Context, w io.Writer, r *exchange.Rows, o *exportOptions) error
}

// exportFormat is one way of writing responses.
type exportFormat struct {
	name, ending string
	files        []companion
}

// exportFormats returns the ways of writing responses; the first file of each is the
// one that was named.
func exportFormats() []exportFormat {
	return []exportFormat{
		{"csv", ".csv", []companion{
			{"", func(ctx context.Context, w io.Writer, r *exchange.Rows, o *exportOptions) error {
				return r.WriteCSV(ctx, w, exchange.CSVStyle{Excel: o.excel})
			}},
			{"-texts.csv", func(_ context.Context, w io.Writer, r *exchange.Rows, o *exportOptions) error {
				return exchange.WriteTextsCSV(w, r.Release, exchange.CSVStyle{Excel: o.excel})
			}},
		}},
		{"xlsx", ".xlsx", []companion{
			{"", func(ctx context.Context, w io.Writer, r *exchange.Rows, _ *exportOptions) error {
				return r.WriteXLSX(ctx, w)
			}},
		}},
		{"json", ".json", []companion{
			{"", func(ctx context.Context, w io.Writer, r *exchange.Rows, _ *exportOptions) error {
				return r.WriteJSON(ctx, w)
			}},
		}},
		{"jsonl", ".jsonl", []companion{
			{"", func(ctx context.Context, w io.Writer, r *exchange.Rows, _ *exportOptions) error {
				return r.WriteJSONLines(ctx, w)
			}},
		}},
		{"r", ".r", []companion{
			{"", func(_ context.Context, w io.Writer, r *exchange.Rows, o *exportOptions) error {
				return r.WriteR(w, filepath.Base(o.base())+".csv")
			}},
			{".csv", func(ctx context.Context, w io.Writer, r *exchange.Rows, _ *exportOptions) error {
				r.Labels = false
				return r.WriteCSV(ctx, w, exchange.CSVStyle{})
			}},
			{"-texts.csv", func(_ context.Context, w io.Writer, r *exchange.Rows, _ *exportOptions) error {
				return exchange.WriteTextsCSV(w, r.Release, exchange.CSVStyle{})
			}},
		}},
		{"spss", ".sps", []companion{
			{"", func(_ context.Context, w io.Writer, r *exchange.Rows, o *exportOptions) error {
				return r.WriteSPSS(w, filepath.Base(o.base())+".csv")
			}},
			{".csv", func(ctx context.Context, w io.Writer, r *exchange.Rows, _ *exportOptions) error {
				return r.WriteSPSSData(ctx, w)
			}},
			{"-texts.csv", func(_ context.Context, w io.Writer, r *exchange.Rows, _ *exportOptions) error {
				return exchange.WriteTextsCSV(w, r.Release, exchange.CSVStyle{})
			}},
		}},
		{"codebook", ".codebook.csv", []companion{
			{"", func(_ context.Context, w io.Writer, r *exchange.Rows, o *exportOptions) error {
				return r.WriteCodebook(w, exchange.CSVStyle{Excel: o.excel})
			}},
		}},
	}
}

// exportFormatNames lists the formats.
func exportFormatNames() string {
	var names []string
	for _, f := range exportFormats() {
		names = append(names, f.name)
	}
	return strings.Join(names, ", ")
}

// chosenFormat returns the format, by its flag or by the file's name.
func (o *exportOptions) chosenFormat(a *app) (exportFormat, error) {
	formats := exportFormats()
	if o.output == "" {
		return formats[0], usageError{"Name the file to write with -o, for example: anketa export -o responses.csv"}
	}
	for _, f := range slices.Backward(formats) {
		if o.format == f.name || o.format == "" && strings.HasSuffix(strings.ToLower(o.output), f.ending) {
			if o.output == standardOutput && f.name == "xlsx" && a.printsOnTerminal() {
				return f, usageError{"A workbook cannot be read in a terminal; name a file with -o, for example: anketa export -o responses.xlsx"}
			}
			if (o.output == standardOutput || strings.HasSuffix(o.output, ".csv")) && (f.name == "r" || f.name == "spss") {
				return f, usageError{"A script reads the responses from a CSV file beside it; name the script with -o, for example: anketa export --format " + f.name + " -o responses" + f.ending}
			}
			return f, nil
		}
	}
	if o.format != "" {
		return formats[0], usageError{fmt.Sprintf("%q is not a format of the export; choose one of %s.", survey.Clean(o.format, 40), exportFormatNames())}
	}
	if o.output != standardOutput {
		var endings []string
		for _, f := range formats {
			endings = append(endings, f.ending)
		}
		return formats[0], noEnding(o.output, endings)
	}
	return formats[0], nil
}

// noEnding says that the name of a file does not tell its format.
func noEnding(name string, endings []string) error {
	last := len(endings) - 1
	return usageError{fmt.Sprintf("The name %s does not say in which format; end it with %s or %s, or name the format with --format.",
		survey.CleanLine(name, survey.MaxTextLength), strings.Join(endings[:last], ", "), endings[last])}
}

// export writes the responses of the chosen sessions.
func (a *app) export(ctx context.Context, o *exportOptions) error {
	format, err := o.chosenFormat(a)
	if err != nil {
		return err
	}
	lang, err := interfaceLang(o.lang, "export")
	if err != nil {
		return err
	}
	names := o.names(format)
	for _, name := range names {
		if name == standardOutput {
			continue
		}
		if err := replaceable(name, o.force); err != nil {
			return notExported(name, err)
		}
	}
	return withReadable(ctx, o.db, storage.Options{ReadOnly: true}, func(db *storage.DB) error {
		rows, err := a.exportRows(ctx, db, o)
		if err != nil {
			return err
		}
		if lang != "" {
			rows.Lang = rows.Release.Survey.Lang(lang)
		}
		rows.Labels = o.labels
		return a.writeRows(ctx, rows, o, format, names)
	})
}

// names returns the files that are written: beside the named one those that go with it.
func (o *exportOptions) names(format exportFormat) []string {
	if o.output == standardOutput {
		return []string{standardOutput}
	}
	var names []string
	for _, file := range format.files {
		name := o.base() + file.suffix
		if file.suffix == "" {
			name = o.output
		}
		names = append(names, name)
	}
	return names
}

// base returns what the names of the files have in common.
func (o *exportOptions) base() string { return strings.TrimSuffix(o.output, filepath.Ext(o.output)) }

// exportRows reads what may leave, and says which sessions may not.
func (a *app) exportRows(ctx context.Context, db *storage.DB, o *exportOptions) (*exchange.Rows, error) {
	chosen, err := o.sessions.choose(ctx, db)
	if err != nil {
		return nil, err
	}
	r, err := release(ctx, db, chosen)
	if err != nil {
		return nil, err
	}
	if err := r.ReadTexts(ctx, db); err != nil {
		return nil, err
	}
	rows, refused := exchange.NewRows(&r, db, newChance())
	if len(refused) == len(chosen) {
		reason, advice := refusal(&refused[0])
		return nil, inputError{reason + "; " + advice + "."}
	}
	if n := r.Damaged(); n > 0 {
		if _, err := fmt.Fprintf(a.Err, "Not exported, because they are damaged: %s.\n", counted(n, "record")); err != nil {
			return nil, err
		}
	}
	for i := range refused {
		reason, _ := refusal(&refused[i])
		if _, err := fmt.Fprintf(a.Err, "%s; it is left out.\n", reason); err != nil {
			return nil, err
		}
	}
	return rows, nil
}

// newChance returns a source of chance that nobody can foresee.
func newChance() *rand.Rand {
	var seed [32]byte
	// crypto/rand.Read never returns an error since Go 1.24.
	_, _ = crand.Read(seed[:])
	return rand.New(rand.NewChaCha8(seed))
}

// refusal says why nothing of a session may leave in rows, and what to do.
func refusal(r *exchange.Refused) (reason, advice string) {
	title := survey.CleanLine(r.Session.Title, survey.MaxNameLength)
	switch {
	case errors.Is(r.Err, results.ErrRowsOpen):
		return fmt.Sprintf("The session “%s” is open", title),
			"close it before its responses leave the kiosk: `anketa session close`"
	case errors.Is(r.Err, results.ErrRowsFew):
		return fmt.Sprintf("The session “%s” has fewer than %d responses, so single ones could be told apart", title, r.MinGroup),
			"they stay in the database"
	}
	return fmt.Sprintf("The session “%s” holds back responses that came behind its closing, and no row says which", title),
		fmt.Sprintf("export it when at least %d more have come and it is closed again", r.MinGroup)
}

// writeRows writes the files of a format, which fit each other: see [replaceAll].
func (a *app) writeRows(ctx context.Context, rows *exchange.Rows, o *exportOptions, format exportFormat, names []string) error {
	bar := a.newProgress()
	rows.Progress = func(done int) { bar.show(float64(done) / float64(rows.N())) }
	defer bar.clear()
	var files []content
	for i, name := range names {
		write := format.files[i].write
		if name == standardOutput {
			return write(ctx, a.Out, rows, o)
		}
		files = append(files, content{name, func(w io.Writer) error { return write(ctx, w, rows, o) }})
	}
	if err := replaceAll(ctx, o.force, files...); err != nil {
		return notExported(names[0], err)
	}
	bar.clear()
	said := survey.CleanLine(strings.Join(names, ", "), survey.MaxTextLength)
	if format.name == "codebook" {
		_, err := fmt.Fprintf(a.Out, "Wrote %s.\n", said)
		return err
	}
	_, err := fmt.Fprintf(a.Out, "Wrote %d responses to %s.\n", rows.N(), said)
	return err
}

// notExported says why a file could not be made.
func notExported(name string, err error) error {
	var of fileError
	if errors.As(err, &of) {
		name = of.file
	}
	said := survey.CleanLine(name, survey.MaxTextLength)
	var half halfError
	switch {
	case errors.Is(err, storage.ErrDamaged), errors.Is(err, context.Canceled):
		// That is about what was read, not about the file.
		return cmp.Or(of.err, err)
	case errors.As(err, &half):
		return inputError{fmt.Sprintf("%s was taken away, so that nobody reads it together with what does not belong to it, and then %s could not be replaced; look at the disk and export again.", survey.CleanLine(half.name, survey.MaxTextLength), said)}
	case errors.Is(err, fs.ErrExist):
		return inputError{said + " is there already and was not touched; name another file with -o, or write over it with --force."}
	}
	return notWritten(name, err)
}
