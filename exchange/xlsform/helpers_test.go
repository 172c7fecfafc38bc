package xlsform_test

import (
	"bytes"
	"os"
	"testing"

	"github.com/xuri/excelize/v2"
)

// times returns how often a long test draws: a slice of it, or the whole.
func times(slice, whole int) int {
	if os.Getenv("ANKETA_WHOLE") != "" {
		return whole
	}
	return slice
}

// book is a form made by hand: its sheets by their names, each a list of rows.
type book map[string][][]any

// form returns the form as a workbook, such as spreadsheet programs write it.
func (b book) form(tb testing.TB) []byte {
	tb.Helper()
	f := excelize.NewFile()
	defer f.Close()
	for _, name := range []string{"survey", "choices", "settings", "Sheet1"} {
		rows, ok := b[name]
		if !ok {
			continue
		}
		if _, err := f.NewSheet(name); err != nil {
			tb.Fatal(err)
		}
		for i, row := range rows {
			at, _ := excelize.CoordinatesToCellName(1, i+1)
			if err := f.SetSheetRow(name, at, &row); err != nil {
				tb.Fatal(err)
			}
		}
	}
	if _, ok := b["Sheet1"]; !ok {
		if err := f.DeleteSheet("Sheet1"); err != nil {
			tb.Fatal(err)
		}
	}
	return packed(tb, f)
}

// packed returns a workbook as a file.
func packed(tb testing.TB, f *excelize.File) []byte {
	tb.Helper()
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		tb.Fatal(err)
	}
	return b.Bytes()
}
