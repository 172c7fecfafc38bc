package report_test

import (
	"strings"
	"testing"

	"anketa/report"
	"anketa/survey"
)

// A conclusion that was not written in the language of the report says in which it is, to
// readers and to screen readers; one in the other script of Serbian is transcribed. The
// statements of the shelf are Serbian. Negative control: a statement without its language.
func TestReportNamesOtherLanguages(t *testing.T) {
	s := trainingsSurvey(t)
	release := with(t, trainings(t, s), shelf{conclusions: []string{"Nastaviti rad."}})
	for lang, c := range map[survey.Lang]struct{ item, line string }{
		survey.SerbianLatin:    {"<li>Nastaviti rad.</li>", "Nastaviti rad."},
		survey.SerbianCyrillic: {"<li>Наставити рад.</li>", "Наставити рад."},
		survey.English:         {`<li><span lang="sr-Latn">Nastaviti rad.</span> (Serbian)</li>`, "Nastaviti rad. (Serbian)"},
	} {
		r := report.New(report.Input{Release: release, Lang: lang})
		if page := string(output(t, r.HTML)); !strings.Contains(page, c.item) {
			t.Errorf("%s: the page does not hold %s", lang, c.item)
		}
		picture := pictured(t, r)
		if !strings.Contains(picture, c.line) || strings.Contains(picture, "(Serbian)") != (lang == survey.English) {
			t.Errorf("%s: the infographic does not say %q", lang, c.line)
		}
	}
}
