package tui

import (
	"errors"
	"strconv"
	"time"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"anketa/survey"
)

// setup is the facilitator's form for a new session. Lines that were answered
// by flags are left out.
type setup struct {
	*shared
	preset Preset
	// locked is true when the PIN opened the form.
	locked  bool
	entries []entry
	form    *form
	notice  string
	saving  bool
	// ground is what is known against the disk.
	ground Ground
}

// entry is one line of the form with its rule.
type entry struct {
	line
	// check returns what is wrong with the value, or "".
	check func(value string) string
	// put takes the value over.
	put func(value string)
	// says returns what the hint says about the value, or "".
	says func(value string) string
}

func newSetup(s *shared, preset Preset, locked bool) *setup {
	u := &setup{shared: s, preset: preset, locked: locked}
	u.entries = u.lines()
	u.lay()
	return u
}

// lines returns the lines that are still open.
func (u *setup) lines() []entry {
	t, p := u.text.Setup, &u.preset
	name := u.survey.Title.In(u.lang)
	all := []struct {
		known string
		entry
	}{
		{p.Title, entry{
			line{label: t.Name, value: name, limit: survey.MaxNameLength},
			refuse(t.BadName, func(s string) bool { return s != "" }), func(s string) { p.Title = s }, nil,
		}},
		{p.Place, entry{
			line{label: t.Place, limit: survey.MaxNameLength},
			nil, func(s string) { p.Place = s }, nil,
		}},
		{p.Date, entry{
			line{label: t.Date, value: u.now().Format(time.DateOnly), limit: 14},
			u.badDate, func(s string) { p.Date, _ = survey.ParseDate(s) }, nil,
		}},
		{p.Attended, entry{
			line{label: t.Attended, hint: t.AttendedHint, limit: 6},
			refuse(t.BadAttended, validAttended), func(s string) { p.Attended = s }, u.expect(),
		}},
		{p.PIN, entry{
			line{label: t.PIN, hint: t.PINHint, limit: survey.MaxPINLength, secret: true},
			refuse(t.BadPIN, survey.ValidPIN), func(s string) { p.PIN = s }, nil,
		}},
		{p.PIN, entry{
			line{label: t.PINAgain, limit: survey.MaxPINLength, secret: true},
			refuse(t.PINDiffers, func(s string) bool { return s == p.PIN }), func(string) {}, nil,
		}},
	}
	var open []entry
	for _, e := range all {
		// With every line known there would be nothing to press: then all can be changed.
		if p.Complete() {
			e.value = e.known
		}
		if e.known == "" || p.Complete() {
			open = append(open, e.entry)
		}
	}
	return open
}

// badDate says what is wrong with a date.
func (u *setup) badDate(value string) string {
	switch _, err := survey.ParseDate(value); {
	case err == nil:
		return ""
	case errors.Is(err, survey.ErrNoSuchDay):
		return u.text.Setup.NoSuchDay
	}
	return u.text.Setup.BadDate
}

// refuse returns a check that says a sentence when a value does not hold.
func refuse(sentence string, holds func(string) bool) func(string) string {
	return func(value string) string {
		if holds(value) {
			return ""
		}
		return sentence
	}
}

// validAttended reports whether a text is a number of people, or empty.
func validAttended(s string) bool {
	n, err := strconv.Atoi(s)
	return s == "" || err == nil && n >= 1 && n <= survey.MaxAttended
}

// lay makes the fields anew and keeps what was typed.
func (u *setup) lay() {
	lines := make([]line, len(u.entries))
	for i := range u.entries {
		lines[i] = u.entries[i].line
		if u.form != nil {
			lines[i].value = *u.form.values[i]
		}
	}
	at := 0
	if u.form != nil {
		at = u.form.at
	}
	u.form = newLines(u.styles, u.layout.column, lines).focus(at)
}

func (u *setup) view() string {
	foot, body, _ := u.parts()
	return u.layout.frame(u.head("anketa", "", 0), foot, body...)
}

// help returns the keys that work.
func (u *setup) help() []key.Binding {
	return []key.Binding{u.keys.NextLine, u.keys.PreviousLine, u.quitKey()}
}

// parts draws foot and body, in which room lines are for the form.
func (u *setup) parts() (foot string, body []string, room int) {
	s := u.text.Setup
	foot = u.foot(u.help()...)
	top := u.styles.Question.Render(s.Title) + "\n" + u.styles.Hint.Render(u.wrap(s.Intro))
	if warning := u.ground.said(u.text); warning != "" {
		top += "\n" + u.styles.Warning.Render(u.wrap(warning))
	}
	bottom := u.styles.Hint.Render(u.wrap(u.hint()))
	if u.notice != "" {
		bottom = u.styles.Warning.Render(u.wrap(u.notice))
	}
	room = u.layout.body(foot) - height(top) - height(bottom) - 2
	return foot, []string{top, "\n\n", u.form.view(room), "\n\n", bottom}, room
}

// hint returns what stands below the form for the current line.
func (u *setup) hint() string {
	e := &u.entries[u.form.at]
	if e.says != nil {
		if said := e.says(u.form.value(u.form.at)); said != "" {
			return said
		}
	}
	return e.hint
}

// expect returns what says how long as many people take as were typed.
func (u *setup) expect() func(value string) string {
	turn := estimatedTurn(u.survey)
	return func(value string) string {
		people, err := strconv.Atoi(value)
		if err != nil || !validAttended(value) {
			return ""
		}
		return u.text.Expect(people, turn)
	}
}

// quitKey leaves the program: whoever fills in the form may.
func (u *setup) quitKey() key.Binding { return quitKey(u.shared, u.locked, "") }

// quitKey returns the key that leaves the program. Only before there is a PIN
// may it be one that a participant could type by habit.
func quitKey(s *shared, locked bool, note string) key.Binding {
	if locked {
		return key.NewBinding(key.WithKeys("esc"), key.WithHelp("Esc", s.text.Keys.Quit+note))
	}
	return key.NewBinding(key.WithKeys("esc", "ctrl+c"), key.WithHelp("Esc", s.text.Keys.Quit))
}

func (u *setup) update(msg tea.Msg) (action, tea.Cmd) {
	switch msg := msg.(type) {
	case sessionMsg:
		u.saving = false
		u.notice = u.text.Setup.FormError
	case tea.PasteMsg:
		u.form.update(msg)
	case tea.KeyPressMsg:
		return u.press(msg), nil
	case clickMsg:
		u.click(msg.item)
	}
	return nil, nil
}

// press handles a key.
func (u *setup) press(press tea.KeyPressMsg) action {
	switch {
	case u.saving:
	case key.Matches(press, u.quitKey()):
		return quitProgram{}
	case key.Matches(press, u.keys.PreviousLine):
		u.notice = ""
		u.form.previous()
	case key.Matches(press, u.keys.NextLine):
		return u.enter()
	default:
		u.notice = ""
		u.form.update(press)
	}
	return nil
}

// enter checks the current line and moves on; behind the last line the session
// begins, once every line holds.
func (u *setup) enter() action {
	if u.notice = u.accept(u.form.at); u.notice != "" || u.form.next() {
		return nil
	}
	for i := range u.entries {
		if u.notice = u.accept(i); u.notice != "" {
			u.form.focus(i)
			return nil
		}
	}
	u.saving = true
	return createSession{session: u.preset.Session(), pin: u.preset.PIN}
}

// accept takes a line over, or says what is wrong with it.
func (u *setup) accept(i int) string {
	value := u.form.value(i)
	if check := u.entries[i].check; check != nil {
		if wrong := check(value); wrong != "" {
			return wrong
		}
	}
	u.entries[i].put(value)
	return ""
}
