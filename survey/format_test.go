package survey_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"anketa/survey"
	"anketa/survey/surveytest"
)

// surveyFiles returns the survey files that come with the program.
func surveyFiles(tb testing.TB) map[string][]byte {
	tb.Helper()
	names, err := filepath.Glob("../templates/*.yaml")
	if err != nil || len(names) < 4 {
		tb.Fatalf("the templates are not there: %v %v", names, err)
	}
	files := map[string][]byte{"every condition": []byte(everyCondition), "limits": []byte(limits)}
	for _, name := range append(names, "../questions.yaml") {
		if files[name], err = os.ReadFile(name); err != nil {
			tb.Fatal(err)
		}
	}
	return files
}

// formatted holds that a survey is the same when it is formatted and read again, and
// that its file formats to itself.
func formatted(tb testing.TB, s *survey.Survey) []byte {
	tb.Helper()
	file, err := survey.Format(s)
	if err != nil {
		tb.Fatal(err)
	}
	again, findings := survey.Check(file)
	if again == nil {
		tb.Fatalf("the formatted file has mistakes: %v\n%s", findings, file)
	}
	if got, want := canonicalOf(tb, again), canonicalOf(tb, s); got != want {
		tb.Fatalf("got\n%s\nwant\n%s\nfrom\n%s", got, want, file)
	}
	twice, err := survey.Format(again)
	if err != nil || string(twice) != string(file) {
		tb.Fatalf("formatting twice gives another file (%v):\n%s\n%s", err, file, twice)
	}
	return file
}

// A survey file that comes with the program asks the same when it is formatted, and is
// not longer than it was.
func TestFormatIsRead(t *testing.T) {
	for name, data := range surveyFiles(t) {
		s, findings := survey.Check(data)
		if s == nil {
			t.Fatalf("%s: %v", name, findings)
		}
		file := formatted(t, s)
		if strings.HasSuffix(name, ".yaml") && len(file) > len(data) {
			t.Errorf("%s grew from %d to %d bytes", name, len(data), len(file))
		}
	}
}

// TestFormatLaw holds the same for drawn surveys with texts of all sorts.
func TestFormatLaw(t *testing.T) {
	draw := rapid.Custom(func(t *rapid.T) *survey.Survey {
		s := surveytest.Survey(t)
		surveytest.AsInFile(s)
		return s
	})
	draws, long := 20, 0
	if os.Getenv("ANKETA_WHOLE") != "" {
		draws = 1000
	}
	for seed := range draws {
		file, err := survey.Format(draw.Example(seed))
		if err != nil {
			t.Fatal(err)
		}
		s, findings := survey.Check(file)
		switch {
		case s != nil:
			formatted(t, s)
		case findings.Of(survey.SeverityError)[0].Rule == "too-large":
			long++
		default:
			t.Fatalf("%v\n%s", findings, file)
		}
	}
	if long > draws/2 {
		t.Errorf("%d of %d drawn surveys were too long", long, draws)
	}
}
