package survey_test

import (
	"bytes"
	"fmt"
	"testing"

	"pgregory.net/rapid"

	"anketa/survey"
)

// sized returns questions of every kind and of every size that makes a
// difference to the cell.
func sized() []survey.Question {
	var questions []survey.Question
	for _, kind := range survey.Kinds() {
		questions = append(questions, question(kind))
	}
	for _, options := range []int{2, 7, 8, 9, 16, 17, 56, 57, 60} {
		q := question(survey.KindMulti)
		q.Points, q.Min, q.Max = make([]survey.Point, options), 1, options
		questions = append(questions, q)
	}
	for _, bounds := range [][2]int{{0, 1}, {0, 254}, {0, 255}, {0, 256}, {0, 999}, {-500, 499}, {-survey.MaxNumber, -survey.MaxNumber + 999}, {survey.MaxNumber - 255, survey.MaxNumber}} {
		q := question(survey.KindNumber)
		q.Min, q.Max = bounds[0], bounds[1]
		questions = append(questions, q)
	}
	for _, q := range questions {
		q = conditional(q, answered("a", true))
		if q.Closed() {
			q = withNotApplicable(q)
		}
		questions = append(questions, q)
	}
	return questions
}

// The cells as they stand in databases: these bytes must not change.
func TestCellBytes(t *testing.T) {
	multi, wide, number, years := question(survey.KindMulti), question(survey.KindMulti), question(survey.KindNumber), question(survey.KindNumber)
	wide.Points, wide.Max = make([]survey.Point, 60), 60
	eight := question(survey.KindMulti)
	eight.Points = make([]survey.Point, 8)
	years.Min, years.Max = 1000, 1999
	note, text := question(survey.KindNote), question(survey.KindText)
	when := answered("a", true)
	tests := []struct {
		name string
		q    survey.Question
		a    survey.Answer
		want []byte
	}{
		{"likert", question(survey.KindLikert), survey.Answer{Code: 4}, []byte{4}},
		{"likert, missing", question(survey.KindLikert), survey.Answer{}, []byte{0}},
		{"likert, not applicable", question(survey.KindLikert), survey.Answer{Code: survey.NotApplicable}, []byte{255}},
		{"likert, not asked", question(survey.KindLikert), survey.Answer{Code: survey.NotAsked}, []byte{254}},
		{"choice with words", withOther(question(survey.KindChoice)), survey.Answer{Code: 6, Text: "x"}, []byte{6}},
		{"nps", question(survey.KindNPS), survey.Answer{Code: 11}, []byte{11}},
		{"before_after", question(survey.KindBeforeAfter), survey.Answer{Code: 5, Before: 2}, []byte{5, 2}},
		{"multi", multi, survey.Answer{Code: 1, Set: 0b10010}, []byte{1, 0b10010}},
		{"multi, missing", multi, survey.Answer{}, []byte{0, 0}},
		{"multi of a whole byte", eight, survey.Answer{Code: 1, Set: 1 << 7}, []byte{1, 0x80}},
		{"wide multi", wide, survey.Answer{Code: 1, Set: 1<<59 | 1}, []byte{1, 1, 0, 0, 0, 0, 0, 0, 8}},
		{"number", number, survey.Answer{Code: 1, Number: -3}, []byte{1, 0}},
		{"number, largest", number, survey.Answer{Code: 1, Number: 8}, []byte{1, 11}},
		{"number, missing", number, survey.Answer{}, []byte{0, 0}},
		{"number, not applicable", number, survey.Answer{Code: survey.NotApplicable}, []byte{255, 0}},
		{"two bytes", years, survey.Answer{Code: 1, Number: 1999}, []byte{1, 0xe7, 3}},
		{"text", text, survey.Answer{Text: "x"}, nil},
		{"text with a condition", conditional(text, when), survey.Answer{Text: "x"}, []byte{0}},
		{"text, not asked", conditional(text, when), survey.Answer{Code: survey.NotAsked}, []byte{254}},
		{"note", note, survey.Answer{}, nil},
		{"note, not asked", conditional(note, when), survey.Answer{Code: survey.NotAsked}, nil},
	}
	for _, tt := range tests {
		got := tt.q.AppendCell([]byte("before"), tt.a)
		if !bytes.Equal(got, append([]byte("before"), tt.want...)) {
			t.Errorf("%s: got % x, want % x", tt.name, got[6:], tt.want)
		}
	}
}

// An answer comes out of its cell as it went in, but for its text, and every
// answer to a question takes the same number of bytes.
func TestCellRoundTrip(t *testing.T) {
	for _, q := range sized() {
		t.Run(fmt.Sprintf("%s %d %d %d", q.Kind, len(q.Points), q.Min, q.Max), func(t *testing.T) {
			rapid.Check(t, func(t *rapid.T) {
				a := drawAnswer(t, &q)
				if q.When != nil && rapid.IntRange(0, 5).Draw(t, "not asked") == 0 {
					a = survey.Answer{Code: survey.NotAsked}
				}
				cell := q.AppendCell(nil, a)
				if len(cell) != q.CellSize() {
					t.Fatalf("got %d bytes, want %d", len(cell), q.CellSize())
				}
				want := a
				if want.Text, want.Quote = "", false; !q.Asks() {
					want = survey.Answer{}
				}
				if got := q.ParseCell(cell); got != want {
					t.Fatalf("% x: got %+v, want %+v", cell, got, want)
				}
			})
		})
	}
}

// Whatever bytes stand in a cell, reading them does no harm, and an answer has
// one cell only: when what was read fits the question, it gives the same bytes.
func TestCellOfAnyBytes(t *testing.T) {
	for _, q := range sized() {
		rapid.Check(t, func(t *rapid.T) {
			cell := q.AppendCell(nil, drawAnswer(t, &q))
			for i := range cell {
				if rapid.IntRange(0, 2).Draw(t, "change") == 0 {
					cell[i] = rapid.OneOf(rapid.Byte(), rapid.SampledFrom([]byte{0, 1, 2, 254, 255})).Draw(t, "byte")
				}
			}
			a := q.ParseCell(cell)
			if again := q.AppendCell(nil, a); a.Check(&q) == nil && !bytes.Equal(again, cell) {
				t.Fatalf("%s: % x gives %+v, which gives % x", q.Kind, cell, a, again)
			}
		})
	}
}
