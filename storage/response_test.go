package storage_test

import (
	"strings"
	"testing"

	"anketa/storage"
	"anketa/storage/storagetest"
	"anketa/survey"
)

const na = survey.NotApplicable

// sheets are responses with every kind of answer.
func sheets() map[string]survey.Response {
	return map[string]survey.Response{
		"nothing answered": respond([3]survey.Code{}),
		"first points":     respond([3]survey.Code{1, 1, 1}),
		"last points":      respond([3]survey.Code{3, 5, 2}),
		"not applicable":   respond([3]survey.Code{0, na, 1}),
		"one text":         respond([3]survey.Code{1, 2, 1}, survey.Answer{Text: "Više vežbi."}),
		"both texts":       respond([3]survey.Code{1, 2, 1}, survey.Answer{Text: "Више вежби.\nИ пауза."}, survey.Answer{Text: "Jasno i korisno"}),
		"text to quote":    respond([3]survey.Code{2, 3, 2}, survey.Answer{}, survey.Answer{Text: "„Одлично“ – 10/10", Quote: true}),
		"longest text":     respond([3]survey.Code{2, 3, 2}, survey.Answer{Text: strings.Repeat("š", survey.MaxTextLength)}),
	}
}

// Whatever a sheet holds can be read again from the file: from the row alone
// when texts are linked, from the row and the texts when they are not.
func TestResponseRoundTrip(t *testing.T) {
	for name, r := range sheets() {
		t.Run(name, func(t *testing.T) {
			t.Run("linked", func(t *testing.T) { roundTrip(t, linkedEvaluation(), r) })
			t.Run("apart", func(t *testing.T) { roundTrip(t, evaluation(), r) })
		})
	}
}

// roundTrip stores a response, closes the file and reads everything again.
func roundTrip(t *testing.T, s *survey.Survey, r survey.Response) {
	t.Helper()
	var session survey.Session
	path := stored(t, func(db *storage.DB) {
		session = storagetest.Session(t, db, s)
		add(t, db, session.ID, r)
	})
	rows := in(dump(t, path), rowsOf(session.ID))
	if len(rows) != 1 || rows[0].key != string(r.ID[:]) {
		t.Fatalf("got rows %q, want one under the id of the response", rows)
	}
	got, err := storage.NewRows(s).Decode([]byte(rows[0].key), []byte(rows[0].value))
	if err != nil {
		t.Fatal(err)
	}
	db := storagetest.OpenFile(t, path)
	for i, q := range s.Questions {
		texts, err := db.Texts(t.Context(), session.ID, q.ID)
		if err != nil {
			t.Fatal(err)
		}
		if a := r.Answers[i]; a.Text != "" {
			same(t, texts, []survey.Answer{{Text: a.Text, Quote: a.Quote}})
		} else if len(texts) != 0 {
			t.Errorf("question %s has texts %+v, want none", q.ID, texts)
		}
	}
	want := survey.Response{ID: r.ID, Answers: append([]survey.Answer(nil), r.Answers...)}
	if !s.LinkTexts {
		want.Answers[improve], want.Answers[quote] = survey.Answer{}, survey.Answer{}
	}
	same(t, got, want)
}

// Storing the same response again under the same id changes nothing, so that a
// caller who does not know whether the first attempt went through may repeat it.
func TestAddResponseTwice(t *testing.T) {
	for name, s := range map[string]*survey.Survey{"linked": linkedEvaluation(), "apart": evaluation()} {
		t.Run(name, func(t *testing.T) {
			r := respond([3]survey.Code{1, 4, 1}, survey.Answer{Text: "more time"})
			var session survey.Session
			path := stored(t, func(db *storage.DB) {
				session = storagetest.Session(t, db, s)
				add(t, db, session.ID, r)
			})
			before := dump(t, path)
			db := open(t, path, storage.Options{})
			add(t, db, session.ID, r)
			part, err := db.Part(t.Context(), session.ID)
			if err != nil || part.Batches.N() != 1 {
				t.Errorf("got %d responses, error %v, want 1", part.Batches.N(), err)
			}
			if err := db.Close(); err != nil {
				t.Fatal(err)
			}
			same(t, dump(t, path), before)
		})
	}
}
