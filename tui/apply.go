package tui

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"anketa/survey"
)

// apply carries out what a screen asked for.
func (m *Model) apply(a action) tea.Cmd {
	switch a := a.(type) {
	case setLanguage:
		return m.setLanguage(a.lang)
	case nextLook:
		return m.nextLook()
	case startInterview:
		m.interview, m.began = survey.NewInterview(m.survey), m.turnBegan(m.sent)
		m.screen = newAsk(m.shared, m.interview)
		m.store.untouched = true
		return tea.Batch(m.watchIdle(), m.askStore())
	case showQuestion:
		m.screen = newAsk(m.shared, m.interview)
	case showReview:
		m.screen = newReview(m.shared, m.interview)
	case sendResponse:
		return m.send()
	case leaveInterview, goHome:
		cleared := m.home()
		if _, ok := m.screen.(*setup); ok {
			return tea.Batch(cleared, m.askStore(), m.attend())
		}
		return tea.Batch(cleared, m.askStore())
	case abandonInterview:
		kept := m.keepPartial()
		return tea.Batch(kept, m.home(), m.askStore())
	case askPIN:
		m.afterPIN = a.next
		m.screen = newPIN(m.shared)
		return tea.Batch(m.readWait(), m.watchIdle())
	case checkPIN:
		return m.do.checkPIN(a.pin)
	case showLive:
		m.screen = newConsole(m.shared, m.duty())
		return tea.Batch(m.readRelease(), m.attend())
	case createSession:
		a.session.ID = m.cfg.NewID()
		return m.do.create(a.session, m.cfg.NewSurvey, a.pin)
	case resumeSession:
		m.cfg.Start = StartWelcome
		return tea.Batch(m.home(), m.askStore())
	case readInterrupted:
		// Being asked, the store forgets what was left: the next person must not be told.
		m.cfg.Left = LeftNothing
		return tea.Batch(m.home(), m.askStoreNow())
	case showKept:
		return m.showKept()
	case dropKept:
		return m.dropKept()
	case tryStore:
		return m.retry()
	case quitProgram:
		return m.quit()
	case backToSetup:
		m.screen = a.form
		m.screen.lay()
		return m.attend()
	case showEntry, enterForm, backToEntry:
		return m.applyEntry(a)
	default:
		return m.applyConsole(a)
	}
	return nil
}

// setLanguage changes the language. On the welcome screen it falls back to the
// default when nobody goes on.
func (m *Model) setLanguage(lang survey.Lang) tea.Cmd {
	m.lang = lang
	m.dress()
	if lang == m.cfg.Lang {
		return nil
	}
	return m.watchIdle()
}

// send stores the interview's response. The id is drawn once, so that trying
// again after a failure stores nothing twice.
func (m *Model) send() tea.Cmd {
	if m.response.ID.IsZero() {
		r, ok := m.interview.Finish(m.cfg.NewID())
		if !ok {
			return nil
		}
		m.response = r
	}
	m.store.trying = true
	if m.cfg.Start == StartEntry {
		return m.do.enter(m.sessions[0].ID, m.response)
	}
	return m.do.save(m.sessions[0].ID, m.response, m.began)
}

// saved thanks the participant, now that the response is durable, or keeps it
// and says that the kiosk is out of service.
func (m *Model) saved(msg savedMsg) tea.Cmd {
	m.store.trying = false
	if msg.err != nil {
		return m.failedSaving()
	}
	m.inOrder()
	m.forget()
	m.sent = m.now()
	if m.cfg.Start == StartEntry {
		return m.formStored()
	}
	switch m.screen.(type) {
	case *pin, *console:
		// The facilitator is there now; the participant hears of it afterwards.
		m.owed = true
		return nil
	}
	return m.thank()
}

// thank says that the answers are stored.
func (m *Model) thank() tea.Cmd {
	m.owed, m.facilitator = false, false
	m.screen = newThanks(m.shared)
	// The next person types only if the store is still ready. It is asked when this
	// screen ends: being asked, it forgets which response came last, and a program
	// that is killed before the thanks are drawn must know that after its start.
	m.store.asked = time.Time{}
	return tea.Batch(m.timers.start(timerThanks, m.survey.Kiosk.Thanks), m.tidy())
}

// forget overwrites what the kiosk knows of the participant.
func (m *Model) forget() {
	if m.interview != nil {
		m.interview.Forget()
	}
	clear(m.response.Answers)
	m.interview, m.response = nil, survey.Response{}
}

// home drops what is under way and shows the screen on which this terminal
// waits, in the default language. Its command clears up behind the person. A
// response that is held stays, in the language of its participant.
func (m *Model) home() tea.Cmd {
	if m.held() {
		m.screen = newOutOfService(m.shared, true)
		return nil
	}
	if m.owed {
		return m.thank()
	}
	clearUp := m.tidy
	_, thanked := m.screen.(*thanks)
	if thanked {
		// What was typed is gone since the thanks.
		clearUp = m.erase
	}
	m.forget()
	m.timers.stop(timerConfirm)
	m.timers.stop(timerThanks)
	m.timers.stop(timerCountdown)
	m.timers.stop(timerPIN)
	m.offer = offerNone
	m.lang, m.look = m.cfg.Lang, LookNormal
	if len(m.sessions) > 0 {
		m.session = m.sessions[0].Title
	}
	m.screen = nil
	m.dress()
	if m.cfg.Start == StartConsole {
		// Whoever leaves the results leaves them locked: there is no other screen.
		m.facilitator = false
	}
	m.screen = m.first()
	if w, ok := m.screen.(*welcome); ok && thanked {
		w.entered = m.lastKey
	}
	if _, ok := m.screen.(*setup); !ok {
		m.facilitator = false
	}
	return tea.Batch(m.readWait(), clearUp())
}

// first returns the screen on which this terminal waits.
func (m *Model) first() screen {
	if m.store.out {
		return newOutOfService(m.shared, false)
	}
	if m.cfg.Left != LeftNothing {
		return newInterrupted(m.shared, m.cfg.Left)
	}
	switch m.cfg.Start {
	case StartDemo:
		return newConsole(m.shared, m.duty())
	case StartConsole:
		if !m.locked() {
			return newConsole(m.shared, m.duty())
		}
		return m.demandPIN(showLive{})
	case StartLive:
		return m.demandPIN(showLive{})
	case StartEntry:
		if !m.locked() {
			return newPaper(m.shared, m.entered+1, m.cfg.Twice)
		}
		return m.demandPIN(showEntry{})
	case StartResume:
		if m.sessions[0].Open {
			return newResume(m.shared, m.sessions[0], m.cfg.Locked)
		}
	case StartWelcome:
		if m.sessions[0].Open {
			return newWelcome(m.shared)
		}
	}
	m.survey = m.cfg.NewSurvey
	m.dress()
	if m.locked() {
		return m.demandPIN(goHome{})
	}
	u := newSetup(m.shared, m.cfg.Preset, m.cfg.Locked)
	u.ground = m.cfg.Ground
	return u
}

// demandPIN asks for the PIN where nothing else can be reached, and says what it opens.
func (m *Model) demandPIN(next action) screen {
	m.afterPIN = next
	p := newPIN(m.shared)
	p.alone = true
	return p
}

// begin opens the kiosk for a session that was just stored.
func (m *Model) begin(session survey.Session) tea.Cmd {
	m.sessions, m.sent = []survey.Session{session}, time.Time{}
	m.cfg.Start, m.cfg.Preset, m.cfg.Locked = StartWelcome, Preset{}, true
	return m.home()
}
