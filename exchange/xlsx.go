package exchange

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"anketa/results"
)

// The sheets of a workbook.
const (
	sheetRows     = "Responses"
	sheetTexts    = "Texts"
	sheetCodebook = "Codebook"
	sheetResults  = "Results"
)

// constantTime stands for all times in a workbook: when it was written is nobody's.
const constantTime = "2000-01-01T00:00:00Z"

// maxSheetRows is how many rows a sheet may have under its header (ECMA-376: 1,048,576 in all).
const maxSheetRows = 1<<20 - 1

// TooManyRowsError says that a sheet cannot hold so many responses.
type TooManyRowsError struct{ Rows int }

// Error implements error.
func (e TooManyRowsError) Error() string {
	return fmt.Sprintf("a sheet holds %d rows, and there are %d responses; choose csv", maxSheetRows, e.Rows)
}

// WriteXLSX writes a workbook: the rows, the texts apart from them, what the columns
// mean, and the results with a chart for each question. The same rows give the same
// bytes: no name and no time is in it. Texts are texts, whatever they begin with.
func (r *Rows) WriteXLSX(ctx context.Context, w io.Writer) (err error) {
	if r.N() > maxSheetRows {
		return TooManyRowsError{r.N()}
	}
	// Where the library can make no file, it keeps many texts in memory, and nothing of them
	// is left on the disk when the program is killed.
	f := excelize.NewFile(excelize.Options{TmpDir: filepath.Join(os.DevNull, "none")})
	defer func() {
		if failed := f.Close(); err == nil && failed != nil {
			err = fmt.Errorf("write workbook: %w", failed)
		}
	}()
	b := &workbook{File: f}
	b.prepare()
	b.head(r)
	b.table(sheetTexts, textColumns(), textLines(r.Release))
	b.table(sheetCodebook, codebookHeader(), typed(r.codebook()))
	b.results(r)
	if b.err != nil {
		return fmt.Errorf("write workbook: %w", b.err)
	}
	packed, err := f.WriteToBuffer()
	if err == nil {
		err = repack(w, packed.Bytes(), func(sheet io.Writer) error { return r.writeSheet(ctx, sheet) })
	}
	if err != nil {
		return fmt.Errorf("write workbook: %w", err)
	}
	return nil
}

// workbook writes sheets; its first error ends them.
type workbook struct {
	*excelize.File
	bold int
	err  error
}

// do carries out a step unless one before it failed.
func (b *workbook) do(step func() error) {
	if b.err == nil {
		b.err = step()
	}
}

// prepare names the sheets and takes out whatever would tell who wrote the file, and when.
func (b *workbook) prepare() {
	b.do(func() error { return b.SetSheetName("Sheet1", sheetRows) })
	for _, name := range []string{sheetTexts, sheetCodebook, sheetResults} {
		b.do(func() error { _, err := b.NewSheet(name); return err })
	}
	b.do(func() error {
		return b.SetDocProps(&excelize.DocProperties{Creator: "anketa", LastModifiedBy: "anketa", Created: constantTime, Modified: constantTime})
	})
	b.do(func() (err error) {
		b.bold, err = b.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true}})
		return err
	})
}

// stream begins a sheet with a header that stays in sight.
func (b *workbook) stream(sheet string, header []string) *excelize.StreamWriter {
	var s *excelize.StreamWriter
	b.do(func() (err error) { s, err = b.NewStreamWriter(sheet); return err })
	b.do(func() error { return s.SetColWidth(1, len(header), 16) })
	b.do(func() error {
		return s.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"})
	})
	b.do(func() error {
		cells := make([]any, len(header))
		for i, name := range header {
			cells[i] = excelize.Cell{StyleID: b.bold, Value: name}
		}
		return s.SetRow("A1", cells)
	})
	return s
}

// head begins the sheet of the responses: with nothing but its header, because the rows
// come into it when it is packed (see [Rows.writeSheet]).
func (b *workbook) head(r *Rows) {
	header := []string{IDColumn, sessionColumn}
	for _, c := range tableColumns(r.Release.Survey, r.Lang, r.Labels) {
		header = append(header, c.name)
	}
	b.do(func() error {
		last, err := excelize.CoordinatesToCellName(len(header), 1+r.N())
		return errors.Join(err, b.SetSheetDimension(sheetRows, "A1:"+last))
	})
	s := b.stream(sheetRows, header)
	b.do(func() error { return s.Flush() })
}

// typed returns the cell as a number, as a text, or nil for nothing.
func (c cell) typed() any {
	switch {
	case c.numeric:
		return c.number
	case c.text == "":
		return nil
	}
	return c.text
}

// table writes a sheet of lines.
func (b *workbook) table(sheet string, header []string, lines [][]any) {
	s := b.stream(sheet, header)
	for i, line := range lines {
		b.do(func() error { return s.SetRow("A"+strconv.Itoa(i+2), line) })
	}
	b.do(func() error { return s.Flush() })
}

// typed makes cells of texts; a whole number becomes one.
func typed(lines [][]string) [][]any {
	all := make([][]any, len(lines))
	for i, line := range lines {
		for _, text := range line {
			all[i] = append(all[i], named(text).typed())
		}
	}
	return all
}

// textLines returns the free texts that a file may hold.
func textLines(r *results.Release) [][]any {
	var lines [][]any
	for _, p := range passages(r) {
		lines = append(lines, []any{p.Question, p.Text, yes(p.Quote), strings.Join(p.Themes, "; ")})
	}
	return lines
}
