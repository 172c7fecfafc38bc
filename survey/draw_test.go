package survey_test

import (
	"slices"
	"strconv"

	"pgregory.net/rapid"

	"anketa/survey"
)

// question returns a question of a kind.
func question(kind survey.Kind) survey.Question {
	q := survey.Question{ID: "q", Kind: kind, Text: survey.Text{survey.English: "Why?"}}
	switch kind {
	case survey.KindText:
		q.MaxLength = 20
	case survey.KindYesNo:
		q.Points = points(2)
	case survey.KindNPS:
		for i := range 11 {
			q.Points = append(q.Points, survey.Point{Value: strconv.Itoa(i), Label: survey.Text{survey.English: strconv.Itoa(i)}})
		}
	case survey.KindNumber:
		q.Min, q.Max = -3, 8
	case survey.KindMulti:
		q.Points, q.Min, q.Max = points(5), 1, 3
	case survey.KindNote:
	default:
		q.Points = points(5)
	}
	return q
}

// withOther gives a choice or multi question a last point that asks for words.
func withOther(q survey.Question) survey.Question {
	q.Other = survey.Text{survey.English: "something else"}
	q.Points = append(slices.Clone(q.Points), survey.Point{Value: survey.OtherValue, Label: q.Other})
	return q
}

// withNotApplicable gives a question a point outside n.
func withNotApplicable(q survey.Question) survey.Question {
	q.NotApplicable = survey.Text{survey.English: "cannot tell"}
	return q
}

// conditional gives a question a condition.
func conditional(q survey.Question, when survey.Condition) survey.Question {
	q.When = &when
	return q
}

// drawSurvey draws a survey of one to seven questions of any kind, with
// conditions and sections.
func drawSurvey(t *rapid.T) *survey.Survey {
	s := &survey.Survey{ID: "drawn", Languages: survey.Languages(), MinGroup: survey.DefaultMinGroup}
	for range rapid.IntRange(1, 7).Draw(t, "questions") {
		q := drawQuestion(t)
		q.ID = string(rune('a' + len(s.Questions)))
		if len(s.Questions) > 0 && rapid.Bool().Draw(t, "conditional") {
			q = conditional(q, drawCondition(t, s, 2))
		}
		q.Section = len(s.Sections)
		if rapid.IntRange(0, 3).Draw(t, "section") == 0 {
			s.Sections = append(s.Sections, survey.Section{ID: "section-" + q.ID, Matrix: rapid.Bool().Draw(t, "matrix")})
			q.Section++
		}
		s.Questions = append(s.Questions, q)
	}
	return s
}

// drawQuestion draws a question of any kind.
func drawQuestion(t *rapid.T) survey.Question {
	q := question(rapid.SampledFrom(survey.Kinds()).Draw(t, "kind"))
	q.Required = q.Asks() && rapid.Bool().Draw(t, "required")
	q.AskQuote = q.Kind == survey.KindText
	if (q.Kind == survey.KindChoice || q.Kind == survey.KindMulti) && rapid.Bool().Draw(t, "other") {
		q = withOther(q)
	}
	if q.Closed() && rapid.Bool().Draw(t, "not applicable") {
		q = withNotApplicable(q)
	}
	return q
}

// drawCondition draws a condition over the questions that a survey has so far.
func drawCondition(t *rapid.T, s *survey.Survey, depth int) survey.Condition {
	form := rapid.IntRange(0, 6).Draw(t, "form")
	if depth == 0 {
		form %= 4
	}
	parts := func() []survey.Condition {
		parts := make([]survey.Condition, rapid.IntRange(1, 3).Draw(t, "parts"))
		for i := range parts {
			parts[i] = drawCondition(t, s, depth-1)
		}
		return parts
	}
	switch form {
	case 4:
		return survey.Condition{All: parts()}
	case 5:
		return survey.Condition{Any: parts()}
	case 6:
		return survey.Condition{Not: &parts()[0]}
	}
	return drawTest(t, &s.Questions[rapid.IntRange(0, len(s.Questions)-1).Draw(t, "of")], form)
}

// drawTest draws a test of one answer.
func drawTest(t *rapid.T, q *survey.Question, form int) survey.Condition {
	c, values := survey.Condition{Question: q.ID}, []string{survey.NotApplicableValue}
	for _, p := range q.Points {
		values = append(values, p.Value)
	}
	value := rapid.SampledFrom(values)
	switch form {
	case 0:
		c.Is = value.Draw(t, "is")
	case 1:
		c.In = rapid.SliceOfN(value, 1, 3).Draw(t, "in")
	case 2:
		least := rapid.IntRange(-4, 12).Draw(t, "at least")
		c.AtLeast = &least
	default:
		answered := rapid.Bool().Draw(t, "answered")
		c.Answered = &answered
	}
	return c
}

// drawAnswer draws an answer that fits the question; it may be a missing one.
func drawAnswer(t *rapid.T, q *survey.Question) survey.Answer {
	words := rapid.SampledFrom([]string{"", "good", "još primera"})
	switch {
	case q.Kind == survey.KindNote, rapid.IntRange(0, 3).Draw(t, "missing") == 0:
		return survey.Answer{}
	case q.Kind == survey.KindText:
		text := words.Draw(t, "text")
		return survey.Answer{Text: text, Quote: text != "" && rapid.Bool().Draw(t, "quote")}
	case q.HasNotApplicable() && rapid.IntRange(0, 3).Draw(t, "not applicable") == 0:
		a := survey.Answer{Code: survey.NotApplicable}
		if q.Kind == survey.KindBeforeAfter {
			a.Before = drawPoint(t, q)
		}
		return a
	}
	a := drawGiven(t, q)
	if q.IsOther(a) {
		a.Text = words.Draw(t, "other")
	}
	return a
}

// drawGiven draws an answer that chooses something.
func drawGiven(t *rapid.T, q *survey.Question) survey.Answer {
	switch q.Kind {
	case survey.KindNumber:
		return survey.Answer{Code: survey.Answered, Number: rapid.IntRange(q.Min, q.Max).Draw(t, "number")}
	case survey.KindMulti:
		a := survey.Answer{Code: survey.Answered}
		for _, i := range rapid.SliceOfNDistinct(rapid.IntRange(1, len(q.Points)), q.Min, q.Max, rapid.ID[int]).Draw(t, "options") {
			a.Set = a.Set.Toggle(survey.Code(i))
		}
		return a
	case survey.KindBeforeAfter:
		return survey.Answer{Code: drawPoint(t, q), Before: drawPoint(t, q)}
	}
	return survey.Answer{Code: drawPoint(t, q)}
}

// drawPoint draws a point of a question.
func drawPoint(t *rapid.T, q *survey.Question) survey.Code {
	return survey.Code(rapid.IntRange(1, len(q.Points)).Draw(t, "point"))
}

// lastAnswer returns the answer that chooses the last of what a question
// offers, or says something; to a note it is a missing one.
func lastAnswer(q *survey.Question) survey.Answer {
	last := survey.Code(len(q.Points))
	switch q.Kind {
	case survey.KindNote:
		return survey.Answer{}
	case survey.KindText:
		return survey.Answer{Text: "x"}
	case survey.KindNumber:
		return survey.Answer{Code: survey.Answered, Number: q.Max}
	case survey.KindBeforeAfter:
		return survey.Answer{Code: last, Before: last}
	case survey.KindMulti:
		a := survey.Answer{Code: survey.Answered}
		for i := range survey.Code(q.Min) {
			a.Set = a.Set.Toggle(last - i)
		}
		return a
	}
	return survey.Answer{Code: last}
}
