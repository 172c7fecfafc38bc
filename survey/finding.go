package survey

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// Severity says how bad a [Finding] is.
type Severity string

const (
	// SeverityError marks what keeps a survey file from being used.
	SeverityError Severity = "error"
	// SeverityWarning marks what works, but spoils results or leaves people behind.
	SeverityWarning Severity = "warning"
)

// Finding is something in a survey file that is wrong or unwise.
type Finding struct {
	Severity Severity `json:"severity"`
	// Rule names the kind of finding, such as "duplicate-id".
	Rule string `json:"rule"`
	// Line and Column point into the file, from 1; Width is how many characters
	// from there are meant, at least 1.
	Line   int `json:"line"`
	Column int `json:"column"`
	Width  int `json:"width"`
	// Message says what is wrong, without a full stop at its end.
	Message string `json:"message"`
	// Repair says what to do, in the same way.
	Repair string `json:"repair"`
}

// String returns the finding as LINE:COL: severity: text.
func (f Finding) String() string {
	return fmt.Sprintf("%d:%d: %s: %s; %s", f.Line, f.Column, f.Severity, f.Message, f.Repair)
}

// Findings are all findings in a survey file at once, in file order.
type Findings []Finding

// Error implements error with one line per finding.
func (fs Findings) Error() string {
	lines := make([]string, len(fs))
	for i, f := range fs {
		lines[i] = f.String()
	}
	return strings.Join(lines, "\n")
}

// Of returns the findings of one severity.
func (fs Findings) Of(severity Severity) Findings {
	return slices.DeleteFunc(slices.Clone(fs), func(f Finding) bool { return f.Severity != severity })
}

// sort orders the findings as they stand in the file, and keeps one of those
// that say the same of the same place.
func (fs Findings) sort() Findings {
	slices.SortStableFunc(fs, func(a, b Finding) int {
		return cmp.Or(a.Line-b.Line, a.Column-b.Column)
	})
	return slices.Compact(fs)
}

// Rules returns the names of all kinds of finding: first those of what keeps a
// file from being read or used, then those of [Lint].
func Rules() []string {
	return []string{
		// The file as such.
		"too-large", "encoding", "syntax", "alias", "tag", "more",
		// Keys and values.
		"shape", "missing-key", "unknown-key", "duplicate-key", "wrong-kind", "empty-value", "unknown-value",
		"list-length", "name", "number", "time",
		// What people read.
		"language", "empty-text", "long-text", "mixed-script", "missing-language",
		// What belongs together.
		"duplicate-id", "duplicate-column", "duplicate-value", "reserved-value", "unknown-scale", "scale-values",
		"too-many", "no-question", "headline", "placeholder", "report", "bounds", "condition", "matrix", "breakdown",
		// What spoils results.
		"unbalanced-scale", "long-scale", "wide-label", "double-barrelled", "leading",
		"long-survey", "singling-out", "changed-meaning",
	}
}
