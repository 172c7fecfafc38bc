package survey_test

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"anketa/survey"
)

// is, atLeast and answered are tests of the answer to one question.
func is(id, value string) survey.Condition { return survey.Condition{Question: id, Is: value} }

func atLeast(id string, n int) survey.Condition { return survey.Condition{Question: id, AtLeast: &n} }

func answered(id string, yes bool) survey.Condition {
	return survey.Condition{Question: id, Answered: &yes}
}

// chain is a survey whose second question is asked behind "1", whose third
// behind "1" to the second, and whose note behind any answer to the third.
func chain() *survey.Survey {
	s := &survey.Survey{ID: "chain", Languages: survey.Languages(), MinGroup: 5}
	for i, id := range []string{"a", "b", "c"} {
		q := question(survey.KindYesNo)
		if q.ID = id; i > 0 {
			q = conditional(q, is(s.Questions[i-1].ID, "1"))
		}
		s.Questions = append(s.Questions, q)
	}
	note := conditional(question(survey.KindNote), answered("c", true))
	note.ID = "d"
	s.Questions = append(s.Questions, note)
	return s
}

// Each test on each kind of question, as it is meant.
func TestConditionTests(t *testing.T) {
	const na, given = survey.NotApplicable, survey.Answered
	other := withOther(question(survey.KindChoice))
	tests := []struct {
		name   string
		q      survey.Question
		when   survey.Condition
		answer survey.Answer
		want   bool
	}{
		{"likert is", question(survey.KindLikert), is("q", "4"), survey.Answer{Code: 4}, true},
		{"likert is another", question(survey.KindLikert), is("q", "4"), survey.Answer{Code: 5}, false},
		{"likert missing", question(survey.KindLikert), is("q", "4"), survey.Answer{}, false},
		{"likert is na", withNotApplicable(question(survey.KindLikert)), is("q", "na"), survey.Answer{Code: na}, true},
		{"likert is not na", withNotApplicable(question(survey.KindLikert)), is("q", "na"), survey.Answer{Code: 5}, false},
		{"likert na where there is none", question(survey.KindLikert), is("q", "na"), survey.Answer{}, false},
		{"likert at least", question(survey.KindLikert), atLeast("q", 4), survey.Answer{Code: 4}, true},
		{"likert below", question(survey.KindLikert), atLeast("q", 4), survey.Answer{Code: 3}, false},
		{"likert na is no number", withNotApplicable(question(survey.KindLikert)), atLeast("q", 1), survey.Answer{Code: na}, false},
		{"likert missing is no number", question(survey.KindLikert), atLeast("q", -4), survey.Answer{}, false},
		{"likert na is answered", withNotApplicable(question(survey.KindLikert)), answered("q", true), survey.Answer{Code: na}, true},
		{"likert not answered", question(survey.KindLikert), answered("q", false), survey.Answer{}, true},
		{"choice in", question(survey.KindChoice), survey.Condition{Question: "q", In: []string{"1", "3"}}, survey.Answer{Code: 3}, true},
		{"choice not in", question(survey.KindChoice), survey.Condition{Question: "q", In: []string{"1", "3"}}, survey.Answer{Code: 2}, false},
		{"choice in nothing", question(survey.KindChoice), survey.Condition{Question: "q"}, survey.Answer{Code: 1}, false},
		{"choice is other", other, is("q", "other"), survey.Answer{Code: 6, Text: "x"}, true},
		{"choice has no order", question(survey.KindChoice), atLeast("q", 1), survey.Answer{Code: 5}, false},
		{"multi is among", question(survey.KindMulti), is("q", "3"), survey.Answer{Code: given, Set: 0b101}, true},
		{"multi is not among", question(survey.KindMulti), is("q", "2"), survey.Answer{Code: given, Set: 0b101}, false},
		{"multi first is not its code", question(survey.KindMulti), is("q", "1"), survey.Answer{Code: given, Set: 0b110}, false},
		{"multi in", question(survey.KindMulti), survey.Condition{Question: "q", In: []string{"2", "3"}}, survey.Answer{Code: given, Set: 0b101}, true},
		{"multi na", withNotApplicable(question(survey.KindMulti)), is("q", "na"), survey.Answer{Code: na}, true},
		{"multi not na", withNotApplicable(question(survey.KindMulti)), is("q", "na"), survey.Answer{Code: given, Set: 1}, false},
		{"multi answered", question(survey.KindMulti), answered("q", true), survey.Answer{Code: given, Set: 1}, true},
		{"yes_no is", question(survey.KindYesNo), is("q", "2"), survey.Answer{Code: 2}, true},
		{"nps is zero", question(survey.KindNPS), is("q", "0"), survey.Answer{Code: 1}, true},
		{"nps at least", question(survey.KindNPS), atLeast("q", 9), survey.Answer{Code: 10}, true},
		{"nps below", question(survey.KindNPS), atLeast("q", 9), survey.Answer{Code: 9}, false},
		{"number at least", question(survey.KindNumber), atLeast("q", -2), survey.Answer{Code: given, Number: -2}, true},
		{"number below", question(survey.KindNumber), atLeast("q", -2), survey.Answer{Code: given, Number: -3}, false},
		{"number zero", question(survey.KindNumber), atLeast("q", 0), survey.Answer{Code: given}, true},
		{"number missing is not zero", question(survey.KindNumber), atLeast("q", 0), survey.Answer{}, false},
		{"number na", withNotApplicable(question(survey.KindNumber)), is("q", "na"), survey.Answer{Code: na}, true},
		{"text answered", question(survey.KindText), answered("q", true), survey.Answer{Text: "x"}, true},
		{"text not answered", question(survey.KindText), answered("q", true), survey.Answer{}, false},
		{"before_after is now", question(survey.KindBeforeAfter), is("q", "5"), survey.Answer{Code: 5, Before: 1}, true},
		{"before_after is not before", question(survey.KindBeforeAfter), is("q", "1"), survey.Answer{Code: 5, Before: 1}, false},
		{"before_after at least now", question(survey.KindBeforeAfter), atLeast("q", 3), survey.Answer{Code: 2, Before: 5}, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			last := conditional(question(survey.KindText), tt.when)
			last.ID = "last"
			s := &survey.Survey{Questions: []survey.Question{tt.q, last}}
			asked := s.Asked([]survey.Answer{tt.answer, {}})
			if !slices.Equal(asked, []bool{true, tt.want}) {
				t.Errorf("got %v, want the last %t", asked, tt.want)
			}
		})
	}
}

// Conditions put together.
func TestConditionForms(t *testing.T) {
	yes, no := is("q", "1"), is("q", "2")
	tests := []struct {
		name string
		when survey.Condition
		want bool
	}{
		{"all", survey.Condition{All: []survey.Condition{yes, yes}}, true},
		{"not all", survey.Condition{All: []survey.Condition{yes, no}}, false},
		{"any", survey.Condition{Any: []survey.Condition{no, yes}}, true},
		{"not any", survey.Condition{Any: []survey.Condition{no, no}}, false},
		{"not", survey.Condition{Not: &no}, true},
		{"not at all", survey.Condition{Not: &yes}, false},
		{"any in all", survey.Condition{All: []survey.Condition{{Any: []survey.Condition{no, yes}}, yes}}, true},
		{"question that is not there", is("elsewhere", "1"), false},
		{"itself", is("last", "1"), false},
	}
	for _, tt := range tests {
		last := conditional(question(survey.KindYesNo), tt.when)
		last.ID = "last"
		s := &survey.Survey{Questions: []survey.Question{question(survey.KindYesNo), last}}
		if got := s.Asked([]survey.Answer{{Code: 1}, {Code: 1}})[1]; got != tt.want {
			t.Errorf("%s: got %t, want %t", tt.name, got, tt.want)
		}
	}
}

// A question behind a hidden one is hidden too, whatever was answered to it
// before: a hidden answer counts as missing.
func TestConditionChain(t *testing.T) {
	s := chain()
	yes, no := survey.Answer{Code: 1}, survey.Answer{Code: 2}
	tests := []struct {
		answers []survey.Answer
		want    []bool
	}{
		{[]survey.Answer{yes, yes, yes, {}}, []bool{true, true, true, true}},
		{[]survey.Answer{yes, yes, {}, {}}, []bool{true, true, true, false}},
		{[]survey.Answer{yes, no, yes, {}}, []bool{true, true, false, false}},
		{[]survey.Answer{no, yes, yes, {}}, []bool{true, false, false, false}},
		{[]survey.Answer{{}, {}, {}, {}}, []bool{true, false, false, false}},
	}
	for _, tt := range tests {
		if got := s.Asked(tt.answers); !slices.Equal(got, tt.want) {
			t.Errorf("%+v: asked %v, want %v", tt.answers, got, tt.want)
		}
	}
	unanswered := conditional(question(survey.KindText), answered("b", false))
	unanswered.ID = "e"
	s.Questions = append(s.Questions, unanswered)
	if got := s.Asked([]survey.Answer{no, yes, {}, {}, {}}); !got[4] {
		t.Error("the answer to a hidden question counts as given")
	}
}

// asks is the naive evaluator: whether a question is asked, told from the words
// of the survey file alone.
func asks(s *survey.Survey, answers []survey.Answer, i int) bool {
	return s.Questions[i].When == nil || meets(s, answers, *s.Questions[i].When)
}

// meets tells whether a condition holds, looking at each answer anew.
func meets(s *survey.Survey, answers []survey.Answer, c survey.Condition) bool {
	held := 0
	for _, part := range slices.Concat(c.All, c.Any) {
		if meets(s, answers, part) {
			held++
		}
	}
	switch {
	case len(c.All) > 0:
		return held == len(c.All)
	case len(c.Any) > 0:
		return held > 0
	case c.Not != nil:
		return !meets(s, answers, *c.Not)
	}
	i, _ := s.Question(c.Question)
	q, a := s.Questions[i], answers[i]
	if !asks(s, answers, i) {
		a = survey.Answer{}
	}
	// What was said, as words and as a number.
	var said []string
	number, isNumber := 0, false
	switch {
	case a == survey.Answer{}:
	case a.Code == survey.NotApplicable:
		said = []string{"na"}
	case q.Kind == survey.KindMulti:
		for bit := range 60 {
			if a.Set>>bit&1 == 1 {
				said = append(said, q.Points[bit].Value)
			}
		}
	case q.Kind == survey.KindNumber:
		number, isNumber = a.Number, true
	case q.Kind != survey.KindText:
		said = []string{q.Points[a.Code-1].Value}
		number, isNumber = int(a.Code), q.OfScale() || q.Kind == survey.KindNPS
		if q.Kind == survey.KindNPS {
			number--
		}
	}
	switch {
	case c.Answered != nil:
		return (a != survey.Answer{}) == *c.Answered
	case c.AtLeast != nil:
		return isNumber && number >= *c.AtLeast
	case c.Is != "":
		return slices.Contains(said, c.Is)
	}
	return slices.ContainsFunc(c.In, func(v string) bool { return slices.Contains(said, v) })
}

// Asked agrees with the naive evaluator; settled answers fit, keep exactly what
// is asked, and settling again changes nothing.
func TestSettleLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := drawSurvey(t)
		answers := make([]survey.Answer, len(s.Questions))
		for i := range answers {
			answers[i] = drawAnswer(t, &s.Questions[i])
			if s.Questions[i].When != nil && rapid.IntRange(0, 7).Draw(t, "not asked") == 0 {
				answers[i] = survey.Answer{Code: survey.NotAsked}
			}
		}
		before := slices.Clone(answers)
		asked, settled := s.Asked(answers), s.Settle(answers)
		if !slices.Equal(answers, before) {
			t.Fatal("settling changes the answers themselves")
		}
		for i := range answers {
			want := answers[i]
			switch {
			case !asks(s, unasked(answers), i):
				want = survey.Answer{Code: survey.NotAsked}
			case want.Code == survey.NotAsked:
				want = survey.Answer{}
			}
			if settled[i] != want || asked[i] != (want.Code != survey.NotAsked) {
				t.Fatalf("question %d: asked %t, settled %+v, want %+v", i, asked[i], settled[i], want)
			}
		}
		r := survey.Response{Answers: settled}
		if err := r.Check(s); err != nil {
			t.Fatalf("the settled answers are refused: %v", err)
		}
		if again := s.Settle(settled); !slices.Equal(again, settled) {
			t.Fatalf("got %+v, want %+v", again, settled)
		}
	})
}

// unasked returns the answers with a missing one in place of each that was not asked.
func unasked(answers []survey.Answer) []survey.Answer {
	answers = slices.Clone(answers)
	for i := range answers {
		if answers[i].Code == survey.NotAsked {
			answers[i] = survey.Answer{}
		}
	}
	return answers
}
