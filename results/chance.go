package results

import (
	"cmp"
	"slices"
	"sort"
)

// Rare is how improbable a difference must be before it is said to be larger than
// chance explains: one in twenty.
const Rare = 0.05

// negligible is the weight, beside that of the most probable outcome, below which
// outcomes are left out of a sum.
const negligible = 1e-30

// SignTest returns how probable it is that changes split as unevenly as these into
// those up and those down, or more so, if each went either way by chance alone: the
// exact sign test, two-sided (Dixon and Mood, JASA 41, 1946). Those who did not
// change say nothing and are left out. It is 1 when nobody changed.
func SignTest(up, down int) float64 {
	n := up + down
	return rarity(0, n, up, func(i int) float64 { return float64(n-i) / float64(i+1) })
}

// Fisher returns how probable it is that the shares count/n and otherCount/otherN differ as much as
// these, or more so, if the same answers were dealt to the two groups by chance alone: the
// exact test of a table of two by two, two-sided, which adds up all tables that are
// not more probable than this one (Fisher, Statistical Methods for Research Workers,
// 5th edition, 1934, §21.02). It takes nothing for granted about the people who did
// not come, so it also holds where everybody answered.
func Fisher(count, n, otherCount, otherN int) float64 {
	all := count + otherCount
	return rarity(max(0, all-otherN), min(n, all), count, func(i int) float64 {
		return float64(n-i) * float64(all-i) / (float64(i+1) * float64(otherN-all+i+1))
	})
}

// rarity adds up the probabilities of all outcomes from low to high that are not
// more probable than one of them. The ratio says how much more probable i+1 is than
// i; it must fall as i grows.
func rarity(low, high, seen int, ratio func(int) float64) float64 {
	most := low + sort.Search(high-low, func(i int) bool { return ratio(low+i) < 1 })
	limit, sum, rare := 0.0, 0.0, 0.0
	outward(low, high, most, ratio, func(i int, weight float64) {
		if i == seen {
			// Outcomes that are as probable differ by how they were rounded.
			limit = weight * (1 + 1e-7)
		}
	})
	outward(low, high, most, ratio, func(_ int, weight float64) {
		sum += weight
		if weight <= limit {
			rare += weight
		}
	})
	return min(rare/sum, 1)
}

// outward visits the outcomes from the most probable one, which weighs 1, to those
// that weigh nothing beside it.
func outward(low, high, most int, ratio func(int) float64, visit func(i int, weight float64)) {
	visit(most, 1)
	weight := 1.0
	for i := most; i < high && weight > negligible; i++ {
		weight *= ratio(i)
		visit(i+1, weight)
	}
	weight = 1
	for i := most - 1; i >= low && weight > negligible; i-- {
		weight /= ratio(i)
		visit(i, weight)
	}
}

// Share is how many of N people of a group fell into a box.
type Share struct {
	Count, N int
}

// Differences returns for each of several groups, which have nobody in common, how probable
// it is that its share differs so much from that of all the others together by
// chance alone: [Fisher] for each, and with more than two groups corrected for there
// being several chances to err (Holm, Scandinavian Journal of Statistics 6, 1979), so that at
// most one set of groups in twenty without any difference has one below [Rare].
// Of two groups both have the same. It is nil for fewer than two.
func Differences(groups []Share) []float64 {
	if len(groups) < 2 {
		return nil
	}
	var all Share
	for _, g := range groups {
		all.Count, all.N = all.Count+g.Count, all.N+g.N
	}
	p := make([]float64, len(groups))
	for i, g := range groups {
		p[i] = Fisher(g.Count, g.N, all.Count-g.Count, all.N-g.N)
	}
	if len(groups) == 2 {
		return p
	}
	return holm(p)
}

// holm corrects probabilities for their being several.
func holm(p []float64) []float64 {
	order := make([]int, len(p))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(p[a], p[b]) })
	corrected, least := make([]float64, len(p)), 0.0
	for rank, i := range order {
		least = max(least, float64(len(p)-rank)*p[i])
		corrected[i] = min(least, 1)
	}
	return corrected
}
