package likert

import (
	"strings"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"
)

// Line draws a label of a list behind its lead, which is pointer, mark and key:
// wrapped into room cells, the further lines below the first, all equally wide.
func Line(style lipgloss.Style, lead, label string, room int) []string {
	room = max(room, 1)
	margin := strings.Repeat(" ", ansi.StringWidth(lead))
	lines := strings.Split(Wrap(label, room), "\n")
	for n := range lines {
		rest := strings.Repeat(" ", max(room+1-ansi.StringWidth(lines[n]), 0))
		lines[n] = style.Render(lead + lines[n] + rest)
		lead = margin
	}
	return lines
}

// lead returns what stands before a label in the list.
func (m *Model) lead(i int, l look) string {
	pointer, mark := " ", " "
	if l == focused || l == both {
		pointer = m.styles.Pointer
	}
	if l >= chosen {
		mark = m.styles.Mark
	}
	key := m.points[i].Key
	return pointer + mark + " " + strings.Repeat(" ", m.keyWidth()-len(key)) + key + "  "
}

// keyWidth returns the width of the widest key.
func (m *Model) keyWidth() int {
	if m.numbers {
		return len(ten)
	}
	return 1
}

// listMargin returns the width of pointer, mark, key and spaces before a label.
func (m *Model) listMargin() int {
	if m.view.large && !m.view.row {
		return len(largeLead) + m.largeWidth() + len(largeGap)
	}
	return 5 + m.keyWidth()
}

// listRoom returns the room for labels in the list.
func (m *Model) listRoom() int {
	widest := 0
	for _, p := range m.points {
		widest = max(widest, ansi.StringWidth(p.Label))
	}
	return max(min(m.width-m.listMargin()-1, widest), 1)
}

// drawLine draws a point of the list.
func (m *Model) drawLine(i int, l look) []string {
	if m.view.large && !m.view.row {
		return m.drawLarge(i, l)
	}
	return Line(m.styles.line(l), m.lead(i, l), m.points[i].Label, m.listRoom())
}
