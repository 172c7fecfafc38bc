package results_test

import (
	"testing"

	"pgregory.net/rapid"

	"anketa/results"
	"anketa/survey"
)

// Merging is commutative and associative, has the empty tally as its neutral
// element, and is what counting everything at once gives.
func TestMergeLaws(t *testing.T) {
	s := every(5)
	rapid.Check(t, func(t *rapid.T) {
		x, y, z := drawSheets(t, s, 6), drawSheets(t, s, 6), drawSheets(t, s, 6)
		a, b, c := count(s, x), count(s, y), count(s, z)
		if ab, ba := merge(s, a, b), merge(s, b, a); !ab.Equal(ba) {
			t.Fatalf("a+b = %+v, b+a = %+v", ab, ba)
		}
		left, right := merge(s, merge(s, a, b), c), merge(s, a, merge(s, b, c))
		if !left.Equal(right) {
			t.Fatalf("(a+b)+c = %+v, a+(b+c) = %+v", left, right)
		}
		if same := merge(s, a, results.NewTally(s)); !same.Equal(a) {
			t.Fatalf("a+0 = %+v, a = %+v", same, a)
		}
		if all := count(s, append(append(x, y...), z...)); !all.Equal(left) {
			t.Fatalf("counted at once %+v, merged %+v", all, left)
		}
	})
}

// merge returns the sum of tallies and leaves them as they are.
func merge(s *survey.Survey, tallies ...results.Tally) results.Tally {
	sum := results.NewTally(s)
	for _, t := range tallies {
		sum.Merge(t)
	}
	return sum
}

// A tally does not know in which order the responses came.
func TestAddOrderLaw(t *testing.T) {
	s := every(5)
	rapid.Check(t, func(t *rapid.T) {
		sheets := drawSheets(t, s, 12)
		shuffled := rapid.Permutation(sheets).Draw(t, "order")
		if a, b := count(s, sheets), count(s, shuffled); !a.Equal(b) {
			t.Fatalf("in one order %+v, in another %+v", a, b)
		}
	})
}

// For each question, what is missing, not applicable, not asked and counted adds
// up to the number of responses.
func TestTallyAddsUp(t *testing.T) {
	s := every(5)
	s.Release = survey.ReleaseLive
	rapid.Check(t, func(t *rapid.T) {
		sheets := drawSheets(t, s, 12)
		b := batches(s, sheets)
		addsUp(t, s, b)
		if b.N() != len(sheets) {
			t.Fatalf("%d of %d responses are counted", b.N(), len(sheets))
		}
	})
}

// Counting stored rows and texts apart gives what counting the sheets gives.
func TestAddCellsLaw(t *testing.T) {
	s := every(5)
	rapid.Check(t, func(t *rapid.T) {
		sheets := drawSheets(t, s, 12)
		got := results.NewTally(s)
		for _, answers := range sheets {
			var cells []byte
			for q := range s.Questions {
				cells = s.Questions[q].AppendCell(cells, answers[q])
				if answers[q].Text != "" {
					got.AddTexts(q, 1)
				}
			}
			if !got.AddCells(cells) {
				t.Fatalf("the cells %v are refused", cells)
			}
		}
		if want := count(s, sheets); !got.Equal(want) {
			t.Fatalf("got %+v, want %+v", got, want)
		}
	})
}
