package exchange

import (
	"fmt"
	"slices"
	"strings"
)

// RowError is a row of a file that cannot be read.
type RowError struct {
	// Line is where the row begins.
	Line int
	// Reason says what is wrong with it; it repeats nothing that stands in a cell.
	Reason string
}

// RowErrors are all rows of a file that cannot be read.
type RowErrors []RowError

const (
	// singleRows is how many rows have a line each in a message; more are put together
	// by their reasons, because a file of another kind has something wrong in each.
	singleRows = 20
	// namedSpans is how many lines, or spans of lines, a short message names for each
	// reason.
	namedSpans = 12
)

// Error implements error. Up to twenty rows have a line each; more are put together by
// their reasons, and not every one is named then.
func (e RowErrors) Error() string { return e.message(namedSpans) }

// Whole is [RowErrors.Error] that names every row, however many there are.
func (e RowErrors) Whole() string { return e.message(len(e)) }

// message names rows with their reasons, each reason with so many spans of lines.
func (e RowErrors) message(spans int) string {
	var said []string
	if len(e) <= singleRows {
		for _, row := range e {
			said = append(said, fmt.Sprintf("line %d: %s", row.Line, row.Reason))
		}
		return strings.Join(said, "\n")
	}
	var reasons []string
	lines := map[string][]int{}
	for _, row := range e {
		if len(lines[row.Reason]) == 0 {
			reasons = append(reasons, row.Reason)
		}
		lines[row.Reason] = append(lines[row.Reason], row.Line)
	}
	for _, reason := range reasons {
		said = append(said, spansOf(lines[reason], spans)+": "+reason)
	}
	return strings.Join(said, "\n")
}

// spansOf names lines, those that follow each other by the first and the last: "lines 2,
// 4–9 and 12 more".
func spansOf(lines []int, most int) string {
	var said []string
	at := 0
	for ; at < len(lines) && len(said) < most; at++ {
		first := lines[at]
		for at+1 < len(lines) && lines[at+1] == lines[at]+1 {
			at++
		}
		if span := fmt.Sprint(first); lines[at] == first {
			said = append(said, span)
		} else {
			said = append(said, fmt.Sprintf("%s–%d", span, lines[at]))
		}
	}
	switch rest := len(lines) - at; {
	case rest > 0:
		return fmt.Sprintf("lines %s and %d more", strings.Join(said, ", "), rest)
	case len(lines) == 1:
		return "line " + said[0]
	}
	return "lines " + strings.Join(said, ", ")
}

// inHeader returns what is wrong with the first row.
func inHeader(reason string) RowError { return RowError{1, reason} }

// theseNames puts names into quotation marks; of many it says how many more there are.
func theseNames(names []string) string {
	const most = 5
	more := ""
	if len(names) > most {
		names, more = names[:most], fmt.Sprintf(" and %d more", len(names)-most)
	}
	quoted := slices.Clone(names)
	for i := range quoted {
		quoted[i] = "“" + quoted[i] + "”"
	}
	return strings.Join(quoted, ", ") + more
}
