package tui_test

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"anketa/results"
	"anketa/survey"
	"anketa/tui"
)

// boxed returns a training of a version of the survey whose question "informed" has a
// box of some points.
func boxed(tb testing.TB, title string, revision byte, box ...survey.Code) results.Part {
	tb.Helper()
	s := trainings(tb)
	at, _ := s.Question("informed")
	s.Questions[at].Headline = box
	b := results.NewBatches(s)
	for n, row := range examples(tb) {
		b.Add(example(s, row, n).Answers)
	}
	b.Seal()
	return results.Part{Session: survey.Session{ID: survey.ID{revision}, Title: title, Revision: survey.Revision{revision}}, Survey: s, Batches: b}
}

// released applies the rules to trainings.
func released(tb testing.TB, parts ...results.Part) results.Release {
	tb.Helper()
	r, err := results.NewRelease(parts...)
	if err != nil {
		tb.Fatal(err)
	}
	return r
}

// TestComparisonOfOtherBoxes holds that the shares of boxes that count other points do
// not stand beside each other: the training whose version declared another box has none.
// Negative control: multiples takes every box.
func TestComparisonOfOtherBoxes(t *testing.T) {
	for name, c := range map[string]struct {
		box  []survey.Code
		rows int
	}{
		"the same box":    {[]survey.Code{5}, 2},
		"another box":     {[]survey.Code{1, 2}, 1},
		"one point more":  {[]survey.Code{4, 5}, 1},
		"one point below": {[]survey.Code{4}, 1},
	} {
		first, second := boxed(t, "Niš", 1, 5), boxed(t, "Vranje", 2, c.box...)
		m := tui.ConsoleOf(t.Context(), released(t, first, second), nil)
		m.Compares(released(t, first, second), released(t, first), released(t, second))
		m.Update(tea.WindowSizeMsg{Width: 100, Height: 120})
		m.Update(press("5"))
		_, below, _ := strings.Cut(m.View().Content, "U kojoj meri je obuka doprinela")
		below, _, _ = strings.Cut(below, "U kojoj meri je obuka unapredila")
		if rows := strings.Count(below, " od 72 ("); rows != c.rows {
			t.Errorf("%s: %d shares stand below the question, want %d:\n%s", name, rows, c.rows, below)
		}
	}
}
