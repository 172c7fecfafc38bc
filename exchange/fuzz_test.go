package exchange_test

import (
	"bytes"
	"errors"
	"testing"

	"anketa/exchange"
	"anketa/survey"
)

// FuzzReadCSV holds that no file breaks the reader, that what it reads fits the
// survey and is clean, and that it returns either groups or one clear error.
func FuzzReadCSV(f *testing.F) {
	for _, seed := range []string{
		"", "event,gender\nA,woman\n", "\ufeffsession,improve\r\nA,\"a\"\"b\r\nc\"\r\n", "event,event\n", "event,gender\nA\n", "event\n\"", "event,quote\nA,\u202e\n", "event;gender\nA;woman\n",
	} {
		f.Add([]byte(seed))
	}
	s := trainings(f)
	f.Fuzz(func(t *testing.T, file []byte) {
		groups, err := exchange.ReadCSV(bytes.NewReader(file), s, countedIDs())
		if err != nil {
			var rows exchange.RowErrors
			if !errors.As(err, &rows) || len(rows) == 0 || groups != nil {
				t.Fatalf("got %d groups and the error %v (%T)", len(groups), err, err)
			}
			return
		}
		names := map[string]bool{}
		for _, g := range groups {
			if g.Session == "" || g.Session != survey.CleanLine(g.Session, survey.MaxNameLength) || names[g.Session] || len(g.Responses) == 0 {
				t.Fatalf("a session is called %q and has %d responses", g.Session, len(g.Responses))
			}
			names[g.Session] = true
			for _, r := range g.Responses {
				if err := r.Check(s); err != nil {
					t.Fatal(err)
				}
				for i, a := range r.Answers {
					if a.Text != survey.Clean(a.Text, s.Questions[i].MaxLength) {
						t.Fatalf("a text is not clean: %q", a.Text)
					}
				}
			}
		}
	})
}
