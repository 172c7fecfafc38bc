package tui

import (
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
)

// pinLimit is the largest number of digits of a PIN.
const pinLimit = 32

// pin asks for the facilitator's PIN.
type pin struct {
	*shared
	form     *form
	notice   string
	checking bool
}

func newPIN(s *shared) *pin {
	p := &pin{shared: s}
	p.ask("")
	return p
}

func (p *pin) lay() { p.ask(*p.form.values[0]) }

// ask makes the field anew with what was typed so far.
func (p *pin) ask(typed string) {
	p.form = newLines(p.styles, p.layout.column, []line{{label: p.text.Setup.EnterPIN, value: typed, limit: pinLimit, secret: true}})
}

func (p *pin) view() string {
	body := p.form.view(3) + "\n\n" + p.styles.Warning.Render(p.wrap(p.notice))
	next := p.keys.GoOn
	return p.layout.frame(p.head(p.text.Live.Title, "", 0), p.foot(next, p.keys.Cancel), body)
}

func (p *pin) update(msg tea.Msg) (action, tea.Cmd) {
	switch msg := msg.(type) {
	case pinMsg:
		p.checking = false
		p.ask("")
		if p.notice = p.text.Setup.WrongPIN; msg.err != nil {
			p.notice = p.text.Notice.Unreadable
		}
	case tea.KeyPressMsg:
		return p.press(msg), nil
	}
	return nil, nil
}

// press handles a key; while a PIN is checked there is nothing to type.
func (p *pin) press(press tea.KeyPressMsg) action {
	switch {
	case p.checking:
	case key.Matches(press, p.keys.Cancel), press.String() == "backspace" && p.form.empty():
		return goHome{}
	case key.Matches(press, p.keys.GoOn):
		if p.form.empty() {
			return nil
		}
		p.checking, p.notice = true, p.text.Setup.Checking
		return checkPIN{pin: p.form.value(0)}
	default:
		p.notice = ""
		p.form.update(press)
	}
	return nil
}

// validPIN reports whether a text can be a PIN: 4 to 32 digits.
func validPIN(s string) bool {
	return len(s) >= 4 && len(s) <= pinLimit && strings.Trim(s, "0123456789") == ""
}
