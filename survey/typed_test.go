package survey_test

import (
	"strconv"
	"testing"

	"anketa/survey"
)

// What stands beside a point on paper is what is typed for it, and nothing else is.
func TestTyped(t *testing.T) {
	points := make([]survey.Point, 12)
	for _, c := range []struct {
		q     survey.Question
		typed map[string]survey.Code
	}{
		{survey.Question{Kind: survey.KindLikert, Points: points[:5]}, map[string]survey.Code{"1": 1, "5": 5, "0": 0, "6": 0, "-": 0, "": 0, "01": 0, "+1": 0}},
		{
			survey.Question{Kind: survey.KindChoice, Points: points, NotApplicable: survey.Text{survey.English: "x"}},
			map[string]survey.Code{"1": 1, "12": 12, "0": survey.NotApplicable, "13": 0, "-": 0},
		},
		{
			survey.Question{Kind: survey.KindNPS, Points: points[:11], NotApplicable: survey.Text{survey.English: "x"}},
			map[string]survey.Code{"0": 1, "10": 11, "11": 0, "-": survey.NotApplicable, "-1": 0},
		},
	} {
		for typed, want := range c.typed {
			if got, ok := c.q.CodeTyped(typed); got != want || ok != (want != survey.Missing) {
				t.Errorf("%s: %q stands for %d (%t), want %d", c.q.Kind, typed, got, ok, want)
			}
		}
		for i := range c.q.Points {
			code := survey.Code(i + 1)
			if got, ok := c.q.CodeTyped(strconv.Itoa(c.q.TypedNumber(code))); !ok || got != code {
				t.Errorf("%s: the number of %d stands for %d", c.q.Kind, code, got)
			}
		}
	}
}
