// Package likert is the widget with which a person picks one of a few labelled
// points: side by side as boxes when they fit, as a list when they do not. It
// serves Likert scales, the numbers from 0 to 10 and, as a list from the start,
// choices without an order.
//
// A [Model] is a value in the manner of charm.land/bubbles: it owns its
// [KeyMap] and [Styles], the parent owns size and theme. Chosen and focused
// points differ by their frames and marks, so colour is never needed. Labels
// are wrapped and never cut; a list that is higher than its place scrolls.
//
// The package hides how points are laid out and drawn. Each point is rendered
// once for each of its four looks, so a key press costs only the joining of
// lines. What its siblings for several answers need as well, it offers as
// functions: [Wrap], [LongestWord], [Find], [KeyRange] and [Line], and [Window].
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
	// Key is what the person types to choose the point at once; it may be empty.
	// It is one key, but for the 10 of an nps question.
	Key string
	// Label is what the person reads beside the key. Of the numbers of an nps
	// question only the first and the last have one.
	Label string
}

// Model is the widget.
type Model struct {
	// KeyMap holds the keys besides those of the points.
	KeyMap KeyMap

	points []Point
	styles Styles
	// list says that the points never stand side by side.
	list bool
	// numbers says that the keys are the answers and labels only explain the ends.
	numbers bool
	width   int
	height  int

	value  survey.Code
	focus  int
	picked bool
	waits  bool
	// scrolled says that the list shows the lines from start on, whatever has the focus.
	scrolled bool
	start    int
	view     *layout
}

// New returns the widget for a question with points in a language. Scales,
// numbers and yes or no stand side by side where the width allows it; choices
// are a list.
func New(q *survey.Question, lang survey.Lang) Model {
	m := Model{KeyMap: DefaultKeyMap(), focus: none, list: q.Kind == survey.KindChoice}
	for i := range q.Points {
		code := survey.Code(i + 1)
		m.points = append(m.points, Point{Code: code, Key: keyOf(i + 1), Label: q.Label(code, lang)})
	}
	if q.HasNotApplicable() {
		m.points = append(m.points, Point{Code: survey.NotApplicable, Key: "0", Label: q.Label(survey.NotApplicable, lang)})
	}
	if q.Kind == survey.KindNPS {
		m.number(q, lang)
	}
	return m
}

// Fits reports whether the points of a question stand side by side as boxes in
// a place of a width in cells and a height of 12 lines, without a broken word.
// Choices never do.
func Fits(q *survey.Question, lang survey.Lang, width int) bool {
	const height = 12
	m := New(q, lang)
	m.SetStyles(DefaultStyles())
	m.SetSize(width, height)
	return m.Row()
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
	m.value, m.focus, m.waits = code, none, false
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

// Waits reports whether the last key chose 1 of the numbers from 0 to 10 and may
// still become 10: [Model.Value] is the 1 already, [Model.Picked] not yet true.
// A 0 makes it 10, Enter, space or another digit ends it by choosing, an arrow by
// moving on. Keys without a meaning do not end it: 1 and 0 with a slip between
// them are no 0.
func (m Model) Waits() bool { return m.waits }

// Focused reports whether a point has the focus, so that Enter chooses it.
func (m Model) Focused() bool { return m.focus != none }

// AtStart reports whether there is nothing further back to move to.
func (m Model) AtStart() bool { return m.focus <= 0 }

// Row reports whether the points stand side by side.
func (m Model) Row() bool { return m.view != nil && m.view.row }

// Points returns the points with their keys.
func (m Model) Points() []Point { return m.points }

// KeyRange is the function [KeyRange] for the points of the widget.
func (m Model) KeyRange() (first, last, aside string) { return KeyRange(m.points) }

// Update handles a key. It never returns a command.
func (m Model) Update(msg tea.Msg) (Model, tea.Cmd) {
	m.picked = false
	press, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return m, nil
	}
	m.scrolled = false
	if i := m.typed(press); i != none {
		return m.take(i), nil
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

// move puts the focus on a position, or on the nearest one that there is.
func (m Model) move(to int) Model {
	m.focus, m.waits = min(max(to, 0), len(m.points)-1), false
	return m
}

// pick chooses the point at a position.
func (m Model) pick(i int) Model {
	m.focus, m.value, m.picked, m.waits = i, m.points[i].Code, true, false
	return m
}
