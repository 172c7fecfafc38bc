package results_test

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"anketa/results"
)

// Intervals that were published: 43 of 72 in the design, the next four in
// Newcombe, Statistics in Medicine 17 (1998), table I, method 3; none and all of
// ten follow from z²/(n+z²).
func TestWilsonPublished(t *testing.T) {
	tests := []struct {
		count, n  int
		low, high float64
	}{
		{43, 72, 0.4818, 0.7028},
		{81, 263, 0.2553, 0.3662},
		{15, 148, 0.0624, 0.1605},
		{0, 20, 0, 0.1611},
		{1, 29, 0.0061, 0.1718},
		{0, 10, 0, 0.2775},
		{10, 10, 0.7225, 1},
		{1, 2, 0.0945, 0.9055},
	}
	for _, tt := range tests {
		low, high := results.Wilson(tt.count, tt.n, 0)
		if math.Abs(low-tt.low) > 0.00005 || math.Abs(high-tt.high) > 0.00005 {
			t.Errorf("%d of %d: got %.4f to %.4f, want %.4f to %.4f", tt.count, tt.n, low, high, tt.low, tt.high)
		}
	}
}

// Without an answer the share can be anything.
func TestWilsonOfNobody(t *testing.T) {
	for _, population := range []int{0, 1, 50} {
		if low, high := results.Wilson(0, 0, population); low != 0 || high != 1 {
			t.Errorf("population %d: got %g to %g, want 0 to 1", population, low, high)
		}
	}
}

// When everybody answered, the share is known: the interval has no width. A
// population smaller than n, a wrong number of attended, is taken as n.
func TestWilsonOfEverybody(t *testing.T) {
	if low, high := results.Wilson(1, 1, 1); low != 1 || high != 1 {
		t.Errorf("the only one: got %g to %g, want 1", low, high)
	}
	for _, population := range []int{1, 9, 10} {
		for count := range 11 {
			low, high := results.Wilson(count, 10, population)
			if share := float64(count) / 10; low != share || high != share {
				t.Errorf("%d of 10 out of %d: got %g to %g, want %g", count, population, low, high, share)
			}
		}
	}
}

// scoreTest reports whether a share could have given the count: the definition
// of the interval, with the variance of a sample from a finite population.
func scoreTest(count, n, population int, share float64) bool {
	variance := share * (1 - share) / float64(n)
	if population > 0 {
		variance *= float64(population-n) / float64(population-1)
	}
	return math.Abs(float64(count)/float64(n)-share) <= 1.959963984540054*math.Sqrt(variance)
}

// search halves the way between a share inside and one outside the interval
// until they meet.
func search(inside, outside float64, holds func(share float64) bool) float64 {
	for range 100 {
		if middle := (inside + outside) / 2; holds(middle) {
			inside = middle
		} else {
			outside = middle
		}
	}
	return inside
}

// The closed formula gives the ends that the definition has, with and without a
// known population; they lie around the share, between 0 and 1.
func TestWilsonLaw(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 300).Draw(t, "n")
		count := rapid.IntRange(0, n).Draw(t, "count")
		population := rapid.SampledFrom([]int{0, n + 1, n + 2, 2 * n, 100 * n}).Draw(t, "population")
		if population == 1 {
			population = 2
		}
		low, high := results.Wilson(count, n, population)
		share := float64(count) / float64(n)
		holds := func(p float64) bool { return scoreTest(count, n, population, p) }
		if want := search(share, 0, holds); math.Abs(low-want) > 1e-9 {
			t.Fatalf("%d of %d out of %d: low is %.12f, want %.12f", count, n, population, low, want)
		}
		if want := search(share, 1, holds); math.Abs(high-want) > 1e-9 {
			t.Fatalf("%d of %d out of %d: high is %.12f, want %.12f", count, n, population, high, want)
		}
		if low < 0 || high > 1 || low > share+1e-12 || high < share-1e-12 {
			t.Fatalf("%d of %d: %g to %g does not hold the share", count, n, low, high)
		}
	})
}

// A known population makes the interval narrower, a smaller one still more; a
// huge one makes no difference.
func TestWilsonNarrows(t *testing.T) {
	width := func(population int) float64 {
		low, high := results.Wilson(43, 72, population)
		return high - low
	}
	populations := []int{72, 73, 80, 100, 200, 1000, 100000}
	for i := 1; i < len(populations); i++ {
		if smaller, larger := width(populations[i-1]), width(populations[i]); smaller >= larger {
			t.Errorf("%d people: %g, %d people: %g, want it wider", populations[i-1], smaller, populations[i], larger)
		}
	}
	if infinite := width(0); width(100000) >= infinite || infinite-width(100_000_000) > 1e-6 {
		t.Errorf("infinite: %g, 100000: %g, 100 million: %g", infinite, width(100000), width(100_000_000))
	}
}

// Counting the others gives the mirror image.
func TestWilsonMirrors(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 200).Draw(t, "n")
		count := rapid.IntRange(0, n).Draw(t, "count")
		population := rapid.IntRange(0, 400).Draw(t, "population")
		low, high := results.Wilson(count, n, population)
		mirrorLow, mirrorHigh := results.Wilson(n-count, n, population)
		if math.Abs(low-(1-mirrorHigh)) > 1e-12 || math.Abs(high-(1-mirrorLow)) > 1e-12 {
			t.Fatalf("%d of %d: %g to %g; the others: %g to %g", count, n, low, high, mirrorLow, mirrorHigh)
		}
	})
}
