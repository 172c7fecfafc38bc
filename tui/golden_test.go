package tui_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/synctest"

	"github.com/charmbracelet/x/ansi"

	"anketa/survey"
)

var update = flag.Bool("update", false, "write the golden files instead of comparing with them")

// frame is a size of the terminal.
type frame struct{ width, height int }

// frames are the sizes at which every screen is kept as a golden file.
func frames() []frame { return []frame{{60, 16}, {80, 24}, {120, 40}} }

// TestGolden holds what every screen looks like, letter by letter, at several
// sizes and in several languages. Negative control: any change of a text, a
// margin or a frame fails it. `go test ./tui -update` writes the files anew.
func TestGolden(t *testing.T) {
	for _, s := range screens() {
		for _, lang := range s.languages() {
			t.Run(s.name+"."+string(lang), func(t *testing.T) {
				t.Parallel()
				golden(t, s.name+"."+string(lang), s.draw(t, lang))
			})
		}
	}
}

// draw shows a screen at all its sizes.
func (s *screen) draw(t *testing.T, lang survey.Lang) string {
	t.Helper()
	var b strings.Builder
	synctest.Test(t, func(t *testing.T) {
		with := s.with
		with.lang = lang
		if s.survey != nil {
			with.survey = s.survey(t)
		}
		k := start(t, with)
		s.walk(k)
		for _, f := range s.frames() {
			k.size(f.width, f.height)
			if s.each != nil {
				s.each(k)
			}
			fmt.Fprintf(&b, "%s\n%s\n", rule(fmt.Sprintf("%d×%d", f.width, f.height), f.width), trimmed(k.view()))
		}
		b.WriteString(rule("end", 60) + "\n")
	})
	return b.String()
}

// trimmed drops the spaces at the ends of lines, which nobody sees.
func trimmed(view string) string {
	lines := strings.Split(view, "\n")
	for i := range lines {
		lines[i] = strings.TrimRight(lines[i], " ")
	}
	return strings.Join(lines, "\n")
}

// rule draws a line as wide as the terminal, with a title.
func rule(title string, width int) string {
	line := "== " + title + " "
	return line + strings.Repeat("=", max(0, width-ansi.StringWidth(line)))
}

// golden compares a text with a golden file.
func golden(tb testing.TB, name, got string) {
	tb.Helper()
	path := filepath.Join("testdata", "golden", name+".txt")
	if *update {
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			tb.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			tb.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		tb.Fatal(err)
	}
	if got != string(want) {
		tb.Errorf("%s is not what the screen shows now (first difference in line %d); got\n%s", path, firstDifference(got, string(want)), got)
	}
}

// firstDifference returns the first line in which two texts differ, from 1.
func firstDifference(a, b string) int {
	other := strings.Split(b, "\n")
	for i, line := range strings.Split(a, "\n") {
		if i >= len(other) || line != other[i] {
			return i + 1
		}
	}
	return len(other)
}
