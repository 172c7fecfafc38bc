package tui

import (
	"time"

	tea "charm.land/bubbletea/v2"
)

// pasteRest is how long nothing may have been typed after a paste until keys
// count again. A pasted text can hold the sign that ends a paste; what stands
// behind it arrives as if it were typed, and could send or leave.
const pasteRest = 150 * time.Millisecond

// deaf is the rest after a paste.
type deaf struct {
	// resting is true while the timer runs; typed is true once something was
	// typed since it was started.
	resting, typed bool
}

// pasted begins the rest after a paste.
func (m *Model) pasted() tea.Cmd {
	m.deaf.typed = m.deaf.resting
	if m.deaf.resting {
		return nil
	}
	m.deaf.resting = true
	return m.timers.start(timerPaste, pasteRest)
}

// ignores reports whether a message is something typed or clicked during the
// rest after a paste. It prolongs the rest. There is one timer however much
// comes, and a whole round of it must be silent: comparing times instead would
// let a key through when the machine stood still for a moment.
func (m *Model) ignores(msg tea.Msg) bool {
	if !m.deaf.resting {
		return false
	}
	switch msg.(type) {
	case tea.KeyMsg, tea.MouseMsg:
		m.deaf.typed = true
		return true
	}
	return false
}

// rested ends the rest, or begins it anew when something was typed in it.
func (m *Model) rested() tea.Cmd {
	if m.deaf.resting = m.deaf.typed; !m.deaf.resting {
		return nil
	}
	m.deaf.typed = false
	return m.timers.start(timerPaste, pasteRest)
}
