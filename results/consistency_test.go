package results_test

import (
	"context"
	"math"
	"math/rand/v2"
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

// sheetsOf gives the same responses for every session.
type sheetsOf struct {
	sheets [][]survey.Answer
	read   int
}

// Shuffled implements [results.Sheets].
func (s *sheetsOf) Shuffled(_ context.Context, _ survey.ID, _ *rand.Rand, each ...func([]survey.Answer) error) error {
	s.read++
	for _, one := range each {
		for _, answers := range s.sheets {
			if err := one(answers); err != nil {
				return err
			}
		}
	}
	return nil
}

// The sections of a session are read only when all of its responses may be shown, and
// shown only when at least k people answered one whole. Negative control: ReadSections
// that reads every part.
func TestSectionsFollowTheRelease(t *testing.T) {
	for name, c := range map[string]struct {
		n, whole int
		open     bool
		read     int
		want     bool
	}{
		"open":              {12, 12, true, 0, false},
		"too few":           {4, 4, false, 0, false},
		"closed":            {5, 5, false, 1, true},
		"few answered both": {8, 4, false, 1, false},
	} {
		t.Run(name, func(t *testing.T) {
			s := section(2)
			sheets := make([][]survey.Answer, c.n)
			for i := range sheets {
				sheets[i] = []survey.Answer{{Code: survey.Code(1 + i%5)}, {Code: survey.Code(1 + i%3)}, {Code: 1}}
				if i >= c.whole {
					sheets[i][1].Code = survey.Missing
				}
			}
			r := release(t, s, results.Part{Session: survey.Session{Open: c.open}, Survey: s, Batches: batches(s, sheets)})
			from := &sheetsOf{sheets: sheets}
			if err := r.ReadSections(t.Context(), from); err != nil {
				t.Fatal(err)
			}
			got := r.Sections()
			if from.read != c.read || (len(got) == 1) != c.want {
				t.Fatalf("read %d times, got %+v", from.read, got)
			}
			if c.want && (got[0].N != c.whole || got[0].Items != 2 || math.IsNaN(got[0].Alpha)) {
				t.Errorf("got %+v", got[0])
			}
		})
	}
}
