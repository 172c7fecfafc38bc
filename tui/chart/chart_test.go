package chart_test

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"anketa/tui/chart"
)

// styles are looks without colour.
func styles() chart.Styles {
	return chart.Styles{Against: lipgloss.NoColor{}, Middle: lipgloss.NoColor{}, Agree: lipgloss.NoColor{}}
}

// sum adds numbers.
func sum(numbers []int) int {
	total := 0
	for _, n := range numbers {
		total += n
	}
	return total
}

// drawCounts draws the counts of a question.
func drawCounts(t *rapid.T, points int) []int {
	return rapid.SliceOfN(rapid.IntRange(0, 1000), points, points).Draw(t, "counts")
}

// TestCells holds that cells are shared by the largest remainder: they add up to
// the width, each is its exact share rounded down or up, equal counts of which
// the first is larger come first, and without answers all are 0.
func TestCells(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		counts := drawCounts(t, rapid.IntRange(1, 60).Draw(t, "points"))
		width := rapid.IntRange(0, 250).Draw(t, "width")
		cells, total := chart.Cells(counts, width), sum(counts)
		if total == 0 {
			if sum(cells) != 0 {
				t.Fatalf("nothing was shared as %v", cells)
			}
			return
		}
		if sum(cells) != width {
			t.Fatalf("%v of width %d add up to %d", cells, width, sum(cells))
		}
		for i, c := range counts {
			if low := c * width / total; cells[i] != low && (cells[i] != low+1 || c*width%total == 0) {
				t.Fatalf("%d of %d on %d cells got %d", c, total, width, cells[i])
			}
		}
	})
}

// TestCellsExamples holds some shares that can be worked out by hand.
func TestCellsExamples(t *testing.T) {
	for _, c := range []struct {
		counts []int
		width  int
		want   []int
	}{
		{[]int{1, 1, 1}, 10, []int{4, 3, 3}},
		{[]int{0, 5, 9, 43, 15}, 72, []int{0, 5, 9, 43, 15}},
		{[]int{1, 71}, 10, []int{0, 10}},
		{[]int{1, 1}, 1, []int{1, 0}},
		{[]int{0, 0}, 10, []int{0, 0}},
		{nil, 10, []int{}},
	} {
		if got := chart.Cells(c.counts, c.width); !slices.Equal(got, c.want) {
			t.Errorf("%v on %d cells: got %v, want %v", c.counts, c.width, got, c.want)
		}
	}
}

// TestBar holds that a bar is as long as its share, never longer than its width,
// and never invisible for a share above nothing.
func TestBar(t *testing.T) {
	for _, c := range []struct {
		share float64
		width int
		want  int
	}{{0, 20, 0}, {1, 20, 20}, {0.5, 20, 10}, {0.001, 20, 1}, {0.999, 20, 20}, {0.024, 20, 1}, {0.025, 20, 1}, {1, 1, 1}, {0.5, 0, 0}} {
		if got := utf8.RuneCountInString(ansi.Strip(chart.Bar(styles(), c.share, c.width))); got != c.want {
			t.Errorf("a share of %v on %d cells is %d long, want %d", c.share, c.width, got, c.want)
		}
	}
}

// TestPattern holds that no pattern stands on both sides of a scale, that only
// the middle of an odd one is light, and that neighbours at the ends differ.
// Negative control: ends that share a pattern.
func TestPattern(t *testing.T) {
	for points := 2; points <= 11; points++ {
		for i := range points {
			for other := (points + 1) / 2; i < points/2 && other < points; other++ {
				if chart.Pattern(i, points) == chart.Pattern(other, points) {
					t.Errorf("of %d points %d and %d look the same", points, i+1, other+1)
				}
			}
			if light := chart.Pattern(i, points) == "░"; light != (2*i+1 == points) {
				t.Errorf("of %d points %d is light: %t", points, i+1, light)
			}
		}
		if points > 2 && chart.Pattern(0, points) == chart.Pattern(1, points) {
			t.Errorf("of %d points the first two look the same", points)
		}
	}
}

// TestColor holds that the colours repeat what the sides say.
func TestColor(t *testing.T) {
	s := chart.Styles{Against: lipgloss.Color("1"), Middle: lipgloss.Color("2"), Agree: lipgloss.Color("3")}
	for i, want := range []any{s.Against, s.Against, s.Middle, s.Agree, s.Agree} {
		if got := s.Color(i, 5); got != want {
			t.Errorf("point %d has the colour %v, want %v", i+1, got, want)
		}
	}
	if s.Color(1, 4) != s.Against || s.Color(2, 4) != s.Agree {
		t.Error("a scale without a middle has one")
	}
}

// TestSegment holds that a segment has exactly its cells, also none.
func TestSegment(t *testing.T) {
	s := styles()
	for _, cells := range []int{-1, 0, 1, 7} {
		if got := ansi.StringWidth(s.Segment(0, 5, cells)); got != max(cells, 0) {
			t.Errorf("a segment of %d cells has %d", cells, got)
		}
	}
}

// TestDiverging holds that all bars of an axis have its width and their zero line
// in the same column, that their segments add up to the same number of cells,
// and that the points below the middle lie left of it. Negative control: an axis
// made from one bar only, a middle that is not halved.
func TestDiverging(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		points := rapid.IntRange(2, 11).Draw(t, "points")
		bars := make([][]int, rapid.IntRange(1, 6).Draw(t, "bars"))
		for i := range bars {
			bars[i] = drawCounts(t, points)
		}
		width := rapid.IntRange(1, 200).Draw(t, "width")
		axis := chart.NewAxis(bars, width)
		zero, full := -1, -1
		for _, counts := range bars {
			shown := ansi.Strip(axis.Diverging(styles(), counts))
			if got := ansi.StringWidth(shown); got != width {
				t.Fatalf("%v is %d cells wide, want %d: %q", counts, got, width, shown)
			}
			before, behind, found := strings.Cut(shown, "│")
			if !found {
				t.Fatalf("%v has no zero line: %q", counts, shown)
			}
			if at := ansi.StringWidth(before); zero >= 0 && at != zero {
				t.Fatalf("the zero line of %v is in column %d, want %d", counts, at, zero)
			}
			zero = ansi.StringWidth(before)
			if sum(counts) == 0 {
				continue
			}
			cells := ansi.StringWidth(strings.TrimSpace(before)) + ansi.StringWidth(strings.TrimSpace(behind))
			if full >= 0 && cells != full {
				t.Fatalf("%v has %d cells, want %d", counts, cells, full)
			}
			full = cells
			sides(t, counts, strings.TrimSpace(before), strings.TrimSpace(behind), full)
		}
	})
}

// sides fails unless the cells on both sides of the zero line are those of the
// points below and above the middle, with half of the middle on each.
func sides(t *rapid.T, counts []int, before, behind string, full int) {
	cells := chart.Cells(counts, full)
	n := len(cells)
	left, right := sum(cells[:n/2]), sum(cells[(n+1)/2:])
	if n%2 == 1 {
		left, right = left+cells[n/2]/2, right+cells[n/2]-cells[n/2]/2
	}
	if ansi.StringWidth(before) != left || ansi.StringWidth(behind) != right {
		t.Fatalf("%v lies %d left and %d right, want %d and %d", counts, ansi.StringWidth(before), ansi.StringWidth(behind), left, right)
	}
}

// TestDivergingExamples holds bars that can be drawn by hand: as large as the
// width allows, what is left over shared around them.
func TestDivergingExamples(t *testing.T) {
	for _, c := range []struct {
		counts []int
		want   string
	}{
		{[]int{0, 0, 0, 1}, "│███████████████████"},
		{[]int{1, 0, 0, 0}, "▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌│"},
		{[]int{1, 1, 1, 1}, "▌▌▌▌▌▒▒▒▒▒│▓▓▓▓▓████"},
		{[]int{0, 0, 1, 0, 0}, "░░░░░░░░░│░░░░░░░░░░"},
		{[]int{0, 0}, "         │          "},
	} {
		axis := chart.NewAxis([][]int{c.counts}, 20)
		if got := ansi.Strip(axis.Diverging(styles(), c.counts)); got != c.want {
			t.Errorf("%v is drawn as %q, want %q", c.counts, got, c.want)
		}
	}
}

// TestDivergingShared holds that two bars on one axis keep their sides apart.
func TestDivergingShared(t *testing.T) {
	bars := [][]int{{3, 0, 0, 1}, {0, 1, 1, 2}}
	axis := chart.NewAxis(bars, 14)
	for i, want := range []string{"▌▌▌▌▌▌│██     ", "    ▒▒│▓▓████ "} {
		if got := ansi.Strip(axis.Diverging(styles(), bars[i])); got != want {
			t.Errorf("%v is drawn as %q, want %q", bars[i], got, want)
		}
	}
}
