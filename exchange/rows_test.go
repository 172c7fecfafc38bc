package exchange_test

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"anketa/exchange"
	"anketa/results"
	"anketa/storage"
	"anketa/storage/storagetest"
	"anketa/survey"
	"anketa/survey/surveytest"
)

// stored imports responses into a database as closed sessions with these titles and
// returns what of them is released.
func stored(tb testing.TB, db *storage.DB, s *survey.Survey, sessions map[string][]survey.Response) *results.Release {
	tb.Helper()
	var parts []results.Part
	for title, responses := range sessions {
		session := survey.Session{ID: survey.NewID(), Title: title}
		if err := db.Import(tb.Context(), s, []storage.Import{{Session: session, Responses: responses}}); err != nil {
			tb.Fatal(err)
		}
		p, err := db.Recounted(tb.Context(), session.ID)
		if err != nil {
			tb.Fatal(err)
		}
		parts = append(parts, p)
	}
	r, err := results.NewRelease(parts...)
	if err != nil {
		tb.Fatal(err)
	}
	return &r
}

// rowsOf returns the rows of a release, in an order that depends on a seed.
func rowsOf(tb testing.TB, r *results.Release, db *storage.DB, seed uint64) *exchange.Rows {
	tb.Helper()
	rows, refused := exchange.NewRows(r, db, rand.New(rand.NewPCG(seed, 0)))
	if len(refused) > 0 {
		tb.Fatalf("the rows are refused: %v", refused)
	}
	return rows
}

// csvOf returns rows as CSV.
func csvOf(tb testing.TB, rows *exchange.Rows, style exchange.CSVStyle) string {
	tb.Helper()
	var b bytes.Buffer
	if err := rows.WriteCSV(tb.Context(), &b, style); err != nil {
		tb.Fatal(err)
	}
	return b.String()
}

// hiddenInRows says for each question whether rows are without it, found out another
// way than by the package that decides it.
func hiddenInRows(s *survey.Survey, responses []survey.Response) []bool {
	hidden := make([]bool, len(s.Questions))
	for i := range s.Questions {
		q := &s.Questions[i]
		asked := 0
		for _, r := range responses {
			if r.Answers[i].Code != survey.NotAsked {
				asked++
			}
		}
		hidden[i] = q.Kind == survey.KindText || asked > 0 && asked < s.MinGroup
		for before := range i {
			hidden[i] = hidden[i] || hidden[before] && strings.Contains(fmt.Sprintf("%+v", whole(q.When)), "Question:"+s.Questions[before].ID+" ")
		}
	}
	return hidden
}

// whole returns the test of a condition, without "not".
func whole(c *survey.Condition) survey.Condition {
	switch {
	case c == nil:
		return survey.Condition{}
	case c.Not != nil:
		return *c.Not
	}
	return *c
}

// TestRoundTripLaw holds for any survey and any responses that what an export writes,
// in any style, is imported to the same answers, and that these are those that were
// given, but for what rows are without. Negative controls: the apostrophe left in
// front of labels; "not applicable" without its value; a set cut at its first space.
func TestRoundTripLaw(t *testing.T) {
	db, n := storagetest.Open(t), 0
	rapid.Check(t, func(rt *rapid.T) {
		s := surveytest.Survey(rt)
		responses := make([]survey.Response, rapid.IntRange(5, 12).Draw(rt, "responses"))
		for i := range responses {
			responses[i] = surveytest.Response(rt, s)
		}
		n++
		title := fmt.Sprintf("=Obuka, \"%d\";", n)
		r := stored(t, db, s, map[string][]survey.Response{title: responses})
		rows := rowsOf(t, r, db, 1)
		rows.Labels = rapid.Bool().Draw(rt, "labels")
		file := csvOf(t, rows, exchange.CSVStyle{Excel: rapid.Bool().Draw(rt, "excel")})
		groups, err := exchange.ReadCSV(strings.NewReader(file), s, survey.NewID)
		if err != nil {
			rt.Fatalf("%v\n%s", err, file)
		}
		if len(groups) != 1 || groups[0].Session != title || len(groups[0].Responses) != len(responses) {
			rt.Fatalf("other sessions come back\n%s", file)
		}
		for q, hidden := range hiddenInRows(s, responses) {
			got, want := answersTo(groups[0].Responses, q), answersTo(responses, q)
			switch {
			case hidden && slices.ContainsFunc(got, survey.Answer.Given):
				rt.Errorf("rows have answers to %s", s.Questions[q].ID)
			case !hidden && !reflect.DeepEqual(counts(&s.Questions[q], got), counts(&s.Questions[q], want)):
				rt.Errorf("question %s was answered otherwise\n%s", s.Questions[q].ID, file)
			}
		}
	})
}

// TestWriteCSVOfExample holds what is written of the three trainings, and that ids and
// order are drawn anew. Negative control: Shuffled without its shuffle.
func TestWriteCSVOfExample(t *testing.T) {
	s, db := trainings(t), storagetest.Open(t)
	sessions := map[string][]survey.Response{"Niš": example(t, s)[0].Responses}
	r := stored(t, db, s, sessions)
	first, again, other := csvOf(t, rowsOf(t, r, db, 1), exchange.CSVStyle{}), csvOf(t, rowsOf(t, r, db, 1), exchange.CSVStyle{}), csvOf(t, rowsOf(t, r, db, 2), exchange.CSVStyle{})
	if first != again {
		t.Error("the same chance gives another file")
	}
	sorted := func(file string) string {
		lines := strings.Split(uuids.ReplaceAllString(file, ""), "\r\n")
		slices.Sort(lines)
		return strings.Join(lines, "\r\n")
	}
	if first == other || uuids.ReplaceAllString(first, "") == uuids.ReplaceAllString(other, "") {
		t.Error("another chance gives the same order")
	}
	if sorted(first) != sorted(other) {
		t.Error("another chance gives other rows")
	}
	seen := map[string]bool{}
	for _, id := range uuids.FindAllString(first+other, -1) {
		seen[id] = true
	}
	if want := 2 * len(sessions["Niš"]); len(seen) != want {
		t.Errorf("there are %d different ids, want %d", len(seen), want)
	}
	golden(t, "rows.csv", sorted(first)+"\n")
}

// uuids finds the ids of rows.
var uuids = regexp.MustCompile(`(?m)^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}`)
