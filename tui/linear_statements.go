package tui

import (
	"maps"
	"strconv"
	"strings"

	"anketa/results"
	"anketa/survey"
)

// concludes says the conclusions and recommendations and takes new ones.
func (l *Linear) concludes() error {
	t := &l.text.Texts
	for {
		c, ok := l.look()
		if !ok {
			l.say(l.text.Notice.Unreadable)
			return nil
		}
		statements, released := c.release.Statements()
		choices := []string{t.Keys.Conclude, t.Keys.Recommend}
		if released {
			l.sayStatements(&c.live, statements)
			if len(statements) > 0 {
				choices = append(choices, t.ChangeOne)
			}
		} else {
			choices = nil
			l.say("", c.noStatements())
		}
		if c.files() {
			choices = append(choices, l.text.Report.Key)
		}
		if len(choices) == 0 {
			return nil
		}
		l.choices(choices...)
		line, err := l.hear(l.text.Linear.Choice+" (Enter: "+l.text.Keys.Return+")", forever)
		if err != nil || line == "" {
			return err
		}
		s := survey.Statement{ID: l.cfg.NewID(), Kind: survey.Conclusion}
		switch {
		case c.files() && line == strconv.Itoa(len(choices)):
			l.fileReport(c)
			continue
		case len(statements) > 0 && line == "3":
			if err := l.changeOne(c, statements); err != nil {
				return err
			}
			continue
		case released && line == "2":
			s.Kind = survey.Recommendation
		case !released || line != "1":
			l.say(l.text.Linear.NoSuch)
			continue
		}
		if len(statements) >= survey.MaxStatements {
			l.say(l.text.Format(t.TooManyStatements, survey.MaxStatements))
			continue
		}
		if written, err := l.hearStatement(&c.live, &s); err != nil {
			return err
		} else if written {
			l.done(l.do.putStatement(c.release.Parts[0].Session.ID, s))
		}
	}
}

// sayStatements says the statements under their headings.
func (l *Linear) sayStatements(v *live, statements []results.Statement) {
	t := &l.text.Texts
	var last survey.StatementKind
	for i := range statements {
		s := &statements[i]
		if s.Kind != last {
			last = s.Kind
			l.say("", sentence(t.heading(s.Kind)))
		}
		l.say(sentence(strings.ReplaceAll(s.In(l.lang), "\n", " ")))
		if rests := v.rests(&s.Statement); rests != "" {
			l.say(sentence(rests))
		}
	}
	l.say("")
}

// changeOne asks for one of the statements, and changes or deletes it.
func (l *Linear) changeOne(c *console, statements []results.Statement) error {
	t := &l.text.Texts
	one, err := l.chooseStatement(statements)
	if err != nil || one == nil {
		return err
	}
	session, s := one.Session, one.Statement
	l.choices(t.Keys.Edit, t.Keys.Withdraw)
	for {
		line, err := l.hear(l.text.Linear.Choice+" (Enter: "+l.text.Console.Keys.Back+")", forever)
		switch {
		case err != nil || line == "":
			return err
		case line == "1":
			written, err := l.hearStatement(&c.live, &s)
			if err == nil && written {
				l.done(l.do.putStatement(session, s))
			}
			return err
		case line == "2":
			again, err := l.hear(t.DeleteAgain, forever)
			if err == nil && again == "2" {
				l.done(l.do.putStatement(session, survey.Statement{ID: s.ID, Kind: s.Kind}))
			}
			return err
		}
		l.say(l.text.Linear.NoSuch)
	}
}

// chooseStatement says the statements with their numbers and asks for one; it returns
// nil when none was chosen.
func (l *Linear) chooseStatement(statements []results.Statement) (*results.Statement, error) {
	for i := range statements {
		l.say(l.text.Format("%d. %s", i+1, sentence(strings.ReplaceAll(statements[i].In(l.lang), "\n", " "))))
	}
	for {
		line, err := l.hear(l.text.Linear.Choice+" (Enter: "+l.text.Console.Keys.Back+")", forever)
		if err != nil || line == "" {
			return nil, err
		}
		if n, err := strconv.Atoi(line); err == nil && n >= 1 && n <= len(statements) {
			return &statements[n-1], nil
		}
		l.say(l.text.Linear.NoSuch)
	}
}

// hearStatement asks for a statement in the language of the interface and for what it
// rests on, until it can be. Of a new one an empty text gives up; of one that is there
// an empty line keeps what stands in its place, and a hyphen takes it away.
func (l *Linear) hearStatement(v *live, s *survey.Statement) (written bool, err error) {
	t := &l.text.Texts
	label, fresh := t.Conclusion, len(s.Text) == 0
	if s.Kind == survey.Recommendation {
		label = t.Recommendation
	}
	if fresh {
		l.say(l.text.Linear.EmptyCancels)
	} else {
		l.say(t.KeepHow)
	}
	for {
		text, err := l.hear(label, forever)
		if err != nil || text == "" && fresh {
			return false, err
		}
		l.say(t.Tied)
		figures, err := l.hear(t.Figures, forever)
		if err != nil {
			return false, err
		}
		themes, err := l.hear(t.Themes, forever)
		if err != nil {
			return false, err
		}
		next, wrong := l.rewritten(v, s, text, figures, themes)
		if wrong == "" {
			*s = next
			return true, nil
		}
		l.say(wrong)
	}
}

// rewritten returns a statement with what was typed in place of what stands in it, and
// what is wrong with it, or "".
func (l *Linear) rewritten(v *live, s *survey.Statement, text, figures, themes string) (next survey.Statement, wrong string) {
	next = *s
	if text != "" {
		next.Text = maps.Clone(s.Text)
		if next.Text == nil {
			next.Text = survey.Text{}
		}
		// The other script is derived from this one again.
		switch l.lang {
		case survey.SerbianLatin:
			delete(next.Text, survey.SerbianCyrillic)
		case survey.SerbianCyrillic:
			delete(next.Text, survey.SerbianLatin)
		}
		next.Text[l.lang] = text
	}
	switch figures {
	case "":
	case signTakeBack:
		next.Questions = nil
	default:
		if next.Questions, wrong = v.askedIn(figures); wrong != "" {
			return next, wrong
		}
	}
	switch themes {
	case "":
	case signTakeBack:
		next.Themes = nil
	default:
		next.Themes = themesIn(themes, nil)
	}
	next.Clean()
	return next, v.objection(next)
}
