package likert_test

import (
	"fmt"
	"strings"
	"testing"
	"unicode"

	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"anketa/survey"
	"anketa/tui/likert"
)

// TestViewFits holds that the widget is never wider or higher than its place, and
// that drawing never breaks, whatever the labels are. Negative control: a label
// that is not wrapped; boxes of different heights.
func TestViewFits(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := drawWidget(t)
		width, height := rapid.IntRange(12, 130).Draw(t, "width"), rapid.IntRange(0, 40).Draw(t, "height")
		m.SetSize(width, height)
		for range 4 {
			m = typed(m, rapid.SampledFrom([]string{"home", "end", "right", "down", "2", "0", "enter"}).Draw(t, "key"))
			lines := strings.Split(m.View(), "\n")
			if len(lines) > max(height, 1) {
				t.Fatalf("%d lines at %d×%d:\n%s", len(lines), width, height, m.View())
			}
			for _, line := range lines {
				if ansi.StringWidth(line) > width {
					t.Fatalf("a line of %d cells at %d×%d:\n%s", ansi.StringWidth(line), width, height, m.View())
				}
			}
		}
	})
}

// drawWidget draws a widget with labels of any kind.
func drawWidget(t *rapid.T) likert.Model {
	label := rapid.StringOfN(rapid.RuneFrom([]rune("ab čš-жЂ.評価é ")), 1, 40, -1)
	kind := rapid.SampledFrom([]survey.Kind{survey.KindLikert, survey.KindChoice, survey.KindYesNo}).Draw(t, "kind")
	q := question(kind, 2, rapid.Bool().Draw(t, "aside"))
	q.Points = nil
	for i := range rapid.IntRange(2, 11).Draw(t, "points") {
		q.Points = append(q.Points, survey.Point{Value: fmt.Sprint(i + 1), Label: survey.Text{survey.English: survey.Clean(label.Draw(t, "label"), 40)}})
	}
	return widget(q, 80, 24)
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

// boxes returns what stands in each box of a row, line after line.
func boxes(shown string) []string {
	var content []string
	for line := range strings.SplitSeq(shown, "\n") {
		parts := strings.Split(strings.ReplaceAll(line, "║", "│"), "│")
		for i := 1; i < len(parts); i += 2 {
			if i/2 == len(content) {
				content = append(content, "")
			}
			content[i/2] += parts[i]
		}
	}
	return content
}

// TestLabelsWhole holds that every label of a row, and the focused label of a
// list, stands there whole, however it is wrapped. Negative control: a label
// that is truncated, or a box with a line too few.
func TestLabelsWhole(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := drawWidget(t)
		m.SetSize(rapid.IntRange(20, 140).Draw(t, "width"), rapid.IntRange(14, 40).Draw(t, "height"))
		at := rapid.IntRange(0, len(m.Points())-1).Draw(t, "focus")
		m = typed(m, "home")
		for range at {
			m = typed(m, "down")
		}
		shown := ansi.Strip(m.View())
		if label := packed(m.Points()[at].Label); !m.Row() && !strings.Contains(packed(shown), label) {
			t.Fatalf("the focused label %q is cut:\n%s", m.Points()[at].Label, shown)
		}
		if !m.Row() {
			return
		}
		for i, box := range boxes(shown) {
			if p := m.Points()[i]; packed(box) != packed(p.Key+p.Label) {
				t.Fatalf("the box of %q holds %q:\n%s", p.Label, packed(box), shown)
			}
		}
	})
}

// TestScroll holds that a list longer than its place keeps the focus in sight on
// the whole way down and up, and says at which end there is more. Negative
// control: a window that begins at the top.
func TestScroll(t *testing.T) {
	q := &survey.Question{Kind: survey.KindChoice}
	for i := range 60 {
		q.Points = append(q.Points, survey.Point{Value: fmt.Sprint(i + 1), Label: survey.Text{survey.English: fmt.Sprintf("option %02d", i+1)}})
	}
	for _, height := range []int{1, 2, 3, 4, 10, 59, 60} {
		m := typed(widget(q, 40, height), "home")
		for step := range 118 {
			at := step
			if step >= 60 {
				at = 118 - step
			}
			shown := ansi.Strip(m.View())
			if want := fmt.Sprintf("option %02d", at+1); !strings.Contains(shown, want) {
				t.Fatalf("at height %d the focus on %s is not shown:\n%s", height, want, shown)
			}
			above, below := strings.Contains(shown, "▲"), strings.Contains(shown, "▼")
			if first, last := strings.Contains(shown, "option 01"), strings.Contains(shown, "option 60"); height > 2 && (above == first || below == last) {
				t.Fatalf("at height %d the marks are wrong (▲ %t, ▼ %t):\n%s", height, above, below, shown)
			}
			key := "down"
			if step >= 59 {
				key = "up"
			}
			m = typed(m, key)
		}
	}
}

// BenchmarkView measures drawing the widget when the choice changed, as boxes
// and as a list; the goal of the whole frame is 20 µs.
func BenchmarkView(b *testing.B) {
	for name, q := range map[string]*survey.Question{
		"row": question(survey.KindLikert, 5, true), "list": question(survey.KindChoice, 11, true), "numbers": numbers("never", "always", true),
	} {
		for _, size := range [][2]int{{76, 14}, {124, 50}} {
			b.Run(fmt.Sprintf("%s/%d×%d", name, size[0], size[1]), func(b *testing.B) {
				m := widget(q, size[0], size[1])
				keys := []any{press("1"), press("2"), press("5"), press("end")}
				drawn := 0
				b.ReportAllocs()
				for i := 0; b.Loop(); i++ {
					m, _ = m.Update(keys[i%len(keys)])
					drawn += len(m.View())
				}
				if drawn == 0 {
					b.Fatal("nothing was drawn")
				}
			})
		}
	}
}
