package tui

import "anketa/survey"

// standing returns what is shown, and when there will be more.
func (l *live) standing() []string {
	t, r := l.text.Live, l.release
	var lines []string
	switch {
	case r.Nobody():
		lines = append(lines, t.Nobody)
	case r.Survey.Release == survey.ReleaseLive:
		lines = append(lines, t.ReleaseLive)
	case r.Late() > 0 || l.openAgain():
		lines = append(lines, l.text.Format(t.Partly, r.Tally.N(), r.Responses())+" "+l.lateness())
	case r.Hidden() == 0 && !r.Open():
		lines = append(lines, t.Everything)
	case !r.Open() && r.Apart() > 0:
		lines = append(lines, l.text.Format(t.Partly, r.Tally.N(), r.Responses())+" "+l.text.Format(l.text.Late.Apart, r.Survey.MinGroup))
	case !r.Open() && len(r.Parts) > 1:
		lines = append(lines, l.text.Format(t.SomeTooFew, r.Survey.MinGroup))
	case !r.Open():
		lines = append(lines, l.text.Format(t.TooFew, r.Survey.MinGroup))
	default:
		lines = append(lines, l.text.Format(t.Partly, r.Tally.N(), r.Responses())+" "+l.until(),
			l.text.Format(t.Batches, r.Survey.MinGroup))
	}
	if n := r.Partial(); n > 0 {
		lines = append(lines, l.text.Count(t.Partial, n))
	}
	switch p := r.Paper(); {
	case p.Withheld:
		lines = append(lines, l.text.Format(l.text.Entry.SomeOnPaper, r.Survey.MinGroup))
	case p.N > 0:
		lines = append(lines, l.text.Count(l.text.Entry.OnPaper, p.N))
	}
	if n := r.Damaged(); n > 0 {
		lines = append(lines, l.text.Count(t.Damaged, n))
	}
	return lines
}

// until says how many further answers the next group needs.
func (l *live) until() string {
	wait, attended := l.release.Until(), l.release.Attended()
	if attended > 0 && l.release.Responses()+wait > attended && l.mayClose() {
		return l.text.Live.AtTheEnd
	}
	if wait > 0 {
		return l.text.Count(l.text.Live.Until, wait)
	}
	return ""
}
