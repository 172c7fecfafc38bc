package tui

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"anketa/survey"
)

// asker takes the answer to the interview's current question, or to what is
// asked behind it. It puts answers into the interview and leaves moving on, and
// all that stands around it, to the screen.
type asker interface {
	// place says how much there is for heading and answer together.
	place(width, height int)
	// heading returns what stands above the answer.
	heading() heading
	// fit says how the answer would stand in a place below a heading.
	fit(width, height int) fit
	// lay draws the parts that stay the same, for a place below the heading.
	lay(width, height int)
	// update handles a key or a paste.
	update(msg tea.Msg) turn
	// enters says what Enter would do now.
	enters() effect
	// help returns the keys that work where Enter has an effect.
	help(enter effect) []key.Binding
	// view draws the answer.
	view() string
	// targets returns what can be clicked in the view, from its upper left corner.
	targets() []target
}

// heading is what stands above an answer; every part may be "".
type heading struct {
	// section is the title of the section, text the question, hint explains it.
	section, text, hint string
	// half says what of the question is asked: it is never left out.
	half string
	// read is true for a text that is no question.
	read bool
}

// turn is what a key led to.
type turn struct {
	move move
	// step is what asks next, instead of the next question.
	step asker
	// say is a calm sentence, or "".
	say string
	// then is a click that is meant for what asks next, or nil.
	then tea.Msg
}

// effect is what Enter does.
type effect int

const (
	// skips goes on without an answer, where the question may have none.
	skips effect = iota
	// takes chooses the point that has the focus, or goes on with what is there.
	takes
	// toggles marks the option that has the focus.
	toggles
	effects
)

// takesIf returns whether Enter takes or skips.
func takesIf(there bool) effect {
	if there {
		return takes
	}
	return skips
}

// move is a direction in the interview.
type move int

const (
	// stay keeps asking.
	stay move = iota
	// confirm shows the answer for a moment and goes on then.
	confirm
	// onward goes on at once.
	onward
	// backward goes to the question before.
	backward
	// again asks the interview's current question from its beginning.
	again
)

// newAsker returns what asks the interview's current question.
func newAsker(s *shared, iv *survey.Interview) asker {
	a := newAsking(s, iv)
	switch a.q.Kind {
	case survey.KindMulti:
		return newMark(a)
	case survey.KindBeforeAfter:
		return newPair(a)
	case survey.KindText:
		return newWrite(a)
	case survey.KindNumber:
		return newCount(a)
	case survey.KindNote:
		return newRead(a)
	}
	if rows := askedRows(iv); len(rows) > 1 {
		return newMatrix(a, rows)
	}
	return newPick(a)
}

// asking is what all askers know, and how most of them behave.
type asking struct {
	*shared
	interview *survey.Interview
	q         *survey.Question
}

func newAsking(s *shared, iv *survey.Interview) asking {
	return asking{shared: s, interview: iv, q: iv.Question()}
}

// answer returns what the question was answered with so far.
func (a *asking) answer() survey.Answer { return a.interview.Answer(a.interview.Index()) }

// put answers the question. Askers offer only what fits it.
func (a *asking) put(answer survey.Answer) { _ = a.interview.Put(answer) }

// place implements asker: most stand the same way in any place.
func (a *asking) place(int, int) {}

// targets implements asker: where people write there is nothing to click.
func (a *asking) targets() []target { return nil }

// heading implements asker with the question and the title of its section.
func (a *asking) heading() heading {
	h := heading{text: a.q.Text.In(a.lang), hint: a.q.Hint.In(a.lang)}
	if section := a.survey.SectionOf(a.interview.Index()); section != nil {
		h.section = section.Title.In(a.lang)
	}
	return h
}

// chooses returns Enter with what it does among points: it chooses what has the
// focus or skips what is optional, and is not named where it does neither.
func (a *asking) chooses(effect effect, optional bool) key.Binding {
	enter := a.keys.Next
	switch {
	case effect == takes:
		enter.SetHelp("Enter", a.text.Keys.Choose)
	case optional:
		enter.SetHelp("Enter", a.text.Keys.Skip)
	default:
		enter.SetEnabled(false)
	}
	return enter
}

// goesOn returns Enter with what it does where people write or mark.
func (a *asking) goesOn(effect effect, optional bool) key.Binding {
	enter := a.keys.Next
	switch {
	case effect == toggles:
		enter.SetHelp("Enter", a.text.Keys.Mark)
	case effect == skips && optional:
		enter.SetHelp("Enter", a.text.Keys.Skip)
	}
	return enter
}

// pointKeys says that the keys of points do something: "1–5, 0", or "1 / 2".
func pointKeys(first, last, aside, does string) key.Binding {
	help := first
	switch {
	case last == "" || last == first:
	case first == "1" && last == "2" && aside == "":
		help = first + " / " + last
	default:
		help = first + "–" + last
	}
	if aside != "" {
		help += ", " + aside
	}
	return key.NewBinding(key.WithKeys("1"), key.WithHelp(help, does))
}

// moveKeys says that arrows move.
func (a *asking) moveKeys(arrows string) key.Binding {
	return key.NewBinding(key.WithKeys("down"), key.WithHelp(arrows, a.text.Keys.Move))
}
