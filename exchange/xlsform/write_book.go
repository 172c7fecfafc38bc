package xlsform

import (
	"fmt"
	"io"
	"slices"

	"github.com/xuri/excelize/v2"

	"anketa/exchange"
	"anketa/survey"
)

// constantTime stands for all times in a workbook: when it was written is nobody's.
const constantTime = "2000-01-01T00:00:00Z"

// Write writes a survey as an XLSForm. The same survey gives the same bytes: no name
// and no time is in it. Every cell is a text, whatever it begins with.
func Write(w io.Writer, s *survey.Survey) (err error) {
	book := excelize.NewFile()
	defer func() {
		if failed := book.Close(); err == nil && failed != nil {
			err = fmt.Errorf("write form: %w", failed)
		}
	}()
	f := newForm(s)
	if err := f.write(book); err != nil {
		return fmt.Errorf("write form: %w", err)
	}
	packed, err := book.WriteToBuffer()
	if err == nil {
		err = exchange.Repack(w, packed.Bytes())
	}
	if err != nil {
		return fmt.Errorf("write form: %w", err)
	}
	return nil
}

// table is a sheet that is written: its rows by the names of the columns.
type table struct {
	name string
	// columns are all that there may be, in their order; those before must stay even
	// when they are empty.
	columns []string
	must    int
	rows    []line
}

// line is one row.
type line map[string]string

// add puts a row below the others.
func (t *table) add(l line) { t.rows = append(t.rows, l) }

// used returns the columns in which something stands, and those that must be there.
func (t *table) used() []string {
	var used []string
	for i, column := range t.columns {
		if i < t.must || slices.ContainsFunc(t.rows, func(l line) bool { return l[column] != "" }) {
			used = append(used, column)
		}
	}
	return used
}

// write puts all sheets into a workbook.
func (f *form) write(book *excelize.File) error {
	if err := book.SetDocProps(&excelize.DocProperties{Creator: "anketa", LastModifiedBy: "anketa", Created: constantTime, Modified: constantTime}); err != nil {
		return err
	}
	bold, err := book.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true}})
	if err != nil {
		return err
	}
	for i, t := range []*table{&f.survey, &f.choices, &f.settings, &f.kiosk} {
		if i == 0 {
			err = book.SetSheetName("Sheet1", t.name)
		} else {
			_, err = book.NewSheet(t.name)
		}
		if err != nil {
			return err
		}
		if err := t.write(book, bold); err != nil {
			return err
		}
	}
	return nil
}

// write puts one sheet into a workbook; its header stays in sight.
func (t *table) write(book *excelize.File, bold int) error {
	s, err := book.NewStreamWriter(t.name)
	if err != nil {
		return err
	}
	columns := t.used()
	if err := s.SetColWidth(1, len(columns), 24); err != nil {
		return err
	}
	if err := s.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}); err != nil {
		return err
	}
	for i := range len(t.rows) + 1 {
		cells := make([]any, len(columns))
		for j, column := range columns {
			switch {
			case i == 0:
				cells[j] = excelize.Cell{StyleID: bold, Value: column}
			case t.rows[i-1][column] != "":
				cells[j] = t.rows[i-1][column]
			}
		}
		if err := s.SetRow(fmt.Sprintf("A%d", i+1), cells); err != nil {
			return err
		}
	}
	return s.Flush()
}
