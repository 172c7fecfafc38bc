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
// column "event" or "session" names the session of a row, the others are those
// of [survey.Question.Columns]. Cells hold the values of points as the survey
// file has them, several of a multi question with spaces, ";" or "|" between
// them, whole numbers, "na" for not applicable, texts as they are, or nothing.
// What belongs to a question whose condition does not hold must be empty. All
// rows must be right: otherwise the error is [RowErrors] and nothing is
// returned. Each response gets an id from newID.
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
