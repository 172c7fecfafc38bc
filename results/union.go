package results

import (
	"slices"

	"anketa/survey"
)

// Union returns the batches of a closed session of which several files hold responses:
// total counts the union, files are those of each file, and common says how many
// responses two of them share.
//
// It shows nobody whom none of its files has shown, so that whoever has seen all of them
// learns nothing new: those files speak whose responses are different ones and that have
// together shown most, of all answers and of each question with a condition, added up;
// the breakdowns are those of the file that has shown most. Everybody else stays hidden
// in it for good, however many they are: at the kiosks they may be shown later, with
// others, and subtracting would find them. Only where no file holds back anybody, all of
// the union is shown.
//
// One limit: where files have shown responses that are not in the union, because another
// file has a different one under the same id or they are damaged, all of it is shown.
func Union(s *survey.Survey, total Tally, files []Batches, common func(i, j int) int) Batches {
	b := NewBatches(s)
	b.Restore(total)
	base := largest(files)
	if base == nil {
		return b
	}
	if base.Settled() && base.shown.Equal(total) {
		return base.clone()
	}
	shown, log := addedUp(s, base, choices(files, func(i, j int) bool { return common(i, j) == 0 }))
	if !slices.ContainsFunc(files, func(f Batches) bool { return f.holdsBack() }) {
		shown, log.n = total, total.n
		log.keepWhole(s, files, total)
	}
	rest, ok := total.minus(shown)
	if !ok {
		shown, log = addedUp(s, base, [][]Batches{{*base}})
		if rest, ok = total.minus(shown); !ok {
			return b
		}
	}
	if b.joined = rest.n > 0 || hasGroups(s); b.joined {
		b.shown, b.held = shown, rest
		if log.n >= b.k {
			b.log = &log
		}
	}
	return b
}

// holdsBack reports whether there are responses that are not shown.
func (b *Batches) holdsBack() bool { return !b.Settled() || b.shown.n < b.k && b.shown.n > 0 }

// keepWhole shows all answers to the questions of which every file shows all.
func (s *showing) keepWhole(asked *survey.Survey, files []Batches, total Tally) {
	whole := newShowing(total)
	for i := range files {
		shown := files[i].showing(asked)
		for q := range whole.of {
			if shown.of[q] < shown.n {
				whole.of[q] = 0
			}
		}
	}
	for q, of := range whole.of {
		if of > 0 {
			s.keep(q, &whole)
		}
	}
}

// choices returns for each file those that are apart from it and from each
// other, taken from the first on.
func choices(files []Batches, apart func(i, j int) bool) [][]Batches {
	all := make([][]Batches, len(files))
	for i := range files {
		chosen := []int{i}
		for j := range files {
			if !slices.ContainsFunc(chosen, func(c int) bool { return c == j || !apart(c, j) }) {
				chosen = append(chosen, j)
			}
		}
		for _, j := range chosen {
			all[i] = append(all[i], files[j])
		}
	}
	return all
}

// addedUp returns what the choice that has shown most has shown, and of each question
// what that choice has shown that has shown most of it; breakdowns are those of the
// base, which is the largest file.
func addedUp(s *survey.Survey, base *Batches, choices [][]Batches) (Tally, showing) {
	shown, log := newTally(base.shown.shape), newShowing(newTally(base.shown.shape))
	for _, files := range choices {
		all, said := newTally(base.shown.shape), newShowing(newTally(base.shown.shape))
		for i := range files {
			if files[i].shown.n >= base.k {
				all.Merge(files[i].shown)
				said.add(files[i].showing(s))
			}
		}
		if all.n > shown.n {
			shown, log.n = all, all.n
		}
		for q := range log.of {
			if log.of[q] == 0 || said.asked(q) > log.asked(q) {
				log.keep(q, &said)
			}
		}
	}
	of := base.showing(s)
	log.keepBreakdowns(&of)
	return shown, log
}

// add adds what another file shows of each question; the breakdowns stay.
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
	if b.log != nil && b.log.n == b.shown.n {
		return *b.log.clone() // Nothing more was shown since.
	}
	// Only a session that was never closed has a batch that waits for the next one.
	was := Part{Survey: s, Batches: b.clone(), Session: survey.Session{Open: b.held.n > 0 && !b.joined}}
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
