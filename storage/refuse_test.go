package storage_test

import (
	"testing"

	"anketa/storage"
	"anketa/storage/storagetest"
	"anketa/survey"
)

// refusal is an attempt to store a response that must fail.
type refusal struct {
	session  survey.ID
	response survey.Response
	// want is nil when any error will do.
	want error
}

// refusals lists them for a database with an open and a closed session, whose
// only response is known.
func refusals(open, closed survey.ID, known survey.Response) map[string]refusal {
	good := respond([3]survey.Code{1, 1, 1})
	other := respond([3]survey.Code{2, 2, 2})
	other.ID = known.ID
	misfit := func(at int, a survey.Answer) refusal {
		r := respond([3]survey.Code{1, 1, 1})
		r.Answers[at] = a
		return refusal{session: open, response: r}
	}
	return map[string]refusal{
		"closed session":            {closed, good, storage.ErrClosed},
		"unknown session":           {survey.NewID(), good, storage.ErrNotFound},
		"no session":                {survey.ID{}, good, storage.ErrNotFound},
		"id taken":                  {open, other, storage.ErrConflict},
		"too few answers":           {session: open, response: survey.Response{ID: survey.NewID(), Answers: good.Answers[:4]}},
		"too many answers":          {session: open, response: survey.Response{ID: survey.NewID(), Answers: append(good.Answers[:5:5], survey.Answer{})}},
		"point beyond the last":     misfit(informed, survey.Answer{Code: 6}),
		"not applicable not asked":  misfit(sector, survey.Answer{Code: na}),
		"text in a closed question": misfit(recommend, survey.Answer{Text: "yes"}),
		"point in a text question":  misfit(improve, survey.Answer{Code: 1}),
	}
}

// A response that cannot be stored is refused with the reason, and nothing of
// it is left in the file.
func TestAddResponseRefused(t *testing.T) {
	var closed, open survey.Session
	known := respond([3]survey.Code{1, 4, 1})
	path := stored(t, func(db *storage.DB) {
		closed = storagetest.Session(t, db, evaluation())
		if err := db.CloseSession(t.Context(), closed.ID); err != nil {
			t.Fatal(err)
		}
		open = storagetest.Session(t, db, evaluation())
		add(t, db, open.ID, known)
	})
	before := dump(t, path)
	for name, test := range refusals(open.ID, closed.ID, known) {
		t.Run(name, func(t *testing.T) {
			db := storagetest.OpenFile(t, path)
			err := db.AddResponse(t.Context(), test.session, test.response)
			if test.want != nil {
				wantError(t, err, test.want)
			} else if err == nil {
				t.Error("the response was stored")
			}
		})
		same(t, dump(t, path), before)
	}
}

// A transaction that fails midway, here at the key of the second text, leaves
// nothing, and the database takes the next response.
func TestAddResponseFailsMidway(t *testing.T) {
	draws := 0
	path := stored(t, func(*storage.DB) {})
	db := open(t, path, storage.Options{NewID: func() survey.ID {
		if draws++; draws == 2 {
			panic("no more ids")
		}
		return survey.NewID()
	}})
	session := storagetest.Session(t, db, evaluation())
	both := []survey.Answer{{Text: "one"}, {Text: "two"}}
	if err := db.AddResponse(t.Context(), session.ID, respond([3]survey.Code{1, 1, 1}, both...)); err == nil {
		t.Fatal("the response was stored")
	}
	if draws != 2 {
		t.Fatalf("the transaction failed after %d keys, want 2", draws)
	}
	add(t, db, session.ID, respond([3]survey.Code{2, 2, 2}, both...))
	if err := db.Check(t.Context()); err != nil {
		t.Error(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	records := dump(t, path)
	if rows, texts := in(records, rowsOf(session.ID)), in(records, textsOf(session.ID)); len(rows) != 1 || len(texts) != 2 {
		t.Errorf("got %d rows and %d texts, want 1 and 2", len(rows), len(texts))
	}
}
