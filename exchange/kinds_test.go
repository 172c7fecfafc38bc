package exchange_test

import (
	"bytes"
	"os"
	"testing"

	"anketa/exchange"
	"anketa/results"
	"anketa/survey"
)

// kinds reads a survey with every kind of question, and 24 responses to it.
func kinds(tb testing.TB) (*survey.Survey, []survey.Response) {
	tb.Helper()
	file, err := os.Open("testdata/kinds.yaml")
	if err != nil {
		tb.Fatal(err)
	}
	defer file.Close()
	s, err := survey.Load(file)
	if err != nil {
		tb.Fatal(err)
	}
	rows, err := os.ReadFile("testdata/kinds.csv")
	if err != nil {
		tb.Fatal(err)
	}
	groups, err := exchange.ReadCSV(bytes.NewReader(rows), s, countedIDs())
	if err != nil || len(groups) != 1 || len(groups[0].Responses) != 24 {
		tb.Fatalf("got %d groups: %v", len(groups), err)
	}
	return s, groups[0].Responses
}

// held returns a session, open or closed, with some responses.
func held(tb fatal, s *survey.Survey, title string, open bool, responses []survey.Response) results.Part {
	tb.Helper()
	_, revision, err := s.Revise()
	if err != nil {
		tb.Fatalf("the survey has no revision: %v", err)
	}
	b := results.NewBatches(s)
	for i := range responses {
		b.Add(responses[i].Answers)
	}
	return results.Part{
		Session: survey.Session{Title: title, Open: open, Attended: len(responses), Revision: revision},
		Survey:  s, Batches: b,
	}
}

// releasing applies the rules to sessions.
func releasing(tb fatal, parts ...results.Part) results.Release {
	tb.Helper()
	r, err := results.NewRelease(parts...)
	if err != nil {
		tb.Fatalf("the release is refused: %v", err)
	}
	return r
}

// fatal is what helpers need of a test or of a property.
type fatal interface {
	Helper()
	Fatalf(format string, args ...any)
}

// later returns a version of the survey after a revision: without the question
// on topics, with one more that nobody was asked before.
func later(tb testing.TB) *survey.Survey {
	tb.Helper()
	s, _ := kinds(tb)
	at, _ := s.Question("topics")
	s.Questions = append(s.Questions[:at:at], s.Questions[at+1:]...)
	fresh := s.Questions[0]
	fresh.ID, fresh.Kind, fresh.Points, fresh.Other = "again", survey.KindYesNo, fresh.Points[:2], nil
	fresh.Text = survey.Text{survey.English: "Would you come again?"}
	s.Questions = append(s.Questions, fresh)
	return s
}

// without returns the responses with the same answers to another version of
// their survey; what it alone asks is answered with the first point.
func without(from, to *survey.Survey, responses []survey.Response) []survey.Response {
	moved := make([]survey.Response, len(responses))
	for i := range responses {
		answers := make([]survey.Answer, len(to.Questions))
		for j := range to.Questions {
			if at, ok := from.Question(to.Questions[j].ID); ok {
				answers[j] = responses[i].Answers[at]
			} else {
				answers[j].Code = 1
			}
		}
		moved[i] = survey.Response{ID: responses[i].ID, Answers: answers}
	}
	return moved
}
