package results

import "anketa/survey"

// Union returns the batches of a closed session of which several rooms hold different
// responses: total counts the union, and earlier are the batches of each room, which
// has no response in common with another. What they have shown is known, alone and
// added up: when there are further responses, but fewer than k, those stay hidden like
// answers that came late, see [Part.Reopen]. The same holds of each question with a
// condition, and the breakdowns are those of the room that has shown most.
//
// Three limits: where a room has shown responses that are not in the union, because
// another has a different one under the same id, all of the union is shown. Of files
// that share some responses only the one that has shown most speaks for its room. And
// a union knows nothing of other unions of the same rooms: made at different times
// and kept apart, two of them may differ by a few late answers, so merge into one
// database.
func Union(s *survey.Survey, total Tally, earlier []Batches) Batches {
	b := NewBatches(s)
	b.Restore(total)
	base := largest(earlier)
	if base == nil || base.shown.n < b.k {
		return b
	}
	shown, log := addedUp(s, base, earlier)
	rest, ok := total.minus(shown)
	if !ok {
		shown, log = addedUp(s, base, nil)
		if rest, ok = total.minus(shown); !ok {
			return b
		}
	}
	held := rest.n > 0 && rest.n < b.k
	if held {
		b.shown, b.filling = shown, rest
	}
	if base.shown.n < total.n && (held || hasGroups(s)) {
		b.log = &log
	}
	return b
}

// addedUp returns what the rooms have shown together, and what of each question;
// breakdowns are those of the base, which is one of them.
func addedUp(s *survey.Survey, base *Batches, rooms []Batches) (Tally, showing) {
	shown, log := base.shown.Clone(), base.showing(s)
	for i := range rooms {
		if &rooms[i] == base || rooms[i].shown.n < base.k {
			continue
		}
		shown.Merge(rooms[i].shown)
		log.add(rooms[i].showing(s))
	}
	return shown, log
}

// add adds what another room shows of each question; the breakdowns stay.
func (s *showing) add(other showing) {
	s.n += other.n
	for i := range s.of {
		s.of[i] += other.of[i]
		counts := s.slots(i)
		for j, count := range other.slots(i) {
			counts[j] += count
		}
	}
}

// showing returns what the batches show of each question.
func (b *Batches) showing(s *survey.Survey) showing {
	was := Part{Survey: s, Batches: b.clone()}
	lagged := was.lagged()
	return lagged.showingOnly()
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
