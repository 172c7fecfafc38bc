package tui

import (
	"strings"

	"anketa/results"
	"anketa/survey"
)

// facilitate asks for the PIN and offers what lies behind it.
func (l *Linear) facilitate() error {
	l.used = true
	right, err := l.unlock()
	if err != nil || !right {
		return err
	}
	return l.menu()
}

// unlock asks for the PIN until it is right; an empty line gives up.
func (l *Linear) unlock() (bool, error) {
	t := l.text
	// Also while one is checked and refused: the next one may be under way.
	l.tty.hide(true)
	defer l.tty.hide(false)
	l.say("", t.Linear.EmptyCancels)
	for {
		pin, err := l.hearSecret(t.Setup.EnterPIN, quietly)
		if err != nil || pin == "" {
			return false, err
		}
		right, refusal := l.checkPIN(pin)
		if right {
			return true, nil
		}
		l.say(refusal)
	}
}

// checkPIN compares a PIN with the stored one and returns what to say when it is
// not right.
func (l *Linear) checkPIN(pin string) (right bool, refusal string) {
	l.say(l.text.Setup.Checking)
	checked, ok := l.do.checkPIN(pin)().(pinMsg)
	switch {
	case !ok || checked.err != nil:
		return false, l.text.Notice.Unreadable
	case checked.wait > 0:
		return false, l.patience(checked.wait)
	}
	return checked.right, l.text.Setup.WrongPIN
}

// spoken returns the figures of a question as sentences.
func (l *live) spoken(f *results.Figures) []string {
	t := l.text.Live
	var lines []string
	switch {
	case f.Hidden && l.release.Open():
		lines = append(lines, l.text.Format(t.HeldOpen, l.release.Survey.MinGroup))
	case f.Hidden:
		lines = append(lines, l.text.Format(t.HeldFew, l.release.Survey.MinGroup))
	case f.Question.Kind == survey.KindText:
		lines = append(lines, list(l.besides(f, l.text.Count(t.Texts, f.Counts[0]))))
	case f.N == 0:
		lines = append(lines, list(l.besides(f, t.NoAnswers)))
	default:
		lines = append(append(lines, l.spokenFigures(f)...), list(l.besides(f, l.base(f)...)))
	}
	return lines
}

// list puts items into one sentence.
func list(items []string) string { return sentence(strings.Join(items, ", ")) }

// spokenFigures returns what the kind of a question asks for: the declared box,
// score, median or shift, then count, n and percentage of each answer.
func (l *live) spokenFigures(f *results.Figures) []string {
	t, q := l.text.Live, f.Question
	switch q.Kind {
	case survey.KindNPS:
		r, _ := f.Recommendation()
		lines := []string{sentence(l.text.Format(t.Score, signed(r.Score)))}
		labels := []string{t.Detractors, t.Passives, t.Promoters}
		for i, count := range groups(f) {
			lines = append(lines, l.share(labels[i], count, f))
		}
		return append(lines, l.shares(f, f.Counts, "")...)
	case survey.KindNumber:
		lines := []string{sentence(l.median(f))}
		for _, b := range f.Bins() {
			lines = append(lines, l.share(l.text.span(float64(b.Low), float64(b.High)), b.Count, f))
		}
		return lines
	case survey.KindBeforeAfter:
		lines := append([]string{sentence(l.shift(f))}, l.shares(f, f.Before, t.Before+": ")...)
		return append(lines, l.shares(f, f.Counts, t.Now+": ")...)
	}
	var lines []string
	if q.Kind == survey.KindMulti {
		lines = append(lines, sentence(t.Several))
	}
	if box, ok := l.declared(f); ok {
		lines = append(lines, l.text.Format(l.text.Linear.Headline, box))
	}
	return append(lines, l.shares(f, f.Counts, "")...)
}

// shares returns a sentence for each point.
func (l *live) shares(f *results.Figures, counts []int, lead string) []string {
	lines := make([]string, len(counts))
	for i, count := range counts {
		lines[i] = l.share(lead+f.Question.Label(survey.Code(i+1), l.lang), count, f)
	}
	return lines
}

// share is "fully: 43 of 72 (59.7%)."
func (l *live) share(label string, count int, f *results.Figures) string {
	return sentence(label + ": " + l.text.Format(l.text.Live.Share, count, f.N, l.text.Percent(f.Percent(count))))
}
