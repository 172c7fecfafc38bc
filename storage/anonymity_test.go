package storage_test

import (
	"errors"
	"fmt"
	"maps"
	"math/bits"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"go.etcd.io/bbolt"

	"anketa/storage"
	"anketa/storage/storagetest"
	"anketa/survey"
)

// The order in which people came leaves no trace in the rows, nor, once the
// session is closed, in anything else: compacted, the files are the same page
// for page. As a control, the lagged tally of the open session does know it.
func TestOrderLeavesNoTrace(t *testing.T) {
	rnd := rand.New(rand.NewPCG(5, 5))
	session := survey.Session{ID: randomID(rnd), Title: "Niš", Open: true}
	responses := trainings(rnd, 43, "Niš")[0].Responses
	rows, whileOpen, afterwards := map[string]bool{}, map[string]bool{}, map[string]bool{}
	for range 10 {
		rnd.Shuffle(len(responses), func(i, j int) { responses[i], responses[j] = responses[j], responses[i] })
		path := stored(t, func(db *storage.DB) {
			if _, err := db.CreateSession(t.Context(), session, evaluation()); err != nil {
				t.Fatal(err)
			}
			for _, r := range responses {
				add(t, db, session.ID, r)
			}
		})
		rows[joined(in(dump(t, path), rowsOf(session.ID)))] = true
		whileOpen[compacted(t, path)] = true
		db := open(t, path, storage.Options{})
		if err := errors.Join(db.CloseSession(t.Context(), session.ID), db.Close()); err != nil {
			t.Fatal(err)
		}
		afterwards[compacted(t, path)] = true
	}
	if len(rows) != 1 {
		t.Errorf("one set of responses gave %d sets of rows", len(rows))
	}
	if len(whileOpen) < 2 {
		t.Error("the comparison does not see the order that an open session keeps")
	}
	if len(afterwards) != 1 {
		t.Errorf("one set of responses gave %d closed files", len(afterwards))
	}
}

// joined puts records into one string.
func joined(records []record) string {
	var b strings.Builder
	for _, r := range records {
		b.WriteString(r.bucket + r.key + r.value)
	}
	return b.String()
}

// compacted returns the shape of a closed file's compacted form.
func compacted(tb testing.TB, path string) string {
	tb.Helper()
	src, err := bbolt.Open(path, 0o600, &bbolt.Options{ReadOnly: true})
	if err != nil {
		tb.Fatal(err)
	}
	defer src.Close()
	name := filepath.Join(tb.TempDir(), "compact.db")
	dst, err := bbolt.Open(name, 0o600, &bbolt.Options{NoSync: true})
	if err != nil {
		tb.Fatal(err)
	}
	if err := errors.Join(bbolt.Compact(dst, src, 0), dst.Close()); err != nil {
		tb.Fatal(err)
	}
	return shape(tb, name)
}

// shape returns all that a closed file tells: its records, and for each bucket
// how they are laid out on its pages. Where the pages lie is not part of it:
// bbolt places the buckets of one transaction in an order of chance.
func shape(tb testing.TB, path string) string {
	tb.Helper()
	records := dump(tb, path)
	buckets := map[string]bool{}
	for _, r := range records {
		buckets[r.bucket] = true
	}
	text := joined(records)
	edit(tb, path, func(tx *bbolt.Tx) error {
		for _, name := range slices.Sorted(maps.Keys(buckets)) {
			text += fmt.Sprintf("%s %+v\n", name, bucketOf(tx, name).Stats())
		}
		return nil
	})
	return text
}

// Ids and the keys of texts are random throughout: over many of them each bit is
// set about as often as not. A counter, a time or a version number would show
// as bits that stand still. Chance alone fails this once in 10^14 runs.
func TestIDsAreRandom(t *testing.T) {
	const n = 600
	ids := make([]string, n)
	for i := range ids {
		id := survey.NewID()
		ids[i] = string(id[:])
	}
	wantRandom(t, "ids", ids)
	var session survey.Session
	path := stored(t, func(db *storage.DB) {
		session = storagetest.Session(t, db, evaluation())
		for range n {
			add(t, db, session.ID, respond([3]survey.Code{1, 1, 1}, survey.Answer{Text: "one"}))
		}
	})
	var keys []string
	for _, r := range in(dump(t, path), textsOf(session.ID)) {
		keys = append(keys, r.key)
	}
	if len(keys) != n {
		t.Fatalf("there are %d keys, want %d", len(keys), n)
	}
	wantRandom(t, "keys of texts", keys)
}

// wantRandom fails when a bit stands still over ids of 16 bytes, or when two
// ids are near each other.
func wantRandom(t *testing.T, what string, ids []string) {
	t.Helper()
	for bit := range 128 {
		set := 0
		for _, id := range ids {
			set += int(id[bit/8] >> (bit % 8) & 1)
		}
		if set < len(ids)*3/10 || set > len(ids)*7/10 {
			t.Errorf("bit %d of the %s is set in %d of %d", bit, what, set, len(ids))
		}
	}
	for i := 1; i < len(ids); i++ {
		distance := 0
		for j := range ids[i] {
			distance += bits.OnesCount8(ids[i][j] ^ ids[i-1][j])
		}
		if distance < 16 {
			t.Errorf("two %s that follow each other differ in %d bits only", what, distance)
		}
	}
}
