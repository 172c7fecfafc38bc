package exchange_test

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"anketa/exchange"
	"anketa/results"
	"anketa/storage"
	"anketa/storage/storagetest"
	"anketa/survey"
)

var update = flag.Bool("update", false, "write the golden files instead of comparing with them")

// trainings reads the survey of the three trainings.
func trainings(tb testing.TB) *survey.Survey {
	tb.Helper()
	data, err := os.ReadFile("../questions.yaml")
	if err != nil {
		tb.Fatal(err)
	}
	s, err := survey.Load(strings.NewReader(string(data)))
	if err != nil {
		tb.Fatal(err)
	}
	return s
}

// countedIDs returns a source of ids that count up.
func countedIDs() func() survey.ID {
	n := byte(0)
	return func() survey.ID {
		n++
		return survey.ID{15: n}
	}
}

// example reads the 72 responses.
func example(tb testing.TB, s *survey.Survey) []exchange.Group {
	tb.Helper()
	f, err := os.Open("../examples/trainings-2022.csv")
	if err != nil {
		tb.Fatal(err)
	}
	defer f.Close()
	groups, err := exchange.ReadCSV(f, s, countedIDs())
	if err != nil {
		tb.Fatal(err)
	}
	return groups
}

// imported returns the release of the three trainings as closed sessions.
func imported(tb testing.TB) results.Release {
	tb.Helper()
	s, db := trainings(tb), storagetest.Open(tb)
	places := map[string]string{"nis": "Niš", "novi_sad": "Novi Sad", "subotica": "Subotica"}
	var imports []storage.Import
	for i, g := range example(tb, s) {
		imports = append(imports, storage.Import{
			Session:   survey.Session{ID: survey.ID{0: byte(i + 1)}, Title: places[g.Session], Place: places[g.Session], Date: "2022-05-17", Attended: len(g.Responses)},
			Responses: g.Responses,
		})
	}
	if err := db.Import(tb.Context(), s, imports); err != nil {
		tb.Fatal(err)
	}
	return released(tb, db, s)
}

// collected returns the release of one session with the first n responses of the
// example, which may be closed.
func collected(tb testing.TB, s *survey.Survey, n int, closed bool) results.Release {
	tb.Helper()
	db := storagetest.Open(tb)
	session, err := db.CreateSession(tb.Context(), survey.Session{ID: survey.ID{9}, Title: "Niš", Open: true}, s)
	if err != nil {
		tb.Fatal(err)
	}
	for _, r := range example(tb, s)[0].Responses[:n] {
		if err := db.AddResponse(tb.Context(), session.ID, r); err != nil {
			tb.Fatal(err)
		}
	}
	if closed {
		if err := db.CloseSession(tb.Context(), session.ID); err != nil {
			tb.Fatal(err)
		}
	}
	return released(tb, db, s)
}

// released applies the rules to all sessions of a database.
func released(tb testing.TB, db *storage.DB, s *survey.Survey) results.Release {
	tb.Helper()
	sessions, err := db.Sessions(tb.Context())
	if err != nil {
		tb.Fatal(err)
	}
	parts := make([]results.Part, len(sessions))
	for i := range sessions {
		if parts[i], err = db.Part(tb.Context(), sessions[i].ID); err != nil {
			tb.Fatal(err)
		}
	}
	r, err := results.NewRelease(parts...)
	if err != nil {
		tb.Fatal(err)
	}
	return r
}

// golden compares a text with a golden file.
func golden(tb testing.TB, name, got string) {
	tb.Helper()
	path := filepath.Join("testdata", "golden", name)
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			tb.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		tb.Fatal(err)
	}
	if got != string(want) {
		tb.Errorf("%s is not what is written now:\n%s", path, got)
	}
}
