package marks

import (
	"strings"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"anketa/survey"
	"anketa/tui/likert"
)

const (
	// leadWidth is the width of pointer, box, key and spaces before a label.
	leadWidth = 9
	// gap is the space between two columns.
	gap = 2
	// high is the height from which there is an empty line between options.
	high = 20
)

// look is one of the four looks of an option.
type look int

const (
	plain look = iota
	focused
	marked
	both
	looks
)

// look returns how the option at a position is drawn.
func (m *Model) look(i int) look {
	l := plain
	if i == m.at && !m.rests {
		l = focused
	}
	if m.marked(i) {
		l += marked
	}
	return l
}

// layout holds what was drawn for one size, theme and language: for each option
// and look its lines. Models share it as long as none of these changes.
type layout struct {
	lines [][looks][]string
	// room is the width for labels.
	room int
	// left is how many options stand in the left of two columns, 0 when there is one.
	left int
	// spaced says that there are empty lines between options, apart that there is
	// one above the point outside n.
	spaced, apart bool
}

// lay decides how many columns there are and how much air.
func (m *Model) lay() {
	m.view = &layout{}
	m.column(m.width)
	total := m.count(0, len(m.points))
	if m.twoColumns(total) {
		return
	}
	m.column(m.width)
	m.view.spaced = m.height >= high && total+len(m.points)-1 <= m.height
	m.view.apart = m.aside() && !m.view.spaced && total < m.height
}

// column sets the width of a column, which is no wider than its labels need,
// and forgets what was drawn for another one.
func (m *Model) column(width int) {
	widest := 0
	for _, p := range m.points {
		widest = max(widest, ansi.StringWidth(p.Label))
	}
	m.view.room = max(min(width-leadWidth-1, widest), 1)
	m.view.lines = make([][looks][]string, len(m.points))
}

// twoColumns divides the options into two columns when one is too high and two
// are not, reading down, and reports whether it did.
func (m *Model) twoColumns(total int) bool {
	if total <= m.height {
		return false
	}
	m.column((m.width - gap) / 2)
	options := len(m.options())
	for _, p := range m.options() {
		if likert.LongestWord(p.Label) > m.view.room {
			return false
		}
	}
	// The left column is the shortest that is not lower than the right one.
	left := 0
	for left < options && m.count(0, left) < m.count(left, options) {
		left++
	}
	below := m.count(options, len(m.points))
	if left == options || m.count(0, left)+below > m.height {
		return false
	}
	m.view.left = left
	m.view.apart = m.aside() && m.count(0, left)+below < m.height
	return true
}

// aside reports whether there is a point outside n.
func (m *Model) aside() bool { return len(m.options()) < len(m.points) }

// options returns the points without the one outside n.
func (m *Model) options() []likert.Point {
	if last := len(m.points) - 1; last >= 0 && m.points[last].Code == survey.NotApplicable {
		return m.points[:last]
	}
	return m.points
}

// count returns how many lines options have together.
func (m *Model) count(from, to int) int {
	lines := 0
	for _, p := range m.points[from:to] {
		lines += lipgloss.Height(likert.Wrap(p.Label, m.view.room))
	}
	return lines
}

// drawn returns the lines of an option in a look, drawing them the first time.
func (m *Model) drawn(i int) []string {
	l := m.look(i)
	lines := m.view.lines[i][l]
	if lines == nil {
		lines = likert.Line(m.line(l), m.lead(i, l), m.points[i].Label, m.view.room)
		m.view.lines[i][l] = lines
	}
	return lines
}

// line returns the style of a look.
func (m *Model) line(l look) lipgloss.Style {
	s := &m.styles
	return [...]lipgloss.Style{s.ListPlain, s.ListFocused, s.ListChosen, s.ListBoth}[l]
}

// lead returns what stands before a label. A cross in a box is how paper is
// marked, and every console can show it.
func (m *Model) lead(i int, l look) string {
	pointer, box := " ", "[ ]"
	if l == focused || l == both {
		pointer = m.styles.Pointer
	}
	if l >= marked {
		box = "[x]"
	}
	key := m.points[i].Key
	return pointer + " " + box + " " + key + strings.Repeat(" ", 3-len(key))
}
