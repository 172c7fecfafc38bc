package tui

import (
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"

	"anketa/survey"
)

// duty returns what the console of this terminal is for.
func (m *Model) duty() duty {
	files := m.cfg.Report != nil
	switch m.cfg.Start {
	case StartDemo:
		return duty{demo: true, files: files, stays: true, quits: true}
	case StartLive:
		return duty{stays: true, leaves: true, locks: true}
	case StartEntry:
		// Nothing is closed behind the back of a form that waits for being stored.
		return duty{leaves: true, quits: true}
	case StartConsole:
		return duty{copies: m.cfg.Backup != nil, files: files, stays: true, changes: true, quits: true, leaves: m.cfg.Locked, locks: true, pin: m.cfg.Locked}
	}
	return duty{copies: m.cfg.Backup != nil, files: files, changes: true, quits: true, leaves: true, pin: true}
}

// readRelease reads the results when a screen shows them.
func (m *Model) readRelease() tea.Cmd {
	var c *console
	switch s := m.screen.(type) {
	case *console:
		c = s
	case *reveal:
		c = s.behind
	default:
		return nil
	}
	looked := m.sessions
	if c.looked != nil {
		looked = c.looked
	}
	read := m.do.read(looked)
	if c.needsHeld() {
		return tea.Batch(read, m.do.readHeld())
	}
	return read
}

// leaveReveal goes back to the console, behind the PIN when the presenter view was
// left alone.
func (m *Model) leaveReveal(behind *console) tea.Cmd {
	if r, ok := m.screen.(*reveal); ok && r.locked {
		return m.apply(askPIN{next: showLive{}})
	}
	m.screen = behind
	behind.turn()
	return nil
}

// ended notes that a session takes no more answers.
func (m *Model) ended(session survey.ID) tea.Cmd {
	m.revise(session, func(s *survey.Session) { s.Open = false })
	return m.readRelease()
}

// reopened makes a session that takes answers again the one of this kiosk. Nobody
// can be in the middle of another one.
func (m *Model) reopened(msg reopenedMsg) tea.Cmd {
	if msg.err != nil {
		return nil
	}
	m.sessions, m.survey = []survey.Session{msg.session}, msg.survey
	if m.cfg.Start != StartConsole {
		m.cfg.Start, m.sent = StartWelcome, time.Time{}
		m.session = msg.session.Title
	}
	if c, ok := m.screen.(*console); ok {
		c.looked = nil
	}
	m.dress()
	return m.readRelease()
}

// corrected notes how many people attended a session.
func (m *Model) corrected(msg attendedMsg) {
	if msg.err == nil {
		m.revise(msg.session, func(s *survey.Session) { s.Attended = msg.attended })
	}
}

// revise changes what is known of a session. The caller's own list stays as it is.
func (m *Model) revise(session survey.ID, change func(*survey.Session)) {
	m.sessions = slices.Clone(m.sessions)
	for i := range m.sessions {
		if m.sessions[i].ID == session {
			change(&m.sessions[i])
		}
	}
}

// day writes a day as is usual in the language.
func (s *Strings) day(date string) string {
	day, err := time.Parse(time.DateOnly, date)
	if err != nil || s.Lang == survey.English {
		return date
	}
	return day.Format("2.1.2006.")
}

// applyConsole carries out what the console asked for.
func (m *Model) applyConsole(a action) tea.Cmd {
	switch a := a.(type) {
	case closeSession:
		if m.store.out {
			// A response that is held would find the session closed.
			return tea.Batch(m.retry(), func() tea.Msg { return closedMsg{err: errOutOfOrder} })
		}
		return m.do.closeSession(a.session)
	case showReveal:
		m.screen = newReveal(m.shared, a.behind, a.from, m.cfg.Terminal.Still)
	case leaveReveal:
		return m.leaveReveal(a.behind)
	case readHeld:
		return m.do.readHeld()
	case readLooked:
		return m.readRelease()
	case correctAttended:
		return m.do.correctAttended(a.session, a.attended)
	case reviewText:
		return m.do.reviewText(a.passage, a.review)
	case putStatement:
		if a.statement.ID.IsZero() {
			a.statement.ID = m.cfg.NewID()
		}
		return m.do.putStatement(a.session, a.statement)
	case changePIN:
		return m.do.changePIN(a.current, a.pin)
	case reopenSession:
		return m.do.reopen(a.session, a.survey)
	case makeBackup:
		return m.do.backup()
	case fileReport:
		return m.do.file(a)
	}
	return nil
}
