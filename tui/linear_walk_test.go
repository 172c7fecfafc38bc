package tui_test

import (
	"reflect"
	"testing"

	"anketa/survey"
	"anketa/tui"
)

// everyKind answers the survey with every kind of question, with mistakes,
// repetitions and a step back on the way. It ends at the review.
func everyKind() []string {
	return []string{
		"",                                    // the welcome
		"",                                    // a note
		"", "7", "?", "4", "sudstvo", "<", "", // required, no such point, again, other, words, back and keep
		"",                // the words are kept
		"51", "pet", "12", // a number
		"1 9", "1 2 3 4", "0 1", "1, 3, 5, 3", "<", "", "maloletni svedoci", // several answers
		"4", "<", "5.", "3", "0", "4", "", // a matrix, row by row
		"2", "<", "1", "4", // before and now
		"-11", "-3", // below zero
		"11", "10", "<", "8", "vremena", // an answer that leads to another question
		"-", "<", "vremena za vežbe", "Jasno.", "? nije jasno", "", "1", // several lines, and consent
	}
}

// TestLinearKinds holds, word for word, what a person hears in each language on
// the way through every kind of question, and that what is stored is what was
// typed. Negative control: any change of a word or of an answer fails it.
func TestLinearKinds(t *testing.T) {
	for _, lang := range survey.Languages() {
		t.Run(string(lang), func(t *testing.T) {
			talks(t, setup{survey: kinds(t), start: tui.StartWelcome, lang: lang}, func(k *talk) {
				k.say(everyKind()...)
				k.say("5", "2", "2", "", "")
				k.pass(kinds(t).Kiosk.Thanks)
				golden(t, "linear."+string(lang), k.heard.String())
				want := map[string]survey.Answer{
					"hello":     {},
					"field":     {Code: 4, Text: "sudstvo"},
					"years":     {Code: survey.Answered, Number: 12},
					"topics":    {Code: survey.Answered, Set: 0b10101, Text: "maloletni svedoci"},
					"content":   {Code: 5},
					"trainers":  {Code: 2},
					"exercises": {Code: 4},
					"risk_part": {},
					"skills":    {Before: 1, Code: 4},
					"protocol":  {Code: survey.NotAsked},
					"change":    {Code: survey.Answered, Number: -3},
					"recommend": {Code: 9},
					"why":       {Text: "vremena"},
					"words":     {Text: "vremena za vežbe\nJasno.\n? nije jasno", Quote: true},
				}
				if len(k.stored()) != 1 || len(want) != len(kinds(t).Questions) {
					t.Fatalf("%d responses were stored, want 1:\n%s", len(k.stored()), k.heard)
				}
				for id, answer := range want {
					at, _ := kinds(t).Question(id)
					if got := k.stored()[0].Answers[at]; !reflect.DeepEqual(got, answer) {
						t.Errorf("%s was stored as %+v, typed as %+v", id, got, answer)
					}
				}
			})
		})
	}
}
