package tui

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"anketa/survey"
	"anketa/tui/marks"
)

// mark asks for any of several options: multi.
type mark struct {
	asking
	widget marks.Model
	// few is true while the screen says how many options it takes; once is enough.
	few bool
}

var _ asker = (*mark)(nil)

func newMark(a asking) *mark {
	m := &mark{asking: a, widget: marks.New(a.q, a.lang)}
	m.widget.SetValue(a.answer())
	return m
}

// heading implements asker: the hint says how many options can be marked.
func (m *mark) heading() heading {
	h := m.asking.heading()
	if !m.few {
		h.hint = join("\n", h.hint, m.sentence())
	}
	return h
}

// sentence says how many options can be marked.
func (m *mark) sentence() string {
	t, least, most := &m.text.Interview, m.q.Min, m.q.Max
	open := most >= len(m.q.Points)
	switch {
	case least == most:
		return m.text.Count(t.Exactly, least)
	case least > 1 && open:
		return m.text.Count(t.AtLeast, least)
	case least > 1:
		return m.text.Format(t.Between, least, most)
	case !open:
		return m.text.Count(t.AtMost, most)
	}
	return t.AnyMarks
}

// lay implements asker.
func (m *mark) lay(width, height int) {
	m.widget.SetStyles(m.styles.Likert)
	m.widget.SetSize(width, height)
}

// update implements asker.
func (m *mark) update(msg tea.Msg) turn {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		m.few = false
		if key.Matches(msg, m.keys.Back) {
			m.keep()
			return turn{move: backward}
		}
		// The widget returns no commands.
		m.widget, _ = m.widget.Update(msg)
	case clickMsg:
		m.few = false
		m.widget = m.widget.Choose(msg.item)
	case scrollMsg:
		m.widget = m.widget.ScrollBy(msg.lines)
	default:
		return turn{}
	}
	switch {
	case m.widget.Full():
		return turn{say: m.text.Interview.Full}
	case m.widget.Done():
		return m.done()
	}
	return turn{}
}

// done goes on with what is marked, or says how many options it takes.
func (m *mark) done() turn {
	m.few = !m.keep()
	switch {
	case m.few:
		return turn{say: m.sentence()}
	case m.q.IsOther(m.answer()):
		return turn{step: newWords(m.asking)}
	}
	return turn{move: onward}
}

// keep takes the marks over into the interview, or nothing where they are too
// few, and reports whether there are none or enough.
func (m *mark) keep() bool {
	answer := m.widget.Value()
	if m.q.IsOther(answer) {
		answer.Text = m.answer().Text
	}
	if answer.Check(m.q) != nil {
		m.put(survey.Answer{})
		return false
	}
	m.put(answer)
	return true
}

// enters implements asker.
func (m *mark) enters() effect {
	if !m.widget.GoesOn() {
		return toggles
	}
	return takesIf(m.widget.Value().Given())
}

// help implements asker.
func (m *mark) help(enter effect) []key.Binding {
	first, last, aside := m.widget.KeyRange()
	return []key.Binding{
		pointKeys(first, last, aside, m.text.Keys.Mark), m.moveKeys("↑↓"),
		m.goesOn(enter, !m.q.Required), m.keys.Back,
	}
}

// view implements asker.
func (m *mark) view() string { return m.widget.View() }
