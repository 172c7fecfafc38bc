package storage_test

import (
	"bytes"
	"os"
	"testing"

	"anketa/storage"
	"anketa/storage/storagetest"
	"anketa/survey"
)

// dirty is a text with characters that no text may carry: an escape sequence, a
// change of direction and a zero-width space.
const (
	dirty   = "a\x1b[31m\u202eb\u200bc"
	cleaned = "a[31mbc"
)

// Text passes the cleaner when it is stored: the file never holds what the
// cleaner removes.
func TestTextIsCleanedOnStoring(t *testing.T) {
	for name, s := range map[string]*survey.Survey{"linked": linkedEvaluation(), "apart": evaluation()} {
		t.Run(name, func(t *testing.T) {
			path := stored(t, func(db *storage.DB) {
				session := storagetest.Session(t, db, s)
				add(t, db, session.ID, respond([3]survey.Code{1, 1, 1}, survey.Answer{Text: dirty}))
			})
			content, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			if bytes.Contains(content, []byte(dirty)) {
				t.Errorf("the file holds %q", dirty)
			}
		})
	}
}

// A text of which the cleaner leaves nothing was not given: storing it must not
// make a database whose tally disagrees with its responses.
func TestTextThatCleansToNothing(t *testing.T) {
	for name, s := range map[string]*survey.Survey{"linked": linkedEvaluation(), "apart": evaluation()} {
		t.Run(name, func(t *testing.T) {
			db := storagetest.Open(t)
			session := storagetest.Session(t, db, s)
			add(t, db, session.ID, respond([3]survey.Code{1, 1, 1}, survey.Answer{Text: "\u200b"}))
			part, err := db.Part(t.Context(), session.ID)
			if err != nil {
				t.Fatal(err)
			}
			total := part.Batches.Total()
			if got := total.Count(improve, 1); got != 0 {
				t.Errorf("the tally counts %d texts, want 0", got)
			}
		})
	}
}

// Text passes the cleaner when it is read: a file that was written by somebody
// else cannot bring in what the cleaner removes.
func TestTextIsCleanedOnReading(t *testing.T) {
	for name, s := range map[string]*survey.Survey{"linked": linkedEvaluation(), "apart": evaluation()} {
		t.Run(name, func(t *testing.T) {
			var session survey.Session
			r := respond([3]survey.Code{1, 1, 1}, survey.Answer{Text: "plain"})
			path := stored(t, func(db *storage.DB) {
				session = storagetest.Session(t, db, s)
				add(t, db, session.ID, r)
			})
			plant(t, path, s, session.ID, r)
			db := storagetest.OpenFile(t, path)
			texts, err := db.Texts(t.Context(), session.ID, "improve")
			if err != nil {
				t.Fatal(err)
			}
			same(t, texts, []survey.Answer{{Text: cleaned}})
		})
	}
}

// plant replaces the text of the only response by the dirty one, with a right checksum.
func plant(t *testing.T, path string, s *survey.Survey, session survey.ID, r survey.Response) {
	t.Helper()
	if s.LinkTexts {
		r.Answers[improve].Text = dirty
		put(t, path, record{rowsOf(session), string(r.ID[:]), string(storage.NewRows(s).Encode(&r))})
		return
	}
	text := in(dump(t, path), textsOf(session))[0]
	text.value = string(storage.Seal([]byte(text.key), append([]byte{1, 0}, dirty...)))
	put(t, path, text)
}

// Texts come in the order of their random keys, never in the order in which
// they were given.
func TestTextsComeInKeyOrder(t *testing.T) {
	path := stored(t, func(*storage.DB) {})
	next := byte(255)
	db := open(t, path, storage.Options{NewID: func() survey.ID {
		next--
		return survey.ID{next}
	}})
	session := storagetest.Session(t, db, evaluation())
	for _, text := range []string{"first", "second", "third"} {
		add(t, db, session.ID, respond([3]survey.Code{1, 1, 1}, survey.Answer{Text: text}))
	}
	texts, err := db.Texts(t.Context(), session.ID, "improve")
	if err != nil {
		t.Fatal(err)
	}
	same(t, texts, []survey.Answer{{Text: "third"}, {Text: "second"}, {Text: "first"}})
}

// A question without texts, and one that the survey does not have, give none.
func TestTextsOfOtherQuestions(t *testing.T) {
	for name, s := range map[string]*survey.Survey{"linked": linkedEvaluation(), "apart": evaluation()} {
		t.Run(name, func(t *testing.T) {
			db := storagetest.Open(t)
			session := storagetest.Session(t, db, s)
			add(t, db, session.ID, respond([3]survey.Code{1, 1, 1}, survey.Answer{Text: "one"}))
			for _, question := range []string{"quote", "sector", "none", ""} {
				if texts, err := db.Texts(t.Context(), session.ID, question); err != nil || len(texts) != 0 {
					t.Errorf("question %q has texts %+v, error %v", question, texts, err)
				}
			}
		})
	}
}
