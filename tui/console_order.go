package tui

import (
	"cmp"
	"slices"
	"strings"

	"anketa/results"
	"anketa/survey"
)

// order is in which order the questions are listed.
type order int

const (
	bySurvey order = iota
	byShare
	byMedian
	orders
)

// named returns what an order is called.
func (o order) named(s *ConsoleStrings) string {
	switch o {
	case byShare:
		return s.ByShare
	case byMedian:
		return s.ByMedian
	}
	return s.BySurvey
}

// box is the share that a question is compared by.
type box struct {
	label    string
	count, n int
	percent  float64
}

// said is "fully: 43 of 72 (59.7%)".
func (b box) said(l *live) string {
	return b.label + ": " + l.text.Format(l.text.Live.Share, b.count, b.n, l.text.Percent(b.percent))
}

// box returns the declared box of a question; where none is declared, of a scale
// the points on the good side of its middle, of nps the promoters, of before_after
// those who improved, of yes_no the yes. Other questions have none.
func (l *live) box(f *results.Figures) (box, bool) {
	q := f.Question
	if f.N == 0 || !q.Closed() || f.Hidden {
		return box{}, false
	}
	made := func(label string, count int) (box, bool) {
		return box{label, count, f.N, f.Percent(count)}, true
	}
	switch points := boxOf(q); {
	case q.Kind == survey.KindNPS:
		r, _ := f.Recommendation()
		return made(l.text.Live.Promoters, r.Promoters)
	case q.Kind == survey.KindBeforeAfter:
		return made(l.text.Console.Improved, f.Shift.Improved)
	case len(points) > 0:
		labels, count := make([]string, len(points)), 0
		for i, code := range points {
			labels[i] = q.Label(code, l.lang)
			count += f.Counts[code-1]
		}
		return made(strings.Join(labels, " / "), count)
	}
	return box{}, false
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

// sortFigures sorts questions, given by their place, so that the highest come
// first; those that an order says nothing about stand behind, as in the survey.
func sortFigures(places []int, figures []results.Figures, o order) {
	if o == bySurvey {
		return
	}
	// The label of a box is of no concern here.
	unnamed := &live{shared: &shared{text: &Strings{}}}
	rank := func(f *results.Figures) float64 {
		if o == byShare {
			if b, ok := unnamed.box(f); ok {
				return b.percent
			}
			return -1
		}
		return medianRank(f)
	}
	slices.SortStableFunc(places, func(a, b int) int { return cmp.Compare(rank(&figures[b]), rank(&figures[a])) })
}

// medianRank returns where on its scale the median of a question lies, from 0 at
// the bad end to 1 at the good one; below 0 where there is no scale.
func medianRank(f *results.Figures) float64 {
	q := f.Question
	if f.N == 0 || f.Hidden || !q.OfScale() && q.Kind != survey.KindNPS {
		return -1
	}
	last := len(f.Counts) - 1
	low, high := float64(q.ValueAt(0)), float64(q.ValueAt(last))
	at := (f.Quantile(0.5) - low) / (high - low)
	if q.Reverse {
		return 1 - at
	}
	return at
}
