package report_test

import (
	"strings"
	"testing"

	"anketa/report"
	"anketa/survey"
)

// The infographic and the page say how many answered on paper, in words that fit the
// number, and nothing of it when nobody did or a training is still open. Negative control:
// the sentence left out of the foot or of the template.
func TestReportsSayHowManyOnPaper(t *testing.T) {
	for _, c := range []struct {
		lang  survey.Lang
		paper int
		open  bool
		want  string
	}{
		{survey.English, 0, false, ""},
		{survey.English, 8, true, ""},
		{survey.English, 8, false, "8 of the questionnaires were filled in on paper."},
		{survey.English, 3, false, "Some of the questionnaires were filled in on paper."},
		{survey.SerbianLatin, 8, false, "Na papiru je popunjeno 8 upitnika."},
		{survey.SerbianCyrillic, 12, false, "На папиру је попуњено 12 упитника."},
		{survey.SerbianCyrillic, 3, false, "Неки упитници су попуњени на папиру."},
	} {
		r := trainings(t, trainingsSurvey(t))
		parts := r.Parts
		parts[0].Paper, parts[0].Session.Open = c.paper, c.open
		r = released(t, parts...)
		in := report.New(report.Input{Release: r, Lang: c.lang})
		page := wordsOf(parsed(t, output(t, in.HTML)))
		picture := textOf(t, output(t, in.PDF))
		for _, text := range []string{page, picture} {
			if c.want == "" && strings.Contains(text, "paper") || !strings.Contains(text, c.want) {
				t.Errorf("%s, %d on paper: the text lacks %q or says too much: %s", c.lang, c.paper, c.want, text)
			}
		}
	}
	two := trainings(t, trainingsSurvey(t))
	two.Parts[0].Paper, two.Parts[1].Paper, two.Parts[2].Paper = 8, 7, 6
	two = released(t, two.Parts...)
	if text := wordsOf(parsed(t, output(t, report.New(report.Input{Release: two, Lang: survey.SerbianLatin}).HTML))); !strings.Contains(text, "Na papiru je popunjen 21 upitnik.") {
		t.Errorf("21 on paper: %s", text)
	}
}
