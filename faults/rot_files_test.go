package faults

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"

	"anketa/storage"
	"anketa/survey"
)

// finished returns the database of three trainings that were imported: closed
// sessions with all their responses.
func finished(tb testing.TB) []byte {
	tb.Helper()
	dir := tb.TempDir()
	examples, err := filepath.Abs("../examples/trainings-2022.csv")
	if err != nil {
		tb.Fatal(err)
	}
	if s, err := run(tb.Context(), dir, "import", "--db", "anketa.db", examples); err != nil || s.code != 0 {
		tb.Fatal(s, err)
	}
	return content(tb, filepath.Join(dir, "anketa.db"))
}

// interrupted returns the database of a kiosk in the middle of a training: a
// session that is closed, one that is open, texts, and pages that were freed. It
// was not closed: that is how the file lies on the disk after a power cut.
func interrupted(tb testing.TB) []byte {
	tb.Helper()
	path := written(tb, finished(tb))
	db, err := storage.Open(path, storage.Options{})
	if err != nil {
		tb.Fatal(err)
	}
	defer db.Close()
	sessions, err := db.Sessions(tb.Context())
	if err != nil {
		tb.Fatal(err)
	}
	s, err := db.Survey(tb.Context(), sessions[0].ID)
	if err != nil {
		tb.Fatal(err)
	}
	if err := db.SetPIN(tb.Context(), "1234"); err != nil {
		tb.Fatal(err)
	}
	session, err := db.CreateSession(tb.Context(), survey.Session{ID: survey.NewID(), Title: "Niš", Date: "2026-11-24", Attended: 40, Open: true}, s)
	if err != nil {
		tb.Fatal(err)
	}
	rnd := rand.New(rand.NewPCG(3, 1))
	for range 33 {
		if err := db.AddResponse(tb.Context(), session.ID, drawn(rnd, s)); err != nil {
			tb.Fatal(err)
		}
		// As the kiosk does before every person.
		if err := db.Ready(tb.Context()); err != nil {
			tb.Fatal(err)
		}
	}
	return content(tb, path)
}

// drawn returns a response by chance.
func drawn(rnd *rand.Rand, s *survey.Survey) survey.Response {
	r := survey.Response{ID: survey.NewID(), Answers: make([]survey.Answer, len(s.Questions))}
	for i := range s.Questions {
		switch q := &s.Questions[i]; q.Kind {
		case survey.KindLikert, survey.KindChoice, survey.KindYesNo, survey.KindNPS:
			r.Answers[i].Code = survey.Code(1 + rnd.IntN(len(q.Points)))
		case survey.KindText:
			r.Answers[i].Text = "više vežbi, manje predavanja"
		}
	}
	return r
}

// content returns what is in a file.
func content(tb testing.TB, path string) []byte {
	tb.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		tb.Fatal(err)
	}
	return data
}
