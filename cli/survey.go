package cli

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"

	"github.com/spf13/cobra"

	"anketa/survey"
)

// defaultSurvey is the survey file that is looked for when none is named.
const defaultSurvey = "questions.yaml"

// loadSurvey reads the named survey file; without a name, questions.yaml of the
// working directory, and where there is none, the one inside the program.
func (a *app) loadSurvey(name string) (*survey.Survey, error) {
	r, name, err := a.openSurvey(name)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	s, err := survey.Load(r)
	return s, about(name, err)
}

// openSurvey finds the survey file and returns the name under which errors mention it.
func (a *app) openSurvey(name string) (io.ReadCloser, string, error) {
	named := name != ""
	if !named {
		name = defaultSurvey
	}
	f, err := os.Open(name)
	if errors.Is(err, fs.ErrNotExist) && !named {
		return io.NopCloser(bytes.NewReader(a.files.Survey)), "questions.yaml (built in)", nil
	}
	if err != nil {
		return nil, name, about(name, err)
	}
	if info, err := f.Stat(); err == nil && info.IsDir() {
		return nil, name, errors.Join(usageError{fmt.Sprintf("%s is a folder; name a survey file.", survey.CleanLine(name, survey.MaxTextLength))}, f.Close())
	}
	return f, name, nil
}

// newCheckCommand returns the command that looks for mistakes in a survey file.
func newCheckCommand(a *app) *cobra.Command {
	return &cobra.Command{
		Use:   "check [FILE]",
		Short: "Look for mistakes in a survey file",
		Args:  cobra.MaximumNArgs(1),
		RunE: a.run(func(_ context.Context, args []string) error {
			name := ""
			if len(args) > 0 {
				name = args[0]
			}
			s, err := a.loadSurvey(name)
			if err != nil {
				return err
			}
			_, err = fmt.Fprintf(a.Out, "No mistakes. Questions: %d. Languages: %d.\n", len(s.Questions), len(s.Languages))
			return err
		}),
	}
}
