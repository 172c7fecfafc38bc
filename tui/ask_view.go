package tui

import (
	"charm.land/bubbles/v2/key"
)

// lay draws head, question and foot, and gives the rest of the place to the
// widget or the field.
func (a *ask) lay() {
	q := a.interview.Question()
	if q == nil {
		return
	}
	n, of := a.interview.Index()+1, len(a.survey.Questions)
	a.top = a.head(a.title(), a.text.Format(a.text.Interview.Question, n, of), float64(n-1)/float64(of))
	a.question = a.prompt()
	a.focused, a.unfocused = a.footer(true), a.footer(false)
	if a.writing() {
		if a.form != nil {
			a.written = *a.form.values[0]
		}
		a.form = newText(a.styles, a.layout.column, a.textHeight(), q.MaxLength, a.written)
		return
	}
	a.widget.SetStyles(a.styles.Likert)
	a.widget.SetSize(a.layout.column, a.room())
	// Only now is it known whether the points stand in a row or a list.
	a.focused, a.unfocused = a.footer(true), a.footer(false)
}

// leastRoom is how many lines the answer keeps, however long the question is.
const leastRoom = 4

// prompt draws the question, its hint and the notice. On a low terminal a hint
// that would push the answers away is left out, and so is the end of a question.
func (a *ask) prompt() string {
	q := a.interview.Question()
	text, hint := q.Text.In(a.lang), q.Hint.In(a.lang)
	if a.quoting {
		text, hint = a.text.Interview.QuoteAsk, a.text.Format(a.text.Interview.Quoted, *a.form.values[0])
	}
	room := a.layout.body(a.footer(true)) - 1 - leastRoom
	notice := ""
	if a.notice != "" {
		notice = a.styles.Warning.Render(a.wrap(a.notice))
		room -= height(notice)
	}
	text = cut(a.wrap(text), max(room, 1))
	blocks := []string{a.styles.Question.Render(text)}
	if hint = a.wrap(hint); hint != "" && height(text)+height(hint) <= room {
		blocks = append(blocks, a.styles.Hint.Render(hint))
	}
	return join("\n", append(blocks, notice)...)
}

// room returns how many lines are left below the question.
func (a *ask) room() int {
	return max(a.layout.body(a.focused)-height(a.question)-1, 1)
}

// textHeight returns how many lines a text field gets.
func (a *ask) textHeight() int { return min(a.room(), 6) }

// footer draws the keys that work on this question. Enter skips as long as no
// point has the focus or nothing is written, and takes the answer then.
func (a *ask) footer(focused bool) string {
	enter, optional := a.keys.Next, !a.interview.Question().Required || a.quoting
	if a.writing() {
		if !focused && optional {
			enter.SetHelp("Enter", a.text.Keys.Skip)
		}
		return a.foot(enter, a.keys.TextBack)
	}
	keys := []key.Binding{a.pointKeys(), a.moveKeys()}
	switch {
	case focused:
		enter.SetHelp("Enter", a.text.Keys.Choose)
		keys = append(keys, enter)
	case optional:
		enter.SetHelp("Enter", a.text.Keys.Skip)
		keys = append(keys, enter)
	}
	return a.foot(append(keys, a.keys.Back)...)
}

// pointKeys says that the keys of the points answer.
func (a *ask) pointKeys() key.Binding {
	points := a.widget.Points()
	k := key.NewBinding(key.WithKeys("1"), key.WithHelp("", ""))
	if len(points) == 0 {
		return k
	}
	last := points[len(points)-1]
	help := points[0].Key + "–" + last.Key
	if len(points) == 2 {
		help = points[0].Key + " / " + last.Key
	}
	if last.Key == "0" {
		help = points[0].Key + "–" + points[len(points)-2].Key + ", 0"
	}
	k.SetHelp(help, a.text.Keys.Answer)
	return k
}

// moveKeys says that arrows move.
func (a *ask) moveKeys() key.Binding {
	arrows := "↑↓"
	if a.widget.Row() {
		arrows = "←→"
	}
	return key.NewBinding(key.WithKeys("down"), key.WithHelp(arrows, a.text.Keys.Move))
}

func (a *ask) view() string {
	bottom := a.unfocused
	if a.writing() && !a.form.empty() || !a.writing() && a.widget.Focused() {
		bottom = a.focused
	}
	if a.writing() {
		return a.layout.frame(a.top, bottom, a.question, "\n\n", a.form.view(a.room()))
	}
	return a.layout.frame(a.top, bottom, a.question, "\n\n", a.widget.View())
}
