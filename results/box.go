package results

import "anketa/survey"

// Box is the share that a question is compared by.
type Box struct {
	// Points are the codes that the box counts; nil for those who improved.
	Points []survey.Code
	// Count of N answers fell into it, Percent is their share, from 0 to 100.
	Count, N int
	Percent  float64
}

// Box returns the declared box of a question; where none is declared, of a scale
// the points on the good side of its middle, of nps the promoters, of before_after
// those who improved, of yes_no the yes. It is false for other questions, and while
// nothing is shown of one.
func (f *Figures) Box() (Box, bool) {
	q := f.Question
	if f.N == 0 || !q.Closed() || f.Hidden {
		return Box{}, false
	}
	made := func(points []survey.Code, count int) (Box, bool) {
		return Box{Points: points, Count: count, N: f.N, Percent: f.Percent(count)}, true
	}
	switch points := boxOf(q); {
	case q.Kind == survey.KindNPS:
		r, _ := f.Recommendation()
		return made([]survey.Code{10, 11}, r.Promoters)
	case q.Kind == survey.KindBeforeAfter:
		return made(nil, f.Shift.Improved)
	case len(points) > 0:
		count := 0
		for _, code := range points {
			count += f.Counts[code-1]
		}
		return made(points, count)
	}
	return Box{}, false
}

// boxOf returns the points that the box of a question counts.
func boxOf(q *survey.Question) []survey.Code {
	switch {
	case len(q.Headline) > 0:
		return q.Headline
	case q.Kind == survey.KindYesNo:
		return []survey.Code{1}
	case q.Kind != survey.KindLikert:
		return nil
	}
	var points []survey.Code
	for i := range q.Points {
		good := i
		if q.Reverse {
			good = len(q.Points) - 1 - i
		}
		if 2*good+1 > len(q.Points) {
			points = append(points, survey.Code(i+1))
		}
	}
	return points
}
