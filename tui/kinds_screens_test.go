package tui_test

import (
	"os"
	"testing"
	"time"

	"anketa/survey"
	"anketa/tui"
)

// kinds reads a survey with every kind of question, conditions and a matrix.
func kinds(tb testing.TB) *survey.Survey {
	tb.Helper()
	file, err := os.Open("testdata/kinds.yaml")
	if err != nil {
		tb.Fatal(err)
	}
	defer func() { _ = file.Close() }()
	s, err := survey.Load(file)
	if err != nil {
		tb.Fatal(err)
	}
	return s
}

// answering says with which keys a question of that survey is answered.
type answering struct {
	id   string
	keys []string
}

// kindAnswers answers the survey as a police officer who marks the assessing of
// risk, so that every condition holds; from the welcome screen.
func kindAnswers() []answering {
	return []answering{
		{"hello", []string{"enter", "enter"}},
		{"field", []string{"1"}},
		{"years", []string{"1", "2", "enter"}},
		{"topics", []string{"1", "3", "enter"}},
		{"content", []string{"4"}},
		{"trainers", []string{"3"}},
		{"exercises", []string{"5"}},
		{"risk_part", []string{"4"}},
		{"skills", []string{"2", "4"}},
		{"protocol", []string{"2"}},
		{"change", []string{"-", "3", "enter"}},
		{"recommend", []string{"8"}},
		{"why", []string{"enter"}},
		{"words", []string{"o", "k", "enter", "1"}},
	}
}

// before returns the keys that answer everything before a question, from the
// welcome screen; "" stands for the review.
func before(id string) []string {
	var keys []string
	for _, a := range kindAnswers() {
		if a.id == id {
			break
		}
		keys = append(keys, a.keys...)
	}
	return keys
}

// kindScreens are the questions of all kinds in their states.
func kindScreens() []screen {
	at := func(id string, keys ...string) func(*kiosk) {
		return func(k *kiosk) {
			k.press(before(id)...)
			k.pass(300 * time.Millisecond)
			k.press(keys...)
		}
	}
	walks := []struct {
		name string
		walk func(*kiosk)
	}{
		{"note", keys("enter")},
		{"other", at("field")},
		{"other-words", at("field", "4", "s", "u", "d")},
		{"number", at("years")},
		{"number-wrong", at("years", "9", "9", "enter")},
		{"number-not-applicable", at("years", "7", "n")},
		{"number-below-zero", at("change", "-", "3")},
		{"multi", at("topics")},
		{"multi-marked", at("topics", "1", "3")},
		{"multi-focused", at("topics", "1", "3", "down")},
		{"multi-full", at("topics", "1", "3", "4", "5")},
		{"matrix", at("content")},
		{"matrix-focused", at("trainers", "right", "right")},
		{"matrix-required", at("trainers", "enter")},
		{"matrix-optional", at("risk_part")},
		{"pair", at("skills")},
		{"pair-now", at("skills", "2")},
		{"pair-half", at("skills", "2", "enter")},
		{"section", at("protocol")},
		{"nps", at("recommend")},
		{"nps-waiting", at("recommend", "1")},
		{"line", at("why", "V", "i", "š", "e")},
		{"review", at("")},
		{"review-dropped", at("", "1", "2", "3", "3", "5", "enter", "s", "t", "r", "e", "s", "enter")},
		{"review-needed", func(k *kiosk) {
			// Who is no police officer at first is not asked about the station.
			k.press("enter", "enter", "2", "7", "enter", "0", "enter", "4", "4", "4", "2", "2", "enter", "9", "enter", "1", "1")
			k.pass(300 * time.Millisecond)
		}},
	}
	var all []screen
	for _, w := range walks {
		all = append(all, screen{name: "kind-" + w.name, with: setup{start: tui.StartWelcome}, survey: kinds, walk: w.walk, cyrillic: true, large: true})
	}
	return all
}
