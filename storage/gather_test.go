package storage_test

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"
	"time"

	"anketa/storage"
	"anketa/survey"
)

// entry is a response with the key that its texts are stored under.
type entry struct {
	response survey.Response
	text     survey.ID
}

// entries draws responses, every third one with a text.
func entries(rnd *rand.Rand, n int) []entry {
	all := make([]entry, n)
	for i := range all {
		all[i] = entry{response: randomResponse(rnd), text: randomID(rnd)}
		if i%3 == 0 {
			all[i].response.Answers[improve] = survey.Answer{Text: fmt.Sprintf("više vežbi %d", i)}
		}
	}
	return all
}

// collect makes a database with one closed session that got the sheets in their order.
func collect(tb testing.TB, session survey.Session, all []entry) string {
	tb.Helper()
	path := filepath.Join(tb.TempDir(), "anketa.db")
	var text survey.ID
	db := open(tb, path, storage.Options{Create: true, NewID: func() survey.ID { return text }})
	session.Open = true
	if _, err := db.CreateSession(tb.Context(), session, evaluation()); err != nil {
		tb.Fatal(err)
	}
	for _, s := range all {
		text = s.text
		add(tb, db, session.ID, s.response)
	}
	must(tb, db.CloseSession(tb.Context(), session.ID))
	must(tb, db.Compact(tb.Context()))
	must(tb, db.Check(tb.Context()))
	must(tb, db.Close())
	return path
}

// must ends the test at an error.
func must(tb testing.TB, err error) {
	tb.Helper()
	if err != nil {
		tb.Fatal(err)
	}
}

// hash returns the SHA-256 of a file.
func hash(tb testing.TB, path string) [32]byte {
	tb.Helper()
	data, err := os.ReadFile(path)
	must(tb, err)
	return sha256.Sum256(data)
}

// A closed session's file is the same, byte for byte, in whatever order the same
// responses were submitted: eight orders of them, with ANKETA_WHOLE thirty. As a control,
// without compaction it is not.
func TestCanonicalFile(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 2))
	all := entries(rnd, 40)
	session := survey.Session{ID: randomID(rnd), Title: "Niš", Date: "2022-05-17", Attended: 41}
	closed, open := map[[32]byte]bool{}, map[[32]byte]bool{}
	orders := 8
	if os.Getenv("ANKETA_WHOLE") != "" {
		orders = 30
	}
	for range orders {
		rnd.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
		closed[hash(t, collect(t, session, all))] = true
		open[hash(t, stored(t, func(db *storage.DB) {
			if _, err := db.CreateSession(t.Context(), survey.Session{ID: session.ID, Title: "Niš", Open: true}, evaluation()); err != nil {
				t.Fatal(err)
			}
			for _, s := range all {
				add(t, db, session.ID, s.response)
			}
		}))] = true
	}
	if len(closed) != 1 {
		t.Errorf("%d orders gave %d files, want 1", orders, len(closed))
	}
	if len(open) < orders {
		t.Errorf("without compaction %d orders gave %d files: the comparison sees nothing", orders, len(open))
	}
}

// The kiosk goes on with the new file: it takes another session, and a backup of
// it holds the same.
func TestGoesOnAfterCompaction(t *testing.T) {
	path := filepath.Join(t.TempDir(), "anketa.db")
	db := open(t, path, storage.Options{Create: true})
	must(t, db.SetPIN(t.Context(), "1234"))
	woken := db.Watch(t.Context())
	for range 3 {
		session, err := db.CreateSession(t.Context(), survey.Session{ID: survey.NewID(), Title: survey.NewID().String(), Open: true}, evaluation())
		must(t, err)
		for range 7 {
			add(t, db, session.ID, respond([3]survey.Code{1, 2, 1}, survey.Answer{Text: "a"}))
		}
		must(t, db.CloseSession(t.Context(), session.ID))
		must(t, db.Compact(t.Context()))
	}
	<-woken
	copied := filepath.Join(t.TempDir(), "copy.db")
	must(t, db.Backup(t.Context(), copied))
	wantError(t, db.Backup(t.Context(), copied), fs.ErrExist)
	must(t, db.Check(t.Context()))
	must(t, db.Close())
	if hash(t, copied) != hash(t, path) {
		t.Error("a backup of a compacted file is another one")
	}
	if found, err := filepath.Glob(filepath.Join(filepath.Dir(path), "*")); err != nil || len(found) != 1 {
		t.Errorf("there are files beside the database: %v %v", found, err)
	}
	again := open(t, path, storage.Options{})
	must(t, again.Check(t.Context()))
	if sessions, err := again.Sessions(t.Context()); err != nil || len(sessions) != 3 {
		t.Errorf("got %d sessions, %v", len(sessions), err)
	}
}

// What is purged cannot be read in the file any more, and what is left says no
// answer. Another copy does not bring it back.
func TestPurge(t *testing.T) {
	const canary = "kanarinac 4711"
	rnd := rand.New(rand.NewPCG(3, 4))
	all := entries(rnd, 12)
	for i := range all {
		all[i].response.Answers[improve] = survey.Answer{Text: canary}
	}
	session := survey.Session{ID: randomID(rnd), Title: "Niš", Date: "2022-05-17"}
	path := collect(t, session, all)
	copied := filepath.Join(t.TempDir(), "copy.db")
	db := open(t, path, storage.Options{})
	must(t, db.Backup(t.Context(), copied))
	if data, err := os.ReadFile(path); err != nil || !bytes.Contains(data, []byte(canary)) {
		t.Fatal("the test does not see the texts in the file")
	}
	_, err := db.Purge(t.Context(), []survey.ID{survey.NewID()}, time.Now())
	wantError(t, err, storage.ErrNotFound)
	left, err := db.Purge(t.Context(), []survey.ID{session.ID}, time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC))
	must(t, err)
	want := []storage.Purged{{ID: session.ID, Title: "Niš", Date: "2022-05-17", Responses: 12, On: "2026-01-02"}}
	same(t, left, want)
	source := open(t, copied, storage.Options{ReadOnly: true})
	if merged, err := db.Merge(t.Context(), []*storage.DB{source}, nil); err != nil || merged.Sessions != 0 {
		t.Errorf("a purged session came back: %+v %v", merged, err)
	}
	got, err := db.Purges(t.Context())
	must(t, err)
	same(t, got, want)
	must(t, db.Check(t.Context()))
	must(t, db.Close())
	data, err := os.ReadFile(path)
	must(t, err)
	if bytes.Contains(data, []byte(canary)) || bytes.Contains(data, all[0].response.ID[:]) {
		t.Error("what was purged stands in the file")
	}
}
