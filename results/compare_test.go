package results_test

import (
	"fmt"
	"math"
	"testing"

	"anketa/results"
	"anketa/survey"
)

// people returns a closed session in which some of the first 40 agree most and the
// others not at all, asked with a box.
func people(box []survey.Code, most int) results.Part {
	s := mixed(5)
	s.Questions[0].Headline = box
	b := results.NewBatches(s)
	for i := range 40 {
		sheet := copies(s, 1)[0]
		if sheet[0].Code = 1; i < most {
			sheet[0].Code = 5
		}
		b.Add(sheet)
	}
	b.Seal()
	return results.Part{Session: survey.Session{Title: fmt.Sprint(most)}, Survey: s, Batches: b}
}

// Only boxes of the same points are compared: in the second version of the survey the
// box counts other points, so that its share of everybody is no difference between the
// trainings. Negative control: a comparison that takes every box.
func TestSameBox(t *testing.T) {
	top, bottom := []survey.Code{4, 5}, []survey.Code{1, 2}
	for name, c := range map[string]struct {
		boxes [3][]survey.Code
		most  [3]int
		shown int
		p     bool
	}{
		"one box":            {[3][]survey.Code{top, top, top}, [3]int{35, 34, 5}, 3, true},
		"another one last":   {[3][]survey.Code{top, top, bottom}, [3]int{35, 34, 5}, 2, false},
		"another in between": {[3][]survey.Code{top, bottom, top}, [3]int{35, 34, 5}, 2, true},
		"none is the same":   {[3][]survey.Code{top, bottom, {3}}, [3]int{35, 34, 5}, 1, false},
	} {
		var figures []*results.Figures
		for i, box := range c.boxes {
			r, err := results.NewRelease(people(box, c.most[i]))
			if err != nil {
				t.Fatal(err)
			}
			f := r.Figures(0)
			figures = append(figures, &f)
		}
		got := results.Compare(figures[0].Question, figures)
		if got.Shown() != c.shown {
			t.Errorf("%s: %d boxes are compared, want %d", name, got.Shown(), c.shown)
		}
		small := false
		for _, p := range got.P {
			small = small || !math.IsNaN(p) && p < 0.05
		}
		if small != c.p {
			t.Errorf("%s: a difference is found: %t (%v)", name, small, got.P)
		}
	}
}
