package tui_test

import (
	"testing"

	"anketa/results"
	"anketa/survey"
	"anketa/tui"
)

// TestLinearTexts holds, word for word, how the facilitator decides about texts and
// writes conclusions without seeing the screen: approved, hidden, with themes, and a
// percentage that no count gives. What is hidden is not said again.
func TestLinearTexts(t *testing.T) {
	for _, lang := range survey.Languages() {
		t.Run(string(lang), func(t *testing.T) {
			talks(t, setup{start: tui.StartWelcome, lang: lang, responses: 12}, func(k *talk) {
				k.say("0", "1234", "8", "1", "1", "6", "1", "1")
				k.say("4", "vežbe, praksa", "", "2", "", "9", "3", "4", "1", "5")
				k.say("7", "1", "59,17 % je zadovoljno", "3", "", "50 % je zadovoljno", "3", "vežbe")
				k.say("2", "Više vežbi", "99", "", "Više vežbi", "", "vežbe", "7", "", "9")
				if err := k.end(); err != nil {
					t.Error(err)
				}
				golden(t, "linear-texts."+string(lang), k.heard.String())
				sessions, err := k.store.Sessions(t.Context())
				if err != nil {
					t.Fatal(err)
				}
				part, err := k.store.Part(t.Context(), sessions[0].ID)
				if err != nil {
					t.Fatal(err)
				}
				r, err := results.NewRelease(part)
				if err != nil {
					t.Fatal(err)
				}
				if err := r.ReadTexts(t.Context(), k.store.DB); err != nil {
					t.Fatal(err)
				}
				passages, _ := r.Passages("improve", results.Reader)
				statements, _ := r.Statements()
				if len(passages) != 1 || len(passages[0].Themes) != 2 || len(statements) != 2 || statements[0].Text[lang] != "50 % je zadovoljno" {
					t.Errorf("stored is %+v and %+v", passages, statements)
				}
			})
		})
	}
}
