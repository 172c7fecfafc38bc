package tui

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"anketa/survey"
	"anketa/tui/likert"
)

// ask shows one question of the interview after the other. It moves through
// the interview by itself; the root hears of it only at the ends.
type ask struct {
	*shared
	interview *survey.Interview

	// widget asks closed questions and, behind a text, whether it may be quoted.
	widget likert.Model
	// form asks for text; it is nil for closed questions. It begins with written.
	form    *form
	written string
	// quoting is true while the consent to quote is asked.
	quoting bool
	// confirming is true while the chosen point is shown before the next question.
	confirming bool
	// notice is one calm sentence below the question, such as "please answer".
	notice string
	// leaving is true after the first key that would drop the interview.
	leaving bool

	// The parts that stay the same while the choice moves.
	top, question      string
	focused, unfocused string
}

func newAsk(s *shared, iv *survey.Interview) *ask {
	a := &ask{shared: s, interview: iv}
	a.load()
	return a
}

// load takes up the interview's current question.
func (a *ask) load() {
	q := a.interview.Question()
	answer := a.interview.Answer(a.interview.Index())
	a.timers.stop(timerConfirm)
	a.quoting, a.confirming, a.leaving, a.notice = false, false, false, ""
	a.form, a.written = nil, answer.Text
	if q.Closed() {
		a.widget = likert.New(q, a.lang)
		a.widget.SetValue(answer.Code)
	}
	a.lay()
}

// askQuote turns to the consent to quote the text just written.
func (a *ask) askQuote() {
	a.quoting, a.notice = true, ""
	t := a.text.Interview
	consent := survey.Question{Kind: survey.KindYesNo, Points: []survey.Point{
		{Value: "yes", Label: survey.Text{a.lang: t.QuoteYes}},
		{Value: "no", Label: survey.Text{a.lang: t.QuoteNo}},
	}}
	a.widget = likert.New(&consent, a.lang)
	a.lay()
}

// writing reports whether the participant is in a text field.
func (a *ask) writing() bool { return !a.quoting && a.interview.Question().Kind == survey.KindText }

// settle ends the moment in which a chosen point is shown.
func (a *ask) settle() action {
	if !a.confirming {
		return nil
	}
	return a.next()
}

func (a *ask) update(msg tea.Msg) (action, tea.Cmd) {
	switch msg := msg.(type) {
	case timeMsg:
		if a.timers.rings(msg, timerConfirm) {
			return a.settle(), nil
		}
	case tea.KeyPressMsg:
		if a.writing() {
			return a.write(msg), nil
		}
		return a.choose(msg)
	case tea.PasteMsg:
		if a.writing() {
			a.form.update(msg)
		}
	}
	return nil, nil
}

// choose handles a key on a question with points.
func (a *ask) choose(press tea.KeyPressMsg) (action, tea.Cmd) {
	stays := press.String() == "left" && a.widget.Row() && !a.widget.AtStart()
	if key.Matches(press, a.keys.Back) && !stays {
		return a.back(), nil
	}
	a.say("")
	a.leaving = false
	var cmd tea.Cmd
	a.widget, cmd = a.widget.Update(press)
	switch {
	case a.widget.Picked():
		return a.answer(), tea.Batch(cmd, a.timers.start(timerConfirm, a.survey.Kiosk.Confirm))
	case key.Matches(press, a.keys.Next):
		return a.next(), cmd
	}
	return nil, cmd
}

// answer takes the chosen point over into the interview and shows it for a moment.
func (a *ask) answer() action {
	answer := survey.Answer{Code: a.widget.Value()}
	if a.quoting {
		answer = survey.Answer{Text: a.form.value(0), Quote: a.widget.Value() == 1}
	}
	// The widget offers only points that the question has.
	_ = a.interview.Put(answer)
	a.confirming = true
	return nil
}

// write handles a key on a text question.
func (a *ask) write(press tea.KeyPressMsg) action {
	switch {
	case key.Matches(press, a.keys.Next):
		a.keep()
		if a.interview.Question().AskQuote && a.form.value(0) != "" {
			a.askQuote()
			return nil
		}
		return a.next()
	case key.Matches(press, a.keys.TextBack), press.String() == "backspace" && a.form.empty():
		a.keep()
		return a.back()
	}
	a.say("")
	a.leaving = false
	a.form.update(press)
	return nil
}

// keep takes the text over into the interview. The consent to quote stays only
// with the text for which it was given.
func (a *ask) keep() {
	before, text := a.interview.Answer(a.interview.Index()), a.form.value(0)
	_ = a.interview.Put(survey.Answer{Text: text, Quote: before.Quote && before.Text == text})
}

// next moves on, or says that the question needs an answer.
func (a *ask) next() action {
	if !a.interview.Next() {
		a.say(a.text.Interview.Required)
		return nil
	}
	if a.interview.AtReview() {
		a.confirming = false
		return showReview{}
	}
	a.load()
	return nil
}

// back moves to the question before. In front of the first one it leaves the
// interview; when answers would be lost, only the second key does.
func (a *ask) back() action {
	switch {
	case a.quoting:
		a.load()
	case a.interview.Back():
		a.load()
	case a.interview.Given() == 0 || a.leaving:
		return leaveInterview{}
	default:
		a.leaving = true
		a.say(a.text.Interview.LeaveAgain)
	}
	return nil
}

// say changes the sentence below the question.
func (a *ask) say(notice string) {
	if a.notice != notice {
		a.notice = notice
		a.lay()
	}
}
