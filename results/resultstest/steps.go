package resultstest

// told reports whether groups that are shown of closed rounds tell, together with the
// batches that were shown before, the answers of fewer than k people. In each round
// people come group by group: of two groups that is the worst order. Every batch is
// known by itself, and so are those who came behind the last one. A union of shown groups
// tells when those who share batches with others are few, or these others are.
func told(k int, rounds []Round, apart, together []int) bool {
	var batches []Round
	batch := make(Round, len(apart))
	for _, r := range rounds {
		came := 0
		for g, n := range r {
			for range n {
				batch[g]++
				// A batch is shown when the next one is complete.
				if came++; came%k == 0 && r.people()-came >= k {
					batches, batch = append(batches, batch), make(Round, len(apart))
				}
			}
		}
	}
	batches = append(batches, batch)
	for union := range 1 << len(apart) {
		in, out := 0, 0
		for _, b := range batches {
			members := 0
			for g, n := range b {
				members += n * (union >> g & 1)
			}
			if others := b.people() - members; members > 0 && others > 0 {
				in, out = in+members, out+others
			}
		}
		if shows(union, apart, together) && (in > 0 && in < k || out > 0 && out < k) {
			return true
		}
	}
	return false
}

// shows reports whether what is shown adds up to a union of groups.
func shows(union int, apart, together []int) bool {
	with, without := false, false
	for g := range apart {
		in := union>>g&1 == 1
		if in && apart[g]+together[g] == 0 {
			return false
		}
		with, without = with || in && together[g] > 0, without || !in && together[g] > 0
	}
	return !with || !without
}

// people returns how many people answered in a round.
func (r Round) people() (n int) {
	for _, people := range r {
		n += people
	}
	return n
}
