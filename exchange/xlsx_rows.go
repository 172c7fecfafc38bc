package exchange

import (
	"archive/zip"
	"bufio"
	"bytes"
	"compress/flate"
	"context"
	"encoding/xml"
	"errors"
	"io"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"

	"anketa/survey"
)

// endOfRows stands behind the rows of a sheet.
const endOfRows = "</sheetData>"

// errNoRows says that the library wrote a sheet in another form than it used to.
var errNoRows = errors.New("the sheet has no place for rows")

// repackSheet packs a sheet anew, with more rows behind those that it has. The library
// takes several times as long for them, and keeps them in memory.
func repackSheet(out *zip.Writer, f *zip.File, rows func(io.Writer) error) error {
	sheet, err := unpacked(f)
	if err != nil {
		return err
	}
	before, after, ok := bytes.Cut(sheet, []byte(endOfRows))
	if !ok {
		return errNoRows
	}
	out.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) { return flate.NewWriter(w, flate.BestSpeed) })
	w, err := out.Create(f.Name)
	if err != nil {
		return err
	}
	if _, err := w.Write(before); err != nil {
		return err
	}
	if err := rows(w); err != nil {
		return err
	}
	_, err = io.WriteString(w, endOfRows+string(after))
	return err
}

// What stands around a number and a text in a sheet, and a cell with neither. A cell
// without a name is the one behind the cell before it (ECMA-376, 18.3.1.4): names would
// be most of what is written.
const (
	beforeNumber, afterNumber = `<c><v>`, `</v></c>`
	beforeText, afterText     = `<c t="inlineStr"><is><t>`, `</t></is></c>`
	beforeSpaced              = `<c t="inlineStr"><is><t xml:space="preserve">`
	noCell                    = `<c/>`
)

// inSheet returns a cell as it stands in a sheet.
func inSheet(c cell) string {
	switch {
	case c.numeric:
		return beforeNumber + c.String() + afterNumber
	case c.text == "":
		return noCell
	case strings.Trim(c.text, "\t\n\r ") != c.text:
		return beforeSpaced + escaped(c.text) + afterText
	}
	return beforeText + escaped(c.text) + afterText
}

// character is how a text may name a character (ECMA-376, 22.9.2.19).
var character = regexp.MustCompile(`^_x[0-9a-fA-F]{4}_`)

// escaped returns a text as it stands in a sheet, at most as long as a cell may be. What
// XML cannot hold is replaced, and what could be read as the name of a character has
// the name of its underscore in front.
func escaped(text string) string {
	var xmlText, b strings.Builder
	_ = xml.EscapeText(&xmlText, []byte(shortened(text, excelize.TotalCellChars)))
	text = strings.ReplaceAll(xmlText.String(), "&#xA;", "\n")
	for i, r := range text {
		if r == '_' && character.MatchString(text[i:]) {
			b.WriteString("_x005F")
		}
		b.WriteRune(r)
	}
	return b.String()
}

// shortened returns what a text begins with, in so many units of UTF-16.
func shortened(text string, units int) string {
	for i, r := range text {
		if units -= utf16.RuneLen(r); units < 0 {
			return text[:i]
		}
	}
	return text
}

// writeSheet writes one response a row, behind the header.
func (r *Rows) writeSheet(ctx context.Context, w io.Writer) error {
	columns := tableColumns(r.Release.Survey, r.Lang, r.Labels)
	for _, c := range columns {
		c.prepare(inSheet)
	}
	names := r.names(func(name string) string { return inSheet(cell{text: name}) })
	out := bufio.NewWriterSize(w, 1<<16)
	var row []byte
	at := int64(1)
	err := r.each(ctx, func(p *part, answers []survey.Answer) error {
		at++
		row = append(strconv.AppendInt(append(row[:0], `<row r="`...), at, 10), `">`+beforeText...)
		row = append(append(r.newUUID(row), afterText...), names[p]...)
		for _, c := range columns {
			of := c.cell(&answers[c.question])
			if of.numeric {
				row = append(of.append(append(row, beforeNumber...)), afterNumber...)
			} else {
				row = append(row, of.text...)
			}
		}
		_, err := out.Write(append(row, "</row>"...))
		return err
	})
	return errors.Join(err, out.Flush())
}
