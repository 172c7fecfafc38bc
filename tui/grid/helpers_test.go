package grid_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"anketa/survey"
	"anketa/tui/grid"
)

var update = flag.Bool("update", false, "write the golden files instead of comparing with them")

// press returns the message of a key.
func press(name string) tea.KeyPressMsg {
	codes := map[string]rune{
		"enter": tea.KeyEnter, "left": tea.KeyLeft, "right": tea.KeyRight, "up": tea.KeyUp, "down": tea.KeyDown,
		"home": tea.KeyHome, "end": tea.KeyEnd, "space": tea.KeySpace, "esc": tea.KeyEscape,
	}
	if code, ok := codes[name]; ok {
		return tea.KeyPressMsg{Code: code}
	}
	return tea.KeyPressMsg{Code: []rune(name)[0], Text: name}
}

// typed gives keys to a widget.
func typed(m grid.Model, keys ...string) grid.Model {
	for _, key := range keys {
		m, _ = m.Update(press(key))
	}
	return m
}

// question returns a question with a ready scale, and a point outside n.
func question(tb testing.TB, scale string, aside bool) *survey.Question {
	tb.Helper()
	ready, ok := survey.ReadyScale(scale)
	if !ok {
		tb.Fatalf("there is no scale %s", scale)
	}
	q := &survey.Question{ID: "q", Kind: survey.KindLikert, Points: ready.Points}
	if aside {
		q.NotApplicable = survey.Text{
			survey.SerbianLatin: "ne mogu da procenim", survey.SerbianCyrillic: "не могу да проценим", survey.English: "I cannot tell",
		}
	}
	return q
}

// labelled returns a question whose points have the given labels.
func labelled(labels []string, aside string) *survey.Question {
	q := &survey.Question{ID: "q", Kind: survey.KindLikert}
	for i, label := range labels {
		q.Points = append(q.Points, survey.Point{Value: fmt.Sprint(i + 1), Label: survey.Text{survey.SerbianLatin: label}})
	}
	if aside != "" {
		q.NotApplicable = survey.Text{survey.SerbianLatin: aside}
	}
	return q
}

// beforeAfter returns the rows of a question of that kind.
func beforeAfter() []string { return []string{"Pre obuke", "Sada"} }

// matrix returns rows such as a section has.
func matrix() []string {
	return []string{
		"Sadržaj obuke je bio koristan za moj posao.",
		"Predavači su jasno odgovarali na pitanja.",
		"Bilo je dovoljno vremena za vežbe.",
		"Naučeno mogu da primenim.",
	}
}

// widget returns a widget of a size.
func widget(rows []string, q *survey.Question, width, height int) grid.Model {
	m := grid.New(rows, q, survey.SerbianLatin)
	m.SetStyles(grid.DefaultStyles())
	m.SetSize(width, height)
	return m
}

// view returns what a widget shows, without styles and the spaces at line ends.
func view(m grid.Model) string {
	lines := strings.Split(ansi.Strip(m.View()), "\n")
	for i := range lines {
		lines[i] = strings.TrimRight(lines[i], " ")
	}
	return strings.Join(lines, "\n")
}

// packed drops all white space.
func packed(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}

// golden compares a text with a golden file.
func golden(tb testing.TB, name, got string) {
	tb.Helper()
	path := filepath.Join("testdata", "golden", name+".txt")
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			tb.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		tb.Fatal(err)
	}
	if got != string(want) {
		tb.Errorf("%s is not what the widget shows now:\n%s", path, got)
	}
}
