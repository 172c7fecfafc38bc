// Package likert is the widget with which a person picks one of a few labelled
// points: side by side as boxes when they fit, as a list when they do not. It
// serves Likert scales and, as a list from the start, choices without an order.
//
// A [Model] is a value in the manner of charm.land/bubbles: it owns its
// [KeyMap] and [Styles], the parent owns size and theme. Chosen and focused
// points differ by their frames and marks, so colour is never needed. Labels
// are wrapped and never cut; a list that is higher than its place scrolls.
//
// The package hides how points are laid out and drawn. Each point is rendered
// once for each of its four looks, so a key press costs only the joining of
// lines.
package likert

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"anketa/survey"
)

// none is the focus before any key was pressed: nothing is suggested.
const none = -1

// Point is one answer as the person reads it.
type Point struct {
	// Code is what choosing the point gives.
	Code survey.Code
	// Key is the key that chooses the point at once; it may be empty.
	Key string
	// Label is what the person reads.
	Label string
}

// Model is the widget.
type Model struct {
	// KeyMap holds the keys besides those of the points.
	KeyMap KeyMap

	points []Point
	styles Styles
	list   bool
	width  int
	height int

	value  survey.Code
	focus  int
	picked bool
	view   *layout
}

// New returns the widget for a closed question in a language. Scales and yes or
// no stand side by side where the width allows it; choices are a list.
func New(q *survey.Question, lang survey.Lang) Model {
	m := Model{KeyMap: DefaultKeyMap(), focus: none, list: q.Kind == survey.KindChoice}
	for i := range q.Points {
		code := survey.Code(i + 1)
		m.points = append(m.points, Point{Code: code, Key: digit(i + 1), Label: q.Label(code, lang)})
	}
	if q.HasNotApplicable() {
		m.points = append(m.points, Point{Code: survey.NotApplicable, Key: "0", Label: q.Label(survey.NotApplicable, lang)})
	}
	return m
}

// digit returns the key of the nth point: digits, then the letters from a, as
// far as they go.
func digit(n int) string {
	const keys = "123456789abcdefghijklmnopqrstuvwxyz"
	if n > len(keys) {
		return ""
	}
	return keys[n-1 : n]
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

// SetValue shows a point as chosen and puts the focus on it; [survey.Missing]
// takes both away.
func (m *Model) SetValue(code survey.Code) {
	m.value, m.focus = code, none
	for i := range m.points {
		if m.points[i].Code == code {
			m.focus = i
		}
	}
}

// Value returns the chosen point.
func (m Model) Value() survey.Code { return m.value }

// Picked reports whether the last message chose a point, also the same again.
func (m Model) Picked() bool { return m.picked }

// Focused reports whether a point has the focus, so that Enter chooses it.
func (m Model) Focused() bool { return m.focus != none }

// AtStart reports whether there is nothing further back to move to.
func (m Model) AtStart() bool { return m.focus <= 0 }

// Row reports whether the points stand side by side.
func (m Model) Row() bool { return m.view != nil && m.view.row }

// Points returns the points with their keys.
func (m Model) Points() []Point { return m.points }

// Update handles a key. It never returns a command.
func (m Model) Update(msg tea.Msg) (Model, tea.Cmd) {
	m.picked = false
	press, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return m, nil
	}
	name := press.String()
	for i := range m.points {
		if m.points[i].Key != "" && m.points[i].Key == name {
			return m.pick(i), nil
		}
	}
	switch {
	case key.Matches(press, m.KeyMap.Next):
		m.focus = min(m.focus+1, len(m.points)-1)
	case key.Matches(press, m.KeyMap.Previous):
		m.focus = max(m.focus-1, 0)
	case key.Matches(press, m.KeyMap.First):
		m.focus = 0
	case key.Matches(press, m.KeyMap.Last):
		m.focus = len(m.points) - 1
	case key.Matches(press, m.KeyMap.Choose) && m.focus != none:
		return m.pick(m.focus), nil
	}
	return m, nil
}

// pick chooses the point at a position.
func (m Model) pick(i int) Model {
	m.focus, m.value, m.picked = i, m.points[i].Code, true
	return m
}
