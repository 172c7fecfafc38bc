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
	a.bottom = a.footer()
	a.question = a.prompt()
	room := a.room()
	if a.form == nil || a.quoting {
		a.widget.SetStyles(a.styles.Likert)
		a.widget.SetSize(a.layout.column, room)
		// Only now is it known whether the points stand in a row or a list.
		a.bottom = a.footer()
		return
	}
	value := *a.form.values[0]
	a.form = newText(a.styles, a.layout.column, a.textHeight(), q.MaxLength, value)
}

// prompt draws the question, its hint and the notice.
func (a *ask) prompt() string {
	q := a.interview.Question()
	text, hint := q.Text.In(a.lang), q.Hint.In(a.lang)
	if a.quoting {
		text, hint = a.text.Interview.QuoteAsk, "„"+*a.form.values[0]+"“"
	}
	s := a.styles.Question.Render(a.wrap(text))
	if hint != "" {
		s += "\n" + a.styles.Hint.Render(a.wrap(hint))
	}
	if a.notice != "" {
		s += "\n" + a.styles.Warning.Render(a.wrap(a.notice))
	}
	return s
}

// room returns how many lines are left below the question.
func (a *ask) room() int {
	return max(a.layout.body(a.bottom)-height(a.question)-1, 1)
}

// textHeight returns how many lines a text field gets.
func (a *ask) textHeight() int { return min(a.room(), 6) }

// footer draws the keys that work on this question.
func (a *ask) footer() string {
	if a.form != nil && !a.quoting {
		next := a.keys.Next
		return a.foot(next, a.keys.TextBack)
	}
	keys := []key.Binding{a.pointKeys(), a.moveKeys()}
	if !a.interview.Question().Required || a.quoting {
		skip := a.keys.Next
		skip.SetHelp("Enter", a.text.Keys.Skip)
		keys = append(keys, skip)
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
	if last.Key == "0" {
		help = points[0].Key + "–" + points[len(points)-2].Key + ", 0"
	}
	k.SetHelp(help, a.text.Keys.Answer)
	return k
}

// moveKeys says that arrows and Enter choose.
func (a *ask) moveKeys() key.Binding {
	arrows := "↑↓ Enter"
	if a.widget.Row() {
		arrows = "←→ Enter"
	}
	return key.NewBinding(key.WithKeys("down"), key.WithHelp(arrows, a.text.Keys.Choose))
}

func (a *ask) view() string {
	body := a.question + "\n\n"
	if a.form != nil && !a.quoting {
		body += a.form.view(a.room())
	} else {
		body += a.widget.View()
	}
	return a.layout.frame(a.top, body, a.bottom)
}
