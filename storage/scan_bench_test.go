package storage_test

import (
	"context"
	"math/rand/v2"
	"path/filepath"
	"testing"

	"anketa/storage"
	"anketa/survey"
)

// twelve returns a survey of 12 five-point questions.
func twelve() *survey.Survey {
	s := &survey.Survey{ID: "twelve", Title: survey.Text{survey.English: "Twelve"}, Languages: survey.Languages(), MinGroup: 5, Release: survey.ReleaseLagged, Kiosk: survey.DefaultKiosk()}
	for i := range 12 {
		q := survey.Question{ID: string(rune('a' + i)), Kind: survey.KindLikert, Text: survey.Text{survey.English: "?"}}
		for p := range 5 {
			q.Points = append(q.Points, survey.Point{Value: string(rune('1' + p)), Label: survey.Text{survey.English: "x"}})
		}
		s.Questions = append(s.Questions, q)
	}
	return s
}

// million stores a session of n random responses.
func million(b *testing.B, n int) (*storage.DB, survey.ID) {
	b.Helper()
	db, err := storage.Open(filepath.Join(b.TempDir(), "m.db"), storage.Options{Create: true})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = db.Close() })
	s := twelve()
	session := survey.Session{ID: survey.NewID(), Title: "m"}
	rs := make([]survey.Response, n)
	for i := range rs {
		rs[i] = survey.Response{ID: survey.NewID(), Answers: make([]survey.Answer, 12)}
		for j := range 12 {
			rs[i].Answers[j].Code = survey.Code(rand.IntN(6))
		}
	}
	if err := db.Import(context.Background(), s, []storage.Import{{Session: session, Responses: rs}}); err != nil {
		b.Fatal(err)
	}
	return db, session.ID
}

// BenchmarkRecount scans a million responses of 12 questions.
func BenchmarkRecount(b *testing.B) {
	db, id := million(b, 1_000_000)
	for b.Loop() {
		if _, err := db.Recount(context.Background(), id); err != nil {
			b.Fatal(err)
		}
	}
}
