package tui

import (
	"fmt"
	"strings"

	"charm.land/lipgloss/v2"

	"anketa/results"
	"anketa/survey"
)

// asked returns the figures of each question that asks, in the order of the survey.
func (l *live) asked() []results.Figures {
	s := l.release.Survey
	figures := make([]results.Figures, 0, len(s.Questions))
	for i := range s.Questions {
		if s.Questions[i].Asks() {
			figures = append(figures, l.release.Figures(i))
		}
	}
	return figures
}

// sectionHeading draws the title of a section over a line, or, where the last
// section ends and none begins, only the line.
func (l *live) sectionHeading(s *survey.Section) string {
	line := l.styles.Rest.Render(strings.Repeat("─", l.column)) + "\n"
	if s == nil {
		return line
	}
	return l.styles.Section.Render(wrap(s.Title.In(l.lang), l.column)) + "\n" + line
}

// question draws one question: text, figures and bars.
func (l *live) question(number int, f *results.Figures, axis commonAxis) string {
	return l.drawQuestion(number, f, func() []string { return append(l.figures(f, axis), l.aside(f, l.base(f)...)) })
}

// drawQuestion draws the text of a question with its number, and below it its
// figures, or why there are none.
func (l *live) drawQuestion(number int, f *results.Figures, figures func() []string) string {
	prefix := fmt.Sprintf("%d. ", number)
	text := wrap(prefix+f.Question.Text.In(l.lang), l.column-len(prefix))
	lines := []string{l.styles.Question.Render(strings.ReplaceAll(text, "\n", "\n"+strings.Repeat(" ", len(prefix))))}
	switch {
	case f.Hidden && l.release.Open():
		lines = append(lines, l.indented(l.styles.Hint, l.text.Format(l.text.Live.HeldOpen, l.release.Survey.MinGroup)))
	case f.Hidden:
		lines = append(lines, l.indented(l.styles.Hint, l.text.Format(l.text.Live.HeldFew, l.release.Survey.MinGroup)))
	case f.Question.Kind == survey.KindText:
		lines = append(lines, l.aside(f, l.text.Count(l.text.Live.Texts, f.Counts[0])))
	case f.N == 0:
		lines = append(lines, l.aside(f, l.text.Live.NoAnswers))
	default:
		lines = append(lines, figures()...)
	}
	return strings.Join(lines, "\n")
}

// figures draws the figures of a question as its kind asks for.
func (l *live) figures(f *results.Figures, axis commonAxis) []string {
	switch f.Question.Kind {
	case survey.KindLikert:
		return l.likert(f, axis)
	case survey.KindNPS:
		return l.recommendation(f, axis)
	case survey.KindNumber:
		return l.quantity(f)
	case survey.KindBeforeAfter:
		return l.pair(f, axis)
	case survey.KindMulti:
		return append([]string{l.indented(l.styles.Hint, l.text.Live.Several)}, l.options(f)...)
	}
	return l.options(f)
}

// indented draws a text that belongs to a question, wrapped below its number.
func (l *live) indented(style lipgloss.Style, text string) string {
	lines := strings.Split(wrap(text, l.column-4), "\n")
	for i := range lines {
		lines[i] = "    " + style.Render(lines[i])
	}
	return strings.Join(lines, "\n")
}

// quotations returns the free texts of a question that are not hidden, each in one
// line.
func (l *live) quotations(q *survey.Question) []string {
	var lines []string
	passages, _ := l.release.Passages(q.ID, results.Facilitator)
	for _, p := range passages {
		if p.Verdict == survey.Hidden {
			continue
		}
		text := strings.ReplaceAll(p.Text, "\n", " ")
		if p.Consent {
			text += " (" + l.text.Live.Quotable + ")"
		}
		lines = append(lines, text)
	}
	return lines
}

// headline draws the declared box: "u značajnoj meri: 43 od 72 (59,7 %)".
func (l *live) headline(f *results.Figures) []string {
	box, ok := l.declared(f)
	if !ok {
		return nil
	}
	return []string{l.indented(l.styles.Strong, box)}
}

// declared returns the declared box, or false where there is none.
func (l *live) declared(f *results.Figures) (string, bool) {
	h, ok := f.Headline()
	if !ok {
		return "", false
	}
	labels := make([]string, len(h.Points))
	for i, code := range h.Points {
		labels[i] = f.Question.Label(code, l.lang)
	}
	return strings.Join(labels, " / ") + ": " + l.text.Format(l.text.Live.Share, h.Count, h.N, l.text.Percent(h.Percent)), true
}

// base says over how many answers the percentages go, and what stands aside.
func (l *live) base(f *results.Figures) []string {
	items := []string{l.text.Format(l.text.Live.N, f.N)}
	if f.Missing > 0 {
		items = append(items, l.text.Format(l.text.Live.Missing, f.Missing))
	}
	if f.NotApplicable > 0 {
		items = append(items, fmt.Sprintf("%s %d", f.Question.NotApplicable.In(l.lang), f.NotApplicable))
	}
	return items
}

// aside draws items in a line below a question, behind them how many were not
// asked and of how many the answers are held back; a line breaks between items where it can.
func (l *live) aside(f *results.Figures, items ...string) string {
	return l.indented(l.styles.Hint, flow(l.besides(f, items...), "   ", l.column-4))
}

// besides returns items, and behind them how many were not asked and of how many
// the answers are held back.
func (l *live) besides(f *results.Figures, items ...string) []string {
	if f.NotAsked > 0 {
		items = append(items, l.text.Format(l.text.Live.NotAsked, f.NotAsked))
	}
	if f.Withheld > 0 {
		items = append(items, l.text.Format(l.text.Live.Withheld, f.Withheld))
	}
	return items
}
