package survey

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/agnivade/levenshtein"
	"go.yaml.in/yaml/v4"
)

// maxFindings bounds how many errors, and how many warnings, are listed: a file
// with thousands of mistakes has one cause, and nobody reads the rest.
const maxFindings = 100

// report notes a mistake at a node, and how to repair it.
func (l *loader) report(n *yaml.Node, rule, message, repair string) {
	l.add(findingAt(SeverityError, n, rule, message, repair))
}

// warn notes something unwise at a node, and how to repair it.
func (l *loader) warn(n *yaml.Node, rule, message, repair string) {
	l.add(findingAt(SeverityWarning, n, rule, message, repair))
}

// findingAt returns a finding at a node.
func findingAt(severity Severity, n *yaml.Node, rule, message, repair string) Finding {
	return Finding{
		Severity: severity, Rule: rule, Line: max(n.Line, 1), Column: max(n.Column, 1), Width: widthOf(n),
		Message: message, Repair: repair,
	}
}

// add keeps a finding as long as there are not too many, and counts it.
func (l *loader) add(f Finding) {
	if l.counts[f.Severity]++; l.counts[f.Severity] <= maxFindings {
		l.findings = append(l.findings, f)
	}
}

// failed reports whether there is an error.
func (l *loader) failed() bool { return l.counts[SeverityError] > 0 }

// full reports whether no more findings of a severity are listed.
func (l *loader) full(severity Severity) bool { return l.counts[severity] >= maxFindings }

// sorted returns the findings in file order and within the file, and says at
// the end how many were left out.
func (l *loader) sorted() Findings {
	findings := l.findings
	for i := range findings {
		l.source.fit(&findings[i])
	}
	findings = findings.sort()
	for _, severity := range []Severity{SeverityError, SeverityWarning} {
		if rest := l.counts[severity] - maxFindings; rest > 0 {
			last := findings[len(findings)-1]
			last.Severity, last.Rule, last.Width = severity, "more", 1
			last.Message, last.Repair = fmt.Sprintf("%d more %ss were found and are not listed", rest, severity), "correct those above first"
			findings = append(findings, last)
		}
	}
	return findings
}

// widthOf returns how many characters of the first line of a node are its own:
// those of a plain word, and one of everything else.
func widthOf(n *yaml.Node) int {
	if n.Kind != yaml.ScalarNode || strings.ContainsRune(n.Value, '\n') {
		return 1
	}
	width := max(utf8.RuneCountInString(n.Value), 1)
	if n.Style&(yaml.DoubleQuotedStyle|yaml.SingleQuotedStyle) != 0 {
		width += 2
	}
	return width
}

// instead returns the repair of a word that is not known: the known one that it
// is most like, or else what is given.
func (l *loader) instead(word string, known []string, otherwise string) string {
	if l.full(SeverityError) {
		return otherwise
	}
	if near := Nearest(word, known); near != "" {
		return fmt.Sprintf("write %q", near)
	}
	return otherwise
}

// Nearest returns the known word that another one was probably meant to be: it
// differs in capitals only, or in about a third of its letters (Levenshtein). It
// returns "" when there is none. Numbers are never taken for each other.
func Nearest(word string, known []string) string {
	letters := utf8.RuneCountInString(word)
	if letters < 2 || letters > maxID || !strings.ContainsFunc(word, unicode.IsLetter) {
		return ""
	}
	folded, best, least := strings.ToLower(word), "", min((letters+2)/3, 3)+1
	for _, k := range known {
		if d := levenshtein.ComputeDistance(folded, strings.ToLower(k)); d < least {
			best, least = k, d
		}
	}
	return best
}

// counted returns a number with its noun in English.
func counted(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}

// enumerate joins words as English does: "a, b or c".
func enumerate(words []string, last string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	end := len(words) - 1
	return strings.Join(slices.Clone(words[:end]), ", ") + " " + last + " " + words[end]
}
