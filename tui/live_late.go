package tui

import (
	"slices"

	"anketa/results"
	"anketa/survey"
)

// openAgain reports whether a session takes answers again whose results were shown.
func (l *live) openAgain() bool {
	return slices.ContainsFunc(l.release.Parts, func(p results.Part) bool { return p.Session.Open && p.Reopened() })
}

// lateness says what becomes of the answers that came, or come, behind a collection
// that was ended before.
func (l *live) lateness() string {
	t, late, k := &l.text.Late, l.release.Late(), l.release.Survey.MinGroup
	switch {
	case len(l.release.Parts) > 1:
		return l.text.Format(t.Several, k)
	case late == 0:
		return l.text.Format(t.None, k)
	case !l.release.Open():
		return l.text.Count(t.Came, late) + " " + l.text.Format(t.Kept, k)
	case late < k:
		return l.text.Count(t.Came, late) + " " + l.text.Count(t.Need, k-late)
	}
	return l.text.Count(t.Came, late) + " " + t.Enough
}

// confirmation asks whether to end the collection and says what follows.
func (l *live) confirmation() string {
	return l.text.Live.ConfirmClose + " " + l.consequence()
}

// consequence says what is shown once the collection is ended.
func (l *live) consequence() string {
	r := l.release
	switch k := r.Survey.MinGroup; {
	case r.Survey.Release == survey.ReleaseLive:
		return l.text.Late.ThenLive
	case r.Responses() < k:
		return l.text.Format(l.text.Live.TooFew, k)
	case l.openAgain() && r.Late() < k:
		if r.Late() == 0 {
			return l.text.Late.ThenLive
		}
		return l.text.Late.ThenSame
	}
	return l.text.Live.ThenShown
}

// end says that everybody has answered and what ending the collection does.
func (l *live) end() string {
	switch {
	case !l.openAgain():
		return l.text.Console.End
	case l.release.Late() >= l.release.Survey.MinGroup:
		return l.text.Late.End
	}
	return l.text.Late.EndLess
}
