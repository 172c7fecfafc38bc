package results

import "anketa/survey"

// Union returns the batches of a closed session of which several files hold
// different responses: total counts the union, and earlier are the batches of the
// files. What any of them has shown is known, so the largest is a release that the
// next one must not differ from by fewer than k people: when the rest is smaller, it
// stays hidden like answers that came late, see [Part.Reopen]. The same holds of
// each question with a condition, and breakdowns stay as they were.
//
// Two limits: smaller releases of other files are compared by their number only, as
// no part of a tally says whose answers it holds; and where a file has shown
// responses that are not in the union, because another file has a different one under
// the same id, all of the union is shown.
func Union(s *survey.Survey, total Tally, earlier []Batches) Batches {
	b := NewBatches(s)
	b.Restore(total)
	base := largest(earlier)
	if base == nil || base.shown.n < b.k {
		return b
	}
	rest, ok := total.minus(base.shown)
	if !ok || rest.n == 0 {
		return b
	}
	if rest.n < b.k {
		b.shown, b.filling = base.shown.Clone(), rest
	}
	if rest.n < b.k || hasGroups(s) {
		was := Part{Survey: s, Batches: base.clone()}
		lagged := was.lagged()
		v := lagged.showingOnly()
		b.log = &v
	}
	return b
}

// largest returns the batches that have shown most, or nil.
func largest(all []Batches) *Batches {
	var most *Batches
	for i := range all {
		if most == nil || all[i].shown.n > most.shown.n {
			most = &all[i]
		}
	}
	return most
}

// hasGroups reports whether smaller groups than all are shown of a session.
func hasGroups(s *survey.Survey) bool {
	for i := range s.Questions {
		if s.Questions[i].When != nil {
			return true
		}
	}
	return len(s.Breakdowns) > 0
}

// showingOnly is visible of what was shown until now, and of nothing that a closing
// would add.
func (p *Part) showingOnly() showing {
	p.Batches.held.reset()
	p.Batches.filling.reset()
	return p.visible()
}

// Shown returns how many responses the batches show before they are sealed.
func (b *Batches) Shown() int { return b.shown.n }

// minus returns what is left without a part, or false when it is no part.
func (t *Tally) minus(part Tally) (Tally, bool) {
	rest := t.Clone()
	if part.n > t.n {
		return rest, false
	}
	rest.n -= part.n
	for i, count := range part.counts {
		if count > rest.counts[i] {
			return rest, false
		}
		rest.counts[i] -= count
	}
	return rest, true
}
