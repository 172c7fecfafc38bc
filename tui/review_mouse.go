package tui

import (
	"image"

	"charm.land/lipgloss/v2"
)

var _ clickable = (*review)(nil)

// targets implements clickable: the lines that can be changed, the button that
// sends, counted behind them, and the foot.
func (r *review) targets() []target {
	if r.saving {
		return nil
	}
	lines, at, window := r.window()
	var listed []target
	for line, span := range at {
		if area := window.Area(span[0], span[1], r.layout.column); !area.Empty() {
			listed = append(listed, target{area, clickMsg{line}})
		}
	}
	listed = append(listed, signTargets(window, r.layout.column)...)
	middle, bottom := r.layout.stand(r.bottom, r.body())
	list, send := middle, middle
	list.Min.Y += height(r.hint()) + 1
	send.Min.Y = list.Min.Y + min(len(lines), window.Height) + 1
	// The button stands behind the pointer.
	button := image.Rect(2, 0, lipgloss.Width(r.button()), 1)
	targets := append(within(list, listed), within(send, []target{{button, clickMsg{len(r.asked)}}})...)
	targets = append(targets, r.offerTargets(bottom)...)
	return append(targets, within(bottom, r.footTargets(r.help()...))...)
}

// click goes to the question that was clicked, or sends.
func (r *review) click(line int) action {
	switch {
	case r.saving:
		return nil
	case line < len(r.asked):
		return r.jump(line)
	}
	r.scrolled = false
	r.move(len(r.asked))
	return r.send()
}

// scroll shows other lines.
func (r *review) scroll(by int) {
	_, _, window := r.window()
	r.start, r.scrolled = window.At(window.Start+by).Start, true
}
