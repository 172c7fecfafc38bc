package results_test

import (
	"testing"

	"pgregory.net/rapid"

	"anketa/results"
	"anketa/survey"
)

// countedSurveys returns surveys: one whose cells are all a single code, the same with breakdowns, and
// one of every kind.
func countedSurveys() map[string]*survey.Survey {
	plain, broken := mixed(5), mixed(5)
	broken.Breakdowns = []survey.Breakdown{{Question: broken.Questions[0].ID, By: broken.Questions[1].ID}}
	return map[string]*survey.Survey{"plain": plain, "breakdowns": broken, "every kind": every(5)}
}

// Counting many cells at once gives what counting one response after the other gives.
func TestCounterLaw(t *testing.T) {
	for name, s := range countedSurveys() {
		t.Run(name, func(t *testing.T) {
			rapid.Check(t, func(t *rapid.T) {
				counter, want := results.NewCounter(s), results.NewTally(s)
				for _, answers := range drawSheets(t, s, 12) {
					cells := cellsOf(s, answers)
					if !want.AddCells(cells) || !counter.Add(cells) {
						t.Fatalf("the cells %v are refused", cells)
					}
				}
				if got, ok := counter.Tally(); !ok || !got.Equal(want) {
					t.Fatalf("got %+v, %v, want %+v", got, ok, want)
				}
			})
		})
	}
}

// Cells that do not fit are told, at once or in the end.
func TestCounterRefuses(t *testing.T) {
	for name, s := range countedSurveys() {
		good := cellsOf(s, copies(s, 1)[0])
		bad := append([]byte{200}, good[1:]...)
		tests := map[string][]byte{"none": nil, "too few": good[1:], "too many": append(good[:len(good):len(good)], 1), "beyond its points": bad}
		for cells, codes := range tests {
			t.Run(name+", "+cells, func(t *testing.T) {
				counter := results.NewCounter(s)
				if !counter.Add(good) {
					t.Fatal("cells that fit are refused")
				}
				added := counter.Add(codes)
				if _, ok := counter.Tally(); added && ok {
					t.Error("the codes were counted")
				}
			})
		}
	}
}
