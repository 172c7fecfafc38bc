// Package marks is the widget with which a person marks any of several options:
// a list with a box before each, in two columns where one is too high.
//
// A [Model] is a value in the manner of charm.land/bubbles: it owns its
// [KeyMap], the parent owns size and theme. It wears the looks of a list of the
// package likert. Marked and focused options differ by box and pointer, so
// colour is never needed. Labels are wrapped and never cut; a list that is
// higher than its place scrolls.
//
// It is made for people who read no manual. The key of an option marks it, the
// same key takes the mark away. Enter marks the option that has the focus; on a
// marked one, or without a focus, it goes on. Whoever takes a mark away is done
// with that option: the focus leaves it, so that Enter does not mark it again.
//
// The package hides how options are laid out and drawn. Each option is rendered
// once for each of its four looks.
package marks

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"anketa/survey"
	"anketa/tui/likert"
)

// none is the place before any key was pressed.
const none = -1

// Model is the widget.
type Model struct {
	// KeyMap holds the keys besides those of the options.
	KeyMap KeyMap

	points []likert.Point
	// most is how many options may be marked.
	most   int
	styles likert.Styles
	width  int
	height int

	set           survey.Set
	notApplicable bool
	// at is the option from which arrows move on. It has the focus unless it rests.
	at    int
	rests bool

	done, full bool
	// scrolled says that the list shows the lines from start on, whatever has the focus.
	scrolled bool
	start    int
	view     *layout
}

// New returns the widget for a multi question in a language.
func New(q *survey.Question, lang survey.Lang) Model {
	return Model{KeyMap: DefaultKeyMap(), points: likert.New(q, lang).Points(), most: q.Max, at: none}
}

// SetStyles sets the looks, those of a list and More, and forgets what was drawn
// with others.
func (m *Model) SetStyles(s likert.Styles) {
	m.styles = s
	m.lay()
}

// SetSize sets the place in cells and forgets what was drawn for another one.
func (m *Model) SetSize(width, height int) {
	m.width, m.height = width, height
	m.lay()
}

// SetValue shows the options of an answer as marked and takes the focus away, so
// that Enter goes on. Options that the question does not have are left out.
func (m *Model) SetValue(a survey.Answer) {
	m.set, m.at, m.rests = 0, none, false
	m.notApplicable = a.Code == survey.NotApplicable
	for _, p := range m.points {
		if p.Code != survey.NotApplicable && a.Code == survey.Answered && a.Set.Has(p.Code) {
			m.set = m.set.Toggle(p.Code)
		}
	}
}

// Value returns the marked options as an answer: the zero Answer when there are
// none, [survey.NotApplicable], or [survey.Answered] with the set. It may have
// fewer options than the question wants.
func (m Model) Value() survey.Answer {
	switch {
	case m.notApplicable:
		return survey.Answer{Code: survey.NotApplicable}
	case m.set != 0:
		return survey.Answer{Code: survey.Answered, Set: m.set}
	}
	return survey.Answer{}
}

// Done reports whether the last message asked to go on.
func (m Model) Done() bool { return m.done }

// Full reports whether the last message wanted one option more than the
// question takes; it changed nothing.
func (m Model) Full() bool { return m.full }

// Focused reports whether an option has the focus.
func (m Model) Focused() bool { return m.at != none && !m.rests }

// GoesOn reports whether Enter would go on rather than mark an option.
func (m Model) GoesOn() bool { return !m.Focused() || m.marked(m.at) }

// TakesLeft reports whether the left arrow would move the focus from the right
// of two columns to the left one; otherwise a parent may use it to go back.
func (m Model) TakesLeft() bool { return m.at >= m.left() && m.at < len(m.options()) && m.left() > 0 }

// Points returns the options with their keys.
func (m Model) Points() []likert.Point { return m.points }

// KeyRange returns the first and the last key that mark one of the options, and
// the key of the point outside n: "" where there is none.
func (m Model) KeyRange() (first, last, aside string) { return likert.KeyRange(m.points) }

// Update handles a key. It never returns a command.
func (m Model) Update(msg tea.Msg) (Model, tea.Cmd) {
	m.done, m.full = false, false
	press, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return m, nil
	}
	m.scrolled = false
	if i := likert.Find(m.points, press); i != none {
		return m.toggle(i), nil
	}
	switch {
	case key.Matches(press, m.KeyMap.Next):
		return m.move(m.at + 1), nil
	case key.Matches(press, m.KeyMap.Previous):
		return m.move(m.at - 1), nil
	case key.Matches(press, m.KeyMap.Right):
		return m.sideways(1), nil
	case key.Matches(press, m.KeyMap.Left):
		return m.sideways(-1), nil
	case key.Matches(press, m.KeyMap.First):
		return m.move(0), nil
	case key.Matches(press, m.KeyMap.Last):
		return m.move(len(m.points) - 1), nil
	case key.Matches(press, m.KeyMap.Toggle) && m.at != none:
		return m.toggle(m.at), nil
	case key.Matches(press, m.KeyMap.Enter):
		return m.enter(), nil
	}
	return m, nil
}

// enter goes on, unless the focus asks for a mark.
func (m Model) enter() Model {
	if m.GoesOn() {
		m.done = true
		return m
	}
	return m.toggle(m.at)
}

// marked reports whether the option at a position is marked.
func (m *Model) marked(i int) bool {
	if code := m.points[i].Code; code != survey.NotApplicable {
		return m.set.Has(code)
	}
	return m.notApplicable
}

// toggle marks the option at a position and puts the focus there, or takes mark
// and focus away. The point outside n excludes the others.
func (m Model) toggle(i int) Model {
	code, marked := m.points[i].Code, m.marked(i)
	switch {
	case code == survey.NotApplicable:
		m.set, m.notApplicable = 0, !marked
	case !marked && m.set.Len() >= m.most:
		m.full = true
		return m
	default:
		m.set, m.notApplicable = m.set.Toggle(code), false
	}
	m.at, m.rests = i, marked
	return m
}
