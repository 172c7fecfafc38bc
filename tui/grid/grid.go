// Package grid is the widget with which a person answers several rows under one
// scale: the questions of a matrix, or how it was before and how it is now.
//
// A [Model] is a value in the manner of charm.land/bubbles: it owns its
// [KeyMap] and [Styles], the parent owns size and theme. One row has the focus;
// the parent moves it with [Model.SetRow], because leaving a row is navigation
// of the interview. Marks, brackets and a pointer tell all states apart, so
// colour is never needed. Nothing is ever cut and no word broken: where the
// table does not fit, as [Model.Fits] tells, the parent asks row by row.
//
// The package hides how the table is laid out and drawn. Everything is rendered
// once for a size, so a key press costs only the joining of its parts.
package grid

import (
	"slices"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"anketa/survey"
	"anketa/tui/likert"
)

// none is the focus in a row before any key was pressed: nothing is suggested.
const none = -1

// Model is the widget.
type Model struct {
	// KeyMap holds the keys besides those of the points.
	KeyMap KeyMap

	rows   []string
	points []likert.Point
	styles Styles
	width  int
	height int

	// values are shared between copies and replaced, never changed.
	values []survey.Code
	row    int
	focus  int
	picked bool
	view   *drawing
}

// New returns the widget for rows with the given labels. The question gives
// points and the point outside n, in a language.
func New(rows []string, q *survey.Question, lang survey.Lang) Model {
	return Model{
		KeyMap: DefaultKeyMap(), rows: slices.Clone(rows), points: likert.New(q, lang).Points(),
		values: make([]survey.Code, len(rows)), focus: none,
	}
}

// SetStyles sets the looks and forgets what was drawn with others.
func (m *Model) SetStyles(s Styles) {
	m.styles = s
	m.lay()
}

// SetSize sets the place in cells and forgets what was drawn for another one.
func (m *Model) SetSize(width, height int) {
	m.width, m.height = width, height
	m.lay()
}

// Fits reports whether all rows and the labels of all points fit into a place in
// cells without a broken word. Where they do not, [Model.View] shows nothing.
func (m Model) Fits(width, height int) bool {
	_, ok := m.plan(width, height)
	return ok
}

// SetRow gives the focus to a row, from 0, or to the nearest one that there is.
// In the row it is on the chosen point, if there is one.
func (m *Model) SetRow(row int) {
	m.row = max(min(row, len(m.rows)-1), 0)
	m.find()
}

// Row returns the row that has the focus, from 0.
func (m Model) Row() int { return m.row }

// SetValue shows a point as chosen in a row, from 0; [survey.Missing] takes the
// choice away. There is a row for each label given to [New].
func (m *Model) SetValue(row int, code survey.Code) {
	m.set(row, code)
	if row == m.row {
		m.find()
	}
}

// Value returns the chosen point of a row, from 0.
func (m Model) Value(row int) survey.Code { return m.values[row] }

// Picked reports whether the last message chose a point, also the same again.
func (m Model) Picked() bool { return m.picked }

// Focused reports whether a point has the focus, so that Enter chooses it.
func (m Model) Focused() bool { return m.focus != none }

// AtStart reports whether there is nothing further back in the row to move to.
func (m Model) AtStart() bool { return m.focus <= 0 }

// Points returns the points with their keys.
func (m Model) Points() []likert.Point { return m.points }

// KeyRange returns the first and the last key that choose one of the points, and
// the key of the point outside n: "" where there is none.
func (m Model) KeyRange() (first, last, aside string) { return likert.KeyRange(m.points) }

// Update handles a key in the row that has the focus. Up and down are left to
// the parent. It never returns a command.
func (m Model) Update(msg tea.Msg) (Model, tea.Cmd) {
	m.picked = false
	press, ok := msg.(tea.KeyPressMsg)
	if !ok || len(m.rows) == 0 {
		return m, nil
	}
	if i := likert.Find(m.points, press); i != none {
		return m.pick(i), nil
	}
	switch {
	case key.Matches(press, m.KeyMap.Next):
		return m.move(m.focus + 1), nil
	case key.Matches(press, m.KeyMap.Previous):
		return m.move(m.focus - 1), nil
	case key.Matches(press, m.KeyMap.First):
		return m.move(0), nil
	case key.Matches(press, m.KeyMap.Last):
		return m.move(len(m.points) - 1), nil
	case key.Matches(press, m.KeyMap.Choose) && m.focus != none:
		return m.pick(m.focus), nil
	}
	return m, nil
}

// move puts the focus on a point, or on the nearest one that there is.
func (m Model) move(to int) Model {
	m.focus = min(max(to, 0), len(m.points)-1)
	return m
}

// pick chooses the point at a position in the row that has the focus.
func (m Model) pick(i int) Model {
	m.set(m.row, m.points[i].Code)
	m.focus, m.picked = i, true
	return m
}

// set replaces the value of a row.
func (m *Model) set(row int, code survey.Code) {
	m.values = slices.Clone(m.values)
	m.values[row] = code
}

// find puts the focus on the chosen point of the row, or nowhere.
func (m *Model) find() {
	m.focus = none
	if m.row < len(m.values) {
		m.focus = m.position(m.values[m.row])
	}
}

// position returns the position of the point with a code, or none.
func (m *Model) position(code survey.Code) int {
	return slices.IndexFunc(m.points, func(p likert.Point) bool { return p.Code == code })
}
