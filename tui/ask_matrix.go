package tui

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"anketa/survey"
)

// matrix asks for one point in each of several rows under one scale. The
// interview walks from row to row as from question to question; where the rows
// do not all fit, each is asked alone.
type matrix struct {
	*pick
	rows rows
	// questions are the positions of the questions of the rows.
	questions []int
}

var _ asker = (*matrix)(nil)

// askedRows returns the positions of the questions that share the screen with
// the current one and are asked, itself among them.
func askedRows(iv *survey.Interview) []int {
	var asked []int
	for _, i := range iv.Survey().Matrix(iv.Index()) {
		if iv.Asked(i) {
			asked = append(asked, i)
		}
	}
	return asked
}

func newMatrix(a asking, questions []int) *matrix {
	labels := make([]string, len(questions))
	for row, i := range questions {
		labels[row] = a.survey.Questions[i].Text.In(a.lang)
	}
	m := &matrix{pick: newPick(a), rows: newRows(a, questions[0], labels), questions: questions}
	for row, i := range questions {
		m.rows.grid.SetValue(row, a.interview.Answer(i).Code)
		if i == a.interview.Index() {
			m.rows.grid.SetRow(row)
		}
	}
	return m
}

// place implements asker. The hint of a row may come and go with it, but the
// rows stay together.
func (m *matrix) place(width, height int) {
	h := m.together()
	for _, i := range m.questions {
		if hint := m.survey.Questions[i].Hint.In(m.lang); lines(hint, width) > lines(h.hint, width) || h.hint == "" {
			h.hint = hint
		}
	}
	m.rows.place(width, height, h)
}

// together returns the heading above all rows.
func (m *matrix) together() heading {
	h := m.asking.heading()
	return heading{text: h.section, hint: h.hint}
}

// heading implements asker.
func (m *matrix) heading() heading {
	if m.rows.whole {
		return m.together()
	}
	return m.pick.heading()
}

// lay implements asker.
func (m *matrix) lay(width, height int) {
	m.pick.lay(width, height)
	m.rows.lay(width, height)
}

// update implements asker.
func (m *matrix) update(msg tea.Msg) turn {
	press, ok := msg.(tea.KeyPressMsg)
	click, clicked := msg.(clickMsg)
	switch {
	case m.rows.whole && clicked:
		return m.click(click)
	case !m.rows.whole || !ok:
		return m.pick.update(msg)
	case key.Matches(press, m.keys.RowUp):
		return m.up()
	case key.Matches(press, m.keys.RowDown):
		return m.down()
	case key.Matches(press, m.keys.Back) && !m.rows.stays(press):
		return turn{move: backward}
	}
	if code := m.rows.choose(press); code != survey.Missing {
		return m.take(code)
	}
	if key.Matches(press, m.keys.Next) {
		return turn{move: onward}
	}
	return turn{}
}

// take answers the row that has the focus.
func (m *matrix) take(code survey.Code) turn {
	m.put(survey.Answer{Code: code})
	return turn{move: confirm}
}

// up moves to the row above, if there is one.
func (m *matrix) up() turn {
	if m.rows.grid.Row() == 0 || !m.interview.Back() {
		return turn{}
	}
	return turn{move: again}
}

// down moves to the row below, if there is one. A required row holds.
func (m *matrix) down() turn {
	row := m.rows.grid.Row() + 1
	if row == len(m.questions) {
		return turn{}
	}
	if !m.interview.Next() {
		return turn{say: m.text.Interview.Required}
	}
	// Whoever came from the review is led back there, but a row is nearer.
	if m.interview.AtReview() {
		m.interview.Jump(m.questions[row])
	}
	return turn{move: again}
}

// enters implements asker.
func (m *matrix) enters() effect {
	if m.rows.whole {
		return takesIf(m.rows.grid.Focused())
	}
	return m.pick.enters()
}

// help implements asker.
func (m *matrix) help(enter effect) []key.Binding {
	if m.rows.whole {
		return m.rows.help(enter, !m.q.Required)
	}
	return m.pick.help(enter)
}

// view implements asker.
func (m *matrix) view() string {
	if m.rows.whole {
		return m.rows.grid.View()
	}
	return m.pick.view()
}
