// Package exchange turns responses and results into files and back, one format
// a file.
//
// [ReadCSV] reads responses that were collected elsewhere; [WriteJSON] writes
// the results that a release allows, [Rows] the single responses that it allows. The package hides the formats; it decides
// nothing about what may be shown.
package exchange

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"math"
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
// file has them or their labels, several of a multi question with spaces, ";" or "|"
// between them, whole numbers, "na" for not applicable, texts as they are, or nothing.
// Commas or semicolons stand between cells. What belongs to a question whose condition
// does not hold must be empty. All rows must be right: otherwise the error is
// [RowErrors] and nothing is returned. Each response gets an id from newID.
//
// It reads what [Rows.WriteCSV] writes: ids of rows and the columns of single options
// are passed over, and so is the apostrophe before what looks like a formula. It reads
// what KoboToolbox writes, too, beside a column that names the session: names of groups
// before those of questions, and columns about who answered, when and on what, are
// passed over.
func ReadCSV(r io.Reader, s *survey.Survey, newID func() survey.ID) ([]Group, error) {
	groups, bad, err := readCSV(r, s, newID, maxRowErrors)
	switch {
	case err != nil:
		return nil, err
	case len(bad) > 0:
		return nil, bad
	}
	return groups, nil
}

// ReadGoodCSV is [ReadCSV] that leaves out the rows that cannot be read, and says
// which. A file that is not CSV, or whose columns are wrong, is an error all the same.
func ReadGoodCSV(r io.Reader, s *survey.Survey, newID func() survey.ID) ([]Group, RowErrors, error) {
	groups, bad, err := readCSV(r, s, newID, math.MaxInt)
	if err == nil && len(groups) == 0 {
		err = bad
	}
	return groups, bad, err
}

// readCSV reads responses until there are too many rows that cannot be read.
func readCSV(r io.Reader, s *survey.Survey, newID func() survey.ID, tooMany int) (groups []Group, bad RowErrors, err error) {
	buffered := skipBOM(r)
	reader := csv.NewReader(buffered)
	reader.Comma, reader.ReuseRecord = commaOf(buffered), true
	header, err := reader.Read()
	if err != nil {
		return nil, nil, csvError(err)
	}
	columns, err := readHeader(header, s)
	if err != nil {
		return nil, nil, err
	}
	for {
		record, err := reader.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, nil, csvError(err)
		}
		line, _ := reader.FieldPos(0)
		session, response, err := columns.row(record, s)
		if err != nil {
			bad = append(bad, fmt.Sprintf("line %d: %v", line, err))
			if len(bad) == tooMany {
				break
			}
			continue
		}
		response.ID = newID()
		groups = put(groups, session, response)
	}
	if len(groups) == 0 && len(bad) == 0 {
		bad = RowErrors{"line 1: the file has no rows with answers"}
	}
	return groups, bad, nil
}

// commaOf returns what stands between the cells of a file: a semicolon when its first
// line has one and no comma. No name of a column has either.
func commaOf(b *bufio.Reader) rune {
	head, _ := b.Peek(b.Size())
	first, _, _ := bytes.Cut(head, []byte("\n"))
	if bytes.ContainsRune(first, ';') && !bytes.ContainsRune(first, ',') {
		return ';'
	}
	return ','
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
func skipBOM(r io.Reader) *bufio.Reader {
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
