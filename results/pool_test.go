package results_test

import (
	"errors"
	"maps"
	"slices"
	"strings"
	"testing"

	"anketa/results"
	"anketa/survey"
)

// version returns a survey of some questions and the session that asked it; the
// number stands for its revision.
func version(number byte, questions ...survey.Question) *asked {
	s := &survey.Survey{ID: "s", Languages: survey.Languages(), MinGroup: 5, Release: survey.ReleaseLagged, Questions: questions}
	return &asked{s, survey.Session{Title: "session " + string('A'+rune(number)), Revision: survey.Revision{number + 1}}}
}

// asked is a version of a survey and a closed session with it.
type asked struct {
	survey  *survey.Survey
	session survey.Session
}

// part counts sheets; each names its answers by question.
func (v *asked) part(sheets ...map[string]survey.Answer) results.Part {
	b := results.NewBatches(v.survey)
	for _, sheet := range sheets {
		b.Add(v.sheet(sheet))
	}
	return results.Part{Session: v.session, Survey: v.survey, Batches: b}
}

// sheet returns the answers in the order of the version.
func (v *asked) sheet(named map[string]survey.Answer) []survey.Answer {
	answers := make([]survey.Answer, len(v.survey.Questions))
	for i := range answers {
		answers[i] = named[v.survey.Questions[i].ID]
	}
	return v.survey.Settle(answers)
}

// pooled applies the rules to sessions with versions of their own.
func pooled(t fatal, parts ...results.Part) results.Release {
	t.Helper()
	r, err := results.NewRelease(parts...)
	if err != nil {
		t.Fatalf("the sessions are refused: %v", err)
	}
	return r
}

// figure returns the figures of a question by its id.
func figure(t fatal, r *results.Release, id string) results.Figures {
	t.Helper()
	at, ok := r.Survey.Question(id)
	if !ok {
		t.Fatalf("the release has no question %s", id)
	}
	return r.Figures(at)
}

// named returns a question of [every] under its id.
func named(at int, change func(q *survey.Question)) survey.Question {
	q := every(5).Questions[at]
	q.When = nil
	change(&q)
	return q
}

// same leaves a question as it is.
func same(*survey.Question) {}

// Two versions are counted together by the ids of questions and the values of
// points, wherever these stand.
func TestReleaseOfVersions(t *testing.T) {
	first := version(0, named(informed, same), named(sector, func(q *survey.Question) { q.Points, q.Other = values("a b c"), nil; q.NotApplicable = nil }),
		named(age, func(q *survey.Question) { q.Min, q.Max = 0, 20 }), named(recommend, func(q *survey.Question) { q.ID = "old" }),
		named(topics, func(q *survey.Question) { q.Points, q.Other, q.Max = values("a b"), nil, 2 }), named(improve, same), named(thanks, same))
	second := version(1, named(topics, func(q *survey.Question) { q.Points, q.Other, q.Max = values("c b"), nil, 2 }), named(improve, same),
		named(age, func(q *survey.Question) { q.Min, q.Max = -10, 400 }), named(sector, func(q *survey.Question) { q.Points = values("c d a other") }),
		named(informed, same), named(confidence, func(q *survey.Question) { q.ID = "new" }), named(thanks, func(q *survey.Question) { q.ID = "bye" }))
	a := first.part(slices.Repeat([]map[string]survey.Answer{
		{"informed": {Code: 5}, "sector": {Code: 1}, "age": number(20), "old": {Code: 2}, "topics": set(1, 2), "improve": {Text: "x"}},
	}, 6)...)
	b := second.part(append(slices.Repeat([]map[string]survey.Answer{
		{"informed": {Code: 4}, "sector": {Code: 2}, "age": number(-10), "new": {Code: 4, Before: 2}, "topics": set(1, 2)},
	}, 6), map[string]survey.Answer{"sector": {Code: survey.NotApplicable}})...)
	hidden := first.part(slices.Repeat([]map[string]survey.Answer{{"informed": {Code: 1}, "sector": {Code: 2}, "old": {Code: 1}}}, 4)...)

	r := pooled(t, a, hidden, b)
	if r.Tally.N() != 13 || r.Hidden() != 4 || r.Responses() != 17 {
		t.Errorf("%d of %d are shown, %d hidden", r.Tally.N(), r.Responses(), r.Hidden())
	}
	tests := []struct {
		id                          string
		n, missing, notAsked, aside int
		counts                      map[string]int
	}{
		{"informed", 12, 1, 0, 0, map[string]int{"5": 6, "4": 6}},
		{"sector", 12, 0, 0, 1, map[string]int{"a": 6, "d": 6}},
		{"topics", 12, 1, 0, 0, map[string]int{"a": 6, "b": 12, "c": 6}},
		{"old", 6, 0, 7, 0, map[string]int{"2": 6}},
		{"new", 6, 1, 6, 0, map[string]int{"4": 6}},
		{"improve", 6, 7, 0, 0, nil},
		{"thanks", 0, 0, 0, 0, nil},
		{"bye", 0, 0, 0, 0, nil},
	}
	for _, tt := range tests {
		f := figure(t, &r, tt.id)
		if f.N != tt.n || f.Missing != tt.missing || f.NotAsked != tt.notAsked || f.NotApplicable != tt.aside || !maps.Equal(byValue(&f), tt.counts) && tt.counts != nil {
			t.Errorf("%s: got %+v by value %v, want %+v", tt.id, f, byValue(&f), tt)
		}
	}
	f := figure(t, &r, "age")
	if f.N != 12 || f.Missing != 1 || f.Quantile(0) != -10 || f.Quantile(0.5) != 5 || f.Quantile(1) != 20 || len(f.Counts) != 411 {
		t.Errorf("the numbers run from %g over %g to %g", f.Quantile(0), f.Quantile(0.5), f.Quantile(1))
	}
	if f := figure(t, &r, "new"); f.Shift != (results.Shift{Improved: 6}) || !slices.Equal(f.Before, []int{0, 6, 0, 0}) {
		t.Errorf("got %+v before %v", f.Shift, f.Before)
	}
	if len(r.Survey.Questions) != 9 {
		t.Errorf("the pool has %d questions, want 9", len(r.Survey.Questions))
	}
}

// byValue returns the counts of points that somebody chose, by their values.
func byValue(f *results.Figures) map[string]int {
	counts := map[string]int{}
	for i, n := range f.Counts {
		if n > 0 && i < len(f.Question.Points) {
			counts[f.Question.Points[i].Value] = n
		}
	}
	return counts
}

// Who was not asked because of a condition stays apart from who was asked and
// did not answer, and from those whose version did not have the question; texts
// are those of the last session.
func TestReleaseOfConditionalVersion(t *testing.T) {
	without := version(0, named(informed, same))
	with := version(1, named(informed, same), named(next, func(q *survey.Question) { q.When = &survey.Condition{Question: "informed", Is: "5"} }))
	without.survey.Title, with.survey.Title = survey.Text{survey.English: "without"}, survey.Text{survey.English: "with"}
	b := with.part(slices.Concat(
		slices.Repeat([]map[string]survey.Answer{{"informed": {Code: 5}, "next": {Code: 3}}}, 6),
		slices.Repeat([]map[string]survey.Answer{{"informed": {Code: 5}}}, 2),
		slices.Repeat([]map[string]survey.Answer{{"informed": {Code: 4}}}, 7))...)
	a := without.part(slices.Repeat([]map[string]survey.Answer{{"informed": {Code: 1}}}, 9)...)
	for _, parts := range [][]results.Part{{a, b}, {b, a}, {a, b, a}, {b, a, b}} {
		r := pooled(t, parts...)
		last := parts[len(parts)-1]
		others := 9 * strings.Count(titles(parts), "without")
		sessions := len(parts) - others/9
		if f := figure(t, &r, "next"); f.N != 6*sessions || f.Missing != 2*sessions || f.NotAsked != 7*sessions+others {
			t.Errorf("%s: got %+v", titles(parts), f)
		}
		if got, want := r.Survey.Title.In(survey.English), last.Survey.Title.In(survey.English); got != want {
			t.Errorf("%s: the title is %q", titles(parts), got)
		}
	}
}

// titles returns the titles of the surveys of some sessions.
func titles(parts []results.Part) string {
	var list []string
	for i := range parts {
		list = append(list, parts[i].Survey.Title.In(survey.English))
	}
	return strings.Join(list, ", ")
}

// Sessions in which a question cannot be counted together are refused with the
// titles of two of them, the question and what differs, and so are sessions of
// different surveys.
func TestReleaseRefusesVersions(t *testing.T) {
	first := version(0, named(informed, same), named(age, same))
	again := version(0, named(informed, same), named(age, same))
	kind := version(2, named(informed, func(q *survey.Question) { q.Kind = survey.KindBeforeAfter }), named(age, same))
	scale := version(3, named(age, same), named(informed, func(q *survey.Question) { q.Points = q.Points[:4] }))
	wide := version(4, named(age, func(q *survey.Question) { q.Min, q.Max = 500, 1020 }))
	wider := version(5, named(age, func(q *survey.Question) { q.Min, q.Max = 600, 1016 }))
	elsewhere := version(6, named(informed, same))
	elsewhere.survey.ID = "another"
	tests := []struct {
		name  string
		parts []*asked
		want  string
	}{
		{"kind", []*asked{first, again, kind}, "“session A” and “session C” cannot be put together: the question informed has another kind"},
		{"scale", []*asked{kind, first, scale}, "“session C” and “session A” cannot be put together: the question informed has another kind"},
		{"fewer points", []*asked{first, scale}, "“session A” and “session D” cannot be put together: the question informed has another scale"},
		{"range", []*asked{first, wide}, "“session A” and “session E” cannot be put together: the question age has another range"},
		{"range of two", []*asked{first, wider}, ""},
		{"another survey", []*asked{first, again, elsewhere}, "the sessions asked different surveys: “session A” and “session G”"},
	}
	for _, tt := range tests {
		var parts []results.Part
		for _, v := range tt.parts {
			parts = append(parts, v.part(slices.Repeat([]map[string]survey.Answer{{}}, 6)...))
		}
		r, err := results.NewRelease(parts...)
		if tt.want == "" {
			if err != nil || r.Tally.N() != 12 {
				t.Errorf("%s: %d responses, error %v", tt.name, r.Tally.N(), err)
			}
			continue
		}
		if err == nil || err.Error() != tt.want || r.Survey != nil || r.Tally.N() != 0 {
			t.Errorf("%s: got %v, want %s", tt.name, err, tt.want)
		}
		var refused *results.PoolError
		var cause *survey.IncomparableError
		if other := errors.Is(err, results.ErrOtherSurvey); errors.As(err, &refused) == other || errors.As(err, &cause) == other {
			t.Errorf("%s: got a %T, want a PoolError or ErrOtherSurvey", tt.name, err)
		}
	}
}

// The people who could have answered a question are those of the sessions that
// asked it, when all are known.
func TestReleasePopulation(t *testing.T) {
	sixYes := slices.Repeat([]map[string]survey.Answer{{"informed": {Code: 5}, "next": {Code: 5}}}, 6)
	tests := []struct {
		name                string
		parts               []*asked
		attended            []int
		informed, next, all int
	}{
		{"both asked", []*asked{version(0, named(informed, same), named(next, same)), version(1, named(next, same), named(informed, same))}, []int{20, 30}, 50, 50, 50},
		{"one asked", []*asked{version(0, named(informed, same)), version(1, named(next, same))}, []int{20, 30}, 20, 30, 50},
		{"one not known", []*asked{version(0, named(informed, same)), version(1, named(next, same))}, []int{20, 0}, 20, 0, 0},
		{"one conditional", []*asked{version(0, named(informed, same), named(next, same)), version(1, named(informed, same), named(next, func(q *survey.Question) {
			q.When = &survey.Condition{Question: "informed", Is: "5"}
		}))}, []int{20, 30}, 50, 0, 50},
	}
	for _, tt := range tests {
		var parts []results.Part
		for i, v := range tt.parts {
			v.session.Attended = tt.attended[i]
			parts = append(parts, v.part(sixYes...))
		}
		r := pooled(t, parts...)
		for id, population := range map[string]int{"informed": tt.informed, "next": tt.next} {
			f := figure(t, &r, id)
			h, ok := f.Headline()
			if low, _ := results.Wilson(f.N, f.N, population); !ok || h.Low != 100*low {
				t.Errorf("%s, %s: the interval begins at %g, want %g", tt.name, id, h.Low, 100*low)
			}
		}
		if r.Attended() != tt.all {
			t.Errorf("%s: %d attended, want %d", tt.name, r.Attended(), tt.all)
		}
	}
}

// Each session follows the rule of its own version: where one shows answers at
// once, the other still holds its batches back, and only they are waited for.
func TestReleaseOfModes(t *testing.T) {
	live, lagged := version(0, named(informed, same)), version(1, named(informed, same), named(next, same))
	live.survey.Release = survey.ReleaseLive
	live.session.Open, lagged.session.Open = true, true
	one := map[string]survey.Answer{"informed": {Code: 5}}
	for n, until := range []int{10, 9, 8} {
		for _, liveFirst := range []bool{true, false} {
			parts := []results.Part{live.part(one, one), lagged.part(slices.Repeat([]map[string]survey.Answer{one}, n)...)}
			if !liveFirst {
				slices.Reverse(parts)
			}
			r := pooled(t, parts...)
			if r.Tally.N() != 2 || r.Hidden() != n || r.Until() != until || r.Survey.Release != survey.ReleaseLagged {
				t.Errorf("%d lagged: %d shown, %d hidden, %d until more", n, r.Tally.N(), r.Hidden(), r.Until())
			}
		}
	}
	if r := pooled(t, live.part(one)); r.Until() != 0 {
		t.Errorf("live: %d until more is shown", r.Until())
	}
}
