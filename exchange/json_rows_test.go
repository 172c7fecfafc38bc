package exchange_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"anketa/exchange"
	"anketa/storage/storagetest"
	"anketa/survey"
)

// TestWriteJSONRows holds that JSON and JSON Lines hold the cells of the CSV file, empty
// ones as null. Negative control: a row left out; a set joined as a text.
func TestWriteJSONRows(t *testing.T) {
	s, responses := kinds(t)
	db := storagetest.Open(t)
	r := stored(t, db, s, map[string][]survey.Response{"=A \"1\"": responses})
	table, err := csv.NewReader(strings.NewReader(csvOf(t, rowsOf(t, r, db, 1), exchange.CSVStyle{}))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var list, lines bytes.Buffer
	if err := rowsOf(t, r, db, 1).WriteJSON(t.Context(), &list); err != nil {
		t.Fatal(err)
	}
	if err := rowsOf(t, r, db, 1).WriteJSONLines(t.Context(), &lines); err != nil {
		t.Fatal(err)
	}
	var all, one []map[string]any
	if err := json.Unmarshal(list.Bytes(), &all); err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(lines.String()) {
		var object map[string]any
		if err := json.Unmarshal([]byte(line), &object); err != nil {
			t.Fatal(err)
		}
		one = append(one, object)
	}
	if fmt.Sprint(all) != fmt.Sprint(one) || len(all) != len(table)-1 {
		t.Fatalf("the list has %d rows and the lines %d, want %d", len(all), len(one), len(table)-1)
	}
	for i, object := range all {
		for j, name := range table[0] {
			want := table[i+1][j]
			if name == "session" {
				want = "=A \"1\""
			}
			if got := asCell(object[name]); got != want {
				t.Errorf("row %d has %q under %s, want %q", i, got, name, want)
			}
		}
		if len(object) != len(table[0]) {
			t.Errorf("row %d has %d keys, want %d", i, len(object), len(table[0]))
		}
	}
}

// asCell returns a JSON value as it stands in CSV.
func asCell(v any) string {
	switch v := v.(type) {
	case nil:
		return ""
	case []any:
		var values []string
		for _, one := range v {
			values = append(values, asCell(one))
		}
		return strings.Join(values, " ")
	}
	return fmt.Sprint(v)
}
