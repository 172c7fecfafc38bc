package xlsform_test

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"anketa/exchange/xlsform"
)

// smallForm is the smallest form that asks something.
func smallForm() book {
	return book{
		"survey":   {{"type", "name", "label"}, {"text", "why", "Why?"}},
		"settings": {{"form_title", "form_id"}, {"T", "t"}},
	}
}

// withFile returns a workbook in which one of its files is another.
func withFile(tb testing.TB, data []byte, name, content string) []byte {
	tb.Helper()
	in, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		tb.Fatal(err)
	}
	var b bytes.Buffer
	out := zip.NewWriter(&b)
	found := false
	for _, f := range in.File {
		if f.Name != name {
			err = errors.Join(err, out.Copy(f))
			continue
		}
		found = true
		w, failed := out.Create(name)
		_, wrote := w.Write([]byte(content))
		err = errors.Join(err, failed, wrote)
	}
	if err = errors.Join(err, out.Close()); err != nil || !found {
		tb.Fatal(name, err)
	}
	return b.Bytes()
}

// sheetOf returns the XML of a sheet with some rows.
func sheetOf(rows string) string {
	return `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>` + rows + `</sheetData></worksheet>`
}

// TestTooLarge holds that what unfolds into more than any form is refused before it is
// unfolded, leaves nothing on the disk and takes no memory to speak of: a zip bomb, one
// that lies about its size, more bytes than a form has, rows and cells without end, and
// cells far out. Negative control: without inspect, the first takes seconds and the
// one that lies passes for half a form; without maxRows, the rows far down take minutes.
func TestTooLarge(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	const survey1 = "xl/worksheets/sheet2.xml"
	data := smallForm().form(t)
	bomb := withFile(t, data, survey1, sheetOf(strings.Repeat("<row><c><v>1</v></c></row>", 1<<19)))
	liar := bytes.Clone(bomb)
	for at := 0; ; {
		// The sizes stand in the central directory, behind its signature.
		i := bytes.Index(liar[at:], []byte("PK\x01\x02"))
		if i < 0 {
			break
		}
		at += i + 4
		if bytes.HasPrefix(liar[at+42:], []byte(survey1)) {
			binary.LittleEndian.PutUint32(liar[at+20:], 1000)
		}
	}
	// A file with a password has a bit for it, and needs it before its first byte.
	locked := bytes.Clone(withFile(t, data, survey1, sheetOf("<row/>")))
	for i := range len(locked) - 8 {
		switch string(locked[i : i+4]) {
		case "PK\x01\x02":
			locked[i+8] |= 1
			binary.LittleEndian.PutUint16(locked[i+10:], 99)
		case "PK\x03\x04":
			locked[i+6] |= 1
		}
	}
	var far strings.Builder
	for i := range 60_000 {
		fmt.Fprintf(&far, `<row r="%d"><c r="XFD%[1]d"/></row>`, i+2)
	}
	for name, c := range map[string]struct {
		data []byte
		want error
	}{
		"bomb":       {bomb, xlsform.ErrTooLarge},
		"liar":       {liar, xlsform.ErrNoWorkbook},
		"bytes":      {append(bytes.Clone(data), make([]byte, xlsform.MaxFileSize)...), xlsform.ErrTooLarge},
		"rows":       {withFile(t, data, survey1, sheetOf(strings.Repeat(`<row><c t="str"><v>x</v></c></row>`, 20_000))), xlsform.ErrTooLarge},
		"far cells":  {withFile(t, data, survey1, sheetOf(far.String())), xlsform.ErrTooLarge},
		"far row":    {withFile(t, data, survey1, sheetOf(`<row r="1048576"><c r="A1048576" t="str"><v>x</v></c></row>`)), xlsform.ErrTooLarge},
		"no row":     {withFile(t, data, survey1, sheetOf(`<row r="1048577"><c t="str"><v>x</v></c></row>`)), xlsform.ErrNoWorkbook},
		"strings":    {withFile(t, data, "xl/sharedStrings.xml", `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">`+strings.Repeat("<si/>", 1<<18)+"</sst>"), nil},
		"empty rows": {withFile(t, data, survey1, sheetOf(strings.Repeat("<row/>", 1<<20))), xlsform.ErrTooLarge},
		"files":      {withFiles(t, data, slices.Repeat([]string{"xl/media/image.png"}, 2000)...), xlsform.ErrTooLarge},
		"locked":     {locked, xlsform.ErrNoWorkbook},
		"empty":      {nil, xlsform.ErrNoWorkbook},
		"no zip":     {[]byte("type,name,label\ntext,why,Why?\n"), xlsform.ErrNoWorkbook},
		"old":        {[]byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 and so on"), xlsform.ErrOldFormat},
	} {
		t.Run(name, func(t *testing.T) {
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			_, err := xlsform.Read(c.data, xlsform.Options{})
			runtime.ReadMemStats(&after)
			if c.want != nil && !errors.Is(err, c.want) || err == nil {
				t.Errorf("got %v, want %v", err, c.want)
			}
			if got := after.Sys - before.Sys; got > 512<<20 {
				t.Errorf("it took %d MiB from the system", got>>20)
			}
		})
	}
	if left, err := os.ReadDir(os.Getenv("TMPDIR")); err != nil || len(left) > 0 {
		t.Errorf("left on the disk: %v (%v)", left, err)
	}
}

// withFiles returns a workbook with more files in it.
func withFiles(tb testing.TB, data []byte, names ...string) []byte {
	tb.Helper()
	in, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		tb.Fatal(err)
	}
	var b bytes.Buffer
	out := zip.NewWriter(&b)
	for _, f := range in.File {
		err = errors.Join(err, out.Copy(f))
	}
	for _, name := range names {
		w, failed := out.Create(name)
		_, wrote := io.WriteString(w, "evil")
		err = errors.Join(err, failed, wrote)
	}
	if err = errors.Join(err, out.Close()); err != nil {
		tb.Fatal(err)
	}
	return b.Bytes()
}

// What else lies in a workbook is left where it is: names that point out of the folder,
// macros, links to other workbooks, what is embedded. Nothing of it comes onto the disk.
func TestOtherFiles(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("TMPDIR", dir)
	t.Chdir(dir)
	data := withFiles(t, smallForm().form(t), "../evil.txt", "/evil.txt", `..\evil.txt`, "xl/../../evil.txt", "xl/vbaProject.bin",
		"xl/externalLinks/externalLink1.xml", "xl/embeddings/oleObject1.bin", "xl/connections.xml", "customXml/item1.xml")
	form, err := xlsform.Read(data, xlsform.Options{})
	if err != nil || len(form.Survey.Questions) != 1 {
		t.Fatalf("got %v", err)
	}
	if left, err := os.ReadDir(dir); err != nil || len(left) > 0 {
		t.Errorf("left on the disk: %v (%v)", left, err)
	}
}

// Formulas are not carried out, cells may be of any type, hidden sheets are read, other
// sheets are not, and of joined cells the first one counts.
func TestStrangeCells(t *testing.T) {
	f := excelize.NewFile()
	defer f.Close()
	for _, name := range []string{"Survey", "CHOICES", "notes"} {
		if _, err := f.NewSheet(name); err != nil {
			t.Fatal(err)
		}
	}
	for _, row := range []struct {
		sheet, at string
		cells     []any
	}{
		{"Survey", "A1", []any{"type", "name", "label::en", "required", "hint::en"}},
		{"Survey", "A2", []any{"select_one joined", "q", "Question", true, 12.5}},
		{"CHOICES", "A1", []any{"list_name", "name", "label::en"}},
		{"CHOICES", "A2", []any{"joined", 1, 10}},
		{"CHOICES", "A3", []any{nil, 2, true}},
		{"CHOICES", "A4", []any{"joined", 3, "\u202Ethree"}},
		{"CHOICES", "A5", []any{"joined", 4, "four"}},
		{"notes", "A1", []any{"type", "name"}},
		{"notes", "A2", []any{"geopoint", "where"}},
	} {
		if err := f.SetSheetRow(row.sheet, row.at, &row.cells); err != nil {
			t.Fatal(err)
		}
	}
	if err := errors.Join(f.MergeCell("CHOICES", "A2", "A3"), f.SetSheetVisible("CHOICES", false), f.SetCellFormula("Survey", "E2", "20+5")); err != nil {
		t.Fatal(err)
	}
	form, err := xlsform.Read(packed(t, f), xlsform.Options{Name: "form", SkipBad: true})
	if err != nil {
		t.Fatal(err)
	}
	q := form.Survey.Questions[0]
	if got := q.Text.In("en") + "|" + q.Hint.In("en") + fmt.Sprint(q.Required); got != "Question|12.5true" {
		t.Errorf("got %s", got)
	}
	if len(q.Points) != 3 || q.Points[0].Label.In("en") != "10" || q.Points[1].Label.In("en") != "three" {
		t.Errorf("got the choices %v", q.Points)
	}
	if got, want := xlsform.Problems(form.Left).Error(), "sheet choices, row 3: no list_name stands here (of cells that are joined, only the first one counts)"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if len(form.Notes) == 0 || form.Notes[0].String() != "sheet choices: the sheet is hidden and was read all the same" && form.Notes[len(form.Notes)-1].Sheet != "choices" {
		t.Errorf("got the notes %v", form.Notes)
	}
}

// A workbook that is no form is refused with what is missing in it.
func TestMissingSheets(t *testing.T) {
	for want, b := range map[string]book{
		"the workbook has no sheet “survey”, so it is not an XLSForm":                                 {"choices": {{"list_name"}}},
		"sheet survey: there is no column “type”, so it is not an XLSForm":                            {"survey": {{"question", "answer"}, {"a", "b"}}},
		"sheet survey: there is no question that anketa can ask":                                      {"survey": {{"type", "name", "label"}, {"note", "n", "N"}}},
		"sheet survey, row 2: there is no list “l” on the sheet choices":                              {"survey": {{"type", "name", "label"}, {"select_one l", "q", "Q"}, {"text", "t", "T"}}},
		"sheet survey: two columns are in the language en; write the code of each behind its name":    {"survey": {{"type", "name", "label::English (en)", "label::Engleski (en)"}, {"text", "t", "T", "T"}}},
		"sheet survey: the language “Foo” is not known; write its code behind it, such as “Foo (sr)”": {"survey": {{"type", "name", "label::Foo", "label::en"}, {"text", "t", "T", "T"}}},
	} {
		_, err := xlsform.Read(b.form(t), xlsform.Options{})
		var problems xlsform.Problems
		if !errors.As(err, &problems) || !strings.HasPrefix(problems.Error(), want) {
			t.Errorf("got %v, want %s", err, want)
		}
	}
}
