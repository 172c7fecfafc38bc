package storage_test

import (
	"bytes"
	"encoding/binary"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"testing/synctest"
	"time"

	"anketa/storage"
	"anketa/survey"
)

// Two clocks, a quarter of a century apart, give the same file: nothing that is
// kept of a session or a response depends on when it happened. The fake clock of
// the bubble is that of the whole program, so none can be forgotten.
func TestTwoClocks(t *testing.T) {
	rnd := rand.New(rand.NewPCG(20, 26))
	all, session := entries(rnd, 40), survey.Session{ID: randomID(rnd), Title: "Niš", Date: "2022-05-17", Attended: 41}
	now := collect(t, session, all)
	then := ""
	synctest.Test(t, func(tb *testing.T) {
		if time.Now().Year() == time.Unix(0, mtime(t, now)).Year() {
			t.Fatal("the clocks agree")
		}
		// Not a folder of the bubble's test: that is gone when the bubble ends.
		path := filepath.Join(t.TempDir(), "anketa.db")
		copyFile(t, collect(tb, session, all), path)
		then = path
	})
	if hash(t, now) != hash(t, then) {
		t.Error("two clocks gave two files")
	}
	// Control: with a clock's reading in it, the comparison sees the difference.
	session.Title = time.Now().Format(time.RFC3339Nano)
	if hash(t, collect(t, session, all)) == hash(t, now) {
		t.Error("a file with a time in it is the same: the comparison sees nothing")
	}
}

// mtime returns when a file was written.
func mtime(tb testing.TB, path string) int64 {
	tb.Helper()
	info, err := os.Stat(path)
	must(tb, err)
	return info.ModTime().UnixNano()
}

// copyFile copies a file.
func copyFile(tb testing.TB, from, to string) {
	tb.Helper()
	must(tb, os.WriteFile(to, []byte(content(tb, from)), 0o600))
}

// Whoever takes a file away can go back to the state before its last transaction:
// bbolt keeps two heads. In the file of the kiosk that tells the last response; in
// a compacted file, a backup and the result of a merge it tells none.
func TestLastPerson(t *testing.T) {
	rnd := rand.New(rand.NewPCG(10, 10))
	all, session := entries(rnd, 23), survey.Session{ID: randomID(rnd), Title: "Niš", Open: true}
	dir := t.TempDir()
	name := func(name string) string { return filepath.Join(dir, name) }
	live := stored(t, func(db *storage.DB) {
		if _, err := db.CreateSession(t.Context(), session, evaluation()); err != nil {
			t.Fatal(err)
		}
		for _, s := range all {
			add(t, db, session.ID, s.response)
		}
		must(t, db.Backup(t.Context(), name("hot backup.db")))
	})
	last := all[len(all)-1].response.ID
	if lost := lostByGoingBack(t, live, name("control.db")); !slices.Contains(lost, string(last[:])) {
		t.Error("going back in the live file does not tell the last response: the test sees nothing")
	}
	session.Open = false
	copyFile(t, collect(t, session, all), name("compacted.db"))
	copyFile(t, mergeInto(t, name("compacted.db")), name("merged.db"))
	db := open(t, name("compacted.db"), storage.Options{})
	must(t, db.Backup(t.Context(), name("backup.db")))
	must(t, db.Close())
	_, err := storage.Rescue(t.Context(), name("compacted.db"), name("rescued.db"))
	must(t, err)
	for _, file := range []string{"hot backup.db", "compacted.db", "merged.db", "backup.db", "rescued.db"} {
		if lost := lostByGoingBack(t, name(file), name("back.db")); len(lost) != 0 {
			t.Errorf("%s: going back one transaction tells %d records", file, len(lost))
		}
	}
}

// lostByGoingBack copies a file, makes the newer of its two heads invalid, and
// returns the keys of the records of people that are not in it then.
func lostByGoingBack(tb testing.TB, path, to string) []string {
	tb.Helper()
	copyFile(tb, path, to)
	data := []byte(content(tb, path))
	transaction := func(page int) uint64 { return binary.NativeEndian.Uint64(data[page*pageSize+16+48:]) }
	newer := 0
	if transaction(1) > transaction(0) {
		newer = 1
	}
	scribble(tb, to, int64(newer*pageSize), make([]byte, pageSize))
	left := map[string]bool{}
	for _, r := range ofPeople(dump(tb, to)) {
		left[r.bucket+r.key+r.value] = true
	}
	var lost []string
	for _, r := range ofPeople(dump(tb, path)) {
		if !left[r.bucket+r.key+r.value] {
			lost = append(lost, r.key)
		}
	}
	return lost
}

// ofPeople leaves out the settings, which tell of nobody.
func ofPeople(records []record) []record {
	return slices.DeleteFunc(slices.Clone(records), func(r record) bool { return r.bucket == "meta" })
}

// What was purged is in no file any more: not in the database, in nothing beside
// it, and not in what is made of it afterwards. Before, it is in all of them.
func TestPurgeLeavesNoCanary(t *testing.T) {
	const canary, other = "kanarinac 4711", "ostaje 4712"
	rnd := rand.New(rand.NewPCG(47, 11))
	dir := t.TempDir()
	name := func(name string) string { return filepath.Join(dir, name) }
	var ids []survey.ID
	var files []string
	for _, text := range []string{canary, other} {
		all := entries(rnd, 300)
		for i := range all {
			all[i].response.Answers[improve] = survey.Answer{Text: text}
		}
		ids = append(ids, randomID(rnd))
		files = append(files, collect(t, survey.Session{ID: ids[len(ids)-1], Title: text[:5], Date: "2022-05-17"}, all))
	}
	copyFile(t, mergeInto(t, files...), name("anketa.db"))
	db := open(t, name("anketa.db"), storage.Options{})
	must(t, db.Backup(t.Context(), name("backup.db")))
	wantSeen(t, dir, canary, "anketa.db", "backup.db")
	must(t, os.Remove(name("backup.db")))

	_, err := db.Purge(t.Context(), ids[:1], time.Now())
	must(t, err)
	wantSeen(t, dir, canary)
	must(t, db.Backup(t.Context(), name("backup.db")))
	must(t, db.Close())
	// The files that it came from do not bring it back, in either direction.
	into := open(t, name("anketa.db"), storage.Options{})
	source := open(t, files[0], storage.Options{ReadOnly: true})
	_, err = into.Merge(t.Context(), []*storage.DB{source}, nil)
	must(t, err)
	must(t, source.Close())
	must(t, into.Close())
	copyFile(t, mergeInto(t, files[0], name("anketa.db")), name("merged.db"))
	wantSeen(t, dir, canary)
	wantSeen(t, dir, other, "anketa.db", "backup.db", "merged.db")
}

// wantSeen fails unless a text stands in just these files of a folder.
func wantSeen(tb testing.TB, dir, text string, want ...string) {
	tb.Helper()
	var seen []string
	must(tb, filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		if bytes.Contains(data, []byte(text)) {
			seen = append(seen, filepath.Base(path))
		}
		return err
	}))
	same(tb, seen, want)
}
