package results_test

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"anketa/results"
	"anketa/survey"
)

// heldBack says which answers to a question with a condition are not shown.
func heldBack(s *survey.Survey, q int, open bool, sheets [][]survey.Answer) bool {
	if s.Questions[q].When == nil || !s.Questions[q].Asks() || len(sheets) == 0 {
		return false
	}
	asked := len(sheets) - len(slices.Collect(skipped(sheets, q)))
	return open || asked > 0 && asked < s.MinGroup
}

// skipped yields those who were not asked a question.
func skipped(sheets [][]survey.Answer, q int) func(func([]survey.Answer) bool) {
	return func(yield func([]survey.Answer) bool) {
		for _, sheet := range sheets {
			if sheet[q].Code == survey.NotAsked && !yield(sheet) {
				return
			}
		}
	}
}

// conditional returns the sheets of people of whom some were asked why.
func conditional(s *survey.Survey, asked, others int) [][]survey.Answer {
	said := sheetOf(s, map[int]survey.Answer{recommend: {Code: 2}})
	said[why].Text = "x"
	return slices.Concat(repeat(asked, said), repeat(others, sheetOf(s, map[int]survey.Answer{recommend: {Code: 1}})))
}

// A condition makes a group of its own: its answers are shown once the session
// is closed and at least k were asked, in the figures and as texts. Negative
// control: holds that always says no.
func TestWithheld(t *testing.T) {
	for name, c := range map[string]struct {
		open          bool
		mode          survey.ReleaseMode
		asked, others int
		hidden, texts bool
	}{
		"one of many":      {asked: 1, others: 23, hidden: true},
		"one too few":      {asked: 4, others: 20, hidden: true},
		"enough":           {asked: 5, others: 19, texts: true},
		"all":              {asked: 24, texts: true},
		"nobody":           {others: 24, texts: true},
		"open":             {open: true, asked: 24, hidden: true},
		"open, live":       {open: true, mode: survey.ReleaseLive, asked: 1, others: 23},
		"live, few":        {mode: survey.ReleaseLive, asked: 4, others: 20},
		"live, enough":     {mode: survey.ReleaseLive, asked: 5, others: 19, texts: true},
		"small session":    {asked: 4, hidden: true},
		"nobody answered":  {},
		"nobody, and open": {open: true},
	} {
		t.Run(name, func(t *testing.T) {
			s := every(5)
			if c.mode != "" {
				s.Release = c.mode
			}
			r := release(t, s, results.Part{Session: survey.Session{Open: c.open}, Batches: batches(s, conditional(s, c.asked, c.others))})
			f := r.Figures(why)
			if f.Hidden != c.hidden || f.Hidden && f.N+f.Missing+f.NotAsked != 0 {
				t.Errorf("got %+v, want hidden: %t", f, c.hidden)
			}
			if !c.hidden && f.Withheld != 0 {
				t.Errorf("%d are held back", f.Withheld)
			}
			if got := r.ShowsTexts(&r.Parts[0], "why"); got != c.texts {
				t.Errorf("the texts are shown: %t, want %t", got, c.texts)
			}
		})
	}
}

// Each session is judged by itself, so that no pool reveals what it hides.
func TestWithheldInPool(t *testing.T) {
	s := every(5)
	part := func(asked, others int) results.Part {
		return results.Part{Batches: batches(s, conditional(s, asked, others))}
	}
	r := release(t, s, part(3, 21), part(6, 18))
	if f := r.Figures(why); f.Hidden || f.N != 6 || f.NotAsked != 18 || f.Withheld != 24 || f.Missing != 0 {
		t.Errorf("3 and 6 of 24: got %+v", f)
	}
	r = release(t, s, part(3, 21), part(3, 21))
	if f := r.Figures(why); !f.Hidden || f.N != 0 || f.Withheld != 48 {
		t.Errorf("3 and 3 of 24: got %+v", f)
	}
}

// Whoever watches an open session learns nothing of a question with a condition.
func TestWithheldWhileOpen(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := every(5)
		r := release(t, s, results.Part{Session: survey.Session{Open: true}, Batches: batches(s, drawSheets(t, s, 24))})
		for q := range s.Questions {
			f := r.Figures(q)
			if s.Questions[q].When != nil && (f.N != 0 || f.Missing != 0 || f.NotApplicable != 0 || f.NotAsked != 0) {
				t.Fatalf("%s: %+v is shown", s.Questions[q].ID, f)
			}
		}
	})
}
