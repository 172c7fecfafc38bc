package tui

import (
	"errors"
	"strconv"

	"anketa/survey"
)

// welcome greets the next participant, or lets the facilitator in. In another
// language than the default it gives up when nobody goes on.
func (l *Linear) welcome() error {
	l.greet()
	for {
		p := forever
		if l.lang != l.cfg.Lang {
			p = quietly
		}
		line, err := l.hear(l.text.Linear.Begin, p)
		if err != nil {
			return err
		}
		n, notNumber := strconv.Atoi(line)
		switch {
		case line == "":
			return l.walk()
		case line == "0":
			return l.facilitate()
		case notNumber == nil && n >= 1 && n <= len(l.survey.Languages):
			l.lang = l.survey.Languages[n-1]
			l.dress()
			l.greet()
		case line == signRepeat:
			l.greet()
		default:
			l.say(l.text.Linear.NoSuch)
		}
	}
}

// greet says what this is and in which other languages it speaks, what is stored
// and what is not, and how to answer. The languages come first: who does not
// understand the first one should not have to wait for the last sentence.
func (l *Linear) greet() {
	t := &l.text.Linear
	l.say("", sentence(l.session))
	if title := l.title(); title != l.session {
		l.say(sentence(title))
	}
	for i, lang := range l.survey.Languages {
		if other := stringsFor(lang); lang != l.lang {
			l.say(other.Format(other.Linear.ChooseLanguage, languageName(lang), i+1))
		}
	}
	if intro := l.survey.Intro.In(l.lang); intro != "" {
		l.say(intro)
	}
	l.say(l.promised()...)
	l.say(t.HowTo, t.Commands, t.ForFacilitator)
}

// sayInterrupted says what became of the response that was on its way when the
// program ended before its time, in all languages.
func (l *Linear) sayInterrupted() error {
	for _, t := range spoken(l.survey.Languages) {
		what := t.Notice.LeftStored
		if l.cfg.Left == LeftLost {
			what = t.Notice.LeftLost
		}
		l.say("", t.Notice.Interrupted, what)
	}
	_, err := l.hear("Enter", forever)
	if err == nil {
		l.cfg.Left = LeftNothing
	}
	return err
}

// resume offers to go on with the open session, or leads to its end by the PIN.
func (l *Linear) resume() error {
	t := l.text
	l.say("", sentence(t.Setup.Resume), t.Format(t.Setup.ResumeHint, l.session))
	l.choices(t.Keys.GoOn, t.Keys.NewSession+" ("+t.Setup.EnterPIN+")", t.Keys.Quit)
	for {
		switch line, err := l.hear(t.Linear.Choice, forever); {
		case err != nil:
			return err
		case line == "1", line == "":
			l.cfg.Start = StartWelcome
			return nil
		case line == "2":
			return l.facilitate()
		case line == "3":
			return errQuit
		default:
			l.say(t.Linear.NoSuch)
		}
	}
}

// setUp asks line by line for a new session and stores it.
func (l *Linear) setUp() error {
	l.used = true
	u := &setup{shared: l.shared, preset: l.cfg.Preset}
	u.entries = u.lines()
	l.say("", sentence(l.text.Setup.Title), l.text.Linear.SetupHow)
	if warning := l.cfg.Ground.said(l.text); warning != "" {
		l.say(warning)
	}
	for at := 0; at < len(u.entries); {
		switch back, err := l.fill(&u.entries[at]); {
		case err != nil:
			return err
		case !back:
			at++
		case at == 0:
			return errQuit
		default:
			at--
		}
		if at == len(u.entries) {
			l.say(l.text.Interview.Saving)
			if l.create(u.preset) {
				return nil
			}
			l.say(l.text.Setup.FormError)
			at--
		}
	}
	return nil
}

// fill asks for one line of the form until it holds, and reports whether it leads
// back to the line before instead.
func (l *Linear) fill(e *entry) (back bool, err error) {
	name := e.label
	if e.value != "" && !e.secret {
		name = l.text.Format(l.text.Linear.LineWith, e.label, e.value)
	}
	l.tty.hide(e.secret)
	defer l.tty.hide(false)
	if e.hint != "" {
		l.say(sentence(e.hint))
	}
	for {
		value, err := l.hearLine(name, e.secret)
		switch {
		case err != nil:
			return false, err
		case value == signBack:
			return true, nil
		case value == "":
			value = e.value
		}
		value = survey.CleanLine(value, e.limit)
		if e.check != nil {
			if wrong := e.check(value); wrong != "" {
				l.say(wrong)
				continue
			}
		}
		e.put(value)
		e.value = value
		return false, nil
	}
}

// hearLine asks the facilitator for a line, which may be a secret.
func (l *Linear) hearLine(name string, secret bool) (string, error) {
	if !secret {
		return l.hear(name, forever)
	}
	return l.hearSecret(name, forever)
}

// hearSecret prompts for a line while what is typed is hidden.
func (l *Linear) hearSecret(name string, p patience) (string, error) {
	l.say(l.text.Linear.Hidden)
	line, err := l.hear(name, p)
	if !errors.Is(err, errEnd) {
		// The end of the line was not shown either.
		l.say("")
	}
	return line, err
}

// create stores the session of the form and opens the kiosk for it.
func (l *Linear) create(preset Preset) bool {
	session := preset.Session()
	session.ID = l.cfg.NewID()
	stored, ok := l.do.create(session, l.cfg.NewSurvey, preset.PIN)().(sessionMsg)
	if !ok || stored.err != nil {
		return false
	}
	l.sessions = []survey.Session{stored.session}
	l.cfg.Start, l.cfg.Preset = StartWelcome, Preset{}
	return true
}
