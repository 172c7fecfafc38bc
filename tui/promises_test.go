package tui_test

import (
	"slices"
	"testing"

	"anketa/survey"
	"anketa/tui"
)

// What is repeated of the welcome screen is what it says, in every language and
// for what a survey promises less or more.
func TestPromisesRepeated(t *testing.T) {
	s := &survey.Survey{MinGroup: 7, Questions: []survey.Question{{Kind: survey.KindYesNo}}}
	for lang, want := range map[survey.Lang][]string{
		survey.SerbianLatin: {
			"Čuvaju se samo vaši odgovori, i to tek kad ih na kraju pošaljete.",
			"Ne čuvaju se ime, vreme, redosled, jezik ni uređaj.",
			"Rezultati se prikazuju tek kad odgovori najmanje 7 učesnika.",
		},
		survey.English: {
			"Only your answers are stored, and only when you send them at the end.",
			"Not stored: name, time, order, language, device.",
			"Results are shown only when at least 7 participants have answered.",
		},
	} {
		if got := tui.Promises(s, lang); !slices.Equal(got, want) {
			t.Errorf("%s: got %q, want %q", lang, got, want)
		}
	}
	s.Release, s.LinkTexts = survey.ReleaseLive, true
	s.Questions = append(s.Questions, survey.Question{Kind: survey.KindText, MaxLength: 500})
	got := tui.Promises(s, survey.English)
	want := []string{"Please note: in this training every answer appears on the results screen at once.", "What you write in your own words is stored together with your other answers."}
	if !slices.Equal(got[2:], want) {
		t.Errorf("got %q, want %q at the end", got, want)
	}
}
