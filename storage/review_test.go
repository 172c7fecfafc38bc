package storage_test

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"go.etcd.io/bbolt"

	"anketa/storage"
	"anketa/storage/storagetest"
	"anketa/survey"
)

// reviewsOf and statementsOf name the buckets of a session.
func reviewsOf(session survey.ID) string    { return "reviews/" + session.String() }
func statementsOf(session survey.ID) string { return "statements/" + session.String() }

// writing returns the text of a question that holds some words.
func writing(tb testing.TB, db *storage.DB, session survey.ID, question, words string) survey.Writing {
	tb.Helper()
	all, err := db.Writings(tb.Context(), session, question)
	must(tb, err)
	at := slices.IndexFunc(all, func(w survey.Writing) bool { return strings.Contains(w.Text, words) })
	if at < 0 {
		tb.Fatalf("no text holds %q", words)
	}
	return all[at]
}

// reviewed makes a closed session of which one text is hidden, one approved with a
// mask, and which has a conclusion and a recommendation.
func reviewed(tb testing.TB, s *survey.Survey) (path string, session survey.ID) {
	tb.Helper()
	path = stored(tb, func(db *storage.DB) {
		session = storagetest.Session(tb, db, s).ID
		for _, text := range []string{"kolega Marko kasni", "hladna sala", "više vežbi"} {
			add(tb, db, session, respond([3]survey.Code{1, 2, 1}, survey.Answer{Text: text}, survey.Answer{Text: "jasno", Quote: true}))
		}
		must(tb, db.CloseSession(tb.Context(), session))
		id := writing(tb, db, session, "improve", "Marko").ID
		must(tb, db.ReviewText(tb.Context(), session, "improve", id, survey.Review{Verdict: survey.Approved, Masked: []int{1}, Themes: []string{"time"}}))
		id = writing(tb, db, session, "improve", "sala").ID
		must(tb, db.ReviewText(tb.Context(), session, "improve", id, survey.Review{Verdict: survey.Hidden}))
		for _, kind := range []survey.StatementKind{survey.Conclusion, survey.Recommendation} {
			must(tb, db.PutStatement(tb.Context(), session, survey.Statement{
				ID: survey.NewID(), Kind: kind, Text: english("CANARY " + string(kind)), Questions: []string{"informed"}, Themes: []string{"time"},
			}))
		}
	})
	return path, session
}

// What was decided is found again, also after compaction and in a backup, a merge
// and a rescue, and the database checks.
func TestReviewIsKept(t *testing.T) {
	for name, s := range map[string]*survey.Survey{"linked": linkedEvaluation(), "apart": evaluation()} {
		t.Run(name, func(t *testing.T) {
			path, session := reviewed(t, s)
			dir := t.TempDir()
			db := open(t, path, storage.Options{})
			must(t, db.Compact(t.Context()))
			must(t, db.Backup(t.Context(), filepath.Join(dir, "backup.db")))
			must(t, db.Close())
			rescued, err := storage.Rescue(t.Context(), path, filepath.Join(dir, "rescued.db"))
			must(t, err)
			if len(rescued.Damages) > 0 {
				t.Errorf("damages: %+v", rescued.Damages)
			}
			for _, file := range []string{path, filepath.Join(dir, "backup.db"), filepath.Join(dir, "rescued.db"), mergeInto(t, path, path)} {
				db := open(t, file, storage.Options{ReadOnly: true})
				must(t, db.Check(t.Context()))
				same(t, writing(t, db, session, "improve", "Marko").Review, survey.Review{Verdict: survey.Approved, Masked: []int{1}, Themes: []string{"time"}})
				same(t, writing(t, db, session, "improve", "sala").Review, survey.Review{Verdict: survey.Hidden})
				same(t, writing(t, db, session, "improve", "vežbi").Review, survey.Review{})
				if w := writing(t, db, session, "quote", "jasno"); !w.Quote || !w.Review.IsZero() {
					t.Errorf("got %+v", w)
				}
				statements, err := db.Statements(t.Context(), session)
				must(t, err)
				if len(statements) != 2 || statements[0].Kind != survey.Conclusion || statements[1].Text[survey.English] != "CANARY recommendation" {
					t.Errorf("the statements are %+v", statements)
				}
				must(t, db.Close())
				if hash(t, file) != hash(t, path) {
					t.Errorf("%s has another form", filepath.Base(file))
				}
			}
		})
	}
}

// A review that is taken back leaves a file as it was before; one of no text, of
// another text or with too many themes is refused.
func TestReviewRefused(t *testing.T) {
	path, session := reviewed(t, evaluation())
	db := open(t, path, storage.Options{})
	w := writing(t, db, session, "improve", "sala")
	ctx := t.Context()
	wantError(t, db.ReviewText(ctx, session, "improve", survey.NewID(), survey.Review{Verdict: survey.Hidden}), storage.ErrNoText)
	wantError(t, db.ReviewText(ctx, session, "quote", w.ID, survey.Review{Verdict: survey.Hidden}), storage.ErrNoText)
	wantError(t, db.ReviewText(ctx, survey.NewID(), "improve", w.ID, survey.Review{}), storage.ErrNotFound)
	for _, wrong := range []survey.Review{{Masked: []int{2}}, {Verdict: "loved"}, {Themes: strings.Split("abcdefghi", "")}} {
		if db.ReviewText(ctx, session, "improve", w.ID, wrong) == nil {
			t.Errorf("%+v was taken", wrong)
		}
	}
	same(t, writing(t, db, session, "improve", "sala").Review, survey.Review{Verdict: survey.Hidden})
	must(t, db.ReviewText(ctx, session, "improve", w.ID, survey.Review{}))
	must(t, db.ReviewText(ctx, session, "improve", writing(t, db, session, "improve", "Marko").ID, survey.Review{}))
	must(t, db.Compact(ctx))
	must(t, db.Close())
	if left := in(dump(t, path), "reviews"); len(left) > 0 {
		t.Errorf("there is left %+v", left)
	}
}

// Nothing that was decided tells how texts belong together or when it was decided:
// the record holds neither a word of its text, nor another key, nor a time, and
// decisions in any order give one file.
func TestReviewTellsNothing(t *testing.T) {
	path, session := reviewed(t, evaluation())
	records := dump(t, path)
	texts := in(records, textsOf(session))
	for _, r := range in(records, reviewsOf(session)) {
		for _, word := range []string{"Marko", "kasni", "sala"} {
			if strings.Contains(r.value, word) {
				t.Errorf("a review holds %q", word)
			}
		}
		if !slices.ContainsFunc(texts, func(text record) bool { return text.key == r.key }) {
			t.Error("a review has a key of its own")
		}
		if got := r.value[:len(r.value)-4]; got != `{"verdict":"approved","themes":["time"],"masked":[1]}` && got != `{"verdict":"hidden"}` {
			t.Errorf("a review holds %s", got)
		}
	}
	before := []byte(content(t, path))
	forms := map[[32]byte]bool{}
	for range 6 {
		must(t, os.WriteFile(path, before, 0o600))
		db := open(t, path, storage.Options{})
		all, err := db.Writings(t.Context(), session, "improve")
		must(t, err)
		rand.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
		for _, w := range all {
			must(t, db.ReviewText(t.Context(), session, "improve", w.ID, survey.Review{Verdict: survey.Hidden}))
		}
		must(t, db.Compact(t.Context()))
		must(t, db.Close())
		forms[hash(t, path)] = true
	}
	if len(forms) != 1 {
		t.Errorf("one set of decisions gave %d files", len(forms))
	}
}

// Files in which the same texts were reviewed differently give one file in every
// order and grouping; the more cautious review of a text wins.
func TestMergeReviewsLaw(t *testing.T) {
	rnd := rand.New(rand.NewPCG(4, 4))
	original, session := reviewed(t, evaluation())
	statement := survey.Statement{ID: survey.NewID(), Kind: survey.Conclusion}
	var files []string
	for i, review := range []survey.Review{
		{Verdict: survey.Approved, Themes: []string{"place"}}, {Verdict: survey.Hidden}, {Masked: []int{0}, Themes: []string{"time"}}, {},
	} {
		path := filepath.Join(t.TempDir(), "one.db")
		must(t, os.WriteFile(path, []byte(content(t, original)), 0o600))
		db := open(t, path, storage.Options{})
		must(t, db.ReviewText(t.Context(), session, "improve", writing(t, db, session, "improve", "vežbi").ID, review))
		for range i {
			statement.Text = english("edition " + string(rune('a'+rnd.IntN(20))))
			must(t, db.PutStatement(t.Context(), session, statement))
		}
		must(t, db.Close())
		files = append(files, path)
	}
	forms := map[[32]byte]bool{}
	for range 8 {
		rnd.Shuffle(len(files), func(i, j int) { files[i], files[j] = files[j], files[i] })
		cut := 1 + rnd.IntN(len(files)-1)
		merged := mergeInto(t, mergeInto(t, files[:cut]...), files[0], mergeInto(t, files[cut:]...))
		forms[hash(t, merged)] = true
		db := open(t, merged, storage.Options{ReadOnly: true})
		must(t, db.Check(t.Context()))
		same(t, writing(t, db, session, "improve", "vežbi").Review, survey.Review{Verdict: survey.Hidden, Masked: []int{0}, Themes: []string{"place", "time"}})
		statements, err := db.Statements(t.Context(), session)
		must(t, err)
		if len(statements) != 3 {
			t.Errorf("the statements are %+v", statements)
		}
		must(t, db.Close())
	}
	if len(forms) != 1 {
		t.Errorf("one set of reviews gave %d files", len(forms))
	}
}

// A statement keeps its place when it is changed, and one that was withdrawn does
// not come back out of an older file.
func TestStatements(t *testing.T) {
	old, session := reviewed(t, evaluation())
	path := filepath.Join(t.TempDir(), "new.db")
	must(t, os.WriteFile(path, []byte(content(t, old)), 0o600))
	db := open(t, path, storage.Options{})
	all, err := db.Statements(t.Context(), session)
	must(t, err)
	changed := all[0]
	changed.Text = english("changed \x1b[31m")
	must(t, db.PutStatement(t.Context(), session, changed))
	must(t, db.PutStatement(t.Context(), session, survey.Statement{ID: all[1].ID, Kind: all[1].Kind}))
	must(t, db.PutStatement(t.Context(), session, survey.Statement{ID: survey.NewID(), Kind: survey.Conclusion, Text: english("third")}))
	wrong := changed
	wrong.Questions = []string{"none"}
	if db.PutStatement(t.Context(), session, wrong) == nil {
		t.Error("a statement on no question was taken")
	}
	must(t, db.Close())
	merged := mergeInto(t, old, path)
	db = open(t, merged, storage.Options{})
	left, err := db.Statements(t.Context(), session)
	must(t, err)
	if len(left) != 2 || left[0].ID != all[0].ID || left[0].Text[survey.English] != "changed [31m" || left[1].Text[survey.English] != "third" {
		t.Errorf("got %+v", left)
	}
	// Storing the same again changes nothing; more than there is room for is refused.
	must(t, db.PutStatement(t.Context(), session, left[0]))
	again, err := db.Statements(t.Context(), session)
	must(t, err)
	same(t, again, left)
	for range survey.MaxStatements - len(left) {
		must(t, db.PutStatement(t.Context(), session, survey.Statement{ID: survey.NewID(), Kind: survey.Conclusion, Text: english("x")}))
	}
	if db.PutStatement(t.Context(), session, survey.Statement{ID: survey.NewID(), Kind: survey.Conclusion, Text: english("x")}) == nil {
		t.Error("one too many was taken")
	}
	must(t, db.PutStatement(t.Context(), session, changed))
}

// With a session its reviews and statements go: no byte of them is left.
func TestPurgeTakesReviews(t *testing.T) {
	path, session := reviewed(t, evaluation())
	db := open(t, path, storage.Options{})
	w := writing(t, db, session, "improve", "vežbi")
	must(t, db.ReviewText(t.Context(), session, "improve", w.ID, survey.Review{Themes: []string{"CANARY theme"}}))
	must(t, db.Compact(t.Context()))
	if file := content(t, path); strings.Count(file, "CANARY") < 3 || !strings.Contains(file, string(w.ID[:])) {
		t.Fatal("the canaries are not in the file: the test sees nothing")
	}
	_, err := db.Purge(t.Context(), []survey.ID{session}, time.Now())
	must(t, err)
	must(t, db.Check(t.Context()))
	must(t, db.Close())
	if file := content(t, path); strings.Contains(file, "CANARY") || strings.Contains(file, string(w.ID[:])) || len(in(dump(t, path), "reviews")) > 0 || len(in(dump(t, path), "statements")) > 0 {
		t.Error("something of the reviews is left")
	}
}

// Check and rescue see every damage to a review or a statement. A text of which
// nobody knows what was decided is hidden in the copy.
func TestReviewDamage(t *testing.T) {
	other := survey.ID{1}
	for name, spoil := range map[string]func(tx *bbolt.Tx, path, bucket string, r record) error{
		"a flipped bit": func(tx *bbolt.Tx, _, bucket string, r record) error {
			return bucketOf(tx, bucket).Put([]byte(r.key), []byte(flipped(r, 9).value))
		},
		"another key": func(tx *bbolt.Tx, _, bucket string, r record) error {
			return bucketOf(tx, bucket).Put(other[:], storage.Seal(other[:], []byte(r.value[:len(r.value)-4])))
		},
		"no JSON": func(tx *bbolt.Tx, _, bucket string, r record) error {
			return bucketOf(tx, bucket).Put([]byte(r.key), storage.Seal([]byte(r.key), []byte(`{"masked":"x"}`)))
		},
		"a word too many": func(tx *bbolt.Tx, _, bucket string, r record) error {
			return bucketOf(tx, bucket).Put([]byte(r.key), storage.Seal([]byte(r.key), []byte(`{"masked":[99],"kind":"x"}`)))
		},
		"no session": func(tx *bbolt.Tx, _, bucket string, _ record) error {
			_, err := tx.Bucket([]byte(strings.Split(bucket, "/")[0])).CreateBucket(other[:])
			return err
		},
	} {
		for _, top := range []string{"reviews", "statements"} {
			t.Run(name+", "+top, func(t *testing.T) {
				path, session := reviewed(t, evaluation())
				r := in(dump(t, path), top)[0]
				edit(t, path, func(tx *bbolt.Tx) error { return spoil(tx, path, r.bucket, r) })
				db := open(t, path, storage.Options{})
				wantError(t, db.Check(t.Context()), storage.ErrDamaged)
				must(t, db.Close())
				to := filepath.Join(t.TempDir(), "new.db")
				rescued, err := storage.Rescue(t.Context(), path, to)
				must(t, err)
				db = open(t, to, storage.Options{})
				must(t, db.Check(t.Context()))
				if strings.HasPrefix(name, "no session") || name == "another key" && top == "reviews" {
					return
				}
				if len(rescued.Damages) != 1 || rescued.Damages[0].What != strings.TrimSuffix(top, "s") {
					t.Errorf("the damages are %+v", rescued.Damages)
				}
				if name == "another key" || top == "statements" {
					return
				}
				all, err := db.Writings(t.Context(), session, "improve")
				must(t, err)
				for _, w := range all {
					if string(w.ID[:]) == r.key && w.Review.Verdict != survey.Hidden {
						t.Errorf("nobody knows what was decided of a text, and it is %q", w.Review.Verdict)
					}
				}
			})
		}
	}
}

// The review of a quarantined text stays out, in whatever order the files come.
func TestQuarantinedTextHasNoReview(t *testing.T) {
	one, session := reviewed(t, evaluation())
	two := filepath.Join(t.TempDir(), "two.db")
	must(t, os.WriteFile(two, []byte(content(t, one)), 0o600))
	r := in(dump(t, two), reviewsOf(session))[0]
	text := in(dump(t, two), textsOf(session))
	at := slices.IndexFunc(text, func(text record) bool { return text.key == r.key })
	text[at].value = string(storage.Seal([]byte(r.key), []byte("\x01\x00another")))
	put(t, two, text[at])
	a, b := mergeInto(t, one, two), mergeInto(t, mergeInto(t, two, one), one)
	if hash(t, a) != hash(t, b) {
		t.Error("the order of the files makes a difference")
	}
	if slices.ContainsFunc(in(dump(t, a), "reviews"), func(left record) bool { return left.key == r.key }) {
		t.Error("the review of a quarantined text is kept")
	}
	if len(in(dump(t, a), statementsOf(session))) != 2 {
		t.Error("the statements are gone")
	}
	db := open(t, a, storage.Options{})
	must(t, db.Check(t.Context()))
}
