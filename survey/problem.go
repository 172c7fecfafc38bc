package survey

import (
	"fmt"
	"slices"
	"strings"
)

// Problem is one mistake in a survey file.
type Problem struct {
	// Line and Column point into the file, from 1.
	Line, Column int
	// Message says what is wrong and what to do, in one sentence.
	Message string
}

// String returns the problem as LINE:COL: error: text.
func (p Problem) String() string {
	return fmt.Sprintf("%d:%d: error: %s", p.Line, p.Column, p.Message)
}

// Problems are all mistakes of a survey file at once, in file order.
type Problems []Problem

// Error implements error with one line per problem.
func (ps Problems) Error() string {
	lines := make([]string, len(ps))
	for i, p := range ps {
		lines[i] = p.String()
	}
	return strings.Join(lines, "\n")
}

// sort orders the problems as they stand in the file.
func (ps Problems) sort() {
	slices.SortStableFunc(ps, func(a, b Problem) int {
		if a.Line != b.Line {
			return a.Line - b.Line
		}
		return a.Column - b.Column
	})
}
