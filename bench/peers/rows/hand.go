package main

import (
	"archive/zip"
	"compress/flate"
	"errors"
	"fmt"
	"io"
	"os"
	"strconv"

	"anketa/survey"
)

// parts returns what a workbook of one sheet needs beside the sheet (ECMA-376, part 1).
func parts() [][2]string {
	const (
		head     = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>`
		main     = `http://schemas.openxmlformats.org/spreadsheetml/2006/main`
		types    = `http://schemas.openxmlformats.org/package/2006/content-types`
		links    = `http://schemas.openxmlformats.org/package/2006/relationships`
		document = `http://schemas.openxmlformats.org/officeDocument/2006/relationships`
		content  = `application/vnd.openxmlformats-officedocument.spreadsheetml.`
	)
	return [][2]string{
		{"[Content_Types].xml", head + `<Types xmlns="` + types + `"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
			`<Override PartName="/xl/workbook.xml" ContentType="` + content + `sheet.main+xml"/>` +
			`<Override PartName="/xl/worksheets/sheet1.xml" ContentType="` + content + `worksheet+xml"/></Types>`},
		{"_rels/.rels", head + `<Relationships xmlns="` + links + `"><Relationship Id="r1" Type="` + document + `/officeDocument" Target="xl/workbook.xml"/></Relationships>`},
		{"xl/workbook.xml", head + `<workbook xmlns="` + main + `" xmlns:r="` + document + `"><sheets><sheet name="Responses" sheetId="1" r:id="r1"/></sheets></workbook>`},
		{"xl/_rels/workbook.xml.rels", head + `<Relationships xmlns="` + links + `"><Relationship Id="r1" Type="` + document + `/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`},
		{"xl/worksheets/sheet1.xml", head + `<worksheet xmlns="` + main + `"><sheetData>`},
	}
}

// writeByHand writes the rows as the XML of a sheet, packed as fast as can be. Rows and
// cells may be without their names, and then follow each other (ECMA-376, 18.3.1.4 and .73).
func writeByHand(f *os.File, header []string, title string, each func(func([]survey.Answer) error) error) error {
	book := zip.NewWriter(f)
	book.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) { return flate.NewWriter(w, flate.BestSpeed) })
	var w io.Writer
	for _, part := range parts() {
		var err error
		if w, err = book.Create(part[0]); err != nil {
			return err
		}
		if _, err := io.WriteString(w, part[1]); err != nil {
			return err
		}
	}
	buffer := make([]byte, 0, 1<<16)
	buffer = append(buffer, `<row>`...)
	for _, name := range header {
		buffer = appendText(buffer, name)
	}
	buffer = append(buffer, `</row>`...)
	err := each(func(answers []survey.Answer) error {
		buffer = append(buffer, `<row>`...)
		buffer = appendText(buffer, survey.NewID().String())
		buffer = appendText(buffer, title)
		for i := range answers {
			if answers[i].Code == 0 {
				buffer = append(buffer, `<c/>`...)
				continue
			}
			buffer = strconv.AppendInt(append(buffer, `<c><v>`...), int64(answers[i].Code), 10)
			buffer = append(buffer, `</v></c>`...)
		}
		buffer = append(buffer, `</row>`...)
		var err error
		if len(buffer) > 1<<15 {
			_, err = w.Write(buffer)
			buffer = buffer[:0]
		}
		return err
	})
	_, err2 := w.Write(append(buffer, `</sheetData></worksheet>`...))
	if err := errors.Join(err, err2, book.Close()); err != nil {
		return fmt.Errorf("write by hand: %w", err)
	}
	return nil
}

// appendText appends a cell with a text that needs no escape.
func appendText(b []byte, text string) []byte {
	b = append(b, `<c t="inlineStr"><is><t>`...)
	return append(append(b, text...), `</t></is></c>`...)
}
