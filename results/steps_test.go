package results_test

import (
	"testing"

	"anketa/results"
	"anketa/survey"
)

// queue returns the batches of people who came in the order of their groups' letters.
func queue(s *survey.Survey, order string) results.Batches {
	b := results.NewBatches(s)
	for _, group := range order {
		sheet := copies(s, 1)[0]
		sheet[1].Code = survey.Code(group-'a') + 1
		b.Add(sheet)
	}
	return b
}

// A breakdown is not shown when a group and the batches that were shown while people
// came would tell the answers of fewer than k people: of members who came with few
// others, of the others, and of both. The stored batches say the same before and behind
// the end, and behind it nothing about the order but that.
// Negative control: a seal that forgets the steps.
func TestSteps(t *testing.T) {
	for order, shown := range map[string]bool{
		"aaaaabbbbb":             true,  // the batch is one group
		"aaaaaabbbbb":            false, // the sixth of a group is left
		"aaaabcccbbbbbbb":        false, // those of both are alone but for three others
		"aaaabbbbbcccbbbb":       true,
		"aaaaabbbbbbbbbb":        true,
		"aaaaaaaaabbbbbbbbbbb":   false, // the tenth of the first two batches is left
		"ababababababababababab": true,
		"abababbbbbbbbbbaa":      true,
	} {
		t.Run(order, func(t *testing.T) {
			s := grouped(5)
			open := stored(t, s, queue(s, order))
			open.Seal()
			b := stored(t, s, open)
			r := release(t, s, results.Part{Batches: b})
			if got := !r.Breakdowns()[0].Hidden; got != shown {
				t.Errorf("the groups are shown: %t, want %t", got, shown)
			}
			if shown && string(encode(t, &b)) != string(encode(t, unwatched(s, order))) {
				t.Error("the sealed batches tell something of the order")
			}
			if rows, err := r.Rows(0); err != nil || shown == rows.Withheld(1) {
				t.Errorf("rows have no groups: %t (%v)", rows.Withheld(1), err)
			}
		})
	}
}

// unwatched returns sealed batches of the same people, whom nobody saw come.
func unwatched(s *survey.Survey, order string) *results.Batches {
	b, came := results.NewBatches(s), queue(s, order)
	b.Restore(came.Total())
	return &b
}

// That a session shows no breakdown because of its batches stays, whatever becomes of
// it, and of its order nothing else: two orders for which it must be so give the same
// bytes. Nobody would be told with it who had not been told without.
// Negative controls: a clone, a form, a union and a recount without that bit.
func TestSilent(t *testing.T) {
	s := grouped(5)
	sealed := func() results.Batches {
		b := queue(s, "aaaaaabbbbbbbbbb")
		b.Seal()
		return b
	}
	later := queue(s, "bbbbbaaaaaabbbbb")
	if later.Seal(); string(encode(t, new(sealed()))) != string(encode(t, &later)) {
		t.Error("the sealed batches tell more of the order than that it tells")
	}
	for name, of := range map[string]func() results.Part{
		"sealed again": func() results.Part {
			b := sealed()
			b.Seal()
			return results.Part{Batches: b}
		},
		"stored": func() results.Part { return results.Part{Batches: stored(t, s, sealed())} },
		"counted anew": func() results.Part {
			b := sealed()
			b.Restore(b.Total())
			b.Seal()
			return results.Part{Batches: stored(t, s, b)}
		},
		"opened and closed again": func() results.Part {
			p := results.Part{Survey: s, Batches: sealed()}
			p.Reopen()
			for _, sheet := range copies(s, 6) {
				p.Batches.Add(sheet)
			}
			p.Batches.Seal()
			return results.Part{Batches: stored(t, s, p.Batches)}
		},
		"a union with a copy": func() results.Part {
			b := sealed()
			u := results.Union(s, b.Total(), []results.Batches{sealed(), sealed()}, common(16))
			return results.Part{Batches: stored(t, s, u)}
		},
		"a union with more": func() results.Part {
			b, other := sealed(), queue(s, "ab")
			total := b.Total()
			total.Merge(other.Total())
			return results.Part{Batches: stored(t, s, results.Union(s, total, []results.Batches{b, other}, common(0)))}
		},
		"a union with an open copy": func() results.Part {
			b, copied := sealed(), queue(s, "aaaaaabbbbbbbbbb")
			return results.Part{Batches: stored(t, s, results.Union(s, b.Total(), []results.Batches{b, copied}, common(16)))}
		},
	} {
		r := release(t, s, of())
		if b := r.Breakdowns()[0]; !b.Hidden || len(b.Groups) > 0 || r.Tally.N() < 16 {
			t.Errorf("%s: %d are shown, and %d groups of them", name, r.Tally.N(), len(b.Groups))
		}
	}
}

// More batches than are kept show no breakdown, and stay small.
func TestStepsEnd(t *testing.T) {
	s := grouped(5)
	b := results.NewBatches(s)
	for i := range 5 * 300 {
		sheet := copies(s, 1)[0]
		sheet[1].Code = survey.Code(i%2) + 1
		b.Add(sheet)
	}
	if size := len(encode(t, &b)); size > 4096 {
		t.Errorf("the batches take %d bytes", size)
	}
	b.Seal()
	if r := release(t, s, results.Part{Batches: b}); !r.Breakdowns()[0].Hidden || r.Tally.N() != 1500 {
		t.Error("a breakdown is shown of batches that nobody compared with it")
	}
}
