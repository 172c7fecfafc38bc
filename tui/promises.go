package tui

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"anketa/survey"
)

// onOneLine is a column that no promise fills.
const onOneLine = 4096

// Promises returns what the welcome screen promises the participants of a survey:
// its own lines, so that whoever repeats them elsewhere says the same.
func Promises(s *survey.Survey, lang survey.Lang) []string {
	w := welcome{shared: &shared{survey: s, text: stringsFor(lang), styles: &Styles{}, layout: layout{column: onOneLine}}}
	lines := strings.Split(ansi.Strip(w.promises()), "\n")
	for i, line := range lines {
		lines[i] = strings.TrimPrefix(line, "• ")
	}
	return lines
}

// NewPerson returns what the screen of an interview offers the next person.
func NewPerson(lang survey.Lang) string { return stringsFor(lang).Keys.NewPerson }

// OutOfService returns what heads the screen of a kiosk that cannot store.
func OutOfService(lang survey.Lang) string { return stringsFor(lang).Notice.OutOfServiceTitle }
