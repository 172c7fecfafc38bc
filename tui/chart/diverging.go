package chart

import (
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// Axis is the common scale of several diverging bars: the points below the
// middle of the scale lie left of the zero line, those above it right, and half
// of a neutral middle on each side (Heiberger and Robbins, Journal of
// Statistical Software 57, 2014).
type Axis struct {
	// Width is the width of a bar with the space around it, in cells.
	Width int
	// full is how many cells all segments of a bar take together.
	full int
	// zero is the column of the zero line.
	zero int
}

// NewAxis returns the axis on which all bars are as large as a width allows.
// Each element of bars holds the counts of one question, from the lowest point
// to the highest.
func NewAxis(bars [][]int, width int) Axis {
	for full := width - 1; full > 0; full-- {
		left, right := 0, 0
		for _, counts := range bars {
			l, r := sides(Cells(counts, full))
			left, right = max(left, l), max(right, r)
		}
		if left+1+right <= width {
			// What is left over is shared, so that the picture stands in the middle.
			return Axis{Width: width, full: full, zero: left + (width-left-1-right)/2}
		}
	}
	return Axis{Width: width, full: 0, zero: width / 2}
}

// sides returns how many cells of a bar lie on each side of the zero line.
func sides(cells []int) (left, right int) {
	for i, c := range cells {
		switch {
		case 2*i+1 == len(cells):
			left += c / 2
			right += c - c/2
		case 2*i+1 < len(cells):
			left += c
		default:
			right += c
		}
	}
	return left, right
}

// Diverging draws the bar of one question on the axis, exactly Axis.Width wide.
func (a Axis) Diverging(s Styles, counts []int) string {
	cells := Cells(counts, a.full)
	before, behind := sides(cells)
	var left, right strings.Builder
	taken := 0
	for i, c := range cells {
		here := min(c, max(before-taken, 0))
		left.WriteString(s.Segment(i, len(cells), here))
		right.WriteString(s.Segment(i, len(cells), c-here))
		taken += c
	}
	return strings.Repeat(" ", a.zero-before) + left.String() + s.Axis.Render("│") +
		right.String() + strings.Repeat(" ", a.Width-a.zero-1-behind)
}

// Growing is Diverging as it looks while the bar grows out of the zero line, when a
// part of it from 0 to 1 is there.
func (a Axis) Growing(s Styles, counts []int, part float64) string {
	bar := a.Diverging(s, counts)
	if part >= 1 {
		return bar
	}
	left := int(part * float64(a.zero))
	right := int(part * float64(a.Width-a.zero-1))
	return strings.Repeat(" ", a.zero-left) + ansi.Cut(bar, a.zero-left, a.zero+1+right) + strings.Repeat(" ", a.Width-a.zero-1-right)
}
