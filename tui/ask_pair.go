package tui

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"anketa/survey"
	"anketa/tui/likert"
)

// The two halves of a question about before and now.
const (
	halfBefore = iota
	halfNow
)

// pair asks for two points under one statement: how it was before the training
// and how it is now. They stand as two rows where there is room for them, and
// one after the other where there is not.
type pair struct {
	asking
	// codes are what was chosen so far; the interview takes only both as an answer,
	// and keeps one of them for whoever comes back.
	codes [2]survey.Code
	half  int
	rows  rows
	alone likert.Model
}

var _ asker = (*pair)(nil)

func newPair(a asking) *pair {
	answer := a.interview.Half()
	p := &pair{asking: a, codes: [2]survey.Code{answer.Before, answer.Code}}
	p.rows = newRows(a, a.interview.Index(), []string{a.text.Interview.Before, a.text.Interview.Now})
	for half, code := range p.codes {
		p.rows.grid.SetValue(half, code)
	}
	return p.at(halfBefore)
}

// at returns the pair with one of its halves in turn.
func (p *pair) at(half int) *pair {
	next := *p
	next.half = half
	next.rows.grid.SetRow(half)
	next.alone = likert.New(p.q, p.lang)
	next.alone.SetValue(p.codes[half])
	return &next
}

// place implements asker.
func (p *pair) place(width, height int) { p.rows.place(width, height, p.asking.heading()) }

// heading implements asker.
func (p *pair) heading() heading {
	h := p.asking.heading()
	if !p.rows.whole {
		h.half = []string{p.text.Interview.Before, p.text.Interview.Now}[p.half]
	}
	return h
}

// lay implements asker.
func (p *pair) lay(width, height int) {
	p.rows.lay(width, height)
	p.alone.SetStyles(p.styles.Likert)
	p.alone.SetSize(width, height)
}

// update implements asker.
func (p *pair) update(msg tea.Msg) turn {
	switch msg := msg.(type) {
	case clickMsg:
		return p.click(msg)
	case scrollMsg:
		p.alone = p.alone.ScrollBy(msg.lines)
	}
	press, ok := msg.(tea.KeyPressMsg)
	switch {
	case !ok:
		return turn{}
	case p.rows.whole && key.Matches(press, p.keys.RowUp):
		return p.turnTo(halfBefore)
	case p.rows.whole && key.Matches(press, p.keys.RowDown):
		return p.turnTo(halfNow)
	case key.Matches(press, p.keys.Back) && !p.stays(press):
		if p.half == halfNow {
			return p.turnTo(halfBefore)
		}
		return turn{move: backward}
	}
	if code := p.choose(press); code != survey.Missing {
		return p.take(code)
	}
	if key.Matches(press, p.keys.Next) {
		return p.pass()
	}
	return turn{}
}

// turnTo asks for one of the halves.
func (p *pair) turnTo(half int) turn { return turn{step: p.at(half)} }

// stays reports whether ← moves among the points of the half.
func (p *pair) stays(press tea.KeyPressMsg) bool {
	if p.rows.whole {
		return p.rows.stays(press)
	}
	return press.String() == "left" && p.alone.Row() && !p.alone.AtStart()
}

// choose gives a key or a click to the widget in use and returns the point that
// it chose.
func (p *pair) choose(msg tea.Msg) survey.Code {
	if p.rows.whole {
		return p.rows.choose(msg)
	}
	if click, ok := msg.(clickMsg); ok {
		p.alone = p.alone.Choose(click.item)
		return p.alone.Value()
	}
	p.alone, _ = p.alone.Update(msg)
	if p.alone.Picked() {
		return p.alone.Value()
	}
	return survey.Missing
}

// take notes the point of a half and goes on to the other one, or on when both
// are there. On one screen nothing has to be shown for a moment first.
func (p *pair) take(code survey.Code) turn {
	p.codes[p.half] = code
	p.rows.grid.SetValue(p.half, code)
	both := p.codes[halfBefore] != survey.Missing && p.codes[halfNow] != survey.Missing
	answer := survey.Answer{Before: p.codes[halfBefore], Code: p.codes[halfNow]}
	if both {
		p.put(answer)
	} else {
		p.interview.PutHalf(answer)
	}
	switch {
	case both && p.half == halfNow:
		return turn{move: confirm}
	case p.rows.whole:
		return p.turnTo(1 - p.half)
	}
	return turn{move: confirm, step: p.at(1 - p.half)}
}

// pass goes on without another answer, or says that one half is missing.
func (p *pair) pass() turn {
	for half, code := range p.codes {
		if code == survey.Missing && p.codes[1-half] != survey.Missing {
			return turn{step: p.at(half), say: p.text.Interview.BothHalves}
		}
	}
	return turn{move: onward}
}

// enters implements asker.
func (p *pair) enters() effect {
	if p.rows.whole {
		return takesIf(p.rows.grid.Focused())
	}
	return takesIf(p.alone.Focused())
}

// help implements asker.
func (p *pair) help(enter effect) []key.Binding {
	optional := !p.q.Required && p.codes == [2]survey.Code{}
	if p.rows.whole {
		return p.rows.help(enter, optional)
	}
	alone := pick{asking: p.asking, widget: p.alone}
	return alone.helpFor(enter, optional)
}

// view implements asker.
func (p *pair) view() string {
	if p.rows.whole {
		return p.rows.grid.View()
	}
	return p.alone.View()
}
