package results

import "anketa/survey"

// pool adds the counts of a tally of another version of the survey, mapped by
// the ids of questions and the values of points. Questions that this version
// did not have were not asked of its people.
func (t *Tally) pool(other Tally) {
	t.n += other.n
	for i := range t.shape.spans {
		to := &t.shape.spans[i]
		counts := t.slots(i)
		at, ok := other.shape.survey.Question(to.question.ID)
		switch {
		case len(counts) == 0:
		case !ok:
			counts[to.points+2] += uint32(other.n)
		default:
			to.take(counts, &other.shape.spans[at], other.slots(at))
		}
	}
}

// take adds the counts of the same question in another version.
func (s *span) take(counts []uint32, from *span, others []uint32) {
	counts[0] += others[0]
	for i := range from.points {
		counts[1+s.place(from, i)] += others[1+i]
	}
	counts[s.points+1] += others[from.points+1]
	if from.conditional {
		counts[s.points+2] += others[from.points+2]
	}
}

// place returns where the ith point of another version is counted.
func (s *span) place(from *span, i int) int {
	switch s.question.Kind {
	case survey.KindText, survey.KindBeforeAfter:
		return i
	case survey.KindNumber:
		return i + from.question.Min - s.question.Min
	case survey.KindMulti:
		if i == 0 {
			return 0
		}
		return 1 + s.option(from, i-1)
	}
	return s.option(from, i)
}

// option returns the position of the point that has the same value as the ith
// of another version.
func (s *span) option(from *span, i int) int {
	code, _ := s.question.CodeOf(from.question.Points[i].Value)
	return int(code) - 1
}
