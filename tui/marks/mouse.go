package marks

import (
	"image"

	"anketa/tui/likert"
)

// Areas returns where in the view each option stands, from its upper left
// corner; an area is empty where the option is scrolled away.
func (m Model) Areas() []image.Rectangle {
	if m.view == nil || len(m.points) == 0 {
		return nil
	}
	if m.view.left > 0 {
		return m.columnAreas()
	}
	areas := make([]image.Rectangle, len(m.points))
	window := m.Window()
	m.listed(func(i, from, to int) { areas[i] = window.Area(from, to, m.lineWidth()) })
	return areas
}

// columnAreas is Areas for two columns.
func (m *Model) columnAreas() []image.Rectangle {
	areas := make([]image.Rectangle, 0, len(m.points))
	x, y, lowest := 0, 0, 0
	for i := range m.points {
		switch {
		case i == m.view.left && i < len(m.options()):
			x, y = m.lineWidth()+gap, 0
		case i == len(m.options()):
			x, y = 0, lowest
			if m.view.apart {
				y++
			}
		}
		high := len(m.drawn(i))
		areas = append(areas, image.Rect(x, y, x+m.lineWidth(), y+high))
		y += high
		lowest = max(lowest, y)
	}
	return areas
}

// lineWidth returns the width of the lines of a column.
func (m *Model) lineWidth() int { return leadWidth + m.view.room + 1 }

// Window returns which lines of a single column show.
func (m Model) Window() likert.Window {
	if m.view == nil || m.view.left > 0 {
		return likert.Window{}
	}
	return m.window(m.listed(nil))
}

// Choose marks the option at a position, from 0, or takes the mark away, as its
// key does. The list stays where it is: what was clicked must not move away
// below the mouse.
func (m Model) Choose(i int) Model {
	m.done, m.full = false, false
	m.start, m.scrolled = m.Window().Start, true
	return m.toggle(i)
}

// ScrollBy scrolls the list by some lines, down or up. The focus stays.
func (m Model) ScrollBy(lines int) Model {
	m.done, m.full = false, false
	w := m.Window()
	m.start, m.scrolled = w.At(w.Start+lines).Start, true
	return m
}
