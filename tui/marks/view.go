package marks

import (
	"strings"

	"anketa/tui/likert"
)

// View draws the widget; it is at most as wide and high as its size.
func (m Model) View() string {
	switch {
	case m.view == nil || len(m.points) == 0:
		return ""
	case m.view.left > 0:
		return m.viewColumns()
	}
	return m.viewList()
}

// Whole reports whether all options are shown at once.
func (m Model) Whole() bool {
	return m.view != nil && (m.view.left > 0 || m.count(0, len(m.points)) <= m.height)
}

// viewList joins the lines and, when they do not all fit, shows those around
// the option from which arrows move on.
func (m *Model) viewList() string {
	lines, from, to := m.listed(nil)
	return strings.Join(m.window(lines, from, to).DrawList(lines, m.styles.More), "\n")
}

// window returns the window of the list: around the option from which arrows
// move on, or where it was scrolled to.
func (m *Model) window(lines []string, from, to int) likert.Window {
	w := likert.NewWindow(len(lines), from, to, m.height)
	if m.scrolled {
		return w.At(m.start)
	}
	return w
}

// listed returns the lines of the list and between which of them arrows move on.
// It tells place, if given, the lines of each option.
func (m *Model) listed(place func(i, from, to int)) (lines []string, from, to int) {
	lines = make([]string, 0, 2*len(m.points))
	for i := range m.points {
		if m.view.spaced && i > 0 || m.view.apart && i == len(m.points)-1 {
			lines = append(lines, "")
		}
		drawn := m.drawn(i)
		if i == m.at {
			from, to = len(lines), len(lines)+len(drawn)
		}
		if place != nil {
			place(i, len(lines), len(lines)+len(drawn))
		}
		lines = append(lines, drawn...)
	}
	return lines, from, to
}

// viewColumns joins the lines of two columns, with the point outside n below.
func (m *Model) viewColumns() string {
	var lines, right []string
	options := len(m.options())
	for i := range options {
		if i < m.view.left {
			lines = append(lines, m.drawn(i)...)
		} else {
			right = append(right, m.drawn(i)...)
		}
	}
	between := strings.Repeat(" ", gap)
	for i := range right {
		lines[i] += between + right[i]
	}
	if m.view.apart {
		lines = append(lines, "")
	}
	if m.aside() {
		lines = append(lines, m.drawn(options)...)
	}
	return strings.Join(lines, "\n")
}
