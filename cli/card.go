package cli

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/charmbracelet/x/term"
	"github.com/spf13/cobra"

	"anketa/report"
	"anketa/survey"
	"anketa/tui"
)

// cardFormats are the forms in which the card is written.
var cardFormats = []string{"text", "pdf"}

// cardOptions are the flags of the card.
type cardOptions struct{ survey, lang, format, output string }

// newCardCommand returns the command that writes the operator's card.
func newCardCommand(a *app) *cobra.Command {
	var o cardOptions
	cmd := &cobra.Command{
		Use:   "card",
		Short: "Write the card that lies beside the kiosk, on one sheet of A4",
		Args:  cobra.NoArgs,
		RunE:  a.run(func(context.Context, []string) error { return a.card(&o) }),
	}
	f := cmd.Flags()
	f.StringVar(&o.survey, "survey", "", "survey file (default: questions.yaml, or the one built in)")
	f.StringVar(&o.lang, "lang", "", "language: sr-Latn, sr-Cyrl or en (default: the first of the survey)")
	f.StringVar(&o.format, "format", "", "text or pdf (default: what the name after -o ends with, or text)")
	f.StringVarP(&o.output, "output", "o", standardOutput, "the file to write; - prints it")
	return cmd
}

// card writes the card of a survey.
func (a *app) card(o *cardOptions) error {
	format, err := o.chosenFormat()
	if err != nil {
		return err
	}
	lang, err := interfaceLang(o.lang, "card")
	if err != nil {
		return err
	}
	if format == "pdf" && o.output == standardOutput && a.printsOnTerminal() {
		return usageError{"A PDF cannot be read in a terminal; name a file with -o, for example: anketa card -o card.pdf"}
	}
	s, err := a.loadSurvey(o.survey)
	if err != nil {
		return err
	}
	if lang == "" {
		lang = s.Languages[0]
	}
	card, write := report.NewCard(s, lang, report.Screen{
		Promises: tui.Promises(s, lang), NewPerson: tui.NewPerson(lang), OutOfService: tui.OutOfService(lang),
	}), report.Card.Text
	if format == "pdf" {
		write = report.Card.PDF
	}
	var b bytes.Buffer
	if err := write(card, &b); err != nil {
		return err
	}
	if o.output == standardOutput {
		_, err := a.Out.Write(b.Bytes())
		return err
	}
	if err := create(o.output, b.Bytes()); err != nil {
		return notWritten(o.output, err)
	}
	_, err = fmt.Fprintf(a.Out, "Wrote %s.\n", survey.CleanLine(o.output, survey.MaxTextLength))
	return err
}

// chosenFormat returns the form of the card, by its flag or by the file's name.
func (o *cardOptions) chosenFormat() (string, error) {
	ending := strings.ToLower(filepath.Ext(o.output))
	switch {
	case o.format == "" && ending == ".pdf":
		return "pdf", nil
	case o.format == "" && (ending == ".txt" || o.output == standardOutput):
		return "text", nil
	case o.format == "":
		return "", noEnding(o.output, []string{".txt", ".pdf"})
	case !slices.Contains(cardFormats, o.format):
		return "", usageError{fmt.Sprintf("%q is not a format of the card; choose text or pdf.", survey.Clean(o.format, 40))}
	}
	return o.format, nil
}

// interfaceLang returns the language of a flag, or "" for the survey's own.
func interfaceLang(tag, what string) (survey.Lang, error) {
	if tag == "" {
		return "", nil
	}
	lang, err := survey.ParseLang(tag)
	if err != nil {
		return "", usageError{sentenceCase(err)}
	}
	if !slices.Contains(survey.Languages(), lang) {
		return "", usageError{fmt.Sprintf("There is no %s in %q; choose sr-Latn, sr-Cyrl or en.", what, survey.Clean(tag, 40))}
	}
	return lang, nil
}

// printsOnTerminal reports whether the standard output is read by a person.
func (a *app) printsOnTerminal() bool {
	out, ok := a.Out.(*os.File)
	return ok && term.IsTerminal(out.Fd())
}
