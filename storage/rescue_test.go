package storage_test

import (
	"encoding/hex"
	"errors"
	"io/fs"
	"math/rand/v2"
	"path/filepath"
	"testing"

	"go.etcd.io/bbolt"

	"anketa/storage"
	"anketa/survey"
)

// A rescue of a whole file finds nothing and copies everything; of a damaged one it
// names each record that cannot be read and copies all others.
func TestRescue(t *testing.T) {
	rnd := rand.New(rand.NewPCG(11, 12))
	all := entries(rnd, 10)
	session := survey.Session{ID: randomID(rnd), Title: "Niš", Place: "Niš"}
	spoil := func(bucket, key string) func(tx *bbolt.Tx) error {
		return func(tx *bbolt.Tx) error {
			b := bucketOf(tx, bucket)
			record := append([]byte(nil), b.Get([]byte(key))...)
			record[len(record)/2] ^= 4
			return b.Put([]byte(key), record)
		}
	}
	id, text := session.ID, all[3].text
	key := id[:]
	row := all[4].response.ID
	for name, c := range map[string]struct {
		spoil     func(tx *bbolt.Tx) error
		damages   []storage.Damage
		responses int
	}{
		"nothing":                      {func(*bbolt.Tx) error { return nil }, nil, 10},
		"a response":                   {spoil(rowsOf(id), string(row[:])), []storage.Damage{{What: "response", Session: "Niš", ID: row.String()}, {What: "tally", Session: "Niš", ID: id.String()}}, 9},
		"a text":                       {spoil(textsOf(id)+"/"+hex.EncodeToString([]byte("improve")), string(text[:])), []storage.Damage{{What: "text", Session: "Niš", ID: text.String()}, {What: "tally", Session: "Niš", ID: id.String()}}, 10},
		"the tally":                    {spoil("tallies", string(id[:])), []storage.Damage{{What: "tally", Session: "Niš", ID: id.String()}}, 10},
		"a session without its record": {func(tx *bbolt.Tx) error { return tx.Bucket([]byte("sessions")).Delete(key) }, []storage.Damage{{What: "session", ID: id.String()}}, 10},
		"no tally":                     {func(tx *bbolt.Tx) error { return tx.Bucket([]byte("tallies")).Delete(key) }, []storage.Damage{{What: "tally", Session: "Niš", ID: id.String()}}, 10},
		"the place of its texts":       {func(tx *bbolt.Tx) error { return tx.Bucket([]byte("texts")).DeleteBucket(key) }, []storage.Damage{{What: "text", Session: "Niš", ID: id.String()}, {What: "tally", Session: "Niš", ID: id.String()}}, 10},
		"the place of its responses":   {func(tx *bbolt.Tx) error { return tx.Bucket([]byte("responses")).DeleteBucket(key) }, []storage.Damage{{What: "response", Session: "Niš", ID: id.String()}, {What: "tally", Session: "Niš", ID: id.String()}}, 0},
		"a session":                    {spoil("sessions", string(id[:])), []storage.Damage{{What: "session", ID: id.String()}}, 10},
	} {
		t.Run(name, func(t *testing.T) {
			path := collect(t, session, all)
			edit(t, path, c.spoil)
			to := filepath.Join(t.TempDir(), "new.db")
			r, err := storage.Rescue(t.Context(), path, to)
			must(t, err)
			for i := range r.Damages {
				r.Damages[i].Err = ""
			}
			same(t, r.Damages, c.damages)
			db := open(t, to, storage.Options{})
			must(t, db.Check(t.Context()))
			part, err := db.Part(t.Context(), id)
			must(t, err)
			if r.Responses+r.Lost != 10 {
				t.Errorf("%d responses were rescued and %d lost, of 10", r.Responses, r.Lost)
			}
			// What is nothing but counted anew is whole.
			if whole := name == "nothing" || name == "the tally" || name == "no tally"; r.Whole() != whole {
				t.Errorf("the copy is whole: %t", r.Whole())
			}
			if n := part.Batches.N(); n != c.responses || r.Responses != c.responses {
				t.Errorf("%d responses were rescued and %d are counted, want %d", r.Responses, n, c.responses)
			}
			must(t, db.Close())
			_, err = storage.Rescue(t.Context(), path, to)
			wantError(t, err, fs.ErrExist)
		})
	}
}

// A survey that cannot be read, or is gone, is taken from the one whose revision the
// sessions name, and from no other; without it they are left out and counted.
func TestRescueSurvey(t *testing.T) {
	rnd := rand.New(rand.NewPCG(13, 14))
	session := survey.Session{ID: randomID(rnd), Title: "Niš", Place: "Niš"}
	other := evaluation()
	other.MinGroup++
	for name, spoil := range map[string]func(tx *bbolt.Tx) error{
		"damaged": func(tx *bbolt.Tx) error {
			b := bucketOf(tx, "surveys")
			revision, record := b.Cursor().First()
			record = append([]byte(nil), record...)
			record[len(record)/2] ^= 4
			return b.Put(revision, record)
		},
		"gone": func(tx *bbolt.Tx) error {
			b := bucketOf(tx, "surveys")
			revision, _ := b.Cursor().First()
			return b.Delete(revision)
		},
		"gone with the session": func(tx *bbolt.Tx) error {
			b := bucketOf(tx, "surveys")
			revision, _ := b.Cursor().First()
			return errors.Join(b.Delete(revision), bucketOf(tx, "sessions").Delete(session.ID[:]))
		},
	} {
		t.Run(name, func(t *testing.T) {
			path := collect(t, session, entries(rnd, 10))
			edit(t, path, spoil)
			for _, surveys := range [][]*survey.Survey{nil, {other}} {
				r, err := storage.Rescue(t.Context(), path, filepath.Join(t.TempDir(), "new.db"), surveys...)
				must(t, err)
				if r.Responses != 0 || r.Lost != 10 || r.Unasked != 1 || r.Whole() {
					t.Errorf("without its survey: %+v", r)
				}
			}
			to := filepath.Join(t.TempDir(), "new.db")
			r, err := storage.Rescue(t.Context(), path, to, other, evaluation())
			must(t, err)
			if r.Responses != 10 || r.Lost != 0 || r.Unasked != 0 || r.Whole() != (name != "gone with the session") {
				t.Errorf("with its survey: %+v", r)
			}
			must(t, open(t, to, storage.Options{}).Check(t.Context()))
		})
	}
}

// Where nothing can be read there is no new file.
func TestRescueNothing(t *testing.T) {
	to := filepath.Join(t.TempDir(), "new.db")
	_, err := storage.Rescue(t.Context(), "rescue_test.go", to)
	wantError(t, err, storage.ErrForeign)
	db, err := storage.Open(to, storage.Options{})
	if !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a file was made: %v %v", db, err)
	}
}
