package results

import (
	"slices"

	"anketa/survey"
)

// Breakdown shows the answers to one question by the groups that another one makes,
// for a pair that the survey declares.
type Breakdown struct {
	// Question is what was answered, By what makes the groups.
	Question, By *survey.Question
	// Groups are those of By in survey order, then those who did not say; a group to
	// which nobody belongs is left out. Behind them stands what was put together.
	Groups []Group
	// Hidden says that no group is shown: figures are unknown then, and not 0.
	Hidden bool
}

// Group is one group of a [Breakdown].
type Group struct {
	// Code is the answer to By that makes the group: a point, [survey.NotApplicable] or,
	// for those who did not say, [survey.Missing]. It means nothing with Together.
	Code survey.Code
	// Together are the groups that are too small to be shown each by itself, and are
	// shown as one; nil otherwise. In several sessions they need not be the same.
	Together []survey.Code
	// Suppressed says that nothing of the group is shown by itself; then Figures are
	// unknown, and not 0.
	Suppressed bool
	// Withheld is how many people of the group belong to sessions that do not show it
	// by itself.
	Withheld int
	// Figures are the answers of the group to the question.
	Figures Figures
}

// Breakdowns returns the declared breakdowns, in the order of the survey.
//
// They are shown of closed sessions only. A group in which fewer than k, the
// smallest group, gave an answer is not shown by itself. Such groups are put
// together when that makes at least k; otherwise they are suppressed, and so is the
// next smallest group until at least k are, because subtracting the others from the
// whole would find them. Where no group is shown by itself, those put together are
// not shown either: they are the whole once more.
//
// Of a session that showed batches while it collected, none is shown when a batch and
// groups together would tell the answers of fewer than k people, see [Batches.tells].
//
// When a session is opened again, what its breakdowns showed stays: late answers
// never enter them, because who came late is another group that subtracting finds.
// In a pool each session adds the groups that it shows itself, and no others, so that
// subtracting one session from the pool finds nothing that it does not show.
func (r *Release) Breakdowns() []Breakdown {
	all := make([]Breakdown, 0, len(r.Survey.Breakdowns))
	for _, declared := range r.Survey.Breakdowns {
		q, _ := r.Survey.Question(declared.Question)
		by, _ := r.Survey.Question(declared.By)
		all = append(all, r.breakdown(declared, &r.Survey.Questions[q], &r.Survey.Questions[by]))
	}
	return all
}

// breakdown puts together what the sessions show of one pair.
func (r *Release) breakdown(declared survey.Breakdown, q, by *survey.Question) Breakdown {
	t := newTable(q, by)
	for i := range r.Parts {
		at := slices.Index(r.Parts[i].Survey.Breakdowns, declared)
		if at >= 0 && r.showings[i].crossed > 0 {
			t.add(&r.showings[i], &r.showings[i].shape.crosses[at], r.Parts[i].Survey.MinGroup)
		}
	}
	return t.breakdown()
}

// table is a breakdown while it is being put together.
type table struct {
	question, by *survey.Question
	// answers and groups say where the counts of the two questions lie.
	answers, groups span
	// shown are the counts of each group that is shown by itself, together of those
	// that are put together; people are in a group, withheld those of sessions that
	// do not show it by itself.
	shown    [][]uint32
	together []uint32
	people   []int
	withheld []int
	// merged are the groups of which some were put together.
	merged []bool
}

// newTable returns an empty table.
func newTable(q, by *survey.Question) *table {
	t := &table{question: q, by: by, answers: spanOf(q), groups: spanOf(by)}
	rows := t.groups.width()
	t.shown, t.people, t.withheld, t.merged = make([][]uint32, rows), make([]int, rows), make([]int, rows), make([]bool, rows)
	return t
}

// spanOf lays out a question by itself, as in a pool.
func spanOf(q *survey.Question) span {
	return span{question: q, points: pointsOf(q), conditional: true}
}

// add adds what one session shows.
func (t *table) add(v *showing, c *cross, k int) {
	fates := fatesOf(v, c, k)
	for row := range c.rows {
		counts := c.row(v.counts, row)
		to := t.place(c, row)
		t.people[to] += sum(counts)
		switch {
		case fates[row] == apart:
			if sum(counts) > 0 {
				t.shown[to] = t.answers.plus(t.shown[to], c.question, counts)
			}
			continue
		case fates[row] == merged:
			t.merged[to] = true
			t.together = t.answers.plus(t.together, c.question, counts)
		}
		t.withheld[to] += sum(counts)
	}
}

// place returns the row of the table for a group of a session.
func (t *table) place(c *cross, row int) int {
	switch {
	case row == 0:
		return 0
	case row > c.by.points:
		return t.groups.points + 1
	}
	return 1 + t.groups.place(c.by, row-1)
}

// plus adds the counts of the same question in another version.
func (s *span) plus(counts []uint32, from *span, others []uint32) []uint32 {
	if counts == nil {
		counts = make([]uint32, s.width())
	}
	s.take(counts, from, others)
	return counts
}

// breakdown returns the finished table.
func (t *table) breakdown() Breakdown {
	b := Breakdown{Question: t.question, By: t.by, Hidden: true}
	var together []survey.Code
	for i := range t.people {
		row := (i + 1) % len(t.people) // Those who did not say come last.
		code := t.code(row)
		if t.merged[row] {
			together = append(together, code)
		}
		if t.people[row] == 0 {
			continue
		}
		g := Group{Code: code, Suppressed: t.shown[row] == nil, Withheld: t.withheld[row]}
		if g.Suppressed {
			g.Figures = Figures{Question: t.question, Hidden: true, Counts: make([]int, t.answers.points)}
		} else {
			g.Figures, b.Hidden = t.figures(t.shown[row]), false
		}
		b.Groups = append(b.Groups, g)
	}
	// Beside no other group, those who are put together are everybody once more.
	if together != nil && !b.Hidden {
		b.Groups = append(b.Groups, Group{Together: together, Figures: t.figures(t.together)})
	}
	return b
}

// code returns the answer that makes the group of a row.
func (t *table) code(row int) survey.Code {
	if row > t.groups.points {
		return survey.NotApplicable
	}
	return survey.Code(row)
}

// figures returns the numbers of a group.
func (t *table) figures(counts []uint32) Figures {
	f := Figures{Question: t.question, Missing: int(counts[0]), NotApplicable: int(counts[t.answers.points+1])}
	for _, c := range counts[1 : 1+t.answers.points] {
		f.Counts = append(f.Counts, int(c))
		f.N += int(c)
	}
	return f
}

// fate is what becomes of a group.
type fate int

const (
	apart fate = iota
	merged
	suppressed
)

// fatesOf decides about each group of a breakdown in one session.
func fatesOf(v *showing, c *cross, k int) []fate {
	fates, sizes := make([]fate, c.rows), make([]int, c.rows)
	small, hidden := 0, 0
	for row := range c.rows {
		counts := c.row(v.counts, row)
		// Who gave no answer to the question makes no group larger.
		sizes[row] = c.answered(v.counts, row)
		if sum(counts) > 0 && sizes[row] < k {
			fates[row] = merged
			small, hidden = small+1, hidden+sizes[row]
		}
	}
	if small == 0 || small > 1 && hidden >= k {
		return fates
	}
	for row := range fates {
		if fates[row] == merged {
			fates[row] = suppressed
		}
	}
	for hidden < k {
		next := nextSmallest(fates, sizes)
		if next < 0 {
			break
		}
		fates[next] = suppressed
		hidden += sizes[next]
	}
	return fates
}

// nextSmallest returns the smallest group that is shown, or -1.
func nextSmallest(fates []fate, sizes []int) int {
	next := -1
	for row, fate := range fates {
		if fate == apart && sizes[row] > 0 && (next < 0 || sizes[row] < sizes[next]) {
			next = row
		}
	}
	return next
}

// sum returns the sum of counts.
func sum(counts []uint32) int {
	n := 0
	for _, c := range counts {
		n += int(c)
	}
	return n
}
