package report

import (
	"fmt"
	"strings"

	"anketa/survey"
)

// paperWords are what a blank form says by itself, in one language.
type paperWords struct {
	*words
	// overline stands above the title; training, venue and date before what is filled in.
	overline, training, venue, on string
	// how says how to fill the form in, promises what is promised with it. groups takes
	// the smallest group, live and texts are said where they hold.
	howTitle, how                           string
	promiseTitle, anonymous, typist, stored string
	groups, live, texts, linkedTexts        string
	// before and now stand before the halves of one question, quote asks whether a text
	// may be quoted.
	before, now, quote string
	// several, atMost and between say how many options may be chosen, from and to
	// bound a number.
	several, exactly, atLeast, atMost, between, bounds string
	// only stands before a condition; the others say it, with the number of the
	// question first, and are followed by how they are denied.
	only, and, or string
	answered      [2]string
	chosen        [2]string
	atLeastPoint  [2]string
	// keys says what the numbers beside the boxes are for, page takes which of how many.
	keys, page string
}

// paperWordsFor returns the words that fit best to a language.
func paperWordsFor(lang survey.Lang) *paperWords {
	switch lang {
	case survey.SerbianCyrillic:
		return serbianPaper(lang, func(s string) string { return s })
	case survey.English:
		return englishPaper()
	}
	return serbianPaper(survey.SerbianLatin, survey.Latin)
}

// promises returns what the form promises, as far as it holds for a survey. What the
// welcome screen promises holds here as well; beyond it the form says who sees it.
func (w *paperWords) promises(s *survey.Survey) []string {
	promises := []string{w.anonymous, w.typist, w.stored}
	if s.Release == survey.ReleaseLive {
		promises = append(promises, w.live)
	} else {
		promises = append(promises, w.format(w.groups, s.MinGroup))
	}
	for i := range s.Questions {
		if s.Questions[i].TextLimit() > 0 {
			if s.LinkTexts {
				promises = append(promises, w.linkedTexts)
			} else {
				promises = append(promises, w.texts)
			}
			break
		}
	}
	return promises
}

// condition says when a question is to be answered, with the numbers that questions
// have on the form. Nothing but single tests is denied: not both is either not.
func (p *Paper) condition(c *survey.Condition, denied, inner bool) string {
	parts, word := c.All, p.words.and
	switch {
	case c.Not != nil:
		return p.condition(c.Not, !denied, inner)
	case c.All == nil && c.Any == nil:
		return p.test(c, denied)
	case c.Any != nil:
		parts, word = c.Any, p.words.or
	}
	if denied && word == p.words.and {
		word = p.words.or
	} else if denied {
		word = p.words.and
	}
	said := make([]string, len(parts))
	for i := range parts {
		said[i] = p.condition(&parts[i], denied, len(parts) > 1)
	}
	text := strings.Join(said, " "+word+" ")
	if inner && len(parts) > 1 {
		return "(" + text + ")"
	}
	return text
}

// test says a condition that looks at one answer.
func (p *Paper) test(c *survey.Condition, denied bool) string {
	at, ok := p.Survey.Question(c.Question)
	if !ok {
		return ""
	}
	q, number := &p.Survey.Questions[at], p.Survey.NumberOnPaper(at)
	which := 0
	if denied {
		which = 1
	}
	switch {
	case c.Answered != nil:
		if !*c.Answered {
			which = 1 - which
		}
		return fmt.Sprintf(p.words.answered[which], number)
	case c.AtLeast != nil:
		return fmt.Sprintf(p.words.atLeastPoint[which], number, *c.AtLeast)
	}
	values := c.In
	if c.Is != "" {
		values = []string{c.Is}
	}
	labels := make([]string, len(values))
	for i, value := range values {
		code, _ := q.CodeOf(value)
		labels[i] = p.words.quoted(q.Label(code, p.Lang))
	}
	return fmt.Sprintf(p.words.chosen[which], number, strings.Join(labels, " "+p.words.or+" "))
}

// marks says how many options of a multi question may be marked.
func (w *paperWords) marks(q *survey.Question) string {
	n := len(q.Points)
	switch {
	case q.Min == q.Max:
		return w.format(w.exactly, q.Max)
	case q.Min > 1 && q.Max < n:
		return w.format(w.between, q.Min, q.Max)
	case q.Max < n:
		return w.format(w.atMost, q.Max)
	case q.Min > 1:
		return w.format(w.atLeast, q.Min)
	}
	return w.several
}
