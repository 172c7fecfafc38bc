package tui

import (
	"time"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"anketa/results"
)

// reveal is the presenter view: one question at a time for a projector. Its answers
// are covered until a key shows them; then their bars grow for a moment.
type reveal struct {
	*shared
	// behind is the console that it was opened from, and what may be shown.
	behind *console
	// figures are those of the questions that have answers, numbers theirs in the survey.
	figures []results.Figures
	numbers []int
	at      int
	// open is true once the answers are shown, grown how many frames of their growth were.
	open  bool
	grown int
	// still is true where nothing shall move by itself.
	still bool
	// locked is true after nobody typed for a while: the way back needs the PIN.
	locked bool
	turns  int
	// scrolls is true where the arrows do something.
	scrolls bool

	top, bottom string
	pane        pane
}

// The bars grow in revealFrames frames.
const (
	revealFrames = 8
	revealFrame  = 60 * time.Millisecond
)

// present opens the presenter view at the question that is looked at, or says that
// there is nothing to present.
func (c *console) present() action {
	if c.release == nil || c.failure != "" {
		return nil
	}
	from := ""
	if q, ok := c.tab().(*questions); ok && q.pane.at < len(q.shown) {
		asked := c.asked()
		from = asked[q.shown[q.pane.at]].Question.ID
	}
	return showReveal{behind: c, from: from}
}

func newReveal(s *shared, behind *console, from string, still bool) *reveal {
	r := &reveal{shared: s, behind: behind, still: still}
	r.gather(from)
	r.lay()
	return r
}

// gather takes over the questions that have answers to show, and stays at the one
// with an id.
func (r *reveal) gather(id string) {
	r.figures, r.numbers, r.at = nil, nil, 0
	number := 0
	for _, f := range r.behind.asked() {
		number++
		if !f.Question.Closed() || f.Hidden || f.N == 0 {
			continue
		}
		if f.Question.ID == id {
			r.at = len(r.figures)
		}
		r.figures, r.numbers = append(r.figures, f), append(r.numbers, number)
	}
}

// update implements screen.
func (r *reveal) update(msg tea.Msg) (action, tea.Cmd) {
	switch msg := msg.(type) {
	case releaseMsg:
		r.renew(msg)
	case heldMsg:
		return r.behind.update(msg)
	case timeMsg:
		if r.timers.rings(msg, timerReveal) && r.grown < revealFrames {
			return nil, r.grow()
		}
	case tea.KeyPressMsg:
		return r.press(msg)
	case scrollMsg:
		r.pane.scroll(msg.lines)
	}
	return nil, nil
}

// renew takes over what may be shown now.
func (r *reveal) renew(msg releaseMsg) {
	id := ""
	if r.at < len(r.figures) {
		id = r.figures[r.at].Question.ID
	}
	r.behind.show(msg)
	if r.behind.failure == "" {
		r.gather(id)
	}
	if r.at >= len(r.figures) || r.figures[r.at].Question.ID != id {
		r.open = false
	}
	r.lay()
}

// press handles a key. The keys of a presenter's remote control, which are those
// that turn pages, lead through everything.
func (r *reveal) press(press tea.KeyPressMsg) (action, tea.Cmd) {
	k := &r.keys
	switch {
	case key.Matches(press, k.Console.Back):
		r.timers.stop(timerReveal)
		return leaveReveal{behind: r.behind}, nil
	case key.Matches(press, k.Up):
		r.pane.scroll(-1)
	case key.Matches(press, k.Down):
		r.pane.scroll(1)
	case key.Matches(press, k.PageDown) && !r.pane.atEnd():
		r.pane.page(1)
	case key.Matches(press, k.Console.Reveal, k.PageDown) && !r.open && len(r.figures) > 0:
		return nil, r.uncover()
	case key.Matches(press, k.Console.Next, k.Console.Reveal, k.PageDown):
		r.turnTo(r.at + 1)
	case key.Matches(press, k.Console.Previous, k.PageUp):
		r.turnTo(r.at - 1)
	}
	return nil, nil
}

// turnTo shows another question, covered, if there is one.
func (r *reveal) turnTo(at int) {
	if at < 0 || at >= len(r.figures) {
		return
	}
	r.timers.stop(timerReveal)
	r.at, r.open, r.grown, r.pane.offset = at, false, 0, 0
	r.turns++
	r.lay()
}

// uncover shows the answers to the question.
func (r *reveal) uncover() tea.Cmd {
	r.open, r.grown = true, 0
	r.turns++
	if r.still {
		r.grown = revealFrames
		r.lay()
		return nil
	}
	return r.grow()
}

// grow draws the next frame of the growth and waits for the one after it, if any.
func (r *reveal) grow() tea.Cmd {
	r.grown++
	r.lay()
	if r.grown >= revealFrames {
		return nil
	}
	return r.timers.start(timerReveal, revealFrame)
}

// turned implements turning.
func (r *reveal) turned() int { return r.turns }
