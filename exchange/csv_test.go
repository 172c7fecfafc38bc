package exchange_test

import (
	"encoding/csv"
	"errors"
	"io"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/iotest"

	"pgregory.net/rapid"

	"anketa/exchange"
	"anketa/survey"
)

// TestReadExample holds that the 72 responses are read: three sessions in file
// order, every response with an id of its own.
func TestReadExample(t *testing.T) {
	s := trainings(t)
	groups := example(t, s)
	seen := map[survey.ID]bool{}
	var names []string
	for _, g := range groups {
		names = append(names, g.Session)
		for _, r := range g.Responses {
			if err := r.Check(s); err != nil || seen[r.ID] || r.ID.IsZero() {
				t.Errorf("the response %v: %v", r.ID, err)
			}
			seen[r.ID] = true
		}
	}
	if want := []string{"nis", "novi_sad", "subotica"}; !slices.Equal(names, want) || len(seen) != 72 {
		t.Errorf("the sessions are %q with %d responses, want %q with 72", names, len(seen), want)
	}
}

// TestReadCSV holds what files are read all the same: however they quote, end
// their lines or begin, and in which order the columns stand.
func TestReadCSV(t *testing.T) {
	s := trainings(t)
	for name, c := range map[string]struct {
		file string
		want string
	}{
		"plain":                 {"event,gender\nA,woman\n", "A:woman"},
		"session":               {"session,gender\nA,woman\n", "A:woman"},
		"byte order mark":       {"\ufeffevent,gender\nA,woman\n", "A:woman"},
		"mark before quotes":    {"\ufeff\"event\",gender\nA,woman\n", "A:woman"},
		"only a mark and text":  {"\ufeffevent\nA\n", "A:"},
		"CRLF":                  {"event,gender\r\nA,woman\r\n", "A:woman"},
		"no newline at the end": {"event,gender\nA,woman", "A:woman"},
		"empty lines":           {"event,gender\n\nA,woman\n\n", "A:woman"},
		"quotes":                {"\"event\",\"gender\"\n\"A, B\",\"woman\"\n", "A, B:woman"},
		"spaces around values":  {"event,gender\n A , woman \n", "A:woman"},
		"other order":           {"gender,event\nman,A\n", "A:man"},
		"nothing chosen":        {"event,gender\nA,\n", "A:"},
		"not applicable":        {"event,gender\nA,na\n", "A:na"},
		"text over lines":       {"event,improve\nA,\"one\ntwo\"\n", "A:one\ntwo"},
		"text with controls":    {"event,improve\nA,\"a\u202eb\x07\"\n", "A:ab"},
		"sessions mixed":        {"event,gender\nA,woman\nB,man\nA,man\n", "A:woman,man;B:man"},
		"hostile session":       {"event,gender\n\"A\u202e\nB\",woman\n", "A B:woman"},
	} {
		t.Run(name, func(t *testing.T) {
			groups, err := exchange.ReadCSV(strings.NewReader(c.file), s, countedIDs())
			if err != nil {
				t.Fatal(err)
			}
			if got := said(s, groups); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

// said writes groups as "session:answer,answer;…", with the answer of each
// response that was given.
func said(s *survey.Survey, groups []exchange.Group) string {
	var all []string
	for _, g := range groups {
		var answers []string
		for _, r := range g.Responses {
			said := ""
			for i, a := range r.Answers {
				switch {
				case a.Text != "":
					said = a.Text
				case a.Code == survey.NotApplicable:
					said = survey.NotApplicableValue
				case a.Code != survey.Missing:
					said = s.Questions[i].Points[a.Code-1].Value
				}
			}
			answers = append(answers, said)
		}
		all = append(all, g.Session+":"+strings.Join(answers, ","))
	}
	return strings.Join(all, ";")
}

// TestReadCSVErrors holds what is refused, in which words and with which line,
// all mistakes at once. Negative control: an error that stops at the first, or
// that repeats what stands in a cell.
func TestReadCSVErrors(t *testing.T) {
	const values = "social, police, red_cross, ngo, health, city, prosecution, judiciary, education"
	for name, c := range map[string]struct{ file, want string }{
		"empty":            {"", "line 1: the file is empty"},
		"only a mark":      {"\ufeff", "line 1: the file is empty"},
		"only a header":    {"event,gender\n", "line 1: the file has no rows with answers"},
		"no session":       {"gender\nwoman\n", "line 1: a column “event” or “session” must name the session of each row"},
		"two sessions":     {"event,session\nA,B\n", "line 1: two columns name the session"},
		"unknown column":   {"event,age\nA,50\n", "line 1: the survey has no question “age”"},
		"unknown columns":  {"event,a,b,c,d,e,f,g\n", "line 1: the survey has no questions “a”, “b”, “c”, “d”, “e” and 2 more"},
		"nameless column":  {"event,gender,\nA,man,\nA,man,CANARY\n", "line 3: something stands in column 3, which has no name"},
		"column twice":     {"event,gender,gender\nA,woman,man\n", "line 1: two columns are called “gender”"},
		"everything":       {"age,gender,gender\n", "line 1: two columns are called “gender”\nline 1: the survey has no question “age”\nline 1: a column “event” or “session” must name the session of each row"},
		"unknown value":    {"event,sector\nA,CANARY\n", "line 2: column sector holds none of its values: " + values},
		"value of another": {"event,informed\nA,6\n", "line 2: column informed holds none of its values: 1, 2, 3, 4, 5"},
		"label":            {"event,gender\nA,žena CANARY\n", "line 2: column gender holds none of its values: woman, man"},
		"no such na":       {"event,recommend\nA,na\n", "line 2: column recommend holds none of its values: yes, no"},
		"no session name":  {"event,gender\n,woman\n", "line 2: the session has no name"},
		"two rows": {
			"event,gender\nA,CANARY\nA,woman\n,man\n",
			"line 2: column gender holds none of its values: woman, man\nline 4: the session has no name",
		},
		"behind a long cell": {"event,improve,gender\nA,\"a\nb\nc\",woman\nA,x,CANARY\n", "line 5: column gender holds none of its values: woman, man"},
		"short row":          {"event,gender\nA\nA,man\n,man\n", "line 2: the row has fewer cells than the first one\nline 4: the session has no name"},
		"long row":           {"event,gender\nA,woman,CANARY\n", "line 2: the row has more cells than the first one; what has a comma in it needs quotation marks around it"},
		"open quotes":        {"event,improve\n,x\nA,\"CANARY\nA,x\n", "line 2: the session has no name\nline 3: its quotation marks do not pair; a cell with one begins and ends with one and has each of its own twice"},
		"stray quotes":       {"event,improve\nA,CANARY\"x\n", "line 2: its quotation marks do not pair; a cell with one begins and ends with one and has each of its own twice"},
	} {
		t.Run(name, func(t *testing.T) {
			groups, err := exchange.ReadCSV(strings.NewReader(c.file), trainings(t), countedIDs())
			var rows exchange.RowErrors
			if !errors.As(err, &rows) || groups != nil {
				t.Fatalf("got %d groups and the error %v (%T), want RowErrors", len(groups), err, err)
			}
			if rows.Error() != c.want {
				t.Errorf("got\n%s\nwant\n%s", rows, c.want)
			}
			if strings.Contains(err.Error(), "CANARY") {
				t.Errorf("the error repeats what stands in a cell: %v", err)
			}
		})
	}
}

// TestReadCSVManyErrors holds that many rows are put together by what is wrong with them,
// so that a file of another kind takes one line and not a thousand, and that every row is
// named where that is asked for. Negative control: a line for each row.
func TestReadCSVManyErrors(t *testing.T) {
	const noValue = ": column gender holds none of its values: woman, man"
	var mixed strings.Builder
	mixed.WriteString("event,gender\n")
	for range 100 {
		mixed.WriteString("A,CANARY\nA,man\n,man\n")
	}
	for name, c := range map[string]struct{ file, short, whole string }{
		"one reason": {"event,gender\n" + strings.Repeat("A,CANARY\n", 1000), "lines 2–1001" + noValue, "lines 2–1001" + noValue},
		"a blank line": {
			"event,gender\n" + strings.Repeat("A,CANARY\n", 30) + ",\n\nA,x\n,man\n",
			"lines 2–31, 34" + noValue + "\nline 35: the session has no name", "lines 2–31, 34" + noValue + "\nline 35: the session has no name",
		},
		"scattered": {
			mixed.String(),
			"lines 2, 5, 8, 11, 14, 17, 20, 23, 26, 29, 32, 35 and 88 more" + noValue + "\nlines 4, 7, 10, 13, 16, 19, 22, 25, 28, 31, 34, 37 and 88 more: the session has no name",
			"lines " + everyThird(2) + noValue + "\nlines " + everyThird(4) + ": the session has no name",
		},
	} {
		_, err := exchange.ReadCSV(strings.NewReader(c.file), trainings(t), countedIDs())
		var rows exchange.RowErrors
		if !errors.As(err, &rows) || rows.Error() != c.short || rows.Whole() != c.whole {
			t.Errorf("%s: got %v\nand whole\n%s", name, err, rows.Whole())
		}
	}
}

// everyThird counts a hundred lines from one on.
func everyThird(first int) string {
	lines := make([]string, 100)
	for i := range lines {
		lines[i] = strconv.Itoa(first + 3*i)
	}
	return strings.Join(lines, ", ")
}

// TestReadCSVOtherFiles holds that a file in another encoding is refused, since letters of
// what people wrote would be lost, and that of a workbook or a picture one clear sentence
// remains. Negative control: openCSV without its look at the beginning.
func TestReadCSVOtherFiles(t *testing.T) {
	utf16 := func(text string) string {
		var b strings.Builder
		b.WriteString("\xff\xfe")
		for _, r := range text {
			b.WriteString(string([]byte{byte(r), byte(r >> 8)}))
		}
		return b.String()
	}
	for name, c := range map[string]struct{ file, want string }{
		"Windows-1250":           {"event,gender\nNi\x9a,woman\n", "is not in UTF-8"},
		"Windows-1250 in a text": {"event,improve\nA,x\nA,vi\x9ae ve\x9ebi\n", "is not in UTF-8"},
		"UTF-16":                 {utf16("event,gender\nNiš,woman\n"), "is not in UTF-8"},
		"workbook":               {"PK\x03\x04\x14\x00\x06\x00", "is a workbook"},
		"old workbook":           {"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "is a workbook"},
		"program":                {"\x7fELF\x02\x01\x01\x00", "is not a text file"},
		"texts of an export":     {"question,text,quote,themes\nimprove,x,yes,\n", "holds the texts of an export"},
	} {
		for _, read := range []func() ([]exchange.Group, error){
			func() ([]exchange.Group, error) {
				return exchange.ReadCSV(strings.NewReader(c.file), trainings(t), countedIDs())
			},
			func() ([]exchange.Group, error) {
				groups, _, err := exchange.ReadGoodCSV(strings.NewReader(c.file), trainings(t), countedIDs())
				return groups, err
			},
		} {
			groups, err := read()
			var none exchange.NotCSVError
			if !errors.As(err, &none) || !strings.HasPrefix(none.Error(), c.want) || groups != nil {
				t.Errorf("%s: got %d groups and %v", name, len(groups), err)
			}
		}
	}
}

// TestReadCSVAsPeopleWriteIt holds that what spreadsheets and people do to a file changes
// nothing: capital letters, tabs, rows and columns of nothing, spaces around a label.
// Negative controls: names and columns without their small letters.
func TestReadCSVAsPeopleWriteIt(t *testing.T) {
	s := trainings(t)
	want, err := exchange.ReadCSV(strings.NewReader("event,gender,recommend\nNiš,woman,yes\nNiš,man,no\n"), s, countedIDs())
	if err != nil {
		t.Fatal(err)
	}
	for name, file := range map[string]string{
		"capitals":  "Event,GENDER,Recommend\nNiš,WOMAN,YES\nNiš,Muškarac,ne\n",
		"tabs":      "event\tgender\trecommend\nNiš\twoman\tyes\nNiš\tman\tno\n",
		"leftovers": "\ufeffevent;gender;recommend;;\r\nNiš;жена;Да;;\r\n;;;;\r\n\r\nNiš; Мушкарац ;Не;;\r\n;;;;\r\n",
		"tail":      "event,gender,recommend\nNiš,Woman,Yes,\nNiš,Man,No,,\n",
	} {
		got, err := exchange.ReadCSV(strings.NewReader(file), s, countedIDs())
		if err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("%s: got %+v (%v)", name, got, err)
		}
	}
}

// TestReadCSVFails holds that an error of the disk is no mistake of the file.
func TestReadCSVFails(t *testing.T) {
	broken := errors.New("input/output error")
	for _, r := range []io.Reader{iotest.ErrReader(broken), io.MultiReader(strings.NewReader("event,gender\nA,woman\n"), iotest.ErrReader(broken))} {
		_, err := exchange.ReadCSV(r, trainings(t), countedIDs())
		var rows exchange.RowErrors
		if !errors.Is(err, broken) || errors.As(err, &rows) {
			t.Errorf("got the error %v (%T)", err, err)
		}
	}
}

// TestReadCSVMapsBack holds that values that were written are read as the same
// answers, whatever they are, in whatever order the columns stand.
func TestReadCSVMapsBack(t *testing.T) {
	s := trainings(t)
	rapid.Check(t, func(t *rapid.T) {
		columns := rapid.Permutation([]string{"event", "sector", "gender", "informed", "recommend", "improve", "quote"}).Draw(t, "columns")
		var file strings.Builder
		w := csv.NewWriter(&file)
		_ = w.Write(columns)
		var want []survey.Response
		for range rapid.IntRange(1, 5).Draw(t, "rows") {
			r, row := drawRow(t, s, columns)
			want = append(want, r)
			_ = w.Write(row)
		}
		w.Flush()
		groups, err := exchange.ReadCSV(strings.NewReader(file.String()), s, func() survey.ID { return survey.ID{} })
		if err != nil || len(groups) != 1 || groups[0].Session != "A" {
			t.Fatalf("got %d groups (%v) from\n%s", len(groups), err, file.String())
		}
		for i, r := range groups[0].Responses {
			if !slices.Equal(r.Answers, want[i].Answers) {
				t.Fatalf("row %d is %+v, want %+v", i+1, r.Answers, want[i].Answers)
			}
		}
	})
}

// drawRow draws a response and writes it as a row.
func drawRow(t *rapid.T, s *survey.Survey, columns []string) (survey.Response, []string) {
	r := survey.Response{Answers: make([]survey.Answer, len(s.Questions))}
	row := make([]string, len(columns))
	for i, column := range columns {
		at, ok := s.Question(column)
		if !ok {
			row[i] = "A"
			continue
		}
		q := &s.Questions[at]
		if !q.Closed() {
			row[i] = survey.Clean(rapid.String().Draw(t, column), q.MaxLength)
			r.Answers[at].Text = row[i]
			continue
		}
		code := rapid.IntRange(0, len(q.Points)).Draw(t, column)
		if r.Answers[at].Code = survey.Code(code); code > 0 {
			row[i] = q.Points[code-1].Value
		}
	}
	return r, row
}
