package tui

import (
	"errors"
	"slices"
	"strconv"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"anketa/results"
	"anketa/survey"
)

// draft is a form that stays as it is where its place does.
type draft struct {
	*sessionForm
	styles *Styles
	width  int
}

// draftRows is how high the field of a text is.
const draftRows = 3

// newDraft begins a statement, or changes one: a text in each language of the
// survey, and what it rests on.
func newDraft(c *console, s results.Statement) *draft {
	t := &c.text.Texts
	d := &draft{sessionForm: &sessionForm{title: t.Conclusion}}
	if s.Kind == survey.Recommendation {
		d.title = t.Recommendation
	}
	d.title += "\n" + t.Tied
	if known := c.themes(); len(known) > 0 {
		d.title += " " + c.text.Format(t.Known, strings.Join(known, ", "))
	}
	langs := c.release.Survey.Languages
	check := func(string) string { return c.objection(d.statement(c, s, langs)) }
	for _, lang := range langs {
		d.lines = append(d.lines, line{label: languageName(lang), value: s.Text[lang], limit: survey.MaxStatementLength, rows: draftRows})
		d.checks = append(d.checks, func(string) string { return "" })
	}
	var figures []string
	for _, n := range c.numbersOf(s.Questions) {
		figures = append(figures, strconv.Itoa(n))
	}
	d.lines = append(d.lines, line{label: t.Figures, value: strings.Join(figures, ", "), limit: 60},
		line{label: t.Themes, value: strings.Join(s.Themes, ", "), limit: survey.MaxThemes * (survey.MaxThemeLength + 2)})
	d.checks = append(d.checks, func(value string) string {
		_, wrong := c.askedIn(value)
		return wrong
	}, check)
	d.send = func(*form) action {
		return putStatement{session: s.Session, statement: d.statement(c, s, langs)}
	}
	d.fit(c.styles, c.place.column)
	return d
}

// press handles a key as a form of the console does. What neither writes nor moves
// changes nothing, not even what is said to be wrong.
func (d *draft) press(press tea.KeyPressMsg, k *KeyMap) (next action, done bool) {
	if key.Matches(press, k.Console.Texts.Break) {
		d.notice = ""
		d.form.breakLine()
		return nil, false
	}
	if !types(press) && !key.Matches(press, k.Cancel, k.PreviousLine, k.NextLine) {
		return nil, false
	}
	return d.sessionForm.press(press, k)
}

// fit draws the form for a place. Where nothing changed it stays, and with it the
// place in the text.
func (d *draft) fit(s *Styles, width int) {
	if d.form == nil || d.styles != s || d.width != width {
		d.styles, d.width = s, width
		d.lay(s, width)
	}
}

// statement returns what is written now.
func (d *draft) statement(c *console, s results.Statement, langs []survey.Lang) survey.Statement {
	out := survey.Statement{ID: s.ID, Kind: s.Kind, Text: survey.Text{}}
	for i, lang := range langs {
		out.Text[lang] = d.form.value(i)
	}
	out.Questions, _ = c.askedIn(d.form.value(len(langs)))
	out.Themes = themesIn(d.form.value(len(langs)+1), nil)
	out.Clean()
	return out
}

// askedIn returns the ids of the questions with numbers that stand in a line, and
// what is wrong with the line, or "".
func (l *live) askedIn(text string) (ids []string, wrong string) {
	for word := range strings.FieldsFuncSeq(text, func(r rune) bool { return strings.ContainsRune(" ,;.", r) }) {
		n, err := strconv.Atoi(word)
		id := ""
		for i := range l.release.Survey.Questions {
			q := &l.release.Survey.Questions[i]
			if found := l.numbersOf([]string{q.ID}); err == nil && len(found) == 1 && found[0] == n {
				id = q.ID
			}
		}
		if id == "" {
			return nil, l.text.Format(l.text.Texts.BadFigure, word)
		}
		ids = append(ids, id)
	}
	slices.Sort(ids)
	return slices.Compact(ids), ""
}

// objection says what is wrong with a statement, or "".
func (l *live) objection(s survey.Statement) string {
	t := &l.text.Texts
	if s.Withdrawn() {
		return t.EmptyStatement
	}
	var claim *results.ClaimError
	if !errors.As(l.release.CheckStatement(&s), &claim) {
		return ""
	}
	// Written as the counts beside it are, whatever sign was typed.
	claimed := l.text.PercentTo(claim.Claim.Percent, claim.Claim.Decimals)
	if claim.N == 0 {
		return l.text.Format(t.NoFigures, claimed)
	}
	share := func(count int) string { return l.text.Percent(100 * float64(count) / float64(claim.N)) }
	return l.text.Format(t.NoCount, claimed, claim.N, claim.Below, share(claim.Below), claim.Above, share(claim.Above))
}

// layDraft draws the form so that the current field shows.
func (r *report) layDraft() {
	c := r.c
	r.draft.fit(c.styles, c.place.column)
	at := r.pane.at
	r.pane.set(nil, []piece{plain(r.draft.view(c.styles, c.place.column))}, 1, c.column)
	r.pane.at = at
	_, places := r.draft.form.lines()
	top := height(wrap(r.draft.title, c.place.column))
	field := places[r.draft.form.at]
	// The last field shows with what is wrong with it, the first with the title.
	end := top + field[1]
	if r.draft.notice != "" || r.draft.form.at == len(places)-1 {
		end = len(r.pane.lines)
	}
	r.pane.offset = 0
	if r.draft.form.at > 0 || end > r.pane.height {
		r.pane.scroll(max(0, end-r.pane.height))
	}
}
