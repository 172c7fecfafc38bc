package tui

import (
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"anketa/survey"
)

// review shows all answers before they are sent. The line with the focus can be
// changed; what is behind the last line sends.
type review struct {
	*shared
	interview *survey.Interview
	// focus is the focused question; len(questions) is the button that sends.
	focus  int
	notice string
	saving bool

	top, bottom string
	lines       [][]string
}

func newReview(s *shared, iv *survey.Interview) *review {
	r := &review{shared: s, interview: iv, focus: len(iv.Survey().Questions)}
	r.lay()
	return r
}

func (r *review) lay() {
	r.top = r.head(r.title(), r.text.Interview.Review, 1)
	send, change := r.keys.Send, r.keys.Change
	if r.focus < len(r.survey.Questions) {
		send.SetHelp("Enter", r.text.Keys.Change)
		change.SetHelp("↑↓", r.text.Keys.Move)
	}
	r.bottom = r.foot(send, change, r.keys.Back)
	r.lines = make([][]string, len(r.survey.Questions))
	for i := range r.lines {
		r.lines[i] = r.answerLines(i)
	}
}

func (r *review) update(msg tea.Msg) (action, tea.Cmd) {
	press, ok := msg.(tea.KeyPressMsg)
	if !ok || r.saving {
		return nil, nil
	}
	last := len(r.survey.Questions)
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

// jump goes to a question; from there the walk leads back to the review.
func (r *review) jump(i int) action {
	r.interview.Jump(i)
	return showQuestion{}
}

// send submits, or leads to the first question that still needs an answer.
func (r *review) send() action {
	missing := r.interview.Unanswered()
	if len(missing) == 0 {
		r.saving = true
		return sendResponse{}
	}
	r.notice = r.text.Count(r.text.Interview.Unanswered, len(missing))
	r.move(missing[0])
	return nil
}

// answerLines draws a question and its answer.
func (r *review) answerLines(i int) []string {
	q, answer := &r.survey.Questions[i], r.interview.Answer(i)
	pointer := "  "
	if i == r.focus {
		pointer = "› "
	}
	number := "  "
	if i < 9 {
		number = string(rune('1'+i)) + " "
	}
	width := r.layout.column - 4
	text := r.text.Interview.NoAnswer
	style := r.styles.Hint
	if answer.Given() {
		style = r.styles.Strong
		if text = answer.Text; q.Closed() {
			text = q.Label(answer.Code, r.lang)
		}
		if answer.Quote {
			text += " (" + r.text.Live.Quotable + ")"
		}
	}
	// Question and answer stand side by side when there is room for both.
	left := width * 3 / 5
	question := strings.Split(wrap(q.Text.In(r.lang), left-2), "\n")
	given := strings.Split(wrap(strings.ReplaceAll(text, "\n", " "), width-left), "\n")
	var lines []string
	for n := range max(len(question), len(given)) {
		margin, asked, said := "    ", "", ""
		if n == 0 {
			margin = pointer + number
		}
		if n < len(question) {
			asked = question[n]
		}
		if n < len(given) {
			said = style.Render(given[n])
		}
		lines = append(lines, margin+asked+strings.Repeat(" ", left-ansi.StringWidth(asked))+said)
	}
	return lines
}

func (r *review) view() string {
	hint := r.styles.Hint.Render(r.wrap(r.text.Interview.ReviewHint))
	if r.notice != "" {
		hint = r.styles.Warning.Render(r.wrap(r.notice))
	}
	button := "  " + r.styles.KeyName.Render("[ "+r.text.Keys.Send+" ]")
	if r.focus == len(r.lines) {
		button = "› " + r.styles.Button.Render("Enter  "+r.text.Keys.Send)
	}
	if r.saving {
		button = r.styles.Hint.Render(r.text.Interview.Saving)
	}
	room := r.layout.body(r.bottom) - height(hint) - 3
	body := hint + "\n\n" + strings.Join(r.window(room), "\n") + "\n\n" + button
	return r.layout.frame(r.top, r.bottom, body)
}

// window returns the lines that fit, with the focused question among them.
func (r *review) window(room int) []string {
	var lines []string
	from, to := 0, 0
	for i, answer := range r.lines {
		if i == r.focus {
			from, to = len(lines), len(lines)+len(answer)
		}
		lines = append(lines, answer...)
	}
	if r.focus == len(r.lines) {
		from, to = len(lines), len(lines)
	}
	if len(lines) <= room {
		return lines
	}
	start := 0
	if to > room-1 {
		start = max(0, min(to-room+1, from-1, len(lines)-room))
	}
	shown := append([]string(nil), lines[start:start+room]...)
	if start > 0 {
		shown[0] = r.styles.Hint.Render("    ▲ …")
	}
	if start+room < len(lines) {
		shown[room-1] = r.styles.Hint.Render("    ▼ …")
	}
	return shown
}
