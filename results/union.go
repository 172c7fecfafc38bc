package results

import (
	"errors"
	"slices"

	"anketa/survey"
)

// ErrMixed says that files of a session cannot be put together because what one of
// them holds back another one shows, so that nobody knows what is known in all.
var ErrMixed = errors.New("answers that one file of the session holds back are shown in another one")

// Union returns the batches of a closed session of which several files hold responses:
// total counts the union, files are those of each file, and common says how many
// responses two of them share. What files that share none have shown is known, alone
// and added up: when there are further responses, but fewer than k, those stay hidden
// like answers that came late, see [Part.Reopen]. The same holds of each question with
// a condition, and the breakdowns are those of the file that has shown most.
//
// Files may overlap, as where one is a union of others made before. Of all answers, and
// of each question, those files speak that have together shown most: what fewer have
// shown differs from the union by at least as many people. Where it cannot be told who
// is shown in two files and the union would show fewer than k people besides if these
// were different ones, it is refused with [ErrMixed]; files of single rooms never are.
//
// Two limits: where files have shown responses that are not in the union, because
// another file has a different one under the same id, all of the union is shown. And a
// union knows nothing of other unions of the same files: made at different times and
// kept apart, two of them may differ by a few late answers, so merge into one database.
func Union(s *survey.Survey, total Tally, files []Batches, common func(i, j int) int) (Batches, error) {
	b := NewBatches(s)
	b.Restore(total)
	base := largest(files)
	if base == nil || base.shown.n < b.k {
		return b, nil
	}
	surely := choices(files, func(i, j int) bool { return common(i, j) == 0 })
	shown, log := addedUp(s, base, surely)
	rest, ok := total.minus(shown)
	if !ok {
		shown, log = addedUp(s, base, [][]Batches{{*base}})
		if rest, ok = total.minus(shown); !ok {
			return b, nil
		}
	}
	// What a file has shown earlier is known, too.
	known, of := slices.Clone(files), make([]int, len(files))
	for i := range files {
		of[i] = i
		if files[i].log != nil {
			known, of = append(known, files[i].before()), append(of, i)
		}
	}
	perhaps := choices(known, func(i, j int) bool {
		return of[i] != of[j] && common(of[i], of[j]) <= known[i].kept()+known[j].kept()
	})
	if _, most := addedUp(s, base, perhaps); b.reveals(&log, &most) {
		return b, ErrMixed
	}
	if base.shown.n == total.n {
		b.silent = base.silent
	}
	held := rest.n > 0 && rest.n < b.k
	if held {
		b.shown, b.filling = shown, rest
	}
	if base.shown.n < total.n && (held || hasGroups(s)) {
		b.log = &log
	}
	return b, nil
}

// before returns the batches as they were when their log was written: the rest is kept.
func (b *Batches) before() Batches {
	was := b.clone()
	rest, _ := b.shown.minus(b.log.Tally)
	was.shown = b.log.Tally.Clone()
	was.filling.Merge(rest)
	return was
}

// kept returns how many responses the batches do not show.
func (b *Batches) kept() int { return b.N() - b.shown.n }

// reveals reports whether showing all, which what is surely known allows, shows fewer
// than k people besides what may be known.
func (b *Batches) reveals(surely, perhaps *showing) bool {
	few := func(all, sure, may int) bool {
		return all >= sure+b.k && all > may && all < may+b.k
	}
	if few(b.shown.n, surely.n, perhaps.n) {
		return true
	}
	for q := range surely.of {
		if all := b.shown.n - b.shown.notAsked(q); few(all, surely.asked(q), perhaps.asked(q)) {
			return true
		}
	}
	return false
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
	was := Part{Survey: s, Batches: b.clone(), Session: survey.Session{Open: b.held.n > 0}}
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
