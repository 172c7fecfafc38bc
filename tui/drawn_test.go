package tui_test

import (
	"strconv"
	"time"

	"pgregory.net/rapid"

	"anketa/survey"
)

// drawSurvey draws one to seven questions of any kind. Some depend on an answer
// before them; neighbours may be rows of a matrix.
func drawSurvey(t *rapid.T) *survey.Survey {
	s := &survey.Survey{
		ID: "drawn", Title: everywhere("Title"), Languages: survey.Languages(), MinGroup: survey.DefaultMinGroup,
		Kiosk:    survey.Kiosk{Idle: time.Hour, Countdown: time.Hour, Confirm: 1, Thanks: 1},
		Sections: []survey.Section{{ID: "rows", Title: everywhere("Rows"), Matrix: true}},
	}
	for range rapid.IntRange(1, 5).Draw(t, "questions") {
		s.Questions = append(s.Questions, drawQuestion(t, rapid.SampledFrom(survey.Kinds()).Draw(t, "kind")))
	}
	if rows := rapid.IntRange(0, 3).Draw(t, "rows"); rows > 1 {
		row := drawQuestion(t, survey.KindLikert)
		for range rows {
			row.Section, row.Required = 1, rapid.Bool().Draw(t, "required row")
			s.Questions = append(s.Questions, row)
		}
	}
	for i := range s.Questions {
		s.Questions[i].ID = string(rune('a' + i))
		s.Questions[i].When = drawCondition(t, s.Questions[:i])
	}
	return s
}

// drawCondition draws a condition that looks at one of the questions before, or none.
func drawCondition(t *rapid.T, before []survey.Question) *survey.Condition {
	if len(before) == 0 || rapid.IntRange(0, 2).Draw(t, "condition") > 0 {
		return nil
	}
	q := rapid.SampledFrom(before).Draw(t, "looks at")
	answered := rapid.Bool().Draw(t, "answered")
	if len(q.Points) == 0 {
		return &survey.Condition{Question: q.ID, Answered: &answered}
	}
	return &survey.Condition{Question: q.ID, Is: rapid.SampledFrom(q.Points).Draw(t, "is").Value}
}

// drawQuestion draws a question of a kind.
func drawQuestion(t *rapid.T, kind survey.Kind) survey.Question {
	q := survey.Question{Kind: kind, Text: everywhere("Why?")}
	q.Required = kind != survey.KindNote && rapid.Bool().Draw(t, "required")
	switch kind {
	case survey.KindNote:
		return q
	case survey.KindText:
		q.MaxLength, q.AskQuote, q.OneLine = 20, rapid.Bool().Draw(t, "consent"), rapid.Bool().Draw(t, "one line")
		return q
	case survey.KindNumber:
		q.Min, q.Max, q.Unit = rapid.IntRange(-20, 5).Draw(t, "min"), rapid.IntRange(6, 200).Draw(t, "max"), everywhere("years")
	case survey.KindNPS:
		q.Points, q.Low, q.High = zeroToTen(), everywhere("low"), everywhere("high")
	default:
		// Long labels stand in lists, short ones beside each other.
		q.Points = labelled(rapid.IntRange(2, 10).Draw(t, "points"), rapid.SampledFrom([]int{3, 60}).Draw(t, "length"), "xyz")
	}
	if (kind == survey.KindChoice || kind == survey.KindMulti) && rapid.Bool().Draw(t, "other") {
		q.Other = everywhere("other")
		q.Points = append(q.Points, survey.Point{Value: survey.OtherValue, Label: q.Other})
	}
	if kind == survey.KindMulti {
		q.Min = rapid.IntRange(1, len(q.Points)).Draw(t, "at least")
		q.Max = rapid.IntRange(q.Min, len(q.Points)).Draw(t, "at most")
	}
	if rapid.Bool().Draw(t, "not applicable") {
		q.NotApplicable = everywhere("none")
	}
	return q
}

// zeroToTen returns the points of an nps question.
func zeroToTen() []survey.Point {
	points := labelled(11, 2, "")
	for i := range points {
		points[i].Value, points[i].Label = strconv.Itoa(i), everywhere(strconv.Itoa(i))
	}
	return points
}
