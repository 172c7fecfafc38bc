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
	if err := r.ReadTexts(context.Background(), answers(texts)); err != nil {
		panic(err)
	}
	c.show(releaseMsg{release: r})
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
	if err := r.ReadTexts(ctx, answers(texts)); err != nil {
		panic(err)
	}
	return m.Compares(r, r)
}

// Compares shows a release, and beside it those of the sessions that were held.
func (m *Model) Compares(r results.Release, held ...results.Release) *Model {
	m.Update(releaseMsg{release: r})
	m.Update(heldMsg{held: held})
	return m
}

// answers are free texts that nobody looked at, by question.
type answers map[string][]survey.Answer

// Writings implements results.Written.
func (a answers) Writings(_ context.Context, _ survey.ID, question string) ([]survey.Writing, error) {
	var all []survey.Writing
	for _, answer := range a[question] {
		all = append(all, survey.Writing{ID: survey.NewID(), Text: answer.Text, Quote: answer.Quote})
	}
	return all, nil
}

// Statements implements results.Written.
func (answers) Statements(context.Context, survey.ID) ([]survey.Statement, error) { return nil, nil }
