package results_test

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"anketa/results"
	"anketa/survey"
)

// TestFisherByHand holds the test of two by two against values that can be worked out by
// hand, and against what must hold of any table: which group stands first, and
// whether one counts those inside of the box or outside, changes nothing.
// Negative control: a sum that leaves out the other tail.
func TestFisherByHand(t *testing.T) {
	// The lady who tasted tea: 3 of 4 cups with milk first (Fisher, The Design of
	// Experiments, 1935, §5): of 70 ways 16 + 1 on each side.
	if got, want := results.Fisher(3, 4, 1, 4), 34.0/70; math.Abs(got-want) > 1e-12 {
		t.Errorf("the tea: %v, want %v", got, want)
	}
	if got, want := results.Fisher(4, 4, 0, 4), 2.0/70; math.Abs(got-want) > 1e-12 {
		t.Errorf("all cups: %v, want %v", got, want)
	}
	rapid.Check(t, func(t *rapid.T) {
		n, m := rapid.IntRange(0, 60).Draw(t, "n"), rapid.IntRange(0, 60).Draw(t, "m")
		a, b := rapid.IntRange(0, n).Draw(t, "a"), rapid.IntRange(0, m).Draw(t, "b")
		p := results.Fisher(a, n, b, m)
		for _, other := range []float64{results.Fisher(b, m, a, n), results.Fisher(n-a, n, m-b, m)} {
			if math.Abs(p-other) > 1e-9 {
				t.Fatalf("%v and %v are the same table", p, other)
			}
		}
		if p < 0 || p > 1 || math.IsNaN(p) {
			t.Fatalf("%v is no probability", p)
		}
	})
}

// TestChanceIsRarelyDenied holds what the sentence claims: of trainings that do not differ,
// at most one set in twenty is said to. It deals the same answers to three
// trainings in every way, weighted by how many ways there are. Negative control: no correction
// for there being three.
func TestChanceIsRarelyDenied(t *testing.T) {
	choose := func(n, k int) float64 {
		ways := 1.0
		for i := range k {
			ways = ways * float64(n-i) / float64(i+1)
		}
		return ways
	}
	for _, sizes := range [][3]int{{24, 24, 24}, {8, 20, 12}} {
		for _, inside := range []int{10, 20, 25} {
			wrong, all := 0.0, 0.0
			for a := range min(sizes[0], inside) + 1 {
				for b := range min(sizes[1], inside-a) + 1 {
					c := inside - a - b
					if c > sizes[2] {
						continue
					}
					ways := choose(sizes[0], a) * choose(sizes[1], b) * choose(sizes[2], c)
					all += ways
					p := results.Differences([]results.Share{{Count: a, N: sizes[0]}, {Count: b, N: sizes[1]}, {Count: c, N: sizes[2]}})
					if min(p[0], p[1], p[2]) < results.Rare {
						wrong += ways
					}
				}
			}
			if share := wrong / all; share > 0.05 || share == 0 {
				t.Errorf("%v with %d: a difference is claimed in %.4f of all cases", sizes, inside, share)
			}
		}
	}
}

// TestComparisons holds that sessions are compared by what each of them shows by
// itself: one that is hidden has no box, changes nothing for the others, and a
// single one is not compared.
func TestComparisons(t *testing.T) {
	s, sessions := trainings(t)
	part := func(sheets [][]survey.Answer) results.Part { return results.Part{Batches: batches(s, sheets)} }
	nis, other, few := part(sessions["nis"]), part(append(sessions["novi_sad"], sessions["subotica"]...)), part(sessions["nis"][:4])
	compared := func(parts ...results.Part) []results.Comparison {
		r := release(t, s, parts...)
		all, err := r.Comparisons()
		if err != nil {
			t.Fatal(err)
		}
		return all
	}
	both, three := compared(nis, other), compared(nis, few, other)
	if len(both) != 4 || len(three) != 4 || both[0].Question.ID != "informed" {
		t.Fatalf("%d and %d questions are compared, the first is %s", len(both), len(three), both[0].Question.ID)
	}
	same := func(a, b float64) bool { return math.Abs(a-b) < 1e-9 }
	if p := both[0].P; !same(p[0], 0.010389108531931791) || !same(p[0], p[1]) {
		t.Errorf("informed: %v", p)
	}
	for i := range three {
		if c := three[i]; c.Boxes[1] != nil || !math.IsNaN(c.P[1]) || !same(c.P[0], both[i].P[0]) || !same(c.P[2], both[i].P[1]) {
			t.Errorf("%s: a hidden session changes %v to %v", c.Question.ID, both[i].P, c.P)
		}
	}
	if alone := compared(nis); alone != nil {
		t.Errorf("one session is compared: %v", alone)
	}
	if p := compared(nis, few); len(p) != 0 {
		t.Errorf("with a hidden session alone %d questions are compared", len(p))
	}
}
