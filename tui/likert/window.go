package likert

import (
	"image"

	"charm.land/lipgloss/v2"
)

// Window says which lines of a list stand in its place when there are more than
// fit: Height lines from Start on. Where there is room for signs, its first and
// last line say that the list goes on.
type Window struct{ Lines, Start, Height int }

// NewWindow returns the window that shows the lines from up to but not including
// to, or as many of them as fit.
func NewWindow(lines, from, to, height int) Window {
	w := Window{Lines: lines, Height: max(height, 0)}
	switch {
	case lines <= w.Height:
	case !w.signs():
		w.Start = min(from, lines-w.Height)
	case to > w.Height-1:
		// One line at each end is kept for the sign that the list goes on; the first
		// line of the focus goes before its last one.
		w.Start = max(min(to-w.Height+1, from-1, lines-w.Height), 0)
	}
	return w
}

// At returns the window with another start, or the nearest one that there is.
func (w Window) At(start int) Window {
	w.Start = max(min(start, w.Lines-w.Height), 0)
	return w
}

// signs reports whether there is room for signs.
func (w Window) signs() bool { return w.Height >= 3 }

// Above reports whether the first line of the window says that there is more
// above it, Below whether the last one says that there is more below.
func (w Window) Above() bool { return w.signs() && w.Start > 0 }

// Below is [Window.Above] for the other end.
func (w Window) Below() bool { return w.signs() && w.Start+w.Height < w.Lines }

// Draw returns the lines in the window, with the signs above and below.
func (w Window) Draw(lines []string, above, below string) []string {
	if len(lines) <= w.Height {
		return lines
	}
	shown := append([]string(nil), lines[w.Start:w.Start+w.Height]...)
	if w.Above() {
		shown[0] = above
	}
	if w.Below() {
		shown[len(shown)-1] = below
	}
	return shown
}

// Area returns where in the window the lines from up to but not including to
// stand, as wide as given; it is empty for lines that do not show.
func (w Window) Area(from, to, width int) image.Rectangle {
	first, end := 0, w.Height
	if w.Above() {
		first++
	}
	if w.Below() {
		end--
	}
	from, to = max(from-w.Start, first), min(to-w.Start, end)
	if from >= to {
		return image.Rectangle{}
	}
	return image.Rect(0, from, width, to)
}

// Signs returns where in the window the signs stand, as wide as given: empty
// areas where there are none.
func (w Window) Signs(width int) (above, below image.Rectangle) {
	if w.Above() {
		above = image.Rect(0, 0, width, 1)
	}
	if w.Below() {
		below = image.Rect(0, w.Height-1, width, w.Height)
	}
	return above, below
}

// Page is how many lines a step from window to window leads on.
func (w Window) Page() int { return max(w.Height-2, 1) }

// DrawList is [Window.Draw] with the signs of the lists of this package.
func (w Window) DrawList(lines []string, more lipgloss.Style) []string {
	if len(lines) <= w.Height {
		return lines
	}
	return w.Draw(lines, more.Render("   ▲ …"), more.Render("   ▼ …"))
}
