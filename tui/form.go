package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"
	"charm.land/huh/v2"
	"github.com/charmbracelet/x/ansi"

	"anketa/survey"
)

// form is a column of huh fields that moves from field to field at once. huh's
// own form moves by messages, and keys typed ahead meet the wrong field.
//
// This file is the only one that makes huh fields. It keeps what they could do
// away from the people in front of the terminal: their commands are never run,
// so that none can start a program or read the clipboard; keys with Ctrl or Alt
// never reach them; the external editor is off and has no key.
type form struct {
	styles *Styles
	// labels stand before the fields; they all have the same width.
	labels []string
	fields []huh.Field
	values []*string
	at     int
	// digits keeps all letters away, and the minus sign unless minus is true.
	digits, minus bool
}

// line describes a field of one line.
type line struct {
	label, value, hint string
	limit              int
	secret             bool
	// rows is how many lines high the field is, if more than one.
	rows int
}

// newLines makes a form with one field of one line for each description.
func newLines(s *Styles, width int, lines []line) *form {
	f := &form{styles: s}
	labels := 0
	for _, l := range lines {
		labels = max(labels, ansi.StringWidth(l.label)+2)
	}
	for _, l := range lines {
		value := l.value
		if l.rows > 1 {
			f.labels = append(f.labels, pad(l.label, labels))
			f.add(width-labels, huh.NewText().ExternalEditor(false).Lines(l.rows).CharLimit(l.limit).Value(&value), &value)
			continue
		}
		input := huh.NewInput().Prompt("").CharLimit(l.limit).Value(&value)
		if l.secret {
			input.EchoMode(huh.EchoModePassword)
		}
		f.labels = append(f.labels, pad(l.label, labels))
		f.add(width-labels, input, &value)
	}
	return f.focus(0)
}

// newText makes a form with one field of several lines.
func newText(s *Styles, width, height, limit int, text string) *form {
	f := &form{styles: s, labels: []string{""}}
	field := huh.NewText().ExternalEditor(false).Lines(height).CharLimit(limit).Value(&text)
	f.add(width, field, &text)
	return f.focus(0)
}

// newNumber makes a form with one field for a whole number; minus says whether
// it may be below zero.
func newNumber(s *Styles, width, limit int, minus bool, number string) *form {
	f := newLines(s, width, []line{{value: number, limit: limit}})
	f.digits, f.minus = true, minus
	return f
}

// add dresses a field and takes it into the form.
func (f *form) add(width int, field huh.Field, value *string) {
	field.WithTheme(huh.ThemeFunc(func(bool) *huh.Styles { return f.styles.Form }))
	field.WithKeyMap(quietKeys())
	field.WithWidth(width)
	_ = field.Init()
	f.fields = append(f.fields, field)
	f.values = append(f.values, value)
}

// quietKeys is a huh key map in which nothing but typing is left: the form
// itself moves, and no key opens an editor.
func quietKeys() *huh.KeyMap { return &huh.KeyMap{} }

// focus moves to a field.
func (f *form) focus(i int) *form {
	_ = f.fields[f.at].Blur()
	f.at = i
	_ = f.fields[i].Focus()
	return f
}

// next moves to the next field and reports whether there was one.
func (f *form) next() bool {
	if f.at+1 == len(f.fields) {
		return false
	}
	f.focus(f.at + 1)
	return true
}

// previous moves to the field before and reports whether there was one.
func (f *form) previous() bool {
	if f.at == 0 {
		return false
	}
	f.focus(f.at - 1)
	return true
}

// value returns what stands in a field, cleaned.
func (f *form) value(i int) string { return survey.Clean(*f.values[i], survey.MaxTextLength) }

// empty reports whether nothing stands in the current field.
func (f *form) empty() bool { return *f.values[f.at] == "" }

// update gives typing and pasted text to the current field.
func (f *form) update(msg tea.Msg) {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		if types(msg) && f.takes(msg.Text) {
			f.give(msg)
		}
	case tea.PasteMsg:
		if text := survey.CleanLine(msg.Content, survey.MaxTextLength); f.takes(text) {
			f.give(tea.PasteMsg{Content: text})
		}
	}
}

// breakLine begins a new line in the current field, if it has several. No key of a
// participant leads here.
func (f *form) breakLine() {
	if f.several(f.at) {
		f.give(tea.PasteMsg{Content: "\n"})
	}
}

// takes reports whether a text may stand in the form.
func (f *form) takes(text string) bool {
	return !f.digits || !strings.ContainsFunc(text, func(r rune) bool {
		return (r < '0' || r > '9') && (r != '-' || !f.minus)
	})
}

// types reports whether a key writes or moves within a field, and does nothing else.
func types(press tea.KeyPressMsg) bool {
	const chords = tea.ModCtrl | tea.ModAlt | tea.ModMeta | tea.ModHyper | tea.ModSuper
	if press.Mod&chords != 0 {
		return false
	}
	switch press.Code {
	case tea.KeyBackspace, tea.KeyDelete, tea.KeyLeft, tea.KeyRight, tea.KeyUp, tea.KeyDown, tea.KeyHome, tea.KeyEnd:
		return true
	}
	return press.Text != "" && survey.Typable(press.Text)
}

// give hands a message to the current field. Its command is dropped: huh uses
// commands to blink, to read the clipboard and to start an editor.
func (f *form) give(msg tea.Msg) {
	model, _ := f.fields[f.at].Update(msg)
	if field, ok := model.(huh.Field); ok {
		f.fields[f.at] = field
	}
}

// view draws the fields; where they do not all fit, those around the current one.
func (f *form) view(height int) string {
	lines, at := f.lines()
	start := f.start(len(lines), at[f.at], height)
	return strings.Join(lines[start:min(start+height, len(lines))], "\n")
}

// start returns the first line that shows when those of the current field should.
func (f *form) start(lines int, current [2]int, height int) int {
	if lines <= height {
		return 0
	}
	return min(max(0, current[1]-height), current[0])
}

// lines draws all fields and says between which lines each of them stands.
func (f *form) lines() (lines []string, at [][2]int) {
	for i, field := range f.fields {
		drawn := strings.Split(field.View(), "\n")
		label := f.styles.Hint
		if i == f.at {
			label = f.styles.Question
		}
		drawn[0] = label.Render(f.labels[i]) + drawn[0]
		for j := 1; j < len(drawn) && f.several(i); j++ {
			drawn[j] = strings.Repeat(" ", ansi.StringWidth(f.labels[i])) + drawn[j]
		}
		at = append(at, [2]int{len(lines), len(lines) + len(drawn)})
		lines = append(lines, drawn...)
	}
	return lines, at
}

// several reports whether a field has several lines.
func (f *form) several(i int) bool {
	_, text := f.fields[i].(*huh.Text)
	return text
}
