package marks

// move puts the focus on a position, or on the nearest one that there is.
func (m Model) move(to int) Model {
	m.at, m.rests = min(max(to, 0), len(m.points)-1), false
	return m
}

// left returns how many options stand in the left of two columns, 0 when there
// is one column.
func (m *Model) left() int {
	if m.view == nil {
		return 0
	}
	return m.view.left
}

// sideways moves the focus to the other column; in a single one, where there is
// no aside, it moves to the next or the previous option.
func (m Model) sideways(by int) Model {
	left, options := m.left(), len(m.options())
	switch {
	case left == 0 || m.at == none:
		return m.move(m.at + by)
	case by > 0 && m.at < left:
		return m.move(min(m.at+left, options-1))
	case by < 0 && m.TakesLeft():
		return m.move(m.at - left)
	}
	return m.move(m.at)
}
