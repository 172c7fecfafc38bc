package tui

import (
	"strconv"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"anketa/survey"
)

// sessionForm is a form of the console, with a rule for every line.
type sessionForm struct {
	title string
	form  *form
	// checks say what is wrong with the value of a line, or "".
	checks []func(value string) string
	// send returns what to do with the lines once they all hold.
	send   func(f *form) action
	notice string
	lines  []line
}

// lay makes the fields anew for a width and keeps what was typed.
func (f *sessionForm) lay(s *Styles, width int) {
	at := 0
	if f.form != nil {
		at = f.form.at
		for i := range f.lines {
			f.lines[i].value = *f.form.values[i]
		}
	}
	digits := f.form != nil && f.form.digits
	f.form = newLines(s, width, f.lines).focus(at)
	f.form.digits = digits
}

// proceed is the key that goes on: to the next line, and from the last one to storing.
func (f *sessionForm) proceed(k *KeyMap) key.Binding {
	if f.form.at < len(f.lines)-1 {
		return k.NextLine
	}
	return k.Console.Texts.Store
}

// newAttendedForm corrects how many people attended a session.
func newAttendedForm(c *console, session *survey.Session) *sessionForm {
	known := ""
	if session.Attended > 0 {
		known = strconv.Itoa(session.Attended)
	}
	f := &sessionForm{title: c.text.Console.CorrectAttended}
	f.lines = []line{{label: c.text.Setup.Attended, value: known, limit: 6}}
	f.lay(c.styles, c.place.column)
	f.form.digits = true
	f.checks = []func(string) string{c.badAttended}
	id := session.ID
	f.send = func(lines *form) action {
		// What is no number was refused; an empty line means that it is not known.
		n, _ := strconv.Atoi(lines.value(0))
		return correctAttended{session: id, attended: n}
	}
	return f
}

// badAttended says what is wrong with a number of people who attended, or "".
func (c *console) badAttended(value string) string {
	n, err := strconv.Atoi(value)
	switch answered := c.release.Responses(); {
	case !validAttended(value):
		return c.text.Setup.BadAttended
	case err == nil && n < answered:
		return c.text.Format(c.text.Console.AttendedLess, answered)
	}
	return ""
}

// newPINForm chooses another PIN; whoever does it must know the one until now.
func newPINForm(c *console) *sessionForm {
	t := c.text
	secret := func(label string) line { return line{label: label, limit: survey.MaxPINLength, secret: true} }
	valid := refuse(t.Setup.BadPIN, survey.ValidPIN)
	f := &sessionForm{title: t.Console.ChangePIN}
	lines, first := []line{secret(t.Console.NewPIN), secret(t.Setup.PINAgain)}, 0
	f.checks = []func(string) string{valid}
	if c.duty.pin {
		lines = append([]line{secret(t.Console.CurrentPIN)}, lines...)
		f.checks = append(f.checks, valid)
		first = 1
	} else {
		f.title = t.Console.ChoosePIN
	}
	f.lines = lines
	f.lay(c.styles, c.place.column)
	f.checks = append(f.checks, func(value string) string {
		if value != f.form.value(first) {
			return t.Setup.PINDiffers
		}
		return ""
	})
	f.send = func(lines *form) action {
		next := changePIN{pin: lines.value(first)}
		if first > 0 {
			next.current = lines.value(0)
		}
		return next
	}
	return f
}

// press handles a key and reports whether the form is done with.
func (f *sessionForm) press(press tea.KeyPressMsg, k *KeyMap) (next action, done bool) {
	switch {
	case key.Matches(press, k.Cancel):
		return nil, true
	case key.Matches(press, k.PreviousLine):
		f.form.previous()
	case key.Matches(press, k.NextLine):
		return f.enter()
	default:
		f.notice = ""
		f.form.update(press)
	}
	return nil, false
}

// enter checks the current line and moves on; behind the last one it sends them.
func (f *sessionForm) enter() (next action, done bool) {
	if f.notice = f.checks[f.form.at](f.form.value(f.form.at)); f.notice != "" || f.form.next() {
		return nil, false
	}
	for i, check := range f.checks {
		if f.notice = check(f.form.value(i)); f.notice != "" {
			f.form.focus(i)
			return nil, false
		}
	}
	return f.send(f.form), true
}

// view draws the form.
func (f *sessionForm) view(s *Styles, width int) string {
	lines, _ := f.form.lines()
	text := s.Question.Render(wrap(f.title, width))
	for _, line := range lines {
		text += "\n" + line
	}
	return text + "\n" + s.Warning.Render(wrap(f.notice, width))
}

// hear implements listener: it says how what was asked for ended.
func (t *training) hear(msg tea.Msg) {
	s := &t.c.text.Console
	switch msg := msg.(type) {
	case attendedMsg:
		if t.notice = s.AttendedStored; msg.err != nil {
			t.notice = s.NotDone
		}
	case reopenedMsg:
		if t.notice = s.Reopened; msg.err != nil {
			t.notice = s.NotReopened
		}
	case pinStoredMsg:
		switch {
		case msg.err != nil:
			t.notice = s.NotDone
		case msg.wait > 0:
			t.notice = t.c.patience(msg.wait)
		case !msg.right:
			t.notice = t.c.text.Setup.WrongPIN
		default:
			t.notice, t.c.duty.pin = s.PINStored, true
		}
	}
}
