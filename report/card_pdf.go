package report

import (
	"bytes"
	"errors"
	"io"
	"math"
	"strconv"

	"github.com/tdewolff/canvas"
	"github.com/tdewolff/canvas/renderers/pdf"
)

// The grid of the card in millimetres: the steps beside the keys, and below them
// three columns.
const (
	fullWidth  = pageWidth - 2*margin
	gutter     = 7.0
	stepsWidth = 106.0
	keysLeft   = margin + stepsWidth + gutter
	keysWidth  = fullWidth - stepsWidth - gutter
	thirdWidth = (fullWidth - 2*gutter) / 3
	// lowest is what stays empty at the bottom, where printers do not print.
	lowest = 11.0
)

// errTooLong says that a card does not fit on its sheet.
var errTooLong = errors.New("the card does not fit on one sheet; give the survey a shorter title")

// PDF writes the card as one sheet of A4. The same card gives the same bytes.
func (c Card) PDF(w io.Writer) error {
	p, err := newPage()
	if err != nil {
		return err
	}
	y := c.drawHead(p)
	y = math.Max(c.drawSteps(p, y), c.drawKeys(p, y)) + 4
	y = c.drawTroubles(p, y) + 2.5
	if y = c.drawPromised(p, y); y > pageHeight-lowest {
		return errTooLong
	}
	var b bytes.Buffer
	doc := pdf.New(&b, pageWidth, pageHeight, nil)
	doc.SetInfo(c.Title, c.Survey, "", "", "anketa")
	p.sheet.RenderTo(doc)
	if err := doc.Close(); err != nil {
		return err
	}
	undated, err := finish(b.Bytes(), string(c.Lang))
	if err != nil {
		return err
	}
	_, err = w.Write(undated)
	return err
}

// drawHead writes the title of the card and of the survey.
func (c Card) drawHead(p *page) float64 {
	p.text(p.fonts.bold.Face(9, accent), margin, 13, 40, "anketa")
	y := p.text(p.fonts.bold.Face(23, ink), margin, 18, fullWidth, c.Title)
	y = p.text(p.fonts.regular.Face(11, quiet), margin, y+1.5, fullWidth, c.Survey)
	p.rule(margin, y+3.5, fullWidth, 0.9, accent)
	return y + 8.5
}

// heading begins a part of the card.
func (p *page) heading(x, y, width float64, title string) float64 {
	return p.text(p.fonts.bold.Face(12, accent), x, y, width, title) + 3
}

// drawSteps writes the steps of a session behind large numbers.
func (c Card) drawSteps(p *page, y float64) float64 {
	y = p.heading(margin, y, stepsWidth, c.StepsTitle)
	for i, step := range c.Steps {
		const number = 11.0
		p.text(p.fonts.bold.Face(21, accent), margin, y-1.2, number, strconv.Itoa(i+1))
		below := p.text(p.fonts.bold.Face(11, ink), margin+number, y, stepsWidth-number, step.Name)
		y = p.text(p.fonts.regular.Face(9.8, ink), margin+number, below+0.6, stepsWidth-number, step.Text) + 2.2
	}
	return y
}

// drawKeys draws the keys of the facilitator as they look on a keyboard.
func (c Card) drawKeys(p *page, y float64) float64 {
	y = p.heading(keysLeft, y, keysWidth, c.KeysTitle)
	for _, key := range c.Keys {
		const cap, height = 13.0, 7.5
		face := p.fonts.mono.Face(10, ink)
		p.box(keysLeft, y, cap, height, 1.2, white, quiet)
		p.text(face, keysLeft+(cap-face.TextWidth(key.Name))/2, y+1.6, cap, key.Name)
		below := p.text(p.fonts.regular.Face(9.4, ink), keysLeft+cap+3, y+0.4, keysWidth-cap-3, key.Text)
		y = math.Max(y+height, below) + 3.2
	}
	return p.text(p.fonts.regular.Face(8.9, quiet), keysLeft, y, keysWidth, c.KeysNote) + 2.8
}

// drawTroubles writes what to do when, in three columns that begin at one height.
func (c Card) drawTroubles(p *page, y float64) float64 {
	p.rule(margin, y-3, fullWidth, 0.25, line)
	y = p.heading(margin, y+1, fullWidth, c.TroublesTitle)
	below := y
	for i, trouble := range c.Troubles {
		column := i % 3
		if column == 0 {
			y = below
		}
		x := margin + float64(column)*(thirdWidth+gutter)
		end := p.text(p.fonts.bold.Face(9.8, ink), x, y, thirdWidth, trouble.Name)
		below = math.Max(below, p.text(p.fonts.regular.Face(8.7, ink), x, end+0.6, thirdWidth, trouble.Text)+2.4)
	}
	return below
}

// drawPromised writes what the participants are promised on a tinted ground, and
// below it what is filled in by hand and the last line of the card.
func (c Card) drawPromised(p *page, y float64) float64 {
	const pad, bullet = 4.0, 4.0
	face, foot := p.fonts.regular.Face(9.4, ink), p.fonts.medium.Face(9, quiet)
	height := 2*pad + 6.5
	for _, promise := range c.Promised {
		height += canvas.NewTextBox(face, promise, fullWidth-2*pad-bullet, 0, canvas.Left, canvas.Top, nil).Bounds().H() + 1.5
	}
	p.box(margin, y, fullWidth, height, 2, tint, tint)
	inner := p.heading(margin+pad, y+pad, fullWidth-2*pad, c.PromisedTitle) - 0.5
	for _, promise := range c.Promised {
		p.text(p.fonts.bold.Face(9.4, accent), margin+pad, inner, bullet, "•")
		inner = p.text(face, margin+pad+bullet, inner, fullWidth-2*pad-bullet, promise) + 1.5
	}
	y += height + 6
	p.fillIn(foot, margin, y, stepsWidth, c.Care)
	p.fillIn(foot, keysLeft, y, keysWidth, c.Phone)
	return p.text(foot, margin, y+6.5, fullWidth, c.Foot)
}

// fillIn writes a label and, behind it, a line to write on.
func (p *page) fillIn(face *canvas.FontFace, x, y, width float64, label string) {
	p.text(face, x, y, width, label)
	used := face.TextWidth(label) + 2
	p.rule(x+used, y+3.6, width-used, 0.25, quiet)
}
