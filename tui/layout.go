package tui

import (
	"image"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"anketa/tui/likert"
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
	// width and height are those that screens are drawn for; on a terminal that
	// is too small, those that it would need.
	width, height int
	// column is the width of the content, indent what stands before it.
	column, indent int
	// realWidth and realHeight are those of the terminal.
	realWidth, realHeight int
}

// newLayout places the content in the middle of a terminal.
func newLayout(width, height int) layout {
	l := layout{width: max(width, minWidth), height: max(height, minHeight), realWidth: width, realHeight: height}
	l.column = min(l.width-4, widest)
	l.indent = (l.width - l.column) / 2
	return l
}

// wide returns the layout for a screen whose content stands in two columns
// where the terminal is wide enough, and otherwise in one as usual.
func (l layout) wide() (place layout, columns int) {
	const two = 150
	if l.width < two {
		return l, 1
	}
	l.column = min(l.width-4, 2*widest)
	l.indent = (l.width - l.column) / 2
	return l, 2
}

// tooSmall reports whether the terminal cannot show the screens.
func (l layout) tooSmall() bool { return l.realWidth < minWidth || l.realHeight < minHeight }

// headHeight is the height of the head with the empty line below it.
const headHeight = 3

// notice puts as much of a text as fits on a terminal that shows nothing else.
func (l layout) notice(text string) string {
	lines := strings.Split(wrap(text, l.realWidth), "\n")
	return strings.Join(lines[:min(len(lines), max(l.realHeight, 1))], "\n")
}

// body returns how many lines are left between a head and a foot.
func (l layout) body(foot string) int {
	return l.height - headHeight - height(foot) - 1
}

// frame puts head, body and foot on a terminal: the head at the top, the foot
// at the bottom, the body between them, a little above the middle. The parts of
// the body follow each other without a break. No line is wider than the
// terminal, and there are never more lines than it has.
func (l layout) frame(head, foot string, body ...string) string {
	return l.frameOver("", head, foot, body...)
}

// frameOver is frame with one line more, or "", in the gap above the foot. The
// gap is always there, so nothing moves when the line comes or goes.
func (l layout) frameOver(line, head, foot string, body ...string) string {
	size := len(head) + len(foot) + len(line)
	for _, part := range body {
		size += len(part)
	}
	middle, bottom := l.stand(foot, body...)

	c := canvas{margin: strings.Repeat(" ", l.indent)}
	c.Grow(size + l.height*(l.indent+1))
	c.block(headHeight, head)
	c.blank(middle.Min.Y - c.lines)
	c.block(middle.Max.Y, body...)
	if line != "" {
		c.blank(bottom.Min.Y - 1 - c.lines)
		c.block(bottom.Min.Y, line)
	}
	c.blank(bottom.Min.Y - c.lines)
	c.block(l.height, foot)
	return strings.TrimSuffix(c.String(), "\n")
}

// frameTop is frameOver with the body directly below the head, where it scrolls.
func (l layout) frameTop(line, head, foot, body string) string {
	if missing := l.body(foot) - height(body); missing > 0 {
		body += strings.Repeat("\n", missing)
	}
	return l.frameOver(line, head, foot, body)
}

// stand returns where on the terminal frame puts body and foot.
func (l layout) stand(foot string, body ...string) (middle, bottom image.Rectangle) {
	bodyHeight := 1
	for _, part := range body {
		bodyHeight += height(part) - 1
	}
	room := l.body(foot)
	bodyHeight = min(bodyHeight, room)
	above := headHeight + (room-bodyHeight)/3
	left, right := l.indent, l.indent+l.column
	return image.Rect(left, above, right, above+bodyHeight), image.Rect(left, l.height-height(foot), right, l.height)
}

// canvas is a terminal that is written from top to bottom.
type canvas struct {
	strings.Builder
	margin string
	// lines counts what was written.
	lines int
}

// block writes parts that follow each other without a break, line by line
// behind the margin, until the canvas has limit lines.
func (c *canvas) block(limit int, parts ...string) {
	fresh := true
	for _, part := range parts {
		for line := range strings.Lines(part) {
			if fresh && c.lines == limit {
				return
			}
			if fresh && line != "\n" {
				c.WriteString(c.margin)
			}
			c.WriteString(line)
			if fresh = line[len(line)-1] == '\n'; fresh {
				c.lines++
			}
		}
	}
	if !fresh {
		c.blank(1)
	}
}

// blank ends lines.
func (c *canvas) blank(n int) {
	for range n {
		c.WriteByte('\n')
		c.lines++
	}
}

// leftOf returns how many of some blocks stand in the left of two columns of about
// the same height, in reading order.
func leftOf(blocks []string) int {
	total := 0
	for _, block := range blocks {
		total += height(block) + 1
	}
	left, used := 0, 0
	for left < len(blocks) && used+(height(blocks[left])+1)/2 <= total/2 {
		used += height(blocks[left]) + 1
		left++
	}
	return left
}

// pad fills a text up to a width in cells.
func pad(s string, width int) string {
	return s + strings.Repeat(" ", max(0, width-ansi.StringWidth(s)))
}

// padLeft is pad with the space in front.
func padLeft(s string, width int) string {
	return strings.Repeat(" ", max(0, width-ansi.StringWidth(s))) + s
}

// height returns the number of lines of a block.
func height(block string) int { return strings.Count(block, "\n") + 1 }

// cut leaves out the lines of a text that do not fit into a height.
func cut(text string, limit int) string {
	lines := strings.Split(text, "\n")
	if len(lines) <= limit {
		return text
	}
	lines[limit-1] = ansi.Truncate(lines[limit-1], ansi.StringWidth(lines[limit-1])-1, "") + "…"
	return strings.Join(lines[:limit], "\n")
}

// wrap breaks text into lines of at most width cells.
func wrap(text string, width int) string { return likert.Wrap(text, width) }

// flow joins items by a separator and begins a new line where they do not fit.
func flow(items []string, separator string, width int) string {
	var b strings.Builder
	line := 0
	for i, area := range places(items, separator, width) {
		switch {
		case i == 0:
		case area.Min.Y > line:
			b.WriteByte('\n')
		default:
			b.WriteString(separator)
		}
		b.WriteString(items[i])
		line = area.Min.Y
	}
	return b.String()
}

// places returns where flow puts each item, from the upper left corner.
func places(items []string, separator string, width int) []image.Rectangle {
	areas := make([]image.Rectangle, len(items))
	x, y := 0, 0
	for i, item := range items {
		size := ansi.StringWidth(item)
		switch {
		case i == 0:
		case x+len(separator)+size > width:
			x, y = 0, y+1
		default:
			x += len(separator)
		}
		areas[i] = image.Rect(x, y, x+size, y+1)
		x += size
	}
	return areas
}
