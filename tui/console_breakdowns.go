package tui

import (
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"anketa/results"
	"anketa/survey"
)

// groupings is the tab with the answers by group, as the survey file declares them.
type groupings struct {
	c    *console
	pane pane
}

func (g *groupings) digit() rune                          { return '4' }
func (g *groupings) named(s *ConsoleStrings) TabStrings   { return s.Breakdowns }
func (g *groupings) area() *pane                          { return &g.pane }
func (g *groupings) keys() []key.Binding                  { return nil }
func (g *groupings) press(tea.KeyPressMsg) (action, bool) { return nil, false }
func (g *groupings) typing() bool                         { return false }
func (g *groupings) open(int) action                      { return nil }
func (g *groupings) back() bool                           { return false }

// lay implements tab.
func (g *groupings) lay() {
	c := g.c
	if why := c.noBreakdowns(); why != "" {
		g.pane.set(c.notices(), []piece{plain(c.styles.Hint.Render(wrap(why, c.place.column)))}, 1, c.column)
		return
	}
	var tables []grouped
	var multiples []multiple
	var rows []compared
	for _, b := range c.release.Breakdowns() {
		t := c.group(&b)
		tables, multiples, rows = append(tables, t), append(multiples, t.multiple), append(rows, t.rows...)
	}
	frame := c.frameOf(multiples, rows)
	pieces := make([]piece, len(tables))
	for i := range tables {
		pieces[i] = plain(c.drawGrouped(&tables[i], frame))
	}
	g.pane.set(c.notices(), pieces, c.columns, c.column)
}

// noBreakdowns says why there is nothing by group, or "".
func (c *console) noBreakdowns() string {
	t := &c.text.Console
	all := c.release.Breakdowns()
	shown := false
	for i := range all {
		shown = shown || len(all[i].Groups) > 0
	}
	switch {
	case len(all) == 0:
		return t.NoBreakdowns
	case !shown && !c.release.Open() && c.release.Tally.N() > 0:
		return t.BreakdownsSilent
	case !shown && c.tooFew():
		return c.whyFew(t.BreakdownsFew)
	case !shown:
		return c.text.Format(t.BreakdownsLater, c.release.Survey.MinGroup)
	}
	return ""
}

// numberOf returns the number of a question among those that ask.
func (c *console) numberOf(q *survey.Question) int {
	number := 0
	for i := range c.release.Survey.Questions {
		if c.release.Survey.Questions[i].Asks() {
			number++
		}
		if c.release.Survey.Questions[i].ID == q.ID {
			break
		}
	}
	return number
}

// groupLabel returns what a group is called.
func (c *console) groupLabel(b *results.Breakdown, g *results.Group) string {
	label := func(code survey.Code) string {
		if code == survey.Missing {
			return c.text.Console.NoAnswerGroup
		}
		return b.By.Label(code, c.lang)
	}
	if g.Together == nil {
		return label(g.Code)
	}
	labels := make([]string, len(g.Together))
	for i, code := range g.Together {
		labels[i] = label(code)
	}
	return c.text.Format(c.text.Console.OthersTogether, strings.Join(labels, ", "))
}

// grouped is one breakdown as it is drawn: a row for each group that is shown.
type grouped struct {
	by *survey.Question
	multiple
	rows []compared
	// small are the groups that are not shown by themselves; boxed is true where
	// there is a share to compare.
	small []string
	boxed bool
	// withheld is true where some trainings hold back people of a group that is shown.
	withheld bool
}

// group puts a breakdown into rows.
func (c *console) group(b *results.Breakdown) grouped {
	last := b.Groups[max(len(b.Groups)-1, 0):]
	t := grouped{by: b.By, multiple: multiple{number: c.numberOf(b.Question), question: b.Question}}
	for i := range b.Groups {
		g := &b.Groups[i]
		label := c.groupLabel(b, g)
		if g.Suppressed {
			// Those that are put together are named there.
			if !slices.Contains(last[0].Together, g.Code) {
				t.small = append(t.small, label)
			}
			continue
		}
		if g.Withheld > 0 {
			t.withheld = true
			label += " (" + c.text.Format(c.text.Live.Withheld, g.Withheld) + ")"
		}
		t.figures, t.rows = append(t.figures, &g.Figures), append(t.rows, compared{label: label})
		_, boxed := c.box(&g.Figures)
		t.boxed = t.boxed || boxed
	}
	return t
}

// drawGrouped draws the answers to one question by group: where there is a share to
// compare, a bar for each group, and otherwise all options of each.
func (c *console) drawGrouped(t *grouped, frame multipleFrame) string {
	by := c.indented(c.styles.Hint, c.text.Format(c.text.Console.By, t.by.Text.In(c.lang)))
	hidden := ""
	if len(t.small) > 0 {
		hidden = "\n" + c.indented(c.styles.Hint, c.text.Console.Suppressed+": "+strings.Join(t.small, ", "))
	}
	if t.withheld {
		hidden += "\n" + c.indented(c.styles.Hint, c.text.Format(c.text.Late.GroupsHeld, c.release.Survey.MinGroup))
	}
	if t.boxed {
		return c.drawMultiple(t.multiple, t.rows, frame, by) + hidden
	}
	lines := []string{c.multipleHeading(t.multiple), by}
	for i, f := range t.figures {
		lines = append(lines, c.indented(c.styles.Question, t.rows[i].label))
		switch f.N {
		case 0:
			lines = append(lines, c.aside(f, c.text.Live.NoAnswers))
		default:
			lines = append(append(lines, c.live.figures(f, c.commonAxis(nil))...), c.aside(f, c.base(f)...))
		}
	}
	return strings.Join(lines, "\n") + hidden
}
