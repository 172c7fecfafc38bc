package tui_test

import (
	"maps"
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
				k.say("4", "vežbe, praksa", "", "2", "", "9", "3", "4", "1", "6")
				k.say("7", "1", "59,17 % je zadovoljno", "3", "", "50 % je zadovoljno", "3", "vežbe")
				k.say("2", "Više vežbi", "99", "", "Više vežbi", "", "vežbe", "7", "", "9")
				if err := k.end(); err != nil {
					t.Error(err)
				}
				golden(t, "linear-texts."+string(lang), k.heard.String())
				r := k.released(t)
				passages, _ := r.Passages("improve", results.Reader)
				statements, _ := r.Statements()
				if len(passages) != 1 || len(passages[0].Themes) != 2 || len(statements) != 2 || statements[0].Text[lang] != "50 % je zadovoljno" {
					t.Errorf("stored is %+v and %+v", passages, statements)
				}
			})
		})
	}
}

// released returns what may be shown of the only session, with its texts.
func (k *talk) released(t *testing.T) *results.Release {
	t.Helper()
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
	return &r
}

// TestLinearMasks holds, word for word, how words are masked and shown again without
// seeing the screen: no number is refused, what is masked is said neither in the text
// nor among the words, and Enter alone changes nothing. Negative controls: a list that
// says the masked words; a choice that masks words anew instead of turning them.
func TestLinearMasks(t *testing.T) {
	for _, lang := range survey.Languages() {
		t.Run(string(lang), func(t *testing.T) {
			talks(t, setup{start: tui.StartWelcome, lang: lang, responses: 12}, func(k *talk) {
				k.say("0", "1234", "8", "1", "1", "6", "1", "5", "0", "x", "2 99", "2 4, 4", "5", "", "5", "4", "1")
				k.say("6", "6", "", "9")
				if err := k.end(); err != nil {
					t.Error(err)
				}
				golden(t, "linear-masks."+string(lang), k.heard.String())
				r := k.released(t)
				passages, _ := r.Passages("improve", results.Facilitator)
				masks := 0
				for i := range passages {
					masks += len(r.Review(&passages[i]).Masked)
				}
				if masks != 1 {
					t.Errorf("%d words are masked, want 1", masks)
				}
			})
		})
	}
}

// TestLinearStatementsChange holds, word for word, how a conclusion is changed and
// deleted: Enter keeps, a hyphen takes away, what cannot be is refused, and deleting
// needs a second yes. Negative control: one that is deleted at once.
func TestLinearStatementsChange(t *testing.T) {
	for _, lang := range survey.Languages() {
		t.Run(string(lang), func(t *testing.T) {
			talks(t, setup{start: tui.StartWelcome, lang: lang, responses: 12}, func(k *talk) {
				k.say("0", "1234", "8", "1", "1", "7", "1", "Prvi", "3", "vežbe", "2", "Drugi", "", "")
				k.say("3", "9", "1", "7", "1", "59,17 % je zadovoljno", "", "", "Treći", "", "-")
				k.say("3", "2", "2", "", "3", "", "3", "1", "", "")
				k.say("7", "3", "2", "2", "2", "", "9")
				if err := k.end(); err != nil {
					t.Error(err)
				}
				golden(t, "linear-statements."+string(lang), k.heard.String())
				statements, _ := k.released(t).Statements()
				if len(statements) != 1 || len(statements[0].Text) != 1 || statements[0].Text[lang] != "Treći" || len(statements[0].Questions) != 1 || statements[0].Themes != nil {
					t.Errorf("stored is %+v", statements)
				}
			})
		})
	}
}

// TestLinearStatementScripts holds that a conclusion that is changed in one script of
// Serbian is not kept as it was in the other, and stays in another language. Negative
// control: a text that is only put beside the others.
func TestLinearStatementScripts(t *testing.T) {
	talks(t, setup{start: tui.StartWelcome, lang: survey.SerbianLatin, responses: 12}, func(k *talk) {
		sessions, err := k.store.Sessions(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		was := survey.Statement{ID: survey.NewID(), Kind: survey.Conclusion, Text: survey.Text{
			survey.SerbianLatin: "Staro", survey.SerbianCyrillic: "Старо", survey.English: "Old",
		}}
		if err := k.store.PutStatement(t.Context(), sessions[0].ID, was); err != nil {
			t.Fatal(err)
		}
		k.say("0", "1234", "8", "1", "1", "7", "3", "1", "1", "Novo", "", "", "", "9")
		if err := k.end(); err != nil {
			t.Error(err)
		}
		statements, _ := k.released(t).Statements()
		want := survey.Text{survey.SerbianLatin: "Novo", survey.English: "Old"}
		if len(statements) != 1 || !maps.Equal(statements[0].Text, want) {
			t.Errorf("stored is %+v, want %v", statements, want)
		}
	})
}
