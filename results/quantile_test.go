package results_test

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

// Medians and quartiles of type 2, as found by hand in the ordered answers.
func TestQuantile(t *testing.T) {
	tests := []struct {
		name           string
		counts         []int
		q1, median, q3 float64
	}{
		{"1", []int{1, 0, 0, 0, 0}, 1, 1, 1},
		{"1 2", []int{1, 1, 0, 0, 0}, 1, 1.5, 2},
		{"1 5", []int{1, 0, 0, 0, 1}, 1, 3, 5},
		{"1 2 3", []int{1, 1, 1, 0, 0}, 1, 2, 3},
		{"1 2 3 4", []int{1, 1, 1, 1, 0}, 1.5, 2.5, 3.5},
		{"1 2 3 4 5", []int{1, 1, 1, 1, 1}, 2, 3, 4},
		{"1 1 1 5", []int{3, 0, 0, 0, 1}, 1, 1, 3},
		{"2 2 4 4", []int{0, 2, 0, 2, 0}, 2, 3, 4},
		{"1 1 2 3 4 4 5 5", []int{2, 1, 1, 2, 2}, 1.5, 3.5, 4.5},
		{"3 ten times", []int{0, 0, 10, 0, 0}, 3, 3, 3},
		{"1 to 5, unequal", []int{1, 2, 3, 4, 5}, 3, 4, 5},
	}
	for _, tt := range tests {
		f := figuresOf(t, tt.counts, 2, 2, 0)
		q1, median, q3 := f.Quantile(0.25), f.Quantile(0.5), f.Quantile(0.75)
		if q1 != tt.q1 || median != tt.median || q3 != tt.q3 {
			t.Errorf("%s: got %g, %g, %g, want %g, %g, %g", tt.name, q1, median, q3, tt.q1, tt.median, tt.q3)
		}
		if least, most := f.Quantile(0), f.Quantile(1); least != f.Quantile(1e-6) || most != f.Quantile(1-1e-6) {
			t.Errorf("%s: the ends are %g and %g", tt.name, least, most)
		}
	}
}

// typeTwo is the quantile num/den by its definition, in whole numbers, from the
// ordered answers written out one by one.
func typeTwo(counts []int, num, den int) float64 {
	var ordered []float64
	for i, n := range counts {
		for range n {
			ordered = append(ordered, float64(i+1))
		}
	}
	n := len(ordered)
	below, rest := n*num/den, n*num%den
	switch {
	case n == 0:
		return math.NaN()
	case below == 0:
		return ordered[0]
	case below == n:
		return ordered[n-1]
	case rest == 0:
		return (ordered[below-1] + ordered[below]) / 2
	}
	return ordered[below]
}

// Every quantile agrees with its definition. Shares such as 1/49 are not exact
// as a float64: 49 times 1/49 falls just below 1, and the answer must not.
func TestQuantileLaw(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		counts := rapid.SliceOfN(rapid.IntRange(0, 30), 2, 7).Draw(t, "counts")
		den := rapid.IntRange(1, 100).Draw(t, "den")
		num := rapid.IntRange(0, den).Draw(t, "num")
		f := figuresOf(t, counts, 1, 1, 0)
		got, want := f.Quantile(float64(num)/float64(den)), typeTwo(counts, num, den)
		if got != want && !(math.IsNaN(got) && math.IsNaN(want)) {
			t.Fatalf("the quantile %d/%d of %v: got %g, want %g", num, den, counts, got, want)
		}
	})
}

// The one share in which rounding shows: half of the first two answers.
func TestQuantileOfInexactShare(t *testing.T) {
	counts := []int{1, 48}
	f := figuresOf(t, counts, 0, 0, 0)
	if got, want := f.Quantile(1.0/49), typeTwo(counts, 1, 49); got != want {
		t.Errorf("the quantile 1/49 of %v: got %g, want %g", counts, got, want)
	}
}

// Quantiles never fall as the share grows.
func TestQuantileGrows(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		counts := rapid.SliceOfN(rapid.IntRange(0, 9), 2, 5).Draw(t, "counts")
		counts[0]++
		f := figuresOf(t, counts, 0, 0, 0)
		last := 1.0
		for i := range 101 {
			q := f.Quantile(float64(i) / 100)
			if q < last || q > float64(len(counts)) {
				t.Fatalf("%v: the quantile %d %% is %g after %g", counts, i, q, last)
			}
			last = q
		}
	})
}
