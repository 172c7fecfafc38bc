package marks_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"anketa/survey"
	"anketa/tui/marks"
)

// TestGolden holds what the widget looks like in its sizes and looks.
func TestGolden(t *testing.T) {
	for name, c := range map[string]struct {
		labels        []string
		width, height int
	}{
		"list":         {topics(), 76, 14},
		"list-narrow":  {topics(), 40, 14},
		"list-high":    {topics(), 76, 30},
		"list-scrolls": {topics(), 40, 6},
		"two-columns":  {topics(), 76, 7},
		"many":         {options(24), 76, 14},
		"too-many":     {options(60), 76, 12},
	} {
		var b strings.Builder
		for _, keys := range [][]string{nil, {"2", "4"}, {"2", "4", "up"}, {"2", "4", "2"}, {"0"}} {
			m := typed(widget(question(c.labels, 60, true), c.width, c.height), keys...)
			fmt.Fprintf(&b, "== %s\n%s\n", strings.Join(keys, " "), view(m))
		}
		golden(t, name, b.String())
	}
}

// TestStates holds that the four looks are told apart without colour in one and
// in two columns. Negative control: a mark that is a style.
func TestStates(t *testing.T) {
	for _, size := range [][2]int{{76, 14}, {76, 6}, {40, 4}} {
		seen := map[string]string{}
		for name, keys := range map[string][]string{
			"untouched": nil, "focused": {"down", "down"}, "marked": {"2", "up"}, "both": {"2"}, "another": {"3", "2", "up", "home"},
			"outside focused": {"end"}, "outside both": {"0"}, "outside marked": {"0", "up"},
		} {
			shown := ansi.Strip(typed(widget(question(topics(), 60, true), size[0], size[1]), keys...).View())
			if other, ok := seen[shown]; ok {
				t.Errorf("at %v %s looks like %s:\n%s", size, name, other, shown)
			}
			seen[shown] = name
		}
	}
}

// drawn draws labels of any kind, a size and keys.
func drawn(t *rapid.T) (m marks.Model, labels []string, width, height int) {
	label := rapid.StringOfN(rapid.RuneFrom([]rune("ab čš-жЂ.評価é  ")), 1, 40, -1)
	for range rapid.IntRange(1, 40).Draw(t, "options") {
		// The bars let a test see where a label begins and ends.
		labels = append(labels, "<"+survey.Clean(label.Draw(t, "label"), 40)+">")
	}
	width, height = rapid.IntRange(12, 130).Draw(t, "width"), rapid.IntRange(0, 50).Draw(t, "height")
	m = widget(question(labels, rapid.IntRange(1, 40).Draw(t, "most"), rapid.Bool().Draw(t, "aside")), width, height)
	keys := []string{"1", "2", "3", "9", "a", "0", "down", "up", "left", "right", "home", "end", "space", "enter"}
	return typed(m, rapid.SliceOfN(rapid.SampledFrom(keys), 0, 12).Draw(t, "keys")...), labels, width, height
}

// TestViewFits holds for all labels, sizes and keys: nothing runs over the edge;
// what has the focus is whole; where nothing scrolls, all labels are whole and
// the boxes with a cross are those of the value. Negative control: a label that
// is not wrapped; columns of which one is cut.
func TestViewFits(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m, labels, width, height := drawn(t)
		shown := ansi.Strip(m.View())
		lines := strings.Split(shown, "\n")
		for _, line := range lines {
			if ansi.StringWidth(line) > width || len(lines) > max(height, 1) {
				t.Fatalf("%d lines, one of %d cells, at %d×%d:\n%s", len(lines), ansi.StringWidth(line), width, height, shown)
			}
		}
		if strings.ContainsAny(shown, "▲▼") || height < 3 {
			return
		}
		crosses := m.Value().Set.Len()
		if m.Value().Code == survey.NotApplicable {
			crosses++
		}
		if strings.Count(shown, "[x]") != crosses || strings.Count(shown, "›") != strings.Count(fmt.Sprint(m.Focused()), "true") {
			t.Fatalf("%d crosses for %+v (focused %t):\n%s", strings.Count(shown, "[x]"), m.Value(), m.Focused(), shown)
		}
		checkWhole(t, m, labels, shown)
	})
}

// checkWhole fails unless every option stands there with its box, key and label.
func checkWhole(t *rapid.T, m marks.Model, labels []string, shown string) {
	whole := packed(columns(shown))
	for i, label := range labels {
		box := "[]"
		if m.Value().Set.Has(survey.Code(i + 1)) {
			box = "[x]"
		}
		if want := box + packed(m.Points()[i].Key+label); !strings.Contains(whole, want) {
			t.Fatalf("%q is missing in\n%s", want, shown)
		}
	}
}

// columns returns what is shown with the right column below the left one.
func columns(shown string) string {
	var left, right strings.Builder
	split := -1
	for line := range strings.SplitSeq(shown, "\n") {
		if at := strings.LastIndex(line, "["); at > 4 {
			split = max(split, ansi.StringWidth(line[:at])-2)
		}
	}
	for line := range strings.SplitSeq(shown, "\n") {
		if split < 0 {
			left.WriteString(line + "\n")
			continue
		}
		left.WriteString(ansi.Cut(line, 0, split) + "\n")
		right.WriteString(ansi.Cut(line, split, ansi.StringWidth(line)) + "\n")
	}
	return left.String() + right.String()
}

// TestScroll holds that a list longer than its place keeps the focus in sight on
// the whole way down and up, and says at which end there is more.
func TestScroll(t *testing.T) {
	for _, height := range []int{1, 2, 3, 4, 10, 29} {
		m := typed(widget(question(options(60), 60, false), 40, height), "home")
		for step := range 119 {
			at := min(step, 118-step)
			shown := ansi.Strip(m.View())
			if want := fmt.Sprintf("tema broj %02d", at+1); !strings.Contains(shown, want) {
				t.Fatalf("at height %d the focus on %s is not shown:\n%s", height, want, shown)
			}
			above, below := strings.Contains(shown, "▲"), strings.Contains(shown, "▼")
			if height > 2 && (above == strings.Contains(shown, "broj 01") || below == strings.Contains(shown, "broj 60")) {
				t.Fatalf("at height %d the signs are wrong (▲ %t, ▼ %t):\n%s", height, above, below, shown)
			}
			key := "down"
			if step >= 59 {
				key = "up"
			}
			m = typed(m, key)
		}
	}
}

// BenchmarkView measures a key and what it leads to.
func BenchmarkView(b *testing.B) {
	for name, labels := range map[string][]string{"list": topics(), "columns": options(24), "scrolls": options(60)} {
		b.Run(name, func(b *testing.B) {
			m := widget(question(labels, 60, true), 76, 14)
			keys := []any{press("1"), press("down"), press("5"), press("end"), press("1")}
			size := 0
			b.ReportAllocs()
			for i := 0; b.Loop(); i++ {
				m, _ = m.Update(keys[i%len(keys)])
				size += len(m.View())
			}
			if size == 0 {
				b.Fatal("nothing was drawn")
			}
		})
	}
}
