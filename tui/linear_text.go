package tui

import (
	"strings"

	"anketa/survey"
)

// maxTyped is how many bytes of a text of several lines are kept while it is
// typed; a longer one is cut anyway.
const maxTyped = 1 << 16

// takeText takes a text: one line, or several up to an empty one. What was typed
// before a step back is kept.
func (l *Linear) takeText(a *asking) (move, error) {
	var lines []string
	size := 0
	for {
		prompt := l.prompt(a.answer().Given(), !a.q.Required)
		if len(lines) > 0 {
			prompt = l.text.Linear.NextLine
		}
		line, err := l.hear(prompt, asks)
		if err != nil {
			return stay, err
		}
		m, is := l.textCommand(a, line, len(lines) == 0)
		switch {
		case is && m == again:
			l.present(a)
			continue
		case is && len(lines) > 0:
			l.keepText(a, lines)
			if m == backward {
				return backward, nil
			}
			return l.consent(a)
		case is && m == onward && line == "":
			return l.consent(a)
		case is:
			return m, nil
		}
		if size += len(line); size <= maxTyped {
			lines = append(lines, line)
		}
		if a.q.OneLine {
			l.keepText(a, lines)
			return l.consent(a)
		}
	}
}

// textCommand is command for a question in own words, where a hyphen takes back
// only as the first line: in a list it may begin the next one.
func (l *Linear) textCommand(a *asking, line string, first bool) (m move, is bool) {
	if line == signTakeBack && !first {
		return stay, false
	}
	return l.command(a, line)
}

// keepText takes a text over into the interview. The consent to quote stays only
// with the text for which it was given.
func (l *Linear) keepText(a *asking, lines []string) {
	before := a.answer()
	answer := survey.Answer{Text: strings.Join(lines, "\n")}
	answer.Quote = before.Quote && before.Text == a.q.CleanAnswer(answer).Text
	l.putText(a, answer)
}

// putText puts an answer with a text and says how it is kept.
func (l *Linear) putText(a *asking, answer survey.Answer) {
	limit := a.q.TextLimit()
	whole := survey.Clean(answer.Text, len(answer.Text))
	a.put(answer)
	if kept := a.answer().Text; len(kept) < len(whole) {
		l.say(l.text.Format(l.text.Linear.Shortened, limit), l.withAnswer(l.text.Linear.SoFar, kept))
		return
	}
	l.say(l.text.Linear.Noted)
}

// consent asks whether the text may be quoted, where the question says so. It may
// be left open; then the text is not quoted.
func (l *Linear) consent(a *asking) (move, error) {
	answer := a.answer()
	if !a.q.AskQuote || answer.Text == "" {
		return onward, nil
	}
	t := l.text.Interview
	options := []option{{name: "1", label: t.QuoteYes, code: 1}, {name: "2", label: t.QuoteNo, code: 2}}
	l.say(t.QuoteAsk)
	l.choices(t.QuoteYes, t.QuoteNo)
	for {
		line, err := l.hear(l.prompt(answer.Quote, true), asks)
		if err != nil {
			return stay, err
		}
		o, ok := find(options, line)
		switch {
		case line == "":
			return onward, nil
		case line == signBack, line == signRepeat:
			return again, nil
		case line == signTakeBack:
			answer.Quote = false
			a.put(answer)
			return onward, nil
		case !ok:
			l.say(l.text.Linear.NoSuch)
		default:
			answer.Quote = o.code == 1
			a.put(answer)
			l.say(l.withAnswer(l.text.Linear.Chosen, o.said()))
			return onward, nil
		}
	}
}
