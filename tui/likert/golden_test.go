package likert_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"anketa/survey"
	"anketa/tui/likert"
)

var update = flag.Bool("update", false, "write the golden files instead of comparing with them")

// words are what labels are made of.
func words() []string {
	return []string{
		"nimalo", "u maloj meri", "donekle", "u značajnoj meri", "u potpunosti", "sasvim", "veoma", "pretežno", "uglavnom", "umereno", "izuzetno",
	}
}

// question returns a question of a kind with n points, and one outside n.
func question(kind survey.Kind, n int, aside bool) *survey.Question {
	q := &survey.Question{ID: "q", Kind: kind}
	for i := range n {
		q.Points = append(q.Points, survey.Point{Value: fmt.Sprint(i + 1), Label: survey.Text{survey.English: words()[i]}})
	}
	if aside {
		q.NotApplicable = survey.Text{survey.English: "ne mogu da procenim"}
	}
	return q
}

// widget returns a widget of a size.
func widget(q *survey.Question, width, height int) likert.Model {
	m := likert.New(q, survey.English)
	m.SetStyles(likert.DefaultStyles())
	m.SetSize(width, height)
	return m
}

// view returns what a widget shows, without styles and the spaces at line ends.
func view(m likert.Model) string {
	lines := strings.Split(ansi.Strip(m.View()), "\n")
	for i := range lines {
		lines[i] = strings.TrimRight(lines[i], " ")
	}
	return strings.Join(lines, "\n")
}

// TestGolden holds what scales and choices of 2 to 11 points look like at five
// widths. Negative control: any change of a frame, a mark or a margin.
func TestGolden(t *testing.T) {
	for _, kind := range []survey.Kind{survey.KindLikert, survey.KindChoice} {
		for _, width := range []int{40, 60, 80, 120, 200} {
			var b strings.Builder
			for n := 2; n <= 11; n++ {
				m := widget(question(kind, n, n%2 == 1), width, 16)
				fmt.Fprintf(&b, "== %d points\n%s\n", n, view(m))
			}
			golden(t, fmt.Sprintf("%s-%d", kind, width), b.String())
		}
	}
}

// TestGoldenLooks holds the four looks of a point in a row and in a list, high
// and low, and those of the point outside n.
func TestGoldenLooks(t *testing.T) {
	for name, size := range map[string][2]int{"row": {80, 12}, "row-high": {80, 30}, "list": {40, 12}, "list-high": {40, 30}} {
		var b strings.Builder
		for _, c := range []struct {
			look   string
			value  survey.Code
			aside  bool
			before string
		}{
			{"untouched", survey.Missing, false, ""},
			{"focused", survey.Missing, false, "right"},
			{"chosen", 2, false, "right"},
			{"both", 2, false, ""},
			{"outside focused", survey.Missing, true, "end"},
			{"outside chosen", survey.NotApplicable, true, "left"},
			{"outside both", survey.NotApplicable, true, ""},
		} {
			m := widget(question(survey.KindLikert, 5, c.aside), size[0], size[1])
			m.SetValue(c.value)
			if c.before != "" {
				m, _ = m.Update(press(c.before))
			}
			fmt.Fprintf(&b, "== %s\n%s\n", c.look, view(m))
		}
		golden(t, "looks-"+name, b.String())
	}
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
