package tui

import (
	"strconv"
	"strings"

	"anketa/survey"
	"anketa/tui/likert"
)

// The signs that stand for something else than an answer.
const (
	signBack     = "<"
	signRepeat   = "?"
	signTakeBack = "-"
)

// walk leads one participant through an interview until the answers are stored.
func (l *Linear) walk() error {
	l.used = true
	l.interview, l.section, l.began = survey.NewInterview(l.survey), 0, l.turnBegan(l.sent)
	for {
		if l.interview.AtReview() {
			sends, err := l.review()
			if err != nil {
				return err
			}
			if sends {
				return l.send()
			}
		} else if err := l.question(); err != nil {
			return err
		}
	}
}

// question asks the interview's current question until the interview moves.
func (l *Linear) question() error {
	a := newAsking(l.shared, l.interview)
	l.present(&a)
	for {
		m, err := l.take(&a)
		if err != nil {
			return err
		}
		switch m {
		case backward:
			return l.back()
		case again:
			l.section = 0
			l.present(&a)
		case onward:
			if l.interview.Next() {
				return nil
			}
			l.say(l.text.Interview.Required)
		}
	}
}

// back goes to the question before. In front of the first one it leaves the
// interview; when answers would be lost, only when it is said once more.
func (l *Linear) back() error {
	if l.interview.Back() {
		return nil
	}
	if l.interview.Given() == 0 {
		return errLeft
	}
	line, err := l.hear(l.text.Linear.LeaveAgain, asks)
	if err == nil && line == signBack {
		return errLeft
	}
	return err
}

// present says the question: its section where a new one begins, where in the
// interview it stands, its text, and what can be answered.
func (l *Linear) present(a *asking) {
	t := l.text
	l.say("")
	if section := l.survey.SectionOf(l.interview.Index()); section != nil && a.q.Section != l.section {
		l.say(sentence(section.Title.In(l.lang)))
	}
	l.section = a.q.Section
	if a.q.Asks() {
		n, of := l.interview.Progress()
		l.say(sentence(t.Format(t.Interview.Question, n, of)))
	}
	l.say(a.q.Text.In(l.lang))
	if hint := a.q.Hint.In(l.lang); hint != "" {
		l.say(hint)
	}
	l.offer(a)
	if answer := a.answer(); answer.Given() {
		l.say(l.withAnswer(t.Linear.SoFar, a.said(a.q, answer)))
	}
}

// offer says what can be answered.
func (l *Linear) offer(a *asking) {
	t := l.text
	switch a.q.Kind {
	case survey.KindText:
		if !a.q.OneLine {
			l.say(t.Linear.LinesHow)
		}
	case survey.KindNumber:
		l.say((&count{asking: *a}).sentence())
		if unit := a.q.Unit.In(l.lang); unit != "" {
			l.say(t.Format(t.Linear.Unit, unit))
		}
	case survey.KindNPS:
		l.say(t.Format(t.Interview.Range, "0", "10"))
	case survey.KindMulti:
		l.say(newMark(*a).sentence(), t.Linear.MarksHow)
	}
	for _, o := range l.options(a.q) {
		if o.label != "" {
			l.say(o.name + ". " + o.label)
		}
	}
}

// option is one answer as it is typed and said.
type option struct {
	name, label string
	code        survey.Code
}

// options returns what can be chosen: by its number, and what stands outside n by
// the key that it has on the screen. Of the numbers from 0 to 10 only the ends
// have a label.
func (l *Linear) options(q *survey.Question) []option {
	if q.Kind == survey.KindNumber {
		if !q.HasNotApplicable() {
			return nil
		}
		return []option{{name: "n", label: q.NotApplicable.In(l.lang), code: survey.NotApplicable}}
	}
	var all []option
	for i, p := range likert.New(q, l.lang).Points() {
		o := option{name: p.Key, label: p.Label, code: p.Code}
		if q.Kind != survey.KindNPS && p.Code != survey.NotApplicable {
			// On the screen letters follow the digits; a number is easier to hear.
			o.name = strconv.Itoa(i + 1)
		}
		all = append(all, o)
	}
	return all
}

// find returns the option that was typed: its name, or its label in full.
func find(options []option, typed string) (option, bool) {
	typed = strings.TrimRight(typed, ".)")
	for _, o := range options {
		if strings.EqualFold(o.name, typed) || o.name == "n" && strings.EqualFold(typed, "н") {
			return o, true
		}
	}
	for _, o := range options {
		if o.label != "" && strings.EqualFold(strings.TrimRight(o.label, "."), typed) {
			return o, true
		}
	}
	return option{}, false
}

// said is how an option is read back: "4, u potpunosti".
func (o option) said() string {
	if o.label == "" {
		return o.name
	}
	return o.name + ", " + o.label
}

// withAnswer fills an answer into a sentence.
func (l *Linear) withAnswer(format, answer string) string {
	return l.text.Format(format, strings.TrimRight(strings.ReplaceAll(answer, "\n", " "), "."))
}

// prompt returns what stands before an answer: whether Enter alone skips, keeps
// what is there, or neither.
func (l *Linear) prompt(there, optional bool) string {
	switch {
	case there:
		return l.text.Linear.AnswerOrKeep
	case optional:
		return l.text.Linear.AnswerOrSkip
	}
	return l.text.Linear.Answer
}
