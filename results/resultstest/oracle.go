// Package resultstest says by itself what may be shown of a session, for tests to
// compare screens, tables and files with. It counts people, knows nothing of tallies
// and shares no code with package results.
package resultstest

import "slices"

// Round is one opening of a session that was closed again: how many people of each
// group answered.
type Round []int

// People returns how many people may be shown of a session with k as its smallest
// group after these rounds, and of which rounds the breakdowns are: those before the
// returned one; 0 when there are none.
func People(k int, rounds []Round) (shown, breakdowns int) {
	all := 0
	for i, r := range rounds {
		for _, n := range r {
			all += n
		}
		if all-shown >= k {
			if shown == 0 {
				breakdowns = i + 1
			}
			shown = all
		}
	}
	return shown, breakdowns
}

// Groups returns for each group of a breakdown whether it is shown by itself, and
// whether it is shown together with others.
func Groups(k int, rounds []Round) (apart, together []bool) {
	_, until := People(k, rounds)
	sizes := make([]int, len(rounds[0]))
	for _, r := range rounds[:until] {
		for g, n := range r {
			sizes[g] += n
		}
	}
	apart, together = make([]bool, len(sizes)), make([]bool, len(sizes))
	order, small, sum := []int{}, 0, 0
	for g, n := range sizes {
		if apart[g] = n > 0; n > 0 {
			order = append(order, g)
		}
		if n > 0 && n < k {
			small, sum = small+1, sum+n
		}
	}
	slices.SortStableFunc(order, func(a, b int) int { return sizes[a] - sizes[b] })
	for i, hidden := 0, 0; small > 0 && i < len(order) && (i < small || hidden < k); i++ {
		apart[order[i]], hidden = false, hidden+sizes[order[i]]
		together[order[i]] = small > 1 && sum >= k
	}
	return apart, together
}
