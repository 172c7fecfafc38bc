package storage_test

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"anketa/results"
	"anketa/storage"
	"anketa/storage/storagetest"
	"anketa/survey"
)

// keep stores a partial response.
func keep(tb testing.TB, db *storage.DB, session survey.ID, r survey.Response) {
	tb.Helper()
	if err := db.AddPartial(tb.Context(), session, r); err != nil {
		tb.Fatal(err)
	}
}

// keptRows and keptTexts name the buckets of a session's partial responses.
func keptRows(session survey.ID) string  { return "partials/" + session.String() }
func keptTexts(session survey.ID) string { return "partial_texts/" + session.String() }

// unfinished is what somebody answered before they walked away.
func unfinished() survey.Response {
	return respond([3]survey.Code{2, 0, 0}, survey.Answer{Text: "više vežbi"})
}

// Partial responses are counted and nothing else: the tally, the batches, what is
// shown and the texts are those of the responses alone, before the session is
// closed and afterwards. Negative control: partials in the bucket of responses.
func TestPartialStaysOutside(t *testing.T) {
	for name, s := range map[string]*survey.Survey{"linked": linkedEvaluation(), "apart": evaluation()} {
		t.Run(name, func(t *testing.T) {
			with, without := storagetest.Open(t), storagetest.Open(t)
			kept, plain := storagetest.Session(t, with, s), storagetest.Session(t, without, s)
			for range 12 {
				r := respond([3]survey.Code{1, 2, 1}, survey.Answer{Text: "jasno"})
				add(t, with, kept.ID, r)
				add(t, without, plain.ID, r)
				keep(t, with, kept.ID, unfinished())
			}
			alike(t, with, without, kept.ID, plain.ID, 12)
			for db, id := range map[*storage.DB]survey.ID{with: kept.ID, without: plain.ID} {
				if err := db.CloseSession(t.Context(), id); err != nil {
					t.Fatal(err)
				}
			}
			alike(t, with, without, kept.ID, plain.ID, 12)
		})
	}
}

// alike compares all that is counted and shown of two sessions.
func alike(t *testing.T, with, without *storage.DB, kept, plain survey.ID, partial int) {
	t.Helper()
	a, b := partOf(t, with, kept), partOf(t, without, plain)
	if a.Partial != partial || b.Partial != 0 {
		t.Errorf("got %d and %d partial responses, want %d and 0", a.Partial, b.Partial, partial)
	}
	if got, want := a.Batches.Total(), b.Batches.Total(); !got.Equal(want) || a.Batches.N() != 12 {
		t.Errorf("counted %v, want %v", got, want)
	}
	shown, err := results.NewRelease(a)
	if err != nil {
		t.Fatal(err)
	}
	want, err := results.NewRelease(b)
	if err != nil {
		t.Fatal(err)
	}
	if !shown.Tally.Equal(want.Tally) || shown.Responses() != want.Responses() || shown.Until() != want.Until() || shown.Partial() != partial {
		t.Errorf("shown is %v of %d, want %v of %d", shown.Tally, shown.Responses(), want.Tally, want.Responses())
	}
	texts, err := with.Texts(t.Context(), kept, "improve")
	if err != nil {
		t.Fatal(err)
	}
	if slices.ContainsFunc(texts, func(a survey.Answer) bool { return a.Text != "jasno" }) || len(texts) != 12 {
		t.Errorf("the texts %v are those of partial responses too", texts)
	}
}

// partOf reads a session.
func partOf(tb testing.TB, db *storage.DB, session survey.ID) results.Part {
	tb.Helper()
	part, err := db.Part(tb.Context(), session)
	if err != nil {
		tb.Fatal(err)
	}
	return part
}

// A partial response is stored as a response is: a row with a checksum under its
// id that a required question without an answer does not keep out, and texts
// under keys of their own unless they are linked.
func TestPartialRecords(t *testing.T) {
	required := evaluation()
	required.Questions[informed].Required = true
	linked := linkedEvaluation()
	for name, s := range map[string]*survey.Survey{"apart": required, "linked": linked} {
		t.Run(name, func(t *testing.T) {
			var session survey.Session
			r := unfinished()
			path := stored(t, func(db *storage.DB) {
				session = storagetest.Session(t, db, s)
				keep(t, db, session.ID, r)
			})
			records := dump(t, path)
			rows, texts := in(records, keptRows(session.ID)), in(records, keptTexts(session.ID))
			if len(rows) != 1 || rows[0].key != string(r.ID[:]) {
				t.Fatalf("got rows %q", rows)
			}
			if rows[0].value != string(storage.NewRows(s).Encode(&r)) {
				t.Errorf("the row is %q", rows[0].value)
			}
			if want := map[string]int{"apart": 1, "linked": 0}[name]; len(texts) != want {
				t.Fatalf("%d texts lie apart, want %d", len(texts), want)
			}
			for _, text := range texts {
				wantNothingShared(t, rows[0], text)
			}
			for _, bucket := range []string{rowsOf(session.ID), textsOf(session.ID)} {
				if got := in(records, bucket); len(got) != 0 {
					t.Errorf("%s holds %q", bucket, got)
				}
			}
		})
	}
}

// Whoever does not know whether a partial response was stored may try again: it
// is stored once. Another one under its id, one that does not fit, and one of a
// closed or unknown session are refused.
func TestPartialOnce(t *testing.T) {
	db := storagetest.Open(t)
	session := storagetest.Session(t, db, evaluation())
	r := unfinished()
	keep(t, db, session.ID, r)
	keep(t, db, session.ID, r)
	if n := partOf(t, db, session.ID).Partial; n != 1 {
		t.Errorf("stored %d times", n)
	}
	other := unfinished()
	other.ID, other.Answers[sector].Code = r.ID, 3
	wantError(t, db.AddPartial(t.Context(), session.ID, other), storage.ErrConflict)
	wrong := unfinished()
	if wrong.Answers[sector].Code = 9; db.AddPartial(t.Context(), session.ID, wrong) == nil {
		t.Error("a partial response that does not fit its survey was stored")
	}
	wantError(t, db.AddPartial(t.Context(), survey.NewID(), unfinished()), storage.ErrNotFound)
	if err := db.CloseSession(t.Context(), session.ID); err != nil {
		t.Fatal(err)
	}
	wantError(t, db.AddPartial(t.Context(), session.ID, unfinished()), storage.ErrClosed)
	if n := partOf(t, db, session.ID).Partial; n != 1 {
		t.Errorf("%d are stored", n)
	}
}

// Databases of the time before partial responses are read as ever, and take some.
func TestPartialInAnOldDatabase(t *testing.T) {
	path := version1(t)
	db := open(t, path, storage.Options{})
	if err := db.Check(t.Context()); err != nil {
		t.Fatal(err)
	}
	sessions, err := db.Sessions(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	session := sessions[0]
	if n := partOf(t, db, session.ID).Partial; n != 0 {
		t.Errorf("an old database has %d partial responses", n)
	}
	keep(t, db, session.ID, unfinished())
	if err := db.Check(t.Context()); err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	if n := partOf(t, open(t, path, storage.Options{ReadOnly: true}), session.ID).Partial; n != 1 {
		t.Errorf("%d are stored after opening again", n)
	}
}

// The watch tells of a partial response: the number on the screen is live.
func TestPartialWakes(t *testing.T) {
	db := storagetest.Open(t)
	session := storagetest.Session(t, db, evaluation())
	watch := db.Watch(t.Context())
	keep(t, db, session.ID, unfinished())
	select {
	case <-watch:
	default:
		t.Error("nobody was told")
	}
}

// Check reads partial responses too: flipped bits, rows that do not fit, and
// texts or sessions that cannot be are found. Negative control: a check without
// checkPartials.
func TestCheckReadsPartials(t *testing.T) {
	var session survey.Session
	path := stored(t, func(db *storage.DB) {
		session = storagetest.Session(t, db, evaluation())
		keep(t, db, session.ID, unfinished())
	})
	records := dump(t, path)
	row, text := in(records, keptRows(session.ID))[0], in(records, keptTexts(session.ID))[0]
	head := storage.NewRows(evaluation()).Head()
	misfit := row
	misfit.value = string(storage.Seal([]byte(row.key), append(head[:5:5], 9, 1, 1, 0, 0)))
	second := text
	second.key = string(make([]byte, 16))
	second.value = string(storage.Seal([]byte(second.key), []byte{1, 0, 'a'}))
	for name, change := range map[string]func(path string){
		"bit of a row":       func(path string) { put(t, path, flipped(row, 4*len(row.value))) },
		"bit of a text":      func(path string) { put(t, path, flipped(text, 4*len(text.value))) },
		"row does not fit":   func(path string) { put(t, path, misfit) },
		"a text too many":    func(path string) { put(t, path, second) },
		"text of no row":     func(path string) { remove(t, path, row) },
		"no such session":    func(path string) { remove(t, path, in(records, "sessions")[0]) },
		"record of no place": func(path string) { put(t, path, record{"partials", "a", "b"}) },
	} {
		t.Run(name, func(t *testing.T) {
			spoilt := filepath.Join(t.TempDir(), "spoilt.db")
			whole, err := os.ReadFile(path)
			if err := errors.Join(err, os.WriteFile(spoilt, whole, 0o600)); err != nil {
				t.Fatal(err)
			}
			change(spoilt)
			wantError(t, open(t, spoilt, storage.Options{ReadOnly: true}).Check(t.Context()), storage.ErrDamaged)
		})
	}
	if err := open(t, path, storage.Options{ReadOnly: true}).Check(t.Context()); err != nil {
		t.Errorf("untouched: %v", err)
	}
}
