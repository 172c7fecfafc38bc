package results

import (
	"cmp"
	"errors"
	"maps"
	"slices"

	"anketa/survey"
)

// Why the single responses of a session may not leave in rows.
var (
	// ErrRowsOpen says that the session still takes responses.
	ErrRowsOpen = errors.New("the session is open")
	// ErrRowsFew says that it has fewer responses than the smallest group.
	ErrRowsFew = errors.New("the session has too few responses")
	// ErrRowsLate says that it holds back responses that came behind its closing:
	// no row says whether it is one of them.
	ErrRowsLate = errors.New("the session holds back responses")
)

// Rows says what of the single responses of a session may leave in a file, one row
// each. Every response is shown to [Rows.Count] first and then cut by [Rows.Limit].
//
// Taken out are free texts, since they are not linked to a row; the answers to
// questions whose counts are held back; and those to a question whose condition looks
// at something that is taken out, a text among them, because they would tell it.
//
// A row puts the answers of one person side by side, which is what breakdowns do for
// groups. So the questions that make groups are treated like groups: a row keeps what
// it says to them only where at least k rows of the session say the same to all of
// them, and never fewer than k rows are without it (k-anonymity: Sweeney,
// International Journal of Uncertainty, Fuzziness and Knowledge-Based Systems 10/5,
// 2002). Where breakdowns are held back behind a closing, no row has it.
type Rows struct {
	survey *survey.Survey
	// without are the questions that no row has; leaning holds for each position
	// those whose conditions look at it, also through others.
	without []int
	leaning [][]int
	// conditional says that there are questions that are not always asked.
	conditional bool
	// by are the questions that make groups.
	by []int
	k  int
	// groups counts the rows by what they say to them; kept says which of it stays.
	groups map[string]*int
	kept   map[string][]bool
}

// Rows returns the rules for the rows of the ith session, or why it may have none:
// [ErrRowsOpen], [ErrRowsFew] or [ErrRowsLate].
func (r *Release) Rows(i int) (*Rows, error) {
	p := &r.Parts[i]
	v, whole := p.whole()
	switch {
	case p.Session.Open:
		return nil, ErrRowsOpen
	case p.Batches.N() < p.Survey.MinGroup:
		return nil, ErrRowsFew
	case !whole:
		return nil, ErrRowsLate
	}
	conditional := slices.ContainsFunc(p.Survey.Questions, func(q survey.Question) bool { return q.When != nil })
	rows := &Rows{survey: p.Survey, conditional: conditional, leaning: leaning(p.Survey), k: p.Survey.MinGroup, groups: map[string]*int{}}
	taken := make([]bool, len(p.Survey.Questions))
	take := func(q int) {
		taken[q] = true
		for _, other := range rows.leaning[q] {
			taken[other] = true
		}
	}
	for q := range p.Survey.Questions {
		if p.Survey.Questions[q].Kind == survey.KindText || v.of[q] != v.n {
			take(q)
		}
	}
	for _, q := range groupers(p.Survey, r.Survey) {
		switch {
		case v.crossed != v.n:
			take(q)
		case !taken[q]:
			rows.by = append(rows.by, q)
		}
	}
	for q := range taken {
		if taken[q] {
			rows.without = append(rows.without, q)
		}
	}
	return rows, nil
}

// groupers returns the questions of a survey by which it, or the pool that it is in,
// breaks others down, in the order of the declarations.
func groupers(s, pool *survey.Survey) []int {
	var by []int
	for _, b := range slices.Concat(s.Breakdowns, pool.Breakdowns) {
		if at, ok := s.Question(b.By); ok && !slices.Contains(by, at) {
			by = append(by, at)
		}
	}
	return by
}

// leaning returns for each question the positions of those whose conditions look at
// it, directly or through others.
func leaning(s *survey.Survey) [][]int {
	all := make([][]int, len(s.Questions))
	// Conditions look back, so that what leans on a later question is known first.
	for at := len(s.Questions) - 1; at >= 0; at-- {
		for later := at + 1; later < len(s.Questions); later++ {
			if s.Questions[later].When.LooksAt(s.Questions[at].ID) {
				all[at] = append(append(all[at], later), all[later]...)
			}
		}
	}
	return all
}

// Withheld reports whether no row has the answers to the question at position q,
// which are not texts.
func (w *Rows) Withheld(q int) bool { return slices.Contains(w.without, q) }

// Groups reports whether rows may be without their answer to the question at
// position q because too few others gave the same.
func (w *Rows) Groups(q int) bool { return slices.Contains(w.by, q) }

// Counts reports whether the rules need to count the responses first.
func (w *Rows) Counts() bool { return len(w.by) > 0 }

// Count counts the groups that a response belongs to.
func (w *Rows) Count(answers []survey.Answer) {
	var group [16]byte
	said := w.group(group[:0], answers)
	n := w.groups[string(said)]
	if n == nil {
		n = new(int)
		w.groups[string(said)] = n
	}
	*n++
}

// group appends what a response says to the questions that make groups.
func (w *Rows) group(dst []byte, answers []survey.Answer) []byte {
	for _, q := range w.by {
		dst = append(dst, byte(answers[q].Code))
	}
	return dst
}

// Limit takes out of a response what may not leave in its row, and returns what is
// left: a sheet that fits the survey.
func (w *Rows) Limit(answers []survey.Answer) []survey.Answer {
	if w.kept == nil {
		w.kept = map[string][]bool{}
		w.divide(slices.Sorted(maps.Keys(w.groups)), 0)
	}
	for q := range answers {
		if answers[q].Text != "" {
			answers[q].Text, answers[q].Quote = "", false
		}
	}
	for _, q := range w.without {
		answers[q] = survey.Answer{}
	}
	cut := len(w.without) > 0
	if len(w.by) > 0 {
		var group [16]byte
		cut = w.cut(answers, w.kept[string(w.group(group[:0], answers))]) || cut
	}
	if !cut || !w.conditional {
		return answers
	}
	return w.survey.Settle(answers)
}

// cut takes out the answers to the questions that make groups, but for those that are
// kept, with what leans on them.
func (w *Rows) cut(answers []survey.Answer, kept []bool) (cut bool) {
	for i, q := range w.by {
		if i < len(kept) && kept[i] {
			continue
		}
		cut, answers[q] = true, survey.Answer{}
		for _, other := range w.leaning[q] {
			answers[other] = survey.Answer{}
		}
	}
	return cut
}

// divide decides for rows that look the same up to the ith question that makes groups
// what they keep of it and of those behind it. At least k rows look the same then.
func (w *Rows) divide(same []string, i int) {
	if i == len(w.by) || len(same) == 0 {
		return
	}
	parts := map[byte][]string{}
	size := map[byte]int{}
	for _, group := range same {
		parts[group[i]] = append(parts[group[i]], group)
		size[group[i]] += *w.groups[group]
	}
	codes := slices.Sorted(maps.Keys(parts))
	slices.SortStableFunc(codes, func(a, b byte) int { return cmp.Compare(size[a], size[b]) })
	// Who gave no answer looks like those whose answer is taken out.
	rest, without := parts[byte(survey.Missing)], size[byte(survey.Missing)]
	delete(parts, byte(survey.Missing))
	for _, code := range codes {
		// When too few are without, the published counts tell what they said: the next
		// group joins them.
		if code != byte(survey.Missing) && (size[code] < w.k || without > 0 && without < w.k) {
			rest, without = append(rest, parts[code]...), without+size[code]
			delete(parts, code)
		}
	}
	w.keep(rest, false)
	w.divide(rest, i+1)
	for _, code := range codes {
		w.keep(parts[code], true)
		w.divide(parts[code], i+1)
	}
}

// keep notes for groups whether they keep the next of their answers.
func (w *Rows) keep(groups []string, keep bool) {
	for _, group := range groups {
		w.kept[group] = append(w.kept[group], keep)
	}
}
