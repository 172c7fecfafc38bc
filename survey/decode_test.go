package survey_test

import (
	"reflect"
	"strings"
	"testing"

	"anketa/survey"
)

// canonicalOf returns the stored form of a survey.
func canonicalOf(tb testing.TB, s *survey.Survey) string {
	tb.Helper()
	data, err := s.Canonical()
	if err != nil {
		tb.Fatal(err)
	}
	return string(data)
}

// A survey comes out of a database as it went in.
func TestDecodeRoundTrip(t *testing.T) {
	eleven := head + "scales:\n  s:\n    points:\n" + scalePoints(11) + "questions:\n  - { id: q, kind: likert, scale: s, text: Q }\n"
	for name, want := range map[string]*survey.Survey{
		"default":      trainings(t),
		"all settings": load(t, file),
		"limits":       load(t, limits),
		"eleven":       load(t, eleven),
		"shortest":     load(t, head+ask),
	} {
		t.Run(name, func(t *testing.T) {
			got, err := survey.Decode([]byte(canonicalOf(t, want)))
			if err != nil {
				t.Fatal(err)
			}
			if !reflect.DeepEqual(got, want) {
				t.Errorf("got %+v\nwant %+v", got, want)
			}
		})
	}
}

// A change is a place in the stored form of a survey and what stands there instead.
type change struct{ name, from, to string }

// apply makes the change, which must be possible.
func (c change) apply(tb testing.TB, stored string) []byte {
	tb.Helper()
	changed := strings.Replace(stored, c.from, c.to, 1)
	if changed == stored {
		tb.Fatalf("%s is not in %s", c.from, stored)
	}
	return []byte(changed)
}

// A stored survey that later code could not work with is refused.
func TestDecodeRefuses(t *testing.T) {
	stored := canonicalOf(t, load(t, file))
	changes := []change{
		{"no JSON", stored, "id: s"},
		{"cut off", `"max_length":100,"ask_quote":true}]}`, `"max_length":`},
		{"more behind it", `}]}`, `}]}{}`},
		{"list", stored, "[]"},
		{"other type", `"min_group":6`, `"min_group":"6"`},
		{"other type of a setting", `"required":true`, `"required":1`},
		{"no languages", `["en","sr-Latn"]`, `[]`},
		{"no questions", stored[strings.Index(stored, `"questions"`):], `"questions":[]}`},
		{"group too small", `"min_group":6`, `"min_group":4`},
		{"no group", `"min_group":6,`, ``},
		{"unknown kind", `"kind":"likert"`, `"kind":"matrix"`},
		{"no kind", `"kind":"likert",`, ``},
		{"text without length", `"max_length":100,`, ``},
		{"text too long", `"max_length":100`, `"max_length":501`},
		{"negative length", `"max_length":100`, `"max_length":-1`},
		{"headline beyond the points", `"headline":[2,3]`, `"headline":[2,4]`},
		{"headline of missing answers", `"headline":[2,3]`, `"headline":[0,3]`},
		{"headline of not applicable", `"headline":[2,3]`, `"headline":[2,255]`},
		{"one point", `"points":[{"value":"yes","label":{"en":"Yes","sr-Cyrl":"Да","sr-Latn":"Da"}},`, `"points":[`},
	}
	for _, c := range changes {
		t.Run(c.name, func(t *testing.T) {
			s, err := survey.Decode(c.apply(t, stored))
			if err == nil || s != nil || !strings.HasPrefix(err.Error(), "decode survey: ") {
				t.Errorf("got %v %v, want an error", s, err)
			}
		})
	}
}

// More points or questions than a survey file may have are refused, and the
// largest numbers that it may have are taken.
func TestDecodeBounds(t *testing.T) {
	tests := []struct {
		name      string
		questions int
		points    int
		ok        bool
	}{
		{"largest", 200, 60, true},
		{"too many questions", 201, 2, false},
		{"too many points", 1, 61, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := load(t, head+"questions:\n"+manyQuestions(200))
			for len(s.Questions) < tt.questions {
				s.Questions = append(s.Questions, question(survey.KindText))
			}
			s.Questions = s.Questions[:tt.questions]
			q := question(survey.KindChoice)
			q.ID, q.Points = "first", nil
			for i := range tt.points {
				q.Points = append(q.Points, survey.Point{Value: "v" + strings.Repeat("x", i%30) + string(rune('a'+i/30)), Label: q.Text})
			}
			s.Questions[0] = q
			if _, err := survey.Decode([]byte(canonicalOf(t, s))); (err == nil) != tt.ok {
				t.Errorf("got %v, want it taken: %t", err, tt.ok)
			}
		})
	}
}

// Texts from a foreign database pass the cleaner again: they may come from
// anywhere.
func TestDecodeCleansTexts(t *testing.T) {
	const evil = `\u001b]0;x\u0007\u202e\u200b`
	stored := canonicalOf(t, load(t, file))
	for _, word := range []string{"Naslov", "Uvod", "Korisno", "ne znam", "tako", "Think", "none", "Again", "Da"} {
		t.Run(word, func(t *testing.T) {
			s, err := survey.Decode(change{word, `"` + word + `"`, `"` + evil + word + `"`}.apply(t, stored))
			if err != nil {
				t.Fatal(err)
			}
			clean := canonicalOf(t, s)
			if strings.ContainsAny(clean, "\u202e\u200b") || strings.Contains(clean, `\u00`) || !strings.Contains(clean, `"]0;x`+word+`"`) {
				t.Errorf("got %s", clean)
			}
		})
	}
}

// A stored text is cut where the survey file would have been refused.
func TestDecodeCutsTexts(t *testing.T) {
	stored := canonicalOf(t, load(t, head+ask))
	s, err := survey.Decode(change{"", `"en":"T"`, `"en":"` + strings.Repeat("ž", 301) + `"`}.apply(t, stored))
	if err != nil {
		t.Fatal(err)
	}
	if want := strings.Repeat("ž", 300); s.Title.In(survey.English) != want {
		t.Errorf("got %d bytes, want %d", len(s.Title.In(survey.English)), len(want))
	}
}
