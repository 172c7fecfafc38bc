package survey_test

import (
	"strings"
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
			if open := q.Kind == survey.KindText || q.Kind == survey.KindNote; q.Closed() == open || q.Asks() != (q.Kind != survey.KindNote) {
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

// What each kind of question is.
func TestQuestionKinds(t *testing.T) {
	tests := []struct {
		q                        survey.Question
		scale, ordered           bool
		limit, otherLimit, cells int
		columns                  string
	}{
		{question(survey.KindLikert), true, true, 0, 0, 1, "q"},
		{question(survey.KindChoice), false, false, 0, survey.MaxOtherLength, 1, "q"},
		{question(survey.KindMulti), false, false, 0, survey.MaxOtherLength, 2, "q"},
		{question(survey.KindYesNo), false, false, 0, 0, 1, "q"},
		{question(survey.KindNPS), false, true, 0, 0, 1, "q"},
		{question(survey.KindNumber), false, true, 0, 0, 2, "q"},
		{question(survey.KindText), false, false, 20, 20, 0, "q"},
		{question(survey.KindBeforeAfter), true, true, 0, 0, 2, "q_before q_after"},
		{question(survey.KindNote), false, false, 0, 0, 0, ""},
	}
	if len(tests) != len(survey.Kinds()) {
		t.Errorf("there are %d kinds, want %d", len(survey.Kinds()), len(tests))
	}
	for i, tt := range tests {
		q := tt.q
		if q.Kind != survey.Kinds()[i] || q.OfScale() != tt.scale || q.Ordered() != tt.ordered || q.TextLimit() != tt.limit || q.CellSize() != tt.cells {
			t.Errorf("%s: scale %t, ordered %t, limit %d, cell %d", q.Kind, q.OfScale(), q.Ordered(), q.TextLimit(), q.CellSize())
		}
		if got := strings.Join(q.Columns(), " "); got != tt.columns {
			t.Errorf("%s: got the columns %q, want %q", q.Kind, got, tt.columns)
		}
		if tt.otherLimit == survey.MaxOtherLength {
			if q = withOther(q); q.TextLimit() != tt.otherLimit || strings.Join(q.Columns(), " ") != "q q_other" {
				t.Errorf("%s with other: limit %d, columns %v", q.Kind, q.TextLimit(), q.Columns())
			}
		}
	}
}

// Other is chosen by the last point alone.
func TestIsOther(t *testing.T) {
	choice, multi := withOther(question(survey.KindChoice)), withOther(question(survey.KindMulti))
	plain := question(survey.KindChoice)
	tests := []struct {
		q    survey.Question
		a    survey.Answer
		want bool
	}{
		{choice, survey.Answer{Code: 6}, true},
		{choice, survey.Answer{Code: 5}, false},
		{choice, survey.Answer{}, false},
		{plain, survey.Answer{Code: 5}, false},
		{multi, survey.Answer{Code: survey.Answered, Set: 0b100001}, true},
		{multi, survey.Answer{Code: survey.Answered, Set: 0b010001}, false},
		{multi, survey.Answer{Code: 6}, false},
	}
	for _, tt := range tests {
		if got := tt.q.IsOther(tt.a); got != tt.want {
			t.Errorf("%s %+v: got %t, want %t", tt.q.Kind, tt.a, got, tt.want)
		}
	}
}

// The number that an answer stands for.
func TestQuestionValue(t *testing.T) {
	tests := []struct {
		kind survey.Kind
		a    survey.Answer
		want int
		ok   bool
	}{
		{survey.KindLikert, survey.Answer{Code: 1}, 1, true},
		{survey.KindLikert, survey.Answer{Code: 5}, 5, true},
		{survey.KindLikert, survey.Answer{}, 0, false},
		{survey.KindLikert, survey.Answer{Code: survey.NotApplicable}, 0, false},
		{survey.KindLikert, survey.Answer{Code: survey.NotAsked}, 0, false},
		{survey.KindNPS, survey.Answer{Code: 1}, 0, true},
		{survey.KindNPS, survey.Answer{Code: 11}, 10, true},
		{survey.KindNumber, survey.Answer{Code: survey.Answered, Number: -3}, -3, true},
		{survey.KindNumber, survey.Answer{Code: survey.NotApplicable}, 0, false},
		{survey.KindBeforeAfter, survey.Answer{Code: 4, Before: 2}, 4, true},
		{survey.KindChoice, survey.Answer{Code: 1}, 0, false},
		{survey.KindYesNo, survey.Answer{Code: 1}, 0, false},
		{survey.KindMulti, survey.Answer{Code: survey.Answered, Set: 1}, 0, false},
	}
	for _, tt := range tests {
		q := question(tt.kind)
		if got, ok := q.Value(tt.a); got != tt.want || ok != tt.ok {
			t.Errorf("%s %+v: got %d %t, want %d %t", tt.kind, tt.a, got, ok, tt.want, tt.ok)
		}
	}
	number := question(survey.KindNumber)
	if first, last := number.ValueAt(0), number.ValueAt(11); first != -3 || last != 8 {
		t.Errorf("the numbers run from %d to %d, want -3 to 8", first, last)
	}
}
