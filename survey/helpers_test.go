package survey_test

import (
	"errors"
	"os"
	"strings"
	"testing"

	"pgregory.net/rapid"

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
	var problems survey.Problems
	if !errors.As(err, &problems) {
		tb.Fatalf("got the error %v (%T), want Problems", err, err)
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

// question returns a question of a kind that asks for an answer.
func question(kind survey.Kind) survey.Question {
	q := survey.Question{ID: "q", Kind: kind, Text: survey.Text{survey.English: "Why?"}}
	switch kind {
	case survey.KindText:
		q.MaxLength = 20
	case survey.KindYesNo:
		q.Points = points(2)
	default:
		q.Points = points(5)
	}
	return q
}

// drawSurvey draws a survey of one to six questions of any kind.
func drawSurvey(t *rapid.T) *survey.Survey {
	kinds := []survey.Kind{survey.KindLikert, survey.KindChoice, survey.KindYesNo, survey.KindText}
	s := &survey.Survey{ID: "drawn", Languages: survey.Languages(), MinGroup: survey.DefaultMinGroup}
	for range rapid.IntRange(1, 6).Draw(t, "questions") {
		q := question(rapid.SampledFrom(kinds).Draw(t, "kind"))
		q.ID = string(rune('a' + len(s.Questions)))
		q.Required = rapid.Bool().Draw(t, "required")
		q.AskQuote = q.Kind == survey.KindText
		if q.Closed() && rapid.Bool().Draw(t, "not applicable") {
			q.NotApplicable = survey.Text{survey.English: "cannot tell"}
		}
		s.Questions = append(s.Questions, q)
	}
	return s
}

// drawAnswer draws an answer that fits the question; it may be a missing one.
func drawAnswer(t *rapid.T, q *survey.Question) survey.Answer {
	if !q.Closed() {
		text := rapid.SampledFrom([]string{"", "good", "još primera"}).Draw(t, "text")
		return survey.Answer{Text: text, Quote: text != "" && rapid.Bool().Draw(t, "quote")}
	}
	codes := []survey.Code{survey.Missing}
	for i := range q.Points {
		codes = append(codes, survey.Code(i+1))
	}
	if q.HasNotApplicable() {
		codes = append(codes, survey.NotApplicable)
	}
	return survey.Answer{Code: rapid.SampledFrom(codes).Draw(t, "code")}
}
