package results_test

import (
	"fmt"
	"testing"

	"anketa/results"
	"anketa/survey"
)

// twelve is a survey of twelve questions on a scale of five points, with one
// sheet of it.
func twelve() (*survey.Survey, []survey.Answer) {
	s := &survey.Survey{ID: "twelve", MinGroup: 5, Release: survey.ReleaseLagged}
	sheet := make([]survey.Answer, 12)
	for i := range sheet {
		s.Questions = append(s.Questions, likert(fmt.Sprintf("q%d", i)))
		sheet[i].Code = survey.Code(i%5 + 1)
	}
	return s, sheet
}

// BenchmarkTallyAdd counts one response of twelve five-point questions; the
// goal is 200 ns.
func BenchmarkTallyAdd(b *testing.B) {
	s, sheet := twelve()
	t := results.NewTally(s)
	b.ReportAllocs()
	for b.Loop() {
		t.Add(sheet)
	}
	if t.N() != t.Count(0, 1) {
		b.Fatalf("%d of %d responses were counted", t.Count(0, 1), t.N())
	}
}

// BenchmarkAddCells counts the same response in the form in which it is stored.
func BenchmarkAddCells(b *testing.B) {
	s, sheet := twelve()
	t, codes := results.NewTally(s), make([]byte, len(sheet))
	for i := range sheet {
		codes[i] = byte(sheet[i].Code)
	}
	b.ReportAllocs()
	for b.Loop() {
		if !t.AddCells(codes) {
			b.Fatal("the codes are refused")
		}
	}
}

// BenchmarkBatchesAdd counts it in batches, of which every fifth is complete.
func BenchmarkBatchesAdd(b *testing.B) {
	s, sheet := twelve()
	batches := results.NewBatches(s)
	b.ReportAllocs()
	for b.Loop() {
		batches.Add(sheet)
	}
}

// BenchmarkRelease reads all figures of three pooled sessions, as a screen does.
func BenchmarkRelease(b *testing.B) {
	s, parts := parts(b)
	b.ReportAllocs()
	for b.Loop() {
		r := release(b, s, parts...)
		for q := range s.Questions {
			if f := r.Figures(q); f.N+f.Missing != 72 {
				b.Fatalf("question %d counts %d", q, f.N)
			}
		}
	}
}

// BenchmarkAddCellsCrossed counts a response in its stored form with eight breakdowns.
func BenchmarkAddCellsCrossed(b *testing.B) {
	s, sheet := twelve()
	for by := range 2 {
		s.Questions[by].Kind = survey.KindChoice
		for q := 2; q < 6; q++ {
			s.Breakdowns = append(s.Breakdowns, survey.Breakdown{Question: s.Questions[q].ID, By: s.Questions[by].ID})
		}
	}
	t, codes := results.NewTally(s), make([]byte, len(sheet))
	for i := range sheet {
		codes[i] = byte(sheet[i].Code)
	}
	b.ReportAllocs()
	for b.Loop() {
		if !t.AddCells(codes) {
			b.Fatal("the codes are refused")
		}
	}
}
