package storage_test

import (
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"testing"

	"anketa/storage"
	"anketa/survey"
)

// mergeInto makes a new database out of files, in their order and grouping, and
// returns its path.
func mergeInto(tb testing.TB, files ...string) string {
	tb.Helper()
	path := filepath.Join(tb.TempDir(), "all.db")
	db := open(tb, path, storage.Options{Create: true})
	sources := make([]*storage.DB, len(files))
	for i, file := range files {
		sources[i] = open(tb, file, storage.Options{ReadOnly: true})
	}
	if _, err := db.Merge(tb.Context(), sources, nil); err != nil {
		tb.Fatal(err)
	}
	for _, source := range sources {
		must(tb, source.Close())
	}
	must(tb, db.Close())
	return path
}

// Merging is commutative, associative and idempotent: however records are spread
// over files and however these are merged, the result is the same file, as long as
// nobody is held back: that depends on what was shown on the way.
func TestMergeLaw(t *testing.T) {
	rnd := rand.New(rand.NewPCG(9, 9))
	all := entries(rnd, 60)
	sessions := []survey.Session{{ID: randomID(rnd), Title: "Niš"}, {ID: randomID(rnd), Title: "Novi Sad"}}
	results := map[[32]byte]int{}
	for range 8 {
		var files []string
		for _, session := range sessions {
			parts := make([][]entry, 1+rnd.IntN(3))
			for _, s := range all {
				at := rnd.IntN(len(parts))
				parts[at] = append(parts[at], s)
				if other := rnd.IntN(len(parts)); other != at && rnd.IntN(4) == 0 {
					parts[other] = append(parts[other], s)
				}
			}
			for _, part := range parts {
				files = append(files, collect(t, session, part))
			}
		}
		rnd.Shuffle(len(files), func(i, j int) { files[i], files[j] = files[j], files[i] })
		cut := rnd.IntN(len(files) + 1)
		left, right := mergeInto(t, files[:cut]...), mergeInto(t, files[cut:]...)
		whole := mergeInto(t, right, left, files[0], right)
		results[hash(t, whole)]++
		db := open(t, whole, storage.Options{ReadOnly: true})
		must(t, db.Check(t.Context()))
		must(t, db.Close())
	}
	if len(results) != 1 {
		t.Errorf("one set of records gave %d files", len(results))
	}
}

// Two different responses under one id are both quarantined, whichever comes
// first, and stay so when one of them comes again.
func TestMergeConflict(t *testing.T) {
	rnd := rand.New(rand.NewPCG(7, 7))
	all := entries(rnd, 8)
	session := survey.Session{ID: randomID(rnd), Title: "Niš"}
	one := collect(t, session, all)
	all[3].response.Answers[sector].Code = all[3].response.Answers[sector].Code%3 + 1
	two := collect(t, session, all)
	path := filepath.Join(t.TempDir(), "all.db")
	db := open(t, path, storage.Options{Create: true})
	for i, file := range []string{one, two, one} {
		source := open(t, file, storage.Options{ReadOnly: true})
		merged, err := db.Merge(t.Context(), []*storage.DB{source}, nil)
		must(t, err)
		must(t, source.Close())
		want := fmt.Sprint([]string{all[3].response.ID.String()})
		if i > 0 && fmt.Sprint(merged.Quarantined) != want || i == 0 && len(merged.Quarantined) != 0 {
			t.Errorf("after file %d %v is quarantined, want %v", i+1, merged.Quarantined, want)
		}
	}
	part, err := db.Part(t.Context(), session.ID)
	must(t, err)
	if n := part.Batches.N(); n != 7 {
		t.Errorf("%d responses are counted, want the 7 that nobody doubts", n)
	}
	must(t, db.Check(t.Context()))
	must(t, db.Close())
	if hash(t, path) != hash(t, mergeInto(t, two, one)) {
		t.Error("the order of the files makes a difference")
	}
}

// What cannot be merged is refused and leaves the file as it was.
func TestMergeRefuses(t *testing.T) {
	rnd := rand.New(rand.NewPCG(8, 8))
	all := entries(rnd, 9)
	session := survey.Session{ID: randomID(rnd), Title: "Niš", Open: true}
	fill := func(s *survey.Survey, all []entry) string {
		return stored(t, func(db *storage.DB) {
			if _, err := db.CreateSession(t.Context(), session, s); err != nil {
				t.Fatal(err)
			}
			for _, s := range all {
				add(t, db, session.ID, s.response)
			}
		})
	}
	other := evaluation()
	other.Questions[0].Text = english("Where?")
	for name, c := range map[string]struct {
		source string
		want   error
	}{
		"further responses to an open session": {fill(evaluation(), all[6:]), storage.ErrStillOpen},
		"another survey":                       {fill(other, nil), storage.ErrConflict},
	} {
		t.Run(name, func(t *testing.T) {
			path := fill(evaluation(), all[:6])
			before := hash(t, path)
			db, source := open(t, path, storage.Options{}), open(t, c.source, storage.Options{ReadOnly: true})
			_, err := db.Merge(t.Context(), []*storage.DB{source}, nil)
			wantError(t, err, c.want)
			must(t, db.Close())
			if hash(t, path) != before {
				t.Error("the file was changed")
			}
			if found, _ := filepath.Glob(path + "*"); len(found) != 1 {
				t.Errorf("something is left behind: %v", found)
			}
		})
	}
}
