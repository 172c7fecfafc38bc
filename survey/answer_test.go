package survey_test

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"anketa/survey"
)

// An answer fits a question of its kind within what the question offers; a
// missing one always fits.
func TestAnswerCheck(t *testing.T) {
	const (
		none    = ""
		kind    = "question q: the answer is of another kind"
		points  = "question q has no such point"
		half    = "question q: one of the two answers is missing"
		options = "question q takes 2 to 3 options"
		numbers = "question q takes whole numbers from -3 to 8"
	)
	const na, notAsked, answered = survey.NotApplicable, survey.NotAsked, survey.Answered
	likert, choice, multi := question(survey.KindLikert), question(survey.KindChoice), question(survey.KindMulti)
	multi.Min = 2
	yesNo, nps, number := question(survey.KindYesNo), question(survey.KindNPS), question(survey.KindNumber)
	text, pair, note := question(survey.KindText), question(survey.KindBeforeAfter), question(survey.KindNote)
	tests := []struct {
		name   string
		answer survey.Answer
		q      survey.Question
		want   string
	}{
		{"likert, missing", survey.Answer{}, likert, none},
		{"likert, first", survey.Answer{Code: 1}, likert, none},
		{"likert, last", survey.Answer{Code: 5}, likert, none},
		{"likert, beyond", survey.Answer{Code: 6}, likert, points},
		{"likert, not applicable", survey.Answer{Code: na}, likert, points},
		{"likert, not applicable where there is one", survey.Answer{Code: na}, withNotApplicable(likert), none},
		{"likert, text", survey.Answer{Text: "5"}, likert, kind},
		{"likert, point and text", survey.Answer{Code: 5, Text: "5"}, likert, kind},
		{"likert, before", survey.Answer{Code: 5, Before: 1}, likert, kind},
		{"likert, set", survey.Answer{Code: 1, Set: 1}, likert, kind},
		{"likert, number", survey.Answer{Code: 1, Number: 1}, likert, kind},
		{"likert, only consent", survey.Answer{Quote: true}, likert, points},
		{"choice, last", survey.Answer{Code: 5}, choice, none},
		{"choice, beyond", survey.Answer{Code: 6}, choice, points},
		{"choice, not applicable", survey.Answer{Code: na}, withNotApplicable(choice), none},
		{"choice, beyond with not applicable", survey.Answer{Code: notAsked}, withNotApplicable(choice), points},
		{"choice, text", survey.Answer{Text: "x"}, withNotApplicable(choice), kind},
		{"choice, text behind no other", survey.Answer{Code: 5, Text: "x"}, choice, kind},
		{"choice, other", survey.Answer{Code: 6}, withOther(choice), none},
		{"choice, other with text", survey.Answer{Code: 6, Text: "x"}, withOther(choice), none},
		{"choice, text behind another option", survey.Answer{Code: 5, Text: "x"}, withOther(choice), kind},
		{"choice, text behind not applicable", survey.Answer{Code: na, Text: "x"}, withNotApplicable(withOther(choice)), kind},
		{"multi, fewest", survey.Answer{Code: answered, Set: 0b11}, multi, none},
		{"multi, most", survey.Answer{Code: answered, Set: 0b10110}, multi, none},
		{"multi, too few", survey.Answer{Code: answered, Set: 0b1}, multi, options},
		{"multi, none", survey.Answer{Code: answered}, multi, options},
		{"multi, too many", survey.Answer{Code: answered, Set: 0b1111}, multi, options},
		{"multi, bit beyond the options", survey.Answer{Code: answered, Set: 0b100001}, multi, points},
		{"multi, last bit", survey.Answer{Code: answered, Set: 1<<63 | 1}, multi, points},
		{"multi, set without code", survey.Answer{Set: 0b11}, multi, points},
		{"multi, code of a point", survey.Answer{Code: 2, Set: 0b11}, multi, points},
		{"multi, not applicable", survey.Answer{Code: na}, withNotApplicable(multi), none},
		{"multi, not applicable where there is none", survey.Answer{Code: na}, multi, points},
		{"multi, not applicable with options", survey.Answer{Code: na, Set: 0b11}, withNotApplicable(multi), points},
		{"multi, text behind other", survey.Answer{Code: answered, Set: 0b100001, Text: "x"}, withOther(multi), none},
		{"multi, text behind others", survey.Answer{Code: answered, Set: 0b10001, Text: "x"}, withOther(multi), kind},
		{"yes_no, no", survey.Answer{Code: 2}, yesNo, none},
		{"yes_no, third", survey.Answer{Code: 3}, yesNo, points},
		{"yes_no, text", survey.Answer{Text: "yes"}, yesNo, kind},
		{"nps, zero", survey.Answer{Code: 1}, nps, none},
		{"nps, ten", survey.Answer{Code: 11}, nps, none},
		{"nps, eleven", survey.Answer{Code: 12}, nps, points},
		{"nps, as a number", survey.Answer{Code: answered, Number: 7}, nps, kind},
		{"number, smallest", survey.Answer{Code: answered, Number: -3}, number, none},
		{"number, zero", survey.Answer{Code: answered}, number, none},
		{"number, largest", survey.Answer{Code: answered, Number: 8}, number, none},
		{"number, below", survey.Answer{Code: answered, Number: -4}, number, numbers},
		{"number, above", survey.Answer{Code: answered, Number: 9}, number, numbers},
		{"number, without code", survey.Answer{Number: 5}, number, numbers},
		{"number, code of a point", survey.Answer{Code: 2, Number: 5}, number, numbers},
		{"number, not applicable", survey.Answer{Code: na}, withNotApplicable(number), none},
		{"number, not applicable where there is none", survey.Answer{Code: na}, number, numbers},
		{"number, not applicable with number", survey.Answer{Code: na, Number: 5}, withNotApplicable(number), numbers},
		{"number, set", survey.Answer{Code: answered, Number: 5, Set: 1}, number, kind},
		{"text", survey.Answer{Text: "x", Quote: true}, text, none},
		{"text, point", survey.Answer{Code: 1}, text, kind},
		{"text, point and text", survey.Answer{Code: 1, Text: "x"}, text, kind},
		{"text, not applicable", survey.Answer{Code: na}, text, kind},
		{"before_after, both", survey.Answer{Code: 5, Before: 1}, pair, none},
		{"before_after, only now", survey.Answer{Code: 5}, pair, half},
		{"before_after, only before", survey.Answer{Before: 5}, pair, half},
		{"before_after, now beyond", survey.Answer{Code: 6, Before: 1}, pair, points},
		{"before_after, before beyond", survey.Answer{Code: 1, Before: 6}, pair, points},
		{"before_after, not applicable", survey.Answer{Code: na, Before: na}, withNotApplicable(pair), none},
		{"before_after, before not applicable", survey.Answer{Code: 1, Before: na}, withNotApplicable(pair), none},
		{"before_after, before not applicable where there is none", survey.Answer{Code: 1, Before: na}, pair, points},
		{"note, missing", survey.Answer{}, note, none},
		{"note, code", survey.Answer{Code: 1}, note, kind},
		{"note, text", survey.Answer{Text: "x"}, note, kind},
		{"note, only consent", survey.Answer{Quote: true}, note, kind},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := errorText(tt.answer.Check(&tt.q)); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

// Only a question with a condition may be not asked, and then nothing is said to it.
func TestAnswerCheckNotAsked(t *testing.T) {
	for _, kind := range survey.Kinds() {
		always := question(kind)
		sometimes := conditional(always, survey.Condition{})
		if (survey.Answer{Code: survey.NotAsked}).Check(&always) == nil {
			t.Errorf("a %s question without a condition was not asked", kind)
		}
		if err := (survey.Answer{Code: survey.NotAsked}).Check(&sometimes); err != nil {
			t.Errorf("a %s question with a condition must be asked: %v", kind, err)
		}
		for _, a := range []survey.Answer{{Text: "x"}, {Before: 1}, {Set: 1}, {Number: 1}, {Quote: true}} {
			if a.Code = survey.NotAsked; a.Check(&sometimes) == nil {
				t.Errorf("a %s question was not asked and answered with %+v", kind, a)
			}
		}
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
		{survey.Answer{Code: survey.NotAsked}, false},
		{survey.Answer{Code: survey.Answered}, true},
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

// A response agrees with the conditions: not asked is exactly what is hidden,
// also behind a question that is hidden itself.
func TestResponseCheckConditions(t *testing.T) {
	s := chain()
	yes, no, hidden := survey.Answer{Code: 1}, survey.Answer{Code: 2}, survey.Answer{Code: survey.NotAsked}
	const differs = ": the answer does not agree with its condition"
	tests := []struct {
		name    string
		answers []survey.Answer
		want    string
	}{
		{"all asked", []survey.Answer{yes, yes, yes, {}}, ""},
		{"asked, not answered", []survey.Answer{yes, {}, hidden, hidden}, ""},
		{"all hidden", []survey.Answer{no, hidden, hidden, hidden}, ""},
		{"answer to a hidden one", []survey.Answer{no, yes, hidden, hidden}, "question b" + differs},
		{"missing instead of hidden", []survey.Answer{no, {}, hidden, hidden}, "question b" + differs},
		{"hidden instead of missing", []survey.Answer{yes, hidden, hidden, hidden}, "question b" + differs},
		{"behind a hidden one", []survey.Answer{no, hidden, yes, hidden}, "question c" + differs},
		{"note not hidden", []survey.Answer{no, hidden, hidden, {}}, "question d" + differs},
	}
	for _, tt := range tests {
		r := survey.Response{Answers: tt.answers}
		if got := errorText(r.Check(s)); got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.name, got, tt.want)
		}
	}
}

// Every answer that is drawn fits its question, and of the codes alone exactly
// those that have a label.
func TestDrawnAnswersFit(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		q := drawQuestion(t)
		if a := drawAnswer(t, &q); a.Check(&q) != nil {
			t.Fatalf("%+v does not fit: %v", a, a.Check(&q))
		}
		if a := lastAnswer(&q); a.Check(&q) != nil || a.Given() != q.Asks() {
			t.Fatalf("%+v does not fit: %v", a, a.Check(&q))
		}
		switch q.Kind {
		case survey.KindMulti, survey.KindNumber, survey.KindBeforeAfter:
			return
		}
		code := survey.Code(rapid.Byte().Draw(t, "code"))
		fits := survey.Answer{Code: code}.Check(&q) == nil
		if want := code == survey.Missing || q.Label(code, survey.English) != ""; fits != want {
			t.Fatalf("code %d of a %s question: fits %t", code, q.Kind, fits)
		}
	})
}

// A text is kept as the question takes it: cut, in one line behind "other" and
// where the survey says so; consent only to a text and where it is asked for.
func TestCleanAnswer(t *testing.T) {
	long := strings.Repeat("č", 200)
	text, line, quotable := question(survey.KindText), question(survey.KindText), question(survey.KindText)
	line.OneLine, quotable.AskQuote = true, true
	tests := []struct {
		name     string
		q        survey.Question
		in, want survey.Answer
	}{
		{"several lines", text, survey.Answer{Text: " a\nb\x1b "}, survey.Answer{Text: "a\nb"}},
		{"one line", line, survey.Answer{Text: "a\nb"}, survey.Answer{Text: "a b"}},
		{"too long", text, survey.Answer{Text: long}, survey.Answer{Text: strings.Repeat("č", 20)}},
		{"other", withOther(question(survey.KindMulti)), survey.Answer{Code: 1, Set: 32, Text: "a\nb"}, survey.Answer{Code: 1, Set: 32, Text: "a b"}},
		{"other too long", withOther(question(survey.KindChoice)), survey.Answer{Code: 6, Text: long}, survey.Answer{Code: 6, Text: strings.Repeat("č", survey.MaxOtherLength)}},
		{"consent", quotable, survey.Answer{Text: "a", Quote: true}, survey.Answer{Text: "a", Quote: true}},
		{"consent to nothing", quotable, survey.Answer{Text: "\u200b", Quote: true}, survey.Answer{}},
		{"consent that was not asked for", text, survey.Answer{Text: "a", Quote: true}, survey.Answer{Text: "a"}},
		{"text where there is none", question(survey.KindLikert), survey.Answer{Text: "a\n"}, survey.Answer{Text: "a\n"}},
	}
	for _, tt := range tests {
		if got := tt.q.CleanAnswer(tt.in); got != tt.want {
			t.Errorf("%s: got %+v, want %+v", tt.name, got, tt.want)
		}
	}
}

// A set holds what was put in, in survey order, and toggling twice changes nothing.
func TestSetLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		codes := rapid.SliceOfDistinct(rapid.IntRange(1, 60), rapid.ID[int]).Draw(t, "codes")
		var set survey.Set
		for _, code := range codes {
			set = set.Toggle(survey.Code(code))
		}
		slices.Sort(codes)
		var got []int
		for _, code := range set.Codes() {
			got = append(got, int(code))
		}
		if !slices.Equal(got, codes) || set.Len() != len(codes) {
			t.Fatalf("got %v, want %v", got, codes)
		}
		for code := range 256 {
			if set.Has(survey.Code(code)) != slices.Contains(codes, code) {
				t.Fatalf("Has(%d) of %v is wrong", code, codes)
			}
		}
		if twice := set.Toggle(7).Toggle(7); twice != set {
			t.Fatalf("got %b, want %b", twice, set)
		}
	})
}
