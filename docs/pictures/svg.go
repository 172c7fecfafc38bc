package main

import (
	"encoding/xml"
	"fmt"
	"image/color"
	"strings"

	uv "github.com/charmbracelet/ultraviolet"

	"anketa/internal/terminal"
)

// The size of a cell and the colours of the terminal in a picture.
const (
	cellWidth  = 9.0
	cellHeight = 19.0
	margin     = 14.0
	background = "#0E1A22"
	foreground = "#DCE4EA"
)

// svg draws a screen. Each run of cells with the same style is one text, drawn
// to the width of its cells, so that every viewer shows straight frames.
func svg(f terminal.Frame) string {
	width, height := f.Size()
	var b strings.Builder
	w, h := 2*margin+cellWidth*float64(width), 2*margin+cellHeight*float64(height)
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" width="%.0f" height="%.0f" viewBox="0 0 %.0f %.0f">`+"\n", w, h, w, h)
	fmt.Fprintf(&b, `<rect width="100%%" height="100%%" rx="8" fill="%s"/>`+"\n", background)
	b.WriteString(`<g font-family="DejaVu Sans Mono, Menlo, Consolas, monospace" font-size="15" xml:space="preserve">` + "\n")
	for y := range height {
		for x := 0; x < width; {
			x = drawRun(&b, f, x, y, width)
		}
	}
	b.WriteString("</g>\n</svg>\n")
	return b.String()
}

// drawRun draws the cells from x on that share a style and returns where the next begin.
func drawRun(b *strings.Builder, f terminal.Frame, x, y, width int) int {
	first := f.Cell(x, y)
	var text strings.Builder
	end := x
	for end < width {
		cell := f.Cell(end, y)
		if !cell.Style.Equal(&first.Style) {
			break
		}
		if cell.Content == "" {
			cell.Content = " "
		}
		text.WriteString(cell.Content)
		end += max(cell.Width, 1)
	}
	left, top := margin+cellWidth*float64(x), margin+cellHeight*float64(y)
	run := cellWidth * float64(end-x)
	front, back := colors(first.Style)
	if back != "" {
		fmt.Fprintf(b, `<rect x="%.1f" y="%.1f" width="%.1f" height="%.1f" fill="%s"/>`+"\n", left, top, run, cellHeight, back)
	}
	if strings.TrimSpace(text.String()) == "" {
		return end
	}
	weight := ""
	if first.Style.Attrs&uv.AttrBold != 0 {
		weight = ` font-weight="bold"`
	}
	fmt.Fprintf(b, `<text x="%.1f" y="%.1f" fill="%s"%s textLength="%.1f" lengthAdjust="spacingAndGlyphs">`, left, top+14.5, front, weight, run)
	_ = xml.EscapeText(b, []byte(text.String()))
	b.WriteString("</text>\n")
	return end
}

// colors returns the colours of a style; back is "" for that of the terminal.
func colors(s uv.Style) (front, back string) {
	front = foreground
	if s.Fg != nil {
		front = hex(s.Fg)
	}
	if s.Bg != nil {
		back = hex(s.Bg)
	}
	if s.Attrs&uv.AttrReverse != 0 {
		if back == "" {
			back = background
		}
		front, back = back, front
	}
	return front, back
}

// hex writes a colour as SVG wants it.
func hex(c color.Color) string {
	r, g, b, _ := c.RGBA()
	return fmt.Sprintf("#%02X%02X%02X", r>>8, g>>8, b>>8)
}
