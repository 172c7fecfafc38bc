package exchange_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"anketa/exchange"
	"anketa/results"
	"anketa/survey"
)

// table returns the printed results.
func table(tb testing.TB, r *results.Release, lang survey.Lang) string {
	tb.Helper()
	var b bytes.Buffer
	if err := exchange.WriteTable(&b, r, lang); err != nil {
		tb.Fatal(err)
	}
	return b.String()
}

// TestWriteTable holds the printed results of the 72 responses in all languages.
func TestWriteTable(t *testing.T) {
	r := imported(t)
	for _, lang := range survey.Languages() {
		golden(t, "trainings."+string(lang)+".txt", table(t, &r, lang))
	}
}

// TestWriteTableStates holds what is printed where not everything may be shown.
func TestWriteTableStates(t *testing.T) {
	for name, c := range map[string]struct {
		n      int
		closed bool
	}{
		"open-4": {4, false}, "open-12": {12, false}, "closed-4": {4, true}, "closed-24": {24, true}, "open-0": {0, false}, "closed-0": {0, true},
	} {
		r := collected(t, trainings(t), c.n, c.closed)
		golden(t, name+".txt", table(t, &r, survey.English))
	}
}

// TestWriteTableHidden holds that nothing that must not be shown is printed.
func TestWriteTableHidden(t *testing.T) {
	for _, closed := range []bool{false, true} {
		r := collected(t, trainings(t), 4, closed)
		if got := table(t, &r, survey.English); strings.ContainsAny(got, "%#>") || strings.Contains(got, "police") {
			t.Errorf("closed %t: the table shows\n%s", closed, got)
		}
	}
}

// TestWriteTableWidth holds that no line is wider than 80 cells, whatever the
// texts are. Negative control: a text that is not wrapped.
func TestWriteTableWidth(t *testing.T) {
	for _, text := range []string{"reč ", "bezkraja", "評価", "loše - dobro "} {
		long := survey.Text{}
		for _, lang := range survey.Languages() {
			long[lang] = string([]rune(strings.Repeat(text, 300))[:300])
		}
		s := trainings(t)
		s.Title = long
		for i := range s.Questions {
			s.Questions[i].Text = long
			for j := range s.Questions[i].Points {
				s.Questions[i].Points[j].Label = long
			}
			if s.Questions[i].HasNotApplicable() {
				s.Questions[i].NotApplicable = long
			}
		}
		r := collected(t, s, 24, true)
		name := string([]rune(long[survey.English])[:survey.MaxNameLength])
		r.Parts[0].Session.Title, r.Parts[0].Session.Place = name, name
		for line := range strings.Lines(table(t, &r, survey.English)) {
			if width := ansi.StringWidth(strings.TrimSuffix(line, "\n")); width > 80 {
				t.Errorf("a line has %d cells: %q", width, line)
			}
		}
	}
}
