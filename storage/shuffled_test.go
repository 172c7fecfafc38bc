package storage_test

import (
	"context"
	"math/rand/v2"
	"slices"
	"testing"

	"anketa/storage"
	"anketa/survey"
)

// read returns the answers of a session as Shuffled gives them.
func read(tb testing.TB, db *storage.DB, session survey.ID, chance *rand.Rand) (all [][]survey.Answer) {
	tb.Helper()
	err := db.Shuffled(tb.Context(), session, chance, func(answers []survey.Answer) error {
		all = append(all, slices.Clone(answers))
		return nil
	})
	if err != nil {
		tb.Fatal(err)
	}
	return all
}

// TestShuffledLeavesOutDamage holds that a row that cannot be read is left out, as it
// is out of the counts, and that the texts are not given. Negative control: wholeRows
// that takes every row.
func TestShuffledLeavesOutDamage(t *testing.T) {
	path, session, rows, _ := training(t)
	put(t, path, flipped(rows[3], 61))
	db := open(t, path, storage.Options{})
	want, _ := counts(t, db, session)
	got := read(t, db, session, rand.New(rand.NewPCG(1, 2)))
	if len(got) != want || want != 9 {
		t.Errorf("%d responses are given, %d are counted, want 9", len(got), want)
	}
	for _, answers := range got {
		for _, a := range answers {
			if a.Text != "" {
				t.Error("a text is given with its response")
			}
		}
	}
}

// BenchmarkShuffled gives a million responses of 12 questions in a drawn order.
func BenchmarkShuffled(b *testing.B) {
	path, session := filled(b, million)
	db := open(b, path, storage.Options{})
	chance := rand.New(rand.NewPCG(1, 2))
	for b.Loop() {
		n := 0
		err := db.Shuffled(context.Background(), session, chance, func([]survey.Answer) error { n++; return nil })
		if err != nil || n != million {
			b.Fatal(n, err)
		}
	}
}
