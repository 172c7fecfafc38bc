package survey_test

import (
	"errors"
	"io"
	"slices"
	"strings"
	"testing"
	"time"

	"anketa/survey"
)

// The default survey asks what the responses of the three trainings answer:
// ids and values are those of the columns of the CSV file.
func TestLoadTrainingsQuestions(t *testing.T) {
	scale := []string{"1", "2", "3", "4", "5"}
	want := []struct {
		id       string
		kind     survey.Kind
		required bool
		values   []string
		headline []survey.Code
		na       bool
	}{
		{"sector", survey.KindChoice, false, []string{"social", "police", "red_cross", "ngo", "health", "city", "prosecution", "judiciary", "education"}, nil, false},
		{"gender", survey.KindChoice, false, []string{"woman", "man"}, nil, true},
		{"informed", survey.KindLikert, true, scale, []survey.Code{4}, true},
		{"knowledge", survey.KindLikert, true, scale, []survey.Code{4}, true},
		{"applicable", survey.KindLikert, true, scale, []survey.Code{5}, true},
		{"recommend", survey.KindYesNo, true, []string{"yes", "no"}, []survey.Code{1}, false},
		{"improve", survey.KindText, false, nil, nil, false},
		{"quote", survey.KindText, false, nil, nil, false},
	}
	s := trainings(t)
	if len(s.Questions) != len(want) {
		t.Fatalf("got %d questions, want %d", len(s.Questions), len(want))
	}
	for i, w := range want {
		q := &s.Questions[i]
		if q.ID != w.id || q.Kind != w.kind || q.Required != w.required || q.HasNotApplicable() != w.na {
			t.Errorf("question %d: got %s %s required %t na %t, want %s %s %t %t",
				i, q.ID, q.Kind, q.Required, q.HasNotApplicable(), w.id, w.kind, w.required, w.na)
		}
		if got := values(q); !slices.Equal(got, w.values) {
			t.Errorf("%s: got the values %q, want %q", w.id, got, w.values)
		}
		if !slices.Equal(q.Headline, w.headline) {
			t.Errorf("%s: got the headline %v, want %v", w.id, q.Headline, w.headline)
		}
	}
}

// values returns the values of a question's points.
func values(q *survey.Question) []string {
	var values []string
	for i := range q.Points {
		values = append(values, q.Points[i].Value)
	}
	return values
}

// Everything that people read in the default survey stands in three languages.
func TestLoadTrainingsTexts(t *testing.T) {
	s := trainings(t)
	texts := []survey.Text{s.Title, s.Intro}
	for i := range s.Questions {
		q := &s.Questions[i]
		texts = append(texts, q.Text)
		if q.HasNotApplicable() {
			texts = append(texts, q.NotApplicable)
		}
		if q.ID == "improve" {
			texts = append(texts, q.Hint)
		}
		for j := range q.Points {
			texts = append(texts, q.Points[j].Label)
		}
	}
	for _, text := range texts {
		if len(text) != 3 {
			t.Errorf("%q is written in %d languages, want 3", text, len(text))
		}
		if got, want := text[survey.SerbianLatin], survey.Latin(text[survey.SerbianCyrillic]); got != want {
			t.Errorf("the two scripts differ:\n%s\n%s", got, want)
		}
	}
}

// The head of the default survey, and what its text questions ask for.
func TestLoadTrainingsSettings(t *testing.T) {
	s := trainings(t)
	if s.ID != "trafficking-training" || s.MinGroup != 5 || s.Release != survey.ReleaseLagged || s.LinkTexts {
		t.Errorf("got %s, %d, %s, %t", s.ID, s.MinGroup, s.Release, s.LinkTexts)
	}
	if !slices.Equal(s.Languages, survey.Languages()) {
		t.Errorf("got the languages %v, want %v", s.Languages, survey.Languages())
	}
	if s.Kiosk != survey.DefaultKiosk() {
		t.Errorf("got %+v, want %+v", s.Kiosk, survey.DefaultKiosk())
	}
	improve, quote := s.Questions[6], s.Questions[7]
	if improve.MaxLength != survey.MaxTextLength || improve.AskQuote {
		t.Errorf("improve: got %d %t", improve.MaxLength, improve.AskQuote)
	}
	if quote.MaxLength != 240 || !quote.AskQuote {
		t.Errorf("quote: got %d %t", quote.MaxLength, quote.AskQuote)
	}
	if got := s.Questions[2].ScaleName; got != "extent" {
		t.Errorf("got the scale %q, want extent", got)
	}
}

// A file that names only what it must gets the documented defaults.
func TestLoadDefaults(t *testing.T) {
	s := load(t, "id: s\ntitle: T\n"+ask)
	if !slices.Equal(s.Languages, survey.Languages()) || s.Title[survey.SerbianCyrillic] != "Т" || len(s.Title) != 3 {
		t.Errorf("got the languages %v and the title %v", s.Languages, s.Title)
	}
	if s.MinGroup != survey.DefaultMinGroup || s.Release != survey.ReleaseLagged || s.LinkTexts || s.Kiosk != survey.DefaultKiosk() {
		t.Errorf("got %d %s %t %+v", s.MinGroup, s.Release, s.LinkTexts, s.Kiosk)
	}
	q := s.Questions[0]
	if q.MaxLength != survey.MaxTextLength || q.Required || q.AskQuote || q.HasNotApplicable() {
		t.Errorf("got %+v", q)
	}
}

// limits is a survey file with the largest and smallest settings.
const limits = `id: s
title: T
languages: [en, sr]
min_group: 1000
release: live
link_texts: true
kiosk: { idle: 1h, countdown: 1ms, confirm: 1s, thanks: 1m30s, on_idle: keep }
questions:
  - { id: q, kind: yes_no, text: Q, required: true, headline: [no], not_applicable: N }
  - { id: w, kind: text, text: Q, max_length: 1, consent: quote, hint: H }
`

// What the file names replaces each default.
func TestLoadSettings(t *testing.T) {
	s := load(t, limits)
	if s.MinGroup != 1000 || s.Release != survey.ReleaseLive || !s.LinkTexts {
		t.Errorf("got %d %s %t", s.MinGroup, s.Release, s.LinkTexts)
	}
	if want := []survey.Lang{survey.English, survey.SerbianLatin}; !slices.Equal(s.Languages, want) {
		t.Errorf("got %v, want %v", s.Languages, want)
	}
	if want := (survey.Kiosk{Idle: time.Hour, Countdown: time.Millisecond, Confirm: time.Second, Thanks: 90 * time.Second, OnIdle: survey.IdleKeep}); s.Kiosk != want {
		t.Errorf("got %+v, want %+v", s.Kiosk, want)
	}
	yes, text := s.Questions[0], s.Questions[1]
	if !yes.Required || !slices.Equal(yes.Headline, []survey.Code{2}) || !yes.HasNotApplicable() {
		t.Errorf("got %+v", yes)
	}
	if text.MaxLength != 1 || !text.AskQuote || text.Hint.In(survey.English) != "H" {
		t.Errorf("got %+v", text)
	}
}

// The points of a headline count in survey order, however the file lists them.
func TestLoadSortsHeadline(t *testing.T) {
	s := load(t, head+"questions:\n  - { id: q, kind: choice, text: Q, headline: [c, a], options: "+
		"[{ value: a, label: A }, { value: b, label: B }, { value: c, label: C }] }\n")
	if got, want := s.Questions[0].Headline, []survey.Code{1, 3}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

// A file of exactly the largest size is read, and not one byte more is asked
// for from a reader that never ends.
func TestLoadSizeLimit(t *testing.T) {
	file := head + ask + "#"
	load(t, file+strings.Repeat("x", survey.MaxFileSize-len(file)))
	endless := &countingReader{}
	_, err := survey.Load(endless)
	if want := "1:1: error: the file is larger than 64 KiB; no survey is that long, so shorten it"; err == nil || err.Error() != want {
		t.Errorf("got %v, want %s", err, want)
	}
	if endless.read > survey.MaxFileSize+1 {
		t.Errorf("%d bytes were read, want at most %d", endless.read, survey.MaxFileSize+1)
	}
}

// countingReader gives comment signs, and an error long after the limit.
type countingReader struct{ read int }

func (r *countingReader) Read(p []byte) (int, error) {
	if r.read > 16*survey.MaxFileSize {
		return 0, errors.New("read far too much")
	}
	for i := range p {
		p[i] = '#'
	}
	r.read += len(p)
	return len(p), nil
}

// A reader that fails is no mistake of the file: the error is handed on.
func TestLoadReadError(t *testing.T) {
	broken := errors.New("the stick was pulled out")
	_, err := survey.Load(io.MultiReader(strings.NewReader(head), failingReader{broken}))
	if !errors.Is(err, broken) {
		t.Errorf("got %v, want %v", err, broken)
	}
	var problems survey.Findings
	if errors.As(err, &problems) {
		t.Error("a reading error was reported as a mistake of the file")
	}
}

// failingReader fails at once.
type failingReader struct{ err error }

func (r failingReader) Read([]byte) (int, error) { return 0, r.err }
