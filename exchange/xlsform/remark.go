package xlsform

import (
	"fmt"
	"strings"
)

// Remark is something that is said about a form, where it stands. The text is one
// sentence without its end.
type Remark struct {
	// Sheet and Row are as the spreadsheet shows them; 0 and "" say that the whole
	// sheet, or the whole form, is meant.
	Sheet string
	Row   int
	Text  string
}

// String returns the remark with its place in front.
func (r Remark) String() string {
	switch {
	case r.Sheet == "":
		return r.Text
	case r.Row == 0:
		return fmt.Sprintf("sheet %s: %s", r.Sheet, r.Text)
	}
	return fmt.Sprintf("sheet %s, row %d: %s", r.Sheet, r.Row, r.Text)
}

// Problems are all rows of a form that cannot be taken over.
type Problems []Remark

// maxProblems bounds how many rows are named: a file of another kind has something
// wrong in each.
const maxProblems = 50

// Error implements error with one line for each row.
func (p Problems) Error() string {
	lines := make([]string, 0, min(len(p), maxProblems)+1)
	for _, r := range p[:min(len(p), maxProblems)] {
		lines = append(lines, r.String())
	}
	if more := len(p) - maxProblems; more > 0 {
		lines = append(lines, fmt.Sprintf("%d more rows cannot be taken over and are not listed", more))
	}
	return strings.Join(lines, "\n")
}
