package tui

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"anketa/survey"
	"anketa/tui/likert"
)

// pick asks for one of several points: likert, choice, yes_no and nps.
type pick struct {
	asking
	widget likert.Model
}

var _ asker = (*pick)(nil)

func newPick(a asking) *pick {
	p := &pick{asking: a, widget: likert.New(a.q, a.lang)}
	p.widget.SetValue(a.answer().Code)
	return p
}

// lay implements asker.
func (p *pick) lay(width, height int) {
	p.widget.SetStyles(p.styles.Likert)
	p.widget.SetSize(width, height)
}

// update implements asker.
func (p *pick) update(msg tea.Msg) turn {
	t, code := p.choose(msg)
	switch {
	case t.move != stay:
		return t
	case p.widget.Waits():
		// The answer is complete as it is; it may become another one.
		p.put(survey.Answer{Code: p.widget.Value()})
		return turn{say: p.text.Interview.OneOrTen}
	case code == survey.Missing:
		return t
	}
	answer := survey.Answer{Code: code}
	if !p.q.IsOther(answer) {
		p.put(answer)
		return turn{move: confirm}
	}
	if before := p.answer(); p.q.IsOther(before) {
		answer.Text = before.Text
	}
	p.put(answer)
	return turn{step: newWords(p.asking)}
}

// choose gives a key or a click to the widget and returns the point that it
// chose, or where else it leads.
func (p *pick) choose(msg tea.Msg) (turn, survey.Code) {
	switch msg := msg.(type) {
	case clickMsg:
		p.widget = p.widget.Choose(msg.item)
		return turn{}, p.widget.Value()
	case scrollMsg:
		p.widget = p.widget.ScrollBy(msg.lines)
	}
	press, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return turn{}, survey.Missing
	}
	stays := press.String() == "left" && p.widget.Row() && !p.widget.AtStart()
	if key.Matches(press, p.keys.Back) && !stays {
		return turn{move: backward}, survey.Missing
	}
	// The widget returns no commands.
	p.widget, _ = p.widget.Update(press)
	switch {
	case p.widget.Picked():
		return turn{}, p.widget.Value()
	case key.Matches(press, p.keys.Next):
		return turn{move: onward}, survey.Missing
	}
	return turn{}, survey.Missing
}

// enters implements asker.
func (p *pick) enters() effect { return takesIf(p.widget.Focused()) }

// help implements asker.
func (p *pick) help(enter effect) []key.Binding { return p.helpFor(enter, !p.q.Required) }

// helpFor is help for a step that may be optional where the question is not.
func (p *pick) helpFor(enter effect, optional bool) []key.Binding {
	arrows := "↑↓"
	if p.widget.Row() {
		arrows = "←→"
	}
	first, last, aside := p.widget.KeyRange()
	return []key.Binding{
		pointKeys(first, last, aside, p.text.Keys.Answer), p.moveKeys(arrows), p.chooses(enter, optional), p.keys.Back,
	}
}

// view implements asker.
func (p *pick) view() string { return p.widget.View() }
