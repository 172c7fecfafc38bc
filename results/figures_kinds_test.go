package results_test

import (
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"anketa/results"
	"anketa/survey"
)

// shown returns the figures of a survey's first question after these answers.
func shown(t fatal, q survey.Question, answers ...survey.Answer) results.Figures {
	t.Helper()
	s := ask(q)
	b := results.NewBatches(s)
	for _, a := range answers {
		b.Add([]survey.Answer{a})
	}
	r := release(t, s, results.Part{Session: survey.Session{Open: true}, Batches: b})
	return r.Figures(0)
}

// times returns n times the same answer.
func times(n int, a survey.Answer) []survey.Answer { return slices.Repeat([]survey.Answer{a}, n) }

// near reports whether a figure is what was computed by hand.
func near(got, want float64) bool { return math.Abs(got-want) < 1e-4 }

// Of a multi question, each option is a share of those who answered, so that
// the shares add up to more than 100 %.
func TestFiguresOfMulti(t *testing.T) {
	q := every(5).Questions[topics]
	answers := slices.Concat(times(4, set(1, 2)), times(2, set(1, 3, 9)), times(1, survey.Answer{Code: survey.NotApplicable}), times(3, survey.Answer{}))
	f := shown(t, q, answers...)
	if f.N != 6 || f.Missing != 3 || f.NotApplicable != 1 || f.NotAsked != 0 || !slices.Equal(f.Counts, []int{6, 4, 2, 0, 0, 0, 0, 0, 2}) {
		t.Errorf("got %+v", f)
	}
	if a, b, other := f.Percent(f.Counts[0]), f.Percent(f.Counts[1]), f.Percent(f.Counts[8]); a != 100 || !near(b, 66.6667) || !near(other, 33.3333) {
		t.Errorf("got %g, %g and %g %%", a, b, other)
	}
}

// Promoters answered 9 or 10, detractors 0 to 6; the score is the difference of
// their shares.
func TestRecommendation(t *testing.T) {
	q := every(5).Questions[promote]
	point := func(n int) survey.Answer { return survey.Answer{Code: survey.Code(n + 1)} }
	tests := []struct {
		name    string
		answers []survey.Answer
		want    results.Recommendation
	}{
		{"mixed", slices.Concat(times(3, point(10)), times(1, point(9)), times(2, point(8)), times(1, point(7)), times(1, point(6)), times(2, point(0)),
			times(4, survey.Answer{Code: survey.NotApplicable}), times(1, survey.Answer{})), results.Recommendation{Promoters: 4, Passives: 3, Detractors: 3, Score: 10}},
		{"all promote", times(5, point(9)), results.Recommendation{Promoters: 5, Score: 100}},
		{"all detract", times(5, point(6)), results.Recommendation{Detractors: 5, Score: -100}},
		{"all passive", times(5, point(7)), results.Recommendation{Passives: 5}},
	}
	for _, tt := range tests {
		f := shown(t, q, tt.answers...)
		if got, ok := f.Recommendation(); !ok || got != tt.want {
			t.Errorf("%s: got %+v %t, want %+v", tt.name, got, ok, tt.want)
		}
	}
	f := shown(t, q, tests[0].answers...)
	if mean, _ := f.Mean(); f.Quantile(0.5) != 8 || !near(mean, 6.8) {
		t.Errorf("got the median %g and the mean %g, want 8 and 6.8: from zero on", f.Quantile(0.5), mean)
	}
	nobody := shown(t, q, survey.Answer{})
	if got, ok := nobody.Recommendation(); ok {
		t.Errorf("nobody answered: got %+v", got)
	}
}

// The quantiles and the mean of numbers are numbers as they were answered.
func TestFiguresOfNumber(t *testing.T) {
	q := every(5).Questions[years]
	f := shown(t, q, number(10), number(-3), number(300), number(0), number(10), survey.Answer{}, survey.Answer{Code: survey.NotApplicable})
	if f.N != 5 || f.Missing != 1 || f.NotApplicable != 1 || len(f.Counts) != 304 || f.Counts[13] != 2 {
		t.Errorf("got %d answers, %d missing, %d not applicable of %d numbers", f.N, f.Missing, f.NotApplicable, len(f.Counts))
	}
	mean, sd := f.Mean()
	if f.Quantile(0.25) != 0 || f.Quantile(0.5) != 10 || f.Quantile(0.75) != 10 || f.Quantile(1) != 300 || f.Quantile(0) != -3 || !near(mean, 63.4) || !near(sd, 132.3926) {
		t.Errorf("got %g, %g, %g, mean %g, sd %g", f.Quantile(0.25), f.Quantile(0.5), f.Quantile(0.75), mean, sd)
	}
	want := []results.Bin{
		{Low: -3, High: -1, Count: 1},
		{Low: 0, High: 49, Count: 3},
		{Low: 50, High: 99},
		{Low: 100, High: 149},
		{Low: 150, High: 199},
		{Low: 200, High: 249},
		{Low: 250, High: 299},
		{Low: 300, High: 300, Count: 1},
	}
	if got := f.Bins(); !slices.Equal(got, want) {
		t.Errorf("got the bins %v, want %v", got, want)
	}
}

// A range that begins and ends within a bin has the widest ones that leave
// twelve at most.
func TestBinsAtMostTwelve(t *testing.T) {
	f := shown(t, survey.Question{Kind: survey.KindNumber, Min: -5, Max: 555}, number(-5), number(555))
	bins := f.Bins()
	if len(bins) != 7 || bins[0] != (results.Bin{Low: -5, High: -1, Count: 1}) || bins[6] != (results.Bin{Low: 500, High: 555, Count: 1}) {
		t.Errorf("got %v", bins)
	}
}

// Bins hold every number once, begin at round numbers, are at most twelve, and
// only the outer ones are narrower than the others.
func TestBinsLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		least := rapid.IntRange(-survey.MaxNumber, survey.MaxNumber-999).Draw(t, "least")
		if rapid.Bool().Draw(t, "small") {
			least = rapid.IntRange(-1100, 1100).Draw(t, "small least")
		}
		most := least + rapid.IntRange(1, survey.MaxNumbers-1).Draw(t, "range")
		drawn := rapid.SliceOfN(rapid.IntRange(least, most), 0, 9).Draw(t, "numbers")
		answers := make([]survey.Answer, len(drawn))
		for i, n := range drawn {
			answers[i] = number(n)
		}
		f := shown(t, survey.Question{Kind: survey.KindNumber, Min: least, Max: most}, answers...)
		bins := f.Bins()
		if len(bins) == 0 || len(bins) > 12 || bins[0].Low != least || bins[len(bins)-1].High != most {
			t.Fatalf("%d to %d: got %v", least, most, bins)
		}
		width := 0
		for _, b := range bins {
			width = max(width, b.High-b.Low+1)
		}
		for i, b := range bins {
			inside := 0
			for _, n := range drawn {
				if b.Low <= n && n <= b.High {
					inside++
				}
			}
			switch {
			case b.Count != inside, i > 0 && b.Low != bins[i-1].High+1:
				t.Fatalf("%d to %d: got %v of %v", least, most, bins, drawn)
			case i > 0 && len(bins) > 2 && b.Low%width != 0, i > 0 && i < len(bins)-1 && b.High-b.Low+1 != width:
				t.Fatalf("%d to %d: the bin %v is not round: %v", least, most, b, bins)
			}
		}
	})
}

// Of before_after, both answers are counted and compared person by person; the
// low end is better where the question says so.
func TestFiguresOfBeforeAfter(t *testing.T) {
	q := every(5).Questions[confidence]
	answers := slices.Concat(
		times(3, survey.Answer{Before: 1, Code: 3}), times(2, survey.Answer{Before: 2, Code: 2}), times(1, survey.Answer{Before: 4, Code: 1}),
		times(1, survey.Answer{Before: survey.NotApplicable, Code: 4}), times(1, survey.Answer{Before: 1, Code: survey.NotApplicable}), times(2, survey.Answer{}),
	)
	for _, reverse := range []bool{false, true} {
		q.Reverse = reverse
		f := shown(t, q, answers...)
		want := results.Shift{Improved: 3, Same: 2, Lower: 1}
		if reverse {
			want.Improved, want.Lower = want.Lower, want.Improved
		}
		if f.N != 6 || f.NotApplicable != 2 || f.Missing != 2 || f.Shift != want {
			t.Errorf("reverse %t: got %+v, want %+v", reverse, f, want)
		}
		if !slices.Equal(f.Before, []int{3, 2, 0, 1}) || !slices.Equal(f.Counts, []int{1, 2, 3, 0}) {
			t.Errorf("reverse %t: before %v, now %v", reverse, f.Before, f.Counts)
		}
		if mean, _ := f.Mean(); f.Quantile(0.5) != 2.5 || !near(mean, 14.0/6) {
			t.Errorf("reverse %t: the median of now is %g, the mean %g", reverse, f.Quantile(0.5), mean)
		}
	}
}

// Those who were not asked are no missing answers, also of a text, and nobody
// knows how many there are in the room whom a condition lets through.
func TestFiguresOfConditional(t *testing.T) {
	s := every(5)
	no := map[int]survey.Answer{recommend: {Code: 2}, promote: {Code: 10}, next: {Code: 5}, informed: {Code: 5}}
	said := sheetOf(s, no)
	said[why].Text = "x"
	said = s.Settle(said)
	said[hours] = number(7)
	b := batches(s, slices.Concat(repeat(8, said), repeat(2, sheetOf(s, no)), repeat(6, sheetOf(s, map[int]survey.Answer{recommend: {Code: 1}}))))
	r := release(t, s, results.Part{Session: survey.Session{Attended: 16}, Batches: b})
	tests := []struct {
		q, n, missing, notAsked int
	}{
		{why, 8, 2, 6},
		{hours, 8, 0, 8},
		{next, 10, 0, 6},
		{skills, 0, 6, 10},
		{thanks, 0, 0, 0},
		{improve, 0, 16, 0},
		{informed, 10, 6, 0},
	}
	for _, tt := range tests {
		f := r.Figures(tt.q)
		if f.N != tt.n || f.Missing != tt.missing || f.NotAsked != tt.notAsked || f.NotApplicable != 0 {
			t.Errorf("%s: got %d answers, %d missing, %d not asked, want %+v", f.Question.ID, f.N, f.Missing, f.NotAsked, tt)
		}
	}
	for q, population := range map[int]int{informed: 16, next: 0} {
		f := r.Figures(q)
		h, _ := f.Headline()
		if low, _ := results.Wilson(10, 10, population); h.Low != 100*low {
			t.Errorf("%s: the interval begins at %g, want %g", f.Question.ID, h.Low, 100*low)
		}
	}
}
