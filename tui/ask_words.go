package tui

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"anketa/survey"
)

// words asks for a few words behind the point "other". They may be left out.
type words struct {
	asking
	field textField
}

var _ asker = (*words)(nil)

func newWords(a asking) *words {
	return &words{asking: a, field: textField{oneLine: true, limit: survey.MaxOtherLength, text: a.answer().Text}}
}

// heading implements asker: below the question stands what was chosen.
func (w *words) heading() heading {
	h := w.asking.heading()
	h.hint = ""
	h.half = w.text.Format(w.text.Interview.OtherWords, w.q.Other.In(w.lang))
	return h
}

// lay implements asker.
func (w *words) lay(width, height int) { w.field.lay(w.styles, width, height) }

// update implements asker: going back leads to the points.
func (w *words) update(msg tea.Msg) turn {
	t := w.field.update(msg, w.keys)
	if t.move == stay {
		return t
	}
	answer := w.answer()
	answer.Text = w.field.value()
	w.put(answer)
	if t.move == backward {
		return turn{move: again}
	}
	return t
}

// enters implements asker.
func (w *words) enters() effect { return takesIf(!w.field.empty()) }

// help implements asker.
func (w *words) help(enter effect) []key.Binding {
	return []key.Binding{w.goesOn(enter, true), w.keys.TextBack}
}

// view implements asker.
func (w *words) view() string { return w.field.view() }
