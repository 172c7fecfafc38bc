package report

// piece is a part of the infographic that stays on one page. It draws itself
// from a height on and returns the height below it.
type piece struct {
	// gap is the air above it, at scale 1.
	gap float64
	// begins says that it begins a part whose other pieces follow.
	begins bool
	draw   func(s *sheet, y float64) float64
}

// layout is where everything stands: the scale, and the pages with their pieces
// and the air that is left over for each gap.
type layout struct {
	scale float64
	pages []leaf
}

// leaf is one page of a layout.
type leaf struct {
	pieces []piece
	// spread is what every gap gets besides.
	spread float64
}

// scales are tried from the largest to the smallest, below which small print
// would no longer be read on paper.
func scales() []float64 { return []float64{1.12, 1.06, 1, 0.95, 0.9, 0.86, 0.82, 0.79} }

// most returns how much air one gap may get besides, at most.
const most = 11.0

// arrange finds the largest scale at which everything fits on one page. What
// does not fit at the smallest goes on more pages, at a scale that fills them.
func arrange(f *fonts, top, body []piece, foot piece) (layout, *sheet) {
	return arrangeAt(f, scales(), top, body, foot)
}

// arrangeAt is arrange with the scales to try.
func arrangeAt(f *fonts, scales []float64, top, body []piece, foot piece) (layout, *sheet) {
	var l layout
	var s *sheet
	for pages := 1; ; pages++ {
		for _, scale := range scales {
			if pages > 1 && scale > 1 {
				continue
			}
			s = newSheet(f, scale)
			if l = s.paginate(top, body, foot); len(l.pages) <= pages {
				return l, s
			}
		}
		if pages == len(l.pages) || pages > 20 {
			return l, s
		}
	}
}

// gap is the air above a piece: where letters are small, it is smaller still.
func (s *sheet) gap(h float64) float64 { return h * s.scale * s.scale }

// height measures a piece.
func (s *sheet) height(p piece) float64 { return p.draw(s, 0) }

// paginate puts the pieces on pages from the top. The first page begins with the
// pieces of the top, the last ends with the foot.
func (s *sheet) paginate(top, body []piece, foot piece) layout {
	room := pageHeight - s.height(foot) - s.gap(foot.gap)
	l := layout{scale: s.scale, pages: []leaf{{pieces: top}}}
	y := 0.0
	for _, p := range top {
		y += s.gap(p.gap) + s.height(p)
	}
	for i, p := range body {
		last := &l.pages[len(l.pages)-1]
		height := s.height(p)
		apart := p.begins && y+s.beginning(body[i:]) > room
		if (apart || y+s.gap(p.gap)+height > room) && len(last.pieces) > 0 {
			last.fill(room - y)
			l.pages = append(l.pages, leaf{})
			last, y = &l.pages[len(l.pages)-1], edge-s.gap(p.gap)
		}
		last.pieces = append(last.pieces, p)
		y += s.gap(p.gap) + height
	}
	l.pages[len(l.pages)-1].fill(room - y)
	return l
}

// beginning measures the first two pieces of a part: a heading does not stand
// above a single row at the end of a page.
func (s *sheet) beginning(pieces []piece) float64 {
	height := s.gap(pieces[0].gap) + s.height(pieces[0])
	if len(pieces) > 1 && pieces[1].gap <= tightGap {
		height += s.gap(pieces[1].gap) + s.height(pieces[1])
	}
	return height
}

// fill spreads what is left of a page over its gaps.
func (l *leaf) fill(left float64) {
	gaps := 0
	for _, p := range l.pieces[min(1, len(l.pieces)):] {
		if p.gap > tightGap {
			gaps++
		}
	}
	if gaps > 0 && left > 0 {
		l.spread = min(left/float64(gaps), most)
	}
}

// tightGap is a gap inside of what belongs together: it gets no more air.
const tightGap = 6.0

// drawOn draws a page. The foot stands on the last one.
func (l *leaf) drawOn(s *sheet, p *page, foot piece, last bool) {
	height := s.height(foot)
	s.page = p
	y := 0.0
	for i, part := range l.pieces {
		switch {
		case i > 0 && part.gap > tightGap:
			y += s.gap(part.gap) + l.spread
		case i > 0:
			y += s.gap(part.gap)
		case part.gap > 0:
			s.box(0, -bleed, pageWidth, band+bleed, 0, deep)
			y = edge
		}
		y = part.draw(s, y)
	}
	if last {
		foot.draw(s, pageHeight-height)
	}
	s.page = nil
}

// band is how high the colour at the top of a further page is; bleed is how far it
// goes beyond the edge, so that no light line is left there.
const (
	band  = 5.0
	bleed = 0.3
)
