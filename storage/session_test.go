package storage_test

import (
	"context"
	"testing"

	"anketa/results"
	"anketa/storage"
	"anketa/storage/storagetest"
	"anketa/survey"
)

// A session is stored cleaned, with the survey it was started with, and both
// are read again after the file was closed.
func TestSessionRoundTrip(t *testing.T) {
	given := survey.Session{ID: survey.NewID(), Title: " Niš\u202e\n2 ", Place: "Dom\x00 kulture", Date: "2022-05-17", Attended: 24, Open: true}
	var returned survey.Session
	path := stored(t, func(db *storage.DB) {
		var err error
		if returned, err = db.CreateSession(t.Context(), given, evaluation()); err != nil {
			t.Fatal(err)
		}
	})
	data, revision, err := evaluation().Revise()
	if err != nil {
		t.Fatal(err)
	}
	want := given
	want.Title, want.Place, want.Revision = "Niš 2", "Dom kulture", revision
	same(t, returned, want)
	db := storagetest.OpenFile(t, path)
	sessions, err := db.Sessions(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	same(t, sessions, []survey.Session{want})
	s, err := db.Survey(t.Context(), given.ID)
	if err != nil {
		t.Fatal(err)
	}
	again, err := s.Canonical()
	if err != nil {
		t.Fatal(err)
	}
	same(t, string(again), string(data))
}

// Sessions are listed by date, then title; each keeps its own survey.
func TestSessionsAreOrdered(t *testing.T) {
	db := storagetest.Open(t)
	for i, s := range []survey.Session{
		{Title: "Subotica", Date: "2022-06-02"},
		{Title: "Novi Sad", Date: "2022-05-19"},
		{Title: "B", Date: "2022-05-17"},
		{Title: "A", Date: "2022-05-17"},
		{Title: "Without a day"},
	} {
		own := evaluation()
		own.MinGroup += i
		s.ID = survey.NewID()
		if _, err := db.CreateSession(t.Context(), s, own); err != nil {
			t.Fatal(err)
		}
	}
	sessions, err := db.Sessions(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	groups := map[string]int{}
	var titles []string
	for _, session := range sessions {
		s, err := db.Survey(t.Context(), session.ID)
		if err != nil {
			t.Fatal(err)
		}
		titles, groups[session.Title] = append(titles, session.Title), s.MinGroup
	}
	same(t, titles, []string{"Without a day", "A", "B", "Novi Sad", "Subotica"})
	same(t, groups, map[string]int{"Subotica": 5, "Novi Sad": 6, "B": 7, "A": 8, "Without a day": 9})
}

// A session that cannot be stored is refused with the reason and leaves nothing.
func TestCreateSessionRefused(t *testing.T) {
	var open survey.Session
	path := stored(t, func(db *storage.DB) { open = storagetest.Session(t, db, evaluation()) })
	before := dump(t, path)
	other := linkedEvaluation()
	for name, test := range map[string]struct {
		session survey.Session
		want    error
	}{
		"second open":     {survey.Session{ID: survey.NewID(), Title: "B", Open: true}, storage.ErrAnotherOpen},
		"id taken":        {survey.Session{ID: open.ID, Title: "B"}, storage.ErrConflict},
		"no title":        {survey.Session{ID: survey.NewID(), Title: " \u200b "}, nil},
		"no such day":     {survey.Session{ID: survey.NewID(), Title: "B", Date: "2022-02-30"}, nil},
		"fewer than none": {survey.Session{ID: survey.NewID(), Title: "B", Attended: -1}, nil},
	} {
		t.Run(name, func(t *testing.T) {
			db := storagetest.OpenFile(t, path)
			_, err := db.CreateSession(t.Context(), test.session, other)
			if test.want != nil {
				wantError(t, err, test.want)
			} else if err == nil {
				t.Error("the session was stored")
			}
		})
		same(t, dump(t, path), before)
	}
}

// A survey that could not be read again is refused when a session is to start
// with it, not found when the results are wanted.
func TestCreateSessionWithUnreadableSurvey(t *testing.T) {
	db := storagetest.Open(t)
	s := evaluation()
	s.MinGroup = survey.DefaultMinGroup - 1
	session, err := db.CreateSession(t.Context(), survey.Session{ID: survey.NewID(), Title: "Niš"}, s)
	if err != nil {
		return
	}
	if _, err := db.Part(t.Context(), session.ID); err != nil {
		t.Errorf("a session was stored that cannot be read: %v", err)
	}
}

// Closing seals the tally: the batches are gone, the counts are not. Closing
// twice changes nothing, and the next session may open.
func TestCloseSession(t *testing.T) {
	var session survey.Session
	var before results.Tally
	path := stored(t, func(db *storage.DB) {
		session = storagetest.Session(t, db, evaluation())
		for range 13 {
			add(t, db, session.ID, respond([3]survey.Code{1, 2, 1}))
		}
		part, err := db.Part(t.Context(), session.ID)
		if err != nil {
			t.Fatal(err)
		}
		before = part.Batches.Total()
		for range 2 {
			if err := db.CloseSession(t.Context(), session.ID); err != nil {
				t.Fatal(err)
			}
		}
		storagetest.Session(t, db, evaluation())
	})
	sealed := results.NewBatches(evaluation())
	sealed.Restore(before)
	want, _ := sealed.AppendBinary(nil)
	tally := in(dump(t, path), "tallies")
	found := false
	for _, r := range tally {
		if r.key == string(session.ID[:]) {
			found = true
			same(t, r.value, string(storage.Seal([]byte(r.key), want)))
		}
	}
	if !found || len(tally) != 2 {
		t.Errorf("the tallies are %q", tally)
	}
	db := storagetest.OpenFile(t, path)
	part, err := db.Part(t.Context(), session.ID)
	if err != nil || part.Session.Open {
		t.Errorf("got session %v, error %v, want it closed", part.Session, err)
	}
}

// A session that is not there is an error that says so, whatever is asked of it.
func TestUnknownSession(t *testing.T) {
	db := storagetest.Open(t)
	storagetest.Session(t, db, evaluation())
	for name, ask := range map[string]func(context.Context, survey.ID) error{
		"CloseSession": db.CloseSession,
		"Survey":       func(ctx context.Context, id survey.ID) error { _, err := db.Survey(ctx, id); return err },
		"Part":         func(ctx context.Context, id survey.ID) error { _, err := db.Part(ctx, id); return err },
		"Recount":      func(ctx context.Context, id survey.ID) error { _, err := db.Recount(ctx, id); return err },
		"Texts":        func(ctx context.Context, id survey.ID) error { _, err := db.Texts(ctx, id, "improve"); return err },
	} {
		t.Run(name, func(t *testing.T) { wantError(t, ask(t.Context(), survey.NewID()), storage.ErrNotFound) })
	}
}
