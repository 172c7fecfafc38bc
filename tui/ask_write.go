package tui

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"anketa/survey"
)

// write asks for a text.
type write struct {
	asking
	field textField
}

var _ asker = (*write)(nil)

func newWrite(a asking) *write {
	return &write{asking: a, field: textField{oneLine: a.q.OneLine, limit: a.q.MaxLength, text: a.answer().Text}}
}

// lay implements asker.
func (w *write) lay(width, height int) { w.field.lay(w.styles, width, height) }

// update implements asker.
func (w *write) update(msg tea.Msg) turn {
	t := w.field.update(msg, w.keys)
	if t.move == stay {
		return t
	}
	w.keep()
	if t.move == onward && w.q.AskQuote && w.answer().Text != "" {
		return turn{step: newConsent(w.asking)}
	}
	return t
}

// keep takes the text over into the interview. The consent to quote stays only
// with the text for which it was given.
func (w *write) keep() {
	before := w.answer()
	w.put(survey.Answer{Text: w.field.value()})
	if after := w.answer(); before.Quote && before.Text == after.Text {
		w.put(before)
	}
}

// enters implements asker.
func (w *write) enters() effect { return takesIf(!w.field.empty()) }

// help implements asker.
func (w *write) help(enter effect) []key.Binding {
	return []key.Binding{w.goesOn(enter, !w.q.Required), w.keys.TextBack}
}

// view implements asker.
func (w *write) view() string { return w.field.view() }

// textField is a field in which people write; it keeps what was written when
// its place changes.
type textField struct {
	oneLine bool
	limit   int
	// text is what stood in the field before it was drawn.
	text string

	form   *form
	styles *Styles
	width  int
	height int
}

// mostTextLines is how high a field of several lines is at most.
const mostTextLines = 6

// lay draws the field for a place. Where nothing changed it stays, and with it
// the place in the text.
func (f *textField) lay(s *Styles, width, height int) {
	same := f.form != nil && f.styles == s && f.width == width && min(f.height, mostTextLines) == min(height, mostTextLines)
	f.styles, f.width, f.height = s, width, height
	if same {
		return
	}
	if f.form != nil {
		f.text = *f.form.values[0]
	}
	if f.oneLine {
		f.form = newLines(s, width, []line{{value: f.text, limit: f.limit}})
		return
	}
	f.form = newText(s, width, min(height, mostTextLines), f.limit, f.text)
}

// update handles a key or a paste: Enter goes on, Esc goes back, and so does
// Backspace where nothing is left to delete.
func (f *textField) update(msg tea.Msg, keys KeyMap) turn {
	if press, ok := msg.(tea.KeyPressMsg); ok {
		switch {
		case key.Matches(press, keys.Next):
			return turn{move: onward}
		case key.Matches(press, keys.TextBack), press.String() == "backspace" && f.empty():
			return turn{move: backward}
		}
	}
	f.form.update(msg)
	return turn{}
}

// value returns what is written, cleaned.
func (f *textField) value() string { return f.form.value(0) }

// empty reports whether nothing is written.
func (f *textField) empty() bool {
	return f.form == nil && f.text == "" || f.form != nil && f.form.empty()
}

// view draws the field.
func (f *textField) view() string { return f.form.view(f.height) }
