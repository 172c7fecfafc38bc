package results_test

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"anketa/results"
	"anketa/survey"
)

// figuresOf returns the figures of one question with these counts of its
// points, in a session that attended people came to.
func figuresOf(t fatal, counts []int, missing, na, attended int, headline ...survey.Code) results.Figures {
	t.Helper()
	q := survey.Question{ID: "q", Kind: survey.KindChoice, Headline: headline, NotApplicable: survey.Text{survey.English: "n/a"}}
	s := &survey.Survey{MinGroup: 5, Release: survey.ReleaseLive}
	for range counts {
		q.Points = append(q.Points, survey.Point{})
	}
	s.Questions = []survey.Question{q}
	b := results.NewBatches(s)
	add := func(code survey.Code, n int) {
		for range n {
			b.Add([]survey.Answer{{Code: code}})
		}
	}
	for i, n := range counts {
		add(survey.Code(i+1), n)
	}
	add(survey.Missing, missing)
	add(survey.NotApplicable, na)
	r := release(t, s, results.Part{Session: survey.Session{Open: true, Attended: attended}, Batches: b})
	return r.Figures(0)
}

// Missing and "not applicable" stay outside n, and every percentage is a share
// of n.
func TestFiguresCounts(t *testing.T) {
	f := figuresOf(t, []int{1, 0, 7}, 3, 2, 20)
	if f.N != 8 || f.Missing != 3 || f.NotApplicable != 2 || f.Question.ID != "q" {
		t.Errorf("got %d answers, %d missing, %d not applicable, want 8, 3, 2", f.N, f.Missing, f.NotApplicable)
	}
	for i, want := range []int{1, 0, 7} {
		if f.Counts[i] != want {
			t.Errorf("point %d: got %d, want %d", i+1, f.Counts[i], want)
		}
	}
	tests := []struct {
		count int
		want  float64
	}{{0, 0}, {1, 12.5}, {7, 87.5}, {8, 100}}
	for _, tt := range tests {
		if got := f.Percent(tt.count); got != tt.want {
			t.Errorf("%d of 8: got %g, want %g", tt.count, got, tt.want)
		}
	}
}

// With no answer there is no figure: no headline, no median, no mean, and a
// share of nothing is nothing.
func TestFiguresOfNobody(t *testing.T) {
	f := figuresOf(t, []int{0, 0, 0}, 4, 3, 10, 3)
	if h, ok := f.Headline(); ok {
		t.Errorf("got the headline %+v", h)
	}
	if got := f.Percent(0); got != 0 {
		t.Errorf("got %g %%, want 0", got)
	}
	mean, sd := f.Mean()
	for _, got := range []float64{f.Quantile(0.5), f.Quantile(0), f.Quantile(1), mean, sd} {
		if !math.IsNaN(got) {
			t.Errorf("got %g, want NaN", got)
		}
	}
}

// The headline counts its points together, out of those who answered.
func TestHeadline(t *testing.T) {
	tests := []struct {
		name     string
		counts   []int
		headline []survey.Code
		count, n int
		percent  float64
	}{
		{"one point", []int{2, 3, 5}, []survey.Code{3}, 5, 10, 50},
		{"two points", []int{2, 3, 5}, []survey.Code{2, 3}, 8, 10, 80},
		{"points apart", []int{2, 3, 5}, []survey.Code{1, 3}, 7, 10, 70},
		{"nobody in it", []int{0, 3, 5}, []survey.Code{1}, 0, 8, 0},
		{"everybody in it", []int{0, 3, 5}, []survey.Code{2, 3}, 8, 8, 100},
	}
	for _, tt := range tests {
		f := figuresOf(t, tt.counts, 2, 1, 0, tt.headline...)
		h, ok := f.Headline()
		if !ok || h.Count != tt.count || h.N != tt.n || math.Abs(h.Percent-tt.percent) > 1e-9 || len(h.Points) != len(tt.headline) {
			t.Errorf("%s: got %+v %t, want %d of %d", tt.name, h, ok, tt.count, tt.n)
		}
		low, high := results.Wilson(tt.count, tt.n, 0)
		if h.Low != 100*low || h.High != 100*high {
			t.Errorf("%s: got %g to %g, want %g to %g", tt.name, h.Low, h.High, 100*low, 100*high)
		}
	}
	undeclared := figuresOf(t, []int{1, 2}, 0, 0, 0)
	if h, ok := undeclared.Headline(); ok {
		t.Errorf("got %+v where none is declared", h)
	}
}

// When attendance is known the interval of a headline is narrower, and it has
// no width when everybody answered.
func TestHeadlineKnowsAttendance(t *testing.T) {
	width := func(attended int) float64 {
		f := figuresOf(t, []int{4, 6}, 0, 0, attended, 2)
		h, _ := f.Headline()
		return h.High - h.Low
	}
	if unknown, many, few, all := width(0), width(100), width(12), width(10); unknown <= many || many <= few || few <= all || all != 0 {
		t.Errorf("got the widths %g, %g, %g, %g; want each narrower, the last 0", unknown, many, few, all)
	}
}

// Means and standard deviations as computed by hand.
func TestMean(t *testing.T) {
	tests := []struct {
		counts   []int
		mean, sd float64
	}{
		{[]int{1, 0, 0, 0, 0}, 1, math.NaN()},
		{[]int{0, 0, 0, 0, 1}, 5, math.NaN()},
		{[]int{1, 0, 1}, 2, math.Sqrt2},
		{[]int{0, 4, 0}, 2, 0},
		{[]int{1, 1, 1, 1, 1}, 3, math.Sqrt(2.5)},
		{[]int{2, 4, 4, 5, 7}, 3.5, math.Sqrt(39.5 / 21)},
		{[]int{50, 0, 0, 0, 50}, 3, math.Sqrt(400.0 / 99)},
	}
	for _, tt := range tests {
		f := figuresOf(t, tt.counts, 3, 2, 0)
		mean, sd := f.Mean()
		if math.Abs(mean-tt.mean) > 1e-12 || math.IsNaN(sd) != math.IsNaN(tt.sd) || math.Abs(sd-tt.sd) > 1e-12 {
			t.Errorf("%v: got %.15g and %.15g, want %.15g and %.15g", tt.counts, mean, sd, tt.mean, tt.sd)
		}
	}
}

// The mean lies between the smallest and the largest answer, and the percents
// of all points add up to 100.
func TestFiguresLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		counts := rapid.SliceOfN(rapid.IntRange(0, 12), 2, 7).Draw(t, "counts")
		f := figuresOf(t, counts, 1, 1, 0)
		sum, least, most := 0.0, math.Inf(1), math.Inf(-1)
		for i, n := range counts {
			sum += f.Percent(n)
			if n > 0 {
				least, most = min(least, float64(i+1)), max(most, float64(i+1))
			}
		}
		mean, sd := f.Mean()
		if f.N == 0 {
			if sum != 0 || !math.IsNaN(mean) {
				t.Fatalf("nobody: %g %%, mean %g", sum, mean)
			}
			return
		}
		if math.Abs(sum-100) > 1e-9 || mean < least-1e-12 || mean > most+1e-12 || sd < 0 || sd > most-least+1e-12 {
			t.Fatalf("%v: %g %%, mean %g, sd %g", counts, sum, mean, sd)
		}
	})
}

// Of a text question it is counted who answered, without a headline.
func TestFiguresOfText(t *testing.T) {
	s := mixed(5)
	sheets := copies(s, 6)
	sheets[0] = append([]survey.Answer{}, sheets[0]...)
	sheets[0][3] = survey.Answer{Text: "x"}
	r := release(t, s, results.Part{Batches: batches(s, sheets)})
	f := r.Figures(3)
	if f.N != 1 || f.Missing != 5 || f.NotApplicable != 0 || len(f.Counts) != 1 {
		t.Errorf("got %d answers, %d missing, counts %v", f.N, f.Missing, f.Counts)
	}
	if _, ok := f.Headline(); ok {
		t.Error("a text question has a headline")
	}
}
