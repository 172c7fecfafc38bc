package tui_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/synctest"

	"anketa/survey"
	"anketa/tui"
)

// TestMarksSentence holds what is said of how many options can be marked.
func TestMarksSentence(t *testing.T) {
	for _, c := range []struct {
		least, most int
		english     string
		serbian     string
	}{
		{1, 5, "You can choose several answers.", "Možete da izaberete više odgovora."},
		{1, 1, "Choose exactly 1 answer.", "Izaberite tačno 1 odgovor."},
		{1, 3, "Choose at most 3 answers.", "Izaberite najviše 3 odgovora."},
		{2, 3, "Choose 2 to 3 answers.", "Izaberite od 2 do 3 odgovora."},
		{2, 2, "Choose exactly 2 answers.", "Izaberite tačno 2 odgovora."},
		{2, 5, "Choose at least 2 answers.", "Izaberite najmanje 2 odgovora."},
		{5, 5, "Choose exactly 5 answers.", "Izaberite tačno 5 odgovora."},
	} {
		for lang, want := range map[survey.Lang]string{survey.English: c.english, survey.SerbianLatin: c.serbian} {
			t.Run(fmt.Sprintf("%d–%d %s", c.least, c.most, lang), func(t *testing.T) {
				synctest.Test(t, func(t *testing.T) {
					k := start(t, setup{survey: atLeast(t, c.least, c.most), start: tui.StartWelcome, lang: lang})
					k.press(before("topics")...)
					k.want(want)
				})
			})
		}
	}
}

// atLeast is the survey with all kinds of which one question takes other numbers
// of marks.
func atLeast(tb testing.TB, least, most int) *survey.Survey {
	tb.Helper()
	s := kinds(tb)
	at, _ := s.Question("topics")
	s.Questions[at].Min, s.Questions[at].Max = least, most
	return s
}

// TestMarksTooFew holds that too few marks do not lead on, and that they do not
// stand for an answer when somebody goes back: also not those of before.
func TestMarksTooFew(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		k := start(t, setup{survey: atLeast(t, 2, 3), start: tui.StartWelcome, lang: survey.English})
		k.press(before("topics")...)
		k.press("1", "enter")
		k.want("Question 3 of", "[x] 1")
		if n := strings.Count(k.view(), "Choose 2 to 3 answers."); n != 1 {
			t.Errorf("the sentence is there %d times, want once:\n%s", n, k.view())
		}
		k.press("3", "enter")
		k.want("Question 4 of 13")
		k.press("backspace", "3", "backspace", "enter")
		k.want("[ ] 1", "[ ] 3")
		k.press("enter")
		k.want("Please answer this question.")
	})
}
