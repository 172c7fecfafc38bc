package tui

import (
	"strconv"
	"strings"

	"anketa/survey"
)

// take hears an answer to a question and puts it into the interview.
func (l *Linear) take(a *asking) (move, error) {
	switch a.q.Kind {
	case survey.KindNote:
		return l.takeNote()
	case survey.KindText:
		return l.takeText(a)
	case survey.KindBeforeAfter:
		return l.takePair(a)
	}
	line, err := l.hear(l.prompt(a.answer().Given(), !a.q.Required), asks)
	if err != nil {
		return stay, err
	}
	m, is := l.command(a, line)
	switch {
	case line == "":
		// What stands behind "other" is part of the answer.
		return l.takeOther(a)
	case is:
		return m, nil
	}
	switch a.q.Kind {
	case survey.KindNumber:
		return l.takeNumber(a, line)
	case survey.KindMulti:
		return l.takeMarks(a, line)
	}
	return l.takePoint(a, line)
}

// command returns what a line means that is no answer.
func (l *Linear) command(a *asking, line string) (m move, is bool) {
	switch line {
	case "":
		return onward, true
	case signBack:
		return backward, true
	case signRepeat:
		return again, true
	case signTakeBack:
		l.takeBack(a)
		return onward, true
	}
	return stay, false
}

// takeBack takes an answer away.
func (l *Linear) takeBack(a *asking) {
	a.put(survey.Answer{})
	l.say(l.text.Linear.TakenBack)
}

// takeNote waits until a note was heard.
func (l *Linear) takeNote() (move, error) {
	switch line, err := l.hear(l.text.Linear.Go, asks); {
	case err != nil:
		return stay, err
	case line == signBack:
		return backward, nil
	case line == signRepeat:
		return again, nil
	case line == "":
		return onward, nil
	}
	return stay, nil
}

// takePoint takes one point: likert, choice, yes_no and nps.
func (l *Linear) takePoint(a *asking, line string) (move, error) {
	o, ok := find(l.options(a.q), line)
	switch {
	case !ok && a.q.Kind == survey.KindNPS:
		l.say(l.text.Format(l.text.Interview.Range, "0", "10"))
		return stay, nil
	case !ok:
		l.say(l.text.Linear.NoSuch)
		return stay, nil
	}
	answer := survey.Answer{Code: o.code}
	if before := a.answer(); a.q.IsOther(answer) && a.q.IsOther(before) {
		answer.Text = before.Text
	}
	a.put(answer)
	l.say(l.withAnswer(l.text.Linear.Chosen, o.said()))
	return l.takeOther(a)
}

// takeMarks takes several options, or the one outside n alone.
func (l *Linear) takeMarks(a *asking, line string) (move, error) {
	options := l.options(a.q)
	answer, labels := survey.Answer{Code: survey.Answered}, []string{}
	typed := strings.FieldsFunc(line, func(r rune) bool { return r == ' ' || r == ',' || r == ';' })
	if o, ok := find(options, line); ok {
		// A label may be several words.
		typed = []string{o.name}
	}
	for _, name := range typed {
		o, ok := find(options, name)
		switch {
		case !ok, o.code == survey.NotApplicable && len(typed) > 1:
			l.say(l.text.Linear.NoSuch)
			return stay, nil
		case o.code == survey.NotApplicable:
			answer.Code = survey.NotApplicable
		case !answer.Set.Has(o.code):
			answer.Set = answer.Set.Toggle(o.code)
		default:
			// Said twice is meant once.
			continue
		}
		labels = append(labels, o.said())
	}
	if before := a.answer(); a.q.IsOther(answer) && a.q.IsOther(before) {
		answer.Text = before.Text
	}
	if answer.Check(a.q) != nil {
		l.say(newMark(*a).sentence())
		return stay, nil
	}
	a.put(answer)
	l.say(l.withAnswer(l.text.Linear.Chosen, strings.Join(labels, "; ")))
	return l.takeOther(a)
}

// takeOther asks for a few words behind the point "other", which may be left out.
func (l *Linear) takeOther(a *asking) (move, error) {
	if !a.q.IsOther(a.answer()) {
		return onward, nil
	}
	l.say(strings.TrimRight(l.text.Format(l.text.Interview.OtherWords, a.q.Other.In(l.lang)), ":") + ".")
	answer := a.answer()
	line, err := l.hear(l.prompt(answer.Text != "", true), asks)
	if err != nil {
		return stay, err
	}
	switch line {
	case "":
		return onward, nil
	case signBack, signRepeat:
		return again, nil
	case signTakeBack:
		answer.Text = ""
		l.say(l.text.Linear.TakenBack)
		a.put(answer)
		return onward, nil
	}
	answer.Text = line
	l.putText(a, answer)
	return onward, nil
}

// takeNumber takes a whole number, or the point outside n.
func (l *Linear) takeNumber(a *asking, line string) (move, error) {
	answer := survey.Answer{Code: survey.Answered}
	number, err := strconv.Atoi(strings.Replace(line, "−", "-", 1))
	answer.Number = number
	said := strings.TrimSpace(strconv.Itoa(number) + " " + a.q.Unit.In(l.lang))
	if o, ok := find(l.options(a.q), line); ok {
		answer, err, said = survey.Answer{Code: o.code}, nil, o.said()
	}
	if err != nil || answer.Check(a.q) != nil {
		l.say((&count{asking: *a}).sentence())
		return stay, nil
	}
	a.put(answer)
	l.say(l.withAnswer(l.text.Linear.Chosen, said))
	return onward, nil
}

// takePair takes two points: how it was before the training, and how it is now.
func (l *Linear) takePair(a *asking) (move, error) {
	t, options := l.text, l.options(a.q)
	names := [2]string{halfBefore: t.Interview.Before, halfNow: t.Interview.Now}
	codes := [2]survey.Code{halfBefore: a.answer().Before, halfNow: a.answer().Code}
	for half := halfBefore; half <= halfNow; {
		optional := !a.q.Required && codes == [2]survey.Code{}
		line, err := l.hear(names[half]+". "+l.prompt(codes[half] != survey.Missing, optional), asks)
		if err != nil {
			return stay, err
		}
		o, ok := find(options, line)
		switch {
		case line == signBack && half == halfNow:
			half = halfBefore
		case line == signBack:
			return backward, nil
		case line == signRepeat:
			l.present(a)
		case line == signTakeBack:
			l.takeBack(a)
			return onward, nil
		case line == "" && codes == [2]survey.Code{}:
			return onward, nil
		case line == "" && codes[half] == survey.Missing:
			l.say(t.Interview.BothHalves)
		case line == "":
			half++
		case !ok:
			l.say(t.Linear.NoSuch)
		default:
			codes[half] = o.code
			l.say(l.withAnswer(t.Linear.Chosen, o.said()))
			half++
		}
	}
	a.put(survey.Answer{Before: codes[halfBefore], Code: codes[halfNow]})
	return onward, nil
}
