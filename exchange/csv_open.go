package exchange

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"unicode/utf8"
)

// NotCSVError says of a file, whose name stands before it, that nothing of it can be
// read, and what to do.
type NotCSVError string

// Error implements error.
func (e NotCSVError) Error() string { return string(e) }

const (
	notUTF8 NotCSVError = "is not in UTF-8, so that letters like č and ж would be lost; save it as “CSV UTF-8” and import that"
	aBook   NotCSVError = "is a workbook; save its sheet with the responses as “CSV UTF-8” and import that"
	notText NotCSVError = "is not a text file; import responses as CSV"
	noRows  NotCSVError = "holds the texts of an export, which belong to no row; import the file with the responses beside it"
)

// openCSV returns a reader of rows, which may have any number of cells, without the
// byte order mark that spreadsheets write.
func openCSV(r io.Reader) (*csv.Reader, error) {
	b := bufio.NewReader(r)
	head, _ := b.Peek(b.Size())
	switch {
	case bytes.HasPrefix(head, []byte("\uFEFF")):
		_, _ = b.Discard(len("\uFEFF"))
	case bytes.HasPrefix(head, []byte("\xFF\xFE")), bytes.HasPrefix(head, []byte("\xFE\xFF")):
		return nil, notUTF8
	case bytes.HasPrefix(head, []byte("PK\x03\x04")), bytes.HasPrefix(head, []byte("\xD0\xCF\x11\xE0")):
		return nil, aBook
	case bytes.IndexByte(head, 0) >= 0:
		return nil, notText
	}
	reader := csv.NewReader(b)
	reader.Comma, reader.ReuseRecord, reader.FieldsPerRecord = commaOf(b), true, -1
	return reader, nil
}

// commaOf returns what stands between the cells of a file: a semicolon or a tab when its
// first line has one and no comma. No name of a column has either.
func commaOf(b *bufio.Reader) rune {
	head, _ := b.Peek(b.Size())
	first, _, _ := bytes.Cut(head, []byte("\n"))
	for _, comma := range ",;\t" {
		if bytes.ContainsRune(first, comma) {
			return comma
		}
	}
	return ','
}

// nextRow returns the next row with the line where it begins. Rows of nothing but
// empty cells are passed over: spreadsheets leave them behind.
func nextRow(reader *csv.Reader) (record []string, line int, err error) {
	for {
		record, err = reader.Read()
		if err != nil {
			return nil, 0, err
		}
		if slices.ContainsFunc(record, func(cell string) bool { return !utf8.ValidString(cell) }) {
			return nil, 0, notUTF8
		}
		if !slices.ContainsFunc(record, func(cell string) bool { return !blank(cell) }) {
			continue
		}
		line, _ = reader.FieldPos(0)
		return record, line, nil
	}
}

// csvError says where a file stops being CSV.
func csvError(err error) error {
	var parse *csv.ParseError
	var none NotCSVError
	switch {
	case errors.As(err, &none):
		return none
	case errors.As(err, &parse):
		return RowErrors{{parse.StartLine, "its quotation marks do not pair; a cell with one begins and ends with one and has each of its own twice"}}
	case errors.Is(err, io.EOF):
		return RowErrors{inHeader("the file is empty")}
	}
	return fmt.Errorf("read responses: %w", err)
}
