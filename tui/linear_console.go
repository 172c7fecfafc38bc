package tui

import (
	"fmt"
	"strconv"

	"anketa/results"
)

// menu offers what the tabs of the console show, under the same digits, and the
// end of the program. It waits as long as it takes: results are long to listen to.
func (l *Linear) menu() error {
	for {
		t := l.text
		c, _ := l.look()
		l.say("")
		for _, tab := range c.tabs {
			l.say(t.Format("%s. %s", string(tab.digit()), tab.named(&t.Console).Full))
		}
		l.say("9. " + t.Keys.Quit)
		line, err := l.hear(t.Linear.Choice+" (Enter: "+t.Keys.Return+")", forever)
		switch {
		case err != nil:
			return err
		case line == "":
			l.looked = nil
			return nil
		case line == "9":
			return errQuit
		}
		c, ok := l.look()
		if !ok {
			l.say(t.Notice.Unreadable)
			continue
		}
		if err := l.choose(c, line); err != nil {
			return err
		}
	}
}

// choose says the tab of a digit.
func (l *Linear) choose(c *console, digit string) error {
	switch digit {
	case "1":
		l.sayOverview(c)
	case "2":
		return l.sayQuestions(c)
	case "3":
		l.sayPeople(c)
	case "4":
		l.sayBreakdowns(c)
	case "5":
		l.sayComparison(c)
	case "6":
		l.sayTexts(c)
		return l.decideTexts(c)
	case "7":
		return l.concludes()
	case "8":
		return l.sayTraining(c)
	default:
		l.say(l.text.Linear.NoSuch)
	}
	return nil
}

// look reads what may be shown now, and reports whether it could be read.
func (l *Linear) look() (*console, bool) {
	looked := l.sessions
	if l.looked != nil {
		looked = l.looked
	}
	c := &console{live: live{shared: l.shared, closes: true}, duty: duty{changes: true, quits: true, leaves: true, pin: true, files: l.cfg.Report != nil}}
	c.tabs = newTabs(c)
	read, ok := l.do.read(looked)().(releaseMsg)
	held, also := l.do.readHeld()().(heldMsg)
	if !ok || !also || read.err != nil || held.err != nil {
		return c, false
	}
	c.release, c.held = &read.release, held.held
	return c, true
}

// sayOverview says how the collection stands.
func (l *Linear) sayOverview(c *console) {
	l.say("", sentence(c.heading()), sentence(c.answered()))
	l.say(c.share()...)
	l.say(c.standing()...)
	l.say(c.warnings()...)
}

// sayQuestions says the figures of all questions, and those in detail that are asked for.
func (l *Linear) sayQuestions(c *console) error {
	l.say("", sentence(c.heading()), sentence(c.answered()))
	l.say(c.standing()...)
	if c.release.Tally.N() == 0 {
		return nil
	}
	figures := c.asked()
	section := 0
	for i := range figures {
		f := &figures[i]
		if title := sectionOf(c.release.Survey, f.Question); title != nil && f.Question.Section != section {
			l.say("", sentence(title.Title.In(l.lang)))
		}
		section = f.Question.Section
		l.say("", fmt.Sprintf("%d. %s", i+1, f.Question.Text.In(l.lang)))
		l.say(c.spoken(f)...)
	}
	for {
		line, err := l.hear(l.text.Linear.WhichQuestion, forever)
		if err != nil || line == "" {
			return err
		}
		n, err := strconv.Atoi(line)
		if err != nil || n < 1 || n > len(figures) {
			l.say(l.text.Linear.NoSuch)
			continue
		}
		f := &figures[n-1]
		l.say("", fmt.Sprintf("%d. %s", n, f.Question.Text.In(l.lang)))
		depths := c.depths(f, true)
		if len(depths) == 0 {
			l.say(c.spoken(f)...)
			continue
		}
		l.say(list(c.besides(f, c.base(f)...)))
		for _, line := range depths {
			l.say(sentence(line))
		}
	}
}

// sayPeople says who took part.
func (l *Linear) sayPeople(c *console) {
	if c.release.Tally.N() == 0 {
		l.say(c.standing()...)
		return
	}
	figures := c.asked()
	some := false
	for i := range figures {
		if f := &figures[i]; aboutPeople(f.Question) {
			some = true
			l.say("", fmt.Sprintf("%d. %s", i+1, f.Question.Text.In(l.lang)))
			l.say(c.spoken(f)...)
		}
	}
	if !some {
		l.say(l.text.Console.NobodyAsked)
	}
}

// sayComparison says of each question the share in every session.
func (l *Linear) sayComparison(c *console) {
	t := &l.text.Console
	rows, others := c.comparable()
	if len(rows) < 2 {
		l.say(t.OneTraining)
	}
	if others > 0 {
		l.say(l.text.Count(t.OtherSurvey, others))
	}
	multiples := c.multiples(rows)
	if len(multiples) == 0 {
		l.say(t.NoneComparable)
	}
	for _, m := range multiples {
		l.say("", fmt.Sprintf("%d. %s", m.number, m.question.Text.In(l.lang)))
		for i, f := range m.figures {
			if f == nil {
				continue
			}
			b, ok := c.box(f)
			if !ok {
				l.say(sentence(rows[i].label + ": " + t.NotShown))
				continue
			}
			l.say(sentence(rows[i].label + ": " + b.said(&c.live)))
			if f.Shift.Improved+f.Shift.Same+f.Shift.Lower > 0 {
				l.say(sentence(c.sameLower(f)))
			}
		}
		for _, line := range c.chances(&m, rows) {
			l.say(line)
		}
	}
}

// sayBreakdowns says the answers by group.
func (l *Linear) sayBreakdowns(c *console) {
	if why := c.noBreakdowns(); why != "" {
		l.say(why)
		return
	}
	for _, b := range c.release.Breakdowns() {
		l.say("", c.text.Format("%d. ", c.numberOf(b.Question))+b.Question.Text.In(l.lang), sentence(l.text.Format(l.text.Console.By, b.By.Text.In(l.lang))))
		withheld := false
		for i := range b.Groups {
			g := &b.Groups[i]
			l.say(sentence(c.groupLabel(&b, g)))
			if g.Suppressed {
				l.say(sentence(l.text.Console.Suppressed))
				continue
			}
			if g.Withheld > 0 {
				withheld = true
				l.say(sentence(l.text.Format(l.text.Live.Withheld, g.Withheld)))
			}
			l.say(c.spoken(&g.Figures)...)
		}
		if withheld {
			l.say(l.text.Format(l.text.Late.GroupsHeld, c.release.Survey.MinGroup))
		}
	}
}

// sayTexts says what people wrote, where it may be shown.
func (l *Linear) sayTexts(c *console) {
	t := &l.text.Console
	number, asked := 0, false
	for i := range c.release.Survey.Questions {
		q := &c.release.Survey.Questions[i]
		if q.Asks() {
			number++
		}
		if q.TextLimit() == 0 {
			continue
		}
		asked = true
		l.say("", fmt.Sprintf("%d. %s", number, q.Text.In(l.lang)))
		_, released := c.release.Passages(q.ID, results.Facilitator)
		switch texts := c.quotations(q); {
		case len(texts) > 0:
			for _, text := range texts {
				l.say(l.spelt(text))
			}
		case released:
			l.say(sentence(t.NoneWritten))
		default:
			l.say(c.noTexts())
		}
	}
	if !asked {
		l.say(t.NoTexts)
	}
}
