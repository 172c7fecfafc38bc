package cli_test

import (
	"math/rand/v2"
	"os"
	"testing"

	"anketa/cli"
	"anketa/storage"
	"anketa/survey"
)

// million is how many responses the whole command is measured with.
const million = 1_000_000

// BenchmarkExport carries out the whole command for a million responses to the survey
// of the three trainings: from the file of the database, which is read in another
// process first, to a file that is synced. Goal: a million rows a second as CSV.
func BenchmarkExport(b *testing.B) {
	b.Chdir(b.TempDir())
	store(b, func(db *storage.DB, s *survey.Survey) error {
		chance, responses := rand.New(rand.NewPCG(1, 2)), make([]survey.Response, million)
		for i := range responses {
			answers := make([]survey.Answer, len(s.Questions))
			for q := range s.Questions {
				if points := len(s.Questions[q].Points); points > 0 {
					answers[q].Code = survey.Code(chance.IntN(points) + 1)
				}
			}
			responses[i] = survey.Response{ID: survey.NewID(), Answers: answers}
		}
		return db.Import(b.Context(), s, []storage.Import{{Session: survey.Session{ID: survey.NewID(), Title: "Niš"}, Responses: responses}})
	})
	for _, name := range []string{"out.csv", "out.jsonl", "out.xlsx", "out.sps"} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if o := run(b, "export", "--force", "-o", name); o.code != cli.ExitDone {
					b.Fatal(o.err)
				}
			}
			info, err := os.Stat(name)
			if err != nil {
				b.Fatal(err)
			}
			b.ReportMetric(float64(info.Size()), "bytes/file")
			b.ReportMetric(million*float64(b.N)/b.Elapsed().Seconds(), "rows/s")
		})
	}
}
