package cli

import (
	"bytes"
	"context"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"anketa/report"
	"anketa/results"
	"anketa/storage"
	"anketa/survey"
)

// reportOptions are the flags of the report.
type reportOptions struct {
	db, survey, lang, format, output string
	sessions                         scope
	force, example                   bool
}

// newReportCommand returns the command that writes the report.
func newReportCommand(a *app) *cobra.Command {
	var o reportOptions
	cmd := &cobra.Command{
		Use:   "report",
		Short: "Write what is handed over: the infographic, or the whole report as HTML",
		Args:  cobra.NoArgs,
		RunE:  a.run(func(ctx context.Context, _ []string) error { return a.writeReport(ctx, &o) }),
	}
	dbFlag(cmd, &o.db)
	o.sessions.flags(cmd)
	f := cmd.Flags()
	f.StringVar(&o.survey, "survey", "", "survey file whose texts the report takes (default: those that the sessions were started with)")
	f.StringVar(&o.lang, "lang", "", "language: sr-Latn, sr-Cyrl or en (default: the first of the survey)")
	f.StringVar(&o.format, "format", "", "pdf, svg, png or html (default: what the name after -o ends with)")
	f.StringVarP(&o.output, "output", "o", "", "the file to write; - prints it")
	f.BoolVar(&o.force, "force", false, "write over a file that is there")
	f.BoolVar(&o.example, "example", false, "report of the 72 example responses; needs no database")
	cmd.MarkFlagsMutuallyExclusive("example", "db")
	return cmd
}

// reportWriters write a report, by format.
func reportWriters() map[string]func(*report.Report, *bytes.Buffer) error {
	return map[string]func(*report.Report, *bytes.Buffer) error{
		"pdf":  func(r *report.Report, b *bytes.Buffer) error { return r.PDF(b) },
		"svg":  func(r *report.Report, b *bytes.Buffer) error { return r.SVG(b) },
		"html": func(r *report.Report, b *bytes.Buffer) error { return r.HTML(b) },
		"png":  func(r *report.Report, b *bytes.Buffer) error { return r.PNG(b) },
	}
}

// writeReport writes the report of the chosen sessions.
func (a *app) writeReport(ctx context.Context, o *reportOptions) error {
	write, err := o.writer(a)
	if err != nil {
		return err
	}
	lang, err := interfaceLang(o.lang, "report")
	if err != nil {
		return err
	}
	in, err := a.reportInput(ctx, o, lang)
	if err != nil {
		return err
	}
	var b bytes.Buffer
	if err := write(report.New(in), &b); err != nil {
		return err
	}
	if o.output == standardOutput {
		_, err := a.Out.Write(b.Bytes())
		return err
	}
	if err := replaceAll(ctx, o.force, bytesOf(o.output, b.Bytes())); err != nil {
		return notExported(o.output, err)
	}
	_, err = fmt.Fprintf(a.Out, "Wrote %s.\n", survey.CleanLine(o.output, survey.MaxTextLength))
	return err
}

// writer returns what writes the chosen format.
func (o *reportOptions) writer(a *app) (func(*report.Report, *bytes.Buffer) error, error) {
	if o.output == "" {
		return nil, usageError{"Name the file to write with -o, for example: anketa report -o report.pdf"}
	}
	if o.output == standardOutput && a.printsOnTerminal() {
		return nil, usageError{"A report cannot be read in a terminal; name a file with -o, for example: anketa report -o report.pdf"}
	}
	format := o.format
	if format == "" {
		format = strings.TrimPrefix(strings.ToLower(filepath.Ext(o.output)), ".")
	}
	if format == "htm" {
		format = "html"
	}
	if o.format == "" && reportWriters()[format] == nil {
		if o.output != standardOutput {
			return nil, noEnding(o.output, []string{".pdf", ".svg", ".png", ".html"})
		}
		format = "pdf"
	}
	write := reportWriters()[format]
	if write == nil {
		return nil, usageError{fmt.Sprintf("%q is not a format of the report; choose pdf, svg, png or html.", survey.Clean(o.format, 40))}
	}
	return write, nil
}

// reportInput reads what may be shown, and the texts of the report.
func (a *app) reportInput(ctx context.Context, o *reportOptions, lang survey.Lang) (report.Input, error) {
	in := report.Input{Example: o.example, Lang: lang}
	var r results.Release
	var err error
	if o.example {
		r, err = a.exampleRelease(ctx, lang)
	} else {
		err = withDB(o.db, storage.Options{ReadOnly: true}, func(db *storage.DB) error {
			chosen, err := o.sessions.choose(ctx, db)
			if err != nil {
				return err
			}
			if r, err = release(ctx, db, chosen); err != nil {
				return err
			}
			return r.ReadTexts(ctx, db)
		})
	}
	if err != nil {
		return in, err
	}
	in.Release = &r
	if lang == "" {
		in.Lang = r.Survey.Languages[0]
	}
	if o.survey != "" {
		s, err := a.loadSurvey(o.survey)
		if err != nil {
			return in, err
		}
		if s.ID != r.Survey.ID {
			return in, usageError{fmt.Sprintf("The survey file is of %q, and the sessions asked %q; name the file that belongs to them.", s.ID, r.Survey.ID)}
		}
		r.Survey = r.Survey.WithReport(s)
	}
	in.Logos, err = a.logos(r.Survey, o.survey)
	return in, err
}
