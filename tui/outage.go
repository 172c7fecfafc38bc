package tui

import (
	"errors"
	"time"

	tea "charm.land/bubbletea/v2"
)

// errOutOfOrder says that nothing is stored as long as the store is out of order.
var errOutOfOrder = errors.New("the store is out of order")

// outage is what the kiosk knows of its store.
type outage struct {
	// out is true from a failure until the store is found ready again.
	out bool
	// asked is when it was last asked whether it is ready; asking is true while
	// an answer is awaited, trying while a response is being stored.
	asked          time.Time
	asking, trying bool
	// attempts counts those since the failure.
	attempts int
	// untouched is true while the person who has just begun has pressed no key.
	untouched bool
}

// trusted is how long the store is believed to be as it was found. A person who
// begins within that time is not kept waiting for it, nor is one who begins later:
// what is found then counts only if it comes before the first key.
const trusted = time.Minute

// retryDelay returns how long to wait before the next attempt.
func (o *outage) retryDelay() time.Duration {
	delays := []time.Duration{2 * time.Second, 5 * time.Second, 10 * time.Second, 20 * time.Second, 30 * time.Second}
	return delays[min(o.attempts, len(delays)-1)]
}

// held reports whether a response waits for being stored after a failure.
func (m *Model) held() bool { return m.store.out && !m.response.ID.IsZero() }

// askStore asks whether the store is ready, unless that is known. Terminals that
// take no answers never ask.
func (m *Model) askStore() tea.Cmd {
	known := m.store.out || m.now().Sub(m.store.asked) < trusted
	if known || m.store.asking || m.cfg.Start != StartWelcome {
		return nil
	}
	return m.askStoreNow()
}

// askStoreNow asks in any case.
func (m *Model) askStoreNow() tea.Cmd {
	m.store.asking = true
	return m.do.ready()
}

// readyFound acts on what was found.
func (m *Model) readyFound(msg readyMsg) tea.Cmd {
	m.store.asking, m.store.asked = false, m.now()
	switch {
	case msg.err != nil && m.store.out:
		return m.stayOut()
	case msg.err != nil:
		return m.failedBefore()
	case m.held():
		return m.send()
	case m.store.out:
		return m.backInService()
	}
	return nil
}

// failedBefore closes the kiosk before the next person types. Whoever has begun
// already learns of it when sending.
func (m *Model) failedBefore() tea.Cmd {
	switch m.screen.(type) {
	case *ask:
		if !m.store.untouched {
			return nil
		}
		m.store.out = true
		return tea.Batch(m.home(), m.retryLater())
	case *welcome:
		m.store.out = true
		return tea.Batch(m.home(), m.retryLater())
	case *thanks, *pin, *console, *reveal:
		// It shows as soon as this screen goes home.
		m.store.out = true
		return m.retryLater()
	}
	return nil
}

// failedSaving keeps the response and says so.
func (m *Model) failedSaving() tea.Cmd {
	if m.store.out {
		return m.stayOut()
	}
	m.store.out = true
	m.screen = newOutOfService(m.shared, true)
	return m.retryLater()
}

// stayOut waits for the next attempt.
func (m *Model) stayOut() tea.Cmd {
	if s, ok := m.screen.(*outOfService); ok && s.trying {
		s.trying = false
		s.lay()
	}
	return m.retryLater()
}

// retryLater starts the timer of the next attempt; it runs only while the store
// is out of order.
func (m *Model) retryLater() tea.Cmd {
	d := m.store.retryDelay()
	m.store.attempts++
	return m.timers.start(timerRetry, d)
}

// retry makes an attempt, unless one is under way.
func (m *Model) retry() tea.Cmd {
	switch {
	case !m.store.out || m.store.asking || m.store.trying:
		return nil
	case m.held():
		return m.send()
	}
	return m.askStoreNow()
}

// backInService opens the kiosk again.
func (m *Model) backInService() tea.Cmd {
	m.inOrder()
	if _, ok := m.screen.(*outOfService); ok {
		return m.home()
	}
	return nil
}

// inOrder notes that the store works.
func (m *Model) inOrder() {
	m.timers.stop(timerRetry)
	m.store = outage{asked: m.now()}
}

// showKept tells the facilitator of the response that waits, or shows the results
// when it was stored meanwhile.
func (m *Model) showKept() tea.Cmd {
	if !m.held() {
		return m.apply(showLive{})
	}
	m.screen = newKept(m.shared)
	return m.watchIdle()
}

// dropKept erases the response that waits, unless it is just being stored.
func (m *Model) dropKept() tea.Cmd {
	if !m.store.trying {
		m.forget()
	}
	return m.home()
}
