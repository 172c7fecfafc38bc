package tui_test

import (
	"hash/fnv"
	"math/rand/v2"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"anketa/survey"
	"anketa/tui"
)

// The largest terminal that every screen is tried on.
const (
	largestWidth  = 200
	largestHeight = 60
)

// TestFits holds that no screen is ever wider or higher than its terminal, in
// one language or with ANKETA_WHOLE in all of them: on the sizes at which something changes, and on some others that
// differ from screen to screen. Negative control: an unwrapped line in any
// screen, or a frame that writes one line more.
func TestFits(t *testing.T) {
	for _, s := range screens() {
		for _, lang := range sample(s.name, survey.Languages(), 1) {
			name := s.name + "." + string(lang)
			t.Run(name, func(t *testing.T) {
				t.Parallel()
				s.fits(t, lang, someSizes(name, 8))
			})
		}
	}
}

// TestFitsAtEverySize is TestFits for all sizes up to the largest on the first
// screen, and for all widths on those with most in them.
func TestFitsAtEverySize(t *testing.T) {
	sizes := map[string][]frame{
		"welcome": everySize(1), "ask-choice": everySize(6),
		"kind-matrix": everySize(20), "kind-multi-full": everySize(20), "kind-nps": everySize(20),
		"ask-row-chosen": everySize(20), "ask-text-typed": everySize(60), "review": everySize(20), "console-closed": everySize(60), "questions": everySize(60), "compare": everySize(60),
	}
	for _, s := range screens() {
		if sizes[s.name] != nil {
			t.Run(s.name, func(t *testing.T) {
				t.Parallel()
				s.fits(t, survey.SerbianLatin, sizes[s.name])
			})
		}
	}
}

// TestFitsHostile is TestFits for the largest survey that can be loaded, made of
// words, of one endless word, of wide characters and of marks.
func TestFitsHostile(t *testing.T) {
	for name, text := range hostileTexts() {
		for _, s := range hostileScreens(text) {
			name := name + "/" + s.name
			t.Run(name, func(t *testing.T) {
				t.Parallel()
				sizes := s.sizes
				if sizes == nil {
					all := someSizes(name, 2)
					sizes = sample(name, []frame{{1, 1}, {60, 16}, {150, 24}, all[len(all)-1], all[len(all)-2]}, 3)
				}
				s.fits(t, survey.SerbianCyrillic, sizes)
			})
		}
	}
}

// hostileScreens shows a hostile survey.
func hostileScreens(text string) []screen {
	evil := func(testing.TB) *survey.Survey { return hostile(text) }
	welcome := setup{start: tui.StartWelcome, responses: 12}
	at := func(n int, more ...string) func(*kiosk) {
		return func(k *kiosk) {
			k.press([]string{"enter", "2", "2", "2", "enter"}[:n]...)
			k.pass(300 * time.Millisecond)
			k.press(more...)
		}
	}
	results := func(keys ...string) func(*kiosk) {
		return func(k *kiosk) {
			showLive(k)
			k.press("z", "1")
			k.press(keys...)
		}
	}
	written := func(k *kiosk) {
		at(4)(k)
		k.write(filled(text, 400))
	}
	return []screen{
		{name: "setup", survey: evil, walk: keys()},
		{name: "welcome", survey: evil, with: welcome, walk: keys()},
		{name: "scale", survey: evil, with: welcome, walk: at(1)},
		{name: "scale-end", survey: evil, with: welcome, walk: at(1, "end")},
		{name: "options", survey: evil, with: welcome, walk: at(2, "down", "down"), sizes: []frame{{60, 16}, {largestWidth, largestHeight}}},
		{name: "options-end", survey: evil, with: welcome, walk: at(2, "end", "up"), sizes: []frame{{61, 17}, {120, 40}}},
		{name: "yes-no", survey: evil, with: welcome, walk: at(3, "2")},
		{name: "text", survey: evil, with: welcome, walk: written},
		{name: "consent", survey: evil, with: welcome, walk: func(k *kiosk) {
			written(k)
			k.press("enter")
		}},
		{name: "review", survey: evil, with: welcome, walk: func(k *kiosk) {
			written(k)
			k.press("enter", "1")
			k.pass(time.Second)
		}, each: keys("up", "up")},
		{name: "overview", survey: evil, with: welcome, walk: results()},
		{name: "questions", survey: evil, with: welcome, walk: results("2")},
		{name: "questions-end", survey: evil, with: welcome, walk: results("2", "end"), each: keys("end")},
		{name: "questions-middle", survey: evil, with: welcome, walk: results("2", "pgdown"), each: keys("pgdown")},
		{name: "questions-detail", survey: evil, with: welcome, walk: results("2", "enter", "m"), each: keys("pgdown")},
		{name: "people", survey: evil, with: welcome, walk: results("3"), each: keys("pgdown")},
		{name: "compare", survey: evil, with: welcome, walk: results("5"), each: keys("pgdown")},
		{name: "texts", survey: evil, with: welcome, walk: results("6"), each: keys("pgdown")},
		{name: "training", survey: evil, with: welcome, walk: results("8"), each: keys("pgdown")},
		{name: "help", survey: evil, with: welcome, walk: results("2", "?"), each: keys("pgdown")},
		{name: "reveal", survey: evil, with: welcome, walk: results("p", "enter")},
	}
}

// fits checks the screen at many sizes.
func (s *screen) fits(t *testing.T, lang survey.Lang, sizes []frame) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) {
		with := s.with
		with.lang = lang
		if s.survey != nil {
			with.survey = s.survey(t)
		}
		k := start(t, with)
		s.walk(k)
		for _, f := range sizes {
			k.deliver(tea.WindowSizeMsg{Width: f.width, Height: f.height})
			if s.each != nil {
				s.each(k)
			}
			if wrong := misfit(k.view(), f); wrong != "" {
				t.Fatalf("at %d×%d %s:\n%s", f.width, f.height, wrong, k.view())
			}
		}
	})
}

// misfit says how a view goes beyond its terminal, or nothing.
func misfit(view string, f frame) string {
	lines := strings.Split(view, "\n")
	if len(lines) > f.height {
		return "there are too many lines"
	}
	for _, line := range lines {
		// A character takes at least as many bytes as cells.
		if len(line) > f.width && ansi.StringWidth(line) > f.width {
			return "a line is too wide: " + line
		}
	}
	return ""
}

// TestMisfit holds that the check of the tests above sees what it looks for.
func TestMisfit(t *testing.T) {
	for _, c := range []struct {
		view string
		fits bool
	}{
		{"abc\nabc", true},
		{"abcd", false},
		{"評価", false},
		{"a\nb\nc", false},
		{"", true},
	} {
		if got := misfit(c.view, frame{3, 2}) == ""; got != c.fits {
			t.Errorf("%q fits 3×2: %t, want %t", c.view, got, c.fits)
		}
	}
}

// someSizes returns the sizes at which layouts change, and n others, which
// depend on a name.
func someSizes(name string, n int) []frame {
	sizes := []frame{{1, 1}, {59, 16}, {60, 15}, {60, 16}, {61, 60}, {80, 16}, {149, 17}, {150, 24}, {largestWidth, largestHeight}}
	hash := fnv.New64a()
	_, _ = hash.Write([]byte(name))
	random := rand.New(rand.NewPCG(hash.Sum64(), 0))
	for range n {
		sizes = append(sizes, frame{1 + random.IntN(largestWidth), 1 + random.IntN(largestHeight)})
	}
	return sizes
}

// everySize returns all widths at every nth height, or with ANKETA_WHOLE unset at
// a fifth of these heights.
func everySize(n int) []frame {
	var sizes []frame
	if !whole() {
		n *= 5
	}
	for height := largestHeight; height >= 1; height -= n {
		for width := 1; width <= largestWidth; width++ {
			sizes = append(sizes, frame{width, height})
		}
	}
	return sizes
}
