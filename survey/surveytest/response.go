package surveytest

import (
	"pgregory.net/rapid"

	"anketa/survey"
)

// Response draws a response that fits the survey; answers may be missing. It
// has a random id.
func Response(t *rapid.T, s *survey.Survey) survey.Response {
	answers := make([]survey.Answer, len(s.Questions))
	for i := range s.Questions {
		if rapid.IntRange(0, 4).Draw(t, "answered") > 0 {
			answers[i] = Answer(t, &s.Questions[i])
		}
	}
	return survey.Response{ID: survey.NewID(), Answers: s.Settle(answers)}
}

// Answer draws an answer that fits the question: any that there is, but none
// that says nothing. Words may be empty all the same.
func Answer(t *rapid.T, q *survey.Question) survey.Answer {
	if q.HasNotApplicable() && q.Kind != survey.KindBeforeAfter && rapid.IntRange(0, 5).Draw(t, "aside") == 0 {
		return survey.Answer{Code: survey.NotApplicable}
	}
	var a survey.Answer
	switch q.Kind {
	case survey.KindNote:
		return a
	case survey.KindText:
		a.Quote = q.AskQuote && rapid.Bool().Draw(t, "quote")
	case survey.KindNumber:
		return survey.Answer{Code: survey.Answered, Number: rapid.IntRange(q.Min, q.Max).Draw(t, q.ID)}
	case survey.KindMulti:
		a = survey.Answer{Code: survey.Answered, Set: set(t, q)}
	case survey.KindBeforeAfter:
		return survey.Answer{Code: code(t, q), Before: code(t, q)}
	default:
		a.Code = code(t, q)
	}
	if q.Kind == survey.KindText || q.IsOther(a) {
		a.Text = rapid.StringN(0, 30, -1).Draw(t, "words")
	}
	return q.CleanAnswer(a)
}

// code draws a point, or for before_after now and then the one outside n.
func code(t *rapid.T, q *survey.Question) survey.Code {
	n := len(q.Points)
	if q.Kind == survey.KindBeforeAfter && q.HasNotApplicable() {
		n++
	}
	at := rapid.IntRange(1, n).Draw(t, q.ID)
	if at > len(q.Points) {
		return survey.NotApplicable
	}
	return survey.Code(at)
}

// set draws as many options as may be chosen.
func set(t *rapid.T, q *survey.Question) survey.Set {
	codes := make([]survey.Code, len(q.Points))
	for i := range codes {
		codes[i] = survey.Code(i + 1)
	}
	var set survey.Set
	for _, code := range rapid.Permutation(codes).Draw(t, q.ID)[:rapid.IntRange(q.Min, q.Max).Draw(t, "chosen")] {
		set = set.Toggle(code)
	}
	return set
}
