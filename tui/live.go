package tui

import "anketa/results"

// live is what may be shown now of the sessions that are looked at, and how it is
// drawn and said. The tabs of the console and the linear mode take everything
// they show of it from here.
type live struct {
	*shared
	// release is nil until the first one was read.
	release *results.Release
	// closes says that the collection can be ended from here.
	closes bool
	// column is the width of what is drawn.
	column int
	// ungrown is the part of the bars, from 0 to 1, that is not there yet while they grow.
	ungrown float64
}

// answered says how many of how many answered; it is always live.
func (l *live) answered() string {
	if attended := l.release.Attended(); attended > 0 {
		return l.text.Format(l.text.Live.AnsweredOf, l.release.Responses(), attended)
	}
	return l.text.Format(l.text.Live.Answered, l.release.Responses())
}

// heading returns what the sessions are called.
func (l *live) heading() string {
	switch {
	case l.release == nil:
		return l.text.Live.Title
	case len(l.release.Parts) == 1:
		return l.release.Parts[0].Session.Title
	}
	return l.release.Survey.Title.In(l.lang)
}

// mayClose reports whether there is a collection that can be ended here.
func (l *live) mayClose() bool { return l.closes && l.release != nil && l.release.Open() }

// tooFew reports whether the collection ended with so few answers that nothing of it is
// ever shown.
func (l *live) tooFew() bool { return !l.release.Open() && l.release.Tally.N() == 0 }

// whyFew says why nothing is ever shown: a sentence about one training takes the smallest
// group, and several have their own.
func (l *live) whyFew(one string) string {
	if len(l.release.Parts) > 1 {
		one = l.text.Live.SomeTooFew
	}
	return l.text.Format(one, l.release.Survey.MinGroup)
}

// within returns the same, drawn for a width.
func (l *live) within(column int) *live {
	narrow := *l
	narrow.column = column
	return &narrow
}
