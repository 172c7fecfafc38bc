package likert

import (
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// Before a key of several rows stand pointer and mark, behind it a gap.
const (
	largeLead = "    "
	largeGap  = "   "
)

// Whole reports whether everything is shown at once; large says whether the keys
// are drawn in several rows.
func (m Model) Whole() (whole, large bool) {
	if m.view == nil {
		return false, false
	}
	return m.view.row || m.total() <= m.height, m.view.large
}

// enlarge draws the keys in several rows where the styles have them and the
// whole widget has room for them.
func (m *Model) enlarge() {
	for _, p := range m.points {
		if m.styles.Large[p.Key] == nil {
			return
		}
	}
	m.view.large = len(m.points) > 0
	if !m.view.large {
		return
	}
	if m.view.row {
		m.view.large = !m.numbers && m.largeWidth() <= m.inner() && m.rowHeight(m.scale()) <= m.height
		return
	}
	m.view.large = m.listRoom() >= narrowest && m.total()+len(m.points)-1 <= m.height
	for i := range m.points {
		m.view.large = m.view.large && strings.Count(Wrap(m.points[i].Label, m.listRoom()), "\n") < m.largeHeight()
	}
	if !m.view.large {
		clear(m.view.lines)
	}
}

// largeHeight and largeWidth return the size of a key in several rows.
func (m *Model) largeHeight() int { return len(m.styles.Large[m.points[0].Key]) }

// largeWidth is the width of such a key.
func (m *Model) largeWidth() int { return ansi.StringWidth(m.styles.Large[m.points[0].Key][0]) }

// keyHeight returns how many lines a key takes in a box: where it is large, its
// mark has a line of its own.
func (m *Model) keyHeight() int {
	if m.view.large {
		return 1 + m.largeHeight()
	}
	return 1
}

// drawKey draws the key in a box, with the mark where the point is chosen.
func (m *Model) drawKey(key string, l look) string {
	switch {
	case m.view.large && l >= chosen:
		return m.styles.Mark + "\n" + strings.Join(m.styles.Large[key], "\n")
	case m.view.large:
		return "\n" + strings.Join(m.styles.Large[key], "\n")
	case l >= chosen:
		return m.headChosen(key)
	}
	return key
}

// drawLarge draws a point of the list beside a key of several rows.
func (m *Model) drawLarge(i int, l look) []string {
	key := m.styles.Large[m.points[i].Key]
	label := strings.Split(Wrap(m.points[i].Label, m.listRoom()), "\n")
	above := (len(key) - len(label)) / 2
	lines := make([]string, len(key))
	for n := range lines {
		lead, text := largeLead, ""
		if n == len(key)/2 {
			lead = m.largeMarks(l)
		}
		if at := n - above; at >= 0 && at < len(label) {
			text = label[at]
		}
		rest := strings.Repeat(" ", max(m.listRoom()+1-ansi.StringWidth(text), 0))
		lines[n] = m.styles.line(l).Render(lead + key[n] + largeGap + text + rest)
	}
	return lines
}

// largeMarks returns pointer and mark of a point.
func (m *Model) largeMarks(l look) string {
	pointer, mark := " ", " "
	if l == focused || l == both {
		pointer = m.styles.Pointer
	}
	if l >= chosen {
		mark = m.styles.Mark
	}
	return pointer + mark + "  "
}
