package results_test

import (
	"encoding/csv"
	"os"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"anketa/results"
	"anketa/survey"
)

// fatal is what helpers need of a test, a benchmark or a property.
type fatal interface {
	Helper()
	Fatalf(format string, args ...any)
}

// likert returns a required question on a scale of five points.
func likert(id string) survey.Question {
	q := survey.Question{ID: id, Kind: survey.KindLikert, Required: true, Headline: []survey.Code{4, 5}}
	for _, value := range strings.Split("12345", "") {
		q.Points = append(q.Points, survey.Point{Value: value})
	}
	return q
}

// mixed is a survey of the kinds that were there first, with k as its smallest
// group: scale, choice with "not applicable", yes_no, text, and a second scale.
func mixed(k int) *survey.Survey {
	choice, yesNo, text := likert("sector"), likert("recommend"), survey.Question{ID: "improve", Kind: survey.KindText, MaxLength: 100}
	choice.Kind, choice.Points, choice.Headline = survey.KindChoice, choice.Points[:3], nil
	choice.NotApplicable = survey.Text{survey.English: "cannot tell"}
	yesNo.Kind, yesNo.Points, yesNo.Headline = survey.KindYesNo, yesNo.Points[:2], []survey.Code{1}
	return &survey.Survey{
		ID: "mixed", Languages: survey.Languages(), MinGroup: k, Release: survey.ReleaseLagged,
		Questions: []survey.Question{likert("informed"), choice, yesNo, text, likert("applicable")},
	}
}

// drawSheets draws the sheets of up to most participants.
func drawSheets(t *rapid.T, s *survey.Survey, most int) [][]survey.Answer {
	sheets := make([][]survey.Answer, rapid.IntRange(0, most).Draw(t, "participants"))
	for i := range sheets {
		sheets[i] = drawAnswers(t, s)
	}
	return sheets
}

// count returns the tally of some sheets.
func count(s *survey.Survey, sheets [][]survey.Answer) results.Tally {
	t := results.NewTally(s)
	for _, answers := range sheets {
		t.Add(answers)
	}
	return t
}

// batches returns the batches of some sheets, added in their order.
func batches(s *survey.Survey, sheets [][]survey.Answer) results.Batches {
	b := results.NewBatches(s)
	for _, answers := range sheets {
		b.Add(answers)
	}
	return b
}

// copies returns n participants who answer every closed question with its
// first point.
func copies(s *survey.Survey, n int) [][]survey.Answer {
	answers := make([]survey.Answer, len(s.Questions))
	for i := range s.Questions {
		if q := &s.Questions[i]; q.Closed() {
			answers[i] = firstAnswer(q)
		}
	}
	sheets := make([][]survey.Answer, n)
	for i := range sheets {
		sheets[i] = s.Settle(answers)
	}
	return sheets
}

// release applies the rules to sessions that can be pooled.
func release(t fatal, s *survey.Survey, parts ...results.Part) results.Release {
	t.Helper()
	for i := range parts {
		parts[i].Survey = s
	}
	r, err := results.NewRelease(parts...)
	if err != nil {
		t.Fatalf("the release is refused: %v", err)
	}
	return r
}

// trainings reads the survey of the three trainings, and the responses of each
// session by its column "event".
func trainings(tb testing.TB) (*survey.Survey, map[string][][]survey.Answer) {
	tb.Helper()
	file, err := os.Open("../questions.yaml")
	if err != nil {
		tb.Fatal(err)
	}
	defer file.Close()
	s, err := survey.Load(file)
	if err != nil {
		tb.Fatal(err)
	}
	rows := readCSV(tb, "../examples/trainings-2022.csv")
	sessions := map[string][][]survey.Answer{}
	for _, row := range rows[1:] {
		answers := make([]survey.Answer, len(s.Questions))
		for column, name := range rows[0][1:] {
			at, ok := s.Question(name)
			if !ok {
				tb.Fatalf("the column %s is no question", name)
			}
			if answers[at].Code, ok = s.Questions[at].CodeOf(row[column+1]); !ok {
				tb.Fatalf("%s has no point %s", name, row[column+1])
			}
		}
		sessions[row[0]] = append(sessions[row[0]], answers)
	}
	return s, sessions
}

// readCSV returns the rows of a CSV file, its header first.
func readCSV(tb testing.TB, name string) [][]string {
	tb.Helper()
	file, err := os.Open(name)
	if err != nil {
		tb.Fatal(err)
	}
	defer file.Close()
	rows, err := csv.NewReader(file).ReadAll()
	if err != nil {
		tb.Fatal(err)
	}
	return rows
}
