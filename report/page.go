package report

import (
	"image/color"

	"github.com/tdewolff/canvas"
	"golang.org/x/image/font/gofont/gobold"
	"golang.org/x/image/font/gofont/goitalic"
	"golang.org/x/image/font/gofont/gomedium"
	"golang.org/x/image/font/gofont/gomono"
	"golang.org/x/image/font/gofont/goregular"
)

// A4 in millimetres, and what stays empty at its edges.
const (
	pageWidth, pageHeight = 210.0, 297.0
	margin                = 17.0
)

// The colours of the paper: text, what is less important, the accent and the tint
// behind a part. They stay apart on a printer without colours.
var (
	ink    = color.RGBA{0x1b, 0x1f, 0x27, 0xff}
	quiet  = color.RGBA{0x5b, 0x63, 0x70, 0xff}
	accent = color.RGBA{0x0b, 0x4f, 0x6c, 0xff}
	tint   = color.RGBA{0xee, 0xf3, 0xf5, 0xff}
	line   = color.RGBA{0xc3, 0xcd, 0xd3, 0xff}
	white  = color.RGBA{0xff, 0xff, 0xff, 0xff}
)

// fonts are the Go fonts, which hold Latin and Serbian Cyrillic.
type fonts struct{ regular, medium, bold, italic, mono *canvas.FontFamily }

// newFonts loads the fonts that are inside the program.
func newFonts() (*fonts, error) {
	f := &fonts{canvas.NewFontFamily("Go"), canvas.NewFontFamily("Go Medium"), canvas.NewFontFamily("Go Bold"), canvas.NewFontFamily("Go Italic"), canvas.NewFontFamily("Go Mono")}
	for family, data := range map[*canvas.FontFamily][]byte{f.regular: goregular.TTF, f.medium: gomedium.TTF, f.bold: gobold.TTF, f.italic: goitalic.TTF, f.mono: gomono.TTF} {
		if err := family.LoadFont(data, 0, canvas.FontRegular); err != nil {
			return nil, err
		}
	}
	return f, nil
}

// page is a sheet that is filled from the top; heights are measured from there.
type page struct {
	*canvas.Context
	sheet *canvas.Canvas
	fonts *fonts
}

// newPage returns an empty sheet of A4.
func newPage() (*page, error) {
	f, err := newFonts()
	if err != nil {
		return nil, err
	}
	sheet := canvas.New(pageWidth, pageHeight)
	return &page{Context: canvas.NewContext(sheet), sheet: sheet, fonts: f}, nil
}

// text writes a text into a column, from a height on, and returns the height below it.
func (p *page) text(face *canvas.FontFace, x, y, width float64, s string) float64 {
	box := canvas.NewTextBox(face, s, width, 0, canvas.Left, canvas.Top, &canvas.TextOptions{LineStretch: 0.12})
	p.DrawText(x, pageHeight-y, box)
	return y + box.Bounds().H()
}

// box fills a rectangle with rounded corners.
func (p *page) box(x, y, width, height, radius float64, fill, stroke color.RGBA) {
	p.SetFillColor(fill)
	p.SetStrokeColor(stroke)
	p.SetStrokeWidth(0.25)
	p.DrawPath(x, pageHeight-y-height, canvas.RoundedRectangle(width, height, radius))
}

// rule draws a line across a column.
func (p *page) rule(x, y, width, weight float64, c color.RGBA) {
	p.SetFillColor(c)
	p.SetStrokeColor(canvas.Transparent)
	p.DrawPath(x, pageHeight-y-weight, canvas.Rectangle(width, weight))
}
