package tui

import (
	"image"
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
)

// noItem is the number of a piece that cannot be chosen.
const noItem = -1

// piece is a block of what a tab shows, with the number of the item that it is.
type piece struct {
	text string
	item int
	// lead is how many lines stand above the item itself, such as a heading.
	lead int
}

// plain returns a piece that cannot be chosen.
func plain(text string) piece { return piece{text: text, item: noItem} }

// pane is what scrolls between head and foot. Where there are items, one of them
// is chosen and marked, without colour too.
type pane struct {
	lines []string
	// areas are where the items stand, by their numbers.
	areas []image.Rectangle
	// height is how many lines show, offset the first of them, at the chosen item.
	height, offset, at int
	// tight leaves out the empty lines before items.
	tight bool
}

// gutter is the room before an item for its mark, chosenMark that of the chosen one.
const (
	gutter     = 2
	chosenMark = "▶"
)

// columnGap is the space between two columns.
const columnGap = 6

// set takes over what is shown: pieces that stand above everything, and below them
// others, in one or two columns of a width.
func (p *pane) set(above []piece, pieces []piece, columns, column int) {
	p.lines, p.areas = nil, nil
	p.put(above, 0)
	if len(above) > 0 && len(pieces) > 0 {
		p.lines = append(p.lines, "")
	}
	if columns == 1 {
		p.put(pieces, 0)
	} else {
		p.putBeside(pieces, column)
	}
	p.at = min(p.at, max(len(p.areas)-1, 0))
	p.scroll(0)
}

// setTight is set in one column, where items that follow each other have no empty
// line between them.
func (p *pane) setTight(above []piece, pieces []piece, column int) {
	p.tight = true
	p.set(above, pieces, 1, column)
}

// put appends pieces with an empty line between them.
func (p *pane) put(pieces []piece, left int) {
	for i, one := range pieces {
		if i > 0 && !(p.tight && one.item != noItem) {
			p.lines = append(p.lines, "")
		}
		from := len(p.lines) + one.lead
		for line := range strings.SplitSeq(one.text, "\n") {
			if one.item != noItem && line != "" {
				line = strings.Repeat(" ", gutter) + line
			}
			p.lines = append(p.lines, line)
		}
		if one.item != noItem {
			p.areas = append(p.areas, image.Rect(left, from, left+1, len(p.lines)))
		}
	}
}

// putBeside appends pieces in two columns.
func (p *pane) putBeside(pieces []piece, column int) {
	texts := make([]string, len(pieces))
	for i := range pieces {
		texts[i] = pieces[i].text
	}
	cut, from := leftOf(texts), len(p.lines)
	var left, right pane
	left.put(pieces[:cut], 0)
	right.put(pieces[cut:], column+columnGap)
	for i := range max(len(left.lines), len(right.lines)) {
		line := ""
		if i < len(left.lines) {
			line = left.lines[i]
		}
		if i < len(right.lines) && right.lines[i] != "" {
			line = pad(line, column+columnGap) + right.lines[i]
		}
		p.lines = append(p.lines, line)
	}
	for _, area := range slices.Concat(left.areas, right.areas) {
		p.areas = append(p.areas, area.Add(image.Pt(0, from)))
	}
}

// scroll moves by lines, as far as there are any.
func (p *pane) scroll(lines int) {
	p.offset = max(0, min(p.offset+lines, len(p.lines)-p.height))
}

// atEnd reports whether the last line shows.
func (p *pane) atEnd() bool { return p.offset+p.height >= len(p.lines) }

// move handles the keys that scroll and choose, and reports whether it was one.
func (p *pane) move(press tea.KeyPressMsg, k *KeyMap) bool {
	switch {
	case key.Matches(press, k.Up):
		p.step(-1)
	case key.Matches(press, k.Down):
		p.step(1)
	case key.Matches(press, k.PageUp):
		p.page(-1)
	case key.Matches(press, k.PageDown):
		p.page(1)
	case key.Matches(press, k.Top):
		p.offset, p.at = 0, 0
	case key.Matches(press, k.Bottom):
		p.scroll(len(p.lines))
		p.at = max(len(p.areas)-1, 0)
	default:
		return false
	}
	return true
}

// step goes a line or, where all of the chosen item was seen, to the next one.
func (p *pane) step(by int) {
	if len(p.areas) == 0 {
		p.scroll(by)
		return
	}
	here, next := p.areas[p.at], p.at+by
	switch {
	case by > 0 && here.Max.Y > p.offset+p.height, by < 0 && here.Min.Y < p.offset, next < 0, next >= len(p.areas):
		p.scroll(by)
	default:
		p.choose(next)
	}
}

// choose makes an item the chosen one and shows as much of it as fits.
func (p *pane) choose(item int) {
	p.at = item
	area := p.areas[item]
	p.scroll(max(0, area.Max.Y-p.offset-p.height))
	if area.Min.Y < p.offset {
		p.offset = area.Min.Y
	}
}

// page scrolls by a pane and chooses the first item that begins there.
func (p *pane) page(by int) {
	p.scroll(by * max(p.height-1, 1))
	p.follow()
}

// follow chooses an item that shows, unless the chosen one does.
func (p *pane) follow() {
	shows := func(area image.Rectangle) bool {
		return area.Min.Y >= p.offset && area.Min.Y < p.offset+p.height
	}
	if len(p.areas) == 0 || shows(p.areas[p.at]) {
		return
	}
	if first := slices.IndexFunc(p.areas, shows); first >= 0 {
		p.at = first
	}
}

// view returns the lines that show, with the mark before the chosen item.
func (p *pane) view() string {
	shown := p.lines[p.offset:min(p.offset+p.height, len(p.lines))]
	if p.at >= len(p.areas) {
		return strings.Join(shown, "\n")
	}
	mark := p.areas[p.at].Min
	if mark.Y -= p.offset; mark.Y < 0 || mark.Y >= len(shown) {
		return strings.Join(shown, "\n")
	}
	shown = slices.Clone(shown)
	shown[mark.Y] = ansi.Truncate(shown[mark.Y], mark.X, "") + chosenMark + ansi.TruncateLeft(shown[mark.Y], mark.X+1, "")
	return strings.Join(shown, "\n")
}

// targets returns what can be clicked in the lines that show.
func (p *pane) targets(width int) []target {
	var targets []target
	for item, area := range p.areas {
		area.Max.X = width
		for _, other := range p.areas {
			if other.Min.X > area.Min.X {
				area.Max.X = min(area.Max.X, other.Min.X-columnGap)
			}
		}
		targets = append(targets, target{area.Sub(image.Pt(0, p.offset)), clickMsg{item}})
	}
	return targets
}
