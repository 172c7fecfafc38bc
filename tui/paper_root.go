package tui

import (
	tea "charm.land/bubbletea/v2"

	"anketa/survey"
)

// What the screen of forms from paper can ask for.
type (
	// showEntry takes the first or the next form.
	showEntry struct{}
	// enterForm stores a form.
	enterForm struct{ form *survey.Interview }
	// backToEntry goes on with a form that was left alone.
	backToEntry struct{ form *paper }
)

func (showEntry) isAction()   {}
func (enterForm) isAction()   {}
func (backToEntry) isAction() {}

// enter stores a response that came from paper. How long the typing took says nothing
// of how long people take, so that the pace does not hear of it.
func (c *commands) enter(session survey.ID, r survey.Response) tea.Cmd {
	return func() tea.Msg {
		err := c.store.AddPaper(c.ctx, session, r)
		c.tell(err)
		return savedMsg{err: err}
	}
}

// applyEntry carries out what the screen asked for.
func (m *Model) applyEntry(a action) tea.Cmd {
	switch a := a.(type) {
	case showEntry:
		m.screen = newPaper(m.shared, m.entered+1, m.cfg.Twice)
		return m.attend()
	case enterForm:
		return m.sendForm(a.form)
	case backToEntry:
		m.screen = a.form
		m.screen.lay()
		return m.attend()
	}
	return nil
}

// sendForm stores a form. Its id is drawn once, so that trying again after a failure
// stores nothing twice.
func (m *Model) sendForm(form *survey.Interview) tea.Cmd {
	r, ok := form.Finish(m.cfg.NewID())
	if !ok {
		return nil
	}
	m.response = r
	form.Forget()
	m.store.trying = true
	return m.do.enter(m.sessions[0].ID, r)
}

// formStored goes on with the next form, now that one is durable.
func (m *Model) formStored() tea.Cmd {
	m.entered++
	var ahead []tea.KeyPressMsg
	switch before := m.screen.(type) {
	case *paper:
		ahead = before.ahead
	case *outOfService:
	default:
		return m.attend()
	}
	next := newPaper(m.shared, m.entered+1, m.cfg.Twice)
	next.notice = m.text.Entry.Stored
	next.lay()
	m.screen = next
	return tea.Batch(m.attend(), m.typeAhead(next, ahead))
}

// typeAhead gives a form the keys that were typed before it was there: whoever types one
// form behind the other does not look at the screen, and a lost key would shift every
// answer behind it. When they end the form, the rest is for the one behind it.
func (m *Model) typeAhead(form *paper, presses []tea.KeyPressMsg) tea.Cmd {
	for i, press := range presses {
		next, _ := form.update(press)
		if next == nil {
			continue
		}
		form.ahead = append(form.ahead, presses[i+1:]...)
		return m.apply(next)
	}
	return nil
}
