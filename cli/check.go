package cli

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"anketa/cli/excerpt"
	"anketa/storage"
	"anketa/survey"
	"anketa/tui/likert"
)

// smallest is the width of the place for answers on the smallest terminal that
// the lint has in mind: 80 columns, less the margins.
const smallest = 76

// checkOptions are the flags of the check.
type checkOptions struct {
	format, db string
	attended   int
}

// newCheckCommand returns the command that looks for mistakes in a survey file.
func newCheckCommand(a *app) *cobra.Command {
	var o checkOptions
	cmd := &cobra.Command{
		Use:   "check [FILE]",
		Short: "Look for mistakes in a survey file, and for what spoils results",
		Args:  arguments(0, 1, "Name one survey file, for example: anketa check questions.yaml"),
		RunE: a.run(func(ctx context.Context, args []string) error {
			return a.check(ctx, strings.Join(args, ""), &o)
		}),
	}
	f := cmd.Flags()
	f.StringVar(&o.format, "format", "text", "text or json")
	f.StringVar(&o.db, "db", "", "database whose surveys the file must not contradict")
	f.IntVar(&o.attended, "attended", survey.DefaultAttended, "number of people expected")
	return cmd
}

// check prints what is found in a survey file.
func (a *app) check(ctx context.Context, name string, o *checkOptions) error {
	switch {
	case o.format != "text" && o.format != "json":
		return usageError{"The findings come with --format text or --format json."}
	case o.attended < 1 || o.attended > survey.MaxAttended:
		return usageError{fmt.Sprintf("With --attended name the number of people expected, from 1 to %d.", survey.MaxAttended)}
	}
	name, data, err := a.readSurvey(name)
	if err != nil {
		return err
	}
	earlier, err := earlierSurveys(ctx, o.db)
	if err != nil {
		return err
	}
	s, findings := survey.Lint(data, survey.LintOptions{Attended: o.attended, Earlier: earlier, Fits: fitsRow})
	write := a.writeFindings
	if o.format == "json" {
		write = a.writeFindingsJSON
	}
	if err := write(name, data, s, findings); err != nil {
		return err
	}
	if s == nil {
		return inputError{hasMistakes}
	}
	return nil
}

// fitsRow reports whether the points of a question stand side by side at 80 columns.
func fitsRow(q *survey.Question, lang survey.Lang) bool { return likert.Fits(q, lang, smallest) }

// earlierSurveys reads the surveys of a database; without one there are none.
func earlierSurveys(ctx context.Context, name string) (surveys []survey.Earlier, err error) {
	if name == "" {
		return nil, nil
	}
	err = withDB(name, storage.Options{ReadOnly: true}, func(db *storage.DB) error {
		surveys, err = db.Surveys(ctx)
		return err
	})
	return surveys, err
}

// writeFindings prints findings for people: excerpts and a line that sums up.
func (a *app) writeFindings(name string, data []byte, s *survey.Survey, findings survey.Findings) error {
	_, err := fmt.Fprint(a.Out, excerpt.Of(name, data, findings), summary(s, findings), "\n")
	return err
}

// summary counts the findings and, when the survey can be used, what is in it.
func summary(s *survey.Survey, findings survey.Findings) string {
	var counts []string
	for _, severity := range []survey.Severity{survey.SeverityError, survey.SeverityWarning} {
		switch n := len(findings.Of(severity)); n {
		case 0:
		case 1:
			counts = append(counts, "1 "+string(severity))
		default:
			counts = append(counts, fmt.Sprintf("%d %ss", n, severity))
		}
	}
	said := strings.Join(counts, ", ") + "."
	if len(counts) == 0 {
		said = "No mistakes."
	}
	if s == nil {
		return said
	}
	questions := 0
	for i := range s.Questions {
		if s.Questions[i].Asks() {
			questions++
		}
	}
	return fmt.Sprintf("%s Questions: %d. Languages: %d. About %d seconds a person.", said, questions, len(s.Languages), s.Seconds())
}

// checked is what `anketa check --format json` prints, for editors and scripts:
//
//	{"file": "questions.yaml", "errors": 1, "warnings": 0, "seconds": null,
//	 "findings": [{"severity": "error", "rule": "unknown-key", "line": 12, "column": 5, "width": 5,
//	   "message": "the key \"lable\" is not known here", "repair": "write \"label\""}]}
//
// Lines and columns count from 1, columns and widths in characters (Unicode code
// points). Rules are those of [survey.Rules].
type checked struct {
	File     string `json:"file"`
	Errors   int    `json:"errors"`
	Warnings int    `json:"warnings"`
	// Seconds is how long one person needs, or null when the survey cannot be used.
	Seconds  *int             `json:"seconds"`
	Findings []survey.Finding `json:"findings"`
}

// writeFindingsJSON prints findings for programs; see checked.
func (a *app) writeFindingsJSON(name string, _ []byte, s *survey.Survey, findings survey.Findings) error {
	c := checked{
		File:   name,
		Errors: len(findings.Of(survey.SeverityError)), Warnings: len(findings.Of(survey.SeverityWarning)),
		Findings: append([]survey.Finding{}, findings...),
	}
	if s != nil {
		seconds := s.Seconds()
		c.Seconds = &seconds
	}
	e := json.NewEncoder(a.Out)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(c)
}
