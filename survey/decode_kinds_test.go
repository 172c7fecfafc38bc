package survey_test

import (
	"reflect"
	"testing"

	"anketa/survey"
)

// everyKind is a survey with a question of each kind, in the order of
// [survey.Kinds], and behind them one with a condition of each form.
func everyKind() *survey.Survey {
	s := &survey.Survey{
		ID: "every", Title: survey.Text{survey.English: "T"}, Languages: survey.Languages(), MinGroup: 5,
		Release: survey.ReleaseLagged, Kiosk: survey.DefaultKiosk(),
		Sections: []survey.Section{{ID: "one", Title: survey.Text{survey.English: "S"}, Matrix: true}, {ID: "two", Title: survey.Text{survey.English: "S"}}},
	}
	for i, kind := range survey.Kinds() {
		q := question(kind)
		if q.ID = string(kind); q.OfScale() {
			q.ScaleName = "five"
		}
		if i == 0 {
			q.Section = 1
		}
		s.Questions = append(s.Questions, q)
	}
	s.Questions[1], s.Questions[2] = withOther(s.Questions[1]), withNotApplicable(withOther(s.Questions[2]))
	not := answered("text", false)
	last := conditional(question(survey.KindText), survey.Condition{All: []survey.Condition{
		{Any: []survey.Condition{is("choice", "other"), {Question: "multi", In: []string{"1", "na"}}}},
		{Not: &not},
		atLeast("nps", 9),
	}})
	last.ID, last.Section = "last", 2
	s.Questions = append(s.Questions, last)
	return s
}

// A survey of all kinds, with conditions and sections, comes out of a database
// as it went in.
func TestDecodeKinds(t *testing.T) {
	want := everyKind()
	got, err := survey.Decode([]byte(canonicalOf(t, want)))
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v\nwant %+v", got, want)
	}
}

// What no file may ask is refused when it stands in a database: later code
// relies on it.
func TestDecodeRefusesKinds(t *testing.T) {
	const likert, choice, multi, yesNo, nps, number, text, pair, note, last = 0, 1, 2, 3, 4, 5, 6, 7, 8, 9
	when := func(c survey.Condition) func(q []survey.Question) {
		return func(q []survey.Question) { q[last].When = &c }
	}
	many := survey.Condition{Any: make([]survey.Condition, 101)}
	for i := range many.Any {
		many.Any[i] = is("choice", "1")
	}
	for name, spoil := range map[string]func(q []survey.Question){
		"later answer":                when(is("last", "1")),
		"answer that is not there":    when(is("elsewhere", "1")),
		"condition without a form":    when(survey.Condition{}),
		"test without a question":     when(survey.Condition{Is: "1"}),
		"question without a test":     when(survey.Condition{Question: "choice"}),
		"two tests":                   when(survey.Condition{Question: "choice", Is: "1", In: []string{"1"}}),
		"two forms":                   when(survey.Condition{Question: "choice", Is: "1", Not: &many}),
		"all of nothing":              when(survey.Condition{All: []survey.Condition{}}),
		"any of nothing":              when(survey.Condition{Any: []survey.Condition{}}),
		"not of nothing":              when(survey.Condition{Not: &survey.Condition{All: []survey.Condition{}}}),
		"too many tests":              when(many),
		"first question conditional":  func(q []survey.Question) { c := survey.Condition{Any: []survey.Condition{}}; q[likert].When = &c },
		"required note":               func(q []survey.Question) { q[note].Required = true },
		"note not applicable":         func(q []survey.Question) { q[note] = withNotApplicable(q[note]) },
		"text not applicable":         func(q []survey.Question) { q[text] = withNotApplicable(q[text]) },
		"note with points":            func(q []survey.Question) { q[note].Points = points(2) },
		"box of a multi":              func(q []survey.Question) { q[multi].Headline = []survey.Code{1} },
		"box of before_after":         func(q []survey.Question) { q[pair].Headline = []survey.Code{1} },
		"fewer than one option":       func(q []survey.Question) { q[multi].Min = 0 },
		"more options than there are": func(q []survey.Question) { q[multi].Max = 7 },
		"bounds the wrong way":        func(q []survey.Question) { q[multi].Min, q[multi].Max = 3, 2 },
		"one number":                  func(q []survey.Question) { q[number].Max = q[number].Min },
		"too many numbers":            func(q []survey.Question) { q[number].Min, q[number].Max = 0, 1000 },
		"number too large":            func(q []survey.Question) { q[number].Min, q[number].Max = 1_000_000, 1_000_001 },
		"number too small":            func(q []survey.Question) { q[number].Min, q[number].Max = -1_000_001, -1_000_000 },
		"ten points of nps":           func(q []survey.Question) { q[nps].Points = q[nps].Points[:10] },
		"nps from one":                func(q []survey.Question) { q[nps].Points = points(11) },
		"scale not numbered":          func(q []survey.Question) { q[pair].Points[0].Value = "9" },
		"value na":                    func(q []survey.Question) { q[choice].Points[0].Value = "na" },
		"other not the last":          func(q []survey.Question) { p := q[choice].Points; p[0], p[5] = p[5], p[0] },
		"other of yes_no":             func(q []survey.Question) { q[yesNo] = withOther(q[yesNo]) },
		"section that is not there":   func(q []survey.Question) { q[last].Section = 3 },
		"negative section":            func(q []survey.Question) { q[choice].Section = -1 },
		"section in two parts":        func(q []survey.Question) { q[last].Section = 1 },
		"matrix of choice":            func(q []survey.Question) { q[choice].Section = 1 },
	} {
		s := everyKind()
		if spoil(s.Questions); canonicalOf(t, s) == canonicalOf(t, everyKind()) {
			t.Fatalf("%s: nothing changed", name)
		}
		if _, err := survey.Decode([]byte(canonicalOf(t, s))); err == nil {
			t.Errorf("%s: the survey is taken", name)
		}
	}
}
