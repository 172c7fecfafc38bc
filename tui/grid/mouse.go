package grid

import (
	"image"
	"strings"
)

// Areas returns where in the view each point of a row stands, from its upper
// left corner, with the space before it and as high as the row. There are none
// where the table does not fit.
func (m Model) Areas(row int) []image.Rectangle {
	if m.view == nil {
		return nil
	}
	// Above the row are the lines of the head and the rows before it.
	top := strings.Count(m.view.head, "\n")
	for _, above := range m.view.rows[:row] {
		top += len(above[0]) + len(m.view.between) - 1
	}
	bottom := top + len(m.view.rows[row][0])
	areas := make([]image.Rectangle, len(m.points))
	for i, column := range m.view.columns {
		areas[i] = image.Rect(column[0], top, column[1], bottom)
	}
	return areas
}

// Choose chooses the point at a position, from 0, in the row that has the focus,
// as its key does.
func (m Model) Choose(i int) Model { return m.pick(i) }
