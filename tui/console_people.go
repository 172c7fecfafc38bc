package tui

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"anketa/survey"
)

// people is the tab that tells who took part.
type people struct {
	c    *console
	pane pane
}

func (p *people) digit() rune                          { return '3' }
func (p *people) named(s *ConsoleStrings) TabStrings   { return s.People }
func (p *people) area() *pane                          { return &p.pane }
func (p *people) keys() []key.Binding                  { return nil }
func (p *people) press(tea.KeyPressMsg) (action, bool) { return nil, false }
func (p *people) typing() bool                         { return false }
func (p *people) open(int) action                      { return nil }
func (p *people) back() bool                           { return false }

// lay implements tab.
func (p *people) lay() {
	c := p.c
	hint := func(text string) piece { return plain(c.styles.Hint.Render(wrap(text, c.place.column))) }
	if c.release.Tally.N() == 0 {
		above := c.notices()
		for _, sentence := range c.standing() {
			above = append(above, hint(sentence))
		}
		p.pane.set(nil, above, 1, c.column)
		return
	}
	var pieces []piece
	figures := c.asked()
	axis := c.commonAxis(nil)
	for i := range figures {
		if aboutPeople(figures[i].Question) {
			pieces = append(pieces, plain(c.question(i+1, &figures[i], axis)))
		}
	}
	if len(pieces) == 0 {
		p.pane.set(c.notices(), []piece{hint(c.text.Console.NobodyAsked)}, 1, c.column)
		return
	}
	p.pane.set(append(c.notices(), hint(c.text.Console.PeopleHow)), pieces, c.columns, c.column)
}

// aboutPeople reports whether a question is about the participants and not about
// the training: a choice, several choices or a number without a headline, which
// a survey file gives to what it is made to find out. A yes or no
// without a headline may be about either, and is not among them.
func aboutPeople(q *survey.Question) bool {
	if len(q.Headline) > 0 {
		return false
	}
	return q.Kind == survey.KindChoice || q.Kind == survey.KindMulti || q.Kind == survey.KindNumber
}
