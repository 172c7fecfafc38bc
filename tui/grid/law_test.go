package grid_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"anketa/survey"
	"anketa/tui/grid"
)

// table is a drawn widget with what was put into it.
type table struct {
	model         grid.Model
	rows, labels  []string
	aside         string
	width, height int
}

// drawTable draws a widget with texts made of the given letters, a size and keys.
func drawTable(t *rapid.T, letters string) table {
	text := rapid.StringOfN(rapid.RuneFrom([]rune(letters)), 1, 30, -1)
	texts := func(name string, least, most int) []string {
		var all []string
		for range rapid.IntRange(least, most).Draw(t, name) {
			all = append(all, survey.Clean(text.Draw(t, name), 30))
		}
		return all
	}
	d := table{rows: texts("row", 1, 6), labels: texts("point", 2, 11)}
	if rapid.Bool().Draw(t, "aside") {
		d.aside = survey.Clean("x"+text.Draw(t, "aside"), 30)
	}
	d.width, d.height = rapid.IntRange(0, 150).Draw(t, "width"), rapid.IntRange(0, 50).Draw(t, "height")
	m := widget(d.rows, labelled(d.labels, d.aside), d.width, d.height)
	for range rapid.IntRange(0, 5).Draw(t, "steps") {
		m.SetRow(rapid.IntRange(0, len(d.rows)-1).Draw(t, "row"))
		m = typed(m, rapid.SampledFrom([]string{"1", "2", "9", "b", "0", "right", "left", "home", "end", "enter"}).Draw(t, "key"))
	}
	d.model = m
	return d
}

// TestViewFits holds for all texts, sizes and keys: nothing runs over the edge,
// everything is whole, and there is a mark in a row exactly where its value says.
// Negative control: a column narrower than its label; a width without the gaps.
func TestViewFits(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := drawTable(t, "ab čš-жЂ.評価é  ")
		shown := ansi.Strip(d.model.View())
		lines := strings.Split(shown, "\n")
		if !d.model.Fits(d.width, d.height) {
			if shown != "" {
				t.Fatalf("what does not fit into %d×%d is shown:\n%s", d.width, d.height, shown)
			}
			return
		}
		for _, line := range lines {
			if ansi.StringWidth(line) > d.width || len(lines) > d.height {
				t.Fatalf("%d lines, one of %d cells, at %d×%d:\n%s", len(lines), ansi.StringWidth(line), d.width, d.height, shown)
			}
		}
		d.check(t, lines)
	})
}

// check fails unless head, rows and legend hold all texts and the right marks.
func (d *table) check(t *rapid.T, lines []string) {
	// Brackets in a row show where its columns are.
	first := slices.IndexFunc(lines, isRow)
	starts := columnStarts(lines[first])
	points := d.model.Points()
	if len(starts) != len(points) {
		t.Fatalf("%d marks for %d points:\n%s", len(starts), len(points), strings.Join(lines, "\n"))
	}
	below := d.checkRows(t, lines[first:], starts[0])
	for i, p := range points {
		label := d.aside
		if i < len(d.labels) {
			label = d.labels[i]
		}
		inHead := d.below(lines[1:first], i, starts, label)
		if !strings.Contains(lines[0], p.Key) || !inHead && (p.Code != survey.NotApplicable || !strings.Contains(below, packed(label))) {
			t.Fatalf("point %d, %q, is not shown:\n%s", i, label, strings.Join(lines, "\n"))
		}
	}
}

// isRow reports whether a line is the first one of a row.
func isRow(line string) bool { return strings.ContainsAny(line, "([") }

// checkRows fails unless the rows have their labels, in a column of a width, and
// their marks. It returns what stands there, the legend included.
func (d *table) checkRows(t *rapid.T, lines []string, width int) string {
	row, texts := -1, make([]string, len(d.rows))
	for _, line := range lines {
		if isRow(line) {
			row++
			d.checkMarks(t, row, ansi.Cut(line, width, ansi.StringWidth(line)))
			line = ansi.Cut(line, 0, width)
		}
		texts[row] += strings.TrimPrefix(strings.TrimPrefix(line, "›"), " ")
	}
	for i, text := range d.rows {
		// The legend follows the last row.
		if !strings.HasPrefix(packed(texts[i]), packed(text)) || i < len(d.rows)-1 && packed(texts[i]) != packed(text) {
			t.Fatalf("the row %q is shown as %q:\n%s", text, texts[i], strings.Join(lines, "\n"))
		}
	}
	return packed(texts[len(texts)-1])
}

// columnStarts returns where the marks of a row begin, in cells.
func columnStarts(line string) []int {
	var starts []int
	cell := 0
	for _, r := range line {
		if r == '(' || r == '[' {
			starts = append(starts, cell)
		}
		cell += ansi.StringWidth(string(r))
	}
	return starts
}

// below reports whether a label stands in the head over the mark of a point:
// what is there, read from line to line between the marks of its neighbours, is
// the label and nothing else.
func (d *table) below(head []string, i int, starts []int, label string) bool {
	for from := 0; from <= starts[i]; from++ {
		for to := starts[i] + 3; to <= d.width; to++ {
			if i > 0 && from < starts[i-1]+3 || i+1 < len(starts) && to > starts[i+1] {
				continue
			}
			var b strings.Builder
			for _, line := range head {
				if !strings.Contains(line, "─") {
					b.WriteString(ansi.Cut(line, from, to))
				}
			}
			if packed(b.String()) == packed(label) {
				return true
			}
		}
	}
	return false
}

// checkMarks fails unless a row has its mark where its value says, and corners
// only where the focus is.
func (d *table) checkMarks(t *rapid.T, row int, marks string) {
	points := d.model.Points()
	corners := 0
	for i, part := range strings.FieldsFunc(marks, func(r rune) bool { return r == ')' || r == ']' }) {
		if i >= len(points) {
			break
		}
		has, value := strings.Contains(part, "●"), d.model.Value(row)
		if has != (value != survey.Missing && points[i].Code == value) {
			t.Fatalf("row %d with the value %d shows %s", row, value, marks)
		}
		corners += strings.Count(part, "[")
	}
	want := 0
	if row == d.model.Row() && d.model.Focused() {
		want = 1
	}
	if corners != want {
		t.Fatalf("row %d has %d corners, want %d: %s", row, corners, want, marks)
	}
}

// TestWordsWhole holds that no word of any label is broken. Negative control: a
// column of which the least width is not that of the longest word.
func TestWordsWhole(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := drawTable(t, "abcd čšж評  ")
		shown := strings.Fields(ansi.Strip(d.model.View()))
		if len(shown) == 0 {
			return
		}
		for _, text := range append(append(slices.Clone(d.rows), d.labels...), d.aside) {
			for _, word := range strings.Fields(text) {
				if !slices.Contains(shown, word) {
					t.Fatalf("the word %q is broken:\n%s", word, ansi.Strip(d.model.View()))
				}
			}
		}
	})
}
