package tui

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"anketa/survey"
	"anketa/tui/likert"
)

// consent asks whether the text just written may be quoted. It may be left
// open; then the text is not quoted.
type consent struct{ pick }

var _ asker = (*consent)(nil)

func newConsent(a asking) *consent {
	t := a.text.Interview
	yesNo := survey.Question{Kind: survey.KindYesNo, Points: []survey.Point{
		{Value: "yes", Label: survey.Text{a.lang: t.QuoteYes}},
		{Value: "no", Label: survey.Text{a.lang: t.QuoteNo}},
	}}
	c := &consent{pick{asking: a, widget: likert.New(&yesNo, a.lang)}}
	if a.answer().Quote {
		c.widget.SetValue(1)
	}
	return c
}

// heading implements asker.
func (c *consent) heading() heading {
	t := c.text.Interview
	return heading{text: t.QuoteAsk, hint: c.text.Format(t.Quoted, c.answer().Text)}
}

// update implements asker: going back leads to the text.
func (c *consent) update(msg tea.Msg) turn {
	t, code := c.choose(msg)
	switch {
	case code != survey.Missing:
		answer := c.answer()
		answer.Quote = code == 1
		c.put(answer)
		return turn{move: confirm}
	case t.move == backward:
		return turn{move: again}
	}
	return t
}

// help implements asker.
func (c *consent) help(enter effect) []key.Binding { return c.helpFor(enter, true) }
