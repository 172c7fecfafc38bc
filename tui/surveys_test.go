package tui_test

import (
	"encoding/binary"
	"os"
	"strconv"
	"strings"
	"sync"
	"testing"

	"anketa/survey"
)

// usualSurvey is the survey of the three trainings, read once for all kiosks, which
// change nothing in it.
var usualSurvey = sync.OnceValues(readTrainings)

// trainings reads the survey of the three trainings for a test that may change it.
func trainings(tb testing.TB) *survey.Survey {
	tb.Helper()
	s, err := readTrainings()
	if err != nil {
		tb.Fatal(err)
	}
	return s
}

// readTrainings reads the survey of the three trainings.
func readTrainings() (*survey.Survey, error) {
	data, err := os.ReadFile("../questions.yaml")
	if err != nil {
		return nil, err
	}
	return survey.Load(strings.NewReader(string(data)))
}

// countedIDs returns a source of ids that count up.
func countedIDs() func() survey.ID {
	n := uint64(0)
	return func() survey.ID {
		n++
		var id survey.ID
		binary.BigEndian.PutUint64(id[8:], n)
		return id
	}
}

// everywhere is a text that is the same in all languages.
func everywhere(s string) survey.Text {
	t := survey.Text{}
	for _, lang := range survey.Languages() {
		t[lang] = s
	}
	return t
}

// filled repeats a text up to a length in characters.
func filled(s string, length int) string {
	runes := []rune(strings.Repeat(s, length/len([]rune(s))+1))
	return strings.TrimSpace(string(runes[:length]))
}

// labelled returns points with the values 1, 2, 3 … whose labels all differ.
func labelled(n, length int, text string) []survey.Point {
	points := make([]survey.Point, n)
	for i := range points {
		number := string(rune('A'+i/10)) + string(rune('0'+i%10))
		points[i] = survey.Point{Value: strconv.Itoa(i + 1), Label: everywhere(filled(number+" "+text, length))}
	}
	return points
}

// hostile is the largest survey that the loader lets through: every text has
// 300 characters, made of a given one.
func hostile(text string) *survey.Survey {
	const long = 300
	words := everywhere(filled(text, long))
	s := &survey.Survey{
		ID: "hostile", Title: words, Intro: words, Languages: survey.Languages(),
		MinGroup: survey.DefaultMinGroup, Release: survey.ReleaseLagged, Kiosk: survey.DefaultKiosk(),
	}
	for _, q := range []survey.Question{
		{ID: "scale", Kind: survey.KindLikert, Points: labelled(11, long, text), NotApplicable: words, Headline: []survey.Code{1, 11}},
		{ID: "options", Kind: survey.KindChoice, Points: labelled(60, long, text), NotApplicable: words, Headline: []survey.Code{60}},
		{ID: "yes", Kind: survey.KindYesNo, Points: labelled(2, long, text), NotApplicable: words},
		{ID: "words", Kind: survey.KindText, MaxLength: survey.MaxTextLength, AskQuote: true},
	} {
		q.Text, q.Hint = words, words
		s.Questions = append(s.Questions, q)
	}
	return s
}

// hostileTexts are the texts that hostile surveys are made of: words, a word
// without end, characters two cells wide, hyphens, letters with a mark.
func hostileTexts() map[string]string {
	return map[string]string{
		"words":   "oduševljeno preporučujem svima ",
		"endless": "xy",
		"wide":    "評価調査",
		"hyphens": "vrlo-dobro-",
		"marks":   "r\u0301a",
	}
}

// wide is the survey of the trainings with a scale of eleven points whose
// labels need a list on every terminal.
func wide(tb testing.TB) *survey.Survey {
	tb.Helper()
	s := trainings(tb)
	informed := &s.Questions[2]
	informed.Headline = nil
	informed.Points = labelled(11, 20, "od jedanaest stepeni")
	return s
}
