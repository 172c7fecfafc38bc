package grid

import (
	"strings"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"anketa/survey"
	"anketa/tui/likert"
)

// look is one of the four looks of a point in a row.
type look int

const (
	plain look = iota
	focused
	chosen
	both
	looks
)

// drawing holds the rendered parts of the table for one size, theme and
// language. Models share it as long as none of these changes.
type drawing struct {
	// head and foot are the blocks above and below the rows.
	head, foot string
	// rows are the lines of each row's label, without and with the focus.
	rows [][2][]string
	// marks are those of each point with the space before them.
	marks [][looks]string
	// between ends a row.
	between string
	// columns are where each point begins, behind the one before, and ends.
	columns [][2]int
}

// lay draws all parts, if they fit.
func (m *Model) lay() {
	p, ok := m.plan(m.width, m.height)
	if !ok {
		m.view = nil
		return
	}
	m.view = &drawing{head: m.drawHead(p), foot: m.drawFoot(p), between: "\n"}
	if p.spaced {
		m.view.between = "\n\n"
	}
	s := &m.styles
	for _, row := range m.rows {
		m.view.rows = append(m.view.rows, [2][]string{
			drawLabel(s.Row, " ", row, p.label), drawLabel(s.RowFocused, s.Pointer, row, p.label),
		})
	}
	at := leadWidth + p.label
	for i, column := range p.columns {
		end := at + p.before(m, i) + column
		m.view.columns = append(m.view.columns, [2]int{at, end})
		at = end
		var cell [looks]string
		for l := range looks {
			before := strings.Repeat(" ", p.before(m, i)+(column-markWidth)/2)
			after := strings.Repeat(" ", column-markWidth-(column-markWidth)/2)
			cell[l] = before + m.drawMark(l) + after
		}
		m.view.marks = append(m.view.marks, cell)
	}
}

// drawHead draws the keys, the labels of the points and the rule.
func (m *Model) drawHead(p plan) string {
	block := make([]strings.Builder, 1+m.headingLines(p))
	for n := range block {
		block[n].WriteString(strings.Repeat(" ", leadWidth+p.label))
	}
	for i, column := range p.columns {
		before := strings.Repeat(" ", p.before(m, i))
		block[0].WriteString(before + m.styles.Key.Render(center(m.points[i].Key, column)))
		label := strings.Split(likert.Wrap(m.heading(p, i), column), "\n")
		for n := range block[1:] {
			line := ""
			if n < len(label) {
				line = strings.TrimSpace(label[n])
			}
			block[1+n].WriteString(before + m.styles.Label.Render(center(line, column)))
		}
	}
	var head strings.Builder
	for n := range block {
		head.WriteString(block[n].String() + "\n")
	}
	if p.rule {
		rule := strings.Repeat("─", p.tableWidth(m))
		head.WriteString(strings.Repeat(" ", leadWidth) + m.styles.Rule.Render(rule) + "\n")
	}
	return head.String()
}

// drawFoot draws what the point outside n means.
func (m *Model) drawFoot(p plan) string {
	if !p.legend {
		return ""
	}
	last := m.points[len(m.points)-1]
	var foot strings.Builder
	if p.apart {
		foot.WriteByte('\n')
	}
	lead := m.styles.Key.Render(last.Key) + strings.Repeat(" ", keyWidth-len(last.Key))
	for line := range strings.SplitSeq(likert.Wrap(last.Label, p.legendRoom), "\n") {
		foot.WriteString("\n" + strings.Repeat(" ", leadWidth) + lead + m.styles.Label.Render(line))
		lead = strings.Repeat(" ", keyWidth)
	}
	return foot.String()
}

// drawLabel draws the label of a row behind the pointer, in lines of equal width.
func drawLabel(style lipgloss.Style, pointer, label string, width int) []string {
	lines := strings.Split(likert.Wrap(label, width), "\n")
	for n, line := range lines {
		rest := strings.Repeat(" ", max(width-ansi.StringWidth(line), 0))
		lines[n] = style.Render(pointer+" "+line) + rest
		pointer = " "
	}
	return lines
}

// drawMark draws the mark of a point: round, or with corners where the focus is.
func (m *Model) drawMark(l look) string {
	s, mark := &m.styles, " "
	if l >= chosen {
		mark = s.Mark
	}
	style := [...]lipgloss.Style{s.Plain, s.Focused, s.Chosen, s.Both}[l]
	if l == focused || l == both {
		return style.Render("[" + mark + "]")
	}
	return style.Render("(" + mark + ")")
}

// center puts a text into the middle of a width, where marks have their middle.
func center(text string, width int) string {
	space := max(width-ansi.StringWidth(text), 0)
	return strings.Repeat(" ", space/2) + text + strings.Repeat(" ", space-space/2)
}

// View draws the table; it is at most as wide and high as its size. It is empty
// where the table does not fit.
func (m Model) View() string {
	if m.view == nil {
		return ""
	}
	var b strings.Builder
	v := m.view
	// Styles take a few bytes more in some looks than in others.
	b.Grow(2 * (len(v.head) + len(v.foot) + len(m.rows)*len(v.head)))
	b.WriteString(v.head)
	for i := range m.rows {
		if i > 0 {
			b.WriteString(v.between)
		}
		m.viewRow(&b, i)
	}
	b.WriteString(v.foot)
	return b.String()
}

// viewRow writes the lines of a row, with the marks in the first one.
func (m *Model) viewRow(b *strings.Builder, row int) {
	has := 0
	if row == m.row {
		has = 1
	}
	lines := m.view.rows[row][has]
	b.WriteString(lines[0])
	for i := range m.points {
		b.WriteString(m.view.marks[i][m.look(row, i)])
	}
	for _, line := range lines[1:] {
		b.WriteByte('\n')
		b.WriteString(line)
	}
}

// look returns how a point in a row is drawn.
func (m *Model) look(row, i int) look {
	l := plain
	if row == m.row && i == m.focus {
		l = focused
	}
	if m.values[row] != survey.Missing && m.points[i].Code == m.values[row] {
		l += chosen
	}
	return l
}
