package tui

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"anketa/survey"
	"anketa/tui/grid"
)

// rows is the grid in which several rows are answered on one screen, where the
// terminal has room for it.
type rows struct {
	asking
	grid grid.Model
	// labels are those of the rows; first is the position of the first question.
	labels []string
	first  int
	// whole is true when all rows fit.
	whole bool
}

func newRows(a asking, first int, labels []string) rows {
	return rows{asking: a, grid: grid.New(labels, a.q, a.lang), labels: labels, first: first}
}

// place finds out whether the rows fit below a heading. A notice that may come
// has its place kept, or else the rows would fly apart when it does.
func (r *rows) place(width, height int, h heading) {
	t := &r.text.Interview
	for _, text := range []string{h.section, h.text, h.hint} {
		if text != "" {
			height -= lines(text, width)
		}
	}
	leave := r.text.Format(t.LeaveAgain, keyName(""))
	notice := max(lines(t.Required, width), lines(leave, width))
	if r.q.Kind == survey.KindBeforeAfter {
		notice = max(notice, lines(t.BothHalves, width))
	}
	r.grid.SetStyles(r.styles.Grid)
	r.whole = r.grid.Fits(width, height-1-notice)
}

// lines returns how many lines a text takes.
func lines(text string, width int) int { return height(wrap(text, width)) }

// lay gives the grid its place.
func (r *rows) lay(width, height int) {
	r.grid.SetStyles(r.styles.Grid)
	r.grid.SetSize(width, height)
}

// stays reports whether ← moves within the row.
func (r *rows) stays(press tea.KeyPressMsg) bool {
	return press.String() == "left" && !r.grid.AtStart()
}

// choose gives a key or a click to the grid and returns the point that it chose.
func (r *rows) choose(msg tea.Msg) survey.Code {
	if click, ok := msg.(clickMsg); ok {
		_, point := r.cell(click)
		r.grid = r.grid.Choose(point)
		return r.grid.Value(r.grid.Row())
	}
	// The grid returns no commands.
	r.grid, _ = r.grid.Update(msg)
	if r.grid.Picked() {
		return r.grid.Value(r.grid.Row())
	}
	return survey.Missing
}

// help returns the keys that work.
func (r *rows) help(enter effect, optional bool) []key.Binding {
	first, last, aside := r.grid.KeyRange()
	return []key.Binding{
		pointKeys(first, last, aside, r.text.Keys.Answer), r.moveKeys("←→"), r.keys.RowDown,
		r.chooses(enter, optional), r.keys.Back,
	}
}
