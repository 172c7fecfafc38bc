package exchange_test

import (
	"bytes"
	"encoding/csv"
	"strings"
	"testing"

	"anketa/exchange"
	"anketa/storage/storagetest"
	"anketa/survey"
)

// TestWriteCodebook holds that every column of the rows is in the codebook, and every
// value in them under its column. Negative control: values without "not applicable".
func TestWriteCodebook(t *testing.T) {
	s, responses := kinds(t)
	db := storagetest.Open(t)
	rows := rowsOf(t, stored(t, db, s, map[string][]survey.Response{"A": responses}), db, 1)
	var b bytes.Buffer
	if err := rows.WriteCodebook(&b, exchange.CSVStyle{}); err != nil {
		t.Fatal(err)
	}
	golden(t, "codebook.csv", strings.ReplaceAll(b.String(), "\r\n", "\n"))
	lines, err := csv.NewReader(&b).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	known, numbers := map[[2]string]bool{}, map[string]bool{}
	for _, line := range lines {
		known[[2]string{line[0], line[4]}] = true
		numbers[line[0]] = numbers[line[0]] || line[2] == string(survey.KindNumber)
	}
	table, err := csv.NewReader(strings.NewReader(csvOf(t, rows, exchange.CSVStyle{}))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range table[1:] {
		for i, name := range table[0] {
			if !known[[2]string{name, ""}] {
				t.Errorf("the codebook has no column %s", name)
			}
			for value := range strings.FieldsSeq(row[i]) {
				if name != exchange.IDColumn && !numbers[name] && !known[[2]string{name, value}] {
					t.Errorf("the codebook has no value %s of %s", value, name)
				}
			}
		}
	}
}
