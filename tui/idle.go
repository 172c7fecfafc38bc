package tui

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"anketa/survey"
)

// heard notes that somebody typed: what was offered to the next person goes away.
func (m *Model) heard() tea.Cmd {
	m.lastKey = m.now()
	if m.offer == offerNone {
		return nil
	}
	m.offer = offerNone
	return m.watchIdle()
}

// watchIdle makes sure that the timer runs that notices when nobody types. It
// is the only one that counts, however many people come and however much they
// type: another one is started only when it has to ring earlier.
func (m *Model) watchIdle() tea.Cmd {
	at := m.lastKey.Add(m.patience())
	if !m.alarm.IsZero() && !m.alarm.After(at) {
		return nil
	}
	m.alarm = at
	return m.timers.start(timerIdle, at.Sub(m.now()))
}

// patience returns how long nobody may have typed until something happens.
func (m *Model) patience() time.Duration {
	if m.offers() && m.offer == offerNone {
		return min(offerAfter, m.survey.Kiosk.Idle)
	}
	return m.survey.Kiosk.Idle
}

// idle acts when nobody has typed for long enough, and waits for the rest of the
// time otherwise.
func (m *Model) idle() tea.Cmd {
	m.alarm = time.Time{}
	quiet := m.now().Sub(m.lastKey)
	switch {
	case !m.waits():
		return nil
	case quiet >= m.survey.Kiosk.Idle:
		return m.nobody()
	case quiet >= m.patience():
		m.offer = offerMade
	}
	return m.watchIdle()
}

// nobody asks whether somebody is still there, or locks where nothing is lost.
func (m *Model) nobody() tea.Cmd {
	if r, ok := m.screen.(*reveal); ok {
		// The room goes on looking; what lies behind it needs the PIN again.
		r.locked, m.facilitator = true, false
		return nil
	}
	if !m.offers() {
		return m.lock()
	}
	m.offer = offerMade
	still := newStillThere(m.shared, m.screen, m.keeps())
	m.screen = still
	return still.tick()
}

// waits reports whether the screen waits for a person who may have gone.
func (m *Model) waits() bool {
	switch s := m.screen.(type) {
	case *pin, *kept:
		return true
	case *console:
		return !s.duty.stays
	case *reveal:
		return !s.locked && !s.behind.duty.stays
	case *setup:
		return m.cfg.Locked && !s.saving
	case *paper:
		return m.cfg.Locked && s.phase != storing
	case *welcome:
		return m.lang != m.cfg.Lang || m.look != LookNormal
	}
	return m.offers()
}

// offers reports whether the screen shows an interview that another person may
// find.
func (m *Model) offers() bool {
	switch s := m.screen.(type) {
	case *ask:
		return true
	case *review:
		return !s.saving
	}
	return false
}

// keeps reports whether something of the interview is stored when nobody goes on.
func (m *Model) keeps() bool { return keeps(m.interview) }

// keeps reports whether something of an interview is stored when nobody goes on.
func keeps(iv *survey.Interview) bool {
	_, some := iv.Partial(survey.ID{})
	return some && iv.Survey().Kiosk.OnIdle == survey.IdleKeep
}

// keepPartial stores what was answered, where the survey says so and the
// participants were told. Without an answer nothing is stored.
func (m *Model) keepPartial() tea.Cmd {
	if m.interview == nil || !m.keeps() {
		return nil
	}
	r, _ := m.interview.Partial(m.cfg.NewID())
	return m.do.keep(m.sessions[0].ID, r)
}
