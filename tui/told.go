package tui

import tea "charm.land/bubbletea/v2"

// told acts on what a command found out. What the root does not act on, or only in
// part, the screen hears.
func (m *Model) told(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case savedMsg:
		return m.saved(msg)
	case readyMsg:
		return m.readyFound(msg)
	case changedMsg:
		return m.changed(msg)
	case pinMsg:
		// Who typed the PIN may have gone: then it opens nothing any more.
		if p, ok := m.screen.(*pin); ok && p.checking && msg.right {
			m.facilitator = true
			return m.apply(m.afterPIN)
		}
	case sessionMsg:
		if msg.err == nil {
			return m.begin(msg.session)
		}
	case closedMsg:
		if msg.err == nil {
			return m.ended(msg.session)
		}
	case attendedMsg:
		m.corrected(msg)
		return tea.Batch(m.readRelease(), m.forward(msg))
	case reopenedMsg:
		return tea.Batch(m.reopened(msg), m.forward(msg))
	}
	return m.forward(msg)
}

// rung acts on a timer: the root has its own, the screen hears of the others.
func (m *Model) rung(msg timeMsg) tea.Cmd {
	switch {
	case m.timers.rings(msg, timerIdle):
		return m.idle()
	case m.timers.rings(msg, timerRetry):
		return m.retry()
	case m.timers.rings(msg, timerPaste):
		return m.rested()
	}
	return m.forward(msg)
}
