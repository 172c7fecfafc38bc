package exchange_test

import (
	"io"
	"math/rand/v2"
	"testing"

	"anketa/exchange"
	"anketa/storage/storagetest"
	"anketa/survey"
)

// benched is how many rows a writer of one file is measured with.
const benched = 100_000

// drawn returns n sheets of the survey of the three trainings, the same each time.
func drawn(s *survey.Survey, n int) []survey.Response {
	chance := rand.New(rand.NewPCG(1, 2))
	responses := make([]survey.Response, n)
	for i := range responses {
		answers := make([]survey.Answer, len(s.Questions))
		for q := range s.Questions {
			if points := len(s.Questions[q].Points); points > 0 {
				answers[q].Code = survey.Code(chance.IntN(points) + 1)
			}
		}
		responses[i] = survey.Response{ID: survey.NewID(), Answers: answers}
	}
	return responses
}

// BenchmarkWrite writes 100,000 responses to the survey of the three trainings in each
// of the forms, from a database to nowhere. Goal: a million rows a second as CSV.
func BenchmarkWrite(b *testing.B) {
	s, db := trainings(b), storagetest.Open(b)
	r := stored(b, db, s, map[string][]survey.Response{"Niš": drawn(s, benched)})
	writers := []struct {
		name  string
		write func(*exchange.Rows) error
	}{
		{"csv", func(rows *exchange.Rows) error { return rows.WriteCSV(b.Context(), io.Discard, exchange.CSVStyle{}) }},
		{"jsonl", func(rows *exchange.Rows) error { return rows.WriteJSONLines(b.Context(), io.Discard) }},
		{"json", func(rows *exchange.Rows) error { return rows.WriteJSON(b.Context(), io.Discard) }},
		{"xlsx", func(rows *exchange.Rows) error { return rows.WriteXLSX(b.Context(), io.Discard) }},
		{"spss", func(rows *exchange.Rows) error { return rows.WriteSPSSData(b.Context(), io.Discard) }},
	}
	for _, w := range writers {
		b.Run(w.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if err := w.write(rowsOf(b, r, db, 1)); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(benched*float64(b.N)/b.Elapsed().Seconds(), "rows/s")
		})
	}
}
