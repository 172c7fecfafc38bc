package survey_test

import (
	"errors"
	"os"
	"strings"
	"testing"

	"anketa/survey"
)

// load reads a survey file that must be right.
func load(tb testing.TB, file string) *survey.Survey {
	tb.Helper()
	s, err := survey.Load(strings.NewReader(file))
	if err != nil {
		tb.Fatalf("the survey file is refused:\n%v", err)
	}
	return s
}

// problemsOf reads a survey file that must be wrong, and returns every problem
// as a line of its own.
func problemsOf(tb testing.TB, file string) string {
	tb.Helper()
	s, err := survey.Load(strings.NewReader(file))
	var problems survey.Findings
	if !errors.As(err, &problems) {
		tb.Fatalf("got the error %v (%T), want Findings", err, err)
	}
	if s != nil {
		tb.Fatal("a survey came together with problems")
	}
	if len(problems) == 0 {
		tb.Fatal("the list of problems is empty")
	}
	return problems.Error()
}

// trainings reads the survey of the three trainings, the default of the program.
func trainings(tb testing.TB) *survey.Survey {
	tb.Helper()
	return load(tb, string(trainingsFile(tb)))
}

// trainingsFile returns the text of the default survey file.
func trainingsFile(tb testing.TB) []byte {
	tb.Helper()
	data, err := os.ReadFile("../questions.yaml")
	if err != nil {
		tb.Fatal(err)
	}
	return data
}

// revisionOf returns the revision of a survey.
func revisionOf(tb testing.TB, s *survey.Survey) survey.Revision {
	tb.Helper()
	_, revision, err := s.Revise()
	if err != nil {
		tb.Fatal(err)
	}
	return revision
}

// points returns labelled points with the values 1, 2, 3 …
func points(n int) []survey.Point {
	points := make([]survey.Point, n)
	for i := range points {
		points[i] = survey.Point{
			Value: string(rune('1' + i)),
			Label: survey.Text{survey.English: "point " + string(rune('1'+i))},
		}
	}
	return points
}
