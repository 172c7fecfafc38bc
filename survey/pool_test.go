package survey_test

import (
	"errors"
	"reflect"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"anketa/survey"
)

// option returns a labelled point.
func option(value, label string) survey.Point {
	return survey.Point{Value: value, Label: survey.Text{survey.English: label}}
}

// versionOf returns a survey of some questions, which get the ids a, b, c …
// unless they have one.
func versionOf(questions ...survey.Question) *survey.Survey {
	s := &survey.Survey{ID: "s", Languages: survey.Languages(), MinGroup: 5, Release: survey.ReleaseLagged, Questions: questions}
	for i := range questions {
		if questions[i].ID == "q" {
			questions[i].ID = string(rune('a' + i))
		}
	}
	return s
}

// changed returns a question with a change.
func changed(kind survey.Kind, change func(q *survey.Question)) survey.Question {
	q := question(kind)
	q.Points = slices.Clone(q.Points)
	change(&q)
	return q
}

// What can be counted together, and what differs where it cannot.
func TestComparable(t *testing.T) {
	relabel := func(label survey.Text) func(q *survey.Question) {
		return func(q *survey.Question) { q.Points[1].Label = label }
	}
	serbian := survey.Text{survey.SerbianLatin: "tačka 2", survey.SerbianCyrillic: "тачка 2"}
	in := func(lang survey.Lang, label string) survey.Text { return survey.Text{lang: label} }
	number := func(least, most int, unit string) survey.Question {
		return changed(survey.KindNumber, func(q *survey.Question) {
			q.Min, q.Max, q.Unit = least, most, survey.Text{survey.English: unit}
		})
	}
	likert := question(survey.KindLikert)
	tests := []struct {
		name string
		a, b survey.Question
		want string
	}{
		{"another kind", likert, question(survey.KindBeforeAfter), "kind"},
		{"text and choice", question(survey.KindText), question(survey.KindChoice), "kind"},
		{"another name of the scale", likert, changed(survey.KindLikert, func(q *survey.Question) { q.ScaleName = "renamed" }), ""},
		{"another text", likert, changed(survey.KindLikert, func(q *survey.Question) { q.Text = nil }), ""},
		{"fewer points", likert, changed(survey.KindLikert, func(q *survey.Question) { q.Points = q.Points[:4] }), "scale"},
		{"turned round", likert, changed(survey.KindLikert, func(q *survey.Question) { q.Reverse = true }), "scale"},
		{"another label", likert, changed(survey.KindLikert, relabel(in(survey.English, "else"))), "scale"},
		{"another label of before_after", question(survey.KindBeforeAfter), changed(survey.KindBeforeAfter, relabel(in(survey.English, "else"))), "scale"},
		{"label in capitals", likert, changed(survey.KindLikert, relabel(in(survey.English, " POINT  2"))), ""},
		{"label in no common language", likert, changed(survey.KindLikert, relabel(in("de", "zwei"))), ""},
		{"label in another script", changed(survey.KindLikert, relabel(serbian)), changed(survey.KindLikert, relabel(survey.Text{survey.SerbianLatin: "ТАЧКА 2"})), ""},
		{"one language is enough", changed(survey.KindLikert, relabel(survey.Text{survey.English: "two", "de": "zwei"})), changed(survey.KindLikert, relabel(survey.Text{survey.English: "second", "de": "zwei"})), ""},
		{"no language agrees", changed(survey.KindLikert, relabel(survey.Text{survey.English: "two", "de": "zwei"})), changed(survey.KindLikert, relabel(survey.Text{survey.English: "second", "de": "zweite"})), "scale"},
		{"not applicable added", likert, withNotApplicable(likert), ""},
		{"option added", question(survey.KindChoice), changed(survey.KindChoice, func(q *survey.Question) { q.Points = append(q.Points, option("6", "six")) }), ""},
		{"option left out", question(survey.KindMulti), changed(survey.KindMulti, func(q *survey.Question) { q.Points = q.Points[1:] }), ""},
		{"options in another order", question(survey.KindChoice), changed(survey.KindChoice, func(q *survey.Question) { slices.Reverse(q.Points) }), ""},
		{"option that means something else", question(survey.KindChoice), changed(survey.KindChoice, relabel(in(survey.English, "else"))), "options"},
		{"other added", question(survey.KindChoice), withOther(question(survey.KindChoice)), ""},
		{"number wider", number(0, 99, "years"), number(-100, 500, "Years"), ""},
		{"numbers just in reach", number(0, 10, ""), number(990, 999, ""), ""},
		{"numbers out of reach", number(0, 10, ""), number(991, 1000, ""), "range"},
		{"another unit", number(0, 10, "years"), number(0, 10, "months"), "range"},
		{"another ends of nps", question(survey.KindNPS), changed(survey.KindNPS, func(q *survey.Question) { q.Low = survey.Text{survey.English: "no"} }), ""},
		{"another length", question(survey.KindText), changed(survey.KindText, func(q *survey.Question) { q.MaxLength = 99 }), ""},
	}
	for _, tt := range tests {
		for _, pair := range [][2]*survey.Question{{&tt.a, &tt.b}, {&tt.b, &tt.a}} {
			err := survey.Comparable(pair[0], pair[1])
			var differs *survey.IncomparableError
			switch {
			case tt.want == "" && err != nil:
				t.Errorf("%s: got %v", tt.name, err)
			case tt.want != "" && (!errors.As(err, &differs) || differs.What != tt.want || differs.Question != "q" || err.Error() != "the question q has another "+tt.want):
				t.Errorf("%s: got %v, want another %s", tt.name, err, tt.want)
			}
		}
	}
}

// A pool holds every question and option, those of the last version first.
func TestPool(t *testing.T) {
	likert, text := question(survey.KindLikert), question(survey.KindText)
	likert.ID, text.ID, text.Section = "likert", "text", 1
	first := versionOf(text, changed(survey.KindChoice, func(q *survey.Question) {
		q.ID, q.Points = "sector", []survey.Point{option("police", "police"), option("court", "court"), option("school", "school")}
	}), changed(survey.KindNumber, func(q *survey.Question) { q.ID, q.Min, q.Max = "years", -5, 40 }))
	first.MinGroup, first.Release = 9, survey.ReleaseLagged
	last := versionOf(likert, withOther(changed(survey.KindChoice, func(q *survey.Question) {
		q.ID, q.Points, q.Headline = "sector", []survey.Point{option("court", "Court"), option("police", "Police")}, []survey.Code{2}
	})), withNotApplicable(changed(survey.KindNumber, func(q *survey.Question) { q.ID, q.Min, q.Max = "years", 0, 50 })))
	last.Release, last.Title = survey.ReleaseLive, survey.Text{survey.English: "last"}
	last.Questions[1].Headline = []survey.Code{2, 3}

	pool, err := survey.Pool(first, last)
	if err != nil {
		t.Fatal(err)
	}
	sector, years := pool.Questions[1], pool.Questions[2]
	if got := valuesOf(sector); got != "court police school other" {
		t.Errorf("the options are %s", got)
	}
	if got := boxOf(sector); got != "police other" {
		t.Errorf("the box holds %s", got)
	}
	if sector.Label(1, survey.English) != "Court" || !sector.IsOther(survey.Answer{Code: 4}) {
		t.Errorf("got the label %q, other %v", sector.Label(1, survey.English), sector.Other)
	}
	if years.Min != -5 || years.Max != 50 || !years.HasNotApplicable() {
		t.Errorf("the numbers run from %d to %d", years.Min, years.Max)
	}
	if got := idsOf(pool); got != "likert sector years text" || pool.Questions[3].Section != 0 {
		t.Errorf("the questions are %s", got)
	}
	if pool.MinGroup != 9 || pool.Release != survey.ReleaseLagged || pool.Title.In(survey.English) != "last" {
		t.Errorf("got the group %d, release %s, title %v", pool.MinGroup, pool.Release, pool.Title)
	}
}

// The point that asks for words is the last one of the pool, whichever version
// has it and wherever another version has an option with its value.
func TestPoolOther(t *testing.T) {
	plain := question(survey.KindMulti)
	plain.Points = []survey.Point{option("other", "something else"), option("1", "point 1"), option("9", "nine")}
	with := withOther(question(survey.KindMulti))
	for name, versions := range map[string][]*survey.Survey{
		"in the first": {versionOf(with), versionOf(plain)},
		"in the last":  {versionOf(plain), versionOf(with)},
		"in both":      {versionOf(withOther(changed(survey.KindMulti, func(q *survey.Question) { q.Points = q.Points[:2] }))), versionOf(with)},
	} {
		pool, err := survey.Pool(versions...)
		if err != nil {
			t.Fatal(err)
		}
		q := pool.Questions[0]
		if last := q.Points[len(q.Points)-1].Value; last != "other" || !q.HasOther() || strings.Count(valuesOf(q), "other") != 1 {
			t.Errorf("%s: the options are %s", name, valuesOf(q))
		}
	}
}

// More options than a question may have together are refused, and so are
// numbers that run too far only when three versions come together.
func TestPoolRefuses(t *testing.T) {
	options := func(from, to int) survey.Question {
		return changed(survey.KindChoice, func(q *survey.Question) {
			q.Points = nil
			for i := from; i < to; i++ {
				value := "v" + string(rune('0'+i/10)) + string(rune('0'+i%10))
				q.Points = append(q.Points, option(value, value))
			}
		})
	}
	number := func(least, most int) survey.Question {
		return changed(survey.KindNumber, func(q *survey.Question) { q.Min, q.Max = least, most })
	}
	label := func(lang survey.Lang, label string) survey.Question {
		return changed(survey.KindChoice, func(q *survey.Question) { q.Points[0].Label = survey.Text{lang: label} })
	}
	tests := []struct {
		name     string
		versions []*survey.Survey
		want     string
	}{
		{"sixty options", []*survey.Survey{versionOf(options(0, 40)), versionOf(options(20, 60))}, ""},
		{"more options", []*survey.Survey{versionOf(options(0, 40)), versionOf(options(20, 61))}, "options"},
		{"three ranges", []*survey.Survey{versionOf(number(0, 600)), versionOf(number(300, 900)), versionOf(number(500, 1100))}, "range"},
		{"three ranges in reach", []*survey.Survey{versionOf(number(0, 600)), versionOf(number(300, 900)), versionOf(number(500, 999))}, ""},
		{"a label between others", []*survey.Survey{versionOf(label("en", "one")), versionOf(label("de", "eins")), versionOf(label("en", "two"))}, "options"},
		{"a label between others, last", []*survey.Survey{versionOf(label("en", "one")), versionOf(label("en", "two")), versionOf(label("de", "eins"))}, "options"},
	}
	for _, tt := range tests {
		for _, versions := range permutations(tt.versions) {
			pool, err := survey.Pool(versions...)
			var differs *survey.IncomparableError
			if refused := errors.As(err, &differs); refused != (tt.want != "") || refused && (differs.What != tt.want || pool != nil) {
				t.Errorf("%s: got %v, want %q", tt.name, err, tt.want)
			}
		}
	}
}

// permutations returns all orders of up to three versions.
func permutations(versions []*survey.Survey) [][]*survey.Survey {
	if len(versions) <= 1 {
		return [][]*survey.Survey{versions}
	}
	var all [][]*survey.Survey
	for i := range versions {
		rest := slices.Delete(slices.Clone(versions), i, i+1)
		for _, tail := range permutations(rest) {
			all = append(all, append([]*survey.Survey{versions[i]}, tail...))
		}
	}
	return all
}

// drawVersion draws another version of a survey that can be pooled with it:
// questions and options are left out and change places, ranges differ.
func drawVersion(t *rapid.T, s *survey.Survey) *survey.Survey {
	version := *s
	version.Sections = nil
	version.Questions = nil
	for _, q := range rapid.Permutation(s.Questions).Draw(t, "order") {
		if len(version.Questions) > 0 && rapid.IntRange(0, 3).Draw(t, "left out") == 0 {
			continue
		}
		q.Section, q.When = 0, nil
		switch q.Kind {
		case survey.KindNumber:
			q.Min += rapid.IntRange(-5, 5).Draw(t, "least")
			q.Max = q.Min + rapid.IntRange(1, 20).Draw(t, "range")
		case survey.KindChoice, survey.KindMulti:
			drawOptions(t, &q)
		}
		if q.Closed() && rapid.Bool().Draw(t, "na") {
			q = withNotApplicable(q)
		} else {
			q.NotApplicable = nil
		}
		version.Questions = append(version.Questions, q)
	}
	return &version
}

// drawOptions leaves out options and shuffles the others; the one that asks for
// words stays the last or goes.
func drawOptions(t *rapid.T, q *survey.Question) {
	points := q.Points
	if q.HasOther() {
		points = points[:len(points)-1]
	}
	keep := rapid.IntRange(2, len(points)).Draw(t, "options")
	points = slices.Clone(rapid.Permutation(points).Draw(t, "options in order")[:keep])
	if q.Points = points; q.HasOther() {
		if q.Other = nil; rapid.Bool().Draw(t, "keeps other") {
			*q = withOther(*q)
		}
	}
	if q.Kind == survey.KindChoice {
		q.Headline = []survey.Code{survey.Code(rapid.IntRange(1, len(q.Points)).Draw(t, "box"))}
	} else {
		q.Min, q.Max = 1, len(q.Points)
	}
	// Room behind the points: who appends in place writes into this version.
	q.Points = slices.Grow(q.Points, 9)
}

// Pooling holds every question and point of every version once, keeps the box
// of the last version on its values and "other" last, changes no version, and
// the order of the versions changes neither questions nor points. A pool of one
// version, also with itself or a pool of its own, is that version.
func TestPoolLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := drawSurvey(t)
		versions := []*survey.Survey{drawVersion(t, s), drawVersion(t, s), drawVersion(t, s)}
		before := make([]string, len(versions))
		for i := range versions {
			before[i] = deep(t, versions[i])
		}
		pool := poolOf(t, versions...)
		for i, v := range versions {
			if deep(t, v) != before[i] {
				t.Fatal("pooling changes a version")
			}
			holds(t, pool, v)
			if same := poolOf(t, v, v, v); !reflect.DeepEqual(same, v) {
				t.Fatalf("a version pooled with itself is\n%+v\nwant\n%+v", same, v)
			}
			if same := poolOf(t, v); !reflect.DeepEqual(same, v) {
				t.Fatal("a version pooled alone changes")
			}
			if again := poolOf(t, v, pool); !reflect.DeepEqual(again, pool) {
				t.Fatalf("pooling again gives\n%+v\nwant\n%+v", again, pool)
			}
		}
		last := versions[2]
		for i := range last.Questions {
			if got, want := boxOf(pool.Questions[i]), boxOf(last.Questions[i]); got != want || pool.Questions[i].ID != last.Questions[i].ID {
				t.Fatalf("the box of %s holds %q, want %q", last.Questions[i].ID, got, want)
			}
		}
		for _, order := range permutations(versions) {
			other := poolOf(t, order...)
			holds(t, other, pool)
			holds(t, pool, other)
		}
	})
}

// holds fails unless every question, point and number of a version is in the pool.
func holds(t *rapid.T, pool, version *survey.Survey) {
	t.Helper()
	for i := range version.Questions {
		v := &version.Questions[i]
		at, ok := pool.Question(v.ID)
		if !ok || strings.Count(" "+idsOf(pool)+" ", " "+v.ID+" ") != 1 {
			t.Fatalf("the pool has the questions %s, the version %s", idsOf(pool), v.ID)
		}
		q := &pool.Questions[at]
		for _, p := range v.Points {
			if strings.Count(" "+valuesOf(*q)+" ", " "+p.Value+" ") != 1 {
				t.Fatalf("%s: the pool has the points %s, the version %s", v.ID, valuesOf(*q), p.Value)
			}
		}
		if v.HasNotApplicable() && !q.HasNotApplicable() || v.HasOther() && !q.HasOther() || q.Min > v.Min || q.Max < v.Max {
			t.Fatalf("the pool has %+v, the version %+v", q, v)
		}
		if q.HasOther() && q.Points[len(q.Points)-1].Value != survey.OtherValue {
			t.Fatalf("%s: the last of %s is not the other one", q.ID, valuesOf(*q))
		}
	}
}

// poolOf pools versions that can be pooled.
func poolOf(t *rapid.T, versions ...*survey.Survey) *survey.Survey {
	t.Helper()
	pool, err := survey.Pool(versions...)
	if err != nil {
		t.Fatalf("the versions are refused: %v", err)
	}
	return pool
}

// deep returns everything that a survey holds.
func deep(t *rapid.T, s *survey.Survey) string {
	data, err := s.Canonical()
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// valuesOf returns the values of a question's points, boxOf those in its box,
// idsOf the ids of a survey's questions.
func valuesOf(q survey.Question) string {
	var values []string
	for _, p := range q.Points {
		values = append(values, p.Value)
	}
	return strings.Join(values, " ")
}

func boxOf(q survey.Question) string {
	var values []string
	for _, code := range q.Headline {
		values = append(values, q.Points[code-1].Value)
	}
	return strings.Join(values, " ")
}

func idsOf(s *survey.Survey) string {
	var ids []string
	for i := range s.Questions {
		ids = append(ids, s.Questions[i].ID)
	}
	return strings.Join(ids, " ")
}
