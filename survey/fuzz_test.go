package survey_test

import (
	"errors"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/graphemes"
	"golang.org/x/text/unicode/norm"

	"anketa/survey"
)

// Whatever the file, each finding has a known rule, points into it and says in
// one line of clean text what is wrong and what to do. A survey that comes out
// survives the way through a database unchanged.
func FuzzCheck(f *testing.F) {
	for _, path := range []string{lintFolder, "testdata/corpus/valid", "testdata/corpus/invalid"} {
		files, err := filepath.Glob(path + "/*.yaml")
		if err != nil || len(files) == 0 {
			f.Fatalf("no files in %s: %v", path, err)
		}
		for _, name := range files {
			f.Add(read(f, name))
		}
	}
	addSeeds(f)
	f.Fuzz(func(t *testing.T, file []byte) {
		s, findings := survey.Lint(file, survey.LintOptions{Fits: fits})
		checkFindings(t, string(file), findings)
		if s != nil {
			checkStored(t, s)
		}
	})
}

// FuzzLoad is the same by the other door: any file gives either a survey or
// problems.
func FuzzLoad(f *testing.F) {
	addSeeds(f)
	f.Fuzz(func(t *testing.T, file []byte) {
		s, err := survey.Load(strings.NewReader(string(file)))
		if err != nil {
			checkProblems(t, err)
			return
		}
		checkStored(t, s)
	})
}

// addSeeds adds files that are right, nearly right and hostile.
func addSeeds(f *testing.F) {
	f.Add(trainingsFile(f))
	f.Add([]byte(head + ask))
	f.Add([]byte(scaled + "  - { id: q, kind: likert, scale: s, text: Q, headline: [3], required: true }\n"))
	f.Add([]byte(head + "kiosk: { idle: 1h }\nrelease: live\nmin_group: 7\nintro: I\n" + ask + "    consent: quote\n"))
	f.Add([]byte("id: &a x\ntitle: *a\n"))
	for _, h := range hostileFiles() {
		f.Add([]byte(h.file[:min(len(h.file), 512)]))
	}
}

// checkStored fails unless a survey survives the way through a database unchanged.
func checkStored(tb testing.TB, s *survey.Survey) {
	tb.Helper()
	canonical, revision, err := s.Revise()
	if err != nil {
		tb.Fatal(err)
	}
	again, err := survey.Decode(canonical)
	if err != nil {
		tb.Fatalf("the survey cannot be read back: %v\n%s", err, canonical)
	}
	if got := revisionOf(tb, again); got != revision {
		tb.Errorf("got the revision %s, want %s\n%s", got, revision, canonical)
	}
}

// checkProblems fails unless an error is a list of errors.
func checkProblems(tb testing.TB, err error) {
	tb.Helper()
	var problems survey.Findings
	if !errors.As(err, &problems) || len(problems) == 0 {
		tb.Fatalf("got the error %v (%T), want Findings", err, err)
	}
	if len(problems.Of(survey.SeverityError)) != len(problems) {
		tb.Errorf("there are other findings than errors: %v", problems)
	}
}

// checkFindings fails unless every finding can be looked up in the file, in file
// order, and read on a terminal.
func checkFindings(tb testing.TB, file string, findings survey.Findings) {
	tb.Helper()
	lines, rules := strings.Split(file, "\n"), survey.Rules()
	for i, f := range findings {
		if f.Line < 1 || f.Line > len(lines) || f.Column < 1 || f.Width < 1 {
			tb.Fatalf("finding %d points out of the file: %+v", i, f)
		}
		if letters := utf8.RuneCountInString(lines[f.Line-1]); f.Column > letters+1 || f.Width > max(letters+1-f.Column, 1) {
			tb.Errorf("finding %d points behind the %d letters of its line: %+v", i, letters, f)
		}
		if i > 0 && (f.Line < findings[i-1].Line || f.Line == findings[i-1].Line && f.Column < findings[i-1].Column) {
			tb.Errorf("finding %d (%s) stands behind %s", i, f, findings[i-1])
		}
		if i > 0 && f == findings[i-1] {
			tb.Errorf("finding %d is there twice: %s", i, f)
		}
		if !slices.Contains(rules, f.Rule) {
			tb.Errorf("finding %d has the unknown rule %q", i, f.Rule)
		}
		if f.Message == "" || f.Repair == "" || !survey.Typable(f.String()) {
			tb.Errorf("finding %d cannot be read: %q", i, f)
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
	for _, s := range []*survey.Survey{trainings(f), load(f, file), load(f, head+ask), everyKind()} {
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

// walkThrough answers every question of a survey with the last that it offers or a text.
func walkThrough(tb testing.TB, s *survey.Survey) {
	tb.Helper()
	iv := survey.NewInterview(s)
	for !iv.AtReview() {
		q := iv.Question()
		a := lastAnswer(q)
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
