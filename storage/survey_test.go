package storage_test

import (
	"context"
	"testing"

	"anketa/storage"
	"anketa/survey"
)

// held stores a closed session with a title, a day and a survey.
func held(tb testing.TB, db *storage.DB, title, date string, s *survey.Survey) {
	tb.Helper()
	if _, err := db.CreateSession(tb.Context(), survey.Session{ID: survey.NewID(), Title: title, Date: date}, s); err != nil {
		tb.Fatal(err)
	}
}

// Each revision comes once, with the titles of its sessions by date, and the
// file is read only.
func TestSurveys(t *testing.T) {
	first, second := evaluation(), evaluation()
	second.Questions[informed].Text = english("Well informed?")
	path := stored(t, func(db *storage.DB) {
		held(t, db, "Subotica", "2022-06-01", first)
		held(t, db, "Novi Sad", "2022-05-20", second)
		held(t, db, "Niš", "2022-05-17", first)
	})
	db := open(t, path, storage.Options{ReadOnly: true})
	got, err := db.Surveys(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	same(t, got, []survey.Earlier{
		{Survey: first, Sessions: []string{"Niš", "Subotica"}},
		{Survey: second, Sessions: []string{"Novi Sad"}},
	})
}

// A new database has none.
func TestSurveysOfNewDatabase(t *testing.T) {
	db := open(t, stored(t, func(*storage.DB) {}), storage.Options{ReadOnly: true})
	if got, err := db.Surveys(t.Context()); err != nil || len(got) != 0 {
		t.Errorf("got %v %v, want none", got, err)
	}
}

// A survey that was changed on the disk is damage, not an empty answer.
func TestSurveysDamaged(t *testing.T) {
	path := stored(t, func(db *storage.DB) { held(t, db, "Niš", "2022-05-17", evaluation()) })
	put(t, path, flipped(in(dump(t, path), "surveys")[0], 999))
	got, err := open(t, path, storage.Options{ReadOnly: true}).Surveys(t.Context())
	if got != nil {
		t.Errorf("got %v beside the error", got)
	}
	wantError(t, err, storage.ErrDamaged)
}

// Whoever asks may give up.
func TestSurveysCancelled(t *testing.T) {
	db := open(t, stored(t, func(db *storage.DB) { held(t, db, "Niš", "2022-05-17", evaluation()) }), storage.Options{})
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, err := db.Surveys(ctx)
	wantError(t, err, context.Canceled)
}
