package report_test

import (
	"fmt"
	"strings"
	"testing"

	"anketa/report"
	"anketa/survey"
)

// A sentence takes the form of a word that its count asks for, by the plural rules of
// the language; brackets without forms stay. Negative control: words.count with n.
func TestSentenceForms(t *testing.T) {
	const file = `id: s
languages: [sr-Latn, en]
title: T
questions:
  - id: q
    kind: yes_no
    text: Q
    headline: [yes]
    sentence:
      sr-Latn: "{count} [učesnik bi došao|učesnika bi došla|učesnika bi došlo] ponovo [dodato] ({percent}, od {n})."
      en: "{count} [person|people] of {n} ({percent}) would come again."
`
	s, err := survey.Load(strings.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	for count, want := range map[int][2]string{
		1:  {"1 učesnik bi došao ponovo [dodato]", "1 person of 30"},
		3:  {"3 učesnika bi došla ponovo [dodato]", "3 people of 30"},
		5:  {"5 učesnika bi došlo ponovo [dodato]", "5 people of 30"},
		11: {"11 učesnika bi došlo ponovo [dodato]", "11 people of 30"},
		21: {"21 učesnik bi došao ponovo [dodato]", "21 people of 30"},
		22: {"22 učesnika bi došla ponovo [dodato]", "22 people of 30"},
	} {
		sheets := make([]survey.Response, 30)
		for i := range sheets {
			sheets[i].Answers = []survey.Answer{{Code: 2}}
			if i < count {
				sheets[i].Answers[0].Code = 1
			}
		}
		r := released(t, part(s, survey.Session{Title: "A"}, sheets))
		for i, lang := range []survey.Lang{survey.SerbianLatin, survey.English} {
			page := string(output(t, report.New(report.Input{Release: r, Lang: lang}).HTML))
			if !strings.Contains(page, want[i]) {
				t.Errorf("%s: the report of %d does not say %q", lang, count, want[i])
			}
		}
	}
	for _, wrong := range []string{"[a|]", "[a|b|c|d]", "[a|b"} {
		file := strings.Replace(file, "[person|people]", wrong, 1)
		if _, err := survey.Load(strings.NewReader(file)); err == nil || !strings.Contains(fmt.Sprint(err), "[") {
			t.Errorf("%s: %v", wrong, err)
		}
	}
}
