package exchange_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"anketa/results"
	"anketa/survey"
)

// TestWriteKinds holds what is written of every kind of question.
func TestWriteKinds(t *testing.T) {
	s, responses := kinds(t)
	r := releasing(t, held(t, s, "Niš", false, responses))
	golden(t, "kinds.json", written(t, &r, survey.SerbianLatin))
	for _, lang := range survey.Languages() {
		golden(t, "kinds."+string(lang)+".txt", table(t, &r, lang))
	}
}

// TestWriteKindsOfVersions holds what is written of two versions of a survey:
// who was not asked stands apart from who did not answer. The second session is
// closed with too few responses, so that what it alone asks is not shown.
func TestWriteKindsOfVersions(t *testing.T) {
	s, responses := kinds(t)
	second := later(t)
	for name, n := range map[string]int{"pooled": 12, "pooled-few": 4} {
		parts := []results.Part{
			held(t, s, "Niš", false, responses[:12]),
			held(t, second, "Subotica", false, without(s, second, responses[12:12+n])),
		}
		r := releasing(t, parts...)
		golden(t, "kinds-"+name+".json", written(t, &r, survey.English))
		golden(t, "kinds-"+name+".en.txt", table(t, &r, survey.English))
	}
}

// TestWriteKindsContract holds the keys of each kind and their order, which are
// the same when nothing may be shown. Negative control: a key that is left out
// when its figure is null.
func TestWriteKindsContract(t *testing.T) {
	s, responses := kinds(t)
	shown := releasing(t, held(t, s, "Niš", false, responses))
	hidden := releasing(t, held(t, s, "Niš", false, responses[:4]))
	files := []string{written(t, &shown, survey.English), written(t, &hidden, survey.English)}
	for at, want := range map[string][]string{
		"field":     {"id", "kind", "n", "missing", "options", "texts", "themes"},
		"years":     {"id", "kind", "n", "missing", "not_applicable", "unit", "bins", "median", "q1", "q3", "mean", "sd"},
		"topics":    {"id", "kind", "n", "missing", "not_applicable", "options", "texts", "themes"},
		"clear":     {"id", "kind", "n", "missing", "not_applicable", "points", "headline", "median", "q1", "q3", "mean", "sd"},
		"skills":    {"id", "kind", "n", "missing", "not_applicable", "points", "before", "shift"},
		"protocol":  {"id", "kind", "n", "missing", "not_asked", "options", "headline"},
		"change":    {"id", "kind", "n", "missing", "bins", "median", "q1", "q3", "mean", "sd"},
		"recommend": {"id", "kind", "n", "missing", "not_applicable", "points", "nps", "median", "q1", "q3", "mean", "sd"},
		"lacking":   {"id", "kind", "n", "missing", "not_asked", "texts", "themes"},
	} {
		for _, file := range files {
			if got := keysOf(t, part(t, file, at)); !slices.Equal(got, want) {
				t.Errorf("%q has the keys %q, want %q", at, got, want)
			}
		}
	}
	if strings.Contains(files[0], `"frank"`) {
		t.Error("a note stands among the results")
	}
}

// TestWriteKindsFigures holds figures that were counted by hand in kinds.csv.
func TestWriteKindsFigures(t *testing.T) {
	s, responses := kinds(t)
	r := releasing(t, held(t, s, "Niš", false, responses))
	file := written(t, &r, survey.English)
	for at, want := range map[string]string{
		"recommend": `{"promoters":7,"passives":10,"detractors":6,"score":4.34782608695652`,
		"lacking":   `"n":12,"missing":5,"not_asked":7`,
		"skills":    `{"improved":18,"same":4,"lower":1,"p":0.0000762939453125}`,
		"doubts":    `{"improved":11,"same":11,"lower":2,"p":0.0224609374`,
		"years":     `{"low":10,"high":14,"count":8,"percent":34.78260869565217}`,
		"field":     `{"value":"other","label":"something else","count":1,"percent":4.16666666666666`,
		"topics":    `"n":22,"missing":1,"not_applicable":1,"options":[{"value":"law","label":"the law","count":10,"percent":45.4545454545454`,
		"protocol":  `"n":12,"missing":0,"not_asked":12,`,
	} {
		var b strings.Builder
		compact(&b, part(t, file, at))
		if !strings.Contains(b.String(), want) {
			t.Errorf("%s does not hold %s:\n%s", at, want, b.String())
		}
	}
}

// compact writes JSON without white space outside of strings.
func compact(b *strings.Builder, raw json.RawMessage) {
	inside := false
	for _, r := range string(raw) {
		if r == '"' {
			inside = !inside
		}
		if inside || !strings.ContainsRune(" \n", r) {
			fmt.Fprint(b, string(r))
		}
	}
}
