package tui_test

import (
	"fmt"
	"image/color"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"anketa/survey"
	"anketa/tui"
	"anketa/tui/big"
)

// lookKeys returns the keys that switch from the usual look to another one.
func lookKeys(l tui.Look) []string {
	keys := make([]string, l)
	for i := range keys {
		keys[i] = "+"
	}
	return keys
}

// lookScreens are the names of the screens that a participant or a facilitator
// can reach after choosing a look, one for every kind of question.
func lookScreens() []string {
	return []string{
		"welcome", "too-small", "pin", "ask-choice", "ask-row-chosen", "ask-row-focused", "ask-yes-no", "ask-text-typed", "ask-consent",
		"kind-note", "kind-number", "kind-multi-marked", "kind-matrix-focused", "kind-pair-now", "kind-nps", "kind-other-words",
		"review-focused", "thanks", "still-there", "out-of-service", "console-closed",
	}
}

// inLook opens a screen in a look, unless it cannot be reached with one.
func (s *screen) inLook(t *testing.T, look tui.Look, lang survey.Lang, with setup) *kiosk {
	t.Helper()
	with.lang = lang
	if s.survey != nil {
		with.survey = s.survey(t)
	}
	k := start(t, with)
	k.press(lookKeys(look)...)
	s.walk(k)
	return k
}

// TestGoldenLooks holds what the screens look like in every look and language.
// The usual look is kept at more sizes by [TestGolden]. Strong contrast shows in
// frames here and in colours in [TestContrastHasNoColours].
func TestGoldenLooks(t *testing.T) {
	looks := []struct {
		name  string
		look  tui.Look
		sizes []frame
	}{
		{"normal", tui.LookNormal, []frame{{60, 16}, {80, 24}}},
		{"contrast", tui.LookContrast, []frame{{60, 16}, {80, 24}}},
		{"large", tui.LookLarge, []frame{{60, 16}, {80, 24}, {200, 60}}},
	}
	for _, s := range screensNamed(t, lookScreens()...) {
		t.Run(s.name, func(t *testing.T) {
			t.Parallel()
			var b strings.Builder
			for _, lang := range survey.Languages() {
				for _, l := range looks {
					synctest.Test(t, func(t *testing.T) {
						k := s.inLook(t, l.look, lang, s.with)
						for _, f := range l.sizes {
							k.size(f.width, f.height)
							fmt.Fprintf(&b, "%s\n%s\n", rule(fmt.Sprintf("%s %s %d×%d", lang, l.name, f.width, f.height), f.width), trimmed(k.view()))
						}
					})
				}
			}
			golden(t, "look."+s.name, b.String()+rule("end", 60)+"\n")
		})
	}
}

// screensNamed returns screens by their names.
func screensNamed(tb testing.TB, names ...string) []screen {
	tb.Helper()
	all := map[string]screen{}
	for _, s := range screens() {
		all[s.name] = s
	}
	var found []screen
	for _, name := range names {
		s, ok := all[name]
		if !ok {
			tb.Fatalf("there is no screen %q", name)
		}
		found = append(found, s)
	}
	return found
}

// TestLookKey holds that one key goes through the looks and comes back to the
// usual one, on all keyboards. Negative control: a look that the key leaves out.
func TestLookKey(t *testing.T) {
	for name, key := range map[string]tea.KeyPressMsg{
		"+": press("+"), "=": press("="), "+ of the number pad": {Code: tea.KeyKpPlus}, "= of it": {Code: tea.KeyKpEqual},
	} {
		synctest.Test(t, func(t *testing.T) {
			k := start(t, welcome())
			k.size(200, 60)
			seen := map[string]bool{}
			usual := k.model.View().Content
			for range 4 {
				content := k.model.View().Content
				if seen[content] {
					t.Errorf("%s leads to a look that was there before", name)
				}
				seen[content] = true
				k.send(key)
			}
			if k.model.View().Content != usual {
				t.Errorf("%s does not come back to the usual look", name)
			}
		})
	}
}

// TestLookFallsBack holds that the next person finds the usual look: when nobody
// goes on from the welcome screen, and after an interview. Negative control: a
// look that home keeps, or waits that looks at the language alone.
func TestLookFallsBack(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		k := start(t, welcome())
		sharp := func() bool { return k.model.View().BackgroundColor != nil }
		k.press("+")
		k.pass(59 * time.Second)
		if !sharp() {
			t.Fatal("the look is gone too early")
		}
		k.pass(2 * time.Second)
		if sharp() {
			t.Fatal("the look stays when nobody goes on")
		}
		k.press("+")
		k.press(answers()...)
		k.press("enter")
		k.want("Thank you!")
		k.pass(6 * time.Second)
		if sharp() {
			t.Fatal("the next person finds the look of the last one")
		}
	})
}

// sgr is a sequence that changes the looks of the text behind it.
var sgr = regexp.MustCompile(`\x1b\[([0-9;:]*)m([^\x1b]*)`)

// TestContrastHasNoColours holds that strong contrast knows no colours but black
// and white, and no faint text, on every screen, on dark and on light terminals.
// Negative control: any style that keeps its colour.
func TestContrastHasNoColours(t *testing.T) {
	allowed := map[bool]string{true: " 0 1 4 7 97 40 ", false: " 0 1 4 7 30 107 "}
	for _, s := range screensNamed(t, lookScreens()...) {
		for _, dark := range []bool{true, false} {
			t.Run(fmt.Sprintf("%s dark %t", s.name, dark), func(t *testing.T) {
				t.Parallel()
				synctest.Test(t, func(t *testing.T) {
					k := s.inLook(t, tui.LookContrast, survey.English, s.with)
					if !dark {
						k.send(tea.BackgroundColorMsg{Color: color.White})
					}
					k.size(80, 24)
					checkSGR(t, k.model.View().Content, allowed[dark])
				})
			})
		}
	}
}

// checkSGR checks that all looks in a text are among some, by their numbers.
func checkSGR(t *testing.T, content, allowed string) {
	t.Helper()
	for _, found := range sgr.FindAllStringSubmatch(content, -1) {
		if strings.TrimSpace(found[2]) == "" {
			// Nobody sees the colour of nothing.
			continue
		}
		for number := range strings.FieldsFuncSeq(found[1], func(r rune) bool { return r == ';' || r == ':' }) {
			if !strings.Contains(allowed, " "+number+" ") {
				t.Fatalf("the look %q is used:\n%q", found[0], content)
			}
		}
	}
}

// TestGround holds that strong contrast paints the whole terminal black or white,
// and that a terminal without colours is left alone.
func TestGround(t *testing.T) {
	for _, terminal := range []tui.Terminal{{}, {NoColours: true}, {FewCharacters: true}} {
		synctest.Test(t, func(t *testing.T) {
			with := welcome()
			with.terminal = terminal
			k := start(t, with)
			k.press("+")
			v := k.model.View()
			if paints := v.BackgroundColor != nil && v.ForegroundColor != nil; paints != (terminal == tui.Terminal{}) {
				t.Errorf("%+v: the ground is painted: %t", terminal, paints)
			}
		})
	}
}

// TestLargeKeepsWords holds that large type never takes a word of a question, of
// a point or of a promise away: whatever the usual look shows whole stands there,
// in one of both sizes. Negative control: a question that is cut to be large.
func TestLargeKeepsWords(t *testing.T) {
	for _, s := range screensNamed(t, lookScreens()...) {
		if s.name == "too-small" || s.name == "console-closed" {
			continue
		}
		for _, lang := range survey.Languages() {
			t.Run(s.name+"."+string(lang), func(t *testing.T) {
				t.Parallel()
				synctest.Test(t, func(t *testing.T) {
					sizes := []frame{{60, 16}, {80, 24}, {100, 30}, {120, 40}, {200, 60}}
					usual := s.views(t, tui.LookNormal, lang, sizes)
					for i, large := range s.views(t, tui.LookLarge, lang, sizes) {
						if wrong := misfit(large, sizes[i]); wrong != "" {
							t.Fatalf("%s:\n%s", wrong, large)
						}
						if gone := lost(usual[i], large); gone > 0 && !strings.ContainsAny(large, "▀▄") {
							t.Errorf("%d words are gone:\n%s", gone, large)
						}
					}
				})
			})
		}
	}
}

// views shows a screen in a look at some sizes.
func (s *screen) views(t *testing.T, look tui.Look, lang survey.Lang, sizes []frame) []string {
	t.Helper()
	k := s.inLook(t, look, lang, s.with)
	views := make([]string, len(sizes))
	for i, f := range sizes {
		k.size(f.width, f.height)
		views[i] = k.view()
	}
	return views
}

// TestLargeIsWhole holds that a question in large letters stands there to its
// last letter, line by line. Negative control: large letters that are cut.
func TestLargeIsWhole(t *testing.T) {
	at := map[string]int{"ask-choice": 0, "ask-row-focused": 2, "ask-yes-no": 5, "ask-text-typed": 6}
	for _, s := range screensNamed(t, slices.Collect(maps.Keys(at))...) {
		for _, lang := range survey.Languages() {
			t.Run(s.name+"."+string(lang), func(t *testing.T) {
				synctest.Test(t, func(t *testing.T) {
					question := trainings(t).Questions[at[s.name]].Text.In(lang)
					view := s.views(t, tui.LookLarge, lang, []frame{{200, 60}})[0]
					if !slices.ContainsFunc(big.Fonts(), func(f *big.Font) bool {
						written, ok := f.Write(question, 124)
						return ok && holds(view, written)
					}) {
						t.Errorf("the question %q does not stand there whole:\n%s", question, view)
					}
				})
			})
		}
	}
}

// holds reports whether all lines of a block stand in a view, in their order.
func holds(view, block string) bool {
	lines := strings.Split(view, "\n")
	for line := range strings.SplitSeq(block, "\n") {
		i := slices.IndexFunc(lines, func(l string) bool {
			return strings.TrimRight(l, " ") != "" && strings.HasSuffix(strings.TrimRight(l, " "), line)
		})
		if i < 0 && line != "" {
			return false
		}
		lines = lines[max(i, 0):]
	}
	return true
}

// lost returns how many words of one view do not stand in another.
func lost(before, after string) int {
	gone := 0
	for word := range strings.FieldsSeq(ansi.Strip(before)) {
		if len(word) > 3 && strings.Trim(word, "─━│┌┐└┘═║╔╗╚╝") != "" && !strings.Contains(after, word) {
			gone++
		}
	}
	return gone
}
