package tui

import (
	"errors"
	"strconv"
)

// review says all answers before they are sent, and reports whether they are to
// be sent. A number leads to a question, and its answer back here.
func (l *Linear) review() (sends bool, err error) {
	asked := l.recall()
	if err := l.settle(); err != nil {
		return false, err
	}
	for {
		line, err := l.hear(l.text.Linear.EnterOrNumber, asks)
		if err != nil {
			return false, err
		}
		n, notNumber := strconv.Atoi(line)
		switch {
		case line == "" && l.unanswered(asked) == 0:
			return true, nil
		case line == "":
			// What is missing was just named.
		case line == signBack:
			l.interview.Back()
			return false, nil
		case line == signRepeat:
			return false, nil
		case notNumber == nil && n >= 1 && n <= len(asked):
			l.section = 0
			l.interview.Jump(asked[n-1])
			return false, nil
		default:
			l.say(l.text.Linear.NoSuchLine)
		}
	}
}

// recall says the answers by their numbers and returns the positions of the
// questions that can be changed. Answers to questions that are not asked any more
// have no number: they are said because they are dropped.
func (l *Linear) recall() (asked []int) {
	t := l.text.Interview
	l.say("", sentence(t.Review))
	for i := range l.survey.Questions {
		q, answer := &l.survey.Questions[i], l.interview.Answer(i)
		said := t.NoAnswer
		if answer.Given() {
			said = l.said(q, answer)
		}
		said = l.withAnswer("%s.", said)
		switch {
		case !q.Asks():
		case l.interview.Asked(i):
			asked = append(asked, i)
			l.say(strconv.Itoa(len(asked)) + ". " + sentence(q.Text.In(l.lang)) + " " + said)
		case answer.Given():
			l.say(sentence(q.Text.In(l.lang)) + " " + said + " " + t.NotSent)
		}
	}
	if l.unanswered(asked) == 0 {
		l.say(l.text.Linear.ReviewHow)
	}
	return asked
}

// unanswered names the questions that still need an answer and returns how many
// there are.
func (l *Linear) unanswered(asked []int) int {
	missing := l.interview.Unanswered()
	if len(missing) == 0 {
		return 0
	}
	l.say(l.text.Count(l.text.Interview.Unanswered, len(missing)))
	for _, i := range missing {
		for n := range asked {
			if asked[n] == i {
				l.say(strconv.Itoa(n+1) + ". " + l.survey.Questions[i].Text.In(l.lang))
			}
		}
	}
	return len(missing)
}

// send stores the interview's response and thanks the participant once it is
// durable. Until then it is kept, however often that takes. The id is drawn once,
// so that trying again after a failure stores nothing twice.
func (l *Linear) send() error {
	r, ok := l.interview.Finish(l.cfg.NewID())
	if !ok {
		return nil
	}
	l.response = r
	l.say(l.text.Interview.Saving)
	n := l.text.Notice
	err := l.untilInOrder(l.store, n.OutOfService, n.KeepAnswers)
	if err != nil {
		return err
	}
	return l.thank()
}

// store stores the response and reports whether it is durable.
func (l *Linear) store() bool {
	saved, ok := l.do.save(l.sessions[0].ID, l.response, l.began)().(savedMsg)
	return ok && saved.err == nil
}

// thank takes the answers off the screen and thanks. The words stay for the next
// person to find above the welcome; they give nobody away.
func (l *Linear) thank() error {
	l.sent = l.now()
	l.forget()
	l.wipe()
	t := l.text.Interview
	l.say(t.ThankYou, t.Saved, t.NextPerson)
	if err := l.settle(); err != nil {
		return err
	}
	_, err := l.listen(l.survey.Kiosk.Thanks)
	if errors.Is(err, errGone) || errors.Is(err, errUnheard) {
		return nil
	}
	return err
}
