package marks_test

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
	"anketa/tui/likert"
	"anketa/tui/marks"
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
func typed(m marks.Model, keys ...string) marks.Model {
	for _, key := range keys {
		m, _ = m.Update(press(key))
	}
	return m
}

// question returns a multi question whose options have the given labels.
func question(labels []string, most int, aside bool) *survey.Question {
	q := &survey.Question{ID: "q", Kind: survey.KindMulti, Max: most}
	for i, label := range labels {
		q.Points = append(q.Points, survey.Point{Value: fmt.Sprint(i + 1), Label: survey.Text{survey.English: label}})
	}
	if aside {
		q.NotApplicable = survey.Text{survey.English: "ništa od navedenog"}
	}
	return q
}

// topics are labels such as a survey has.
func topics() []string {
	return []string{
		"zakonski okvir", "prepoznavanje žrtava", "zaštita žrtava", "saradnja između ustanova", "rad sa decom",
		"prava žrtava u krivičnom postupku i naknada štete", "primeri iz prakse", "digitalni dokazi",
	}
}

// options returns n labels that differ.
func options(n int) []string {
	labels := make([]string, n)
	for i := range labels {
		labels[i] = fmt.Sprintf("tema broj %02d", i+1)
	}
	return labels
}

// widget returns a widget of a size.
func widget(q *survey.Question, width, height int) marks.Model {
	m := marks.New(q, survey.English)
	m.SetStyles(likert.DefaultStyles())
	m.SetSize(width, height)
	return m
}

// view returns what a widget shows, without styles and the spaces at line ends.
func view(m marks.Model) string {
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
