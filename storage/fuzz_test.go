package storage_test

import (
	"reflect"
	"testing"

	"anketa/storage"
	"anketa/survey"
)

// FuzzRow holds that no row makes the decoder panic, with a right checksum or
// without, and that a response which came out goes in and out again unchanged.
func FuzzRow(f *testing.F) {
	surveys := map[bool]*survey.Survey{false: evaluation(), true: linkedEvaluation()}
	rows := map[bool]storage.Rows{false: storage.NewRows(surveys[false]), true: storage.NewRows(surveys[true])}
	for _, r := range sheets() {
		for link := range surveys {
			row := rows[link].Encode(&r)
			f.Add(link, r.ID[:], row[len(rows[link].Head()):len(row)-4])
			f.Add(link, r.ID[:], row)
		}
	}
	f.Fuzz(func(t *testing.T, link bool, key, data []byte) {
		s, rows := surveys[link], rows[link]
		payload := append(rows.Head(), data...)
		for _, row := range [][]byte{data, storage.Seal(key, data[:len(data):len(data)]), storage.Seal(key, payload)} {
			r, err := rows.Decode(key, row)
			if err != nil {
				continue
			}
			wantGoodResponse(t, s, &r)
			again, err := rows.Decode(r.ID[:], rows.Encode(&r))
			if err != nil || !reflect.DeepEqual(again, r) {
				t.Errorf("got %v, error %v, want %v", again, err, r)
			}
		}
	})
}

// wantGoodResponse fails unless a decoded response fits its survey and is clean.
func wantGoodResponse(t *testing.T, s *survey.Survey, r *survey.Response) {
	t.Helper()
	if err := r.Check(s); err != nil {
		t.Errorf("the response does not fit: %v", err)
	}
	for i, a := range r.Answers {
		if limit := s.Questions[i].MaxLength; survey.Clean(a.Text, limit) != a.Text {
			t.Errorf("the text %q is not clean", a.Text)
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
