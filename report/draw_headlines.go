package report

import (
	"math"
	"slices"
)

// headlinePieces returns the large figures, row by row, under their heading.
func (r *Report) headlinePieces(f *fonts) []piece {
	all := r.headlines()
	perRow := headlinesPerRow(newSheet(f, 1), all)
	var pieces []piece
	for from := 0; from < len(all); from += perRow {
		row := all[from:min(from+perRow, len(all))]
		p := piece{gap: 5.5, draw: func(s *sheet, y float64) float64 { return s.headlineRow(y, row, perRow) }}
		if from == 0 {
			p = piece{gap: 9, begins: true, draw: func(s *sheet, y float64) float64 {
				y = s.heading(edge, y, measure, r.words.headlines) + s.mm(0.5)
				return s.headlineRow(y, row, perRow)
			}}
		}
		pieces = append(pieces, p)
	}
	return pieces
}

// headlinesPerRow returns how many figures stand side by side, so that the rows
// are full, or nearly, and not higher than they must be.
func headlinesPerRow(s *sheet, all []headline) int {
	switch n := len(all); {
	case n <= 2, n == 4:
		return max(min(n, 2), 1)
	case n == 7, n == 8:
		return 4
	case n <= 9:
		return 3
	}
	best, least := 3, math.Inf(1)
	for _, perRow := range []int{3, 4} {
		height := 0.0
		for row := range slices.Chunk(all, perRow) {
			height += s.headlineRow(0, row, perRow) + 5.5
		}
		if height < least {
			best, least = perRow, height
		}
	}
	return best
}

// headlineRow draws some figures side by side.
func (s *sheet) headlineRow(y float64, row []headline, perRow int) float64 {
	end := y
	wide := columns / perRow
	room := 0.0
	for _, h := range row {
		room = max(room, s.width(wideFigure(s), h.percent)+s.mm(4))
	}
	for i, h := range row {
		x, width := column(i*wide), across(wide)
		if perRow <= 2 {
			end = max(end, s.wideHeadline(x, y, width, room, h))
		} else {
			end = max(end, s.tallHeadline(x, y, width, h))
		}
	}
	return end
}

// wideFigure is how a figure with the sentence beside it is written.
func wideFigure(s *sheet) style { return style{family: s.bold, size: 31, colour: accent} }

// wideHeadline draws a figure with the sentence beside it.
func (s *sheet) wideHeadline(x, y, width, room float64, h headline) float64 {
	text := style{family: s.regular, size: 9.6, colour: ink, leading: 0.2}
	s.gauge(x, y, width, h.share)
	top := y + s.mm(3.6)
	s.text(wideFigure(s), x, top-s.mm(1.8), room, h.percent)
	fits := s.balanced(text, width-room, h.sentence)
	lines := s.setText(text, fits, h.sentence)
	figure := s.mm(11)
	return max(s.text(text, x+room, top+max(0, (figure-lines.Bounds().H())/2), fits, h.sentence), top+figure)
}

// tallHeadline draws a figure with the sentence below it.
func (s *sheet) tallHeadline(x, y, width float64, h headline) float64 {
	large := style{family: s.bold, size: 25, colour: accent}
	text := style{family: s.regular, size: 9, colour: ink, leading: 0.2}
	s.gauge(x, y, width, h.share)
	below := s.text(large, x, y+s.mm(2.6), width, h.percent)
	return s.text(text, x, below+s.mm(1), s.balanced(text, width, h.sentence), h.sentence)
}

// gauge draws a share as a part of a line.
func (s *sheet) gauge(x, y, width, share float64) {
	height := s.mm(1.5)
	s.box(x, y, width, height, height/2, track)
	s.box(x, y, max(width*share/100, 0.01), height, height/2, warm)
}
