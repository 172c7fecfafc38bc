// Package resultstest says by itself what may be shown of a session, for tests to
// compare screens, tables and files with. It counts people, knows nothing of tallies
// and shares no code with package results.
package resultstest

import "slices"

// Round is one opening of a session: how many people of each group answered, one group
// after the other. All rounds but the last were closed; the last one is, unless the
// session is open.
type Round []int

// People returns how many people may be shown of a session with k as its smallest
// group, and of which rounds the breakdowns are: those before the returned one; 0 when
// there are none. While a session collects for the first time, all complete groups of k
// but the last are shown, with those of earlier rounds that were too few to be shown.
func People(k int, open bool, rounds ...Round) (shown, breakdowns int) {
	all := 0
	for i, r := range rounds {
		before, came := all, r.people()
		all += came
		switch collects := open && i == len(rounds)-1; {
		case collects && shown == 0 && before+max(0, came/k-1)*k >= k:
			shown = before + max(0, came/k-1)*k
		case !collects && all-shown >= k:
			if shown == 0 {
				breakdowns = i + 1
			}
			shown = all
		}
	}
	return shown, breakdowns
}

// Groups returns of each group of a breakdown how many people are shown by themselves,
// and how many are shown together with others. All of them together are no group.
func Groups(k int, open bool, rounds ...Round) (apart, together []int) {
	_, until := People(k, open, rounds...)
	apart, together = make([]int, len(rounds[0])), make([]int, len(rounds[0]))
	order, small, few := []int{}, 0, 0
	for g := range apart {
		for _, r := range rounds[:until] {
			apart[g] += r[g]
		}
		if order = append(order, g); apart[g] > 0 && apart[g] < k {
			small, few = small+1, few+apart[g]
		}
	}
	slices.SortStableFunc(order, func(a, b int) int { return apart[a] - apart[b] })
	for i, hidden := 0, 0; few > 0 && i < len(order) && (apart[order[i]] < k || hidden < k); i++ {
		g := order[i]
		if hidden += apart[g]; small > 1 && few >= k {
			together[g] = apart[g]
		}
		apart[g] = 0
	}
	if slices.Max(apart) == 0 || told(k, rounds[:until], apart, together) {
		return make([]int, len(apart)), make([]int, len(apart))
	}
	return apart, together
}

// Merged returns the rounds that say of a session what its files together show, each
// of which holds other people of it and was closed: what the files show, those that have
// shown most first. Whoever no file shows is in none of them.
func Merged(k int, files ...Round) []Round {
	shown := slices.DeleteFunc(slices.Clone(files), func(r Round) bool { return r.people() < k })
	slices.SortStableFunc(shown, func(a, b Round) int { return b.people() - a.people() })
	if len(shown) == 0 {
		return []Round{make(Round, len(files[0]))}
	}
	return shown
}
