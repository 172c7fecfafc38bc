package tui

import (
	tea "charm.land/bubbletea/v2"

	"anketa/survey"
)

// ask shows one question of the interview after the other. It moves through
// the interview by itself; the root hears of it only at the ends. How the answer
// is taken is the business of an asker, of which there is one for each way.
type ask struct {
	*shared
	interview *survey.Interview

	asker asker
	// confirming is true while what was chosen is shown before what comes next:
	// another step of the same question, or the next question.
	confirming bool
	coming     asker
	// notice is one calm sentence below the question, such as "please answer".
	notice string
	// leaving is true after the first key that would drop the interview.
	leaving bool
	// turns counts how often something else came to stand on the screen.
	turns int

	// The parts that stay the same while the choice moves.
	top, question string
	// foots are the feet of the screen for what Enter can do.
	foots [effects]string
}

func newAsk(s *shared, iv *survey.Interview) *ask {
	a := &ask{shared: s, interview: iv}
	a.load()
	return a
}

// load takes up the interview's current question.
func (a *ask) load() { a.turnTo(newAsker(a.shared, a.interview)) }

// turnTo asks in another way, or something else.
func (a *ask) turnTo(next asker) {
	a.timers.stop(timerConfirm)
	before := a.asker
	a.asker, a.coming = next, nil
	a.confirming, a.leaving, a.notice = false, false, ""
	a.lay()
	if !sameRows(before, next) {
		a.turns++
	}
}

// settle ends the moment in which what was chosen is shown.
func (a *ask) settle() action {
	switch {
	case !a.confirming:
		return nil
	case a.coming != nil:
		a.turnTo(a.coming)
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
	case tea.PasteMsg:
		return a.follow(a.asker.update(msg), "")
	case tea.KeyPressMsg:
		return a.follow(a.asker.update(msg), msg.String())
	case scrollMsg:
		a.asker.update(msg)
	case clickMsg:
		return a.click(msg)
	}
	return nil, nil
}

// follow does what a key or a paste led to.
func (a *ask) follow(t turn, name string) (action, tea.Cmd) {
	if t.move == backward {
		return a.back(name), nil
	}
	a.leaving = false
	switch {
	case t.move == confirm:
		a.say("")
		a.confirming, a.coming = true, t.step
		return nil, a.timers.start(timerConfirm, a.survey.Kiosk.Confirm)
	case t.move == again:
		a.load()
		a.say(t.say)
	case t.step != nil:
		a.turnTo(t.step)
		a.say(t.say)
	case t.move == onward:
		return a.next(), nil
	default:
		a.say(t.say)
	}
	if t.then != nil {
		return a.follow(a.asker.update(t.then), name)
	}
	return nil, nil
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
func (a *ask) back(name string) action {
	switch {
	case a.interview.Back():
		a.load()
	case a.interview.Given() == 0 || a.leaving:
		return leaveInterview{}
	default:
		a.leaving = true
		a.turns++
		a.say(a.text.Format(a.text.Interview.LeaveAgain, keyName(name)))
	}
	return nil
}

// keyName returns how a key that leads back is written on the screen.
func keyName(name string) string {
	switch name {
	case "left":
		return "←"
	case "esc":
		return "Esc"
	}
	return "Backspace"
}

// say changes the sentence below the question.
func (a *ask) say(notice string) {
	if a.notice != notice {
		a.notice = notice
		a.turns++
		a.lay()
	}
}
