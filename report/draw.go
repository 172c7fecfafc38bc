package report

import (
	"bytes"
	"fmt"
	"image"
	"image/png"
	"io"

	"github.com/tdewolff/canvas"
	"github.com/tdewolff/canvas/renderers/pdf"
	"github.com/tdewolff/canvas/renderers/rasterizer"
)

// dotsPerInch is how fine the picture in PNG is.
const dotsPerInch = 144

// drawing is the infographic, drawn once for every format.
type drawing struct {
	pages []*canvas.Canvas
	sheet *sheet
}

// draw draws the infographic: one canvas for each page.
func (r *Report) draw() (*drawing, error) {
	f, err := newFonts()
	if err != nil {
		return nil, err
	}
	top, body := r.pieces(f)
	foot := piece{gap: 7, draw: r.drawFoot}
	l, s := arrange(f, top, body, foot)
	d := &drawing{sheet: s}
	for i := range l.pages {
		c := canvas.New(pageWidth, pageHeight)
		p := &page{Context: canvas.NewContext(c), sheet: c, fonts: f}
		p.box(0, 0, pageWidth, pageHeight, 0, white, canvas.Transparent)
		l.pages[i].drawOn(s, p, foot, i == len(l.pages)-1)
		if len(l.pages) > 1 {
			r.number(s, p, i+1, len(l.pages))
		}
		d.pages = append(d.pages, c)
	}
	return d, nil
}

// number writes which page of how many it is, where there are several.
func (r *Report) number(s *sheet, p *page, i, of int) {
	s.page = p
	text := fmt.Sprintf("%d / %d", i, of)
	small := style{family: s.regular, size: 7.4, colour: quiet}
	s.text(small, edge+measure-s.width(small, text), pageHeight-8, 20, text)
	s.page = nil
}

// PDF writes the infographic on sheets of A4. The same data give the same bytes.
func (r *Report) PDF(w io.Writer) error {
	d, err := r.draw()
	if err != nil {
		return err
	}
	return writePDF(w, d.pages, r.title(), r.words.overline, string(r.Lang))
}

// writePDF writes pages as one PDF: the same pages give the same bytes.
func writePDF(w io.Writer, pages []*canvas.Canvas, title, subject, lang string) error {
	var b bytes.Buffer
	doc := pdf.New(&b, pageWidth, pageHeight, nil)
	doc.SetInfo(title, subject, "", "", "anketa")
	for i, c := range pages {
		if i > 0 {
			doc.NewPage(pageWidth, pageHeight)
		}
		c.RenderTo(doc)
	}
	if err := doc.Close(); err != nil {
		return err
	}
	undated, err := finish(b.Bytes(), lang)
	if err != nil {
		return err
	}
	_, err = w.Write(undated)
	return err
}

// PNG writes the infographic as a picture, its pages one below the other.
func (r *Report) PNG(w io.Writer) error {
	d, err := r.draw()
	if err != nil {
		return err
	}
	return writePNG(w, d.pages)
}

// writePNG writes pages as one picture.
func writePNG(w io.Writer, pages []*canvas.Canvas) error {
	resolution := canvas.DPI(dotsPerInch)
	var all *image.RGBA
	for i, c := range pages {
		picture := rasterizer.Draw(c, resolution, canvas.LinearColorSpace{})
		size := picture.Bounds()
		if all == nil {
			all = image.NewRGBA(image.Rect(0, 0, size.Dx(), size.Dy()*len(pages)))
		}
		copy(all.Pix[i*size.Dy()*all.Stride:], picture.Pix)
	}
	return png.Encode(w, all)
}

// pictureHeight returns how high an image is in a box, as large as it goes.
func (s *sheet) pictureHeight(img image.Image, width, height float64) float64 {
	size := img.Bounds()
	if size.Dx() == 0 || size.Dy() == 0 {
		return 0
	}
	return min(height, width*float64(size.Dy())/float64(size.Dx()))
}

// picture draws an image into a box, as large as it goes, and returns the height below it.
func (s *sheet) picture(img image.Image, x, y, width, height float64) float64 {
	if height = s.pictureHeight(img, width, height); s.page != nil && height > 0 {
		s.page.DrawImage(x, pageHeight-y-height, img, canvas.DPMM(float64(img.Bounds().Dy())/height))
	}
	return y + height
}
