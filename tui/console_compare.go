package tui

import (
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"anketa/results"
	"anketa/survey"
	"anketa/tui/chart"
)

// compare is the tab that puts the sessions of the store beside each other: of each
// question a bar for every session, all on one zero line.
type compare struct {
	c    *console
	pane pane
}

func (p *compare) digit() rune                          { return '5' }
func (p *compare) named(s *ConsoleStrings) TabStrings   { return s.Compare }
func (p *compare) area() *pane                          { return &p.pane }
func (p *compare) keys() []key.Binding                  { return nil }
func (p *compare) press(tea.KeyPressMsg) (action, bool) { return nil, false }
func (p *compare) typing() bool                         { return false }
func (p *compare) open(int) action                      { return nil }
func (p *compare) back() bool                           { return false }
func (p *compare) needsHeld() bool                      { return true }

// lay implements tab.
func (p *compare) lay() {
	c := p.c
	hint := func(text string) piece { return plain(c.styles.Hint.Render(wrap(text, c.place.column))) }
	if c.held == nil {
		p.pane.set(nil, []piece{hint(c.text.Live.Loading)}, 1, c.column)
		return
	}
	rows, others := c.comparable()
	above := c.notices()
	if len(rows) < 2 {
		above = append(above, hint(c.text.Console.OneTraining))
	}
	if others > 0 {
		above = append(above, hint(c.text.Count(c.text.Console.OtherSurvey, others)))
	}
	pieces := c.comparison(rows)
	if len(pieces) == 0 {
		above = append(above, hint(c.text.Console.NoneComparable))
	}
	p.pane.set(above, pieces, c.columns, c.column)
}

// compared is one session, or all of them, as a row of the comparison.
type compared struct {
	label   string
	release *results.Release
}

// comparable returns the sessions that asked the survey that is looked at, and
// behind several of them all together; and how many asked another one.
func (c *console) comparable() (rows []compared, others int) {
	var parts []results.Part
	var sessions []survey.Session
	for i := range c.held {
		r := &c.held[i]
		if r.Survey.ID != c.release.Survey.ID {
			others++
			continue
		}
		rows = append(rows, compared{release: r})
		parts, sessions = append(parts, r.Parts...), append(sessions, r.Parts[0].Session)
	}
	for i, label := range c.labels(sessions) {
		rows[i].label = label
	}
	if len(rows) > 1 {
		if all, err := results.NewRelease(parts...); err == nil {
			rows = append(rows, compared{c.text.Console.Together, &all})
		}
	}
	return rows, others
}

// labels returns by what sessions are told apart: their titles, or where these are
// the same, places or days.
func (c *console) labels(sessions []survey.Session) []string {
	for _, named := range []func(*survey.Session) string{
		func(s *survey.Session) string { return s.Title },
		func(s *survey.Session) string { return s.Place },
		func(s *survey.Session) string { return c.text.day(s.Date) },
	} {
		labels, seen := make([]string, len(sessions)), map[string]bool{}
		for i := range sessions {
			labels[i] = named(&sessions[i])
			seen[labels[i]] = true
		}
		if len(seen) == len(sessions) && !seen[""] {
			return labels
		}
	}
	labels := make([]string, len(sessions))
	for i := range sessions {
		labels[i] = strings.Join(c.particulars(&sessions[i]), ", ")
	}
	return labels
}

// multiple is the figures of one question for each row.
type multiple struct {
	number   int
	question *survey.Question
	figures  []*results.Figures
}

// first returns the figures of the first row that has any.
func (m *multiple) first() *results.Figures {
	for _, f := range m.figures {
		if f != nil {
			return f
		}
	}
	return nil
}

// comparison draws every question that has a box, with a bar for each row.
func (c *console) comparison(rows []compared) []piece {
	multiples := c.multiples(rows)
	frame := c.frameOf(multiples, rows)
	var pieces []piece
	for _, m := range multiples {
		text := c.drawMultiple(m, rows, frame)
		for _, line := range c.chances(&m, rows) {
			text += "\n" + c.indented(c.styles.Body, line)
		}
		pieces = append(pieces, plain(text))
	}
	return pieces
}

// frameOf returns how wide the parts of rows are, so that the zero lines of all
// bars stand below each other.
func (c *console) frameOf(multiples []multiple, rows []compared) multipleFrame {
	var bars [][]int
	frame := multipleFrame{shares: ansi.StringWidth(c.text.Console.NotShown)}
	for _, m := range multiples {
		for _, f := range m.figures {
			if f == nil {
				continue
			}
			if b, ok := c.box(f); ok {
				frame.shares = max(frame.shares, ansi.StringWidth(c.boxShare(b)))
				if bar := divergingCounts(f); bar != nil {
					bars = append(bars, bar)
				}
			}
		}
	}
	for _, r := range rows {
		frame.labels = max(frame.labels, ansi.StringWidth(r.label))
	}
	frame.labels = min(frame.labels, c.column/4)
	frame.axis = chart.NewAxis(bars, max(c.column-frame.labels-frame.shares-6, leastBar))
	return frame
}

// multiples returns the questions that can be compared: those with a box in any row.
func (c *console) multiples(rows []compared) []multiple {
	var all []multiple
	number := 0
	for i := range c.release.Survey.Questions {
		q := &c.release.Survey.Questions[i]
		if !q.Asks() {
			continue
		}
		number++
		m, some := multiple{number: number, question: q, figures: make([]*results.Figures, len(rows))}, false
		for j := range rows {
			at, ok := rows[j].release.Survey.Question(q.ID)
			if !ok || survey.Comparable(q, &rows[j].release.Survey.Questions[at]) != nil {
				continue
			}
			f := rows[j].release.Figures(at)
			if first := m.first(); first != nil && !results.SameBox(first, &f) {
				continue
			}
			m.figures[j] = &f
			_, boxed := c.box(&f)
			some = some || boxed
		}
		if some {
			all = append(all, m)
		}
	}
	return all
}

// divergingCounts returns the counts of the bar by which a question is compared, from the
// bad end to the good one: of before_after how many got worse, stayed and
// improved; nil where there is no scale.
func divergingCounts(f *results.Figures) []int {
	switch f.Question.Kind {
	case survey.KindLikert:
		return turned(f.Question, f.Counts)
	case survey.KindNPS:
		return groups(f)
	case survey.KindBeforeAfter:
		return []int{f.Shift.Lower, f.Shift.Same, f.Shift.Improved}
	}
	return nil
}

// multipleFrame says how wide the parts of a row are.
type multipleFrame struct {
	axis           chart.Axis
	labels, shares int
}

// multipleHeading draws the text of a question with its number.
func (c *console) multipleHeading(m multiple) string {
	prefix := c.text.Format("%d. ", m.number)
	indent := strings.Repeat(" ", ansi.StringWidth(prefix))
	text := wrap(prefix+m.question.Text.In(c.lang), c.column-len(indent))
	return c.styles.Question.Render(strings.ReplaceAll(text, "\n", "\n"+indent))
}

// drawMultiple draws one question of the comparison, with more lines below its text.
func (c *console) drawMultiple(m multiple, rows []compared, frame multipleFrame, below ...string) string {
	lines := append([]string{c.multipleHeading(m)}, below...)
	for _, f := range m.figures {
		if f == nil {
			continue
		}
		if label := c.boxLabel(f); label != "" {
			lines = append(lines, c.indented(c.styles.Hint, label))
			break
		}
	}
	for i, f := range m.figures {
		if f != nil {
			lines = append(lines, c.drawRow(rows[i].label, f, frame)...)
		}
	}
	return strings.Join(lines, "\n")
}

// boxLabel returns what the box of a question counts, or "".
func (c *console) boxLabel(f *results.Figures) string {
	b, ok := c.box(f)
	if !ok {
		return ""
	}
	return b.label
}

// boxShare is "17 of 24 (70.8%)".
func (c *console) boxShare(b box) string {
	return c.text.Format(c.text.Live.Share, b.count, b.n, c.text.Percent(b.percent))
}

// sameLower says how many stayed the same and got worse, beside those who improved.
func (c *console) sameLower(f *results.Figures) string {
	return c.text.Format(c.text.Console.SameLower, f.Shift.Same, f.Shift.Lower)
}

// drawRow draws one row of a question; a label that needs more room than there is
// stands above it.
func (c *console) drawRow(label string, f *results.Figures, frame multipleFrame) []string {
	var lines []string
	if ansi.StringWidth(label) > frame.labels {
		lines, label = append(lines, c.indented(c.styles.Body, label)), ""
	}
	before := "    " + pad(label, frame.labels) + " "
	b, ok := c.box(f)
	if !ok {
		why := c.text.Console.NotShown
		if f.N == 0 && !f.Hidden {
			why = c.text.Live.NoAnswers
		}
		return append(lines, before+c.styles.Hint.Render(why))
	}
	bar := pad(chart.Bar(c.styles.Chart, b.percent/100, frame.axis.Width), frame.axis.Width)
	if counts := divergingCounts(f); counts != nil {
		bar = frame.axis.Diverging(c.styles.Chart, counts)
	}
	lines = append(lines, before+bar+" "+c.boxShare(b))
	if f.Question.Kind == survey.KindBeforeAfter {
		lines = append(lines, strings.Repeat(" ", ansi.StringWidth(before))+c.styles.Hint.Render(c.sameLower(f)))
	}
	return lines
}
