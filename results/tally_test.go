package results_test

import (
	"testing"

	"anketa/results"
	"anketa/survey"
)

// Each answer is counted at its own place, and nowhere else.
func TestTallyCounts(t *testing.T) {
	s := mixed(5)
	tally := count(s, [][]survey.Answer{
		{{Code: 5}, {Code: 1}, {Code: 2}, {Text: "more time"}, {Code: 1}},
		{{Code: 5}, {Code: survey.NotApplicable}, {}, {}, {Code: 2}},
		{{Code: 4}, {}, {Code: 1}, {Text: "x", Quote: true}, {Code: 3}},
	})
	if tally.N() != 3 {
		t.Errorf("got %d responses, want 3", tally.N())
	}
	want := []map[survey.Code]int{
		{5: 2, 4: 1},
		{1: 1, survey.NotApplicable: 1, survey.Missing: 1},
		{2: 1, 1: 1, survey.Missing: 1},
		{1: 2, survey.Missing: 1},
		{1: 1, 2: 1, 3: 1},
	}
	for q := range s.Questions {
		for code := range 256 {
			if got := tally.Count(q, survey.Code(code)); got != want[q][survey.Code(code)] {
				t.Errorf("question %d, code %d: got %d, want %d", q, code, got, want[q][survey.Code(code)])
			}
		}
	}
}

// An answer that fits no point is counted nowhere, above all not for the next
// question.
func TestAddCountsNoUnknownCode(t *testing.T) {
	s := mixed(5)
	tally := count(s, [][]survey.Answer{{{Code: 6}, {Code: 4}, {Code: 3}, {Code: 1}, {Code: 254}}})
	for q := range s.Questions {
		for code := 1; code < 256; code++ {
			if n := tally.Count(q, survey.Code(code)); n != 0 {
				t.Errorf("question %d, code %d: got %d, want 0", q, code, n)
			}
		}
	}
}

// Codes of closed questions and the number of texts give the same tally as the
// whole sheet.
func TestAddCellsAndTexts(t *testing.T) {
	s := mixed(5)
	want := count(s, [][]survey.Answer{
		{{Code: 5}, {Code: survey.NotApplicable}, {Code: 2}, {Text: "x"}, {Code: 1}},
		{{}, {Code: 3}, {}, {}, {Code: 5}},
	})
	got := results.NewTally(s)
	if !got.AddCells([]byte{5, 255, 2, 1}) || !got.AddCells([]byte{0, 3, 0, 5}) {
		t.Fatal("codes that fit are refused")
	}
	got.AddTexts(3, 1)
	if !got.Equal(want) {
		t.Errorf("got %+v, want %+v", got, want)
	}
}

// Codes that do not fit are refused, and leave no trace of those before them.
func TestAddCellsRefuses(t *testing.T) {
	s := mixed(5)
	tests := []struct {
		name  string
		codes []byte
	}{
		{"none", nil},
		{"too few", []byte{1, 1, 1}},
		{"too many", []byte{1, 1, 1, 1, 1}},
		{"first beyond its points", []byte{6, 1, 1, 1}},
		{"last beyond its points", []byte{1, 1, 1, 6}},
		{"second beyond its points", []byte{1, 4, 1, 1}},
		{"just below not applicable", []byte{1, 1, 254, 1}},
		{"not applicable where there is none", []byte{255, 1, 1, 1}},
		{"not applicable at the end where there is none", []byte{1, 1, 1, 255}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			tally := count(s, copies(s, 2))
			if tally.AddCells(tt.codes) {
				t.Error("the codes were counted")
			}
			if !tally.Equal(count(s, copies(s, 2))) {
				t.Errorf("the refused codes left a trace: %d responses", tally.N())
			}
		})
	}
}

// A clone has the same counts and does not change with its original.
func TestTallyClone(t *testing.T) {
	s := mixed(5)
	tally := count(s, copies(s, 3))
	clone := tally.Clone()
	if !clone.Equal(tally) || !tally.Equal(clone) {
		t.Error("the clone has other counts")
	}
	tally.Add(copies(s, 1)[0])
	if clone.Equal(tally) || clone.N() != 3 || clone.Count(0, 1) != 3 {
		t.Errorf("the clone changed with its original: %+v", clone)
	}
}

// Tallies differ by one answer, and by one response without answers.
func TestTallyEqual(t *testing.T) {
	s := mixed(5)
	sheet := copies(s, 1)[0]
	other := append([]survey.Answer{}, sheet...)
	other[0].Code = 2
	a := count(s, [][]survey.Answer{sheet})
	tests := []struct {
		name string
		with results.Tally
		want bool
	}{
		{"the same", count(s, [][]survey.Answer{sheet}), true},
		{"another answer", count(s, [][]survey.Answer{other}), false},
		{"one more", count(s, [][]survey.Answer{sheet, sheet}), false},
		{"empty", results.NewTally(s), false},
	}
	for _, tt := range tests {
		if got := a.Equal(tt.with); got != tt.want {
			t.Errorf("%s: got %t, want %t", tt.name, got, tt.want)
		}
	}
	texts := &survey.Survey{MinGroup: 5, Questions: []survey.Question{{ID: "q", Kind: survey.KindText}}}
	if one := count(texts, make([][]survey.Answer, 1)); one.Equal(results.NewTally(texts)) {
		t.Error("a response without texts equals no response")
	}
}
