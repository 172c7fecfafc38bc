// Package exchange turns responses and results into files and back, one format
// a file.
//
// [ReadCSV] reads responses that were collected elsewhere; [WriteJSON] writes
// the results that a release allows. The package hides the formats; it decides
// nothing about what may be shown.
package exchange

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"anketa/survey"
)

// Group is the responses of one session in a file, in file order.
type Group struct {
	// Session is what the file calls the session.
	Session   string
	Responses []survey.Response
}

// RowErrors are all rows of a file that cannot be read, each with its line.
type RowErrors []string

// maxRowErrors bounds how many rows are named: a file of another kind has
// something wrong in each.
const maxRowErrors = 20

// Error implements error with one line for each row.
func (e RowErrors) Error() string { return strings.Join(e, "\n") }

// ReadCSV reads responses to a survey. The first row names the columns: the
// column "event" or "session" names the session of a row, every other column is
// the id of a question. Cells hold the values of points as the survey file has
// them, "na" for not applicable, texts as they are, or nothing. All rows must be
// right: otherwise the error is [RowErrors] and nothing is returned. Each
// response gets an id from newID.
func ReadCSV(r io.Reader, s *survey.Survey, newID func() survey.ID) ([]Group, error) {
	reader := csv.NewReader(skipBOM(r))
	reader.ReuseRecord = true
	header, err := reader.Read()
	if err != nil {
		return nil, csvError(err)
	}
	columns, err := readHeader(header, s)
	if err != nil {
		return nil, err
	}
	var (
		groups []Group
		bad    RowErrors
	)
	for {
		record, err := reader.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, csvError(err)
		}
		line, _ := reader.FieldPos(0)
		session, response, err := columns.row(record, s)
		if err != nil {
			bad = append(bad, fmt.Sprintf("line %d: %v", line, err))
			if len(bad) == maxRowErrors {
				break
			}
			continue
		}
		response.ID = newID()
		groups = put(groups, session, response)
	}
	if len(bad) > 0 {
		return nil, bad
	}
	if len(groups) == 0 {
		return nil, RowErrors{"line 1: the file has no rows with answers"}
	}
	return groups, nil
}

// columns says what the cells of a row mean.
type columns struct {
	// session is the column that names the session.
	session int
	// questions holds, for each column, the position of its question, or -1.
	questions []int
}

// readHeader reads the first row.
func readHeader(header []string, s *survey.Survey) (columns, error) {
	c := columns{session: -1, questions: make([]int, len(header))}
	var bad RowErrors
	for i, name := range header {
		name = survey.CleanLine(name, survey.MaxNameLength)
		c.questions[i] = -1
		at, known := s.Question(name)
		switch {
		case name == "event" || name == "session":
			if c.session >= 0 {
				bad = append(bad, "line 1: two columns name the session")
			}
			c.session = i
		case !known:
			bad = append(bad, fmt.Sprintf("line 1: the survey has no question “%s”", name))
		case slices.Contains(c.questions[:i], at):
			bad = append(bad, fmt.Sprintf("line 1: two columns are called “%s”", name))
		default:
			c.questions[i] = at
		}
	}
	if c.session < 0 {
		bad = append(bad, "line 1: a column “event” or “session” must name the session of each row")
	}
	if len(bad) > 0 {
		return columns{}, bad
	}
	return c, nil
}

// row reads one response.
func (c *columns) row(record []string, s *survey.Survey) (string, survey.Response, error) {
	response := survey.Response{Answers: make([]survey.Answer, len(s.Questions))}
	for i, at := range c.questions {
		if at < 0 {
			continue
		}
		answer, err := readAnswer(&s.Questions[at], record[i])
		if err != nil {
			return "", response, err
		}
		response.Answers[at] = answer
	}
	session := survey.CleanLine(record[c.session], survey.MaxNameLength)
	if session == "" {
		return "", response, errors.New("the session has no name")
	}
	return session, response, nil
}

// readAnswer reads one cell. An error names the column, never what stands in it.
func readAnswer(q *survey.Question, cell string) (survey.Answer, error) {
	if !q.Closed() {
		return survey.Answer{Text: survey.Clean(cell, q.MaxLength)}, nil
	}
	value := survey.CleanLine(cell, survey.MaxNameLength)
	if value == "" {
		return survey.Answer{}, nil
	}
	code, ok := q.CodeOf(value)
	if !ok {
		values := make([]string, len(q.Points))
		for i := range q.Points {
			values[i] = q.Points[i].Value
		}
		return survey.Answer{}, fmt.Errorf("column %s holds none of its values: %s", q.ID, strings.Join(values, ", "))
	}
	return survey.Answer{Code: code}, nil
}

// put adds a response to its session.
func put(groups []Group, session string, r survey.Response) []Group {
	for i := range groups {
		if groups[i].Session == session {
			groups[i].Responses = append(groups[i].Responses, r)
			return groups
		}
	}
	return append(groups, Group{Session: session, Responses: []survey.Response{r}})
}

// skipBOM drops the byte order mark that spreadsheets write.
func skipBOM(r io.Reader) io.Reader {
	b := bufio.NewReader(r)
	if head, err := b.Peek(3); err == nil && bytes.Equal(head, []byte("\uFEFF")) {
		_, _ = b.Discard(3)
	}
	return b
}

// csvError says where a file stops being CSV.
func csvError(err error) error {
	var parse *csv.ParseError
	switch {
	case errors.As(err, &parse):
		return RowErrors{fmt.Sprintf("line %d: %v", parse.Line, parse.Err)}
	case errors.Is(err, io.EOF):
		return RowErrors{"line 1: the file is empty"}
	}
	return fmt.Errorf("read responses: %w", err)
}
