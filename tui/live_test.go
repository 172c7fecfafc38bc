package tui_test

import (
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"anketa/survey"
	"anketa/tui"
)

// answered is a kiosk with responses, in English.
func answered(n int) setup {
	return setup{start: tui.StartWelcome, lang: survey.English, responses: n}
}

// add stores the nth response of the example from elsewhere in the program.
func add(k *kiosk, n int) {
	k.Helper()
	sessions, err := k.store.Sessions(k.Context())
	if err != nil {
		k.Fatal(err)
	}
	s := trainings(k)
	if err := k.store.DB.AddResponse(k.Context(), sessions[0].ID, example(s, examples(k)[n], n)); err != nil {
		k.Fatal(err)
	}
	k.settle()
}

// TestLiveChanges holds that the results change by themselves when a response
// is stored, without a key and without time going by, and that they follow the
// rule of lagged batches: at n responses 5·(⌊n/5⌋−1) are shown. Negative
// control: a watch that nobody waits for again.
func TestLiveChanges(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		k := start(t, answered(0))
		showLive(k)
		began := time.Now()
		shown := map[int]string{0: "0 of 0", 4: "0 of 4", 9: "0 of 9", 10: "5 of 10", 14: "5 of 14", 15: "10 of 15", 21: "15 of 21"}
		for n := range 22 {
			if n > 0 {
				add(k, n)
			}
			if want, ok := shown[n]; ok {
				k.want(want + " answers are shown.")
			}
		}
		if passed := time.Since(began); passed != 0 {
			t.Errorf("%v went by", passed)
		}
	})
}

// TestLiveReadsOnlyWhenShown holds that results are read when they are shown and
// at no other time: once on entering, once after each change.
func TestLiveReadsOnlyWhenShown(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		k := start(t, answered(0))
		for n := range 5 {
			add(k, n)
		}
		if k.store.reads != 0 {
			t.Errorf("the results were read %d times although nobody saw them", k.store.reads)
		}
		showLive(k)
		add(k, 5)
		add(k, 6)
		if k.store.reads != 3 {
			t.Errorf("the results were read %d times, want 3", k.store.reads)
		}
	})
}

// TestLiveHidden holds that nothing that must not be shown is on the screen: no
// question, no figure, no text. Negative control: bars of an empty release.
func TestLiveHidden(t *testing.T) {
	for name, c := range map[string]struct {
		responses int
		keys      []string
		want      string
	}{
		"open with 4":    {4, nil, "6 more answers until"},
		"open with 9":    {9, nil, "1 more answer until"},
		"closed with 4":  {4, []string{"z", "1"}, "Fewer than 5 people answered"},
		"asked to close": {24, []string{"z"}, "End the collection?"},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				k := start(t, answered(c.responses))
				showLive(k)
				k.press(c.keys...)
				k.want(c.want)
				for _, tab := range []string{"", "2", "3", "5", "6", "8"} {
					if len(c.keys) == 1 {
						// While the console asks, a digit answers.
						tab = ""
					}
					if tab != "" {
						k.press(tab)
					}
					// The first tab counts people in large letters; no other has a bar.
					if tab != "" || len(c.keys) == 1 {
						k.wantNot("█")
					}
					k.wantNot("n =", "Više", "police", "not at all", "fully:")
				}
			})
		})
	}
}

// TestLiveTexts holds that texts appear only when the session is closed and has
// enough responses. Negative control: texts shown with the first batch.
func TestLiveTexts(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		k := start(t, answered(24))
		k.size(200, 60)
		showLive(k)
		k.press("2")
		k.want("5 answers in their own words")
		k.press("6")
		k.want("What people wrote is shown when")
		k.wantNot("Više vežbi", "Najbolja obuka")
		k.press("z", "1")
		k.want("– Više vežbi", "– Najbolja obuka do sada. (")
		k.press("2")
		k.want("8 answers in their own words")
	})
}

// TestLiveClose holds that the collection ends only after a yes, that the
// session then takes no more answers, and that Esc leads to a new training.
func TestLiveClose(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		k := start(t, answered(6))
		showLive(k)
		for _, no := range []string{"2", "esc", "enter", "x", "backspace"} {
			k.press("z", no)
			k.want("0 of 6 answers are shown.")
		}
		k.press("Z", "1")
		k.want("All answers are shown.", "Esc new training")
		k.press("z")
		k.want("All answers are shown.")
		sessions, err := k.store.Sessions(t.Context())
		if err != nil || sessions[0].Open {
			t.Errorf("the session is open (%v)", err)
		}
		k.press("esc")
		k.want("New training", "human trafficking – your view of the")
	})
}

// TestLiveNobody holds what is said of a collection that ended without an answer: that
// nobody answered, not that all answers are shown or hidden. Negative control: a
// release that is never nobody's.
func TestLiveNobody(t *testing.T) {
	for lang, said := range map[survey.Lang]struct{ nobody, on string }{
		survey.English:         {"Nobody answered.", "→ Esc leads on."},
		survey.SerbianLatin:    {"Niko nije odgovorio.", "→ Esc vodi dalje."},
		survey.SerbianCyrillic: {"Нико није одговорио.", "→ Esc води даље."},
	} {
		synctest.Test(t, func(t *testing.T) {
			with := answered(0)
			with.lang = lang
			k := start(t, with)
			showLive(k)
			k.wantNot(said.nobody)
			k.press("z", "1")
			k.want(said.nobody, said.on)
			k.wantNot("All answers", "Svi odgovori", "Prikazani su", "Приказани су")
			for _, tab := range []string{"2", "3"} {
				k.press(tab)
				k.want(said.nobody)
			}
		})
	}
}

// TestLiveKeys holds which keys lead where from the results, by the way in which
// a terminal shows them, also on a Cyrillic keyboard.
func TestLiveKeys(t *testing.T) {
	for name, c := range map[string]struct {
		start tui.Start
		key   string
		want  string
		quits bool
	}{
		"start screen":            {tui.StartWelcome, "esc", "Only your answers", false},
		"quit":                    {tui.StartWelcome, "q", "", true},
		"quit in Cyrillic":        {tui.StartWelcome, "љ", "", true},
		"close in Cyrillic":       {tui.StartWelcome, "з", "End the collection?", false},
		"second terminal":         {tui.StartLive, "esc", "Enter the PIN", false},
		"no quitting there":       {tui.StartLive, "q", "5 of 12 answers", false},
		"no closing there":        {tui.StartLive, "z", "5 of 12 answers", false},
		"demo quits":              {tui.StartDemo, "Q", "", true},
		"demo has no other place": {tui.StartDemo, "esc", "DEMO", false},
		"demo closes nothing":     {tui.StartDemo, "z", "All answers are shown.", false},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				with := answered(12)
				with.start = c.start
				k := start(t, with)
				switch c.start {
				case tui.StartWelcome:
					showLive(k)
				case tui.StartLive:
					setPIN(k)
					k.press("1", "2", "3", "4", "enter")
				}
				k.press(c.key)
				if k.quit != c.quits {
					t.Errorf("the program ends: %t, want %t", k.quit, c.quits)
				}
				if !c.quits {
					k.want(c.want)
				}
			})
		})
	}
}

// TestPIN holds that nothing but the right PIN opens the results, that none is
// set means that none is right, and what is shown while it is typed.
func TestPIN(t *testing.T) {
	for name, c := range map[string]struct {
		pin  string
		keys string
		want string
	}{
		"right":       {"1234", "1234", "Answered: 12 of 24"},
		"wrong":       {"1234", "1235", "That PIN is not right."},
		"longer":      {"1234", "12345", "That PIN is not right."},
		"none set":    {"", "1234", "That PIN is not right."},
		"with spaces": {"1234", " 1234 ", "Answered: 12 of 24"},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				k := start(t, answered(12))
				k.store.pin = c.pin
				k.press("0", "enter")
				k.want("Enter the PIN")
				k.write(c.keys)
				k.wantNot(strings.TrimSpace(c.keys))
				k.want("****")
				k.press("enter")
				k.want(c.want)
			})
		})
	}
}

// TestPINLeaves holds that Esc goes home, whatever was typed.
func TestPINLeaves(t *testing.T) {
	for _, keys := range [][]string{{"0", "esc"}, {"0", "1", "2", "esc"}, {"0", "1", "backspace", "backspace", "esc"}} {
		synctest.Test(t, func(t *testing.T) {
			k := start(t, answered(12))
			k.press(keys...)
			k.want("Only your answers are stored")
		})
	}
}
