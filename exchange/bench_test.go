package exchange_test

import (
	"io"
	"math/rand/v2"
	"runtime"
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
// of the forms, from a database to nowhere, and says how much more memory it has in use
// meanwhile. Goals: a million rows a second as CSV, and never 16 MiB more.
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
			runtime.GC()
			before, highest := heap(), uint64(0)
			for b.Loop() {
				rows := rowsOf(b, r, db, 1)
				rows.Progress = func(int) { highest = max(highest, heap()) }
				if err := w.write(rows); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(highest-min(before, highest))/(1<<20), "MiB/highest")
			b.ReportMetric(benched*float64(b.N)/b.Elapsed().Seconds(), "rows/s")
		})
	}
}

// heap returns how many bytes of memory the heap takes.
func heap() uint64 {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapInuse
}
