package storage_test

import (
	"bytes"
	"maps"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"anketa/storage"
	"anketa/survey"
)

// FuzzRow holds that no row makes the decoder panic, with a right checksum or
// without, and that a response which came out goes in and out again unchanged:
// where no text is in it, as the same bytes.
func FuzzRow(f *testing.F) {
	kinds := bothForms()
	surveys := []*survey.Survey{evaluation(), linkedEvaluation(), kinds["apart"], kinds["linked"]}
	rows := make([]storage.Rows, len(surveys))
	rnd := rand.New(rand.NewPCG(6, 6))
	for i, s := range surveys {
		rows[i] = storage.NewRows(s)
		responses := slices.Collect(maps.Values(sheets()))
		if s.ID == "everything" {
			responses = []survey.Response{randomSheet(rnd), randomSheet(rnd), randomSheet(rnd)}
		}
		for _, r := range responses {
			row := rows[i].Encode(&r)
			f.Add(i, r.ID[:], row[len(rows[i].Head()):len(row)-4])
			f.Add(i, r.ID[:], row)
		}
	}
	f.Fuzz(func(t *testing.T, which int, key, data []byte) {
		which &= 3
		s, rows := surveys[which], rows[which]
		payload := append(rows.Head(), data...)
		for _, row := range [][]byte{data, storage.Seal(key, data[:len(data):len(data)]), storage.Seal(key, payload)} {
			r, err := rows.Decode(key, row)
			if err != nil {
				continue
			}
			wantGoodResponse(t, s, &r)
			encoded := rows.Encode(&r)
			again, err := rows.Decode(r.ID[:], encoded)
			if err != nil || !reflect.DeepEqual(again, r) {
				t.Errorf("got %v, error %v, want %v", again, err, r)
			}
			if !s.LinkTexts && !bytes.Equal(encoded, row) {
				t.Errorf("% x gives % x", row, encoded)
			}
		}
	})
}

// wantGoodResponse fails unless every answer of a decoded response fits its
// question and is clean. Conditions may look at texts that lie elsewhere.
func wantGoodResponse(t *testing.T, s *survey.Survey, r *survey.Response) {
	t.Helper()
	for i, a := range r.Answers {
		q := &s.Questions[i]
		if err := a.Check(q); err != nil {
			t.Errorf("an answer does not fit: %v", err)
		}
		if clean := q.CleanAnswer(a); clean != a {
			t.Errorf("the answer %+v is not clean", a)
		}
	}
}

// FuzzText holds the same of the text records.
func FuzzText(f *testing.F) {
	key := survey.NewID()
	for _, text := range []string{"", "više vežbi", dirty, "\xff\xfe", "е\u0301\u0301\u0301\u0301\u0301\u0301"} {
		f.Add(key[:], append([]byte{1, 0}, text...))
		f.Add(key[:], append([]byte{1, 1}, text...))
	}
	f.Add(key[:], []byte{2, 0, 'a'})
	f.Add([]byte{}, []byte{1})
	f.Fuzz(func(t *testing.T, key, payload []byte) {
		_, _ = storage.DecodeText(key, payload)
		text, err := storage.DecodeText(key, storage.Seal(key, payload[:len(payload):len(payload)]))
		if err != nil {
			return
		}
		if survey.Clean(text.Text, survey.MaxTextLength) != text.Text {
			t.Errorf("the text %q is not clean", text.Text)
		}
		record := []byte{1, 0}
		if text.Quote {
			record[1] = 1
		}
		again, err := storage.DecodeText(key, storage.Seal(key, append(record, text.Text...)))
		if err != nil || again != text {
			t.Errorf("got %v, error %v, want %v", again, err, text)
		}
	})
}
