package tui

import (
	"strconv"
	"strings"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"anketa/survey"
)

// answerLines draws the line of a question that is asked.
func (r *review) answerLines(i, line int, focused bool) []string {
	margin := "    "
	if line < 9 {
		margin = "  " + string(rune('1'+line)) + " "
	}
	if focused {
		margin = "› " + margin[2:]
	}
	q, answer := &r.survey.Questions[i], r.interview.Answer(i)
	said, style := r.text.Interview.NoAnswer, r.styles.Hint
	if answer.Given() {
		said, style = r.said(q, answer), r.styles.Strong
	}
	return r.beside(margin, q.Text.In(r.lang), said, lipgloss.NewStyle(), style)
}

// droppedLines draws the line of a question that is not asked any more.
func (r *review) droppedLines(i int) []string {
	q := &r.survey.Questions[i]
	said := r.said(q, r.interview.Answer(i)) + " " + r.text.Interview.NotSent
	return r.beside("    ", q.Text.In(r.lang), said, r.styles.Dropped, r.styles.Dropped)
}

// beside puts question and answer side by side, wrapped.
func (r *review) beside(margin, asked, said string, question, answer lipgloss.Style) []string {
	width := r.layout.column - 4
	left := width * 3 / 5
	a := strings.Split(wrap(asked, left-2), "\n")
	b := strings.Split(wrap(strings.ReplaceAll(said, "\n", " "), width-left), "\n")
	var lines []string
	for n := range max(len(a), len(b)) {
		space, text := strings.Repeat(" ", left), ""
		if n < len(a) {
			space, text = strings.Repeat(" ", left-ansi.StringWidth(a[n])), question.Render(a[n])
		}
		if n < len(b) {
			space += answer.Render(b[n])
		}
		lines = append(lines, margin+text+space)
		margin = "    "
	}
	return lines
}

// said returns an answer as people read it.
func (s *shared) said(q *survey.Question, a survey.Answer) string {
	switch {
	case q.Kind == survey.KindText && a.Quote:
		return a.Text + " (" + s.text.Live.Quotable + ")"
	case q.Kind == survey.KindText:
		return a.Text
	case q.Kind == survey.KindBeforeAfter:
		return s.text.Format(s.text.Interview.Pair, q.Label(a.Before, s.lang), q.Label(a.Code, s.lang))
	case a.Code == survey.NotApplicable:
		return q.Label(a.Code, s.lang)
	case q.Kind == survey.KindNumber:
		return strings.TrimSpace(strconv.Itoa(a.Number) + " " + q.Unit.In(s.lang))
	}
	codes := []survey.Code{a.Code}
	if q.Kind == survey.KindMulti {
		codes = a.Set.Codes()
	}
	labels := make([]string, len(codes))
	for i, code := range codes {
		labels[i] = q.Label(code, s.lang)
	}
	if a.Text != "" {
		// The point "other" is the last one.
		labels[len(labels)-1] += ": " + a.Text
	}
	return strings.Join(labels, "; ")
}
