// Package surveytest draws random surveys and responses for tests of laws. It
// hides what a survey of every kind, and an answer that fits it, look like.
package surveytest

import (
	"fmt"
	"strconv"
	"strings"

	"pgregory.net/rapid"

	"anketa/survey"
)

// Survey draws a survey with questions of all kinds in any order, some of them
// under conditions and in sections, with texts of all sorts and lengths.
func Survey(t *rapid.T) *survey.Survey {
	s := &survey.Survey{
		ID: "random", Title: text(t, "title"), Languages: survey.Languages(),
		MinGroup: survey.DefaultMinGroup, Release: survey.ReleaseLagged, Kiosk: survey.DefaultKiosk(),
		Sections: []survey.Section{{ID: "one", Title: text(t, "section")}, {ID: "two", Title: text(t, "section")}},
	}
	kinds := rapid.Permutation(survey.Kinds()).Draw(t, "kinds")
	kinds = append(kinds, rapid.SliceOfN(rapid.SampledFrom(survey.Kinds()), 0, 3).Draw(t, "more kinds")...)
	for i, kind := range kinds {
		q := question(t, kind)
		q.ID = fmt.Sprintf("q%d", i)
		if q.When = condition(t, s); kind == survey.KindNote {
			q.Required = false
		}
		// Questions of a section are neighbours.
		q.Section = min(3*i/len(kinds), 2)
		s.Questions = append(s.Questions, q)
	}
	return s
}

// question draws a question of a kind.
func question(t *rapid.T, kind survey.Kind) survey.Question {
	q := survey.Question{Kind: kind, Text: text(t, "text"), Required: rapid.Bool().Draw(t, "required")}
	if q.Closed() && rapid.Bool().Draw(t, "not applicable") {
		q.NotApplicable = text(t, "not applicable")
	}
	switch kind {
	case survey.KindLikert, survey.KindBeforeAfter:
		q.Points = points(t, 2, 11)
		q.Reverse = rapid.Bool().Draw(t, "reverse")
	case survey.KindYesNo:
		q.Points = points(t, 2, 2)
	case survey.KindChoice, survey.KindMulti:
		q.Points = points(t, 2, 14)
		other(t, &q)
	case survey.KindNPS:
		for i := range 11 {
			q.Points = append(q.Points, survey.Point{Value: strconv.Itoa(i), Label: everywhere(strconv.Itoa(i))})
		}
		q.Low, q.High = text(t, "low"), text(t, "high")
	case survey.KindNumber:
		q.Min = rapid.IntRange(-survey.MaxNumber, survey.MaxNumber-survey.MaxNumbers).Draw(t, "min")
		q.Max = q.Min + rapid.IntRange(1, survey.MaxNumbers-1).Draw(t, "numbers")
		q.Unit = text(t, "unit")
	case survey.KindText:
		q.MaxLength = rapid.IntRange(1, survey.MaxTextLength).Draw(t, "length")
		q.OneLine, q.AskQuote = rapid.Bool().Draw(t, "one line"), rapid.Bool().Draw(t, "quote")
	}
	if kind == survey.KindMulti {
		q.Min = rapid.IntRange(1, len(q.Points)).Draw(t, "least")
		q.Max = rapid.IntRange(q.Min, len(q.Points)).Draw(t, "most")
	}
	if kind == survey.KindLikert || kind == survey.KindYesNo {
		q.Headline = []survey.Code{1}
	}
	return q
}

// other puts an option with words besides behind the others, or does not.
func other(t *rapid.T, q *survey.Question) {
	if rapid.Bool().Draw(t, "other") {
		q.Other = text(t, "other")
		q.Points = append(q.Points, survey.Point{Value: survey.OtherValue, Label: q.Other})
	}
}

// points draws points with the values 1, 2, 3 …
func points(t *rapid.T, least, most int) []survey.Point {
	points := make([]survey.Point, rapid.IntRange(least, most).Draw(t, "points"))
	for i := range points {
		points[i] = survey.Point{Value: strconv.Itoa(i + 1), Label: text(t, "label")}
	}
	return points
}

// condition draws a condition on one of the questions so far, or none.
func condition(t *rapid.T, s *survey.Survey) *survey.Condition {
	if len(s.Questions) == 0 || rapid.IntRange(0, 2).Draw(t, "conditional") > 0 {
		return nil
	}
	q := rapid.SampledFrom(s.Questions).Draw(t, "condition on")
	if !q.Asks() {
		return nil
	}
	c := &survey.Condition{Question: q.ID}
	if len(q.Points) > 0 && rapid.Bool().Draw(t, "by value") {
		c.Is = rapid.SampledFrom(q.Points).Draw(t, "value").Value
	} else {
		answered := rapid.Bool().Draw(t, "answered")
		c.Answered = &answered
	}
	if rapid.Bool().Draw(t, "not") {
		return &survey.Condition{Not: c}
	}
	return c
}

// text draws what people read: words, one word without end, characters two
// cells wide, lone hyphens, marks.
func text(t *rapid.T, name string) survey.Text {
	piece := rapid.SampledFrom([]string{"reč ", "недокучиво ", "bezkraja", "評価", "loše - dobro ", "vrlo-dobro-", "r\u0301a "}).Draw(t, name)
	letters := []rune(strings.Repeat(piece, 150))
	length := rapid.SampledFrom([]int{2, 5, 12, 20, 40, 80, 150, 300}).Draw(t, name+" length")
	return everywhere(strings.TrimSpace(string(letters[:length])))
}

// everywhere is a text that is the same in all languages.
func everywhere(s string) survey.Text {
	t := survey.Text{}
	for _, lang := range survey.Languages() {
		t[lang] = s
	}
	return t
}
