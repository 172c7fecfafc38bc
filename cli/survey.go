package cli

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"

	"anketa/survey"
)

// defaultSurvey is the survey file that is looked for when none is named.
const defaultSurvey = "questions.yaml"

// surveyError says that a survey file has mistakes. It keeps the file, so that
// the places can be shown.
type surveyError struct {
	file     string
	data     []byte
	findings survey.Findings
}

// Error implements error.
func (e surveyError) Error() string { return e.findings.Error() }

// loadSurvey reads the named survey file; without a name, questions.yaml of the
// working directory, and where there is none, the one inside the program.
func (a *app) loadSurvey(name string) (*survey.Survey, error) {
	name, data, err := a.readSurvey(name)
	if err != nil {
		return nil, err
	}
	s, findings := survey.Check(data)
	if s == nil {
		return nil, surveyError{name, data, findings.Of(survey.SeverityError)}
	}
	return s, nil
}

// readSurvey reads a survey file as far as a survey may be long, and returns the
// name under which findings mention it.
func (a *app) readSurvey(name string) (string, []byte, error) {
	r, name, err := a.openSurvey(name)
	if err != nil {
		return name, nil, err
	}
	data, err := io.ReadAll(io.LimitReader(r, survey.MaxFileSize+1))
	said := survey.CleanLine(name, survey.MaxTextLength)
	if bytes.HasPrefix(data, []byte(workbookMark)) {
		err = errors.Join(err, inputError{fmt.Sprintf("%[1]s is a workbook, not a survey file; make one of it with: anketa xlsform import %[1]s", said)})
	}
	return said, data, about(name, errors.Join(err, r.Close()))
}

// workbookMark begins every workbook, because it is a zip file.
const workbookMark = "PK\x03\x04"

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
