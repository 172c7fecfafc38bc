package results_test

import (
	"math"
	"strings"
	"testing"

	"anketa/results"
	"anketa/survey"
)

// section is a survey of so many scale questions in one section, and one outside.
func section(items int) *survey.Survey {
	s := &survey.Survey{MinGroup: 5, Sections: []survey.Section{{ID: "use"}}}
	for i := range items {
		q := likert("item" + string(rune('a'+i)))
		q.Section = 1
		s.Questions = append(s.Questions, q)
	}
	s.Questions = append(s.Questions, likert("outside"))
	return s
}

// consistency measures sheets written as digits, one for each question, "-" for a
// missing answer.
func consistency(tb fatal, s *survey.Survey, sheets string) *results.Consistency {
	tb.Helper()
	c, ok := results.NewConsistency(s, 1)
	if !ok {
		tb.Fatalf("the section is not measured")
	}
	for sheet := range strings.FieldsSeq(sheets) {
		answers := make([]survey.Answer, len(s.Questions))
		for i, digit := range sheet {
			if digit != '-' {
				answers[i].Code = survey.Code(digit - '0')
			}
		}
		c.Add(answers)
	}
	return c
}

// alphaOf returns alpha of sheets as R was given them.
func alphaOf(tb fatal, sheets string) float64 {
	tb.Helper()
	first, _, _ := strings.Cut(sheets, " ")
	return consistency(tb, section(len(first)), sheets).Alpha()
}

// Only who answered every question of the section counts; turning a scale round
// and answering the other way changes nothing.
func TestConsistency(t *testing.T) {
	s := section(2)
	whole := consistency(t, s, "11 22 33 21 45")
	if with := consistency(t, s, "11 22 33 21 45 5- -1 --"); with.N() != 5 || with.Alpha() != whole.Alpha() {
		t.Errorf("got alpha %g of %d, want %g of 5", with.Alpha(), with.N(), whole.Alpha())
	}
	turned := section(2)
	turned.Questions[1].Reverse = true
	if got := consistency(t, turned, "15 24 33 25 41").Alpha(); math.Abs(got-whole.Alpha()) > 1e-12 {
		t.Errorf("turned round: got %g, want %g", got, whole.Alpha())
	}
	if got := consistency(t, s, "11 22 33 44 55").Alpha(); math.Abs(got-1) > 1e-12 {
		t.Errorf("everybody says the same twice: got %g, want 1", got)
	}
}

// Without two people, or a difference between any, there is no alpha.
func TestNoConsistency(t *testing.T) {
	for _, sheets := range []string{"", "12", "33 33 33"} {
		if got := consistency(t, section(2), sheets).Alpha(); !math.IsNaN(got) {
			t.Errorf("%q: got %g, want NaN", sheets, got)
		}
	}
	one, lengths := section(1), section(2)
	lengths.Questions[1].Points = lengths.Questions[1].Points[:4]
	for name, s := range map[string]*survey.Survey{"one question": one, "two lengths": lengths} {
		if _, ok := results.NewConsistency(s, 1); ok {
			t.Errorf("%s: it is measured", name)
		}
	}
}
