package tui

import (
	"strconv"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"anketa/survey"
)

// arrive begins with the question that the interview stands on, over notes that it
// passes: forward or back.
func (e *paper) arrive(forward bool) {
	for !e.interview.AtReview() && !e.interview.Question().Asks() {
		if !forward && !e.interview.Back() {
			forward = true
		}
		if forward {
			e.interview.Next()
		}
	}
	e.step, e.typed, e.before, e.marked, e.notice, e.doubted = stepPoint, "", survey.Missing, survey.Answer{}, "", false
	q := e.interview.Question()
	switch {
	case q == nil:
		e.typedWhole()
	case q.Kind == survey.KindText:
		e.write(stepText, q.OneLine, q.MaxLength)
	case q.Kind == survey.KindMulti:
		e.marked = e.answer()
	}
}

// answer is what is known of the current question.
func (e *paper) answer() survey.Answer { return e.interview.Answer(e.interview.Index()) }

// write begins with a text.
func (e *paper) write(s step, oneLine bool, limit int) {
	e.step, e.field = s, textField{oneLine: oneLine, limit: limit, text: e.answer().Text}
}

// next goes on to the next question.
func (e *paper) next() {
	e.interview.Next()
	e.arrive(true)
}

// back goes one step back: to the first half, to the points, to the text or to the
// question before.
func (e *paper) back() {
	q := e.interview.Question()
	switch {
	case q != nil && e.step == stepQuote:
		e.notice = ""
		e.write(stepText, q.OneLine, q.MaxLength)
	case q != nil && (e.step == stepNow || e.step == stepWords):
		e.arrive(true)
	case e.interview.Back():
		e.arrive(false)
	}
}

// typeIn handles a key in the midst of a form.
func (e *paper) typeIn(press tea.KeyPressMsg) {
	if e.writes() {
		e.typeText(press)
		return
	}
	k := e.keys.Entry
	sign := press.String()
	switch {
	case key.Matches(press, k.Skip):
		e.enter()
	case key.Matches(press, k.Back) && e.typed != "":
		e.typed, e.doubted, e.notice = e.typed[:len(e.typed)-1], false, ""
	case key.Matches(press, k.Back):
		e.back()
	case key.Matches(press, k.Clear):
		e.put(survey.Answer{})
		e.arrive(true)
	case len(sign) == 1 && (sign >= "0" && sign <= "9" || sign == "-"):
		e.sign(sign)
	}
}

// typeText handles a key where a text is typed.
func (e *paper) typeText(press tea.KeyPressMsg) {
	q := e.interview.Question()
	// Esc leaves the form and was asked for before.
	switch e.field.update(press, e.keys).move {
	case onward:
		e.keepText()
		if e.step == stepText && q.AskQuote && e.answer().Text != "" {
			e.step = stepQuote
			return
		}
		e.next()
	case backward:
		e.keepText()
		e.back()
	}
}

// keepText takes the text over. A consent stays only with the text that it was given to.
func (e *paper) keepText() {
	before, a := e.answer(), e.answer()
	a.Text = e.field.value()
	if e.put(a); before.Text != e.answer().Text && e.step == stepText {
		a = e.answer()
		a.Quote = false
		e.put(a)
	}
}

// put answers the current question; what does not fit was refused before.
func (e *paper) put(a survey.Answer) { _ = e.interview.Put(a) }

// mostSigns is more than any number has that a question takes.
const mostSigns = 9

// sign takes one sign of what stands beside a box, or of a number.
func (e *paper) sign(sign string) {
	q := e.interview.Question()
	e.notice, e.doubted = "", false
	switch {
	case e.step == stepQuote:
		e.quote(sign)
	case q.Kind == survey.KindNumber || !q.OneDigit():
		if len(e.typed) < mostSigns {
			e.typed += sign
		}
	default:
		e.box(sign)
	}
}

// quote takes the consent: 1 gives it, 2 does not.
func (e *paper) quote(sign string) {
	if sign != "1" && sign != "2" {
		e.notice = e.text.Format(e.text.Entry.Unknown, sign)
		return
	}
	a := e.answer()
	a.Quote = sign == "1"
	e.put(a)
	e.next()
}

// box takes the box that something typed stands for.
func (e *paper) box(typed string) {
	q := e.interview.Question()
	e.typed = ""
	code, ok := q.CodeTyped(typed)
	switch {
	case !ok:
		e.notice = e.text.Format(e.text.Entry.Unknown, typed)
	case q.Kind == survey.KindMulti:
		e.mark(code)
	case q.Kind == survey.KindBeforeAfter && e.step == stepPoint:
		e.before, e.step = code, stepNow
	case q.Kind == survey.KindBeforeAfter:
		e.put(survey.Answer{Code: code, Before: e.before})
		e.next()
	default:
		e.chosen(survey.Answer{Code: code})
	}
}

// mark marks one of several boxes, or takes its mark away.
func (e *paper) mark(code survey.Code) {
	text := e.marked.Text
	switch {
	case code == survey.NotApplicable && e.marked.Code == survey.NotApplicable:
		e.marked = survey.Answer{}
	case code == survey.NotApplicable:
		e.marked = survey.Answer{Code: survey.NotApplicable}
	default:
		set := e.marked.Set.Toggle(code)
		e.marked = survey.Answer{Set: set}
		if set != 0 {
			e.marked.Code = survey.Answered
		}
		if e.interview.Question().IsOther(e.marked) {
			e.marked.Text = text
		}
	}
}

// chosen takes an answer and asks for the words behind it where it has some.
func (e *paper) chosen(a survey.Answer) {
	q := e.interview.Question()
	if q.IsOther(a) && q.IsOther(e.answer()) {
		a.Text = e.answer().Text
	}
	e.put(a)
	if q.IsOther(a) {
		e.write(stepWords, true, survey.MaxOtherLength)
		return
	}
	e.next()
}

// enter ends what is typed, or leaves the question as it is.
func (e *paper) enter() {
	q := e.interview.Question()
	switch {
	case e.doubted:
		e.put(survey.Answer{})
		e.next()
	case q.Kind == survey.KindNumber && e.typed != "":
		e.enterNumber(q)
	case e.typed != "":
		e.box(e.typed)
	case q.Kind == survey.KindMulti && e.marked.Check(q) != nil:
		e.doubt(e.text.Entry.DoubtSet)
	case q.Kind == survey.KindMulti:
		e.chosen(e.marked)
	case e.step == stepNow:
		e.doubt(e.text.Entry.DoubtHalf)
	default:
		e.next()
	}
}

// doubt says that an answer does not count.
func (e *paper) doubt(notice string) { e.notice, e.doubted = notice, true }

// enterNumber takes a number.
func (e *paper) enterNumber(q *survey.Question) {
	a := survey.Answer{Code: survey.NotApplicable}
	if !q.HasNotApplicable() || e.typed != q.TypedNotApplicable() {
		n, err := strconv.Atoi(e.typed)
		if a = (survey.Answer{Code: survey.Answered, Number: n}); err != nil || a.Check(q) != nil {
			e.doubt(e.text.Entry.DoubtNumber)
			return
		}
	}
	e.put(a)
	e.next()
}
