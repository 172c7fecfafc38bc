package report

import (
	"image/color"
	"strings"
	"unicode/utf8"

	"github.com/tdewolff/canvas"
)

// The grid of the infographic in millimetres: twelve columns between the edges.
const (
	edge    = 16.0
	measure = pageWidth - 2*edge
	alley   = 6.0
	columns = 12
)

// column returns where a column of the grid begins, from 0.
func column(i int) float64 { return edge + float64(i)*(measure+alley)/columns }

// across returns how wide some columns are together.
func across(n int) float64 { return float64(n)*(measure+alley)/columns - alley }

// The colours of the infographic. Groups are told apart by lightness as well, so
// that nobody needs to see colours (Okabe and Ito, "Color Universal Design", 2008).
var (
	deep   = color.RGBA{0x0b, 0x3c, 0x53, 0xff}
	warm   = color.RGBA{0xf0, 0xa2, 0x02, 0xff}
	pale   = color.RGBA{0xbf, 0xd8, 0xe3, 0xff}
	wash   = color.RGBA{0xf2, 0xf6, 0xf8, 0xff}
	track  = color.RGBA{0xdc, 0xe6, 0xeb, 0xff}
	groups = []color.RGBA{accent, warm, {0x6f, 0xb7, 0xd6, 0xff}, {0x9c, 0x4f, 0x7c, 0xff}, {0x8a, 0x95, 0x9d, 0xff}}
)

// style is how a text looks. The size is in points at scale 1.
type style struct {
	family  *canvas.FontFamily
	size    float64
	colour  color.RGBA
	leading float64
}

// sheet draws the infographic, or, without a page, only measures it. All sizes
// and heights grow and shrink with the scale; the grid stays.
type sheet struct {
	*fonts
	scale float64
	page  *page
	set   map[setting]*canvas.Text
	faces map[style]*canvas.FontFace
}

// setting is what a text was set with.
type setting struct {
	style style
	width float64
	text  string
}

// newSheet returns a sheet that measures at a scale.
func newSheet(f *fonts, scale float64) *sheet {
	return &sheet{fonts: f, scale: scale, set: map[setting]*canvas.Text{}, faces: map[style]*canvas.FontFace{}}
}

// mm returns a height that grows with the scale.
func (s *sheet) mm(h float64) float64 { return h * s.scale }

// face returns the letters of a style.
func (s *sheet) face(st style) *canvas.FontFace {
	if face, ok := s.faces[st]; ok {
		return face
	}
	face := st.family.Face(st.size*s.scale, st.colour)
	s.faces[st] = face
	return face
}

// text writes a text into a column from a height on, and returns the height below it.
func (s *sheet) text(st style, x, y, width float64, text string) float64 {
	box := s.setText(st, width, text)
	if s.page != nil {
		s.page.DrawText(x, pageHeight-y, box)
	}
	return y + box.Bounds().H()
}

// setText breaks a text into lines.
func (s *sheet) setText(st style, width float64, text string) *canvas.Text {
	key := setting{st, width, text}
	if box, ok := s.set[key]; ok {
		return box
	}
	face := s.face(st)
	box := canvas.NewTextBox(face, breakable(face, width, text), width, 0, canvas.Left, canvas.Top, &canvas.TextOptions{LineStretch: st.leading})
	s.set[key] = box
	return box
}

// balanced returns the smallest width at which a text of a few lines has no more
// of them, so that none is left with a single word.
func (s *sheet) balanced(st style, width float64, text string) float64 {
	if s.page == nil {
		// As many lines are as high.
		return width
	}
	lines := s.setText(st, width, text).Lines()
	if lines < 2 || lines > 6 {
		return width
	}
	narrow, wide := width*0.6, width
	for wide-narrow > 2 {
		middle := (narrow + wide) / 2
		if s.setText(st, middle, text).Lines() > lines {
			narrow = middle
		} else {
			wide = middle
		}
	}
	return wide
}

// breakable cuts words that are wider than their column, which no line break would.
func breakable(face *canvas.FontFace, width float64, text string) string {
	// No letter is wider than its font is high.
	fits := int(width / (face.Size * 1.1))
	words := strings.Split(text, " ")
	for i, word := range words {
		if utf8.RuneCountInString(word) > fits && face.TextWidth(word) > width {
			words[i] = cut(face, width, word)
		}
	}
	return strings.Join(words, " ")
}

// cut puts spaces into a word, so that each part fits into a width.
func cut(face *canvas.FontFace, width float64, word string) string {
	var parts []string
	for rest := []rune(word); len(rest) > 0; {
		fits := len(rest)
		for whole := face.TextWidth(string(rest)); whole > width && fits > 1; whole = face.TextWidth(string(rest[:fits])) {
			fits = max(1, min(fits-1, int(float64(fits)*width/whole)))
		}
		parts = append(parts, string(rest[:fits]))
		rest = rest[fits:]
	}
	return strings.Join(parts, " ")
}

// width returns how wide a text is in one line.
func (s *sheet) width(st style, text string) float64 { return s.face(st).TextWidth(text) }

// box fills a rectangle with rounded corners.
func (s *sheet) box(x, y, width, height, radius float64, c color.RGBA) {
	if s.page == nil || width <= 0 || height <= 0 {
		return
	}
	radius = min(radius, width/2, height/2)
	s.page.SetFillColor(c)
	s.page.SetStrokeColor(canvas.Transparent)
	s.page.DrawPath(x, pageHeight-y-height, canvas.RoundedRectangle(width, height, radius))
}

// dot fills a circle around a point.
func (s *sheet) dot(x, y, radius float64, c color.RGBA) {
	if s.page == nil {
		return
	}
	s.page.SetFillColor(c)
	s.page.SetStrokeColor(canvas.Transparent)
	s.page.DrawPath(x, pageHeight-y, canvas.Circle(radius))
}
