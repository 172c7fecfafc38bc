package e2e

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"anketa/storage"
)

// checkTexts compares the stored texts of all sessions with those that were
// typed: no report prints them, so they are read from the database.
func checkTexts(r *room, sheets []sheet) {
	r.Helper()
	want := map[string][]string{}
	for i, q := range questions() {
		for _, s := range sheets {
			if q.text && s[i].text != "" {
				want[q.id] = append(want[q.id], fmt.Sprintf("%s %t", s[i].text, s[i].quote))
			}
		}
	}
	for id, texts := range want {
		got := r.texts(id)
		slices.Sort(got)
		slices.Sort(texts)
		if !slices.Equal(got, texts) {
			r.Errorf("%s: stored %q\ntyped %q", id, got, texts)
		}
	}
}

// texts returns the stored texts of a question, each with whether it may be
// quoted, after every record of the database was checked.
func (r *room) texts(question string) (texts []string) {
	r.Helper()
	db, err := storage.Open(r.path("anketa.db"), storage.Options{ReadOnly: true})
	if err != nil {
		r.Fatal(err)
	}
	ctx := context.Background()
	sessions, err := db.Sessions(ctx)
	err = errors.Join(err, db.Check(ctx))
	for i := range sessions {
		answers, textErr := db.Texts(ctx, sessions[i].ID, question)
		err = errors.Join(err, textErr)
		for _, a := range answers {
			texts = append(texts, fmt.Sprintf("%s %t", a.Text, a.Quote))
		}
	}
	if err := errors.Join(err, db.Close()); err != nil {
		r.Fatal(err)
	}
	return texts
}
