package tui

import (
	"strconv"
	"strings"
	"time"

	"anketa/survey"
)

// errand is a line that can be chosen, and what it does.
type errand struct {
	label string
	do    func() error
}

// sayTraining offers what can be corrected and which sessions can be looked at.
func (l *Linear) sayTraining(c *console) error {
	t := l.text
	l.say("", sentence(strings.Join(c.particulars(&c.release.Parts[0].Session), ", ")), sentence(c.answered()))
	errands := l.errands(c)
	for i := range errands {
		l.say(t.Format("%d. %s", i+1, errands[i].label))
	}
	line, err := l.hear(t.Linear.Choice+" (Enter: "+t.Keys.Back+")", forever)
	if err != nil || line == "" {
		return err
	}
	if n, err := strconv.Atoi(line); err == nil && n >= 1 && n <= len(errands) {
		return errands[n-1].do()
	}
	l.say(t.Linear.NoSuch)
	return nil
}

// errands returns what can be chosen.
func (l *Linear) errands(c *console) []errand {
	t := &l.text.Console
	var all []errand
	if c.mayClose() {
		all = append(all, errand{l.text.Keys.Close, func() error { return l.endCollection(c) }})
	}
	if len(c.release.Parts) == 1 {
		session := c.release.Parts[0].Session
		all = append(all, errand{t.CorrectAttended, func() error { return l.correctAttended(c, &session) }})
	}
	if c.mayReopen() {
		part := c.release.Parts[0]
		all = append(all, errand{t.Reopen, func() error { return l.reopen(part.Session, part.Survey) }})
	}
	if l.cfg.Backup != nil {
		all = append(all, errand{l.text.Backup.Key, func() error {
			l.backUp()
			return nil
		}})
	}
	all = append(all, errand{t.ChangePIN, l.changePIN})
	for i := range c.held {
		session := c.held[i].Parts[0].Session
		all = append(all, errand{strings.Join(c.inBrief(&c.held[i]), ", "), func() error {
			l.looked = []survey.Session{session}
			return nil
		}})
	}
	return all
}

// endCollection ends the collection once that is said again.
func (l *Linear) endCollection(c *console) error {
	l.say(c.confirmation())
	l.choices(l.text.Keys.Yes, l.text.Keys.No)
	line, err := l.hear(l.text.Linear.Choice, forever)
	if err != nil || line != "1" {
		return err
	}
	id := c.release.Parts[0].Session.ID
	closed, ok := l.do.closeSession(id)().(closedMsg)
	if !ok || closed.err != nil {
		l.say(l.text.Notice.NotClosed)
		return nil
	}
	for i := range l.sessions {
		if l.sessions[i].ID == id {
			l.sessions[i].Open = false
		}
	}
	if c, ok := l.look(); ok {
		l.sayOverview(c)
	}
	return nil
}

// reopen lets a closed session take answers again.
func (l *Linear) reopen(session survey.Session, s *survey.Survey) error {
	done, ok := l.do.reopen(session, s)().(reopenedMsg)
	if !ok || done.err != nil {
		l.say(l.text.Console.NotReopened)
		return nil
	}
	l.sessions, l.looked, l.survey = []survey.Session{done.session}, nil, s
	l.cfg.Start, l.sent = StartWelcome, time.Time{}
	l.say(l.text.Console.Reopened)
	return nil
}

// correctAttended asks how many people attended.
func (l *Linear) correctAttended(c *console, session *survey.Session) error {
	for {
		line, err := l.hear(l.text.Setup.Attended, forever)
		if err != nil || line == "" {
			return err
		}
		if wrong := c.badAttended(line); wrong != "" {
			l.say(wrong)
			continue
		}
		n, _ := strconv.Atoi(line)
		done, ok := l.do.correctAttended(session.ID, n)().(attendedMsg)
		if !ok || done.err != nil {
			l.say(l.text.Console.NotDone)
			return nil
		}
		for i := range l.sessions {
			if l.sessions[i].ID == session.ID {
				l.sessions[i].Attended = n
			}
		}
		l.say(l.text.Console.AttendedStored)
		return nil
	}
}

// changePIN asks for the PIN until now and for a new one, twice.
func (l *Linear) changePIN() error {
	t := l.text
	l.tty.hide(true)
	defer l.tty.hide(false)
	var typed [3]string
	for i, name := range []string{t.Console.CurrentPIN, t.Console.NewPIN, t.Setup.PINAgain} {
		line, err := l.hearSecret(name, forever)
		if err != nil || line == "" {
			return err
		}
		typed[i] = line
	}
	switch {
	case !survey.ValidPIN(typed[1]):
		l.say(t.Setup.BadPIN)
		return nil
	case typed[1] != typed[2]:
		l.say(t.Setup.PINDiffers)
		return nil
	}
	l.say(t.Setup.Checking)
	done, ok := l.do.changePIN(typed[0], typed[1])().(pinStoredMsg)
	switch {
	case !ok || done.err != nil:
		l.say(t.Console.NotDone)
	case done.wait > 0:
		l.say(l.patience(done.wait))
	case !done.right:
		l.say(t.Setup.WrongPIN)
	default:
		l.say(t.Console.PINStored)
	}
	return nil
}
