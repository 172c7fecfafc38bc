package survey_test

import (
	"testing"

	"pgregory.net/rapid"

	"anketa/survey"
)

// An answer fits a question of its kind within the points that it has; a
// missing one always fits.
func TestAnswerCheck(t *testing.T) {
	const (
		none   = ""
		kind   = "question q: the answer is of another kind"
		points = "question q has no such point"
	)
	na := question(survey.KindChoice)
	na.NotApplicable = survey.Text{survey.English: "cannot tell"}
	tests := []struct {
		name   string
		answer survey.Answer
		q      survey.Question
		want   string
	}{
		{"likert, missing", survey.Answer{}, question(survey.KindLikert), none},
		{"likert, first", survey.Answer{Code: 1}, question(survey.KindLikert), none},
		{"likert, last", survey.Answer{Code: 5}, question(survey.KindLikert), none},
		{"likert, beyond", survey.Answer{Code: 6}, question(survey.KindLikert), points},
		{"likert, below not applicable", survey.Answer{Code: 254}, question(survey.KindLikert), points},
		{"likert, not applicable", survey.Answer{Code: survey.NotApplicable}, question(survey.KindLikert), points},
		{"likert, text", survey.Answer{Text: "5"}, question(survey.KindLikert), kind},
		{"likert, point and text", survey.Answer{Code: 5, Text: "5"}, question(survey.KindLikert), kind},
		{"choice, last", survey.Answer{Code: 5}, question(survey.KindChoice), none},
		{"choice, beyond", survey.Answer{Code: 6}, question(survey.KindChoice), points},
		{"choice, not applicable", survey.Answer{Code: survey.NotApplicable}, na, none},
		{"choice, beyond with not applicable", survey.Answer{Code: 254}, na, points},
		{"choice, text", survey.Answer{Text: "x"}, na, kind},
		{"yes_no, no", survey.Answer{Code: 2}, question(survey.KindYesNo), none},
		{"yes_no, third", survey.Answer{Code: 3}, question(survey.KindYesNo), points},
		{"yes_no, text", survey.Answer{Text: "yes"}, question(survey.KindYesNo), kind},
		{"text, missing", survey.Answer{}, question(survey.KindText), none},
		{"text", survey.Answer{Text: "x", Quote: true}, question(survey.KindText), none},
		{"text, point", survey.Answer{Code: 1}, question(survey.KindText), kind},
		{"text, point and text", survey.Answer{Code: 1, Text: "x"}, question(survey.KindText), kind},
		{"text, not applicable", survey.Answer{Code: survey.NotApplicable}, question(survey.KindText), kind},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := errorText(tt.answer.Check(&tt.q)); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

// errorText returns the text of an error, or "" for none.
func errorText(err error) string {
	if err == nil {
		return ""
	}
	return err.Error()
}

// An answer is given by a point or by words, not by consent alone.
func TestAnswerGiven(t *testing.T) {
	tests := []struct {
		answer survey.Answer
		want   bool
	}{
		{survey.Answer{}, false},
		{survey.Answer{Quote: true}, false},
		{survey.Answer{Code: 1}, true},
		{survey.Answer{Code: survey.NotApplicable}, true},
		{survey.Answer{Text: "x"}, true},
	}
	for _, tt := range tests {
		if got := tt.answer.Given(); got != tt.want {
			t.Errorf("%+v: got %t, want %t", tt.answer, got, tt.want)
		}
	}
}

// A response has one fitting answer for each question.
func TestResponseCheck(t *testing.T) {
	s := walkable()
	tests := []struct {
		name    string
		answers []survey.Answer
		want    string
	}{
		{"all", []survey.Answer{{Code: 1}, {Code: survey.NotApplicable}, {Text: "x"}}, ""},
		{"nothing answered", make([]survey.Answer, 3), ""},
		{"too few", make([]survey.Answer, 2), "the response has 2 answers, the survey 3 questions"},
		{"too many", make([]survey.Answer, 4), "the response has 4 answers, the survey 3 questions"},
		{"none", nil, "the response has 0 answers, the survey 3 questions"},
		{"first wrong", []survey.Answer{{Code: 9}, {}, {}}, "question first has no such point"},
		{"last wrong", []survey.Answer{{}, {}, {Code: 1}}, "question third: the answer is of another kind"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r := survey.Response{ID: survey.NewID(), Answers: tt.answers}
			if got := errorText(r.Check(s)); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

// Every answer that the cleaner and the check let through an interview fits.
func TestDrawnAnswersFit(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := drawSurvey(t)
		code := survey.Code(rapid.Byte().Draw(t, "code"))
		for i := range s.Questions {
			q := &s.Questions[i]
			label := q.Label(code, survey.English)
			fits := survey.Answer{Code: code}.Check(q) == nil
			if want := code == survey.Missing || label != ""; fits != want {
				t.Fatalf("code %d of a %s question with the label %q: fits %t", code, q.Kind, label, fits)
			}
		}
	})
}
