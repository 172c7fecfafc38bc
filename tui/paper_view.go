package tui

import (
	"strconv"
	"strings"

	"charm.land/bubbles/v2/key"
	"github.com/charmbracelet/x/ansi"

	"anketa/survey"
)

// EntryKeys are the keys of the screen on which forms from paper are typed in: those of
// a number pad, and Esc.
type EntryKeys struct{ Store, NextForm, Skip, Back, Clear, Leave, First, Second key.Binding }

// newEntryKeys returns the keys with their help.
func newEntryKeys(k EntryKeyStrings, bind func(help, desc string, keys ...string) key.Binding) EntryKeys {
	return EntryKeys{
		Store:    bind("Enter", k.Store, "enter"),
		NextForm: bind("Enter", k.Next, "enter"),
		Skip:     bind("Enter", k.Skip, "enter"),
		Back:     bind("Backspace", k.Back, "backspace"),
		Clear:    bind("Del", k.Clear, "delete", ".", ","),
		Leave:    bind("Esc", k.Leave, "esc"),
		First:    bind("1", k.First, "1"),
		Second:   bind("2", k.Second, "2"),
	}
}

// help returns the keys that work.
func (e *paper) help() []key.Binding {
	k := e.keys.Entry
	switch {
	case e.leaving:
		return []key.Binding{e.keys.Yes, e.keys.No}
	case e.phase == storing:
		return nil
	case e.phase == settling:
		return []key.Binding{k.First, k.Second, k.Back, k.Leave}
	case e.phase == checking && e.interview.Given() == 0:
		return []key.Binding{k.NextForm, k.Back, k.Leave}
	case e.phase == checking:
		return []key.Binding{k.Store, k.Back, k.Leave}
	case e.writes():
		return []key.Binding{k.Skip, k.Back, k.Leave}
	}
	return []key.Binding{k.Skip, k.Back, k.Clear, k.Leave}
}

func (e *paper) lay() {
	foot, t := e.foot(e.help()...), e.text.Entry
	room := e.layout.body(foot)
	var body string
	switch {
	case e.leaving:
		body = e.styles.Warning.Render(e.wrap(t.Discard))
	case e.phase == storing:
		body = e.wrap(e.text.Interview.Saving)
	case e.phase == checking:
		body = e.drawCheck(room)
	case e.phase == settling:
		body = e.drawSettling(room)
	default:
		body = e.drawQuestion(room)
	}
	form := t.Form
	if e.first != nil && !e.compared {
		form = t.Again
	}
	status := e.text.Format(form, e.sheet)
	if e.sheet > 1 {
		status += " · " + e.text.Format(t.Entered, e.sheet-1)
	}
	e.frame = e.layout.frameTop(e.strip(), e.head(e.session, status, e.done()), foot, body)
}

// done returns how much of the form is typed.
func (e *paper) done() float64 {
	return float64(e.interview.Index()) / float64(len(e.survey.Questions))
}

// asks returns the question with its number on paper, in no more lines than some.
func (e *paper) asks(most int) string {
	q := e.interview.Question()
	number := strconv.Itoa(e.survey.NumberOnPaper(e.interview.Index()))
	indent := strings.Repeat(" ", len(number)+2)
	text := cut(wrap(q.Text.In(e.lang), e.layout.column-len(indent)), most)
	return e.styles.Strong.Render(number) + "  " + e.styles.Question.Render(strings.ReplaceAll(text, "\n", "\n"+indent))
}

// drawQuestion draws what is typed now. Where it is tight the boxes are cut: they stand
// on the paper.
func (e *paper) drawQuestion(room int) string {
	asked, how := e.asks(3), e.styles.Hint.Render(e.wrap(e.how()))
	notice := ""
	if e.notice != "" {
		notice = "\n" + e.styles.Warning.Render(e.wrap(e.notice))
	}
	if e.writes() {
		left := max(1, room-height(asked)-height(how)-height(notice)-1)
		e.field.lay(e.styles, e.layout.column, left)
		return asked + "\n\n" + e.field.view() + "\n" + how + notice
	}
	line := e.styles.Strong.Render("> ") + e.shown()
	left := room - height(asked) - height(line) - height(how) - height(notice) - 1
	boxes := ""
	if items := e.boxes(); len(items) > 0 && left > 0 {
		boxes = cut(flow(items, "   ", e.layout.column), left) + "\n"
	}
	return asked + "\n\n" + boxes + line + "\n" + how + notice
}

// how says what is typed.
func (e *paper) how() string {
	q, t := e.interview.Question(), e.text.Entry
	switch {
	case e.step == stepText:
		return t.Text
	case e.step == stepWords:
		return t.Words
	case e.step == stepQuote:
		return t.Quote
	case q.Kind == survey.KindNumber:
		return t.Number
	case q.Kind == survey.KindMulti && q.OneDigit():
		return t.Several
	case q.Kind == survey.KindMulti:
		return t.LongSeveral
	case q.OneDigit():
		return t.One
	}
	return t.Long
}

// boxes returns the numbers with what stands beside them, the marked ones emphasised.
func (e *paper) boxes() []string {
	q := e.interview.Question()
	if e.step == stepQuote {
		return nil
	}
	answer := e.answer()
	if q.Kind == survey.KindMulti {
		answer = e.marked
	}
	var items []string
	add := func(code survey.Code, number, label string) {
		if label == number {
			label = ""
		}
		item := e.styles.Key.Render(number) + " " + label
		if answer.Code == code || answer.Set.Has(code) && q.Kind == survey.KindMulti {
			item = e.styles.Strong.Render(number + " " + label)
		}
		items = append(items, ansi.Truncate(strings.TrimRight(item, " "), e.layout.column, "…"))
	}
	for i := range q.Points {
		code := survey.Code(i + 1)
		add(code, strconv.Itoa(q.TypedNumber(code)), q.Label(code, e.lang))
	}
	if q.HasNotApplicable() {
		add(survey.NotApplicable, q.TypedNotApplicable(), q.NotApplicable.In(e.lang))
	}
	return items
}

// shown returns what is typed, or chosen so far.
func (e *paper) shown() string {
	q, a := e.interview.Question(), e.answer()
	half := ""
	switch {
	case e.step == stepQuote:
		return ansi.Truncate(e.text.Format(e.text.Interview.Quoted, strings.ReplaceAll(a.Text, "\n", " ")), e.layout.column-4, "…")
	case q.Kind == survey.KindBeforeAfter && e.step == stepPoint:
		half = e.text.Interview.Before + ": "
	case q.Kind == survey.KindBeforeAfter:
		half = e.text.Interview.Before + ": " + e.point(q, e.before) + "   " + e.text.Interview.Now + ": "
	}
	switch {
	case e.typed != "" || e.step == stepNow:
		return half + e.typed + "_"
	case q.Kind == survey.KindMulti && e.marked != (survey.Answer{}):
		return e.brief(q, e.marked)
	case a.Given():
		return half + e.brief(q, a)
	}
	return half + "_"
}

// point returns what is typed for a point.
func (e *paper) point(q *survey.Question, code survey.Code) string {
	switch code {
	case survey.Missing, survey.NotAsked:
		return "–"
	case survey.NotApplicable:
		return q.TypedNotApplicable()
	}
	return strconv.Itoa(q.TypedNumber(code))
}

// briefText is how many signs of a text are shown in a summary.
const briefText = 24

// brief returns an answer as it was typed.
func (e *paper) brief(q *survey.Question, a survey.Answer) string {
	text := ""
	if a.Text != "" {
		text = e.text.Format(e.text.Interview.Quoted, ansi.Truncate(strings.ReplaceAll(a.Text, "\n", " "), briefText, "…"))
	}
	said := e.point(q, a.Code)
	switch {
	case q.Kind == survey.KindText && a.Quote:
		return text + " 1"
	case q.Kind == survey.KindText && text != "":
		return text
	case !a.Given(), a.Code == survey.NotApplicable && q.Kind != survey.KindBeforeAfter:
	case q.Kind == survey.KindBeforeAfter:
		said = e.point(q, a.Before) + "→" + said
	case q.Kind == survey.KindNumber:
		said = strconv.Itoa(a.Number)
	case q.Kind == survey.KindMulti:
		var all []string
		for _, code := range a.Set.Codes() {
			all = append(all, e.point(q, code))
		}
		said = strings.Join(all, "+")
	}
	return strings.TrimSpace(said + " " + text)
}

// summary returns the answers up to a question, each behind its number.
func (e *paper) summary(until int) []string {
	var items []string
	for i := range until {
		if q := &e.survey.Questions[i]; q.Asks() && e.interview.Asked(i) {
			items = append(items, strconv.Itoa(e.survey.NumberOnPaper(i))+": "+e.brief(q, e.interview.Answer(i)))
		}
	}
	return items
}

// strip returns the answers before the current question in one line, the last ones
// where it is too short.
func (e *paper) strip() string {
	if e.phase != typing || e.leaving {
		return ""
	}
	line := strings.Join(e.summary(e.interview.Index()), " · ")
	if over := ansi.StringWidth(line) - e.layout.column; over > 0 {
		line = ansi.TruncateLeft(line, over+1, "…")
	}
	return e.styles.Hint.Render(line)
}

// drawCheck draws the whole form.
func (e *paper) drawCheck(room int) string {
	t := e.text.Entry
	title := e.styles.Question.Render(t.Check)
	if e.interview.Given() == 0 {
		return e.wrap(t.Empty)
	}
	var missing []string
	for i := range e.survey.Questions {
		if q := &e.survey.Questions[i]; q.Asks() && e.interview.Asked(i) && !e.interview.Answer(i).Given() {
			missing = append(missing, strconv.Itoa(e.survey.NumberOnPaper(i)))
		}
	}
	whole := e.styles.Hint.Render(t.Whole)
	if len(missing) > 0 {
		whole = e.styles.Warning.Render(e.wrap(e.text.Format(t.Missing, strings.Join(missing, ", "))))
	}
	left := max(1, room-height(title)-height(whole)-2)
	return title + "\n\n" + cut(flow(e.summary(len(e.survey.Questions)), "   ", e.layout.column), left) + "\n\n" + whole
}

// drawSettling draws a question that was answered in two ways.
func (e *paper) drawSettling(room int) string {
	at, t := e.interview.Index(), e.text.Entry
	q := e.interview.Question()
	line := func(number, name string, a survey.Answer) string {
		said := e.brief(q, a)
		if a.Text != "" {
			said = e.text.Format(e.text.Interview.Quoted, a.Text)
			if q.Kind != survey.KindText {
				said = e.point(q, a.Code) + " " + said
			} else if a.Quote {
				said += " 1"
			}
		}
		lead := e.styles.Key.Render(number) + "  " + e.styles.Hint.Render(name+": ")
		indent := strings.Repeat(" ", ansi.StringWidth(lead))
		text := cut(wrap(said, e.layout.column-len(indent)), max(1, (room-7)/2))
		return lead + strings.ReplaceAll(text, "\n", "\n"+indent)
	}
	return e.styles.Warning.Render(e.wrap(t.Differs)) + "\n\n" + e.asks(2) + "\n\n" +
		line("1", t.First, e.first[at]) + "\n" + line("2", t.Second, e.second[at])
}
