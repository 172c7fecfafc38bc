package tui

import tea "charm.land/bubbletea/v2"

// checkPIN compares a PIN with the stored one.
func (c *commands) checkPIN(pin string) tea.Cmd {
	return func() tea.Msg {
		right, wait, err := c.store.CheckPIN(c.ctx, pin)
		switch {
		case err != nil:
			c.log.Error("checking the PIN failed", "error", err)
		case wait > 0:
			c.log.Warn("several wrong PINs were entered", "wait", wait)
		}
		return pinMsg{right: right, wait: wait, err: err}
	}
}

// waitPIN asks how long to wait before a PIN is taken.
func (c *commands) waitPIN() tea.Cmd {
	return func() tea.Msg {
		wait, err := c.store.PINWait(c.ctx)
		if err != nil {
			c.log.Error("reading the attempts at the PIN failed", "error", err)
		}
		return pinWaitMsg{wait: wait, err: err}
	}
}
