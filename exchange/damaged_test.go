package exchange_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"anketa/exchange"
	"anketa/storage/storagetest"
	"anketa/survey"
)

// What goes out says how many records can no longer be read, wherever it can say
// something: the table, the results and the codebook of a workbook, and the scripts.
// Negative control: parts without their damaged records.
func TestDamagedIsSaid(t *testing.T) {
	s, db := trainings(t), storagetest.Open(t)
	r := stored(t, db, s, map[string][]survey.Response{"Niš": example(t, s)[0].Responses})
	for _, n := range []int{0, 2} {
		r.Parts[0].Damaged = n
		rows := rowsOf(t, r, db, 1)
		var table, codebook, script, syntax bytes.Buffer
		for _, err := range []error{
			exchange.WriteTable(&table, r, survey.English), rows.WriteCodebook(&codebook, exchange.CSVStyle{}),
			rows.WriteR(&script, "rows.csv"), rows.WriteSPSS(&syntax, "rows.csv"),
		} {
			if err != nil {
				t.Fatal(err)
			}
		}
		book, err := excelize.OpenReader(bytes.NewReader(workbookOf(t, rows)))
		if err != nil {
			t.Fatal(err)
		}
		lines, err := book.GetRows("Results")
		if err != nil {
			t.Fatal(err)
		}
		for name, said := range map[string]string{
			"table": table.String(), "codebook": codebook.String(), "R": script.String(), "SPSS": syntax.String(), "workbook": strings.Join(lines[len(lines)-1], " "),
		} {
			if got := strings.Contains(said, "read any more") || strings.Contains(said, "no longer be read: 2"); got != (n > 0) {
				t.Errorf("%d damaged records: the %s says so: %v", n, name, got)
			}
		}
	}
}
