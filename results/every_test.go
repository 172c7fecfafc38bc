package results_test

import (
	"slices"
	"strings"

	"pgregory.net/rapid"

	"anketa/survey"
)

// Positions of the questions of [every].
const (
	informed = iota
	sector
	recommend
	topics
	promote
	years
	age
	improve
	confidence
	why
	thanks
	next
	hours
	skills
	questions
)

// every is a survey of all kinds with k as its smallest group: with "other",
// "not applicable", numbers below zero, and conditions on half of them, one of
// which looks at a text.
func every(k int) *survey.Survey {
	na := survey.Text{survey.English: "cannot tell"}
	no, yes, nine := survey.Condition{Question: "recommend", Is: "2"}, true, 9
	said := survey.Condition{Question: "why", Answered: &yes}
	q := make([]survey.Question, questions)
	q[informed] = likert("informed")
	q[sector] = survey.Question{ID: "sector", Kind: survey.KindChoice, Points: values("a b c other"), Other: na, NotApplicable: na, Headline: []survey.Code{2}}
	q[recommend] = survey.Question{ID: "recommend", Kind: survey.KindYesNo, Points: values("1 2"), Headline: []survey.Code{1}}
	q[topics] = survey.Question{ID: "topics", Kind: survey.KindMulti, Points: values("a b c d e f g h other"), Other: na, NotApplicable: na, Min: 1, Max: 3}
	q[promote] = survey.Question{ID: "promote", Kind: survey.KindNPS, Points: values("0 1 2 3 4 5 6 7 8 9 10"), NotApplicable: na}
	q[years] = survey.Question{ID: "years", Kind: survey.KindNumber, Min: -3, Max: 300, NotApplicable: na}
	q[age] = survey.Question{ID: "age", Kind: survey.KindNumber, Min: 18, Max: 70}
	q[improve] = survey.Question{ID: "improve", Kind: survey.KindText, MaxLength: 100}
	q[confidence] = survey.Question{ID: "confidence", Kind: survey.KindBeforeAfter, Points: values("1 2 3 4"), NotApplicable: na}
	q[why] = survey.Question{ID: "why", Kind: survey.KindText, MaxLength: 100, When: &no}
	q[thanks] = survey.Question{ID: "thanks", Kind: survey.KindNote, When: &no}
	q[next] = likert("next")
	q[next].When = &survey.Condition{Question: "promote", AtLeast: &nine}
	q[hours] = survey.Question{ID: "hours", Kind: survey.KindNumber, Max: 999, When: &said}
	q[skills] = survey.Question{ID: "skills", Kind: survey.KindMulti, Points: values("a b"), Min: 1, Max: 2, When: &survey.Condition{Not: &no}}
	return &survey.Survey{ID: "every", Languages: survey.Languages(), MinGroup: k, Release: survey.ReleaseLagged, Questions: q}
}

// always is the survey with every question asked of everybody.
func always(s *survey.Survey) *survey.Survey {
	for i := range s.Questions {
		s.Questions[i].When = nil
	}
	return s
}

// values returns points without labels.
func values(list string) []survey.Point {
	var points []survey.Point
	for _, value := range strings.Fields(list) {
		points = append(points, survey.Point{Value: value})
	}
	return points
}

// labelled gives a survey what a database asks for besides.
func labelled(s *survey.Survey) *survey.Survey {
	s.Kiosk = survey.DefaultKiosk()
	return s
}

// drawAnswers draws a sheet for the survey; any answer may be missing.
func drawAnswers(t *rapid.T, s *survey.Survey) []survey.Answer {
	answers := make([]survey.Answer, len(s.Questions))
	for i := range s.Questions {
		answers[i] = drawAnswer(t, &s.Questions[i])
	}
	return s.Settle(answers)
}

// drawAnswer draws an answer that fits a question.
func drawAnswer(t *rapid.T, q *survey.Question) survey.Answer {
	point := rapid.IntRange(1, max(len(q.Points), 1))
	switch kind := rapid.IntRange(-1, 4).Draw(t, q.ID); {
	case q.Kind == survey.KindNote, kind == -1:
		return survey.Answer{}
	case kind == 0 && q.HasNotApplicable():
		a := survey.Answer{Code: survey.NotApplicable}
		if q.Kind == survey.KindBeforeAfter {
			a.Before = survey.Code(point.Draw(t, "before"))
		}
		return a
	}
	switch q.Kind {
	case survey.KindText:
		return survey.Answer{Text: rapid.SampledFrom([]string{"", "x", "više"}).Draw(t, "text")}
	case survey.KindNumber:
		return survey.Answer{Code: survey.Answered, Number: rapid.IntRange(q.Min, q.Max).Draw(t, "number")}
	case survey.KindMulti:
		a := survey.Answer{Code: survey.Answered}
		for _, i := range rapid.SliceOfNDistinct(point, q.Min, q.Max, rapid.ID[int]).Draw(t, "options") {
			a.Set = a.Set.Toggle(survey.Code(i))
		}
		return a
	case survey.KindBeforeAfter:
		return survey.Answer{Code: survey.Code(point.Draw(t, "now")), Before: survey.Code(point.Draw(t, "before"))}
	}
	return survey.Answer{Code: survey.Code(point.Draw(t, "point"))}
}

// firstAnswer returns the answer that chooses the first of what a question
// offers, lastAnswer the last; a text says something.
func firstAnswer(q *survey.Question) survey.Answer {
	switch q.Kind {
	case survey.KindNote:
		return survey.Answer{}
	case survey.KindText:
		return survey.Answer{Text: "x"}
	case survey.KindMulti:
		return survey.Answer{Code: survey.Answered, Set: 1<<q.Min - 1}
	case survey.KindNumber:
		return survey.Answer{Code: survey.Answered, Number: q.Min}
	case survey.KindBeforeAfter:
		return survey.Answer{Code: 1, Before: 1}
	}
	return survey.Answer{Code: 1}
}

func lastAnswer(q *survey.Question) survey.Answer {
	a := firstAnswer(q)
	switch last := survey.Code(len(q.Points)); q.Kind {
	case survey.KindNote, survey.KindText:
	case survey.KindMulti:
		a.Set <<= int(last) - q.Min
	case survey.KindNumber:
		a.Number = q.Max
	case survey.KindBeforeAfter:
		a.Code, a.Before = last, last
	default:
		a.Code = last
	}
	return a
}

// sheetOf returns the sheet of a survey in which some questions are answered.
func sheetOf(s *survey.Survey, answers map[int]survey.Answer) []survey.Answer {
	sheet := make([]survey.Answer, len(s.Questions))
	for at, a := range answers {
		sheet[at] = a
	}
	return s.Settle(sheet)
}

// set returns an answer that chooses options of a multi question by their numbers.
func set(options ...survey.Code) survey.Answer {
	a := survey.Answer{Code: survey.Answered}
	for _, code := range options {
		a.Set = a.Set.Toggle(code)
	}
	return a
}

// number returns an answer to a number question.
func number(n int) survey.Answer { return survey.Answer{Code: survey.Answered, Number: n} }

// repeat returns n times the same sheet.
func repeat(n int, sheet []survey.Answer) [][]survey.Answer {
	return slices.Repeat([][]survey.Answer{sheet}, n)
}
