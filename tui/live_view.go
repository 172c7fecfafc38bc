package tui

import (
	"strings"

	"anketa/survey"
)

// content draws everything that scrolls: what became of a backup, and below it
// the results.
func (l *live) content() string {
	if l.copied != "" && !l.asking {
		return l.styles.Warning.Render(wrap(l.copied, l.place.column)) + "\n\n" + l.results()
	}
	return l.results()
}

// results draws what is shown and why not more, then one block for each question.
func (l *live) results() string {
	if l.failure != "" {
		return l.styles.Warning.Render(wrap(l.failure, l.place.column))
	}
	if l.release == nil {
		return l.styles.Hint.Render(l.text.Live.Loading)
	}
	if l.release.Tally.N() == 0 || l.asking {
		return l.state()
	}
	blocks := l.blocks()
	if l.columns == 1 {
		return l.state() + "\n\n" + strings.Join(blocks, "\n\n")
	}
	return l.state() + "\n\n" + beside(blocks, l.column, columnGap)
}

// state draws in one sentence or two what is shown, and when there will be more.
func (l *live) state() string {
	if l.asking {
		return l.styles.Warning.Render(wrap(l.confirmation(), l.place.column))
	}
	var lines []string
	if l.demo {
		lines = append(lines, l.styles.Watermark.Render(l.text.Live.Demo))
	}
	lines = append(lines, l.standing()...)
	if left := l.left(l.release); left != "" {
		lines = append(lines, left)
	}
	for i := range lines {
		lines[i] = wrap(lines[i], l.place.column)
	}
	return l.styles.Hint.Render(strings.Join(lines, "\n"))
}

// standing returns what is shown, and when there will be more.
func (l *live) standing() []string {
	t, r := l.text.Live, l.release
	var lines []string
	switch {
	case r.Survey.Release == survey.ReleaseLive:
		lines = append(lines, t.ReleaseLive)
	case r.Hidden() == 0 && !r.Open():
		lines = append(lines, t.Everything)
	case !r.Open():
		lines = append(lines, l.text.Format(t.TooFew, r.Survey.MinGroup))
	default:
		lines = append(lines, l.text.Format(t.Partly, r.Tally.N(), r.Responses())+" "+l.until(),
			l.text.Format(t.Batches, r.Survey.MinGroup))
	}
	if n := r.Partial(); n > 0 {
		lines = append(lines, l.text.Count(t.Partial, n))
	}
	if n := r.Damaged(); n > 0 {
		lines = append(lines, l.text.Count(t.Damaged, n))
	}
	return lines
}

// confirmation asks whether to end the collection and says what follows.
func (l *live) confirmation() string {
	then := l.text.Live.ThenShown
	if k := l.release.Survey.MinGroup; l.release.Responses() < k {
		then = l.text.Format(l.text.Live.TooFew, k)
	}
	return l.text.Live.ConfirmClose + " " + then
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
