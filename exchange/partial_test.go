package exchange_test

import (
	"bytes"
	"strings"
	"testing"

	"anketa/exchange"
	"anketa/results"
	"anketa/storage"
	"anketa/storage/storagetest"
	"anketa/survey"
)

// abandoned returns the release of an open session with as many sent responses
// and as many partial ones, all of which answered otherwise.
func abandoned(tb testing.TB, sent, partial int) results.Release {
	tb.Helper()
	db, s := storagetest.Open(tb), trainings(tb)
	session := storagetest.Session(tb, db, s)
	rows := example(tb, s)
	for i := range sent {
		store(tb, db, session.ID, rows[0].Responses[i])
	}
	for i := range partial {
		r := rows[1].Responses[i]
		if err := db.AddPartial(tb.Context(), session.ID, r); err != nil {
			tb.Fatal(err)
		}
	}
	return released(tb, db, s)
}

// store stores a response.
func store(tb testing.TB, db *storage.DB, session survey.ID, r survey.Response) {
	tb.Helper()
	if err := db.AddResponse(tb.Context(), session, r); err != nil {
		tb.Fatal(err)
	}
}

// TestPartialIsCounted holds that of partial responses the number is written and
// nothing else: all other figures are those without them. Negative control:
// partial responses that are counted among the others.
func TestPartialIsCounted(t *testing.T) {
	with, without := abandoned(t, 12, 3), abandoned(t, 12, 0)
	const said = "Partial: 3. Left without being sent; counted here and in no figure.\n"
	counted, plain := table(t, &with, survey.English), table(t, &without, survey.English)
	if strings.Replace(counted, said, "", 1) != plain || !strings.Contains(counted, said) {
		t.Errorf("with partial responses the table is\n%s\nwithout\n%s", counted, plain)
	}
	var a, b bytes.Buffer
	if exchange.WriteJSON(&a, &with, survey.English) != nil || exchange.WriteJSON(&b, &without, survey.English) != nil {
		t.Fatal("the results were not written")
	}
	id := func(s string, r *results.Release) string {
		return strings.ReplaceAll(s, r.Parts[0].Session.ID.String(), "")
	}
	got := id(a.String(), &with)
	if strings.Count(got, `"partial": 3`) != 2 || strings.ReplaceAll(got, `"partial": 3`, `"partial": 0`) != id(b.String(), &without) {
		t.Errorf("with partial responses the JSON is\n%s\nwithout\n%s", a.String(), b.String())
	}
}
