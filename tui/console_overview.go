package tui

import (
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"
)

// overview is the tab that tells in a second how the collection stands: how many
// of how many answered, how much of it is shown, what is amiss, what to do next.
type overview struct {
	c    *console
	pane pane
}

func (o *overview) digit() rune                        { return '1' }
func (o *overview) named(s *ConsoleStrings) TabStrings { return s.Overview }
func (o *overview) area() *pane                        { return &o.pane }
func (o *overview) keys() []key.Binding {
	if o.c.release == nil || o.c.release.Tally.N() == 0 {
		return nil
	}
	return []key.Binding{o.c.keys.Console.Present}
}
func (o *overview) press(tea.KeyPressMsg) (action, bool) { return nil, false }
func (o *overview) typing() bool                         { return false }
func (o *overview) open(int) action                      { return nil }
func (o *overview) back() bool                           { return false }

// lay implements tab.
func (o *overview) lay() {
	c := o.c
	paragraph := func(style lipgloss.Style, lines ...string) piece {
		for i := range lines {
			lines[i] = wrap(lines[i], c.place.column)
		}
		return plain(style.Render(strings.Join(lines, "\n")))
	}
	pieces := []piece{paragraph(c.styles.Hint, c.standing()...)}
	if warnings := c.warnings(); len(warnings) > 0 {
		pieces = append(pieces, paragraph(c.styles.Warning, warnings...))
	}
	if next := c.next(); next != "" {
		pieces = append(pieces, paragraph(c.styles.Body, "→ "+next))
	}
	lines := 0
	for _, p := range append(c.notices(), pieces...) {
		lines += height(p.text) + 1
	}
	pieces = append([]piece{o.count(o.pane.height - lines)}, pieces...)
	o.pane.set(nil, append(c.notices(), pieces...), 1, c.column)
}

// count draws how many answered, as large as a number of lines allows, and below
// it what that means.
func (o *overview) count(room int) piece {
	c := o.c
	below := wrap(strings.Join(c.share(), " "), c.place.column)
	room -= height(below) + 1
	big, attended := c.text.Format("%d", c.release.Responses()), c.release.Attended()
	if attended > 0 {
		big = c.text.Format(c.text.Console.BigCount, c.release.Responses(), attended)
	}
	written := ""
	if attended == 0 || c.release.Responses() > attended {
		written = c.styles.Strong.Render(c.answered())
	}
	for _, font := range c.fonts {
		if drawn, ok := font.Write(big, c.place.column); ok && height(drawn) <= room {
			written = c.styles.Strong.Render(drawn) + "\n"
			break
		}
	}
	return plain(strings.Trim(written+"\n"+below, "\n"))
}

// share says which share answered, how many did not, and how long they will take.
func (c *console) share() []string {
	var sentences []string
	t, n, attended := &c.text.Console, c.release.Responses(), c.release.Attended()
	if attended > 0 && n <= attended {
		sentences = append(sentences, c.text.Format(t.Share, n, attended, c.text.Percent(100*float64(n)/float64(attended))))
		if n < attended && !c.release.Open() {
			sentences = append(sentences, c.text.Count(t.Silent, attended-n))
		}
	}
	if left := c.left(c.release); left != "" {
		sentences = append(sentences, left)
	}
	return sentences
}

// fewAnswers is below how many answers a single one moves a percentage by more
// than five points.
const fewAnswers = 20

// warnings says what the figures must be read with.
func (c *console) warnings() []string {
	var all []string
	t, n, attended := &c.text.Console, c.release.Responses(), c.release.Attended()
	if attended > 0 && n > attended {
		all = append(all, c.text.Format(t.TooMany, n, attended))
	}
	if shown := c.release.Tally.N(); shown > 0 && shown < fewAnswers {
		all = append(all, c.text.Format(t.OneAnswer, c.text.number(100/float64(shown))))
	}
	return all
}

// next says what the facilitator does next, or "".
func (c *console) next() string {
	t, r := &c.text.Console, c.release
	n, attended := r.Responses(), r.Attended()
	switch {
	case c.mayClose() && n == 0 && c.duty.leaves && !c.duty.locks:
		return t.Start
	case c.mayClose() && attended > 0 && n >= attended:
		return c.end()
	case c.mayClose() && n > 0 && attended > 0:
		return c.text.Count(t.Wait, attended-n)
	case r.Tally.N() > 0:
		return t.LookAt
	case r.Nobody() && c.duty.leaves && !c.duty.locks:
		return t.LeadsOn
	case !r.Open() && c.duty.leaves && !c.duty.locks:
		return t.KeptBack
	}
	return ""
}
