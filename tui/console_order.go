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

// box returns the share that a question is compared by, with what it counts.
func (l *live) box(f *results.Figures) (box, bool) {
	b, ok := f.Box()
	if !ok {
		return box{}, false
	}
	made := box{count: b.Count, n: b.N, percent: b.Percent}
	switch q := f.Question; q.Kind {
	case survey.KindNPS:
		made.label = l.text.Live.Promoters
	case survey.KindBeforeAfter:
		made.label = l.text.Console.Improved
	default:
		labels := make([]string, len(b.Points))
		for i, code := range b.Points {
			labels[i] = q.Label(code, l.lang)
		}
		made.label = strings.Join(labels, " / ")
	}
	return made, true
}

// sortFigures sorts questions, given by their place, so that the highest come
// first; those that an order says nothing about stand behind, as in the survey.
func sortFigures(places []int, figures []results.Figures, o order) {
	if o == bySurvey {
		return
	}
	rank := func(f *results.Figures) float64 {
		if o == byShare {
			if b, ok := f.Box(); ok {
				return b.Percent
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
