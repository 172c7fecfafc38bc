package tui

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"charm.land/huh/v2"

	"anketa/survey"
	"anketa/tui/likert"
)

// likertField carries the Likert widget in a huh form. It keeps to what huh
// v2.0.3 asks of a field: every message may come twice, so it sets and never
// toggles; it holds back only on the way forward; it takes no height from the
// form, which would not give it back.
type likertField struct {
	question *survey.Question
	lang     survey.Lang
	styles   *Styles
	required string
	value    *survey.Code

	widget likert.Model
	err    error
	keymap huh.SelectKeyMap
}

var _ huh.Field = (*likertField)(nil)

// NewField returns a closed question as a field of a huh form. The chosen point
// is kept in value; required is the sentence that is shown when it is missing,
// or "" when it may be.
func NewField(q *survey.Question, lang survey.Lang, required string, value *survey.Code) huh.Field {
	f := &likertField{question: q, lang: lang, required: required, value: value, styles: newStyles(appearance{dark: true}), widget: likert.New(q, lang)}
	f.widget.SetStyles(f.styles.Likert)
	f.widget.SetValue(*value)
	// A form measures its fields before it tells them their width.
	return f.WithWidth(fieldWidth)
}

// Init implements huh.Field.
func (f *likertField) Init() tea.Cmd { return nil }

// Update implements huh.Field.
func (f *likertField) Update(msg tea.Msg) (huh.Model, tea.Cmd) {
	press, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return f, nil
	}
	f.err = nil
	if key.Matches(press, f.keymap.Prev) {
		return f, huh.PrevField
	}
	f.widget, _ = f.widget.Update(press)
	*f.value = f.widget.Value()
	if f.widget.Picked() || key.Matches(press, f.keymap.Next, f.keymap.Submit) {
		if *f.value == survey.Missing && f.required != "" {
			f.err = errors.New(f.required)
			return f, nil
		}
		return f, huh.NextField
	}
	return f, nil
}

// View implements huh.Field.
func (f *likertField) View() string {
	return f.styles.Question.Render(f.question.Text.In(f.lang)) + "\n" + f.widget.View()
}

// Focus implements huh.Field.
func (f *likertField) Focus() tea.Cmd { return nil }

// Blur implements huh.Field. It does not validate: huh would not let the person
// go back from a field with an error.
func (f *likertField) Blur() tea.Cmd { return nil }

// Error implements huh.Field.
func (f *likertField) Error() error { return f.err }

// Run implements huh.Field.
func (f *likertField) Run() error { return huh.Run(f) }

// RunAccessible implements huh.Field: it asks line by line until a key of a
// point, or nothing when the question may be skipped, is entered.
func (f *likertField) RunAccessible(w io.Writer, r io.Reader) error {
	_, _ = fmt.Fprintln(w, f.question.Text.In(f.lang))
	for _, p := range f.widget.Points() {
		_, _ = fmt.Fprintf(w, "%s  %s\n", p.Key, p.Label)
	}
	lines := bufio.NewScanner(r)
	for lines.Scan() {
		entered := strings.TrimSpace(lines.Text())
		for _, p := range f.widget.Points() {
			if entered != "" && entered == p.Key {
				*f.value = p.Code
				return nil
			}
		}
		if entered == "" && f.required == "" {
			return nil
		}
		_, _ = fmt.Fprintln(w, f.required)
	}
	return lines.Err()
}

// Skip implements huh.Field.
func (f *likertField) Skip() bool { return false }

// Zoom implements huh.Field.
func (f *likertField) Zoom() bool { return false }

// KeyBinds implements huh.Field.
func (f *likertField) KeyBinds() []key.Binding {
	return []key.Binding{f.keymap.Prev, f.keymap.Next, f.keymap.Submit}
}

// WithTheme implements huh.Field. The field wears the looks of anketa.
func (f *likertField) WithTheme(huh.Theme) huh.Field { return f }

// WithKeyMap implements huh.Field with the keys of huh's select.
func (f *likertField) WithKeyMap(k *huh.KeyMap) huh.Field {
	f.keymap = k.Select
	return f
}

// The place that a Likert question takes in a form until it is told its width.
const (
	fieldWidth  = 76
	fieldHeight = 12
)

// WithWidth implements huh.Field.
func (f *likertField) WithWidth(width int) huh.Field {
	f.widget.SetSize(width, fieldHeight)
	return f
}

// WithHeight implements huh.Field; it changes nothing, because a form that was
// small once never gives the height back.
func (f *likertField) WithHeight(int) huh.Field { return f }

// WithPosition implements huh.Field.
func (f *likertField) WithPosition(p huh.FieldPosition) huh.Field {
	f.keymap.Prev.SetEnabled(!p.IsFirst())
	f.keymap.Next.SetEnabled(!p.IsLast())
	f.keymap.Submit.SetEnabled(p.IsLast())
	return f
}

// GetKey implements huh.Field with the id of the question.
func (f *likertField) GetKey() string { return f.question.ID }

// GetValue implements huh.Field with the chosen code.
func (f *likertField) GetValue() any { return *f.value }
