package tui

import (
	"slices"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"anketa/survey"
)

// paper takes filled forms from paper, one after the other, by the numbers beside the
// boxes. It walks as an interview does, with two differences: no question holds, because
// what was left blank on paper stays blank, and notes are passed over. With twice each
// form is typed twice, and differences must be settled.
type paper struct {
	*shared
	// sheet is which form of this sitting it is, from 1.
	sheet int
	twice bool

	interview *survey.Interview
	// first and second are what was typed the first and the second time; compared is
	// true once what differed was settled.
	first, second []survey.Answer
	compared      bool
	// settled are the questions that differed, in order, up to the one that is shown.
	settled []int

	phase phase
	step  step
	// typed are the signs that nothing has ended yet; marked and before are what was
	// chosen so far of several and of the two halves.
	typed  string
	marked survey.Answer
	before survey.Code
	field  textField
	// notice is a calm sentence; doubted is true while Enter once more leaves an
	// answer out that does not count; leaving while it is asked whether to discard.
	notice           string
	doubted, leaving bool
	// ahead are the keys that were typed while the form was stored: they are those of
	// the next one.
	ahead []tea.KeyPressMsg
	frame string
}

// mostAhead is more than anybody types while a form is stored.
const mostAhead = 64

// phase is what is done with a form.
type phase int

const (
	// typing goes through the questions, settling through those that differ.
	typing phase = iota
	settling
	// checking shows the whole form, storing waits for it to be durable.
	checking
	storing
)

// step is what of a question is typed.
type step int

const (
	// stepPoint takes numbers: those of points, or a number itself.
	stepPoint step = iota
	// stepNow takes the second half of before and now.
	stepNow
	// stepText takes a text, stepWords that behind "other", stepQuote the consent.
	stepText
	stepWords
	stepQuote
)

func newPaper(s *shared, sheet int, twice bool) *paper {
	e := &paper{shared: s, sheet: sheet, twice: twice}
	e.start()
	e.lay()
	return e
}

// start begins a form, or begins it once more.
func (e *paper) start() {
	e.interview, e.phase = survey.NewInterview(e.survey.OnPaper()), typing
	e.arrive(true)
}

func (e *paper) view() string { return e.frame }

func (e *paper) update(msg tea.Msg) (action, tea.Cmd) {
	var next action
	if press, ok := msg.(tea.KeyPressMsg); ok {
		next = e.press(press)
	} else if _, ok := msg.(tea.PasteMsg); ok && e.writes() && !e.leaving {
		e.field.update(msg, e.keys)
	}
	e.lay()
	return next, nil
}

// writes reports whether a text is typed.
func (e *paper) writes() bool {
	return e.phase == typing && (e.step == stepText || e.step == stepWords)
}

// press handles a key.
func (e *paper) press(press tea.KeyPressMsg) action {
	k := e.keys.Entry
	switch {
	case e.phase == storing:
		if len(e.ahead) < mostAhead {
			e.ahead = append(e.ahead, press)
		}
		return nil
	case e.leaving:
		return e.left(press)
	case key.Matches(press, k.Leave):
		if e.untouched() {
			return quitProgram{}
		}
		e.leaving = true
		return nil
	}
	switch e.phase {
	case settling:
		e.settle(press)
		return nil
	case checking:
		return e.check(press)
	}
	e.typeIn(press)
	return nil
}

// untouched reports whether nothing of a form was typed.
func (e *paper) untouched() bool {
	return e.phase == typing && e.first == nil && e.interview.Given() == 0 && e.typed == "" && e.marked == (survey.Answer{}) && e.before == survey.Missing &&
		(!e.writes() || e.field.empty())
}

// left discards the form when it is meant so.
func (e *paper) left(press tea.KeyPressMsg) action {
	switch {
	case key.Matches(press, e.keys.Yes):
		e.forget()
		e.start()
		e.leaving = false
	case key.Matches(press, e.keys.No), key.Matches(press, e.keys.Entry.Leave):
		e.leaving = false
	}
	return nil
}

// forget overwrites what was typed.
func (e *paper) forget() {
	e.interview.Forget()
	clear(e.first)
	clear(e.second)
	e.first, e.second, e.settled, e.compared = nil, nil, nil, false
}

// check stores the form, passes over one without any answer, or goes back into it.
func (e *paper) check(press tea.KeyPressMsg) action {
	switch {
	case key.Matches(press, e.keys.Entry.Back):
		e.phase = typing
		e.back()
	case !key.Matches(press, e.keys.Entry.Store):
	case e.interview.Given() == 0:
		e.forget()
		e.start()
	default:
		e.phase = storing
		return enterForm{form: e.interview}
	}
	return nil
}

// typedWhole goes on behind the last question: to the second time, to what differs, or
// to the check.
func (e *paper) typedWhole() {
	switch {
	case !e.twice || e.compared || e.first == nil && e.interview.Given() == 0:
		e.phase = checking
	case e.first == nil:
		e.first = e.answers()
		e.interview.Forget()
		e.start()
		e.notice = e.text.Entry.Twice
	default:
		e.second = e.answers()
		e.interview.Forget()
		e.interview, e.compared, e.phase = survey.NewInterview(e.survey.OnPaper()), true, settling
		e.compare()
	}
}

// answers returns what was typed; what is not asked after all is as if it were blank.
func (e *paper) answers() []survey.Answer {
	all := make([]survey.Answer, len(e.survey.Questions))
	for i := range all {
		if e.interview.Asked(i) {
			all[i] = e.interview.Answer(i)
		}
	}
	return all
}

// compare goes on to the next question that was answered in two ways. What was answered
// in one is taken over.
func (e *paper) compare() {
	for !e.interview.AtReview() {
		at := e.interview.Index()
		if e.first[at] != e.second[at] {
			e.settled = append(e.settled, at)
			return
		}
		e.take(e.first[at])
	}
	e.phase = checking
}

// take answers the question that is compared and goes on.
func (e *paper) take(a survey.Answer) {
	// Both were taken by the same question before.
	_ = e.interview.Put(a)
	e.interview.Next()
}

// settle takes what was typed the first or the second time, or goes back to what was
// settled before.
func (e *paper) settle(press tea.KeyPressMsg) {
	at, k := e.interview.Index(), e.keys.Entry
	switch {
	case key.Matches(press, k.First):
		e.take(e.first[at])
		e.compare()
	case key.Matches(press, k.Second):
		e.take(e.second[at])
		e.compare()
	case key.Matches(press, k.Back) && len(e.settled) > 1:
		e.settled = slices.Delete(e.settled, len(e.settled)-1, len(e.settled))
		for e.interview.Index() > e.settled[len(e.settled)-1] && e.interview.Back() {
		}
	}
}
