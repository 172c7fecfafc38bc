package excerpt_test

import (
	"bytes"
	"os"
	"strings"
	"testing"
	"unicode"

	"github.com/charmbracelet/x/ansi"

	"anketa/cli/excerpt"
	"anketa/survey"
)

// TestAtTheEndOfALine holds that a caret behind the last character of a
// line of any length stands within 80 columns.
func TestAtTheEndOfALine(t *testing.T) {
	for length := range 200 {
		file := []byte(strings.Repeat("x", length))
		said := excerpt.Of("s.yaml", file, survey.Findings{{Line: 1, Column: length + 1}})
		for line := range strings.Lines(said) {
			line = strings.TrimSuffix(line, "\n")
			if width := ansi.StringWidth(line); width > 80 {
				t.Fatalf("after %d characters a line has %d columns: %q", length, width, line)
			}
		}
	}
}

// FuzzOf holds that whatever is in the file, what is printed of it is text
// of at most 80 columns, apart from the first line of a finding, and that the
// carets stand in one row.
func FuzzOf(f *testing.F) {
	usual, err := os.ReadFile("../../questions.yaml")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(usual)
	f.Add([]byte("id: \x1b[31m\ntitle: \u202eabc\n"))
	f.Add([]byte("id: s\ntitle: { en: \u200b\u0301\u0301漢字\t, en: x }\n"))
	f.Add(bytes.Repeat([]byte("{a: "), 500))
	f.Add([]byte("a: " + strings.Repeat("konkretnе ", 80)))
	f.Fuzz(func(t *testing.T, file []byte) {
		_, findings := survey.Lint(file, survey.LintOptions{})
		said := excerpt.Of("s.yaml", file, findings)
		if strings.ContainsFunc(said, func(r rune) bool { return r != '\n' && (unicode.IsControl(r) || unicode.Is(unicode.Cf, r)) }) {
			t.Errorf("it holds a control character: %q", said)
		}
		for line := range strings.Lines(said) {
			line = strings.TrimSuffix(line, "\n")
			if strings.HasPrefix(line, "s.yaml:") {
				continue
			}
			if width := ansi.StringWidth(line); width > 80 {
				t.Errorf("a line has %d columns: %q", width, line)
			}
			carets, found := strings.CutPrefix(line, "      | ")
			if found && strings.Trim(carets, " ") != "^"+strings.Repeat("~", strings.Count(carets, "~")) {
				t.Errorf("the carets are %q", carets)
			}
		}
	})
}
