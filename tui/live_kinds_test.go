package tui_test

import (
	"bytes"
	"os"
	"slices"
	"testing"
	"time"

	"anketa/exchange"
	"anketa/survey"
	"anketa/tui"
)

// handCounted reads the survey with every kind of question whose responses are
// counted by hand elsewhere.
func handCounted(tb testing.TB) *survey.Survey {
	tb.Helper()
	file, err := os.Open("../exchange/testdata/kinds.yaml")
	if err != nil {
		tb.Fatal(err)
	}
	defer file.Close()
	s, err := survey.Load(file)
	if err != nil {
		tb.Fatal(err)
	}
	return s
}

// countedResponses reads the 24 responses to it.
func countedResponses(tb testing.TB, s *survey.Survey) []survey.Response {
	tb.Helper()
	data, err := os.ReadFile("../exchange/testdata/kinds.csv")
	if err != nil {
		tb.Fatal(err)
	}
	groups, err := exchange.ReadCSV(bytes.NewReader(data), s, countedIDs())
	if err != nil {
		tb.Fatal(err)
	}
	// Texts have no order: only equal ones are always shown in the same.
	for _, r := range groups[0].Responses {
		for i := range r.Answers {
			if r.Answers[i].Text != "" {
				r.Answers[i].Text = "Za " + s.Questions[i].ID + ": više vežbi i više vremena za pitanja, jer se iskustvo stiče radom."
			}
		}
	}
	return groups[0].Responses
}

// collectKinds stores the first n responses of every kind and shows the results; keys
// follow.
func collectKinds(n int, keys ...string) func(*kiosk) {
	return func(k *kiosk) {
		k.Helper()
		sessions, err := k.store.Sessions(k.Context())
		if err != nil {
			k.Fatal(err)
		}
		for _, r := range countedResponses(k, handCounted(k))[:n] {
			if err := k.store.DB.AddResponse(k.Context(), sessions[0].ID, r); err != nil {
				k.Fatal(err)
			}
		}
		showLive(k)
		k.press(keys...)
	}
}

// liveKindScreens are the results of every kind of question, whole on a high
// terminal, and as far as they are seen on others.
func liveKindScreens() []screen {
	high := []frame{{60, 185}, {80, 150}, {200, 100}}
	usual := []frame{{60, 16}, {80, 24}, {200, 60}}
	welcome := setup{start: tui.StartWelcome}
	return []screen{
		{name: "questions-kinds", with: welcome, survey: handCounted, walk: collectKinds(24, "z", "1", "2"), sizes: high, cyrillic: true},
		{name: "questions-kinds-end", with: welcome, survey: handCounted, walk: collectKinds(24, "z", "1", "2"), each: keys("end"), sizes: usual},
		{name: "people-kinds", with: welcome, survey: handCounted, walk: collectKinds(24, "z", "1", "3"), sizes: []frame{{80, 100}}},
		{name: "texts-kinds", with: welcome, survey: handCounted, walk: collectKinds(24, "z", "1", "6"), sizes: []frame{{80, 100}}},
		{name: "questions-kinds-partly", with: welcome, survey: handCounted, walk: collectKinds(11, "2"), sizes: []frame{{80, 150}}},
		{name: "compare-kinds", with: welcome, survey: handCounted, walk: collectKinds(24, "z", "1", "5"), sizes: usual, cyrillic: true},
		{name: "questions-kinds-pair", with: welcome, survey: handCounted, walk: collectKinds(24, "z", "1", "2", "down", "down", "enter", "m"), sizes: usual, cyrillic: true},
		{name: "questions-kinds-nps", with: welcome, survey: handCounted, walk: collectKinds(24, "z", "1", "2", "end", "up", "up", "enter"), sizes: usual},
		{name: "compare-help", with: welcome, survey: handCounted, walk: collectKinds(24, "z", "1", "5", "?"), sizes: usual, cyrillic: true},
		{name: "reveal-kinds-pair", with: welcome, survey: handCounted, walk: func(k *kiosk) {
			collectKinds(24, "z", "1", "2", "down", "down", "p", "enter")(k)
			k.pass(time.Second)
		}, sizes: usual, cyrillic: true},
	}
}

// TestEveryTabIsKept holds that all tabs, the help and the presenter view are kept as goldens at three sizes
// and in all languages. Negative control: a screen that is kept in two languages.
func TestEveryTabIsKept(t *testing.T) {
	for _, s := range screensNamed(t, "console-closed", "questions", "questions-detail", "people", "groups", "compare", "texts", "report", "training",
		"console-help", "reveal-covered", "reveal-open") {
		if len(s.languages()) != len(survey.Languages()) || !slices.Equal(s.frames(), consoleSizes()) {
			t.Errorf("%s is kept in %v at %v", s.name, s.languages(), s.frames())
		}
	}
}
