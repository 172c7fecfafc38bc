package tui

import (
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// The smallest terminal that shows every screen whole.
const (
	minWidth  = 60
	minHeight = 16
)

// widest is the widest column of content: longer lines are hard to read.
const widest = 124

// layout says where things go on a terminal of a size.
type layout struct {
	// width and height are those of the terminal.
	width, height int
	// column is the width of the content, indent what stands before it.
	column, indent int
}

// newLayout places the content in the middle of a terminal.
func newLayout(width, height int) layout {
	column := min(width-4, widest)
	return layout{width: width, height: height, column: column, indent: (width - column) / 2}
}

// tooSmall reports whether the terminal cannot show the screens.
func (l layout) tooSmall() bool { return l.width < minWidth || l.height < minHeight }

// headHeight is the height of the head with the empty line below it.
const headHeight = 3

// body returns how many lines are left between a head and a foot.
func (l layout) body(foot string) int {
	return l.height - headHeight - height(foot) - 1
}

// frame puts head, body and foot on a terminal: the head at the top, the foot
// at the bottom, the body between them, a little above the middle. No line is
// wider than the terminal, and there are never more lines than it has.
func (l layout) frame(head, body, foot string) string {
	var b strings.Builder
	b.Grow(len(head) + len(body) + len(foot) + l.height*(l.indent+1))
	margin := strings.Repeat(" ", l.indent)
	used := l.lines(&b, margin, head, headHeight)
	footHeight := height(foot)
	room := l.height - headHeight - footHeight - 1
	bodyHeight := min(height(body), room)
	above := headHeight - used + (room-bodyHeight)/3
	b.WriteString(strings.Repeat("\n", above))
	l.lines(&b, margin, body, room)
	below := l.height - headHeight - (room-bodyHeight)/3 - bodyHeight - footHeight
	b.WriteString(strings.Repeat("\n", max(below, 0)))
	l.lines(&b, margin, foot, footHeight)
	return strings.TrimSuffix(b.String(), "\n")
}

// lines writes at most limit lines of a block behind a margin and returns how many.
func (l layout) lines(b *strings.Builder, margin, block string, limit int) int {
	n := 0
	for line := range strings.SplitSeq(block, "\n") {
		if n == limit {
			break
		}
		if line != "" {
			b.WriteString(margin)
			b.WriteString(line)
		}
		b.WriteByte('\n')
		n++
	}
	return n
}

// height returns the number of lines of a block.
func height(block string) int { return strings.Count(block, "\n") + 1 }

// wrap breaks text into lines of at most width cells; words longer than that
// are broken, never cut.
func wrap(text string, width int) string { return ansi.Wrap(text, max(width, 1), "") }

// flow joins items by a separator and begins a new line where they do not fit.
func flow(items []string, separator string, width int) string {
	var b strings.Builder
	used := 0
	for i, item := range items {
		size := ansi.StringWidth(item)
		switch {
		case i == 0:
		case used+len(separator)+size > width:
			b.WriteByte('\n')
			used = 0
		default:
			b.WriteString(separator)
			used += len(separator)
		}
		b.WriteString(item)
		used += size
	}
	return b.String()
}
