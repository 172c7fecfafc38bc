// Package chart draws bars as strings of a given width: plain bars for counts
// and diverging bars for Likert questions. All bars of a screen can share one
// [Axis], so that their zero lines stand below each other.
//
// The package hides how shares become cells: the cells of a bar always add up
// to its exact width (largest remainder), and every segment has a pattern of
// its own, so that colour is never needed.
package chart

import (
	"cmp"
	"image/color"
	"slices"
	"strings"

	"charm.land/lipgloss/v2"
)

// Styles are the looks of the bars.
type Styles struct {
	// Bar draws plain bars, Axis the zero line.
	Bar, Axis lipgloss.Style
	// Against, Middle and Agree colour the low, neutral and high points of a scale.
	Against, Middle, Agree color.Color
}

// Bar draws a plain bar for a share between 0 and 1. A share above nothing is
// never invisible: it gets at least one cell.
func Bar(s Styles, share float64, width int) string {
	cells := int(share*float64(width) + 0.5)
	if share > 0 {
		cells = max(cells, 1)
	}
	return s.Bar.Render(strings.Repeat("█", min(cells, width)))
}

// Pattern returns the character that fills the segment of a point: striped at
// the low end of the scale, light in the middle, full at the high end, so that
// the two sides differ without colour.
func Pattern(point, points int) string {
	switch {
	case point == 0:
		return "▌"
	case point == points-1:
		return "█"
	case 2*point+1 == points:
		return "░"
	case 2*point+1 < points:
		return "▒"
	}
	return "▓"
}

// Color returns the colour of a point of a scale.
func (s *Styles) Color(point, points int) color.Color {
	switch {
	case 2*point+1 == points:
		return s.Middle
	case 2*point+1 < points:
		return s.Against
	}
	return s.Agree
}

// Segment draws cells of a point in its pattern and colour.
func (s *Styles) Segment(point, points, cells int) string {
	if cells <= 0 {
		return ""
	}
	return lipgloss.NewStyle().Foreground(s.Color(point, points)).Render(strings.Repeat(Pattern(point, points), cells))
}

// Cells shares width cells among counts by the largest remainder, so that they
// add up to width exactly; all are 0 when there is nothing to share.
func Cells(counts []int, width int) []int {
	cells := make([]int, len(counts))
	total := 0
	for _, c := range counts {
		total += c
	}
	if total == 0 {
		return cells
	}
	order := make([]int, len(counts))
	left := width
	for i, c := range counts {
		order[i] = i
		cells[i] = c * width / total
		left -= cells[i]
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return cmp.Compare(counts[b]*width%total, counts[a]*width%total)
	})
	for _, i := range order[:left] {
		cells[i]++
	}
	return cells
}
