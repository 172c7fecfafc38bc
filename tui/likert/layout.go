package likert

import (
	"strings"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"anketa/survey"
)

const (
	// mostLines is how many lines a label in a box may have before a list reads better.
	mostLines = 4
	// widestBox keeps boxes from growing apart on a wide terminal.
	widestBox = 30
	// narrowest is the least room that a box leaves between its sides.
	narrowest = 3
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
	row bool
	// box is the width of a box in a row, frame included, gap the space between boxes.
	box, gap int
	lines    [][looks][]string
	// large says that the keys are drawn in several rows.
	large bool
	// aside is the "not applicable" point of a row, drawn below it as in a list.
	aside bool
	// ends are the lines below a row of numbers that say what the ends mean.
	ends []string
}

// lay decides between row and list and draws nothing yet.
func (m *Model) lay() {
	m.view = &layout{lines: make([][looks][]string, len(m.points))}
	scale := m.scale()
	m.view.aside = len(scale) < len(m.points)
	if m.list || len(scale) == 0 {
		m.enlarge()
		return
	}
	m.view.box, m.view.gap = m.measure(len(scale))
	m.view.row = m.fitsRow(scale)
	m.enlarge()
	if m.view.row && m.numbers {
		m.view.ends = m.drawEnds()
	}
}

// scale returns the points without the one outside n.
func (m *Model) scale() []Point {
	if last := len(m.points) - 1; last >= 0 && m.points[last].Code == survey.NotApplicable {
		return m.points[:last]
	}
	return m.points
}

// measure returns the width of a box of n, frame included, and the space between boxes.
func (m *Model) measure(n int) (box, gap int) {
	box = min((m.width-n+1)/n, widestBox)
	if m.numbers {
		return m.measureNumbers(n, box)
	}
	return box, 1
}

// inner returns the room between the sides of a box.
func (m *Model) inner() int { return m.view.box - m.styles.Plain.GetHorizontalFrameSize() }

// fitsRow reports whether boxes side by side hold every label without cutting a word.
func (m *Model) fitsRow(points []Point) bool {
	inner := m.inner()
	if inner < narrowest || m.numbers && !m.fitsNumbers() {
		return false
	}
	for _, p := range points {
		if m.numbers {
			break
		}
		if LongestWord(p.Label) > inner || strings.Count(Wrap(p.Label, inner), "\n") >= mostLines {
			return false
		}
	}
	return m.rowHeight(points) <= m.height
}

// labelLines returns how many lines the longest label of a row needs.
func (m *Model) labelLines(points []Point) int {
	if m.numbers {
		return 0
	}
	inner := m.inner()
	lines := 1
	for _, p := range points {
		lines = max(lines, 1+strings.Count(Wrap(p.Label, inner), "\n"))
	}
	return lines
}

// padding returns how many empty lines a box has above the key, between key and
// label, and below: it uses the space of a high terminal.
func (m *Model) padding(points []Point) int {
	spare := (m.height - m.rowHeight(points)) / 5
	if m.numbers {
		return max(0, min(spare, m.numberPadding()))
	}
	return max(0, min(spare, 2))
}

// rowHeight returns the height of the whole row without padding.
func (m *Model) rowHeight(points []Point) int {
	return m.styles.Plain.GetVerticalFrameSize() + m.keyHeight() + m.labelLines(points) + m.endsHeight() + m.asideHeight()
}

// asideHeight returns how many lines the point outside n takes below a row.
func (m *Model) asideHeight() int {
	if !m.view.aside {
		return 0
	}
	label := m.points[len(m.points)-1].Label
	return 1 + lipgloss.Height(Wrap(label, m.listRoom()))
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
	head := m.drawKey(points[i].Key, l)
	blank := strings.Repeat("\n", pad)
	content, parts := blank+head, 2
	if !m.numbers {
		content += "\n" + blank + Wrap(points[i].Label, m.view.box-style.GetHorizontalFrameSize())
		parts = 3
	}
	height := style.GetVerticalFrameSize() + m.keyHeight() + m.labelLines(points) + parts*pad
	return strings.Split(style.Width(m.view.box).Height(height).Render(content), "\n")
}

// headChosen puts the mark before a key, with a space where there is room for it.
func (m *Model) headChosen(head string) string {
	if spaced := m.styles.Mark + " " + head; ansi.StringWidth(spaced) <= m.inner() {
		return spaced
	}
	return m.styles.Mark + head
}
