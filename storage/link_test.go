package storage_test

import (
	"strings"
	"testing"

	"anketa/storage"
	"anketa/storage/storagetest"
	"anketa/survey"
)

// oneResponse stores one response and returns the records of its session.
func oneResponse(t *testing.T, s *survey.Survey, r survey.Response) (rows, texts []record) {
	t.Helper()
	var session survey.Session
	path := stored(t, func(db *storage.DB) {
		session = storagetest.Session(t, db, s)
		add(t, db, session.ID, r)
	})
	records := dump(t, path)
	return in(records, rowsOf(session.ID)), in(records, textsOf(session.ID))
}

// Without link_texts nothing in the file links a text to its row: the row is
// the same with and without texts, the text lies under a key of its own that
// shares nothing with the response id and is another one each time, and there
// is one key for each text.
func TestTextsApartFromRows(t *testing.T) {
	mute := respond([3]survey.Code{1, 3, 2})
	spoken := respond([3]survey.Code{1, 3, 2}, survey.Answer{Text: "više vežbi"}, survey.Answer{Text: "jasno", Quote: true})
	spoken.ID = mute.ID
	muteRows, none := oneResponse(t, evaluation(), mute)
	rows, texts := oneResponse(t, evaluation(), spoken)
	_, again := oneResponse(t, evaluation(), spoken)
	if rows[0].value != muteRows[0].value {
		t.Errorf("the row is %q with texts and %q without", rows[0].value, muteRows[0].value)
	}
	if len(none) != 0 || len(texts) != 2 {
		t.Fatalf("there are %d and %d text keys, want 0 and 2", len(none), len(texts))
	}
	for i, text := range texts {
		if len(text.key) != len(spoken.ID) || text.key == again[i].key {
			t.Errorf("the text lies under the key %q, the same response another time under %q", text.key, again[i].key)
		}
		wantNothingShared(t, rows[0], text)
	}
	wantNothingShared(t, texts[0], texts[1])
}

// wantNothingShared fails when four bytes in a row of one record's key stand in
// the other record.
func wantNothingShared(t *testing.T, a, b record) {
	t.Helper()
	for i := range len(a.key) - 3 {
		if part := a.key[i : i+4]; strings.Contains(b.key+b.value, part) {
			t.Errorf("the record %q holds %q of the key %q", b.key+b.value, part, a.key)
		}
	}
}

// With link_texts, which the welcome screen announces, the row holds the texts
// and no text lies apart: the control of the test above.
func TestTextsInRows(t *testing.T) {
	spoken := respond([3]survey.Code{1, 3, 2}, survey.Answer{Text: "više vežbi"}, survey.Answer{Text: "jasno", Quote: true})
	rows, texts := oneResponse(t, linkedEvaluation(), spoken)
	for _, text := range []string{"više vežbi", "jasno"} {
		if !strings.Contains(rows[0].value, text) {
			t.Errorf("the row %q does not hold %q", rows[0].value, text)
		}
	}
	if len(texts) != 0 {
		t.Errorf("there are texts apart: %q", texts)
	}
}

// A row is as short as the survey allows and as long for one participant as for
// another: version and revision, a byte for each closed question, a checksum.
func TestRowsAreAlikeInLength(t *testing.T) {
	for name, r := range sheets() {
		row := storage.NewRows(evaluation()).Encode(&r)
		if got, want := len(row), 1+4+3+4; got != want {
			t.Errorf("%s: the row has %d bytes, want %d", name, got, want)
		}
	}
}
