package report

import (
	"io"
	"math"

	"anketa/survey"
)

// Scale returns at which scale the infographic is drawn, on how many pages, and by
// how many millimetres a part of it would stand below its page.
func (r *Report) Scale() (scale float64, pages int, over float64, err error) {
	f, err := newFonts()
	if err != nil {
		return 0, 0, 0, err
	}
	top, body := r.pieces(f)
	foot := piece{gap: 7, draw: r.drawFoot}
	l, s := arrange(f, top, body, foot)
	for i, leaf := range l.pages {
		bottom := leaf.bottom(s)
		room := pageHeight
		if i == len(l.pages)-1 {
			room -= s.height(foot)
		}
		over = math.Max(over, bottom-room)
	}
	return l.scale, len(l.pages), over, nil
}

// bottom returns how far down a page is filled.
func (l *leaf) bottom(s *sheet) float64 {
	y := 0.0
	for i, p := range l.pieces {
		switch {
		case i > 0 && p.gap > tightGap:
			y += s.gap(p.gap) + l.spread
		case i > 0:
			y += s.gap(p.gap)
		case p.gap > 0:
			y = edge
		}
		y = p.draw(s, y)
	}
	return y
}

// PNG writes the form as a picture.
func (p *Paper) PNG(w io.Writer) error {
	pages, err := p.draw()
	if err != nil {
		return err
	}
	return writePNG(w, pages)
}

// Condition says when a question is asked.
func (p *Paper) Condition(c *survey.Condition) string { return p.condition(c, false, false) }
