package survey_test

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"anketa/survey"
)

// A question knows its section, and a row of a matrix those beside it.
func TestSections(t *testing.T) {
	s := &survey.Survey{Sections: []survey.Section{{ID: "first"}, {ID: "rows", Matrix: true}, {ID: "one", Matrix: true}}}
	for _, section := range []int{0, 1, 1, 2, 2, 2, 3, 0} {
		q := question(survey.KindLikert)
		q.Section = section
		s.Questions = append(s.Questions, q)
	}
	sections := []string{"", "first", "first", "rows", "rows", "rows", "one", ""}
	for i, want := range sections {
		got := ""
		if section := s.SectionOf(i); section != nil {
			got = section.ID
		}
		if got != want {
			t.Errorf("question %d is in %q, want %q", i, got, want)
		}
		var rows []int
		if want == "rows" {
			rows = []int{3, 4, 5}
		}
		if got := s.Matrix(i); !slices.Equal(got, rows) || (got == nil) != (rows == nil) {
			t.Errorf("question %d shares its screen with %v, want %v", i, got, rows)
		}
	}
}

// Sharing a screen goes both ways, holds the question itself, and joins
// neighbours of one section only.
func TestMatrixLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := drawSurvey(t)
		for i := range s.Questions {
			rows := s.Matrix(i)
			if rows != nil && (len(rows) < 2 || !slices.Contains(rows, i) || rows[len(rows)-1]-rows[0] != len(rows)-1) {
				t.Fatalf("question %d shares its screen with %v", i, rows)
			}
			for _, j := range rows {
				if !slices.Equal(s.Matrix(j), rows) || s.SectionOf(j) != s.SectionOf(i) || !s.SectionOf(j).Matrix {
					t.Fatalf("question %d shares its screen with %d, and that with %v", i, j, s.Matrix(j))
				}
			}
		}
	})
}
