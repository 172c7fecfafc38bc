package tui_test

import (
	"image"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/synctest"

	"github.com/charmbracelet/x/ansi"

	"anketa/survey"
	"anketa/tui"
)

// TestTargets holds, on every screen and at many sizes, in one language
// or with ANKETA_WHOLE in all of them, that
// what is drawn to be clicked is a target where it is drawn, and that targets
// neither overlap nor leave the terminal. Negative control: any offset in
// layout.stand or in an Areas method that is wrong by one.
func TestTargets(t *testing.T) {
	seen := map[string]int{}
	for _, s := range screens() {
		for _, lang := range sample(s.name, survey.Languages(), 1) {
			name := s.name + "." + string(lang)
			t.Run(name, func(t *testing.T) {
				synctest.Test(t, func(t *testing.T) {
					k := s.open(t, lang)
					for _, f := range append(s.frames(), someSizes(name, 3)...) {
						k.size(f.width, f.height)
						if s.each != nil {
							s.each(k)
						}
						k.checkTargets(f, seen)
					}
				})
			})
		}
	}
	for _, kind := range slices.Collect(kindsOfThings) {
		if seen[kind] == 0 {
			t.Errorf("no %s was ever seen: the test does not test them", kind)
		}
	}
}

// open starts the kiosk of a screen and walks there.
func (s *screen) open(t *testing.T, lang survey.Lang) *kiosk {
	t.Helper()
	with := s.with
	with.lang = lang
	if s.survey != nil {
		with.survey = s.survey(t)
	}
	k := start(t, with)
	s.walk(k)
	return k
}

// targets returns what can be clicked now.
func (k *kiosk) targets() []tui.Target { return tui.Targets(k.model.(*tui.Model)) }

// thing is something that is drawn to be clicked: where it begins, and whether
// its target begins there too or may be larger.
type thing struct {
	kind  string
	at    image.Point
	exact bool
}

// looksOfThings says how things that can be clicked look. The match, or its
// group, is where they begin.
var looksOfThings = []struct {
	kind  string
	exact bool
	look  *regexp.Regexp
}{
	{"box", true, regexp.MustCompile(`[┌╔]`)},
	{"point", false, regexp.MustCompile(`^ *([ ›][ ●] (?:10| ?[0-9a-z])  \S)`)},
	{"option", true, regexp.MustCompile(`[ ›] \[[ x]\] (?:[0-9a-z] )`)},
	{"cell", false, regexp.MustCompile(`\([ ●]\)|\[[ ●]\](?: {3}|$)`)},
	{"button", false, regexp.MustCompile(`Enter  \S`)},
	{"sending button", true, regexp.MustCompile(`\[ \S[^\]]+ \]`)},
	{"line of the review", true, regexp.MustCompile(`^  +?([ ›] [1-9] [^/\s].{20,} {2}\S)`)},
	{"sign", false, regexp.MustCompile(`[▲▼] …`)},
	{"offer", false, regexp.MustCompile(`Tab ⇥`)},
	{"language", true, regexp.MustCompile(`[● ] [1-3] (?:Srpski|Српски|English)`)},
}

// kindsOfThings are the kinds that must be seen.
func kindsOfThings(yield func(string) bool) {
	for _, l := range looksOfThings {
		if !yield(l.kind) {
			return
		}
	}
	yield("key in the foot")
}

// things finds what can be clicked in a view, by its looks.
func things(view string) []thing {
	var all []thing
	lines := strings.Split(view, "\n")
	for y, line := range lines {
		for _, l := range looksOfThings {
			if y < 2 && l.kind == "line of the review" {
				// The names of the tabs begin with digits too.
				continue
			}
			for _, m := range l.look.FindAllStringSubmatchIndex(line, -1) {
				from := m[len(m)-2]
				all = append(all, thing{l.kind, image.Pt(ansi.StringWidth(line[:from]), y), l.exact})
			}
		}
	}
	return append(all, footThings(lines)...)
}

// namedKey matches a key in the foot that a click can stand for.
var namedKey = regexp.MustCompile(`^(Enter|Backspace|Esc|[0-9a-z+]|[↑↓←→]+) [^/\s]`)

// footThings finds the keys in the last lines.
func footThings(lines []string) []thing {
	var all []thing
	for y := len(lines) - 1; y > 0 && strings.TrimSpace(lines[y]) != "" && !strings.Contains(lines[y], "▼ …"); y-- {
		x := 0
		for item := range strings.SplitSeq(lines[y], "   ") {
			indent := len(item) - len(strings.TrimLeft(item, " "))
			if namedKey.MatchString(item[indent:]) {
				all = append(all, thing{"key in the foot", image.Pt(x+indent, y), true})
			}
			x += ansi.StringWidth(item) + 3
		}
	}
	return all
}

// checkTargets compares targets with what is drawn.
func (k *kiosk) checkTargets(f frame, seen map[string]int) {
	k.Helper()
	view, targets := k.view(), k.targets()
	if f.width < 60 || f.height < 16 {
		return
	}
	terminal := image.Rect(0, 0, f.width, f.height)
	for i, t := range targets {
		if t.Area.Empty() || !t.Area.In(terminal) {
			k.Fatalf("the target %v is not on the terminal of %d×%d", t, f.width, f.height)
		}
		if wrong := misplaced(view, t, targets); wrong != "" {
			k.Fatalf("at %d×%d the target %v %s: %q\n%s", f.width, f.height, t, wrong, textIn(view, t.Area), view)
		}
		for _, other := range targets[:i] {
			if t.Area.Overlaps(other.Area) {
				k.Fatalf("at %d×%d the targets %v and %v overlap:\n%s", f.width, f.height, t, other, view)
			}
		}
	}
	if len(targets) == 0 {
		// While something is stored there is nothing to press either.
		return
	}
	for _, thing := range things(view) {
		seen[thing.kind]++
		if !slices.ContainsFunc(targets, func(t tui.Target) bool {
			return t.Area.Min == thing.at || !thing.exact && thing.at.In(t.Area)
		}) {
			k.Fatalf("at %d×%d the %s at %v is no target of %v:\n%s", f.width, f.height, thing.kind, thing.at, targets, view)
		}
	}
}
