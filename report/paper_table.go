package report

import (
	"strings"

	"github.com/tdewolff/canvas"

	"anketa/survey"
)

// grid is the columns of a scale: boxes below their labels.
type grid struct {
	s       *sheet
	styles  paperStyles
	options []option
	x       float64
	column  float64
	keyRoom float64
	// fits says that no label is broken inside of a word.
	fits bool
}

// newGrid divides a width into the columns of a scale.
func newGrid(s *sheet, st paperStyles, options []option, x, width float64) grid {
	t := grid{s: s, styles: st, options: options, x: x, column: width / float64(len(options)), keyRoom: s.keyRoom(options), fits: true}
	if t.column < s.mm(boxSide+boxGap+1)+t.keyRoom {
		t.fits = false
	}
	for i := range options {
		for _, word := range strings.Fields(options[i].label) {
			if s.width(st.column, word) > t.column-s.mm(1.4) {
				t.fits = false
			}
		}
	}
	return t
}

// drawHead writes the labels, each in the middle of its column and down to one line.
func (t *grid) drawHead(y float64) float64 {
	const gap = 0.7
	width, most := t.column-t.s.mm(2*gap), 0.0
	boxes := make([]*canvas.Text, len(t.options))
	for i := range t.options {
		boxes[i] = canvas.NewTextBox(t.s.face(t.styles.column), t.options[i].label, width, 0, canvas.Center, canvas.Top, &canvas.TextOptions{LineStretch: t.styles.column.leading})
		most = max(most, boxes[i].Bounds().H())
	}
	if t.s.page != nil {
		for i, box := range boxes {
			x := t.x + float64(i)*t.column + t.s.mm(gap)
			t.s.page.DrawText(x, pageHeight-y-most+box.Bounds().H(), box)
		}
	}
	return y + most
}

// drawRow draws the boxes of a row, with their numbers.
func (t *grid) drawRow(y float64) {
	for i := range t.options {
		key := t.options[i].key
		whole := t.s.mm(boxSide+boxGap) + t.s.width(t.styles.key, key)
		x := t.x + float64(i)*t.column + (t.column-whole)/2
		t.s.tick(x, y)
		t.s.text(t.styles.key, x+t.s.mm(boxSide+boxGap), y+t.s.mm(0.75), t.keyRoom+t.s.mm(2), key)
	}
}

// table is several questions below one scale.
type table struct {
	p        *Paper
	at, rows int
	grid     grid
	// words is the width of the questions, halves what stands before the boxes of each
	// row: nothing, or before and now.
	words  float64
	halves []string
	beside style
}

// table returns the table of questions, or false when the labels of their scale are
// too long to stand above columns.
func (p *Paper) table(s *sheet, at, rows int) (table, bool) {
	q, st := &p.Survey.Questions[at], p.styles(s)
	t := table{p: p, at: at, rows: rows, halves: []string{""}, beside: style{family: s.medium, size: 8.8, colour: ink}}
	room := 0.0
	if q.Kind == survey.KindBeforeAfter {
		t.halves = []string{p.words.before, p.words.now}
		room = max(s.width(t.beside, p.words.before), s.width(t.beside, p.words.now)) + s.mm(2)
	}
	for _, share := range []float64{0.46, 0.42, 0.38, 0.34, 0.3} {
		words := field * share
		t.words = words - s.mm(4)
		if t.grid = newGrid(s, st, p.optionsOf(q), inset+words+room, field-words-room); t.grid.fits {
			return t, true
		}
	}
	return table{}, false
}

// pad is the air above and below a row of a table.
const pad = 2.4

// draw draws the table. Lines between the rows lead the eye.
func (t *table) draw(s *sheet, y float64) float64 {
	y = t.grid.drawHead(y) + s.mm(1.8)
	s.box(edge, y, measure, s.mm(0.3), 0, accent)
	on := s.page
	for i := range t.rows {
		s.page = nil
		asked := t.p.drawAsked(s, t.at+i, inset, 0, t.words)
		s.page = on
		// Each half takes a line of its own.
		lines := s.mm(boxSide) + float64(len(t.halves)-1)*s.mm(boxSide+1.9)
		height := max(asked, lines) + s.mm(2*pad)
		t.p.drawAsked(s, t.at+i, inset, y+(height-asked)/2, t.words)
		at := y + (height-lines)/2
		for _, half := range t.halves {
			if half != "" {
				s.text(t.beside, inset+t.words+s.mm(4), at+s.mm(0.4), measure, half)
			}
			t.grid.drawRow(at)
			at += s.mm(boxSide + 1.9)
		}
		y += height
		s.box(edge, y, measure, s.mm(0.2), 0, line)
	}
	return y
}
