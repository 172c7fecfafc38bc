package survey_test

import (
	"slices"
	"testing"

	"anketa/survey"
)

// compared is a survey of a required question about before and now, and of one
// that follows only on a high point.
func compared() *survey.Survey {
	first, second := question(survey.KindBeforeAfter), question(survey.KindText)
	first.ID, first.Required = "first", true
	least := 3
	second.ID, second.When = "second", &survey.Condition{Question: "first", AtLeast: &least}
	return &survey.Survey{ID: "compared", Languages: survey.Languages(), MinGroup: 5, Questions: []survey.Question{first, second}}
}

// An interview that nobody goes on with gives what was answered so far, as a
// sheet that fits the survey though a required question has no answer. Nothing
// answered gives nothing, and neither does half an answer.
func TestPartial(t *testing.T) {
	s := walkable()
	iv := survey.NewInterview(s)
	if r, ok := iv.Partial(survey.NewID()); ok || r.Answers != nil {
		t.Errorf("an untouched interview gave %+v", r)
	}
	put(t, iv, survey.Answer{Code: 4})
	id := survey.NewID()
	r, ok := iv.Partial(id)
	if want := []survey.Answer{{Code: 4}, {}, {}}; !ok || r.ID != id || !slices.Equal(r.Answers, want) {
		t.Fatalf("got %+v %t, want %+v", r, ok, want)
	}
	if err := r.Check(s); err != nil {
		t.Error(err)
	}
	iv.Forget()
	if r.Answers[0].Code != 4 {
		t.Error("forgetting the interview took the answers that were handed out")
	}
	if _, ok := iv.Partial(id); ok {
		t.Error("a forgotten interview still gives answers")
	}
}

// Answers to questions that are not asked after all are no part of it.
func TestPartialLeavesOutWhatIsNotAsked(t *testing.T) {
	s := compared()
	iv := survey.NewInterview(s)
	put(t, iv, survey.Answer{Before: 1, Code: 4})
	iv.Next()
	put(t, iv, survey.Answer{Text: "x"})
	iv.Back()
	put(t, iv, survey.Answer{Before: 1, Code: 2})
	r, ok := iv.Partial(survey.NewID())
	if want := []survey.Answer{{Before: 1, Code: 2}, {Code: survey.NotAsked}}; !ok || !slices.Equal(r.Answers, want) {
		t.Errorf("got %+v %t, want %+v", r.Answers, ok, want)
	}
	if err := r.Check(s); err != nil {
		t.Error(err)
	}
}

// Half an answer stays with its question and counts as none: a required
// question still holds, nothing of it is submitted or kept, and the whole
// answer takes its place.
func TestHalf(t *testing.T) {
	iv := survey.NewInterview(compared())
	if iv.PutHalf(survey.Answer{Before: 2, Text: "x"}); iv.Half() != (survey.Answer{Before: 2}) {
		t.Errorf("got %+v", iv.Half())
	}
	if iv.Given() != 1 {
		t.Error("half an answer is nothing to lose")
	}
	if iv.MayPass() || iv.Next() {
		t.Error("half an answer lets the participant pass")
	}
	if _, ok := iv.Partial(survey.NewID()); ok {
		t.Error("half an answer is kept")
	}
	put(t, iv, survey.Answer{Before: 2, Code: 4})
	if !iv.Next() || iv.Given() != 1 {
		t.Errorf("with the whole answer %d are given", iv.Given())
	}
	if iv.PutHalf(survey.Answer{Before: 1}); iv.Half() != (survey.Answer{}) {
		t.Error("a text has half an answer")
	}
	iv.Back()
	if iv.Half() != (survey.Answer{Before: 2, Code: 4}) {
		t.Errorf("got %+v", iv.Half())
	}
	iv.PutHalf(survey.Answer{Before: 1})
	if iv.Forget(); iv.Half() != (survey.Answer{}) || iv.Given() != 0 {
		t.Error("half an answer was not forgotten")
	}
}
