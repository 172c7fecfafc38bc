package survey_test

import (
	"strings"
	"testing"

	"anketa/survey"
)

// file is a survey file in which every line says something.
const file = `id: s
title: { en: Title, sr-Latn: Naslov }
intro: { en: Intro, sr-Latn: Uvod }
languages: [en, sr-Latn]
min_group: 6
release: lagged
link_texts: false
kiosk: { idle: 60s, countdown: 20s, confirm: 250ms, thanks: 5s, on_idle: drop }
scales:
  agree:
    points:
      - { value: 1, label: { en: no, sr-Latn: ne } }
      - { value: 2, label: { en: so so, sr-Latn: tako } }
      - { value: 3, label: { en: yes, sr-Latn: da } }
    not_applicable: { en: cannot tell, sr-Latn: ne znam }
questions:
  - { id: useful, kind: likert, scale: agree, required: true, headline: [2, 3], text: { en: Useful, sr-Latn: Korisno } }
  - { id: sector, kind: choice, text: Sector, options: [{ value: a, label: A }, { value: b, label: B }], not_applicable: none }
  - { id: again, kind: yes_no, text: Again, hint: Think, headline: [yes] }
  - { id: words, kind: text, text: Words, max_length: 100, consent: quote }
`

// Comments, layout and spelling do not change the revision.
func TestRevisionIgnoresLayout(t *testing.T) {
	want := revisionOf(t, load(t, file))
	rest, ok := strings.CutPrefix(file, "id: s\ntitle: { en: Title, sr-Latn: Naslov }\n")
	if !ok {
		t.Fatal("the file begins in another way")
	}
	tests := []struct{ name, file string }{
		{"the same", file},
		{"comments", "# one\n" + strings.ReplaceAll(file, "\n", " # more\n")},
		{"line ends", strings.ReplaceAll(file, "\n", "\r\n")},
		{"byte order mark", "\ufeff" + file},
		{"empty lines", strings.ReplaceAll(file, "\n", "\n\n")},
		{"order of keys", rest + "title: { sr-Latn: Naslov, en: Title }\nid: s\n"},
		{"quotes", strings.Replace(file, "en: Title", `en: "Ti\u0074le"`, 1)},
		{"block instead of flow", strings.Replace(file, "{ en: Intro, sr-Latn: Uvod }", "\n  en: >-\n    Intro\n  sr-Latn: |-\n    Uvod", 1)},
		{"spelling of tags", strings.Replace(file, "[en, sr-Latn]", "[EN, sr]", 1)},
		{"order of the headline", strings.Replace(file, "[2, 3]", "[3, 2]", 1)},
		{"defaults left out", strings.Replace(file, "release: lagged\nlink_texts: false\n", "", 1)},
		{"idle mode left out", strings.Replace(file, ", on_idle: drop", "", 1)},
		{"units of time", strings.Replace(file, "idle: 60s", "idle: 1m", 1)},
		{"hidden characters", strings.Replace(file, "Uvod", "U\u200bvod", 1)},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := revisionOf(t, load(t, tt.file)); got != want {
				t.Errorf("got %s, want %s", got, want)
			}
		})
	}
}

// Everything that a participant sees or that decides what is shown changes the
// revision: no line of the file may be forgotten.
func TestRevisionChangesWithContent(t *testing.T) {
	changes := []struct{ from, to string }{
		{"id: s\n", "id: w\n"},
		{"Title", "Heading"},
		{"Naslov", "Glava"},
		{"Intro", "Begin"},
		{"languages: [en, sr-Latn]", "languages: [sr-Latn, en]"},
		{"min_group: 6", "min_group: 7"},
		{"release: lagged", "release: live"},
		{"link_texts: false", "link_texts: true"},
		{"idle: 60s", "idle: 61s"},
		{"countdown: 20s", "countdown: 21s"},
		{"confirm: 250ms", "confirm: 251ms"},
		{"thanks: 5s", "thanks: 6s"},
		{"on_idle: drop", "on_idle: keep"},
		{"so so", "maybe"},
		{"cannot tell", "unknown"},
		{"id: useful", "id: useless"},
		{"required: true", "required: false"},
		{"headline: [2, 3]", "headline: [3]"},
		{"en: Useful", "en: Usable"},
		{"value: a,", "value: c,"},
		{"label: A", "label: C"},
		{", not_applicable: none", ""},
		{"hint: Think", "hint: Feel"},
		{"kind: yes_no, text: Again, hint: Think, headline: [yes]", "kind: text, text: Again, hint: Think"},
		{"max_length: 100", "max_length: 101"},
		{", consent: quote", ""},
		{"agree", "accept"},
	}
	seen := map[survey.Revision]string{revisionOf(t, load(t, file)): "nothing"}
	for _, c := range changes {
		changed := strings.ReplaceAll(file, c.from, c.to)
		if changed == file {
			t.Fatalf("%q is not in the file", c.from)
		}
		revision := revisionOf(t, load(t, changed))
		if before, ok := seen[revision]; ok {
			t.Errorf("changing %q gives the revision of changing %q", c.from, before)
		}
		seen[revision] = c.from
	}
}

// The stored form and its revision are the same on every machine and in every
// run: the surveys in existing databases are found by them.
func TestRevisionIsStable(t *testing.T) {
	s := load(t, head+ask+"  - { id: w, kind: yes_no, text: W, headline: [yes], required: true }\n")
	data, revision, err := s.Revise()
	if err != nil {
		t.Fatal(err)
	}
	const wantData = `{"id":"s","title":{"en":"T"},"languages":["en"],"min_group":5,"release":"lagged",` +
		`"kiosk":{"idle":60000000000,"countdown":20000000000,"confirm":250000000,"thanks":5000000000},` +
		`"questions":[{"id":"q","kind":"text","text":{"en":"Q"},"max_length":500},` +
		`{"id":"w","kind":"yes_no","text":{"en":"W"},"required":true,` +
		`"points":[{"value":"yes","label":{"en":"Yes","sr-Cyrl":"Да","sr-Latn":"Da"}},{"value":"no","label":{"en":"No","sr-Cyrl":"Не","sr-Latn":"Ne"}}],"headline":[1]}]}`
	if string(data) != wantData {
		t.Errorf("got %s\nwant %s", data, wantData)
	}
	const wantRevision = "7c6812fb8e6daf34bc02b2fa43122b1a610e5aed67340e2fe99c474f8db09043"
	if got := revision.String(); got != wantRevision {
		t.Errorf("got %s, want %s", got, wantRevision)
	}
}
