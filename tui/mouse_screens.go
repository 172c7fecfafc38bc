package tui

import (
	"image"

	"charm.land/bubbles/v2/key"
)

var (
	_ clickable = (*welcome)(nil)
	_ turning   = (*welcome)(nil)
	_ clickable = (*resume)(nil)
	_ clickable = (*thanks)(nil)
	_ clickable = (*stillThere)(nil)
	_ clickable = (*outOfService)(nil)
	_ clickable = (*pin)(nil)
	_ clickable = (*setup)(nil)
	_ clickable = (*kept)(nil)
	_ turning   = (*kept)(nil)
)

// atFoot returns what can be clicked in the foot at the bottom of the terminal.
func (s *shared) atFoot(keys ...key.Binding) []target {
	_, bottom := s.layout.stand(s.foot(keys...))
	return within(bottom, s.footTargets(keys...))
}

// targets implements clickable.
func (t *thanks) targets() []target { return t.atFoot(t.keys.GoOn) }

// offerTargets returns what can be clicked in the line for the next person,
// which stands in the gap above a foot.
func (s *shared) offerTargets(bottom image.Rectangle) []target {
	gap := image.Rect(bottom.Min.X, bottom.Min.Y-1, bottom.Max.X, bottom.Min.Y)
	return within(gap, s.offerBlock().targets)
}

// targets implements clickable. A click anywhere else goes on as well.
func (t *stillThere) targets() []target {
	middle, bottom := t.layout.stand(t.foot(t.keys.GoOn), t.body.text)
	middle.Min.X += t.margin(t.body.text)
	return append(within(middle, t.body.targets), within(bottom, t.footTargets(t.keys.GoOn))...)
}

// targets implements clickable.
func (o *outOfService) targets() []target { return o.atFoot(o.help()...) }

// targets implements clickable.
func (k *kept) targets() []target { return k.atFoot(k.help()...) }

// turned implements turning: the question whether to erase stands on the same screen.
func (k *kept) turned() int {
	if k.asking {
		return 1
	}
	return 0
}

// targets implements clickable.
func (p *pin) targets() []target { return p.atFoot(p.help()...) }

// targets implements clickable: the lines, which take the focus, and the foot.
func (u *setup) targets() []target {
	foot, body, room := u.parts()
	middle, bottom := u.layout.stand(foot, body...)
	middle.Min.Y += height(body[0]) + 1
	var lines []target
	for i, area := range u.form.areas(room, u.layout.column) {
		if !area.Empty() {
			lines = append(lines, target{area, clickMsg{i}})
		}
	}
	return append(within(middle, lines), within(bottom, u.footTargets(u.help()...))...)
}

// click moves to a line. What stands in the one before is checked at the end.
func (u *setup) click(line int) {
	if !u.saving {
		u.notice = ""
		u.form.focus(line)
	}
}

// areas returns where in a view of a height the fields stand with their labels:
// an empty area for one that does not show.
func (f *form) areas(height, width int) []image.Rectangle {
	lines, at := f.lines()
	start := f.start(len(lines), at[f.at], height)
	shown := image.Rect(0, 0, width, min(len(lines), height))
	areas := make([]image.Rectangle, len(at))
	for i, span := range at {
		areas[i] = image.Rect(0, span[0]-start, width, span[1]-start).Intersect(shown)
	}
	return areas
}
