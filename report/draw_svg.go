package report

import (
	"bytes"
	"encoding/base64"
	"encoding/xml"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/tdewolff/canvas"
	"github.com/tdewolff/canvas/renderers/svg"
	"github.com/tdewolff/font"
)

// SVG writes the infographic as one picture, its pages one below the other. The
// letters in use are inside, so that it looks the same everywhere.
func (r *Report) SVG(w io.Writer) error {
	d, err := r.draw()
	if err != nil {
		return err
	}
	faces, err := d.fontFaces()
	if err != nil {
		return err
	}
	var b bytes.Buffer
	height := pageHeight * float64(len(d.pages))
	// The library would write whole fonts, in an order that changes.
	doc := svg.New(&b, pageWidth, height, &svg.Options{SizeUnits: "mm", ImageEncoding: canvas.Lossless})
	doc.SetCustomStyle(faces)
	for i, c := range d.pages {
		c.RenderViewTo(doc, canvas.Identity.Translate(0, height-pageHeight*float64(i+1)))
	}
	if err := doc.Close(); err != nil {
		return err
	}
	_, err = io.WriteString(w, r.named(b.String()))
	return err
}

// named gives a picture a title and a language, for those who hear it.
func (r *Report) named(doc string) string {
	var title strings.Builder
	// A builder takes everything.
	_ = xml.EscapeText(&title, []byte(r.title()+" – "+r.words.overline))
	head, rest, _ := strings.Cut(doc, ">")
	return fmt.Sprintf("%s role=\"img\" xml:lang=\"%s\"><title>%s</title>%s\n", head, r.Lang, title.String(), rest)
}

// fontFaces returns the style that brings the letters in use along, always in the
// same order.
func (d *drawing) fontFaces() (string, error) {
	used := map[*canvas.FontFamily]map[rune]bool{}
	for set := range d.sheet.set {
		if used[set.style.family] == nil {
			used[set.style.family] = map[rune]bool{}
		}
		for _, r := range set.text {
			used[set.style.family][r] = true
		}
	}
	var b strings.Builder
	for _, family := range []*canvas.FontFamily{d.sheet.regular, d.sheet.medium, d.sheet.bold, d.sheet.italic} {
		if len(used[family]) == 0 {
			continue
		}
		letters, err := subset(family, slices.Sorted(maps.Keys(used[family])))
		if err != nil {
			return "", err
		}
		fmt.Fprintf(&b, "@font-face{font-family:'%s';src:url('data:font/ttf;base64,%s')}", family.Name(), base64.StdEncoding.EncodeToString(letters))
	}
	return b.String(), nil
}

// subset returns a font with some letters only, without the time at which it was made.
func subset(family *canvas.FontFamily, letters []rune) ([]byte, error) {
	whole := family.Face(1, ink).Font.SFNT
	glyphs := []uint16{0}
	for _, r := range letters {
		if id := whole.GlyphIndex(r); !slices.Contains(glyphs, id) {
			glyphs = append(glyphs, id)
		}
	}
	part, err := whole.Subset(glyphs, font.SubsetOptions{Tables: font.KeepMinTables})
	if err != nil {
		return nil, err
	}
	data := part.Write()
	undateFont(data)
	return data, nil
}
