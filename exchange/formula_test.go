package exchange_test

import (
	"encoding/csv"
	"fmt"
	"strings"
	"testing"

	"anketa/exchange"
	"anketa/storage/storagetest"
	"anketa/survey"
)

// formulas are 200 texts that a spreadsheet would carry out.
func formulas() []string {
	var all []string
	for _, lead := range []string{"=", "+", "-", "@", "\t=", "\r=", " =", "\u00a0=", "＝", "＋", "－", "＠", "\n+", "\x00=", "'=", "\ufeff=", "\u3000@", "\t", "\r", "=\""} {
		for _, body := range []string{
			`1+1`, `cmd|'/c calc'!A0`, `HYPERLINK("http://example.org","x")`, `SUM(A1:A9)`, `IMPORTXML("http://example.org","//a")`,
			`DDE("cmd";"/c calc";"x")`, `2+3+cmd|'/c calc'!A0`, `A1&";"&B1`, `WEBSERVICE("http://example.org")`, `"x",=1+1`,
		} {
			all = append(all, lead+body)
		}
	}
	return all
}

// formulaSurvey asks with the formulas in every text that a file takes over.
func formulaSurvey() *survey.Survey {
	s := &survey.Survey{ID: "formulas", Title: survey.Text{survey.English: "F"}, Kiosk: survey.DefaultKiosk(), Languages: []survey.Lang{survey.English}, MinGroup: 5, Release: survey.ReleaseLagged}
	for i, f := range formulas() {
		label := survey.Text{survey.English: f}
		other := survey.Text{survey.English: fmt.Sprintf("-%d+%s", i, f)}
		s.Questions = append(s.Questions, survey.Question{
			ID: fmt.Sprintf("q%d", i), Kind: survey.KindChoice, Text: label,
			Points: []survey.Point{{Value: "1", Label: label}, {Value: "2", Label: other}},
		})
	}
	return s
}

// startsFormula reports whether a spreadsheet would carry a cell out: one that begins
// with a sign of a formula behind any white space, or with a control character.
func startsFormula(cell string) bool {
	trimmed := strings.TrimLeft(cell, " \t\r\n\x00\u00a0\ufeff\u3000")
	return trimmed != "" && strings.ContainsAny(string([]rune(trimmed)[0]), "=+-@＝＋－＠") || strings.HasPrefix(cell, "\t") || strings.HasPrefix(cell, "\r")
}

// TestNoFormulaInCSV holds that none of 200 formulas, as the label of an answer or the
// title of a session, begins a cell. Negative control: harmless returns its text.
func TestNoFormulaInCSV(t *testing.T) {
	s, db := formulaSurvey(), storagetest.Open(t)
	responses := make([]survey.Response, 6)
	for i := range responses {
		responses[i] = survey.Response{ID: survey.ID{byte(i + 1)}, Answers: make([]survey.Answer, len(s.Questions))}
		for q := range s.Questions {
			responses[i].Answers[q].Code = survey.Code(1 + i%2)
		}
	}
	for i, title := range formulas()[:40] {
		for j := range responses {
			responses[j].ID[1] = byte(i)
		}
		rows := rowsOf(t, stored(t, db, s, map[string][]survey.Response{fmt.Sprintf("%s %d", title, i): responses}), db, 1)
		rows.Labels = true
		records, err := csv.NewReader(strings.NewReader(csvOf(t, rows, exchange.CSVStyle{}))).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		for _, record := range records {
			for _, cell := range record {
				if startsFormula(cell) {
					t.Fatalf("a cell is %q", cell)
				}
			}
		}
		if i == 0 && !strings.HasPrefix(records[1][1], "'=") {
			t.Errorf("the title of the session is %q", records[1][1])
		}
	}
}
