package main

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// The quantile is a value of the series, at least the share p is not larger, and with the
// next smaller one it would not be so.
func TestQuantile(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 2))
	for range 300 {
		values := make([]float64, 1+rnd.IntN(30))
		for i := range values {
			values[i] = float64(rnd.IntN(12))
		}
		p := rnd.Float64()
		got := quantile(slices.Clone(values), p)
		upTo := func(limit float64, strictly bool) (n float64) {
			for _, v := range values {
				if v < limit || v == limit && !strictly {
					n++
				}
			}
			return n / float64(len(values))
		}
		if !slices.Contains(values, got) || upTo(got, false) < p || upTo(got, true) >= p && p > 0 {
			t.Errorf("quantile %g of %v is %g", p, values, got)
		}
	}
	if got := median([]float64{3, 1, 2}); got != 2 {
		t.Errorf("the median of 3, 1, 2 is %g", got)
	}
	if !math.IsNaN(median(nil)) {
		t.Error("nothing has a median")
	}
}

// A ratio is that of the medians of everything; its quartiles are those of the blocks.
func TestRatio(t *testing.T) {
	ours := Series{{2, 2, 2}, {4, 4, 4}, {6, 6, 6}, {8, 8, 8}, {10, 10, 10}}
	theirs := Series{{2}, {2}, {2}, {2}, {2}}
	all, low, high := ours.ratio(theirs, median)
	if all != 3 || low != 2 || high != 4 {
		t.Errorf("got %g (%g–%g), want 3 (2–4)", all, low, high)
	}
}
