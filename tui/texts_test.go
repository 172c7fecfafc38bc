package tui_test

import (
	"slices"
	"strings"
	"testing"
	"testing/synctest"

	"anketa/results"
	"anketa/survey"
)

// reviewing fills a session with texts, ends it and opens the tab of texts.
func reviewing(t *testing.T, lang survey.Lang) *kiosk {
	t.Helper()
	with := collected(12)
	with.lang = lang
	k := start(t, with)
	for i, text := range []string{"Kolega CANARYNAME, iz Niša, kasni", "CANARYHIDDEN tekst", "hladna sala"} {
		r := example(trainings(t), examples(t)[i], i)
		r.ID = survey.NewID()
		at, _ := trainings(t).Question("improve")
		r.Answers[at] = survey.Answer{Text: text}
		sessions, err := k.store.Sessions(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		if err := k.store.AddResponse(t.Context(), sessions[0].ID, r); err != nil {
			t.Fatal(err)
		}
	}
	inConsole("z", "1", "6")(k)
	return k
}

// choose goes to the text that holds some words.
func (k *kiosk) choose(words string) {
	k.Helper()
	k.press("home")
	for range 40 {
		for line := range strings.SplitSeq(k.view(), "\n") {
			if strings.Contains(line, "▶") && strings.Contains(line, words) {
				return
			}
		}
		k.press("down")
	}
	k.Fatalf("%q cannot be chosen:\n%s", words, k.view())
}

// decided returns what may leave of the texts, and everything that is stored of them.
func (k *kiosk) decided() (approved []results.Passage, stored []survey.Writing, r results.Release) {
	k.Helper()
	sessions, err := k.store.Sessions(k.Context())
	if err != nil {
		k.Fatal(err)
	}
	part, err := k.store.Part(k.Context(), sessions[0].ID)
	if err != nil {
		k.Fatal(err)
	}
	if r, err = results.NewRelease(part); err != nil {
		k.Fatal(err)
	}
	if err := r.ReadTexts(k.Context(), k.store.DB); err != nil {
		k.Fatal(err)
	}
	approved, _ = r.Passages("improve", results.Reader)
	stored, err = k.store.Writings(k.Context(), sessions[0].ID, "improve")
	if err != nil {
		k.Fatal(err)
	}
	return approved, stored, r
}

// The facilitator approves, hides, gives themes and masks words; after that no
// screen holds a hidden text or a masked word, and the store holds the texts as they
// were written. Negative control: the text of a passage without its mask.
func TestReviewTexts(t *testing.T) {
	for _, lang := range survey.Languages() {
		t.Run(string(lang), func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				k := reviewing(t, lang)
				k.want("CANARYNAME", "CANARYHIDDEN")
				k.choose("CANARYHIDDEN")
				k.press("h")
				k.choose("CANARYNAME")
				k.press("m")
				k.write("canar")
				k.press("space")
				k.want("Kolega […], iz Niša, kasni")
				k.press("enter")
				k.choose("Kolega […], iz Niša, kasni")
				k.press("a", "t")
				k.write("vreme, mesto")
				k.press("enter")
				k.want("kasni (mesto, vreme)")
				k.choose("hladna sala")
				k.press("t", "1", "enter")
				k.want("hladna sala (mesto)", "mesto 2, vreme 1")
				for _, tab := range []string{"1", "2", "3", "5", "6", "7", "8", "6"} {
					k.press(tab, "end")
					k.wantNot("CANARYNAME", "CANARYHIDDEN")
					k.press("home")
					k.wantNot("CANARYNAME", "CANARYHIDDEN")
				}
				k.choose("[…]")
				k.press("m")
				k.wantNot("CANARYNAME")
				k.press("esc")
				approved, stored, _ := k.decided()
				if len(approved) != 1 || approved[0].Text != "Kolega […], iz Niša, kasni" || !slices.Equal(approved[0].Themes, []string{"mesto", "vreme"}) {
					t.Errorf("%+v may leave", approved)
				}
				if !slices.ContainsFunc(stored, func(w survey.Writing) bool { return w.Text == "Kolega CANARYNAME, iz Niša, kasni" }) {
					t.Error("the original is lost")
				}
				// The same key takes the decision back.
				k.press("a")
				if approved, _, _ := k.decided(); len(approved) != 0 {
					t.Errorf("%+v may leave still", approved)
				}
			})
		})
	}
}

// A name that no word of the text begins with chooses none: the space bar masks
// nothing until a word is found again, and the screen says so. Negative controls: a
// toggle that masks the word before, a seek that forgets that nothing was found.
func TestMaskNothingFound(t *testing.T) {
	for lang, said := range map[survey.Lang]string{
		survey.English:         "No word in this text begins with “Petr”.",
		survey.SerbianLatin:    "Nijedna reč u ovom tekstu ne počinje sa „Petr“.",
		survey.SerbianCyrillic: "Ниједна реч у овом тексту не почиње са „Petr“.",
	} {
		synctest.Test(t, func(t *testing.T) {
			k := reviewing(t, lang)
			k.choose("CANARYNAME")
			k.press("m", "right")
			k.write("Petr")
			k.want(said)
			k.wantNot("▶")
			k.press("space")
			k.want(said)
			k.wantNot("[…]")
			// A word that is found is masked, and so is one that is chosen.
			k.press(slices.Repeat([]string{"backspace"}, 4)...)
			k.wantNot(said)
			k.write("niš")
			k.press("space")
			k.want("iz […], kasni")
			k.write("Petr")
			k.press("home", "space", "enter")
			k.want("[…] CANARYNAME, iz […], kasni")
		})
	}
}

// The list is narrowed to the texts of one state, and to those that hold words or a
// theme; a decision takes a text out of it.
func TestFilterTexts(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		k := reviewing(t, survey.English)
		k.choose("hladna")
		k.press("a", "t")
		k.write("venue")
		k.press("enter", "f")
		k.want("Shown: not looked at.")
		k.wantNot("hladna")
		k.press("f")
		k.want("Shown: approved.", "hladna sala (venue)")
		k.wantNot("CANARYNAME")
		k.press("a")
		k.want("There is no such text.")
		k.press("f", "f", "/")
		k.write("venue")
		k.want("hladna sala")
		k.wantNot("CANARYNAME")
	})
}

// Before the collection has ended nothing can be decided or written, and a terminal
// that shows only results decides nothing. Negative control: decides that always
// says yes.
func TestNothingToDecide(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		with := collected(24)
		with.lang = survey.English
		k := start(t, with)
		inConsole("6")(k)
		k.press("a", "h", "t", "m")
		k.wantNot("Themes", "approved")
		k.press("7", "n", "r", "x", "enter")
		k.want("Conclusions are written when the collection has ended and at least 5 people")
	})
}

// Conclusions and recommendations are written, changed and deleted; a percentage
// that no count gives is refused with those beside it.
func TestWriteStatements(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		k := reviewing(t, survey.English)
		k.press("7")
		k.want("Nothing is written yet")
		k.press("n", "enter", "enter", "enter", "enter", "enter")
		k.want("Write at least one sentence")
		k.press("up", "up", "up", "up")
		k.write("59,17 % za")
		k.press("enter", "enter", "enter")
		k.write("99")
		k.press("enter")
		k.want("There is no question with the number 99.")
		k.press("backspace", "backspace")
		k.write("3")
		k.press("enter", "enter")
		k.want("59.17% cannot be: of 15 answers, the nearest are 8 (53.3%) and 9 (60.0%).")
		k.press("up", "up", "up", "up")
		k.press("home")
		k.press(slices.Repeat([]string{"delete"}, 7)...)
		k.write("60 %")
		k.press("enter", "enter", "enter", "enter", "enter")
		k.want("Conclusions", "60 % za", "Questions: 3")
		k.press("r")
		k.write("Više vežbi")
		k.press("enter", "enter", "enter", "enter")
		k.write("vežbe")
		k.press("enter")
		k.want("Recommendations", "Više vežbi", "Themes: vežbe")
		_, _, r := k.decided()
		statements, _ := r.Statements()
		if len(statements) != 2 || statements[0].Questions[0] != "informed" || statements[1].Themes[0] != "vežbe" {
			t.Errorf("stored is %+v", statements)
		}
		k.press("home", "x")
		k.want("Press x once more to delete it.")
		// The key is for one statement, not for the next one.
		k.press("down", "x")
		k.want("60 % za", "Više vežbi")
		k.press("esc")
		k.wantNot("Press x once more")
		k.press("home", "x", "x")
		k.wantNot("60 % za")
		k.want("Više vežbi")
	})
}

// What is wrong with a percentage is said with the decimal sign of the language, however
// it was typed. Negative control: the claim as it was written.
func TestObjectionDecimals(t *testing.T) {
	for lang, said := range map[survey.Lang]string{
		survey.English:         "59.17% cannot be: of 15 answers, the nearest are 8 (53.3%) and 9 (60.0%).",
		survey.SerbianLatin:    "59,17 % nije moguće: od 15 odgovora najbliže je 8 (53,3 %) i 9 (60,0 %).",
		survey.SerbianCyrillic: "59,17 % није могуће: од 15 одговора најближе је 8 (53,3 %) и 9 (60,0 %).",
	} {
		for _, typed := range []string{"59,17 %", "59.17%", "59.17 posto"} {
			synctest.Test(t, func(t *testing.T) {
				k := reviewing(t, lang)
				k.press("7", "n")
				k.write(typed)
				k.press("enter", "enter", "enter")
				k.write("3")
				k.press("enter", "enter")
				if shown := strings.Join(strings.Fields(k.view()), " "); !strings.Contains(shown, said) {
					t.Errorf("after %s the terminal shows\n%s", typed, k.view())
				}
			})
		}
	}
}

// A store that fails is said, and what was decided before stays.
func TestReviewFails(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		k := reviewing(t, survey.English)
		k.choose("hladna")
		k.store.refuse = true
		k.press("a")
		k.want("It could not be stored.")
		if approved, _, _ := k.decided(); len(approved) != 0 {
			t.Errorf("%+v may leave", approved)
		}
		k.store.refuse = false
		k.press("a")
		k.wantNot("It could not be stored.")
		if approved, _, _ := k.decided(); len(approved) != 1 {
			t.Errorf("%+v may leave", approved)
		}
	})
}
