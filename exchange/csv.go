// Package exchange turns responses and results into files and back, one format
// a file.
//
// [ReadCSV] reads responses that were collected elsewhere; [WriteJSON] writes
// the results that a release allows, [Rows] the single responses that it allows. The package hides the formats; it decides
// nothing about what may be shown.
package exchange

import (
	"errors"
	"io"

	"anketa/survey"
)

// Group is the responses of one session in a file, in file order.
type Group struct {
	// Session is what the file calls the session.
	Session   string
	Responses []survey.Response
}

// ReadCSV reads responses to a survey. The first row names the columns: the
// column "event" or "session" names the session of a row, the others are those
// of [survey.Question.Columns]. Cells hold the values of points as the survey
// file has them or their labels, several of a multi question with spaces, ";" or "|"
// between them, whole numbers, "na" for not applicable, texts as they are, or nothing.
// Names of columns and values may be written in small or capital letters. Commas,
// semicolons or tabs stand between cells. What belongs to a question whose condition
// does not hold must be empty. All rows must be right: otherwise the error is
// [RowErrors] and nothing is returned; of a file that is none of this kind it is
// [NotCSVError]. Each response gets an id from newID.
//
// It reads what [Rows.WriteCSV] writes: ids of rows and the columns of single options
// are passed over, and so is the apostrophe before what looks like a formula. It reads
// what KoboToolbox writes, too, beside a column that names the session: names of groups
// before those of questions, and columns about who answered, when and on what, are
// passed over.
func ReadCSV(r io.Reader, s *survey.Survey, newID func() survey.ID) ([]Group, error) {
	groups, bad, err := readCSV(r, s, newID)
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
	groups, bad, err := readCSV(r, s, newID)
	if err == nil && len(groups) == 0 {
		err = bad
	}
	return groups, bad, err
}

// readCSV reads the rows that can be read, and says which cannot. When the file stops
// being CSV, the error names these and the ones before.
func readCSV(r io.Reader, s *survey.Survey, newID func() survey.ID) (groups []Group, bad RowErrors, err error) {
	reader, err := openCSV(r)
	if err != nil {
		return nil, nil, err
	}
	header, _, err := nextRow(reader)
	if err != nil {
		return nil, nil, csvError(err)
	}
	columns, err := readHeader(header, s)
	if err != nil {
		return nil, nil, err
	}
	for {
		record, line, err := nextRow(reader)
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, nil, behind(bad, csvError(err))
		}
		session, response, err := columns.row(record, s)
		if err != nil {
			bad = append(bad, RowError{line, err.Error()})
			continue
		}
		response.ID = newID()
		groups = put(groups, session, response)
	}
	if len(groups) == 0 && len(bad) == 0 {
		bad = RowErrors{inHeader("the file has no rows with answers")}
	}
	return groups, bad, nil
}

// behind returns an error with the rows that were wrong before it, when it is one of a row.
func behind(bad RowErrors, err error) error {
	var rows RowErrors
	if errors.As(err, &rows) {
		return append(bad, rows...)
	}
	return err
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
