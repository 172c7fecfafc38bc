package tui

import (
	"time"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"anketa/survey"
)

// pin asks for the facilitator's PIN. After several wrong ones it takes none for
// a while and says how long; the store decides that, for all terminals together.
type pin struct {
	*shared
	form     *form
	notice   string
	checking bool
	// alone is true where no other screen can be reached without the PIN: Esc then
	// does no more than empty the line.
	alone bool
	// until is when a PIN is taken again; waiting is true up to then.
	until   time.Time
	waiting bool
}

func newPIN(s *shared) *pin {
	s.timers.stop(timerPIN)
	p := &pin{shared: s}
	p.ask("")
	return p
}

func (p *pin) lay() { p.ask(*p.form.values[0]) }

// ask makes the field anew with what was typed so far.
func (p *pin) ask(typed string) {
	p.form = newLines(p.styles, p.layout.column, []line{{label: p.text.Setup.EnterPIN, value: typed, limit: survey.MaxPINLength, secret: true}})
}

func (p *pin) view() string {
	top, notice := p.form.view(3), p.notice
	if p.waiting {
		// There is no field where nothing can be typed.
		top, notice = p.styles.Question.Render(p.text.Setup.EnterPIN), p.patience(p.until.Sub(p.now()))
	}
	body := top + "\n\n" + p.styles.Warning.Render(p.wrap(notice))
	return p.layout.frame(p.head(p.text.Live.Title, "", 0), p.foot(p.help()...), body)
}

// help returns the keys that work.
func (p *pin) help() []key.Binding {
	var keys []key.Binding
	if !p.waiting {
		keys = append(keys, p.keys.GoOn)
	}
	if !p.alone {
		keys = append(keys, p.keys.Cancel)
	}
	return keys
}

func (p *pin) update(msg tea.Msg) (action, tea.Cmd) {
	switch msg := msg.(type) {
	case pinMsg:
		p.checking = false
		p.ask("")
		if p.notice = p.text.Setup.WrongPIN; msg.err != nil {
			p.notice = p.text.Notice.Unreadable
		}
		return nil, p.waitFor(msg.wait)
	case pinWaitMsg:
		// A check that is under way says by itself how long to wait.
		if msg.err == nil && !p.checking {
			return nil, p.waitFor(msg.wait)
		}
	case timeMsg:
		if p.timers.rings(msg, timerPIN) {
			return nil, p.waitFor(p.until.Sub(p.now()))
		}
	case tea.KeyPressMsg:
		return p.press(msg), nil
	}
	return nil, nil
}

// waitFor takes no PIN for a while, and counts it down where somebody looks.
func (p *pin) waitFor(rest time.Duration) tea.Cmd {
	p.timers.stop(timerPIN)
	if rest <= 0 {
		if p.waiting {
			p.waiting, p.notice = false, ""
		}
		return nil
	}
	if !p.waiting {
		p.ask("")
	}
	p.waiting, p.until = true, p.now().Add(rest)
	return p.timers.start(timerPIN, untilNext(rest))
}

// inMinutes is from when on a wait is told in minutes.
const inMinutes = time.Minute

// patience says how long to wait: in minutes, and in seconds for the last one.
func (s *shared) patience(rest time.Duration) string {
	if rest > inMinutes {
		return s.text.Count(s.text.Setup.WaitMinutes, ceil(rest, time.Minute))
	}
	return s.text.Count(s.text.Setup.WaitSeconds, max(1, ceil(rest, time.Second)))
}

// untilNext returns after what time a wait is told by another number.
func untilNext(rest time.Duration) time.Duration {
	unit := time.Second
	if rest > inMinutes {
		unit = time.Minute
	}
	return rest - time.Duration(ceil(rest, unit)-1)*unit
}

// ceil returns a time in whole units, the one begun counted in.
func ceil(d, unit time.Duration) int { return int((d + unit - 1) / unit) }

// press handles a key; while a PIN is checked, or none is taken, there is nothing to type.
func (p *pin) press(press tea.KeyPressMsg) action {
	switch {
	case p.checking:
	case key.Matches(press, p.keys.Cancel):
		return goHome{}
	case p.waiting, press.String() == "backspace" && p.form.empty():
	case key.Matches(press, p.keys.GoOn):
		return p.enter()
	default:
		p.notice = ""
		p.form.update(press)
	}
	return nil
}

// enter has the PIN checked, unless it cannot be one: such a slip costs nothing.
func (p *pin) enter() action {
	typed := p.form.value(0)
	switch {
	case typed == "":
		return nil
	case !survey.ValidPIN(typed):
		p.notice = p.text.Setup.BadPIN
		p.ask("")
		return nil
	}
	p.checking, p.notice = true, p.text.Setup.Checking
	return checkPIN{pin: typed}
}
