package survey_test

import (
	"slices"
	"strings"
	"testing"

	"anketa/survey"
)

// walkable is a survey of a required, an optional and a required text question.
func walkable() *survey.Survey {
	first, second, third := question(survey.KindLikert), question(survey.KindChoice), question(survey.KindText)
	first.ID, first.Required = "first", true
	second.ID, second.NotApplicable = "second", survey.Text{survey.English: "cannot tell"}
	third.ID, third.Required, third.AskQuote = "third", true, true
	return &survey.Survey{ID: "walk", Languages: survey.Languages(), MinGroup: 5, Questions: []survey.Question{first, second, third}}
}

// put answers the current question, which must take the answer.
func put(tb testing.TB, iv *survey.Interview, a survey.Answer) {
	tb.Helper()
	if err := iv.Put(a); err != nil {
		tb.Fatalf("question %d refuses %+v: %v", iv.Index(), a, err)
	}
}

// One walk from the first question to the response, as most people make it.
func TestInterviewWalk(t *testing.T) {
	s := walkable()
	iv := survey.NewInterview(s)
	if iv.Survey() != s || iv.Index() != 0 || iv.Question() != &s.Questions[0] {
		t.Fatal("the walk does not begin at the first question")
	}
	if iv.Next() {
		t.Error("a required question without an answer let the participant pass")
	}
	put(t, iv, survey.Answer{Code: 4})
	for _, want := range []int{1, 2} {
		if !iv.Next() || iv.Index() != want {
			t.Fatalf("got to question %d, want %d", iv.Index(), want)
		}
	}
	if iv.Next() {
		t.Error("a required text without an answer let the participant pass")
	}
	put(t, iv, survey.Answer{Text: " Odlično\x1b[31m ", Quote: true})
	if !iv.Next() || !iv.AtReview() || iv.Question() != nil || iv.Next() || !iv.MayPass() {
		t.Errorf("at %d: the walk does not end at the review", iv.Index())
	}
	id := survey.NewID()
	r, ok := iv.Finish(id)
	want := []survey.Answer{{Code: 4}, {}, {Text: "Odlično[31m", Quote: true}}
	if !ok || r.ID != id || !slices.Equal(r.Answers, want) {
		t.Errorf("got %+v %t, want %+v", r, ok, want)
	}
}

// The review names what is missing; from there a question is answered and the
// walk comes straight back.
func TestInterviewReview(t *testing.T) {
	iv := survey.NewInterview(walkable())
	put(t, iv, survey.Answer{Code: 1})
	for range 2 {
		iv.Next()
	}
	put(t, iv, survey.Answer{Text: "x"})
	iv.Next()
	iv.Jump(0)
	put(t, iv, survey.Answer{})
	if got := iv.Unanswered(); !slices.Equal(got, []int{0}) || iv.Next() {
		t.Errorf("got %v, want the first question, which holds", got)
	}
	if r, ok := iv.Finish(survey.NewID()); ok || r.Answers != nil {
		t.Error("a response came without a required answer")
	}
	put(t, iv, survey.Answer{Code: 2})
	if !iv.Next() || !iv.AtReview() || iv.Given() != 2 {
		t.Errorf("got to %d with %d answers, want the review with 2", iv.Index(), iv.Given())
	}
	iv.Back()
	iv.Back()
	if !iv.Next() || iv.Index() != 2 || !iv.Next() || !iv.AtReview() {
		t.Errorf("got to %d, want question by question to the review: the jump is over", iv.Index())
	}
}

// A jump to a place that is no question changes nothing.
func TestInterviewJumpOutside(t *testing.T) {
	iv := survey.NewInterview(walkable())
	for _, i := range []int{-1, 3, 4, 1 << 40} {
		iv.Jump(i)
		if iv.Index() != 0 {
			t.Fatalf("Jump(%d) led to %d", i, iv.Index())
		}
	}
	put(t, iv, survey.Answer{Code: 1})
	if iv.Next(); iv.Index() != 1 {
		t.Errorf("got to %d, want 1: a jump that did not happen changed the way", iv.Index())
	}
}

// An answer that does not fit is refused and leaves the one before; a fitting
// one replaces it, and an empty one takes it back.
func TestInterviewPut(t *testing.T) {
	iv := survey.NewInterview(walkable())
	put(t, iv, survey.Answer{Code: 5})
	for _, a := range []survey.Answer{{Code: 6}, {Code: survey.NotApplicable}, {Text: "five"}} {
		if err := iv.Put(a); err == nil {
			t.Errorf("%+v was taken", a)
		}
		if got := iv.Answer(0); got != (survey.Answer{Code: 5}) {
			t.Errorf("after %+v: got %+v, want the answer before", a, got)
		}
	}
	put(t, iv, survey.Answer{Code: 1})
	if got := iv.Answer(0); got != (survey.Answer{Code: 1}) {
		t.Errorf("got %+v, want point 1", got)
	}
	put(t, iv, survey.Answer{})
	if got := iv.Answer(0); got.Given() {
		t.Errorf("got %+v, want no answer", got)
	}
}

// A text is cleaned and cut to what the question allows; one that says nothing
// is no answer, and consents to nothing.
func TestInterviewPutText(t *testing.T) {
	tests := []struct {
		name     string
		in, want survey.Answer
	}{
		{"clean", survey.Answer{Text: "dobro", Quote: true}, survey.Answer{Text: "dobro", Quote: true}},
		{"no consent", survey.Answer{Text: "dobro"}, survey.Answer{Text: "dobro"}},
		{"control characters", survey.Answer{Text: "\x1b]0;x\x07"}, survey.Answer{Text: "]0;x"}},
		{"too long", survey.Answer{Text: strings.Repeat("č", 21)}, survey.Answer{Text: strings.Repeat("č", 20)}},
		{"only space", survey.Answer{Text: " \n ", Quote: true}, survey.Answer{}},
		{"only consent", survey.Answer{Quote: true}, survey.Answer{}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			iv := survey.NewInterview(walkable())
			iv.Jump(2)
			put(t, iv, tt.in)
			if got := iv.Answer(2); got != tt.want {
				t.Errorf("got %+v, want %+v", got, tt.want)
			}
		})
	}
}

// Consent is kept only where the survey asks for it.
func TestInterviewKeepsNoConsentThatWasNotAsked(t *testing.T) {
	s := walkable()
	s.Questions[2].AskQuote = false
	iv := survey.NewInterview(s)
	put(t, iv, survey.Answer{Code: 1, Quote: true})
	iv.Jump(2)
	put(t, iv, survey.Answer{Text: "x", Quote: true})
	if iv.Answer(0).Quote || iv.Answer(2).Quote {
		t.Errorf("got %+v and %+v, want no consent", iv.Answer(0), iv.Answer(2))
	}
}

// On the review there is nothing to answer.
func TestInterviewPutAtReview(t *testing.T) {
	s := walkable()
	for i := range s.Questions {
		s.Questions[i].Required = false
	}
	iv := survey.NewInterview(s)
	for !iv.AtReview() {
		iv.Next()
	}
	put(t, iv, survey.Answer{Code: 1})
	if iv.Given() != 0 {
		t.Error("an answer was put behind the last question")
	}
}

// An answer to a question that became hidden is kept until the end, in case it
// is asked again, and is not sent.
func TestInterviewHiddenAnswer(t *testing.T) {
	yes, no := survey.Answer{Code: 1}, survey.Answer{Code: 2}
	iv := survey.NewInterview(chain())
	for range 3 {
		put(t, iv, yes)
		iv.Next()
	}
	if number, of := iv.Progress(); iv.Index() != 3 || number != 3 || of != 3 {
		t.Errorf("at %d, number %d of %d, want the note, 3 of 3", iv.Index(), number, of)
	}
	iv.Next()
	iv.Jump(0)
	put(t, iv, no)
	if number, of := iv.Progress(); number != 1 || of != 1 {
		t.Errorf("got number %d of %d, want 1 of 1", number, of)
	}
	if iv.Next(); !iv.AtReview() || iv.Asked(1) || iv.Asked(2) || iv.Answer(2) != yes {
		t.Errorf("at %d: the answers behind the first are not hidden and kept", iv.Index())
	}
	hidden := survey.Answer{Code: survey.NotAsked}
	if r, ok := iv.Finish(survey.NewID()); !ok || !slices.Equal(r.Answers, []survey.Answer{no, hidden, hidden, hidden}) {
		t.Errorf("got %+v %t", r, ok)
	}
	if iv.Jump(1); !iv.AtReview() {
		t.Errorf("a jump led to the hidden question %d", iv.Index())
	}
	iv.Jump(0)
	put(t, iv, yes)
	if r, ok := iv.Finish(survey.NewID()); !ok || !slices.Equal(r.Answers, []survey.Answer{yes, yes, yes, {}}) {
		t.Errorf("asked again: got %+v %t", r, ok)
	}
}

// A required question holds only while it is asked.
func TestInterviewRequiredWhileAsked(t *testing.T) {
	s := chain()
	s.Questions[1].Required = true
	iv := survey.NewInterview(s)
	put(t, iv, survey.Answer{Code: 1})
	if iv.Next(); iv.Next() || !slices.Equal(iv.Unanswered(), []int{1}) {
		t.Errorf("at %d, unanswered %v: the required question let the participant pass", iv.Index(), iv.Unanswered())
	}
	iv.Back()
	put(t, iv, survey.Answer{Code: 2})
	if !iv.Next() || !iv.AtReview() || len(iv.Unanswered()) > 0 {
		t.Errorf("at %d, unanswered %v: a hidden question holds", iv.Index(), iv.Unanswered())
	}
}

// A question that is asked cannot be answered with "not asked": in the response
// its answer is missing.
func TestInterviewTakesNotAskedForMissing(t *testing.T) {
	iv := survey.NewInterview(chain())
	put(t, iv, survey.Answer{Code: 1})
	iv.Next()
	if err := iv.Put(survey.Answer{Code: survey.NotAsked}); err != nil {
		t.Fatal(err)
	}
	r, ok := iv.Finish(survey.NewID())
	if !ok || r.Answers[1] != (survey.Answer{}) || r.Check(iv.Survey()) != nil {
		t.Errorf("got %+v %t (%v), want a response that fits", r, ok, r.Check(iv.Survey()))
	}
}

// Forget leaves nothing of a participant, and a response that was sent keeps
// what it has.
func TestInterviewForget(t *testing.T) {
	iv := survey.NewInterview(walkable())
	put(t, iv, survey.Answer{Code: 3})
	iv.Jump(2)
	put(t, iv, survey.Answer{Text: "tajna", Quote: true})
	r, ok := iv.Finish(survey.NewID())
	iv.Jump(1)
	iv.Forget()
	if iv.Index() != 0 || iv.Given() != 0 || iv.Answer(2) != (survey.Answer{}) {
		t.Errorf("at %d with %d answers: something is left", iv.Index(), iv.Given())
	}
	if !ok || r.Answers[0].Code != 3 || r.Answers[2].Text != "tajna" {
		t.Errorf("got %+v, want the response as it was sent", r)
	}
	put(t, iv, survey.Answer{Code: 1})
	if iv.Next(); iv.Index() != 1 {
		t.Errorf("the next participant got to %d, want 1", iv.Index())
	}
}
