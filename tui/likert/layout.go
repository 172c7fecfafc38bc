package likert

import (
	"strings"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"anketa/survey"
)

const (
	// gap is the space between boxes.
	gap = 1
	// most is how many lines a label in a box may have before a list reads better.
	mostLines = 4
	// widestBox keeps boxes from growing apart on a wide terminal.
	widestBox = 30
	// listMargin is what stands before a label in the list: pointer, mark, key and spaces.
	listMargin = 6
)

// look is one of the four looks of a point.
type look int

const (
	plain look = iota
	focused
	chosen
	both
	looks
)

// look returns how the point at a position is drawn.
func (m *Model) look(i int) look {
	l := plain
	if i == m.focus {
		l = focused
	}
	if m.value != survey.Missing && m.points[i].Code == m.value {
		l += chosen
	}
	return l
}

// layout holds what was drawn for one size, theme and language: for each point
// and look its lines. Models share it as long as none of these changes.
type layout struct {
	row   bool
	lines [][looks][]string
	// aside is the "not applicable" point of a row, drawn below it as in a list.
	aside bool
}

// lay decides between row and list and draws nothing yet.
func (m *Model) lay() {
	m.view = &layout{lines: make([][looks][]string, len(m.points))}
	scale := m.scale()
	m.view.aside = len(scale) < len(m.points)
	m.view.row = !m.list && len(scale) > 0 && m.fitsRow(scale)
}

// scale returns the points without the one outside n.
func (m *Model) scale() []Point {
	if last := len(m.points) - 1; last >= 0 && m.points[last].Code == survey.NotApplicable {
		return m.points[:last]
	}
	return m.points
}

// boxWidth returns the width of a box in a row, frame included.
func (m *Model) boxWidth(n int) int {
	return min((m.width-gap*(n-1))/n, widestBox)
}

// fitsRow reports whether boxes side by side hold every label without cutting a word.
func (m *Model) fitsRow(points []Point) bool {
	inner := m.boxWidth(len(points)) - m.styles.Plain.GetHorizontalFrameSize()
	if inner < 3 {
		return false
	}
	for _, p := range points {
		if longestWord(p.Label) > inner || strings.Count(Wrap(p.Label, inner), "\n") >= mostLines {
			return false
		}
	}
	return m.rowHeight(points) <= m.height
}

// labelLines returns how many lines the longest label of a row needs.
func (m *Model) labelLines(points []Point) int {
	inner := m.boxWidth(len(points)) - m.styles.Plain.GetHorizontalFrameSize()
	lines := 1
	for _, p := range points {
		lines = max(lines, 1+strings.Count(Wrap(p.Label, inner), "\n"))
	}
	return lines
}

// padding returns how many empty lines a box has above the key, between key and
// label, and below: it uses the space of a high terminal.
func (m *Model) padding(points []Point) int {
	bare := m.styles.Plain.GetVerticalFrameSize() + 1 + m.labelLines(points)
	spare := m.height - bare - m.asideHeight()
	return max(0, min(spare/5, 2))
}

// rowHeight returns the height of the whole row without padding.
func (m *Model) rowHeight(points []Point) int {
	return m.styles.Plain.GetVerticalFrameSize() + 1 + m.labelLines(points) + m.asideHeight()
}

// asideHeight returns how many lines the point outside n takes below a row.
func (m *Model) asideHeight() int {
	if !m.view.aside {
		return 0
	}
	label := m.points[len(m.points)-1].Label
	return 1 + lipgloss.Height(Wrap(label, m.listWidth()-listMargin-1))
}

// Wrap breaks a text into lines of at most width cells; words that are longer
// are broken, never cut.
func Wrap(text string, width int) string {
	width = max(width, 1)
	wrapped := ansi.Wrap(text, width, "")
	// x/ansi lets a hyphen that stands alone run over the edge.
	if lipgloss.Width(wrapped) > width {
		return ansi.Hardwrap(wrapped, width, false)
	}
	return wrapped
}

// longestWord returns the width of the widest word.
func longestWord(label string) int {
	widest := 0
	for word := range strings.FieldsSeq(label) {
		widest = max(widest, ansi.StringWidth(word))
	}
	return widest
}

// drawn returns the lines of a point in a look, drawing them the first time.
func (m *Model) drawn(i int, l look) []string {
	lines := m.view.lines[i][l]
	if lines == nil {
		if m.view.row && i < len(m.scale()) {
			lines = m.drawBox(i, l)
		} else {
			lines = m.drawLine(i, l)
		}
		m.view.lines[i][l] = lines
	}
	return lines
}

// drawBox draws a point of the row.
func (m *Model) drawBox(i int, l look) []string {
	points := m.scale()
	style, pad := m.styles.box(l), m.padding(points)
	head := points[i].Key
	if l >= chosen {
		head = m.styles.Mark + " " + head
	}
	blank := strings.Repeat("\n", pad)
	width := m.boxWidth(len(points))
	label := Wrap(points[i].Label, width-style.GetHorizontalFrameSize())
	content := blank + head + "\n" + blank + label
	height := style.GetVerticalFrameSize() + 1 + m.labelLines(points) + 3*pad
	return strings.Split(style.Width(width).Height(height).Render(content), "\n")
}

// drawLine draws a point of the list.
func (m *Model) drawLine(i int, l look) []string {
	pointer, mark := " ", " "
	if l == focused || l == both {
		pointer = m.styles.Pointer
	}
	if l >= chosen {
		mark = m.styles.Mark
	}
	p := m.points[i]
	key := p.Key
	if key == "" {
		key = " "
	}
	room := max(m.listWidth()-listMargin-1, 1)
	label := Wrap(p.Label, room)
	lines := strings.Split(label, "\n")
	for n := range lines {
		margin := strings.Repeat(" ", listMargin)
		if n == 0 {
			margin = pointer + mark + " " + key + "  "
		}
		lines[n] = m.styles.line(l).Render(margin + lines[n] + strings.Repeat(" ", max(room+1-lipgloss.Width(lines[n]), 0)))
	}
	return lines
}

// listWidth returns the width of the list's lines.
func (m *Model) listWidth() int {
	widest := 0
	for _, p := range m.points {
		widest = max(widest, ansi.StringWidth(p.Label))
	}
	return min(m.width, widest+listMargin+1)
}
