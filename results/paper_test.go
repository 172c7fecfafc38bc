package results_test

import (
	"testing"

	"anketa/results"
	"anketa/survey"
)

// How many came from paper is told only where that number and the rest are no smaller
// than a smallest group, and the sum of sessions only where it is told of each.
func TestPaperIsShown(t *testing.T) {
	s := &survey.Survey{MinGroup: 5, Languages: []survey.Lang{survey.English}, Questions: []survey.Question{{ID: "q", Kind: survey.KindYesNo, Points: make([]survey.Point, 2)}}}
	part := func(n, paper int) results.Part {
		b := results.NewBatches(s)
		for range n {
			b.Add([]survey.Answer{{Code: 1}})
		}
		return results.Part{Survey: s, Batches: b, Paper: paper}
	}
	for _, c := range []struct {
		parts []results.Part
		n     int
		shown bool
	}{
		{[]results.Part{part(0, 0)}, 0, true},
		{[]results.Part{part(24, 0)}, 0, true},
		{[]results.Part{part(24, 1)}, 1, false},
		{[]results.Part{part(24, 4)}, 4, false},
		{[]results.Part{part(24, 5)}, 5, true},
		{[]results.Part{part(24, 19)}, 19, true},
		{[]results.Part{part(24, 20)}, 20, false},
		{[]results.Part{part(24, 24)}, 24, true},
		{[]results.Part{part(4, 4)}, 4, false},
		{[]results.Part{part(24, 5), part(24, 7)}, 12, true},
		{[]results.Part{part(24, 5), part(24, 2)}, 7, false},
		{[]results.Part{part(24, 5), part(24, 0)}, 5, true},
	} {
		r := results.Release{Survey: s, Parts: c.parts}
		if n, shown := r.Paper(); n != c.n || shown != c.shown {
			t.Errorf("%d parts with %d of %d from paper: got %d, %t, want %d, %t", len(c.parts), c.parts[0].Paper, c.parts[0].Batches.N(), n, shown, c.n, c.shown)
		}
	}
}
