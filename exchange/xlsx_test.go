package exchange_test

import (
	"archive/zip"
	"bytes"
	"context"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"anketa/exchange"
	"anketa/storage/storagetest"
	"anketa/survey"
)

// workbookOf returns rows as a workbook.
func workbookOf(tb testing.TB, rows *exchange.Rows) []byte {
	tb.Helper()
	var b bytes.Buffer
	if err := rows.WriteXLSX(tb.Context(), &b); err != nil {
		tb.Fatal(err)
	}
	return b.Bytes()
}

// unzipped returns the files of a workbook.
func unzipped(tb testing.TB, data []byte) map[string]string {
	tb.Helper()
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		tb.Fatal(err)
	}
	files := map[string]string{}
	for _, f := range archive.File {
		if !f.Modified.IsZero() && f.Modified.Year() > 2000 {
			tb.Errorf("%s tells when it was written: %v", f.Name, f.Modified)
		}
		r, err := f.Open()
		if err != nil {
			tb.Fatal(err)
		}
		content, err := io.ReadAll(r)
		if err != nil {
			tb.Fatal(err)
		}
		files[f.Name] = string(content)
	}
	return files
}

// TestWriteXLSX holds that a workbook has what the CSV file has, typed; that its counts
// are those of the results, each with a chart; and that the same data give the same
// bytes. Negative controls: a random name in docProps; cells all as texts.
func TestWriteXLSX(t *testing.T) {
	s, db := trainings(t), storagetest.Open(t)
	r := stored(t, db, s, map[string][]survey.Response{"Niš": example(t, s)[0].Responses})
	data := workbookOf(t, rowsOf(t, r, db, 1))
	if !bytes.Equal(data, workbookOf(t, rowsOf(t, r, db, 1))) {
		t.Error("the same rows give other bytes")
	}
	files := unzipped(t, data)
	if core := files["docProps/core.xml"]; strings.Contains(core, "xuri") || !strings.Contains(core, "2000-01-01T00:00:00Z") {
		t.Errorf("docProps say %s", core)
	}
	book, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	rows, err := book.GetRows("Responses")
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for _, row := range rows {
		for len(row) < len(rows[0]) {
			row = append(row, "")
		}
		lines = append(lines, strings.Join(row, ",")+"\r\n")
	}
	if want := csvOf(t, rowsOf(t, r, db, 1), exchange.CSVStyle{}); strings.Join(lines, "") != want {
		t.Errorf("the rows are %s, want %s", lines, want)
	}
	if kind, err := book.GetCellType("Responses", "E2"); err != nil || kind != excelize.CellTypeUnset {
		t.Errorf("a number is of type %v (%v)", kind, err)
	}
	charts := 0
	for name := range files {
		if strings.HasPrefix(name, "xl/charts/chart") {
			charts++
		}
	}
	if want := 6; charts != want {
		t.Errorf("there are %d charts, want %d", charts, want)
	}
	results, err := book.GetRows("Results")
	if err != nil {
		t.Fatal(err)
	}
	at, _ := s.Question("recommend")
	f := r.Figures(at)
	want := fmt.Sprint([]string{"recommend", s.Questions[at].Text.In(s.Languages[0]), "yes", "Da", fmt.Sprint(f.Counts[0]), fmt.Sprint(f.N)})
	if got := fmt.Sprint(results[len(results)-2][:6]); got != want {
		t.Errorf("the results say %s, want %s", got, want)
	}
}

// TestNoFormulaInXLSX holds that none of 200 formulas, as the label of an answer, the
// text of a question or the title of a session, becomes one. Negative control: a cell
// written with SetCellFormula.
func TestNoFormulaInXLSX(t *testing.T) {
	s, db := formulaSurvey(), storagetest.Open(t)
	responses := make([]survey.Response, 6)
	for i := range responses {
		responses[i] = survey.Response{ID: survey.ID{byte(i + 1)}, Answers: make([]survey.Answer, len(s.Questions))}
		for q := range s.Questions {
			responses[i].Answers[q].Code = survey.Code(1 + i%2)
		}
	}
	rows := rowsOf(t, stored(t, db, s, map[string][]survey.Response{formulas()[2]: responses}), db, 1)
	rows.Labels = true
	found := 0
	for name, content := range unzipped(t, workbookOf(t, rows)) {
		if strings.HasPrefix(name, "xl/worksheets/") && strings.Contains(content, "<f>") || strings.Contains(content, "<f ") {
			t.Errorf("%s holds a formula", name)
		}
		found += strings.Count(content, "HYPERLINK")
	}
	if found == 0 {
		t.Error("the formulas are not in the file as texts either")
	}
}

// TestTextsStayInMemory holds that texts of any size are written into no file but the
// workbook. Negative control: excelize.NewFile without options.
func TestTextsStayInMemory(t *testing.T) {
	r := imported(t)
	var many shelf
	for i := range 400 {
		text := fmt.Sprint(i, strings.Repeat(" više vežbi", 1500))
		many.writings = append(many.writings, survey.Writing{ID: survey.ID{byte(i >> 8), byte(i)}, Text: text, Review: survey.Review{Verdict: survey.Approved}})
	}
	if err := r.ReadTexts(t.Context(), &many); err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	t.Setenv("TMPDIR", dir)
	rows, _ := exchange.NewRows(&r, nobody{}, rand.New(rand.NewPCG(1, 2)))
	written := 0
	if err := rows.WriteXLSX(t.Context(), writerFunc(func(p []byte) (int, error) {
		written += len(p)
		files, err := os.ReadDir(dir)
		if len(files) > 0 {
			err = fmt.Errorf("there is the file %s", files[0].Name())
		}
		return len(p), err
	})); err != nil || written == 0 {
		t.Errorf("%d bytes are written, error %v", written, err)
	}
}

// nobody has no responses.
type nobody struct{}

// Shuffled implements exchange.Responses.
func (nobody) Shuffled(context.Context, survey.ID, *rand.Rand, ...func([]survey.Answer) error) error {
	return nil
}

// writerFunc is a function that writes.
type writerFunc func(p []byte) (int, error)

// Write implements io.Writer.
func (w writerFunc) Write(p []byte) (int, error) { return w(p) }
