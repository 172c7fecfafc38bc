package tui

import (
	"time"

	tea "charm.land/bubbletea/v2"
)

// watchIdle makes sure that the timer runs that notices when nobody types. It
// is the only one of its kind, however many people come and however much they type.
func (m *Model) watchIdle(d time.Duration) tea.Cmd {
	if m.watching {
		return nil
	}
	m.watching = true
	return m.timers.start(timerIdle, d)
}

// idle acts when nobody has typed for long enough, and waits for the rest of the
// time otherwise.
func (m *Model) idle() tea.Cmd {
	m.watching = false
	if !m.waits() {
		return nil
	}
	if rest := m.survey.Kiosk.Idle - m.now().Sub(m.lastKey); rest > 0 {
		return m.watchIdle(rest)
	}
	switch s := m.screen.(type) {
	case *ask, *review:
		still := newStillThere(m.shared, s)
		m.screen = still
		return still.tick()
	}
	return m.lock()
}

// waits reports whether the screen waits for a person who may have gone.
func (m *Model) waits() bool {
	switch s := m.screen.(type) {
	case *ask, *pin, *kept:
		return true
	case *review:
		return !s.saving
	case *live:
		return !s.atHome
	case *setup:
		return m.cfg.Locked && !s.saving
	case *welcome:
		return m.lang != m.cfg.Lang || m.look != LookNormal
	}
	return false
}
