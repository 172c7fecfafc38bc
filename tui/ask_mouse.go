package tui

import (
	"image"
	"slices"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"

	"anketa/tui/likert"
)

var (
	_ clickable = (*ask)(nil)
	_ turning   = (*ask)(nil)
)

// targets implements clickable.
func (a *ask) targets() []target {
	enter := a.asker.enters()
	middle, bottom := a.layout.stand(a.foots[enter], a.question, "\n\n", a.asker.view())
	middle.Min.Y += height(a.question) + 1
	return slices.Concat(within(middle, a.asker.targets()), a.offerTargets(bottom), within(bottom, a.footTargets(a.asker.help(enter)...)))
}

// turned implements turning.
func (a *ask) turned() int { return a.turns }

// click answers by what was clicked. While the answer is shown for a moment,
// only rows that stand together take another click: what comes next would be
// answered unseen.
func (a *ask) click(msg clickMsg) (action, tea.Cmd) {
	if a.confirming {
		if rowsOf(a.asker) == nil {
			return nil, nil
		}
		a.timers.stop(timerConfirm)
		a.confirming = false
	}
	return a.follow(a.asker.update(msg), "")
}

// tabular is an asker that may ask for several rows on one screen.
type tabular interface{ table() *rows }

// rowsOf returns the rows that an asker shows together, or nil.
func rowsOf(a asker) *rows {
	if t, ok := a.(tabular); ok && t.table().whole {
		return t.table()
	}
	return nil
}

// sameRows reports whether two askers show the same rows, so that the person
// sees nothing but the focus move.
func sameRows(a, b asker) bool {
	before, now := rowsOf(a), rowsOf(b)
	return before != nil && now != nil && before.first == now.first
}

// pointTargets returns the points of a widget as targets, with the signs of a
// list that goes on.
func pointTargets(areas []image.Rectangle, w likert.Window, width int) []target {
	var targets []target
	for i, area := range areas {
		if !area.Empty() {
			targets = append(targets, target{area, clickMsg{i}})
		}
	}
	return append(targets, signTargets(w, width)...)
}

// signTargets returns the signs of a list as targets that scroll it; they are as
// wide as the list, for fingers.
func signTargets(w likert.Window, width int) []target {
	var targets []target
	above, below := w.Signs(width)
	if !above.Empty() {
		targets = append(targets, target{above, scrollMsg{-w.Page()}})
	}
	if !below.Empty() {
		targets = append(targets, target{below, scrollMsg{w.Page()}})
	}
	return targets
}

// targets implements asker.
func (p *pick) targets() []target {
	return pointTargets(p.widget.Areas(), p.widget.Window(), p.layout.column)
}

// targets implements asker.
func (m *mark) targets() []target {
	return pointTargets(m.widget.Areas(), m.widget.Window(), m.layout.column)
}

// targets implements asker: the point outside n.
func (c *count) targets() []target {
	if c.decline == "" {
		return nil
	}
	bottom := height(c.view())
	return []target{{image.Rect(0, bottom-height(c.decline), lipgloss.Width(c.decline), bottom), pressOf(c.keys.Decline.Keys()[0])}}
}

// targets returns the points of all rows, counted row by row.
func (r *rows) targets() []target {
	var targets []target
	for row := range r.labels {
		for _, area := range r.grid.Areas(row) {
			targets = append(targets, target{area, clickMsg{len(targets)}})
		}
	}
	return targets
}

// cell returns row and point of what was clicked in the rows.
func (r *rows) cell(msg clickMsg) (row, point int) {
	n := len(r.grid.Points())
	return msg.item / n, msg.item % n
}

// table implements tabular.
func (m *matrix) table() *rows { return &m.rows }

// targets implements asker.
func (m *matrix) targets() []target {
	if m.rows.whole {
		return m.rows.targets()
	}
	return m.pick.targets()
}

// click answers a row, and moves there first where another one has the focus: as
// with keys, a required row holds.
func (m *matrix) click(msg clickMsg) turn {
	row, _ := m.rows.cell(msg)
	from, to := m.interview.Index(), m.questions[row]
	for m.interview.Index() < to {
		if !m.interview.Next() {
			held := turn{say: m.text.Interview.Required}
			if m.interview.Index() != from {
				held.move = again
			}
			return held
		}
		// Whoever came from the review is led back there, but a row is nearer.
		if m.interview.AtReview() {
			m.interview.Jump(to)
		}
	}
	for m.interview.Index() > to && m.interview.Back() {
	}
	switch {
	case m.interview.Index() != to:
		return turn{move: again}
	case row != m.rows.grid.Row():
		return turn{move: again, then: msg}
	}
	return m.take(m.rows.choose(msg))
}

// table implements tabular.
func (p *pair) table() *rows { return &p.rows }

// targets implements asker.
func (p *pair) targets() []target {
	if p.rows.whole {
		return p.rows.targets()
	}
	return pointTargets(p.alone.Areas(), p.alone.Window(), p.layout.column)
}

// click answers a half, the one in turn or in the other row.
func (p *pair) click(msg clickMsg) turn {
	if row, _ := p.rows.cell(msg); p.rows.whole && row != p.half {
		return turn{step: p.at(row), then: msg}
	}
	return p.take(p.choose(msg))
}
