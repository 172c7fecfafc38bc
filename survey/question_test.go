package survey_test

import (
	"testing"

	"pgregory.net/rapid"

	"anketa/survey"
)

// Values and codes name the same points; labels are read in the language of
// the participant.
func TestQuestionCodes(t *testing.T) {
	s := trainings(t)
	at, ok := s.Question("gender")
	if !ok || at != 1 {
		t.Fatalf("gender is at %d %t, want 1", at, ok)
	}
	gender, informed := &s.Questions[1], &s.Questions[2]
	tests := []struct {
		q     *survey.Question
		value string
		code  survey.Code
		ok    bool
		label string
	}{
		{gender, "woman", 1, true, "žena"},
		{gender, "man", 2, true, "muškarac"},
		{gender, "na", survey.NotApplicable, true, "ne želim da navedem"},
		{gender, "Woman", survey.Missing, false, ""},
		{gender, "", survey.Missing, false, ""},
		{informed, "1", 1, true, "nimalo"},
		{informed, "5", 5, true, "u potpunosti"},
		{informed, "6", survey.Missing, false, ""},
		{&s.Questions[5], "no", 2, true, "Ne"},
		{&s.Questions[5], "na", survey.Missing, false, ""},
		{&s.Questions[6], "x", survey.Missing, false, ""},
	}
	for _, tt := range tests {
		code, ok := tt.q.CodeOf(tt.value)
		if code != tt.code || ok != tt.ok {
			t.Errorf("%s %q: got %d %t, want %d %t", tt.q.ID, tt.value, code, ok, tt.code, tt.ok)
		}
		if got := tt.q.Label(code, survey.SerbianLatin); got != tt.label {
			t.Errorf("%s %q: got the label %q, want %q", tt.q.ID, tt.value, got, tt.label)
		}
	}
}

// A code beyond the points has no label, and neither has "not applicable" where
// the question has none.
func TestQuestionLabelOutside(t *testing.T) {
	q := question(survey.KindYesNo)
	for _, code := range []survey.Code{survey.Missing, 3, 254, survey.NotApplicable} {
		if got := q.Label(code, survey.English); got != "" {
			t.Errorf("code %d: got %q", code, got)
		}
	}
}

// Every point of a drawn survey is found by its value, and every question by
// its id.
func TestQuestionLookupLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := drawSurvey(t)
		for i := range s.Questions {
			q := &s.Questions[i]
			if at, ok := s.Question(q.ID); !ok || at != i {
				t.Fatalf("%s is found at %d %t, want %d", q.ID, at, ok, i)
			}
			if q.Closed() != (q.Kind != survey.KindText) || q.Closed() != (len(q.Points) > 0) {
				t.Fatalf("a %s question: closed %t", q.Kind, q.Closed())
			}
			for j := range q.Points {
				if code, ok := q.CodeOf(q.Points[j].Value); !ok || int(code) != j+1 {
					t.Fatalf("%s: got %d %t, want %d", q.Points[j].Value, code, ok, j+1)
				}
			}
		}
		if at, ok := s.Question("elsewhere"); ok || at != 0 {
			t.Fatalf("a question that is not there was found at %d", at)
		}
	})
}
