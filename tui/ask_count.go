package tui

import (
	"strconv"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"

	"anketa/survey"
	"anketa/tui/likert"
)

// count asks for a whole number.
type count struct {
	asking
	form *form
	// written is what stood in the field before it was drawn.
	written string
	// declined is true once the point outside n was chosen.
	declined bool
	// wrong is true while the screen says which numbers fit; once is enough.
	wrong bool
	// unit stands beside the field, limits and decline below it.
	unit, limits, decline string
	width, height         int
}

var _ asker = (*count)(nil)

func newCount(a asking) *count {
	c := &count{asking: a}
	switch answer := a.answer(); answer.Code {
	case survey.Answered:
		c.written = strconv.Itoa(answer.Number)
	case survey.NotApplicable:
		c.declined = true
	}
	return c
}

// declineLead stands before the point outside n, behind pointer and mark.
const declineLead = " n  "

// signs returns how many signs can be written: two more than the numbers that fit
// have, so that one too many is seen and not swallowed.
func (c *count) signs() int {
	return max(len(strconv.Itoa(c.q.Min)), len(strconv.Itoa(c.q.Max))) + 2
}

// lay implements asker.
func (c *count) lay(width, height int) {
	if c.form != nil {
		c.written = *c.form.values[0]
	}
	c.width, c.height = width, height
	// The bar, its space and the cursor behind the last digit take three cells.
	field := c.signs() + 3
	c.form = newNumber(c.styles, field, c.signs(), c.q.Min < 0, c.written)
	c.limits = c.styles.Hint.Render(wrap(c.sentence(), width))
	c.decline = c.drawDecline()
	c.unit = cut(wrap(c.q.Unit.In(c.lang), width-field), 2)
}

// drawDecline draws the point outside n as a line of a list, or "".
func (c *count) drawDecline() string {
	if !c.q.HasNotApplicable() {
		return ""
	}
	s := &c.styles.Likert
	style, mark := s.ListPlain, " "
	if c.declined {
		style, mark = s.ListChosen, s.Mark
	}
	room := c.width - len(declineLead) - 3
	return strings.Join(likert.Line(style, " "+mark+declineLead, c.q.NotApplicable.In(c.lang), room), "\n")
}

// sentence says which numbers fit.
func (c *count) sentence() string {
	// A year is written without a mark between thousands.
	return c.text.Format(c.text.Interview.Range, strconv.Itoa(c.q.Min), strconv.Itoa(c.q.Max))
}

// update implements asker.
func (c *count) update(msg tea.Msg) turn {
	press, ok := msg.(tea.KeyPressMsg)
	c.wrong = false
	switch {
	case !ok:
	case c.q.HasNotApplicable() && key.Matches(press, c.keys.Decline):
		c.form, c.written, c.declined = nil, "", true
		c.lay(c.width, c.height)
		c.put(survey.Answer{Code: survey.NotApplicable})
		return turn{move: confirm}
	case key.Matches(press, c.keys.Next):
		return c.enterNumber()
	case key.Matches(press, c.keys.TextBack), press.String() == "backspace" && c.form.empty():
		c.keep()
		return turn{move: backward}
	}
	c.form.update(msg)
	if c.declined && !c.form.empty() {
		c.declined = false
		c.decline = c.drawDecline()
	}
	return turn{}
}

// enterNumber goes on with what is written, or says what would fit.
func (c *count) enterNumber() turn {
	if c.wrong = !c.keep(); c.wrong {
		return turn{say: c.sentence()}
	}
	return turn{move: onward}
}

// keep takes the number over into the interview, or nothing where none fits,
// and reports whether the field is empty or fits.
func (c *count) keep() bool {
	text := strings.TrimSpace(*c.form.values[0])
	number, err := strconv.Atoi(text)
	switch {
	case text == "" && c.declined:
		return true
	case err != nil, number < c.q.Min, number > c.q.Max:
		c.put(survey.Answer{})
		return text == ""
	}
	c.put(survey.Answer{Code: survey.Answered, Number: number})
	return true
}

// enters implements asker.
func (c *count) enters() effect { return takesIf(c.declined || !c.form.empty()) }

// help implements asker.
func (c *count) help(enter effect) []key.Binding {
	return []key.Binding{c.goesOn(enter, !c.q.Required), c.keys.TextBack}
}

// view implements asker. Where there is no room the parts stand close together.
func (c *count) view() string {
	field := lipgloss.JoinHorizontal(lipgloss.Top, c.form.view(1), c.unit)
	limits := c.limits
	if c.wrong {
		limits = ""
	}
	if airy := join("\n\n", field, limits, c.decline); height(airy) <= c.height {
		return airy
	}
	return join("\n", field, limits, c.decline)
}
