package exchange_test

import (
	"bytes"
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
	"pgregory.net/rapid"

	"anketa/exchange"
	"anketa/results"
	"anketa/storage/storagetest"
	"anketa/survey"
	"anketa/survey/surveytest"
)

// bookOf reads a workbook.
func bookOf(tb testing.TB, data []byte) *excelize.File {
	tb.Helper()
	book, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		tb.Fatal(err)
	}
	return book
}

// TestWorkbookLaw holds for many surveys and responses that the sheet of responses has in
// each cell what the CSV file has, a number where it is one, and tells how large it is.
// Negative controls: prepare that passes over the empty cell of a set; a text cell
// without its type; the dimension of the header alone.
func TestWorkbookLaw(t *testing.T) {
	db := storagetest.Open(t)
	for n := range 25 {
		var s *survey.Survey
		responses := rapid.Custom(func(rt *rapid.T) []survey.Response {
			s = surveytest.Survey(rt)
			all := make([]survey.Response, rapid.IntRange(5, 12).Draw(rt, "responses"))
			for i := range all {
				all[i] = surveytest.Response(rt, s)
			}
			return all
		}).Example(n)
		r := stored(t, db, s, map[string][]survey.Response{fmt.Sprint("Niš ", n): responses})
		rows := func() *exchange.Rows {
			rows := rowsOf(t, r, db, 1)
			rows.Labels = n%2 == 1
			return rows
		}
		want, err := csv.NewReader(strings.NewReader(csvOf(t, rows(), exchange.CSVStyle{}))).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		sameCells(t, s, bookOf(t, workbookOf(t, rows())), want)
	}
}

// sameCells fails unless a sheet of responses has these cells.
func sameCells(t *testing.T, s *survey.Survey, book *excelize.File, want [][]string) {
	t.Helper()
	for i, record := range want {
		for j, text := range record {
			name, _ := excelize.CoordinatesToCellName(j+1, i+1)
			got, err1 := book.GetCellValue("Responses", name)
			kind, err2 := book.GetCellType("Responses", name)
			if err := errors.Join(err1, err2); err != nil || got != text && "'"+got != text {
				t.Errorf("%s is %q (%v), want %q", name, got, err, text)
			}
			if want := kindOf(s, want[0][j], text); kind != want && i > 0 {
				t.Errorf("%s, %q, is of type %v, want %v", name, text, kind, want)
			}
		}
	}
	last, _ := excelize.CoordinatesToCellName(len(want[0]), len(want))
	if got, err := book.GetSheetDimension("Responses"); err != nil || got != "A1:"+last {
		t.Errorf("the sheet is said to be %s (%v), want A1:%s", got, err, last)
	}
}

// kindOf returns the type that a cell of a column should have.
func kindOf(s *survey.Survey, column, text string) excelize.CellType {
	n, err := strconv.Atoi(text)
	at, ok := s.Question(column)
	// Several answers are a text, also when they are one.
	several := ok && s.Questions[at].Kind == survey.KindMulti
	if text == "" || err == nil && strconv.Itoa(n) == text && !several {
		return excelize.CellTypeUnset
	}
	return excelize.CellTypeInlineString
}

// TestHostileTextsInSheet holds that a text stands in a sheet as the library writes it, or
// is read as it was. Negative controls: escaped without its underscores; without XML's
// own escapes; inSheet that lets spaces at the ends go; a cell of any length.
func TestHostileTextsInSheet(t *testing.T) {
	long := strings.Repeat("š", excelize.TotalCellChars-1)
	// What the library itself reads as another text than it wrote.
	mistaken := []string{"_x0041_x0042_", "_xD83D_"}
	texts := append(append(formulas(), mistaken...),
		"a\x00b\x1fc", "\x7f\u0085\ufffe\uffff", "bad \xff\xc3 bytes", "]]>", "<c><v>1</v></c>", "</t></is></c></row></sheetData>", "&amp;&lt;", `"'`,
		" in front", "behind ", "\ttab", "line\nline\r\nline\rline", "\n", " ", "  two  spaces  ",
		"_x0041_", "_x000D_", "_x005F_", "_x005F_x0041_", "_x00zz_", "_x_", "__x0041__", "x0041_",
		"čćžšđ ČĆŽŠĐ ђњ", "👩‍🏫", "\u202etfel", "\ufeffmark", "123", "1e5", "007", "-1", "TRUE",
		long+"ž", long+"žž", long+"👩", "<"+strings.Repeat("&", 40_000),
	)
	data := twice(t, texts)
	book, theirs := bookOf(t, data), unzipped(t, data)["xl/worksheets/sheet2.xml"]
	for i, text := range texts {
		name := fmt.Sprintf("A%d", i+2)
		got, err := book.GetCellValue("Sheet1", name)
		same := strings.Contains(theirs, strings.Replace(exchange.InSheet(text), "<c", `<c r="`+name+`"`, 1))
		if slices.Contains(mistaken, text) {
			same = got == text
		}
		if err != nil || !same {
			t.Errorf("%.40q is %.80s and read as %.40q (%v)", text, exchange.InSheet(text), got, err)
		}
	}
}

// twice returns a workbook with texts in two sheets, each under a header: ours in the
// first, and theirs, which is the library's.
func twice(tb testing.TB, texts []string) []byte {
	tb.Helper()
	book := excelize.NewFile()
	if _, err := book.NewSheet("Theirs"); err != nil {
		tb.Fatal(err)
	}
	var rows strings.Builder
	for _, sheet := range []string{"Sheet1", "Theirs"} {
		stream, err := book.NewStreamWriter(sheet)
		if err != nil {
			tb.Fatal(err)
		}
		for i, text := range append([]string{"header"}, texts...) {
			if i > 0 && sheet == "Sheet1" {
				fmt.Fprintf(&rows, `<row r="%d">%s</row>`, i+1, exchange.InSheet(text))
			} else if err := stream.SetRow(fmt.Sprintf("A%d", i+1), []any{text}); err != nil {
				tb.Fatal(err)
			}
		}
		if err := stream.Flush(); err != nil {
			tb.Fatal(err)
		}
	}
	packed, err := book.WriteToBuffer()
	if err != nil {
		tb.Fatal(err)
	}
	var file bytes.Buffer
	if err := exchange.RepackWith(&file, packed.Bytes(), func(w io.Writer) error {
		_, err := io.WriteString(w, rows.String())
		return err
	}); err != nil {
		tb.Fatal(err)
	}
	return file.Bytes()
}

// TestWorkbookStops holds that a workbook is not written to its end when the context is
// done or nothing can be written any more, and says why. Negative controls: writeSheet
// without the context; without the error of its writer.
func TestWorkbookStops(t *testing.T) {
	s, db := trainings(t), storagetest.Open(t)
	r := stored(t, db, s, map[string][]survey.Response{"Niš": drawn(s, 30_000)})
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	rows := rowsOf(t, r, db, 1)
	told := 0
	rows.Progress = func(int) { stop(); told++ }
	if err := rows.WriteXLSX(ctx, io.Discard); !errors.Is(err, context.Canceled) || told > 3 {
		t.Errorf("the error is %v, and %d times 4096 rows are written behind the end", err, told)
	}
	rows, told = rowsOf(t, r, db, 1), 0
	rows.Progress = func(int) { told++ }
	if err := rows.WriteXLSX(t.Context(), &narrow{room: 100_000}); !errors.Is(err, errNoRoom) || told > 3 {
		t.Errorf("the error is %v, and %d times 4096 rows are written behind it", err, told)
	}
}

// TestTooManyRows holds that more rows than a sheet has are refused before anything is
// written. Negative control: WriteXLSX without its first condition.
func TestTooManyRows(t *testing.T) {
	s := &survey.Survey{ID: "one", Languages: []survey.Lang{survey.English}, MinGroup: 5}
	b := results.NewBatches(s)
	const n = 1 << 20
	for range n {
		b.Add(nil)
	}
	b.Seal()
	r, err := results.NewRelease(results.Part{Survey: s, Batches: b})
	if err != nil {
		t.Fatal(err)
	}
	rows, _ := exchange.NewRows(&r, nil, nil)
	var many exchange.TooManyRowsError
	if err := rows.WriteXLSX(t.Context(), &narrow{}); !errors.As(err, &many) || many.Rows != n {
		t.Errorf("the error is %v", err)
	}
}

// errNoRoom is the error of a narrow writer.
var errNoRoom = errors.New("there is no room")

// narrow takes so many bytes.
type narrow struct{ room int }

// Write implements io.Writer.
func (n *narrow) Write(p []byte) (int, error) {
	if n.room -= len(p); n.room < 0 {
		return 0, errNoRoom
	}
	return len(p), nil
}
