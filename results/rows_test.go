package results_test

import (
	"errors"
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"anketa/results"
	"anketa/survey"
)

// rowsSurvey asks for a sector and a gender, which make groups, and for an opinion.
func rowsSurvey(sectors int) *survey.Survey {
	points := func(n int) []survey.Point {
		all := make([]survey.Point, n)
		for i := range all {
			all[i] = survey.Point{Value: fmt.Sprint(i + 1), Label: survey.Text{survey.English: fmt.Sprint(i + 1)}}
		}
		return all
	}
	return &survey.Survey{
		ID: "rows", Languages: []survey.Lang{survey.English}, MinGroup: 5, Release: survey.ReleaseLagged,
		Questions: []survey.Question{
			{ID: "sector", Kind: survey.KindChoice, Points: points(sectors)},
			{ID: "gender", Kind: survey.KindChoice, Points: points(2)},
			{ID: "opinion", Kind: survey.KindLikert, Points: points(5)},
			{ID: "police", Kind: survey.KindLikert, Points: points(5), When: &survey.Condition{Question: "sector", Is: "1"}},
			{ID: "why", Kind: survey.KindText, MaxLength: 100},
			{ID: "wrote", Kind: survey.KindYesNo, Points: points(2), When: &survey.Condition{Not: &survey.Condition{Question: "why", Answered: new(bool)}}},
			{ID: "further", Kind: survey.KindYesNo, Points: points(2), When: &survey.Condition{All: []survey.Condition{{Question: "wrote", Is: "1"}}}},
		},
		Breakdowns: []survey.Breakdown{{Question: "opinion", By: "sector"}, {Question: "opinion", By: "gender"}},
	}
}

// rowsPart returns a session with responses.
func rowsPart(s *survey.Survey, open bool, sheets [][]survey.Answer) results.Part {
	b := results.NewBatches(s)
	for _, answers := range sheets {
		b.Add(answers)
	}
	return results.Part{Session: survey.Session{Title: "A", Open: open}, Survey: s, Batches: b}
}

// drawRows draws responses to rowsSurvey.
func drawRows(t *rapid.T, s *survey.Survey) [][]survey.Answer {
	sheets := make([][]survey.Answer, rapid.IntRange(5, 60).Draw(t, "responses"))
	for i := range sheets {
		answers := make([]survey.Answer, len(s.Questions))
		for q := range answers {
			if s.Questions[q].Kind == survey.KindText {
				answers[q].Text = rapid.SampledFrom([]string{"", "words"}).Draw(t, "text")
				continue
			}
			answers[q].Code = survey.Code(rapid.IntRange(0, len(s.Questions[q].Points)).Draw(t, "code"))
		}
		sheets[i] = s.Settle(answers)
	}
	return sheets
}

// limited returns what the rules leave of responses.
func limited(rows *results.Rows, sheets [][]survey.Answer) [][]survey.Answer {
	left := make([][]survey.Answer, len(sheets))
	for _, answers := range sheets {
		rows.Count(answers)
	}
	for i, answers := range sheets {
		left[i] = rows.Limit(slices.Clone(answers))
	}
	return left
}

// TestRowsLaw holds for any responses that at least k rows look the same in what the
// questions that make groups say, that what is left was said, that texts and what
// depends on them are gone, that who was asked as one of a sector has that sector in
// the row, and that the sheets fit their survey. Negative controls: Limit without cut;
// divide without "without > 0"; a take that forgets what leans on a question.
func TestRowsLaw(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rowsSurvey(rapid.IntRange(2, 7).Draw(t, "sectors"))
		sheets := drawRows(t, s)
		r, err := results.NewRelease(rowsPart(s, false, sheets))
		if err != nil {
			t.Fatal(err)
		}
		rows, err := r.Rows(0)
		if err != nil {
			t.Fatal(err)
		}
		same := map[[2]survey.Code]int{}
		for i, left := range limited(rows, sheets) {
			same[[2]survey.Code{left[0].Code, left[1].Code}]++
			if left[2] != sheets[i][2] {
				t.Errorf("an opinion changed from %v to %v", sheets[i][2], left[2])
			}
			for q := range left[:3] {
				if left[q] != sheets[i][q] && left[q] != (survey.Answer{}) {
					t.Errorf("question %d says %v, and %v was answered", q, left[q], sheets[i][q])
				}
			}
			if left[3].Code != survey.NotAsked && left[0].Code != 1 {
				t.Error("a row without its sector tells it by what it was asked")
			}
			for q := 4; q < len(left); q++ {
				if left[q].Given() {
					t.Errorf("question %s tells who wrote", s.Questions[q].ID)
				}
			}
			if err := (&survey.Response{Answers: left}).Check(s); err != nil {
				t.Error(err)
			}
		}
		for group, n := range same {
			if n < s.MinGroup {
				t.Errorf("%d rows say %v", n, group)
			}
		}
	})
}

// TestRowsKeep holds that groups that are large enough are not touched.
func TestRowsKeep(t *testing.T) {
	s := rowsSurvey(2)
	var sheets [][]survey.Answer
	for i := range 20 {
		answers := make([]survey.Answer, len(s.Questions))
		answers[0].Code, answers[1].Code = survey.Code(1+i/10), survey.Code(1+i/5%2)
		sheets = append(sheets, s.Settle(answers))
	}
	r, err := results.NewRelease(rowsPart(s, false, sheets))
	if err != nil {
		t.Fatal(err)
	}
	rows, err := r.Rows(0)
	if err != nil {
		t.Fatal(err)
	}
	for i, left := range limited(rows, sheets) {
		if left[0] != sheets[i][0] || left[1] != sheets[i][1] {
			t.Errorf("row %d lost its groups", i)
		}
	}
}

// TestRowsRefused holds which sessions have no rows: an open one, one with fewer than
// k responses, also when its survey shows everything live, and one that holds back who
// came behind its closing. Negative control: each case of Rows taken away.
func TestRowsRefused(t *testing.T) {
	s, live := rowsSurvey(2), rowsSurvey(2)
	live.Release = survey.ReleaseLive
	sheet := s.Settle(make([]survey.Answer, len(s.Questions)))
	late := rowsPart(s, false, slices.Repeat([][]survey.Answer{sheet}, 9))
	late.Reopen()
	late.Batches.Add(sheet)
	late.Session.Open = false
	for name, c := range map[string]struct {
		part results.Part
		want error
	}{
		"open":      {rowsPart(s, true, slices.Repeat([][]survey.Answer{sheet}, 30)), results.ErrRowsOpen},
		"few":       {rowsPart(s, false, slices.Repeat([][]survey.Answer{sheet}, 4)), results.ErrRowsFew},
		"few, live": {rowsPart(live, false, slices.Repeat([][]survey.Answer{sheet}, 4)), results.ErrRowsFew},
		"late":      {late, results.ErrRowsLate},
		"enough":    {rowsPart(s, false, slices.Repeat([][]survey.Answer{sheet}, 5)), nil},
	} {
		r, err := results.NewRelease(c.part)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := r.Rows(0); !errors.Is(err, c.want) || (err == nil) != (c.want == nil) {
			t.Errorf("%s: got %v, want %v", name, err, c.want)
		}
	}
}

// TestRowsReopened holds that rows of a session that was closed twice are without the
// questions that make groups, like its breakdowns stay as they were: two files would
// differ by a group of fewer than k. Negative control: Rows without crossed.
func TestRowsReopened(t *testing.T) {
	s := rowsSurvey(2)
	sheet := func(sector survey.Code) []survey.Answer {
		answers := make([]survey.Answer, len(s.Questions))
		answers[0].Code = sector
		return s.Settle(answers)
	}
	sheets := slices.Repeat([][]survey.Answer{sheet(1), sheet(2)}, 5)
	p := rowsPart(s, false, sheets)
	p.Reopen()
	for _, sector := range []survey.Code{1, 2, 2, 2, 2} {
		p.Batches.Add(sheet(sector))
		sheets = append(sheets, sheet(sector))
	}
	p.Session.Open = false
	r, err := results.NewRelease(p)
	if err != nil {
		t.Fatal(err)
	}
	rows, err := r.Rows(0)
	if err != nil {
		t.Fatal(err)
	}
	for _, left := range limited(rows, sheets) {
		if left[0].Given() {
			t.Fatal("a row says its sector behind the second closing")
		}
	}
}
