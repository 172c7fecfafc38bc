package tui_test

import (
	"slices"
	"testing"
	"testing/synctest"

	"anketa/survey"
	"anketa/tui"
)

// TestWalk holds where keys lead during an interview, step by step: what each
// key must make the terminal show.
func TestWalk(t *testing.T) {
	type step struct {
		keys []string
		want []string
	}
	first := []string{"Question 1 of 8", "In which field"}
	for name, steps := range map[string][]step{
		"an optional question is skipped by Enter": {
			{[]string{"enter", "enter"}, []string{"Question 2 of 8"}},
		},
		"a required question holds, and says so until a key is pressed": {
			{[]string{"enter", "enter", "enter"}, []string{"Question 3 of 8"}},
			{[]string{"enter"}, []string{"Please answer this question.", "Question 3 of 8"}},
			{[]string{"right"}, []string{"Question 3 of 8", "╔"}},
		},
		"a missing answer never holds on the way back": {
			{[]string{"enter", "enter", "enter", "enter", "backspace"}, []string{"Question 2 of 8"}},
			{[]string{"left"}, first},
		},
		"leaving without answers asks nothing": {
			{[]string{"enter", "backspace"}, []string{"Only your answers are stored"}},
		},
		"leaving with answers asks once": {
			{[]string{"enter", "2", "backspace", "backspace"}, append(first, "once more to leave")},
			{[]string{"backspace"}, []string{"Only your answers are stored"}},
		},
		"any other key stays": {
			{[]string{"enter", "2", "backspace", "backspace", "down", "backspace"}, append(first, "once more to leave")},
		},
		"left moves in a row until its first point, then goes back": {
			{[]string{"enter", "2", "1", "3", "backspace", "left"}, []string{"Question 3 of 8"}},
			{[]string{"left"}, []string{"Question 3 of 8"}},
			{[]string{"left"}, []string{"Question 2 of 8"}},
		},
		"going back shows what was chosen": {
			{[]string{"enter", "2", "1", "backspace", "backspace"}, append(first, "›● 2  police")},
		},
		"a text is kept on the way back and forth": {
			{append(answers()[:7], "h", "i", "esc"), []string{"Question 6 of 8"}},
			{[]string{"enter", "end"}, []string{"Question 7 of 8", "hi"}},
		},
		"backspace in an empty text goes back": {
			{append(answers()[:7], "h", "backspace"), []string{"Question 7 of 8"}},
			{[]string{"backspace"}, []string{"Question 6 of 8"}},
		},
		"consent is asked only beside a text": {
			{append(answers()[:8], "enter"), []string{"Look through your answers"}},
			{[]string{"8", "h", "enter"}, []string{"May we quote you, without your name?", "“h”"}},
			{[]string{"backspace"}, []string{"How would you describe"}},
			{[]string{"enter", "enter"}, []string{"Look through your answers"}},
		},
		"the review leads back to the last question": {
			{append(answers(), "backspace"), []string{"Question 8 of 8"}},
		},
		"from the review a number leads to a question, and its answer back": {
			{append(answers(), "2"), []string{"Question 2 of 8", "›● 1  a woman"}},
			{[]string{"2", "enter"}, []string{"Thank you!"}},
		},
		"in the review arrows and Enter lead to a question": {
			{append(answers(), "up", "up", "up", "enter"), []string{"Question 6 of 8"}},
			{[]string{"2", "up"}, []string{"Look through your answers", "no answer", "No"}},
		},
		"the review stops at both ends": {
			{append(answers(), slices.Repeat([]string{"up"}, 20)...), []string{"› 1 In which field"}},
			{slices.Repeat([]string{"down"}, 20), []string{"›   Enter  send"}},
		},
		"a number without a question does nothing": {
			{append(answers(), "9", "0", "x"), []string{"›   Enter  send"}},
		},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				k := start(t, welcome())
				for _, s := range steps {
					k.press(s.keys...)
					k.want(s.want...)
				}
			})
		})
	}
}

// TestLanguages holds that one key chooses the language on the welcome screen,
// that it lasts for the interview, and that the next person finds the default.
func TestLanguages(t *testing.T) {
	for key, want := range map[string][]string{
		"1": {"Čuvaju se samo", "Pitanje 1 od 8", "U kojoj oblasti"},
		"2": {"Чувају се само", "Питање 1 од 8", "У којој области"},
		"3": {"Only your answers", "Question 1 of 8", "In which field"},
	} {
		t.Run(key, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				k := start(t, setup{start: tui.StartWelcome})
				k.press(key)
				k.want(want[0])
				k.press("enter")
				k.want(want[1:]...)
				k.press("backspace")
				k.want("Čuvaju se samo")
			})
		})
	}
}

// TestDefaultLanguage holds that the kiosk returns to the language it was
// started with, and that a survey in one language offers no choice.
func TestDefaultLanguage(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		k := start(t, setup{start: tui.StartWelcome, lang: survey.SerbianCyrillic})
		k.press("3", "enter", "backspace")
		k.want("Чувају се само")
	})
	synctest.Test(t, func(t *testing.T) {
		s := trainings(t)
		s.Languages = []survey.Lang{survey.English}
		k := start(t, setup{survey: s, start: tui.StartWelcome})
		k.want("Only your answers")
		k.wantNot("Srpski")
		k.press("2")
		k.want("Only your answers")
	})
}

// TestPromises holds that the welcome screen says what holds for this survey:
// whether results come at once, how large a group is, where texts are kept.
// Negative control: a promise that does not look at the survey.
func TestPromises(t *testing.T) {
	const groups, live = "only when at least", "every answer appears on the results screen at once"
	const apart, together, texts = "stored apart", "stored together", "in your own words"
	for name, c := range map[string]struct {
		change    func(*survey.Survey)
		want, not []string
	}{
		"lagged": {func(*survey.Survey) {}, []string{groups + " 5", apart}, []string{live, together}},
		"live":   {func(s *survey.Survey) { s.Release = survey.ReleaseLive }, []string{live}, []string{groups}},
		"larger": {func(s *survey.Survey) { s.MinGroup = 12 }, []string{groups + " 12"}, nil},
		"linked": {func(s *survey.Survey) { s.LinkTexts = true }, []string{together}, []string{apart}},
		"closed": {func(s *survey.Survey) { s.Questions = s.Questions[:6] }, []string{groups}, []string{texts}},
		"other": {func(s *survey.Survey) {
			s.Questions = s.Questions[:1]
			s.Breakdowns = nil
			q := &s.Questions[0]
			q.Other = everywhere("other")
			q.Points = append(q.Points, survey.Point{Value: survey.OtherValue, Label: q.Other})
		}, []string{apart}, nil},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				s := trainings(t)
				c.change(s)
				k := start(t, setup{survey: s, start: tui.StartWelcome, lang: survey.English})
				k.size(120, 40)
				k.want(c.want...)
				k.wantNot(c.not...)
			})
		})
	}
}
