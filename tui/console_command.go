package tui

import (
	tea "charm.land/bubbletea/v2"

	"anketa/results"
	"anketa/survey"
)

// readHeld reads what may be shown of every session, each by itself.
func (c *commands) readHeld() tea.Cmd {
	return func() tea.Msg {
		sessions, err := c.store.Sessions(c.ctx)
		held := make([]results.Release, 0, len(sessions))
		for i := range sessions {
			var r results.Release
			if r, err = c.release(sessions[i : i+1]); err != nil {
				break
			}
			held = append(held, r)
		}
		if err != nil {
			c.log.Error("reading the sessions failed", "error", err)
		}
		return heldMsg{held: held, err: err}
	}
}

// correctAttended stores how many people attended a session.
func (c *commands) correctAttended(session survey.ID, attended int) tea.Cmd {
	return func() tea.Msg {
		err := c.store.SetAttended(c.ctx, session, attended)
		if err != nil {
			c.log.Error("storing the number attended failed", "error", err)
		}
		return attendedMsg{session: session, attended: attended, err: err}
	}
}

// reopen lets a closed session take answers again.
func (c *commands) reopen(session survey.Session, s *survey.Survey) tea.Cmd {
	return func() tea.Msg {
		err := c.store.ReopenSession(c.ctx, session.ID)
		if err != nil {
			c.log.Error("opening the session again failed", "error", err)
		}
		session.Open = true
		return reopenedMsg{session: session, survey: s, err: err}
	}
}

// changePIN stores another PIN once the one until now was right; "" where there is none.
func (c *commands) changePIN(current, pin string) tea.Cmd {
	return func() tea.Msg {
		right := current == ""
		if !right {
			checked, ok := c.checkPIN(current)().(pinMsg)
			if !ok || !checked.right || checked.err != nil {
				return pinStoredMsg{wait: checked.wait, err: checked.err}
			}
		}
		err := c.store.SetPIN(c.ctx, pin)
		if err != nil {
			c.log.Error("storing the PIN failed", "error", err)
		}
		return pinStoredMsg{right: true, err: err}
	}
}
