package likert

import "strings"

// View draws the widget; it is at most as wide and high as its size.
func (m Model) View() string {
	if m.view == nil || len(m.points) == 0 {
		return ""
	}
	if m.view.row {
		return m.viewRow()
	}
	return m.viewList()
}

// viewRow joins the boxes and puts the point outside n below them.
func (m *Model) viewRow() string {
	var b strings.Builder
	n := len(m.scale())
	first := m.drawn(0, m.look(0))
	height := len(first)
	gap := strings.Repeat(" ", m.view.gap)
	// Styles take a few bytes more in some looks than in others.
	b.Grow(2 * n * height * len(first[0]))
	for line := range height {
		if line > 0 {
			b.WriteByte('\n')
		}
		for i := range n {
			if i > 0 {
				b.WriteString(gap)
			}
			b.WriteString(m.drawn(i, m.look(i))[line])
		}
	}
	for _, line := range m.view.ends {
		b.WriteByte('\n')
		b.WriteString(line)
	}
	if m.view.aside {
		b.WriteString("\n\n")
		b.WriteString(strings.Join(m.drawn(n, m.look(n)), "\n"))
	}
	return b.String()
}

// viewList joins the lines and, when they do not all fit, shows those around the focus.
func (m *Model) viewList() string {
	lines, from, to := m.listed(nil)
	return strings.Join(m.window(lines, from, to).DrawList(lines, m.styles.More), "\n")
}

// window returns the window of the list: around the focus, or where it was scrolled to.
func (m *Model) window(lines []string, from, to int) Window {
	w := NewWindow(len(lines), from, to, m.height)
	if m.scrolled {
		return w.At(m.start)
	}
	return w
}

// listed returns the lines of the list and between which of them the focus stands.
// It tells place, if given, the lines of each point.
func (m *Model) listed(place func(i, from, to int)) (lines []string, from, to int) {
	spaced := m.spaced()
	for i := range m.points {
		if spaced && i > 0 || m.view.aside && i == len(m.points)-1 && m.roomForRule() {
			lines = append(lines, "")
		}
		first := len(lines)
		lines = append(lines, m.drawn(i, m.look(i))...)
		if i == m.focus {
			from, to = first, len(lines)
		}
		if place != nil {
			place(i, first, len(lines))
		}
	}
	return lines, from, to
}

// total returns how many lines the points have together.
func (m *Model) total() int {
	lines := 0
	for i := range m.points {
		lines += len(m.drawn(i, plain))
	}
	return lines
}

// spaced reports whether there is room for an empty line between all points.
func (m *Model) spaced() bool {
	return m.total()+len(m.points)-1 <= m.height && (m.height >= 20 || m.view.large)
}

// roomForRule reports whether there is room to set the last point apart.
func (m *Model) roomForRule() bool { return m.total() < m.height }
