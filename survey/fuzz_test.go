package survey_test

import (
	"errors"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/graphemes"
	"golang.org/x/text/unicode/norm"

	"anketa/survey"
)

// Any file gives either a survey that survives the way through a database
// unchanged, or problems that point into the file.
func FuzzLoad(f *testing.F) {
	f.Add(trainingsFile(f))
	f.Add([]byte(head + ask))
	f.Add([]byte(scaled + "  - { id: q, kind: likert, scale: s, text: Q, headline: [3], required: true }\n"))
	f.Add([]byte(head + "kiosk: { idle: 1h }\nrelease: live\nmin_group: 7\nintro: I\n" + ask + "    consent: quote\n"))
	f.Add([]byte("id: &a x\ntitle: *a\n"))
	for _, h := range hostileFiles() {
		f.Add([]byte(h.file[:min(len(h.file), 512)]))
	}
	f.Fuzz(func(t *testing.T, file []byte) {
		s, err := survey.Load(strings.NewReader(string(file)))
		if err != nil {
			checkProblems(t, err)
			return
		}
		canonical, revision, err := s.Revise()
		if err != nil {
			t.Fatal(err)
		}
		again, err := survey.Decode(canonical)
		if err != nil {
			t.Fatalf("the survey cannot be read back: %v\n%s", err, canonical)
		}
		if got := revisionOf(t, again); got != revision {
			t.Errorf("got the revision %s, want %s\n%s", got, revision, canonical)
		}
	})
}

// checkProblems fails unless an error is a list of problems that a person can
// look up, each in one line without control characters.
func checkProblems(tb testing.TB, err error) {
	tb.Helper()
	var problems survey.Findings
	if !errors.As(err, &problems) || len(problems) == 0 {
		tb.Fatalf("got the error %v (%T), want Findings", err, err)
	}
	for i, p := range problems {
		if p.Line < 1 || p.Column < 1 || p.Message == "" {
			tb.Errorf("problem %d: %+v points nowhere", i, p)
		}
		if i > 0 && (p.Line < problems[i-1].Line || p.Line == problems[i-1].Line && p.Column < problems[i-1].Column) {
			tb.Errorf("problem %d (%s) stands behind %s", i, p, problems[i-1])
		}
		if strings.ContainsFunc(p.Message, unicode.IsControl) {
			tb.Errorf("problem %d holds a control character: %q", i, p.Message)
		}
	}
}

// The cleaner holds its promises for every text, and cleaning again changes nothing.
func FuzzClean(f *testing.F) {
	for _, text := range []string{
		"", "Čaša vode\nпиће", "\x1b[31mred", "a\u0316\u0316\u0316\u0316\u0316", "\u1ebf\u200b\u0327\u0316\u0317\u0318",
		"\u202egnp.exe", "a\xed\xa0\x80", "🇷🇸👩\u200d👩", "\u1100\u1161\u11a8", "e\u0301\u0327", " \u0301 ", "\u0958\u09c7\u200b\u09be",
	} {
		f.Add(text, 5)
		f.Add(text, 500)
	}
	f.Fuzz(func(t *testing.T, text string, limit int) {
		limit &= 1023
		once := survey.Clean(text, limit)
		checkClean(t, once, limit)
		if twice := survey.Clean(once, limit); twice != once {
			t.Errorf("Clean(%+q, %d) = %+q, want no change", once, limit, twice)
		}
		line := survey.CleanLine(text, limit)
		checkClean(t, line, limit)
		if strings.Contains(line, "\n") {
			t.Errorf("the line %+q has a newline", line)
		}
	})
}

// errorer is what checkClean needs of a test or a property.
type errorer interface {
	Helper()
	Errorf(format string, args ...any)
}

// checkClean fails unless the text is clean and has at most limit characters.
func checkClean(t errorer, text string, limit int) {
	t.Helper()
	if !utf8.ValidString(text) || !norm.NFC.IsNormalString(text) || strings.TrimSpace(text) != text {
		t.Errorf("%+q is not valid, not NFC or has space around it", text)
	}
	marks, before := 0, '\n'
	for _, r := range text {
		switch {
		case unicode.Is(unicode.M, r):
			if marks++; marks > 4 || before == '\n' || before == ' ' {
				t.Errorf("%+q has a mark too many or without a base", text)
			}
		case r != ' ' && r != '\n' && !unicode.In(r, unicode.L, unicode.N, unicode.P, unicode.S):
			t.Errorf("%+q holds %U", text, r)
		default:
			marks = 0
		}
		before = r
	}
	clusters := graphemes.FromString(text)
	n := 0
	for clusters.Next() {
		n++
	}
	if n > limit {
		t.Errorf("%+q has %d characters, want at most %d", text, n, limit)
	}
}

// Whatever lies in a database, decoding gives an error or a survey that an
// interview can walk through and that decodes to itself.
func FuzzDecode(f *testing.F) {
	for _, s := range []*survey.Survey{trainings(f), load(f, file), load(f, head+ask)} {
		f.Add([]byte(canonicalOf(f, s)))
	}
	f.Add([]byte(`{"id":"s","languages":["en"],"min_group":5,"questions":[{"id":"q","kind":"yes_no","points":[{},{}]}]}`))
	f.Fuzz(func(t *testing.T, stored []byte) {
		s, err := survey.Decode(stored)
		if err != nil {
			return
		}
		again, err := survey.Decode([]byte(canonicalOf(t, s)))
		if err != nil {
			t.Fatalf("what was decoded once cannot be decoded again: %v", err)
		}
		if revisionOf(t, again) != revisionOf(t, s) {
			t.Error("decoding again gives another survey")
		}
		walkThrough(t, s)
	})
}

// walkThrough answers every question of a survey with its last point or a text.
func walkThrough(tb testing.TB, s *survey.Survey) {
	tb.Helper()
	iv := survey.NewInterview(s)
	for !iv.AtReview() {
		q := iv.Question()
		a := survey.Answer{Code: survey.Code(len(q.Points))}
		if !q.Closed() {
			a = survey.Answer{Text: "x"}
		}
		put(tb, iv, a)
		if q.Label(a.Code, s.Lang("fr")) != "" && a.Code == survey.Missing {
			tb.Error("a missing answer has a label")
		}
		if !iv.Next() {
			tb.Fatalf("question %d holds though it is answered", iv.Index())
		}
	}
	r, ok := iv.Finish(survey.NewID())
	if !ok || r.Check(s) != nil {
		tb.Errorf("got %+v %t: the response does not fit its survey", r, ok)
	}
}
