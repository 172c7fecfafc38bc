package tui

import (
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"anketa/results"
	"anketa/survey"
)

// writings is the tab with what people wrote in their own words, once that may
// be shown. It has no order and no row.
type writings struct {
	c      *console
	pane   pane
	finder finder
}

// mostTexts is how many texts of a question are listed at once; looking for words
// goes through all of them.
const mostTexts = 200

func (w *writings) digit() rune                        { return '6' }
func (w *writings) named(s *ConsoleStrings) TabStrings { return s.Texts }
func (w *writings) area() *pane                        { return &w.pane }
func (w *writings) typing() bool                       { return w.finder.typing }
func (w *writings) open(int) action                    { return nil }
func (w *writings) back() bool                         { return w.finder.clear() }

// keys implements tab.
func (w *writings) keys() []key.Binding {
	k := &w.c.keys.Console
	if w.finder.typing {
		return []key.Binding{k.Found, k.Cleared}
	}
	return []key.Binding{k.Find}
}

// press implements tab.
func (w *writings) press(press tea.KeyPressMsg) (action, bool) {
	k := &w.c.keys.Console
	switch {
	case w.finder.typing:
		w.finder.press(press, k)
		w.pane.offset = 0
	case key.Matches(press, k.Find):
		w.finder.typing = true
	default:
		return nil, false
	}
	return nil, true
}

// lay implements tab.
func (w *writings) lay() {
	c := w.c
	var pieces []piece
	found, asked := 0, 0
	number := 0
	for i := range c.release.Survey.Questions {
		q := &c.release.Survey.Questions[i]
		if q.Asks() {
			number++
		}
		if q.TextLimit() == 0 {
			continue
		}
		asked++
		texts := c.quotations(q)
		listed := w.listed(texts)
		found += len(listed)
		if w.finder.words == "" || len(listed) > 0 {
			pieces = append(pieces, plain(c.drawTexts(number, q, listed, len(texts))))
		}
	}
	above := c.notices()
	if line := w.finder.line(c.shared, found); line != "" {
		above = append(above, plain(line))
	}
	if asked == 0 {
		above = append(above, plain(c.styles.Hint.Render(wrap(c.text.Console.NoTexts, c.place.column))))
	}
	w.pane.set(above, pieces, c.columns, c.column)
}

// listed returns the texts that hold what is looked for, at most as many as are listed.
func (w *writings) listed(texts []string) []string {
	var listed []string
	for _, text := range texts {
		if len(listed) == mostTexts {
			break
		}
		if w.finder.finds(text) {
			listed = append(listed, text)
		}
	}
	return listed
}

// drawTexts draws what was written under a question, or why it is not shown.
func (c *console) drawTexts(number int, q *survey.Question, listed []string, of int) string {
	heading := c.text.Format("%d. ", number) + q.Text.In(c.lang)
	if q.HasOther() {
		heading += " (" + q.Other.In(c.lang) + ")"
	}
	lines := []string{c.styles.Question.Render(strings.ReplaceAll(wrap(heading, c.column-4), "\n", "\n    "))}
	switch {
	case of == 0 && !c.showsTexts(q):
		return lines[0] + "\n" + c.indented(c.styles.Hint, c.text.Format(c.text.Console.TextsLater, c.release.Survey.MinGroup))
	case of == 0:
		return lines[0] + "\n" + c.indented(c.styles.Hint, c.text.Console.NoneWritten)
	case len(listed) < of:
		lines = append(lines, c.indented(c.styles.Hint, c.text.Format(c.text.Console.SomeTexts, len(listed), of)))
	}
	for _, text := range listed {
		lines = append(lines, "    – "+strings.ReplaceAll(wrap(text, c.column-6), "\n", "\n      "))
	}
	return strings.Join(lines, "\n")
}

// showsTexts reports whether what was written under a question may be shown of any
// session.
func (c *console) showsTexts(q *survey.Question) bool {
	return slices.ContainsFunc(c.release.Parts, func(p results.Part) bool { return c.release.ShowsTexts(&p, q.ID) })
}
