package results

import "anketa/survey"

// shape says where the counts of each question of a survey lie in a [Tally].
type shape struct {
	survey *survey.Survey
	spans  []span
	// celled are the spans of questions with a cell, in the order of the cells.
	celled []span
	// crosses are the declared breakdowns, whose counts stand behind plainWidth others.
	crosses    []cross
	plainWidth int
	// width is the number of counts, size the length of a response's cells in bytes.
	width, size int
	// plain says that every cell is the code of a point: the common case, which
	// is counted without looking at the questions.
	plain bool
}

// span is the place of one question's counts: first the missing answers, then
// one count for each point, then the "not applicable" ones, then those who were
// not asked if the question has a condition. What the points are depends on
// the kind:
//
//	likert, choice, yes_no, nps   the points of the question
//	multi                         all who answered, then the options
//	number                        the numbers from the smallest to the largest
//	before_after                  the pairs (before, now): before × points + now
//	text                          "answered"; its missing answers are what is left of n
//	note                          nothing at all
type span struct {
	question *survey.Question
	// offset is the place of the first count, at that of the cell, size its length.
	offset, at, size int
	points           int
	// single says that the cell is the code of one point, options that the points
	// are those of a multi question, aside that there is a "not applicable" one,
	// conditional that some may not be asked.
	single, options, aside, conditional bool
}

// newShape lays out the counts of a survey. In a pool every question may be one
// that some were not asked.
func newShape(s *survey.Survey, pool bool) *shape {
	sh := &shape{survey: s, spans: make([]span, len(s.Questions)), plain: true}
	for i := range s.Questions {
		q := &s.Questions[i]
		sp := span{
			question: q, offset: sh.width, at: sh.size, size: q.CellSize(), points: pointsOf(q),
			single: q.CellSize() == 1 && q.Closed(), options: q.Kind == survey.KindMulti, aside: q.HasNotApplicable(),
			conditional: q.Asks() && (pool || q.When != nil),
		}
		sh.spans[i] = sp
		sh.width += sp.width()
		sh.size += sp.size
		if sp.size > 0 {
			sh.celled = append(sh.celled, sp)
			sh.plain = sh.plain && sp.single
		}
	}
	sh.plainWidth = sh.width
	if !pool {
		sh.layCrosses(s)
	}
	return sh
}

// pointsOf returns how many points the counts of a question have.
func pointsOf(q *survey.Question) int {
	switch q.Kind {
	case survey.KindText:
		return 1
	case survey.KindMulti:
		return 1 + len(q.Points)
	case survey.KindNumber:
		return q.Max - q.Min + 1
	case survey.KindBeforeAfter:
		return len(q.Points) * len(q.Points)
	}
	return len(q.Points)
}

// text reports whether the answers are texts, which lie apart from the cells.
func (s *span) text() bool { return s.question.Kind == survey.KindText }

// width returns how many counts the question has.
func (s *span) width() int {
	switch {
	case !s.question.Asks():
		return 0
	case s.conditional:
		return s.points + 3
	}
	return s.points + 2
}

// slot returns the place of a code among the counts of a question whose cell is
// a single code, or false when the question has no such code.
func (s *span) slot(code survey.Code) (int, bool) {
	switch {
	case int(code) <= s.points:
		return s.offset + int(code), true
	case code == survey.NotAsked:
		return s.offset + s.points + 2, s.conditional
	}
	return s.offset + s.points + 1, s.aside && code == survey.NotApplicable
}

// countCell is count for the answer in the cells of a response.
func (s *span) countCell(counts []uint32, cells []byte, by uint32) bool {
	return s.count(counts, s.question.ParseCell(cells[s.at:s.at+s.size]), by)
}

// count adds to the counts what an answer stands for, and reports whether it
// fits the question. Texts themselves are counted apart.
func (s *span) count(counts []uint32, a survey.Answer, by uint32) bool {
	if s.single {
		slot, ok := s.slot(a.Code)
		if ok {
			counts[slot] += by
		}
		return ok
	}
	if a.Check(s.question) != nil {
		return false
	}
	counts = counts[s.offset : s.offset+s.width()]
	switch {
	case len(counts) == 0:
	case a.Code == survey.NotAsked:
		counts[s.points+2] += by
	case s.text():
	case a.Code == survey.NotApplicable || a.Before == survey.NotApplicable:
		counts[s.points+1] += by
	case a.Code == survey.Missing:
		counts[0] += by
	default:
		s.countPoints(counts[1:], a, by)
	}
	return true
}

// countPoints is count for an answer that chose something.
func (s *span) countPoints(counts []uint32, a survey.Answer, by uint32) {
	switch s.question.Kind {
	case survey.KindMulti:
		counts[0] += by
		for _, code := range a.Set.Codes() {
			counts[code] += by
		}
	case survey.KindNumber:
		counts[a.Number-s.question.Min] += by
	case survey.KindBeforeAfter:
		counts[int(a.Before-1)*len(s.question.Points)+int(a.Code-1)] += by
	}
}

// adds reports whether the answers to the question add up to n responses.
func (s *span) adds(counts []uint32, n int) bool {
	counts = counts[s.offset : s.offset+s.width()]
	if len(counts) == 0 {
		return true
	}
	if aside := counts[s.points+1]; !s.aside && aside != 0 {
		return false
	}
	sum := 0
	for _, c := range counts {
		sum += int(c)
	}
	switch {
	case s.text():
		return counts[0] == 0 && sum <= n
	case s.options:
		return s.optionsAdd(counts, n)
	}
	return sum == n
}

// optionsAdd is adds for a multi question: nobody chose fewer or more options
// than the question takes, or one of them twice.
func (s *span) optionsAdd(counts []uint32, n int) bool {
	answered, chosen := int(counts[1]), 0
	for _, c := range counts[2 : s.points+1] {
		if int(c) > answered {
			return false
		}
		chosen += int(c)
	}
	sum := int(counts[0]) + answered
	for _, c := range counts[s.points+1:] {
		sum += int(c)
	}
	return sum == n && chosen >= answered*s.question.Min && chosen <= answered*s.question.Max
}
