package tui

import (
	"context"
	"strings"

	"anketa/results"
	"anketa/survey"
)

// LiveContent gives tests all that can be drawn of a release for a terminal of a
// width, question by question, and how wide it may be.
func LiveContent(lang survey.Lang, width int, r results.Release, texts map[string][]survey.Answer) (content string, column int) {
	s := &shared{
		survey: r.Survey, lang: lang, text: stringsFor(lang), styles: newStyles(appearance{dark: true}),
		keys: newKeyMap(stringsFor(lang), r.Survey.Languages), layout: newLayout(width, minHeight),
	}
	c := newConsole(s, duty{})
	c.show(releaseMsg{release: r, texts: texts})
	var blocks []string
	figures := c.asked()
	axis := c.commonAxis(figures)
	for i := range figures {
		blocks = append(blocks, c.question(i+1, &figures[i], axis))
	}
	return strings.Join(blocks, "\n\n"), c.column
}

// ConsoleOf gives tests a terminal that shows a release and has no store.
func ConsoleOf(ctx context.Context, r results.Release, texts map[string][]survey.Answer) *Model {
	m := New(ctx, Config{Survey: r.Survey, Start: StartDemo, Sessions: []survey.Session{r.Parts[0].Session}})
	m.Update(releaseMsg{release: r, texts: texts})
	m.Update(heldMsg{held: []results.Release{r}})
	return m
}
