package tui

import (
	"anketa/results"
	"anketa/survey"
)

// LiveContent gives tests what scrolls on the live screen of a terminal, and how
// wide it may be.
func LiveContent(lang survey.Lang, width int, r results.Release, texts map[string][]survey.Answer) (content string, column int) {
	s := &shared{
		survey: r.Survey, lang: lang, text: stringsFor(lang), styles: newStyles(appearance{dark: true}),
		keys: newKeyMap(stringsFor(lang), r.Survey.Languages), layout: newLayout(width, minHeight),
	}
	l := newLive(s, false, false, false)
	l.show(releaseMsg{release: r, texts: texts})
	return l.content(), l.place.column
}
