package storage_test

import (
	"errors"
	"maps"
	"math/rand/v2"
	"path/filepath"
	"reflect"
	"slices"
	"testing"

	"anketa/storage"
	"anketa/storage/storagetest"
	"anketa/survey"
)

// Positions of the questions of [evaluation].
const (
	sector = iota
	informed
	recommend
	improve
	quote
)

// evaluation returns a survey with a question of every kind.
func evaluation() *survey.Survey {
	return &survey.Survey{
		ID: "evaluation", Title: english("Evaluation"), Languages: []survey.Lang{survey.English},
		MinGroup: survey.DefaultMinGroup, Release: survey.ReleaseLagged, Kiosk: survey.DefaultKiosk(),
		Questions: []survey.Question{
			{ID: "sector", Kind: survey.KindChoice, Text: english("Sector?"), Points: points("police", "health", "court")},
			{ID: "informed", Kind: survey.KindLikert, Text: english("Informed?"), Points: points("1", "2", "3", "4", "5"), NotApplicable: english("cannot tell")},
			{ID: "recommend", Kind: survey.KindYesNo, Text: english("Recommend?"), Points: points("yes", "no")},
			{ID: "improve", Kind: survey.KindText, Text: english("Improve?"), MaxLength: survey.MaxTextLength},
			{ID: "quote", Kind: survey.KindText, Text: english("In a sentence?"), MaxLength: 40, AskQuote: true},
		},
	}
}

// linkedEvaluation is [evaluation] with texts in the rows.
func linkedEvaluation() *survey.Survey {
	s := evaluation()
	s.LinkTexts = true
	return s
}

// english returns a text in one language.
func english(s string) survey.Text { return survey.Text{survey.English: s} }

// points returns labelled points.
func points(values ...string) []survey.Point {
	points := make([]survey.Point, len(values))
	for i, v := range values {
		points[i] = survey.Point{Value: v, Label: english(v)}
	}
	return points
}

// respond returns a response to [evaluation] under a random id.
func respond(codes [3]survey.Code, texts ...survey.Answer) survey.Response {
	r := survey.Response{ID: survey.NewID(), Answers: make([]survey.Answer, quote+1)}
	for i, code := range codes {
		r.Answers[i].Code = code
	}
	copy(r.Answers[improve:], texts)
	return r
}

// randomResponse draws an id and every closed answer; texts are left out.
func randomResponse(rnd *rand.Rand) survey.Response {
	r := respond([3]survey.Code{survey.Code(rnd.IntN(4)), survey.Code(rnd.IntN(6)), survey.Code(rnd.IntN(3))})
	r.ID = randomID(rnd)
	return r
}

// randomID draws an id that is the same in every run.
func randomID(rnd *rand.Rand) survey.ID {
	var id survey.ID
	for i := range id {
		id[i] = byte(rnd.Uint32())
	}
	return id
}

// open opens the database at path; it is closed when the test ends, if not before.
func open(tb testing.TB, path string, opts storage.Options) *storage.DB {
	tb.Helper()
	db, err := storage.Open(path, opts)
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() { _ = db.Close() })
	return db
}

// stored makes a database, lets fill write to it, closes it and returns its path.
func stored(tb testing.TB, fill func(db *storage.DB)) string {
	tb.Helper()
	path := filepath.Join(tb.TempDir(), "anketa.db")
	db := open(tb, path, storage.Options{Create: true})
	fill(db)
	if err := db.Close(); err != nil {
		tb.Fatal(err)
	}
	return path
}

// add stores a response.
func add(tb testing.TB, db *storage.DB, session survey.ID, r survey.Response) {
	tb.Helper()
	if err := db.AddResponse(tb.Context(), session, r); err != nil {
		tb.Fatal(err)
	}
}

// wantError fails unless err matches one of the wanted errors.
func wantError(tb testing.TB, err error, want ...error) {
	tb.Helper()
	if !slices.ContainsFunc(want, func(w error) bool { return errors.Is(err, w) }) {
		tb.Errorf("got error %v, want one that matches %v", err, want)
	}
}

// sameTexts fails unless both lists hold the same texts, in any order.
func sameTexts(tb testing.TB, got, want []survey.Answer) {
	tb.Helper()
	count := func(texts []survey.Answer) map[survey.Answer]int {
		n := map[survey.Answer]int{}
		for _, t := range texts {
			n[t]++
		}
		return n
	}
	if !maps.Equal(count(got), count(want)) {
		tb.Errorf("got texts %+v, want %+v", got, want)
	}
}

// same fails unless both values are deeply equal.
func same[T any](tb testing.TB, got, want T) {
	tb.Helper()
	if !reflect.DeepEqual(got, want) {
		tb.Errorf("got %v\nwant %v", got, want)
	}
}

// emptySession makes a closed file with an open session.
func emptySession(tb testing.TB) (path string, session survey.ID) {
	tb.Helper()
	path = stored(tb, func(db *storage.DB) { session = storagetest.Session(tb, db, evaluation()).ID })
	return path, session
}
