package tui

import (
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"anketa/survey"
	"anketa/tui/likert"
)

// review shows all answers before they are sent. The line with the focus can be
// changed; what is behind the last line sends. Answers to questions that are not
// asked any more are shown, because they are dropped, and cannot be chosen.
type review struct {
	*shared
	interview *survey.Interview
	// shown are the positions of the questions on the screen, asked of those that
	// can be chosen, both in survey order.
	shown, asked []int
	// focus is the focused line, counted in asked; len(asked) is the button that sends.
	focus  int
	notice string
	saving bool
	// scrolled says that the lines from start on show, whatever has the focus.
	scrolled bool
	start    int

	top, bottom string
	lines       [][]string
}

func newReview(s *shared, iv *survey.Interview) *review {
	r := &review{shared: s, interview: iv}
	for i := range s.survey.Questions {
		switch {
		case !s.survey.Questions[i].Asks():
		case iv.Asked(i):
			r.asked = append(r.asked, i)
			r.shown = append(r.shown, i)
		case iv.Answer(i).Given():
			r.shown = append(r.shown, i)
		}
	}
	r.focus = len(r.asked)
	// An answer that was changed may have made other questions necessary.
	if missing := iv.Unanswered(); len(missing) > 0 {
		r.ask(missing)
	}
	r.lay()
	return r
}

func (r *review) lay() {
	r.top = r.head(r.title(), r.text.Interview.Review, 1)
	r.bottom = r.foot(r.help()...)
	r.lines = make([][]string, len(r.shown))
	line := 0
	for n, i := range r.shown {
		if r.interview.Asked(i) {
			r.lines[n] = r.answerLines(i, line, line == r.focus)
			line++
		} else {
			r.lines[n] = r.droppedLines(i)
		}
	}
}

// help returns the keys that work: none while answers are stored.
func (r *review) help() []key.Binding {
	send, change := r.keys.Send, r.keys.Change
	switch {
	case r.saving:
		return nil
	case r.focus < len(r.asked):
		send.SetHelp("Enter", r.text.Keys.Change)
		change.SetHelp("↑↓", r.text.Keys.Move)
	default:
		first, last := "1", string(rune('0'+min(len(r.asked), 9)))
		change.SetHelp(pointKeys(first, last, "", "").Help().Key+" / ↑↓", r.text.Keys.Change)
		change.SetEnabled(len(r.asked) > 0)
	}
	return []key.Binding{send, change, r.keys.Back}
}

func (r *review) update(msg tea.Msg) (action, tea.Cmd) {
	switch msg := msg.(type) {
	case clickMsg:
		return r.click(msg.item), nil
	case scrollMsg:
		r.scroll(msg.lines)
	}
	press, ok := msg.(tea.KeyPressMsg)
	if !ok || r.saving {
		return nil, nil
	}
	r.scrolled = false
	last := len(r.asked)
	switch {
	case key.Matches(press, r.keys.Back):
		r.interview.Back()
		return showQuestion{}, nil
	case key.Matches(press, r.keys.Send) && r.focus == last:
		return r.send(), nil
	case key.Matches(press, r.keys.Send):
		return r.jump(r.focus), nil
	case press.String() == "up":
		r.move(max(r.focus-1, 0))
	case press.String() == "down":
		r.move(min(r.focus+1, last))
	default:
		if n := strings.Index("123456789", press.String()); n >= 0 && len(press.String()) == 1 && n < last {
			return r.jump(n), nil
		}
	}
	return nil, nil
}

// move puts the focus on a line.
func (r *review) move(to int) {
	r.focus = to
	r.lay()
}

// jump goes to the question of a line; from there the walk leads back to the review.
func (r *review) jump(line int) action {
	r.interview.Jump(r.asked[line])
	return showQuestion{}
}

// send submits, or leads to the first question that still needs an answer.
func (r *review) send() action {
	missing := r.interview.Unanswered()
	if len(missing) == 0 {
		r.saving = true
		r.lay()
		return sendResponse{}
	}
	r.ask(missing)
	r.lay()
	return nil
}

// ask says that required questions have no answer and puts the focus on the first.
func (r *review) ask(missing []int) {
	r.notice = r.text.Count(r.text.Interview.Unanswered, len(missing))
	for line, i := range r.asked {
		if i == missing[0] {
			r.focus = line
		}
	}
}

func (r *review) view() string { return r.layout.frameOver(r.offerLine(), r.top, r.bottom, r.body()) }

// hint says what can be done here, or what is missing.
func (r *review) hint() string {
	if r.notice != "" {
		return r.styles.Warning.Render(r.wrap(r.notice))
	}
	return r.styles.Hint.Render(r.wrap(r.text.Interview.ReviewHint))
}

// body draws what stands between head and foot.
func (r *review) body() string {
	lines, _, window := r.window()
	above, below := r.styles.Hint.Render("    ▲ …"), r.styles.Hint.Render("    ▼ …")
	return r.hint() + "\n\n" + strings.Join(window.Draw(lines, above, below), "\n") + "\n\n" + r.button()
}

// button draws what sends.
func (r *review) button() string {
	button := "  " + r.styles.KeyName.Render("[ "+r.text.Keys.Send+" ]")
	if r.focus == len(r.asked) {
		button = "› " + r.styles.Button.Render("Enter  "+r.text.Keys.Send)
	}
	if r.saving {
		button = r.styles.Hint.Render(r.text.Interview.Saving)
	}
	return button
}

// window returns all lines, between which of them each question that can be
// chosen stands, and which of them show: those around the focus, or where the
// list was scrolled to.
func (r *review) window() (lines []string, at [][2]int, window likert.Window) {
	for n, i := range r.shown {
		if r.interview.Asked(i) {
			at = append(at, [2]int{len(lines), len(lines) + len(r.lines[n])})
		}
		lines = append(lines, r.lines[n]...)
	}
	from, to := len(lines), len(lines)
	if r.focus < len(at) {
		from, to = at[r.focus][0], at[r.focus][1]
	}
	room := r.layout.body(r.bottom) - height(r.hint()) - 3
	window = likert.NewWindow(len(lines), from, to, room)
	if r.scrolled {
		window = window.At(r.start)
	}
	return lines, at, window
}
