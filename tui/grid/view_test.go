package grid_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"anketa/survey"
	"anketa/tui/grid"
)

// TestGolden holds what tables look like on terminals of several sizes.
func TestGolden(t *testing.T) {
	for name, c := range map[string]struct {
		rows          []string
		scale         string
		aside         bool
		width, height int
	}{
		"before-after-60":        {beforeAfter(), "agreement-5", false, 56, 8},
		"before-after-60-legend": {beforeAfter(), "extent-5", true, 56, 9},
		"before-after-80":        {beforeAfter(), "satisfaction-5", true, 76, 14},
		"before-after-200":       {beforeAfter(), "extent-7", true, 124, 40},
		"matrix-80":              {matrix(), "quality-5", true, 76, 16},
		"matrix-80-tight":        {matrix(), "extent-5", true, 76, 14},
		"matrix-120":             {matrix(), "agreement-5", false, 116, 24},
	} {
		m := widget(c.rows, question(t, c.scale, c.aside), c.width, c.height)
		m.SetValue(0, 4)
		var b strings.Builder
		fmt.Fprintf(&b, "== chosen\n%s\n", view(m))
		m.SetRow(1)
		fmt.Fprintf(&b, "== next row\n%s\n", view(m))
		fmt.Fprintf(&b, "== focused\n%s\n", view(typed(m, "end", "left")))
		fmt.Fprintf(&b, "== last point\n%s\n", view(typed(m, "end", "enter")))
		golden(t, name, b.String())
	}
}

// TestFits holds which tables fit. At 60×16 and 80×24 the places are those that
// the kiosk leaves below a question of two lines.
func TestFits(t *testing.T) {
	for name, c := range map[string]struct {
		rows          []string
		scale         string
		aside         bool
		width, height int
		want          bool
	}{
		"agreement, two rows at 60":    {beforeAfter(), "agreement-5", false, 56, 8, true},
		"extent":                       {beforeAfter(), "extent-5", false, 56, 8, true},
		"quality":                      {beforeAfter(), "quality-5", false, 56, 8, true},
		"frequency":                    {beforeAfter(), "frequency-5", false, 56, 8, true},
		"likelihood":                   {beforeAfter(), "likelihood-5", false, 56, 8, true},
		"confidence":                   {beforeAfter(), "confidence-5", false, 56, 8, true},
		"satisfaction has long words":  {beforeAfter(), "satisfaction-5", false, 56, 30, false},
		"satisfaction at 80":           {beforeAfter(), "satisfaction-5", true, 76, 9, true},
		"too low":                      {beforeAfter(), "agreement-5", false, 56, 7, false},
		"four rows at 80":              {matrix(), "agreement-5", true, 76, 14, true},
		"four rows, too low":           {matrix(), "agreement-5", true, 76, 13, false},
		"seven points at 80":           {matrix(), "extent-7", false, 76, 30, true},
		"seven points with long words": {matrix(), "satisfaction-7", false, 76, 30, false},
		"seven points at 120":          {matrix(), "extent-7", true, 116, 30, true},
		"a row of too many lines":      {[]string{strings.Repeat("duga ", 30)}, "agreement-5", false, 56, 40, false},
		"no place":                     {matrix(), "agreement-5", true, 0, 0, false},
		"a place of a negative height": {matrix(), "agreement-5", true, 76, -3, false},
	} {
		m := widget(c.rows, question(t, c.scale, c.aside), c.width, c.height)
		if got := m.Fits(c.width, c.height); got != c.want || (m.View() != "") != c.want {
			t.Errorf("%s: fits %t, shows\n%s", name, got, view(m))
		}
	}
}

// TestLegend holds that a point outside n with a long label is explained below
// the table, whole and without a broken word, or the table does not fit.
// Negative control: a legend of one line.
func TestLegend(t *testing.T) {
	const long = "ne mogu da procenim, jer o tome još nisam imala priliku da razmišljam"
	word := strings.Repeat("a", 40)
	for _, c := range []struct {
		aside string
		width int
		want  string
	}{
		{long, 34, "  0  ne mogu da procenim, jer o\n     tome još nisam imala priliku\n     da razmišljam"},
		{word, 45, "  0  " + word},
		{word, 44, ""},
	} {
		m := widget(beforeAfter(), labelled([]string{"nimalo", "potpuno"}, c.aside), c.width, 9)
		if got := view(m); !strings.HasSuffix(got, c.want) || (c.want == "") != (got == "") {
			t.Errorf("%q at %d shows\n%s", c.aside, c.width, got)
		}
	}
}

// TestStates holds that states are told apart without colour. Negative control:
// the same brackets for the focus; a mark that is a style; a pointer that is one.
func TestStates(t *testing.T) {
	seen := map[string]string{}
	for name, c := range map[string]struct {
		row  int
		keys []string
	}{
		"first row": {0, nil}, "second row": {1, nil}, "focused": {0, []string{"right", "right"}}, "focused below": {1, []string{"right", "right"}},
		"chosen": {0, []string{"2", "left"}}, "both": {0, []string{"2"}}, "both below": {1, []string{"2"}},
		"outside": {0, []string{"0"}}, "outside focused": {0, []string{"end"}},
	} {
		m := widget(beforeAfter(), question(t, "extent-5", true), 76, 12)
		m.SetRow(c.row)
		shown := ansi.Strip(typed(m, c.keys...).View())
		if other, ok := seen[shown]; ok {
			t.Errorf("%s looks like %s:\n%s", name, other, shown)
		}
		seen[shown] = name
	}
}

// TestEqual holds that the points of a scale stand at equal distances where the
// width allows it, and the marks below their keys.
func TestEqual(t *testing.T) {
	for _, size := range [][2]int{{76, 14}, {116, 30}} {
		lines := strings.Split(view(widget(beforeAfter(), question(t, "extent-5", false), size[0], size[1])), "\n")
		var keys, marks []int
		for i, r := range lines[0] {
			if r != ' ' {
				keys = append(keys, i)
			}
		}
		for i := range lines[len(lines)-1] {
			if lines[len(lines)-1][i] == '(' {
				marks = append(marks, i+1)
			}
		}
		if fmt.Sprint(keys) != fmt.Sprint(marks) {
			t.Errorf("at %v keys stand at %v, marks at %v", size, keys, marks)
		}
		for i := 2; i < len(keys); i++ {
			if keys[i]-keys[i-1] != keys[1]-keys[0] {
				t.Errorf("at %v keys stand at %v", size, keys)
			}
		}
	}
}

// BenchmarkView measures a key and what it leads to.
func BenchmarkView(b *testing.B) {
	for name, rows := range map[string][]string{"two": beforeAfter(), "four": matrix()} {
		b.Run(name, func(b *testing.B) {
			m := widget(rows, question(b, "quality-5", true), 76, 16)
			keys := []any{press("1"), press("right"), press("5"), press("0")}
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

// BenchmarkLay measures a new question on the screen: planning and drawing it.
func BenchmarkLay(b *testing.B) {
	q := question(b, "agreement-5", true)
	b.ReportAllocs()
	for b.Loop() {
		m := grid.New(matrix(), q, survey.SerbianLatin)
		m.SetSize(76, 16)
		m.SetStyles(grid.DefaultStyles())
	}
}
