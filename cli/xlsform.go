package cli

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"anketa/exchange/xlsform"
	"anketa/survey"
)

// newXLSFormCommand returns the commands about forms of KoboToolbox and ODK.
func newXLSFormCommand(a *app) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "xlsform",
		Short: "Take survey files from KoboToolbox and ODK, or give them there (XLSForm)",
		Args:  cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return cmd.Help()
		},
	}
	cmd.AddCommand(newFormImportCommand(a), newFormExportCommand(a))
	return cmd
}

// formOptions are the flags of both commands.
type formOptions struct {
	output, lang   string
	skipBad, force bool
}

// newFormImportCommand returns the command that makes a survey file of a form.
func newFormImportCommand(a *app) *cobra.Command {
	var o formOptions
	cmd := &cobra.Command{
		Use:   "import FORM.xlsx",
		Short: "Make a survey file of an XLSForm",
		Args:  arguments(1, 1, "Name the one form to read, for example: anketa xlsform import form.xlsx"),
		RunE:  a.run(func(_ context.Context, args []string) error { return a.importForm(args[0], &o) }),
	}
	f := cmd.Flags()
	f.StringVarP(&o.output, "output", "o", "", "the survey file to write (default: the name of the form with .yaml); - prints it")
	f.StringVar(&o.lang, "lang", "", "language of texts whose columns name none, such as sr-Latn, sr-Cyrl or en")
	f.BoolVar(&o.skipBad, "skip-bad", false, "leave out the rows that cannot be taken over, and name them")
	f.BoolVar(&o.force, "force", false, "write over a file that is there")
	return cmd
}

// newFormExportCommand returns the command that writes a survey as a form.
func newFormExportCommand(a *app) *cobra.Command {
	var o formOptions
	cmd := &cobra.Command{
		Use:   "export [FILE]",
		Short: "Write a survey file as an XLSForm",
		Args:  arguments(0, 1, "Name one survey file, for example: anketa xlsform export questions.yaml -o questions.xlsx"),
		RunE:  a.run(func(_ context.Context, args []string) error { return a.exportForm(strings.Join(args, ""), &o) }),
	}
	f := cmd.Flags()
	f.StringVarP(&o.output, "output", "o", "", "the form to write; - prints it")
	f.BoolVar(&o.force, "force", false, "write over a file that is there")
	return cmd
}

// importForm writes the survey file, and says what is not as it was in the form.
func (a *app) importForm(name string, o *formOptions) error {
	opts := xlsform.Options{Name: strings.TrimSuffix(filepath.Base(name), filepath.Ext(name)), SkipBad: o.skipBad}
	if o.lang != "" {
		lang, err := survey.ParseLang(o.lang)
		if err != nil {
			return usageError{sentenceCase(err)}
		}
		opts.Lang = lang
	}
	if o.output == "" {
		o.output = opts.Name + ".yaml"
	}
	data, err := readForm(name)
	if err != nil {
		return err
	}
	form, err := xlsform.Read(data, opts)
	if err != nil {
		return notTaken(name, err)
	}
	if err := a.free(o); err != nil {
		return err
	}
	if err := a.sayTaken(name, form); err != nil {
		return err
	}
	if o.output == standardOutput {
		_, err := a.Out.Write(form.File)
		return err
	}
	if err := replace(o.output, form.File, o.force); err != nil {
		return notExported(o.output, err)
	}
	said := survey.CleanLine(o.output, survey.MaxTextLength)
	_, err = fmt.Fprintf(a.Out, "Wrote %[1]s. Look at it with: anketa check %[1]s; start with: anketa --survey %[1]s\n", said)
	return err
}

// sayTaken names what was left out, and what is not as it was in the form.
func (a *app) sayTaken(name string, form *xlsform.Form) error {
	prefix := survey.CleanLine(name, survey.MaxTextLength) + ": "
	for _, n := range form.Notes {
		if _, err := fmt.Fprintf(a.Err, "%s%s.\n", prefix, n); err != nil {
			return err
		}
	}
	if len(form.Left) == 0 {
		return nil
	}
	_, err := fmt.Fprintf(a.Err, "%s\nRows left out: %d; the others are taken over.\n", prefixLines(prefix, xlsform.Problems(form.Left).Error()), len(form.Left))
	return err
}

// readForm reads a form as far as one may be long.
func readForm(name string) ([]byte, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, about(name, err)
	}
	if info, err := f.Stat(); err == nil && info.IsDir() {
		return nil, errors.Join(usageError{fmt.Sprintf("%s is a folder; name a form in it.", survey.CleanLine(name, survey.MaxTextLength))}, f.Close())
	}
	data, err := io.ReadAll(io.LimitReader(f, xlsform.MaxFileSize+1))
	return data, about(name, errors.Join(err, f.Close()))
}

// notTaken says why a form could not be read, and what to do.
func notTaken(name string, err error) error {
	said := survey.CleanLine(name, survey.MaxTextLength)
	var problems xlsform.Problems
	switch {
	case errors.As(err, &problems):
		return inputError{prefixLines(said+": ", problems.Error()) + "\nNothing was written; change these rows and try again, or leave them out with --skip-bad."}
	case errors.Is(err, xlsform.ErrOldFormat):
		return inputError{said + " is in the older format .xls, or has a password; save it as .xlsx without one and try again."}
	case errors.Is(err, xlsform.ErrTooLarge):
		return inputError{said + " is larger than any form; leave out its pictures and other sheets and try again."}
	case errors.Is(err, xlsform.ErrNoWorkbook):
		return inputError{said + " is not a workbook that can be read; save the form as .xlsx and try again."}
	}
	return about(name, err)
}

// free reports why the file may not be written, before anything is said of it.
func (a *app) free(o *formOptions) error {
	if o.output == standardOutput {
		return nil
	}
	if err := replaceable(o.output, o.force); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return notExported(o.output, err)
	}
	return nil
}

// exportForm writes the form.
func (a *app) exportForm(name string, o *formOptions) error {
	switch {
	case o.output == "":
		return usageError{"Name the form to write with -o, for example: anketa xlsform export questions.yaml -o questions.xlsx"}
	case o.output == standardOutput && a.printsOnTerminal():
		return usageError{"A workbook cannot be read in a terminal; name a file with -o, for example: anketa xlsform export -o questions.xlsx"}
	}
	if err := a.free(o); err != nil {
		return err
	}
	s, err := a.loadSurvey(name)
	if err != nil {
		return err
	}
	var b bytes.Buffer
	if err := xlsform.Write(&b, s); err != nil {
		return err
	}
	if o.output == standardOutput {
		_, err := a.Out.Write(b.Bytes())
		return err
	}
	if err := replace(o.output, b.Bytes(), o.force); err != nil {
		return notExported(o.output, err)
	}
	_, err = fmt.Fprintf(a.Out, "Wrote %s with %s.\n", survey.CleanLine(o.output, survey.MaxTextLength), counted(len(s.Questions), "question"))
	return err
}
