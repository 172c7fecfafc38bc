package tui

import (
	"context"
	"errors"
	"log/slog"
	"sync"
	"sync/atomic"
	"time"

	tea "charm.land/bubbletea/v2"

	"anketa/results"
	"anketa/survey"
)

// errNoSession says that nothing was ever collected.
var errNoSession = errors.New("there is no session yet")

// commands makes the commands that touch the disk; nothing else does.
type commands struct {
	// ctx ends with the program.
	ctx   context.Context
	store Store
	// copy writes a copy of the store, or is nil.
	copy func(context.Context) (path string, err error)
	// report writes the report, or is nil.
	report Reporter
	log    *slog.Logger
	// broken is true from a failure of the store until it works again.
	broken atomic.Bool
	// scrubbing is held by the one scrub that goes on; owed is true while another one
	// waits for it.
	scrubbing sync.Mutex
	owed      atomic.Bool
	pace      *Pace
	now       func() time.Time
}

// save stores a response. The pace hears of the turn before anybody reads the
// new count.
func (c *commands) save(session survey.ID, r survey.Response, began time.Time) tea.Cmd {
	return func() tea.Msg {
		err := c.store.AddResponse(c.ctx, session, r)
		c.tell(err)
		if err == nil {
			c.pace.Add(session, c.now().Sub(began))
		}
		return savedMsg{err: err}
	}
}

// keep stores an interview that nobody went on with, and forgets it. Nobody waits
// in front of the screen: when it cannot be stored, the log says so.
func (c *commands) keep(session survey.ID, r survey.Response) tea.Cmd {
	return func() tea.Msg {
		if err := c.store.AddPartial(c.ctx, session, r); err != nil {
			c.log.Error("storing a partial response failed", "error", err)
		}
		clear(r.Answers)
		return c.scrub()
	}
}

// ready asks whether the store can take a response.
func (c *commands) ready() tea.Cmd {
	return func() tea.Msg {
		err := c.store.Ready(c.ctx)
		c.tell(err)
		return readyMsg{err: err}
	}
}

// tell logs that the store got out of order or works again, but not every
// attempt in between: the log may be on the disk that is full.
func (c *commands) tell(err error) {
	switch {
	case err != nil && !c.broken.Swap(true):
		c.log.Error("the store is out of order", "error", err)
	case err == nil && c.broken.Swap(false):
		c.log.Info("the store is in order again")
	}
}

// read reads what may be shown of sessions now; without any, of the one that is
// open or was held last.
func (c *commands) read(sessions []survey.Session) tea.Cmd {
	return func() tea.Msg {
		release, err := c.release(sessions)
		if err == nil {
			err = release.ReadTexts(c.ctx, c.store)
		}
		if err != nil {
			c.log.Error("reading the results failed", "error", err)
		}
		return releaseMsg{release: release, err: err}
	}
}

// release applies the rules to the stored counts.
func (c *commands) release(sessions []survey.Session) (results.Release, error) {
	if len(sessions) == 0 {
		var err error
		if sessions, err = c.current(); err != nil {
			return results.Release{}, err
		}
	}
	parts := make([]results.Part, len(sessions))
	for i := range sessions {
		var err error
		if parts[i], err = c.store.Part(c.ctx, sessions[i].ID); err != nil {
			return results.Release{}, err
		}
	}
	return results.NewRelease(parts...)
}

// current returns the session that is open or was held last.
func (c *commands) current() ([]survey.Session, error) {
	sessions, err := c.store.Sessions(c.ctx)
	if err != nil {
		return nil, err
	}
	if len(sessions) == 0 {
		return nil, errNoSession
	}
	for i := range sessions {
		if sessions[i].Open {
			return sessions[i : i+1], nil
		}
	}
	return sessions[len(sessions)-1:], nil
}

// wait waits for the next change in the store.
func (c *commands) wait(watch <-chan struct{}) tea.Cmd {
	return func() tea.Msg {
		_, more := <-watch
		return changedMsg{more: more}
	}
}

// create stores the PIN and a new session.
func (c *commands) create(session survey.Session, s *survey.Survey, pin string) tea.Cmd {
	return func() tea.Msg {
		// The PIN comes first: a session without one would lock its own results away.
		err := c.store.SetPIN(c.ctx, pin)
		if err == nil {
			session, err = c.store.CreateSession(c.ctx, session, s)
		}
		if err != nil {
			c.log.Error("storing the session failed", "error", err)
		}
		return sessionMsg{session: session, err: err}
	}
}

// closeSession ends a session.
func (c *commands) closeSession(session survey.ID) tea.Cmd {
	return func() tea.Msg {
		err := c.store.CloseSession(c.ctx, session)
		if err != nil {
			c.log.Error("closing the session failed", "error", err)
			return closedMsg{session: session, err: err}
		}
		if err := c.store.Compact(c.ctx); err != nil {
			// The session is closed all the same.
			c.log.Error("writing the database anew failed", "error", err)
		}
		return closedMsg{session: session}
	}
}
