package tui

import (
	"slices"
	"strconv"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"anketa/results"
	"anketa/survey"
)

// report is the tab where the facilitator writes conclusions and recommendations.
type report struct {
	c    *console
	pane pane
	// listed are the statements that can be chosen.
	listed []results.Statement
	draft  *draft
	// withdrawing is the one for which the key was pressed that deletes it.
	withdrawing survey.ID
	notice      string
	// filing is true while the report is written.
	filing bool
}

func (r *report) digit() rune                      { return '7' }
func (r *report) named(*ConsoleStrings) TabStrings { return r.c.text.Texts.Report }
func (r *report) area() *pane                      { return &r.pane }
func (r *report) typing() bool                     { return r.draft != nil }

// back implements tab.
func (r *report) back() bool {
	was := !r.withdrawing.IsZero()
	r.withdrawing = survey.ID{}
	return was
}

// writes reports whether statements can be written: as long as none may be shown
// there is nothing to conclude from.
func (r *report) writes() bool {
	_, released := r.c.release.Statements()
	return released && r.c.decides()
}

// keys implements tab.
func (r *report) keys() []key.Binding {
	k := &r.c.keys.Console
	if r.draft != nil && r.draft.form.several(r.draft.form.at) {
		return []key.Binding{r.c.keys.NextLine, k.Texts.Break, k.Back}
	}
	if r.draft != nil {
		return []key.Binding{r.draft.proceed(&r.c.keys), k.Back}
	}
	var keys []key.Binding
	if r.c.files() {
		keys = append(keys, k.Report)
	}
	if r.c.release != nil && r.writes() {
		keys = append(keys, k.Texts.Conclude, k.Texts.Recommend)
		if len(r.listed) > 0 {
			keys = append(keys, k.Texts.Edit, k.Texts.Withdraw)
		}
	}
	return keys
}

// open implements tab: it changes a statement.
func (r *report) open(item int) action {
	if r.draft == nil && item < len(r.listed) {
		r.notice, r.withdrawing = "", survey.ID{}
		r.draft = newDraft(r.c, r.listed[item])
	}
	return nil
}

// press implements tab.
func (r *report) press(press tea.KeyPressMsg) (action, bool) {
	k := &r.c.keys.Console.Texts
	if r.draft != nil {
		next, done := r.draft.press(press, &r.c.keys)
		if done {
			r.draft = nil
			r.c.turns++
		}
		return next, true
	}
	again := r.withdrawing
	r.withdrawing = survey.ID{}
	switch {
	case r.c.files() && key.Matches(press, r.c.keys.Console.Report):
		return r.file(), true
	case r.c.release == nil || !r.writes():
		return nil, false
	case key.Matches(press, k.Conclude):
		r.begin(survey.Conclusion)
	case key.Matches(press, k.Recommend):
		r.begin(survey.Recommendation)
	case key.Matches(press, k.Withdraw) && r.pane.at < len(r.listed):
		s := r.listed[r.pane.at]
		if again != s.ID {
			r.withdrawing = s.ID
			return nil, true
		}
		return putStatement{session: s.Session, statement: survey.Statement{ID: s.ID, Kind: s.Kind}}, true
	default:
		return nil, false
	}
	return nil, true
}

// begin begins a statement about the first session that is looked at.
func (r *report) begin(kind survey.StatementKind) {
	r.notice = ""
	if len(r.listed) >= survey.MaxStatements {
		r.notice = r.c.text.Format(r.c.text.Texts.TooManyStatements, survey.MaxStatements)
		return
	}
	r.draft = newDraft(r.c, results.Statement{Statement: survey.Statement{Kind: kind}, Session: r.c.release.Parts[0].Session.ID})
}

// hear implements listener.
func (r *report) hear(msg tea.Msg) {
	switch done := msg.(type) {
	case filedMsg:
		r.filing, r.notice = false, done.said(r.c.text)
	case reviewedMsg:
		if r.c.tab() != tab(r) {
			return
		}
		r.notice = ""
		if done.err != nil {
			r.notice = r.c.text.Console.NotDone
		}
	}
}

// paste implements paster.
func (r *report) paste(msg tea.PasteMsg) {
	if r.draft != nil {
		r.draft.form.update(msg)
	}
}

// lay implements tab.
func (r *report) lay() {
	c := r.c
	t := &c.text.Texts
	if r.draft != nil {
		r.layDraft()
		return
	}
	above := c.notices()
	if r.notice != "" {
		above = append(above, plain(c.styles.Warning.Render(wrap(r.notice, c.place.column))))
	}
	if !r.withdrawing.IsZero() {
		above = append(above, plain(c.styles.Warning.Render(wrap(t.WithdrawAgain, c.place.column))))
	}
	statements, released := c.release.Statements()
	r.listed = nil
	hint := func(text string) piece { return plain(c.styles.Hint.Render(wrap(text, c.place.column))) }
	switch {
	case !released:
		r.pane.setTight(above, []piece{hint(c.noStatements())}, c.place.column)
		return
	case len(statements) == 0 && c.decides():
		above = append(above, hint(t.NoStatements))
	case len(statements) == 0:
		above = append(above, hint(c.text.Console.NoneWritten))
	}
	r.pane.setTight(above, r.pieces(statements), c.place.column)
}

// noStatements says why no statements can be written.
func (l *live) noStatements() string {
	if l.tooFew() {
		return l.whyFew(l.text.Console.ReportFew)
	}
	return l.text.Format(l.text.Texts.ReportLater, l.release.Survey.MinGroup)
}

// pieces draws the statements under their headings.
func (r *report) pieces(statements []results.Statement) []piece {
	c := r.c
	var pieces []piece
	var last survey.StatementKind
	for i := range statements {
		s := &statements[i]
		if s.Kind != last {
			last = s.Kind
			pieces = append(pieces, plain(c.styles.Section.Render(c.text.Texts.heading(s.Kind))))
		}
		item := noItem
		if c.decides() {
			item = len(r.listed)
			r.listed = append(r.listed, *s)
		}
		pieces = append(pieces, piece{text: c.drawStatement(s), item: item})
	}
	return pieces
}

// heading returns what stands above the statements of a kind.
func (t *TextsStrings) heading(kind survey.StatementKind) string {
	if kind == survey.Recommendation {
		return t.Recommendations
	}
	return t.Conclusions
}

// drawStatement draws a statement and what it rests on.
func (c *console) drawStatement(s *results.Statement) string {
	width := c.place.column - gutter - 2
	text := "• " + strings.ReplaceAll(wrap(s.In(c.lang), width), "\n", "\n  ")
	if rests := c.rests(&s.Statement); rests != "" {
		text += "\n  " + c.styles.Hint.Render(strings.ReplaceAll(wrap(rests, width), "\n", "\n  "))
	}
	return text
}

// rests names what a statement rests on: questions by their numbers, and themes.
func (l *live) rests(s *survey.Statement) string {
	t := &l.text.Texts
	var on, numbers []string
	for _, number := range l.numbersOf(s.Questions) {
		numbers = append(numbers, strconv.Itoa(number))
	}
	if len(numbers) > 0 {
		on = append(on, t.Figures+": "+strings.Join(numbers, ", "))
	}
	if len(s.Themes) > 0 {
		on = append(on, t.Themes+": "+strings.Join(s.Themes, ", "))
	}
	return strings.Join(on, " · ")
}

// numbersOf returns the numbers of questions, as the screens count them.
func (l *live) numbersOf(ids []string) []int {
	var numbers []int
	number := 0
	for i := range l.release.Survey.Questions {
		q := &l.release.Survey.Questions[i]
		if !q.Asks() {
			continue
		}
		number++
		if slices.Contains(ids, q.ID) {
			numbers = append(numbers, number)
		}
	}
	return numbers
}
