package storage_test

import (
	"compress/gzip"
	"encoding/hex"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"anketa/results"
	"anketa/storage"
	"anketa/storage/storagetest"
	"anketa/survey"
)

// version1 unpacks a database that the first version of the program wrote: a
// closed session “Niš” of [evaluation] with twelve responses, and an open one
// “Subotica” of [linkedEvaluation] with one.
func version1(t *testing.T) string {
	t.Helper()
	packed, err := os.Open("testdata/version1.db.gz")
	if err != nil {
		t.Fatal(err)
	}
	defer packed.Close()
	r, err := gzip.NewReader(packed)
	if err != nil {
		t.Fatal(err)
	}
	data, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "version1.db")
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// responseOf1 returns the ith response of the session “Niš” in that database.
func responseOf1(i int) survey.Response {
	r := respond([3]survey.Code{survey.Code(i % 4), survey.Code(i % 6), survey.Code(i % 3)})
	if i%5 == 4 {
		r.Answers[informed].Code = na
	}
	if i%3 == 0 {
		r.Answers[improve] = survey.Answer{Text: "više vežbi"}
	}
	if i == 7 {
		r.Answers[quote] = survey.Answer{Text: "Jasno i korisno", Quote: true}
	}
	r.ID = survey.ID{byte(0xa0 + i), 0xff}
	return r
}

// The rows of the first version, byte for byte: version, the beginning of the
// revision, a byte for each closed question, checksum; and with link_texts the
// length and the words of each text.
func TestRowBytes(t *testing.T) {
	linked := respond([3]survey.Code{3, 5, 2}, survey.Answer{Text: "više vežbi"}, survey.Answer{Text: "jasno", Quote: true})
	linked.ID = survey.ID{0xb0}
	seventh := responseOf1(7)
	ninth := responseOf1(9)
	tests := []struct {
		name   string
		survey *survey.Survey
		r      survey.Response
		want   string
	}{
		{"texts apart", evaluation(), seventh, "01 93eddfca 030101 68ddfbb3"},
		{"not applicable", evaluation(), ninth, "01 93eddfca 01ff00 e01d09ed"},
		{"texts in the row", linkedEvaluation(), linked, "01 1c6856be 030502 18 7669c5a165207665c5be6269 0b 6a61736e6f bf161c1a"},
	}
	for _, tt := range tests {
		row := storage.NewRows(tt.survey).Encode(&tt.r)
		if got := hex.EncodeToString(row); got != strings.ReplaceAll(tt.want, " ", "") {
			t.Errorf("%s: got %s, want %s", tt.name, got, tt.want)
		}
	}
}

// A database of the first version is read, checked, written to and closed as
// before, and everything that was in it stays byte for byte.
func TestVersion1(t *testing.T) {
	path := version1(t)
	db := open(t, path, storage.Options{})
	if err := db.Check(t.Context()); err != nil {
		t.Fatal(err)
	}
	sessions, err := db.Sessions(t.Context())
	if err != nil || len(sessions) != 2 || sessions[0].Title != "Subotica" || sessions[1].Title != "Niš" {
		t.Fatalf("got the sessions %v, error %v", sessions, err)
	}
	want := results.NewBatches(evaluation())
	for i := range 12 {
		r := responseOf1(i)
		want.Add(r.Answers)
	}
	part, err := db.Part(t.Context(), sessions[1].ID)
	if err != nil {
		t.Fatal(err)
	}
	if got, want := part.Batches.Total(), want.Total(); !got.Equal(want) {
		t.Errorf("got %+v, want %+v", got, want)
	}
	same(t, part.Survey, evaluation())
	texts, err := db.Texts(t.Context(), sessions[1].ID, "quote")
	if err != nil {
		t.Fatal(err)
	}
	same(t, texts, []survey.Answer{{Text: "Jasno i korisno", Quote: true}})
	add(t, db, sessions[0].ID, respond([3]survey.Code{1, 1, 1}, survey.Answer{Text: "još"}))
	if err := errors.Join(db.CloseSession(t.Context(), sessions[0].ID), db.Check(t.Context()), db.Close()); err != nil {
		t.Fatal(err)
	}
	before, after := dump(t, version1(t)), map[record]bool{}
	for _, r := range dump(t, path) {
		after[r] = true
	}
	for _, r := range before {
		changed := r.bucket == "sessions" || r.bucket == "tallies"
		if !after[r] && !(changed && r.key == string(sessions[0].ID[:])) {
			t.Errorf("the record %x in %s changed", r.key, r.bucket)
		}
	}
}

// A session keeps the survey that it was started with when the next one asks
// another version, and the results of both can be put together.
func TestSessionKeepsItsRevision(t *testing.T) {
	first, second := everything(), everything()
	second.Questions[where].Points = points("court", "police", "school", "other")
	second.Questions[years].Max = 500
	second.Questions = append(second.Questions[:confidence], second.Questions[why:]...)
	second.Questions = append(second.Questions, survey.Question{ID: "new", Kind: survey.KindYesNo, Text: english("?"), Points: points("yes", "no")})
	refused := everything()
	refused.Questions[years] = survey.Question{ID: "years", Kind: survey.KindText, Text: english("?"), MaxLength: 9}

	db := storagetest.Open(t)
	var sessions []survey.Session
	hold := func(title string, s *survey.Survey, court survey.Code, age int) {
		session, err := db.CreateSession(t.Context(), survey.Session{ID: survey.NewID(), Title: title, Open: true}, s)
		if err != nil {
			t.Fatal(err)
		}
		for range 6 {
			answers := make([]survey.Answer, len(s.Questions))
			answers[where] = survey.Answer{Code: court}
			if age > 0 {
				answers[years] = survey.Answer{Code: survey.Answered, Number: age}
			}
			add(t, db, session.ID, survey.Response{ID: survey.NewID(), Answers: s.Settle(answers)})
		}
		if err := db.CloseSession(t.Context(), session.ID); err != nil {
			t.Fatal(err)
		}
		sessions = append(sessions, session)
	}
	hold("Niš", first, 2, 400)
	hold("Novi Sad", second, 1, 500)
	hold("Subotica", refused, 2, 0)
	var parts []results.Part
	for i, want := range []*survey.Survey{first, second, refused} {
		part, err := db.Part(t.Context(), sessions[i].ID)
		if err != nil {
			t.Fatal(err)
		}
		same(t, part.Survey, want)
		parts = append(parts, part)
	}
	r, err := results.NewRelease(parts[:2]...)
	if err != nil {
		t.Fatal(err)
	}
	court, age := r.Figures(where), r.Figures(years)
	if code, _ := court.Question.CodeOf("court"); court.N != 12 || court.Counts[code-1] != 12 {
		t.Errorf("got %v of %d", court.Counts, court.N)
	}
	if age.N != 12 || age.Quantile(0.5) != 450 {
		t.Errorf("got the median %g of %d", age.Quantile(0.5), age.N)
	}
	if at, ok := r.Survey.Question("confidence"); !ok {
		t.Error("the question that was left out is not in the pool")
	} else if f := r.Figures(at); f.NotAsked != 6 || f.Missing != 6 {
		t.Errorf("got %+v", f)
	}
	var pool *results.PoolError
	if _, err := results.NewRelease(parts...); !errors.As(err, &pool) || pool.First != "Niš" || pool.Second != "Subotica" || pool.Cause.Question != "years" || pool.Cause.What != "kind" {
		t.Errorf("got %v", err)
	}
}
