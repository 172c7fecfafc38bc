package storage_test

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"anketa/storage"
	"anketa/storage/storagetest"
	"anketa/survey"
)

// enter stores a response that came from paper.
func enter(tb testing.TB, db *storage.DB, session survey.ID, r survey.Response) {
	tb.Helper()
	if err := db.AddPaper(tb.Context(), session, r); err != nil {
		tb.Fatal(err)
	}
}

// marksOf names the bucket of a session's marks.
func marksOf(session survey.ID) string { return "paper/" + session.String() }

// wantPaper fails unless a session has so many responses, and so many of them from paper.
func wantPaper(tb testing.TB, db *storage.DB, session survey.ID, responses, paper int) {
	tb.Helper()
	if part := partOf(tb, db, session); part.Batches.N() != responses || part.Paper != paper {
		tb.Errorf("%d of %d responses came from paper, want %d of %d", part.Paper, part.Batches.N(), paper, responses)
	}
	if err := db.Check(tb.Context()); err != nil {
		tb.Error(err)
	}
}

// A response from paper is one like any other: its record says nothing of paper, and
// its mark nothing of it. Whoever does not know whether it was stored tries again, and
// it is stored and counted once. Negative control: a mark outside of the condition that
// the response is new.
func TestPaperOnce(t *testing.T) {
	s := evaluation()
	s.Questions[informed].Required = true
	var session survey.Session
	r := unfinished()
	path := stored(t, func(db *storage.DB) {
		session = storagetest.Session(t, db, s)
		enter(t, db, session.ID, r)
		enter(t, db, session.ID, r)
		add(t, db, session.ID, r)
		add(t, db, session.ID, respond([3]survey.Code{1, 2, 1}))
		wantPaper(t, db, session.ID, 2, 1)
		other := unfinished()
		other.ID, other.Answers[sector].Code = r.ID, 3
		wantError(t, db.AddPaper(t.Context(), session.ID, other), storage.ErrConflict)
		wantError(t, db.AddPaper(t.Context(), survey.NewID(), unfinished()), storage.ErrNotFound)
		wrong := unfinished()
		if wrong.Answers[sector].Code = 9; db.AddPaper(t.Context(), session.ID, wrong) == nil {
			t.Error("a response that does not fit its survey was stored")
		}
		if err := db.CloseSession(t.Context(), session.ID); err != nil {
			t.Fatal(err)
		}
		wantError(t, db.AddPaper(t.Context(), session.ID, unfinished()), storage.ErrClosed)
		wantPaper(t, db, session.ID, 2, 1)
	})
	records := dump(t, path)
	rows, marks := in(records, rowsOf(session.ID)), in(records, marksOf(session.ID))
	at := slices.IndexFunc(rows, func(row record) bool { return row.key == string(r.ID[:]) })
	if len(rows) != 2 || len(marks) != 1 || at < 0 {
		t.Fatalf("got rows %q and marks %q", rows, marks)
	}
	if rows[at].value != string(storage.NewRows(s).Encode(&r)) {
		t.Errorf("the row is %q", rows[at].value)
	}
	for _, row := range rows {
		wantNothingShared(t, row, marks[0])
	}
}

// Of responses that share a transaction those from paper are counted, each once.
// Negative controls: a mark for each of the transaction; a mark for a repeated one.
func TestPaperTogether(t *testing.T) {
	db, session := collecting(t)
	c := gathering(db)
	r := unfinished()
	for _, store := range []func() error{
		func() error { return db.AddPaper(t.Context(), session, r) },
		func() error { return db.AddResponse(t.Context(), session, unfinished()) },
		func() error { return db.AddPaper(t.Context(), session, unfinished()) },
		func() error { return db.AddPaper(t.Context(), session, r) },
		func() error { return db.AddResponse(t.Context(), session, r) },
	} {
		defer func(err *error) {
			if *err != nil {
				t.Error(*err)
			}
		}(c.comeBy(store))
	}
	if n := c.end(); n != 1 {
		t.Errorf("%d transactions", n)
	}
	wantPaper(t, db, session, 3, 2)
}

// The number of responses from paper is that of the people: copies of one session that
// are merged do not double it, several kiosks add up, in whatever order and however
// often. It survives closing, opening again, and backups; a purge takes it away.
func TestPaperMerges(t *testing.T) {
	s := evaluation()
	var session survey.Session
	first := stored(t, func(db *storage.DB) {
		session = storagetest.Session(t, db, s)
		for range 3 {
			enter(t, db, session.ID, unfinished())
		}
		for range 4 {
			add(t, db, session.ID, unfinished())
		}
		if err := db.CloseSession(t.Context(), session.ID); err != nil {
			t.Fatal(err)
		}
	})
	second := stored(t, func(db *storage.DB) {
		again := session
		again.Open = true
		if _, err := db.CreateSession(t.Context(), again, s); err != nil {
			t.Fatal(err)
		}
		for range 2 {
			enter(t, db, session.ID, unfinished())
		}
		if err := db.CloseSession(t.Context(), session.ID); err != nil {
			t.Fatal(err)
		}
	})
	copied := filepath.Join(t.TempDir(), "copy.db")
	if err := open(t, first, storage.Options{ReadOnly: true}).Backup(t.Context(), copied); err != nil {
		t.Fatal(err)
	}
	var files [][]byte
	for _, order := range [][]string{{first, second, copied}, {copied, first, second, second}, {second, copied}} {
		dest := filepath.Join(t.TempDir(), "dest.db")
		db := open(t, dest, storage.Options{Create: true})
		var sources []*storage.DB
		for _, name := range order {
			sources = append(sources, open(t, name, storage.Options{ReadOnly: true}))
		}
		if _, err := db.Merge(t.Context(), sources, nil); err != nil {
			t.Fatal(err)
		}
		wantPaper(t, db, session.ID, 9, 5)
		if err := db.Compact(t.Context()); err != nil {
			t.Fatal(err)
		}
		wantPaper(t, db, session.ID, 9, 5)
		data, err := os.ReadFile(dest)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, data)
		if len(files) < 3 {
			continue
		}
		if _, err := db.Purge(t.Context(), []survey.ID{session.ID}, time.Now()); err != nil {
			t.Fatal(err)
		}
		if err := errors.Join(db.Check(t.Context()), db.Close()); err != nil {
			t.Fatal(err)
		}
		if left := in(dump(t, dest), marksOf(session.ID)); len(left) != 0 {
			t.Errorf("marks are left of a purged session: %q", left)
		}
	}
	if !bytes.Equal(files[0], files[1]) || !bytes.Equal(files[0], files[2]) {
		t.Error("the same records are different files")
	}
}

// The order in which kiosk and paper were stored is in no file that was written anew.
func TestPaperHasNoOrder(t *testing.T) {
	sheets := []survey.Response{unfinished(), unfinished(), unfinished(), unfinished(), unfinished(), unfinished()}
	keys := []survey.ID{survey.NewID(), survey.NewID(), survey.NewID(), survey.NewID(), survey.NewID(), survey.NewID(), survey.NewID(), survey.NewID(), survey.NewID()}
	session := survey.Session{ID: survey.NewID(), Title: "T", Open: true}
	write := func(order []int) []byte {
		drawn := slices.Clone(keys)
		path := filepath.Join(t.TempDir(), "anketa.db")
		db := open(t, path, storage.Options{Create: true, NewID: func() survey.ID {
			id := drawn[0]
			drawn = drawn[1:]
			return id
		}})
		s := linkedEvaluation()
		if _, err := db.CreateSession(t.Context(), session, s); err != nil {
			t.Fatal(err)
		}
		for _, i := range order {
			if i < 3 {
				enter(t, db, session.ID, sheets[i])
			} else {
				add(t, db, session.ID, sheets[i])
			}
		}
		if err := errors.Join(db.CloseSession(t.Context(), session.ID), db.Compact(t.Context()), db.Close()); err != nil {
			t.Fatal(err)
		}
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		return data
	}
	want := write([]int{0, 1, 2, 3, 4, 5})
	for _, order := range [][]int{{5, 4, 3, 2, 1, 0}, {3, 0, 4, 1, 5, 2}} {
		if !bytes.Equal(write(order), want) {
			t.Errorf("the order %v is in the file", order)
		}
	}
}

// Databases of the time before paper are read as ever, and take some.
func TestPaperInAnOldDatabase(t *testing.T) {
	path := version1(t)
	db := open(t, path, storage.Options{})
	sessions, err := db.Sessions(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	part := partOf(t, db, sessions[0].ID)
	before := part.Batches.N()
	wantPaper(t, db, sessions[0].ID, before, 0)
	enter(t, db, sessions[0].ID, unfinished())
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	wantPaper(t, open(t, path, storage.Options{ReadOnly: true}), sessions[0].ID, before+1, 1)
}

// Check reads the marks. What cannot be read is named by a rescue and left out of its
// copy, and a merge takes it from a file that has it whole. Negative control: a check
// without checkPaper.
func TestCheckReadsPaper(t *testing.T) {
	var session survey.Session
	path := stored(t, func(db *storage.DB) {
		session = storagetest.Session(t, db, evaluation())
		for range 2 {
			enter(t, db, session.ID, unfinished())
		}
		if err := db.CloseSession(t.Context(), session.ID); err != nil {
			t.Fatal(err)
		}
	})
	mark := in(dump(t, path), marksOf(session.ID))[0]
	more := func(path string) {
		for i := range 3 {
			extra := record{mark.bucket, string(bytes.Repeat([]byte{byte(i)}, 16)), ""}
			extra.value = string(storage.Seal([]byte(extra.key), nil))
			put(t, path, extra)
		}
	}
	full := mark
	full.value = string(storage.Seal([]byte(full.key), []byte("a")))
	for name, change := range map[string]func(path string){
		"bit":              func(path string) { put(t, path, flipped(mark, 3)) },
		"content":          func(path string) { put(t, path, full) },
		"more marks":       more,
		"of no session":    func(path string) { remove(t, path, in(dump(t, path), "sessions")[0]) },
		"record, no place": func(path string) { put(t, path, record{"paper", "a", "b"}) },
	} {
		t.Run(name, func(t *testing.T) {
			spoilt := filepath.Join(t.TempDir(), "spoilt.db")
			whole, err := os.ReadFile(path)
			if err := errors.Join(err, os.WriteFile(spoilt, whole, 0o600)); err != nil {
				t.Fatal(err)
			}
			change(spoilt)
			wantError(t, open(t, spoilt, storage.Options{ReadOnly: true}).Check(t.Context()), storage.ErrDamaged)
			if name != "bit" {
				return
			}
			rescued, err := storage.Rescue(t.Context(), spoilt, spoilt+".new")
			if err != nil || len(rescued.Damages) != 1 || rescued.Damages[0].What != "paper" {
				t.Errorf("rescued %+v, %v", rescued, err)
			}
			db := open(t, spoilt+".new", storage.Options{})
			wantPaper(t, db, session.ID, 2, 1)
			if _, err := db.Merge(t.Context(), []*storage.DB{open(t, spoilt, storage.Options{ReadOnly: true}), open(t, path, storage.Options{ReadOnly: true})}, nil); err != nil {
				t.Fatal(err)
			}
			wantPaper(t, db, session.ID, 2, 2)
		})
	}
}
