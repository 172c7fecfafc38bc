package tui_test

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"

	"anketa/survey"
	"anketa/tui"
)

// consoleSetup is a console's terminal.
func consoleSetup(with setup) setup {
	with.terminal = tui.Terminal{FewCharacters: true, FewColours: true}
	return with
}

// drawable returns the characters of the console font that the manual recommends.
func drawable(tb testing.TB) map[rune]bool {
	tb.Helper()
	font, err := os.ReadFile("console.txt")
	if err != nil {
		tb.Fatal(err)
	}
	has := map[rune]bool{'\n': true}
	for r := rune(' '); r <= '~'; r++ {
		has[r] = true
	}
	for _, r := range string(font) {
		has[r] = true
	}
	return has
}

// TestConsoleDraws holds that every screen, in every look and in one language
// or with ANKETA_WHOLE in all of them, is drawn
// with the characters and the 16 colours of a console, that nothing of ours becomes
// a question mark there, and that no line changes its width. Negative control: a
// sign of ours, such as ✓, without one that stands for it.
func TestConsoleDraws(t *testing.T) {
	has := drawable(t)
	for _, s := range screens() {
		for _, lang := range sample(s.name, survey.Languages(), 1) {
			t.Run(s.name+"."+string(lang), func(t *testing.T) {
				t.Parallel()
				synctest.Test(t, func(t *testing.T) {
					looks := []tui.Look{tui.LookNormal}
					if slices.Contains(lookScreens(), s.name) {
						looks = append(looks, tui.LookBoth)
					}
					for _, look := range looks {
						sizes := sample(s.name, []frame{{80, 24}, {128, 48}}, 1)
						usual := s.contents(s.inLook(t, look, lang, s.with), sizes)
						for i, shown := range s.contents(s.inLook(t, look, lang, consoleSetup(s.with)), sizes) {
							compareConsole(t, has, usual[i], shown)
						}
					}
				})
			})
		}
	}
}

// contents returns what a kiosk writes at some sizes.
func (s *screen) contents(k *kiosk, sizes []frame) []string {
	contents := make([]string, len(sizes))
	for i, f := range sizes {
		k.size(f.width, f.height)
		if s.each != nil {
			s.each(k)
		}
		contents[i] = k.model.View().Content
	}
	return contents
}

// compareConsole checks what a console shows beside what any terminal shows.
func compareConsole(t *testing.T, has map[rune]bool, usual, shown string) {
	t.Helper()
	checkSGR(t, shown, consoleSGR())
	shown = ansi.Strip(shown)
	for _, r := range shown {
		if !has[r] {
			t.Fatalf("a console has no %q:\n%s", r, shown)
		}
	}
	if a, b := strings.Count(ansi.Strip(usual), "?"), strings.Count(shown, "?"); b > a {
		t.Fatalf("%d characters became question marks:\n%s", b-a, shown)
	}
	lines := strings.Split(shown, "\n")
	for i, line := range strings.Split(ansi.Strip(usual), "\n") {
		if ansi.StringWidth(line) != ansi.StringWidth(lines[i]) {
			t.Fatalf("line %d has another width:\n%s", i+1, shown)
		}
	}
}

// consoleSGR returns the looks of a console by their numbers.
func consoleSGR() string {
	numbers := " 0 1 2 4 7 "
	for i := range 8 {
		numbers += fmt.Sprintf(" %d %d %d ", 30+i, 40+i, 90+i)
	}
	return numbers
}

// TestConsoleLetters holds what becomes of letters and signs that people or
// survey files write and the font lacks.
func TestConsoleLetters(t *testing.T) {
	for text, want := range map[string]string{
		"č ć š ž đ Č Ć Š Ž Đ": "č ć š ž đ Č Ć Š Ž Đ",
		"љ њ ћ ђ џ Љ Њ Ћ Ђ Џ": "љ њ ћ ђ џ Љ Њ Ћ Ђ Џ",
		"„da“ – „ne“ …":       "„da“ – „ne“ …",
		"ő ń ř":               "o n r",
		"評価":                  "????",
		"✓ ● ━":               "√ ■ ═",
	} {
		if got := tui.DrawOnConsole(text); got != want {
			t.Errorf("%q is drawn as %q, want %q", text, got, want)
		}
	}
}

// TestConsoleFont holds that the list is one of characters, of which a console
// font has at most 512 with those of ASCII.
func TestConsoleFont(t *testing.T) {
	font, err := os.ReadFile("console.txt")
	if err != nil {
		t.Fatal(err)
	}
	if n := utf8.RuneCount(font) + 95; !utf8.Valid(font) || n > 512 {
		t.Errorf("the font has %d characters", n)
	}
}
