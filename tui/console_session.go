package tui

import (
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"anketa/results"
	"anketa/survey"
)

// training is the tab about the session itself: what can be corrected, and which
// of all sessions in the store is looked at.
type training struct {
	c    *console
	pane pane
	// finder narrows the sessions.
	finder finder
	// form is what is being typed; nil at the list.
	form *sessionForm
	// notice says how what was asked for last ended.
	notice string
	// does are what the items of the list do.
	does []func() action
}

func (t *training) digit() rune                        { return '8' }
func (t *training) named(s *ConsoleStrings) TabStrings { return s.Session }
func (t *training) area() *pane                        { return &t.pane }
func (t *training) typing() bool                       { return t.form != nil || t.finder.typing }
func (t *training) back() bool                         { return t.finder.clear() }
func (t *training) needsHeld() bool                    { return true }

// keys implements tab.
func (t *training) keys() []key.Binding {
	k := &t.c.keys.Console
	switch {
	case t.form != nil:
		return []key.Binding{t.form.proceed(&t.c.keys), k.Back}
	case t.finder.typing:
		return []key.Binding{k.Found, k.Cleared}
	case t.finder.words != "":
		return []key.Binding{k.Do, k.Find, k.Back}
	case t.findable():
		return []key.Binding{k.Do, k.Find}
	}
	return []key.Binding{k.Do}
}

// open implements tab: it does what the item says.
func (t *training) open(item int) action {
	if t.form != nil || item >= len(t.does) {
		return nil
	}
	t.notice = ""
	return t.does[item]()
}

// press implements tab.
func (t *training) press(press tea.KeyPressMsg) (action, bool) {
	switch k := &t.c.keys.Console; {
	case t.finder.typing:
		t.finder.press(press, k)
		t.pane.offset, t.pane.at = 0, 0
		return nil, true
	case t.form == nil && t.findable() && key.Matches(press, k.Find):
		t.finder.typing = true
		t.pane.offset, t.pane.at = 0, 0
		return nil, true
	case t.form == nil:
		return nil, false
	}
	next, done := t.form.press(press, &t.c.keys)
	if done {
		t.form = nil
		t.c.turns++
	}
	return next, true
}

// lay implements tab.
func (t *training) lay() {
	c := t.c
	if t.form != nil {
		t.form.lay(c.styles, c.place.column)
		t.pane.set(nil, []piece{plain(t.form.view(c.styles, c.place.column))}, 1, c.column)
		return
	}
	t.does = nil
	above := c.notices()
	session := c.release.Parts[0].Session
	if len(c.release.Parts) == 1 {
		above = append(above, plain(wrap(strings.Join(append(c.particulars(&session), c.answered()), " · "), c.place.column)))
	}
	if t.notice != "" {
		above = append(above, plain(c.styles.Warning.Render(wrap(t.notice, c.place.column))))
	}
	var pieces []piece
	if t.narrowed() {
		above = c.notices()
	} else {
		pieces = t.actions(&session)
	}
	listed, heading := t.list(), c.styles.Section.Render(c.text.Console.Trainings)
	if len(listed) > 1 {
		heading += c.styles.Hint.Render(" · " + c.text.Console.Looks)
	}
	pieces = append(pieces, plain(heading))
	if line := t.finder.line(c.shared, len(listed)); line != "" {
		above = append(above, plain(line))
	}
	t.pane.setTight(above, append(pieces, listed...), c.column)
}

// findable reports whether there are sessions to be found among.
func (t *training) findable() bool { return len(t.c.held) > 1 }

// narrowed reports whether the tab shows nothing but the sessions that are looked for.
func (t *training) narrowed() bool { return t.finder.typing || t.finder.words != "" }

// item takes up what an item does and returns its piece.
func (t *training) item(label string, do func() action) piece {
	t.does = append(t.does, do)
	return piece{text: strings.ReplaceAll(wrap(label, t.c.place.column-gutter-2), "\n", "\n  "), item: len(t.does) - 1}
}

// actions returns what can be done with the session that is looked at.
func (t *training) actions(session *survey.Session) []piece {
	c := t.c
	var pieces []piece
	if c.mayClose() {
		pieces = append(pieces, t.item(c.text.Keys.Close+" (z)", func() action {
			c.asking, c.failure = true, ""
			return nil
		}))
	}
	if !c.duty.changes {
		return pieces
	}
	if len(c.release.Parts) == 1 {
		pieces = append(pieces, t.item(c.text.Console.CorrectAttended, func() action {
			t.form = newAttendedForm(c, session)
			return nil
		}))
	}
	if c.mayReopen() {
		part := c.release.Parts[0]
		pieces = append(pieces, t.item(c.text.Console.Reopen, func() action {
			return reopenSession{session: part.Session, survey: part.Survey}
		}))
	}
	if c.duty.copies {
		pieces = append(pieces, t.item(c.text.Backup.Key+" (b)", c.backUp))
	}
	label := c.text.Console.ChangePIN
	if !c.duty.pin {
		label = c.text.Console.ChoosePIN
	}
	return append(pieces, t.item(label, func() action {
		t.form = newPINForm(c)
		return nil
	}))
}

// mayReopen reports whether the session that is looked at can take answers again: it
// is closed, and so are all others.
func (c *console) mayReopen() bool {
	open := slices.ContainsFunc(c.held, func(r results.Release) bool { return r.Open() })
	return c.duty.changes && len(c.release.Parts) == 1 && c.held != nil && !open && !c.release.Open()
}

// list returns the sessions of the store; one of them is looked at next.
func (t *training) list() []piece {
	c := t.c
	if c.held == nil {
		return []piece{plain(c.styles.Hint.Render(c.text.Live.Loading))}
	}
	var pieces []piece
	var alike []survey.Session
	for i := range c.held {
		session := c.held[i].Parts[0].Session
		if c.held[i].Survey.ID == c.release.Survey.ID {
			alike = append(alike, session)
		}
		brief := strings.Join(c.inBrief(&c.held[i]), " · ")
		if !t.finder.finds(brief) {
			continue
		}
		pieces = append(pieces, t.item(brief, func() action { return t.look(session) }))
	}
	if len(alike) > 1 && !t.narrowed() {
		label := c.text.Console.Together
		if len(c.release.Parts) > 1 {
			label += " · " + c.text.Console.Shown
		}
		pieces = append(pieces, t.item(label, func() action { return t.look(alike...) }))
	}
	return pieces
}

// inBrief says what a session is, how many answered, whether it is open, and whether it
// is the one that is shown.
func (c *console) inBrief(held *results.Release) []string {
	session := &held.Parts[0].Session
	state := c.text.Console.Closed
	if session.Open {
		state = c.text.Console.Open
	}
	about := append(c.particulars(session), (&live{shared: c.shared, release: held}).answered(), state)
	if len(c.release.Parts) == 1 && c.release.Parts[0].Session.ID == session.ID {
		about = append(about, c.text.Console.Shown)
	}
	return about
}

// particulars returns title, place and day of a session, as far as they are known.
func (c *console) particulars(session *survey.Session) []string {
	all := []string{session.Title}
	if session.Place != "" && session.Place != session.Title {
		all = append(all, session.Place)
	}
	if session.Date != "" {
		all = append(all, c.text.day(session.Date))
	}
	return all
}

// look looks at other sessions.
func (t *training) look(sessions ...survey.Session) action {
	t.c.looked, t.c.at = sessions, 0
	t.finder.clear()
	return readLooked{}
}
