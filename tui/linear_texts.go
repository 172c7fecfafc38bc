package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"anketa/results"
	"anketa/survey"
)

// decideTexts goes through all texts that are released, one by one, once that is
// wanted, and lets the facilitator decide about each.
func (l *Linear) decideTexts(c *console) error {
	var all []results.Passage
	w := writings{c: c}
	for i := range c.release.Survey.Questions {
		passages, _ := c.release.Passages(c.release.Survey.Questions[i].ID, results.Facilitator)
		all = append(all, w.shuffled(passages)...)
	}
	if len(all) == 0 {
		return nil
	}
	l.say("")
	l.choices(l.text.Texts.OneByOne)
	line, err := l.hear(l.text.Linear.Choice+" (Enter: "+l.text.Console.Keys.Back+")", forever)
	if err != nil || line != "1" {
		return err
	}
	for i := range all {
		if more, err := l.decideText(all[i], i+1, len(all)); err != nil || !more {
			return err
		}
	}
	return nil
}

// decideText says a text and what can be done with it until that is done with; more
// is false when the facilitator goes back.
func (l *Linear) decideText(p results.Passage, number, of int) (more bool, err error) {
	t := &l.text.Texts
	for {
		c, ok := l.look()
		if !ok {
			l.say(l.text.Notice.Unreadable)
			return false, nil
		}
		p, ok = c.again(p)
		if !ok {
			return true, nil
		}
		l.sayText(c, &p, number, of)
		l.choices(t.Keys.Approve, t.Keys.Hide, t.TakeBack, t.SetThemes, t.Keys.Mask, l.text.Console.Keys.Back)
		line, err := l.hear(l.text.Linear.Choice+" (Enter: "+t.NextText+")", forever)
		if err != nil || line == "" || line == "6" {
			return line == "", err
		}
		review := c.release.Review(&p)
		switch line {
		case "1":
			review.Verdict = survey.Approved
		case "2":
			review.Verdict = survey.Hidden
		case "3":
			review.Verdict = survey.Unreviewed
		case "4":
			if review.Themes, err = l.hearThemes(c.themes()); err != nil {
				return false, err
			}
		case "5":
			masked, chosen, err := l.hearMasks(c.release.Pieces(&p))
			if err != nil {
				return false, err
			}
			if !chosen {
				continue
			}
			review.Masked = masked
		default:
			l.say(l.text.Linear.NoSuch)
			continue
		}
		l.done(l.do.reviewText(p, review))
	}
}

// again returns a passage as it is now.
func (c *console) again(p results.Passage) (results.Passage, bool) {
	passages, _ := c.release.Passages(p.Question, results.Facilitator)
	for _, now := range passages {
		if now.ID == p.ID && now.Session == p.Session {
			return now, true
		}
	}
	return p, false
}

// sayText says a text with its question and what was decided about it.
func (l *Linear) sayText(c *console, p *results.Passage, number, of int) {
	t := &l.text.Texts
	at, _ := c.release.Survey.Question(p.Question)
	text := strings.ReplaceAll(p.Text, "\n", " ")
	if p.Verdict == survey.Hidden {
		text = t.HiddenText
	}
	l.say("", l.text.Format(t.WhichText, number, of)+" "+c.release.Survey.Questions[at].Text.In(l.lang), sentence(l.spelt(text)))
	if p.Consent {
		l.say(sentence(l.text.Live.Quotable))
	}
	if len(p.Themes) > 0 {
		l.say(sentence(t.Themes + ": " + strings.Join(p.Themes, ", ")))
	}
	l.say(l.text.Format(t.State, c.state(p.Verdict)))
}

// hearThemes asks for themes until there are not too many.
func (l *Linear) hearThemes(known []string) ([]string, error) {
	t := &l.text.Texts
	l.say(t.TagHow)
	if len(known) > 0 {
		l.say(l.text.Format(t.Known, numbered(known)))
	}
	for {
		line, err := l.hear(t.Themes, forever)
		if err != nil {
			return nil, err
		}
		themes := themesIn(line, known)
		if len(themes) <= survey.MaxThemes {
			return themes, nil
		}
		l.say(l.text.Format(t.TooManyThemes, survey.MaxThemes))
	}
}

// done carries a command out and says when it failed.
func (l *Linear) done(cmd tea.Cmd) {
	if stored, ok := cmd().(reviewedMsg); !ok || stored.err != nil {
		l.say(l.text.Console.NotDone)
	}
}
