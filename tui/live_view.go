package tui

import (
	"fmt"
	"strings"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"anketa/results"
	"anketa/survey"
	"anketa/tui/chart"
)

// content draws everything that scrolls: what is shown and why not more, then
// one block for each question.
func (l *live) content() string {
	if l.failure != "" {
		return l.styles.Warning.Render(wrap(l.failure, l.place.column))
	}
	if l.release == nil {
		return l.styles.Hint.Render(l.text.Live.Loading)
	}
	if l.release.Tally.N() == 0 || l.asking {
		return l.state()
	}
	axis := l.axis()
	blocks := make([]string, len(l.release.Survey.Questions))
	for i := range blocks {
		blocks[i] = l.question(i, axis)
	}
	if l.columns == 1 {
		return l.state() + "\n\n" + strings.Join(blocks, "\n\n")
	}
	return l.state() + "\n\n" + beside(blocks, l.column, columnGap)
}

// state says in one sentence or two what is shown, and when there will be more.
func (l *live) state() string {
	t, r := l.text.Live, l.release
	if l.asking {
		return l.styles.Warning.Render(wrap(l.confirmation(), l.place.column))
	}
	var lines []string
	if l.demo {
		lines = append(lines, l.styles.Watermark.Render(t.Demo))
	}
	switch {
	case r.Survey.Release == survey.ReleaseLive:
		lines = append(lines, t.ReleaseLive)
	case r.Hidden() == 0 && !r.Open():
		lines = append(lines, t.Everything)
	case !r.Open():
		lines = append(lines, l.text.Format(t.TooFew, r.Survey.MinGroup))
	default:
		lines = append(lines, l.text.Format(t.Partly, r.Tally.N(), r.Responses())+" "+l.until())
		lines = append(lines, l.text.Format(t.Batches, r.Survey.MinGroup))
	}
	for i := range lines {
		lines[i] = wrap(lines[i], l.place.column)
	}
	return l.styles.Hint.Render(strings.Join(lines, "\n"))
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

// axis returns the common scale of all Likert questions.
func (l *live) axis() chart.Axis {
	var bars [][]int
	for i := range l.release.Survey.Questions {
		if f := l.release.Figures(i); f.Question.Kind == survey.KindLikert {
			bars = append(bars, f.Counts)
		}
	}
	return chart.NewAxis(bars, l.column-4)
}

// question draws one question: text, headline, bars with counts and percents.
func (l *live) question(i int, axis chart.Axis) string {
	f := l.release.Figures(i)
	q := f.Question
	lines := []string{l.styles.Question.Render(strings.ReplaceAll(wrap(fmt.Sprintf("%d. %s", i+1, q.Text.In(l.lang)), l.column-3), "\n", "\n   "))}
	if !q.Closed() {
		lines = append(lines, "    "+l.styles.Hint.Render(l.text.Count(l.text.Live.Texts, f.Counts[0])))
		return strings.Join(append(lines, l.written(q.ID)...), "\n")
	}
	if f.N == 0 {
		return strings.Join(append(lines, "    "+l.styles.Hint.Render(l.text.Live.NoAnswers)), "\n")
	}
	if h, ok := f.Headline(); ok {
		lines = append(lines, l.headline(q, h))
	}
	if q.Kind == survey.KindLikert {
		lines = append(lines, "    "+axis.Diverging(l.styles.Chart, f.Counts))
	}
	return strings.Join(append(append(lines, l.points(&f)...), l.indented(l.styles.Hint, l.base(&f))), "\n")
}

// indented draws a text that belongs to a question, wrapped below its number.
func (l *live) indented(style lipgloss.Style, text string) string {
	lines := strings.Split(wrap(text, l.column-4), "\n")
	for i := range lines {
		lines[i] = "    " + style.Render(lines[i])
	}
	return strings.Join(lines, "\n")
}

// written draws the free texts of a question; they have no order and no row.
func (l *live) written(question string) []string {
	var lines []string
	for _, a := range l.texts[question] {
		text := strings.ReplaceAll(a.Text, "\n", " ")
		if a.Quote {
			text += " (" + l.text.Live.Quotable + ")"
		}
		lines = append(lines, "    – "+strings.ReplaceAll(wrap(text, l.column-6), "\n", "\n      "))
	}
	return lines
}

// headline draws the declared box: "u značajnoj meri: 43 od 72 (59,7 %)".
func (l *live) headline(q *survey.Question, h results.Headline) string {
	labels := make([]string, len(h.Points))
	for i, code := range h.Points {
		labels[i] = q.Label(code, l.lang)
	}
	return l.indented(l.styles.Strong, strings.Join(labels, " / ")+": "+
		l.text.Format(l.text.Live.Share, h.Count, h.N, l.text.Percent(h.Percent)))
}

// points draws a line for each point: label, count, percent, bar.
func (l *live) points(f *results.Figures) []string {
	const figures = 18
	labels := 0
	for i := range f.Counts {
		labels = max(labels, ansi.StringWidth(f.Question.Label(survey.Code(i+1), l.lang)))
	}
	labels = min(labels, l.column/2)
	room := l.column - 4 - 2 - labels - figures
	likert := f.Question.Kind == survey.KindLikert
	var lines []string
	for i, count := range f.Counts {
		label := strings.Split(wrap(f.Question.Label(survey.Code(i+1), l.lang), labels), "\n")
		mark, bar := "  ", ""
		if likert {
			mark = l.styles.Chart.Segment(i, len(f.Counts), 1) + " "
		} else {
			bar = "  " + chart.Bar(l.styles.Chart, float64(count)/float64(f.N), max(room-2, 1))
		}
		line := "    " + mark + pad(label[0], labels) + fmt.Sprintf("%6d", count) + padLeft(l.text.Percent(f.Percent(count)), 10) + bar
		lines = append(lines, line)
		for _, more := range label[1:] {
			lines = append(lines, "      "+more)
		}
	}
	return lines
}

// base says over how many answers the percentages go, and what stands aside.
func (l *live) base(f *results.Figures) string {
	s := l.text.Format(l.text.Live.N, f.N)
	if f.Missing > 0 {
		s += "   " + l.text.Format(l.text.Live.Missing, f.Missing)
	}
	if f.NotApplicable > 0 {
		s += fmt.Sprintf("   %s %d", f.Question.NotApplicable.In(l.lang), f.NotApplicable)
	}
	return s
}
