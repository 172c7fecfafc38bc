package xlsform_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"anketa/exchange/xlsform"
	"anketa/survey"
	"anketa/survey/surveytest"
)

// fatal is what both tests and drawn cases can do.
type fatal interface {
	Helper()
	Fatalf(format string, args ...any)
}

// load reads a survey file.
func load(tb fatal, data []byte) *survey.Survey {
	tb.Helper()
	s, findings := survey.Check(data)
	if s == nil {
		tb.Fatalf("%v\n%s", findings, data)
	}
	return s
}

// written returns a survey as a form.
func written(tb fatal, s *survey.Survey) []byte {
	tb.Helper()
	var b bytes.Buffer
	if err := xlsform.Write(&b, s); err != nil {
		tb.Fatalf("%v", err)
	}
	return b.Bytes()
}

// sameAgain holds that a survey written as a form and read again is the same, that
// nothing has to be said about it, and that the file and the form are as well.
func sameAgain(tb fatal, s *survey.Survey) {
	tb.Helper()
	data := written(tb, s)
	form, err := xlsform.Read(data, xlsform.Options{})
	if err != nil {
		tb.Fatalf("%v", err)
	}
	if len(form.Notes)+len(form.Left) > 0 {
		tb.Fatalf("something is said: %v %v", form.Notes, form.Left)
	}
	got, _ := form.Survey.Canonical()
	want, _ := s.Canonical()
	if !bytes.Equal(got, want) {
		tb.Fatalf("got\n%s\nwant\n%s", got, want)
	}
	file, err := survey.Format(s)
	if _, body, _ := strings.Cut(string(form.File), "\n"); err != nil || body != string(file) {
		tb.Fatalf("the file is another one (%v):\n%s\nwant\n%s", err, form.File, file)
	}
	if !bytes.Equal(data, written(tb, form.Survey)) {
		tb.Fatalf("the form is another one the second time")
	}
}

// Every survey file that comes with the program, and every example of its page, is the
// same after a way through an XLSForm: YAML, XLSX, YAML.
func TestRoundTrip(t *testing.T) {
	files := map[string][]byte{}
	for _, pattern := range []string{"../../templates/*.yaml", "../../questions.yaml", "../../examples/*.yaml", "testdata/*.yaml"} {
		names, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range names {
			if files[name], err = os.ReadFile(name); err != nil {
				t.Fatal(err)
			}
		}
	}
	if len(files) < 6 {
		t.Fatalf("only %d files were found", len(files))
	}
	for name, data := range files {
		t.Run(filepath.Base(name), func(t *testing.T) { sameAgain(t, load(t, data)) })
	}
}

// TestRoundTripLaw holds the same for drawn surveys with questions of all kinds under
// all sorts of conditions, with texts of all sorts.
func TestRoundTripLaw(t *testing.T) {
	draw := rapid.Custom(func(t *rapid.T) *survey.Survey {
		s := surveytest.Survey(t)
		surveytest.AsInFile(s)
		return s
	})
	long := 0
	for seed := range times(12, 1000) {
		file, err := survey.Format(draw.Example(seed))
		if err != nil {
			t.Fatal(err)
		}
		if _, findings := survey.Check(file); len(findings) > 0 && findings[0].Rule == "too-large" {
			long++
			continue
		}
		sameAgain(t, load(t, file))
	}
	if long > times(6, 500) {
		t.Errorf("%d of the drawn surveys were too long", long)
	}
}
