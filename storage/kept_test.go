package storage_test

import (
	"encoding/json"
	"maps"
	"math/rand/v2"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"anketa/storage"
	"anketa/survey"
)

// keptForms lists everything that a file may hold: the form of a bucket's path,
// with * for an id or the name of a question, and for records in JSON their fields.
// Whoever adds a bucket or a field says here what it tells of a participant; it must
// not be a time, an order, a device, a language or a link between text and row.
func keptForms() map[string][]string {
	return map[string][]string{
		// About the kiosk.
		"meta/schema":   nil,
		"meta/pin":      {"hash", "memory", "salt", "time"},
		"meta/attempts": {"since", "wrong"},
		"meta/owed":     nil,
		// About the training.
		"surveys":  nil,
		"sessions": {"attended", "date", "id", "open", "place", "revision", "title"},
		"tallies":  nil,
		"purged":   {"date", "id", "on", "responses", "title"},
		// About participants: rows, and texts under keys that nothing links to them.
		"responses/*":       nil,
		"texts/*/*":         nil,
		"partials/*":        nil,
		"partial_texts/*/*": nil,
		"quarantine/*":      nil,
		"damaged/*":         nil,
		// About texts, under the keys of these, and in the words of the facilitator.
		"reviews/*/*":  {"masked", "themes", "verdict"},
		"statements/*": {"edition", "id", "kind", "place", "questions", "text", "themes"},
	}
}

// A file in which everything was used holds what is listed, and all that is listed.
func TestWhatIsKept(t *testing.T) {
	found := map[string][]string{}
	id := regexp.MustCompile(`/[0-9a-f]+`)
	for _, r := range dump(t, used(t)) {
		form := id.ReplaceAllString(r.bucket, "/*")
		if form == "meta" {
			form += "/" + r.key
		}
		var fields map[string]json.RawMessage
		if i := strings.LastIndexByte(r.value, '}'); i >= 0 && form != "surveys" {
			_ = json.Unmarshal([]byte(r.value[:i+1]), &fields)
		}
		found[form] = slices.Sorted(maps.Keys(fields))
	}
	for form, fields := range found {
		if want, ok := keptForms()[form]; !ok || !slices.Equal(fields, want) {
			t.Errorf("%s holds %v, listed is %v", form, fields, want)
		}
	}
	for form := range keptForms() {
		if _, ok := found[form]; !ok {
			t.Errorf("%s is listed and not in the file", form)
		}
	}
}

// A row says what a response says and no byte more, and a response has an id and
// answers: there is no place for a time, an order, a device or a language.
func TestRowsSayAnswersOnly(t *testing.T) {
	same(t, fieldsOf(reflect.TypeFor[survey.Response]()), []string{"Answers", "ID"})
	same(t, fieldsOf(reflect.TypeFor[survey.Answer]()), []string{"Before", "Code", "Number", "Quote", "Set", "Text"})
	for _, s := range []*survey.Survey{evaluation(), linkedEvaluation()} {
		rows := storage.NewRows(s)
		for range 100 {
			r := respond([3]survey.Code{1, 2, 1}, survey.Answer{Text: "a"}, survey.Answer{Text: "b", Quote: true})
			row := rows.Encode(&r)
			back, err := rows.Decode(r.ID[:], row)
			must(t, err)
			same(t, string(rows.Encode(&back)), string(row))
			if longer := storage.Seal(r.ID[:], append(slices.Clone(row[:len(row)-4]), 7)); accepted(rows, r.ID, longer) {
				t.Error("a row with one byte more is read")
			}
		}
	}
}

// accepted reports whether a row can be read.
func accepted(rows storage.Rows, id survey.ID, row []byte) bool {
	_, err := rows.Decode(id[:], row)
	return err == nil
}

// fieldsOf returns the names of the fields of a struct, sorted.
func fieldsOf(t reflect.Type) []string {
	var names []string
	for i := range t.NumField() {
		names = append(names, t.Field(i).Name)
	}
	slices.Sort(names)
	return names
}

// used makes a file in which every part of the layout was used, and returns
// its path: a PIN and a wrong attempt at it, responses and partial ones with texts,
// two different responses under one id, a damaged one, a review, a statement, a
// purged session, and one that was closed without writing the file anew.
func used(tb testing.TB) string {
	tb.Helper()
	rnd := rand.New(rand.NewPCG(30, 30))
	all, session := entries(rnd, 8), survey.Session{ID: randomID(rnd), Title: "Niš", Date: "2022-05-17"}
	one := collect(tb, session, all)
	all[3].response.Answers[sector].Code = all[3].response.Answers[sector].Code%3 + 1
	two := collect(tb, session, all)
	purged := survey.Session{ID: randomID(rnd), Title: "Subotica"}
	path := filepath.Join(tb.TempDir(), "anketa.db")
	copyFile(tb, mergeInto(tb, one, two, collect(tb, purged, all)), path)
	put(tb, path, flipped(in(dump(tb, path), rowsOf(session.ID))[0], 40))
	db := open(tb, path, storage.Options{})
	_, err := db.Purge(tb.Context(), []survey.ID{purged.ID}, time.Unix(0, 0))
	must(tb, err)
	must(tb, db.SetCheapPIN(tb.Context(), "1234"))
	_, _, _ = db.CheckPIN(tb.Context(), "4321")
	last, err := db.CreateSession(tb.Context(), survey.Session{ID: randomID(rnd), Title: "Novi Sad", Open: true}, evaluation())
	must(tb, err)
	add(tb, db, last.ID, respond([3]survey.Code{1, 1, 1}, survey.Answer{Text: "one"}))
	must(tb, db.AddPartial(tb.Context(), last.ID, respond([3]survey.Code{1, 1, 1}, survey.Answer{Text: "half"})))
	must(tb, db.ReviewText(tb.Context(), last.ID, "improve", writing(tb, db, last.ID, "improve", "one").ID, survey.Review{Verdict: survey.Approved, Themes: []string{"time"}, Masked: []int{0}}))
	must(tb, db.PutStatement(tb.Context(), last.ID, survey.Statement{
		ID: survey.NewID(), Kind: survey.Conclusion, Text: english("useful"), Questions: []string{"informed"}, Themes: []string{"time"},
	}))
	must(tb, db.CloseSession(tb.Context(), last.ID))
	must(tb, db.Close())
	return path
}
