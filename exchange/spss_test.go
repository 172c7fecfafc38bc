package exchange_test

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"anketa/exchange"
	"anketa/storage/storagetest"
	"anketa/survey"
)

// spssFiles returns the syntax and the data of rows.
func spssFiles(tb testing.TB, rows *exchange.Rows) (syntax, data string) {
	tb.Helper()
	var s, d bytes.Buffer
	if err := rows.WriteSPSS(&s, "rows.csv"); err != nil {
		tb.Fatal(err)
	}
	if err := rows.WriteSPSSData(tb.Context(), &d); err != nil {
		tb.Fatal(err)
	}
	return s.String(), d.String()
}

// TestWriteSPSS holds the syntax, and that its data have for each answer the number of
// its point. Negative control: number with code+1.
func TestWriteSPSS(t *testing.T) {
	s, responses := kinds(t)
	db := storagetest.Open(t)
	r := stored(t, db, s, map[string][]survey.Response{"A": responses})
	syntax, data := spssFiles(t, rowsOf(t, r, db, 1))
	golden(t, "rows.sps", syntax)
	got, err := csv.NewReader(strings.NewReader(data)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	want, err := csv.NewReader(strings.NewReader(csvOf(t, rowsOf(t, r, db, 1), exchange.CSVStyle{}))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for at := range s.Questions {
		q := &s.Questions[at]
		if q.Kind != survey.KindChoice && q.Kind != survey.KindLikert && q.Kind != survey.KindYesNo {
			continue
		}
		column := slices.Index(want[0], q.ID)
		for i, row := range want[1:] {
			number := ""
			if code, ok := q.CodeOf(row[column]); ok && code == survey.NotApplicable {
				number = "-9"
			} else if ok {
				number = fmt.Sprint(code)
			}
			if got[i+1][column] != number {
				t.Errorf("row %d has %s for %s of %s, want %s", i, got[i+1][column], row[column], q.ID, number)
			}
		}
	}
}

// TestWriteSPSSInPSPP runs the syntax in PSPP, which must say nothing against it and
// count the same. Negative control: a label with one apostrophe less.
func TestWriteSPSSInPSPP(t *testing.T) {
	program, err := exec.LookPath("pspp")
	if err != nil {
		t.Skip("pspp is not installed: what the syntax means to it was not tried")
	}
	s, responses := kinds(t)
	db, dir := storagetest.Open(t), t.TempDir()
	syntax, data := spssFiles(t, rowsOf(t, stored(t, db, s, map[string][]survey.Response{"A": responses}), db, 1))
	syntax += "FREQUENCIES field.\n"
	for name, content := range map[string]string{"rows.csv": data, "rows.sps": syntax} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	cmd := exec.CommandContext(t.Context(), program, "-b", "-o", "-", "-O", "format=csv", "rows.sps")
	cmd.Dir, cmd.Env = dir, append(os.Environ(), "LC_ALL=C.UTF-8")
	out, err := cmd.CombinedOutput()
	if err != nil || strings.Contains(string(out), "error") || strings.Contains(string(out), "warning") {
		t.Fatalf("%v\n%s", err, out)
	}
	at, _ := s.Question("field")
	for i, p := range s.Questions[at].Points {
		n := 0
		for _, r := range responses {
			if r.Answers[at].Code == survey.Code(i+1) {
				n++
			}
		}
		if want := fmt.Sprintf("%s,%d,", p.Label.In(survey.SerbianLatin), n); n > 0 && !strings.Contains(string(out), want) {
			t.Errorf("PSPP does not say %q:\n%s", want, out)
		}
	}
}
