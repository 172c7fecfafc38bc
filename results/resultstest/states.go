package resultstest

import "slices"

// Lagged returns how many of n people are shown of a session that was never closed:
// all complete groups of k but the last.
func Lagged(k, n int) int { return max(0, n/k-1) * k }

// Merged returns the rounds that say of a session what its files together show, each
// of which holds other people of it and was closed: the file that has shown most is
// there first, and the others are late answers behind it.
func Merged(k int, files ...Round) []Round {
	shown := func(r Round) int {
		n, _ := People(k, []Round{r})
		return n
	}
	rounds := slices.Clone(files)
	slices.SortStableFunc(rounds, func(a, b Round) int { return shown(b) - shown(a) })
	late := make(Round, len(rounds[0]))
	for _, r := range rounds[1:] {
		for g, n := range r {
			late[g] += n
		}
	}
	return []Round{rounds[0], late}
}
