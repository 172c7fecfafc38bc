package likert

import "image"

// Areas returns where in the view each point stands, from its upper left corner;
// an area is empty where the point is scrolled away.
func (m Model) Areas() []image.Rectangle {
	if m.view == nil || len(m.points) == 0 {
		return nil
	}
	if m.view.row {
		return m.rowAreas()
	}
	areas := make([]image.Rectangle, len(m.points))
	window := m.listWindow()
	m.listed(func(i, from, to int) { areas[i] = window.Area(from, to, m.listWidth()) })
	return areas
}

// rowAreas is Areas for points side by side.
func (m *Model) rowAreas() []image.Rectangle {
	var areas []image.Rectangle
	high, n := len(m.drawn(0, m.look(0))), len(m.scale())
	for i := range n {
		x := i * (m.view.box + m.view.gap)
		areas = append(areas, image.Rect(x, 0, x+m.view.box, high))
	}
	if m.view.aside {
		below := high + len(m.view.ends) + 1
		areas = append(areas, image.Rect(0, below, m.listWidth(), below+len(m.drawn(n, m.look(n)))))
	}
	return areas
}

// listWidth returns the width of the lines of the list.
func (m *Model) listWidth() int { return m.listMargin() + m.listRoom() + 1 }

// listWindow returns the window of the list as it is drawn.
func (m *Model) listWindow() Window { return m.window(m.listed(nil)) }

// Window returns which lines of a list show; the zero Window where points stand
// side by side.
func (m Model) Window() Window {
	if m.view == nil || m.view.row {
		return Window{}
	}
	return m.listWindow()
}

// Choose chooses the point at a position, from 0, as its key does, without
// waiting for another one. A list stays where it is: what was clicked must not
// move away below the mouse.
func (m Model) Choose(i int) Model {
	m.start, m.scrolled = m.Window().Start, true
	return m.pick(i)
}

// ScrollBy scrolls a list by some lines, down or up. The focus stays.
func (m Model) ScrollBy(lines int) Model {
	w := m.Window()
	m.start, m.scrolled = w.At(w.Start+lines).Start, true
	return m
}
