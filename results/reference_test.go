package results_test

import (
	"encoding/csv"
	"math"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"anketa/results"
	"anketa/survey"
)

// reference is one figure that R computed, see testdata/figures.R.
type reference struct {
	figure, of string
	value      float64
}

// references reads what R computed.
func references(tb testing.TB) []reference {
	tb.Helper()
	file, err := os.Open("testdata/figures.csv")
	if err != nil {
		tb.Fatal(err)
	}
	defer file.Close()
	rows, err := csv.NewReader(file).ReadAll()
	if err != nil {
		tb.Fatal(err)
	}
	var all []reference
	for _, row := range rows[1:] {
		value, err := strconv.ParseFloat(row[2], 64)
		if err != nil {
			tb.Fatal(err)
		}
		all = append(all, reference{figure: row[0], of: row[1], value: value})
	}
	return all
}

// numbers reads numbers that a character separates.
func numbers(tb testing.TB, of, separator string) []int {
	tb.Helper()
	var all []int
	for field := range strings.SplitSeq(of, separator) {
		n, err := strconv.Atoi(field)
		if err != nil {
			tb.Fatal(err)
		}
		all = append(all, n)
	}
	return all
}

// computed returns what anketa computes for a figure, or false for one it does not know.
func computed(tb testing.TB, r reference) (float64, bool) {
	tb.Helper()
	switch name := strings.TrimRight(r.figure, "0123456789-"); name {
	case "low", "high":
		of := numbers(tb, r.of, " ")
		low, high := results.Wilson(of[0], of[1], of[2])
		return map[string]float64{"low": low, "high": high}[name], true
	case "nps", "nps-mean", "nps-median":
		f := marks(tb, numbers(tb, r.of, " "))
		return ofMarks(&f, name), true
	case "shift":
		return shifted(tb, r), true
	case "alpha":
		return alphaOf(tb, r.of), true
	case "sign", "fisher", "difference":
		return chance(tb, r, name), true
	case "n", "mean", "sd", "q", "percent":
		f := figuresOf(tb, numbers(tb, r.of, " "), 0, 0, 0)
		return ofCounts(tb, &f, name, strings.TrimPrefix(r.figure, name)), true
	}
	return 0, false
}

// ofCounts returns a figure of a distribution; which is the percent of a quantile or the number of a point.
func ofCounts(tb testing.TB, f *results.Figures, name, which string) float64 {
	tb.Helper()
	mean, sd := f.Mean()
	switch name {
	case "n":
		return float64(f.N)
	case "mean":
		return mean
	case "sd":
		return sd
	case "q":
		return f.Quantile(float64(numbers(tb, which, " ")[0]) / 100)
	}
	return f.Percent(f.Counts[numbers(tb, which, " ")[0]-1])
}

// marks returns the figures of a nps question whose marks from 0 to 10 were given so often.
func marks(tb testing.TB, counts []int) results.Figures {
	tb.Helper()
	q := survey.Question{ID: "q", Kind: survey.KindNPS}
	for mark := range 11 {
		q.Points = append(q.Points, survey.Point{Value: strconv.Itoa(mark)})
	}
	var sheets [][]survey.Answer
	for i, n := range counts {
		for range n {
			sheets = append(sheets, []survey.Answer{{Code: survey.Code(i + 1)}})
		}
	}
	return figuresOfSheets(tb, q, sheets)
}

// ofMarks returns a figure of a nps question.
func ofMarks(f *results.Figures, name string) float64 {
	mean, _ := f.Mean()
	recommendation, _ := f.Recommendation()
	return map[string]float64{"nps": recommendation.Score, "nps-mean": mean, "nps-median": f.Quantile(0.5)}[name]
}

// shifted returns how many of some pairs of points changed in a direction.
func shifted(tb testing.TB, r reference) float64 {
	tb.Helper()
	q := likert("q")
	q.Kind = survey.KindBeforeAfter
	var sheets [][]survey.Answer
	for pair := range strings.SplitSeq(r.of, " ") {
		points := numbers(tb, pair, "-")
		sheets = append(sheets, []survey.Answer{{Before: survey.Code(points[0]), Code: survey.Code(points[1])}})
	}
	f := figuresOfSheets(tb, q, sheets)
	return map[string]float64{"shift-1": float64(f.Shift.Lower), "shift0": float64(f.Shift.Same), "shift1": float64(f.Shift.Improved)}[r.figure]
}

// chance returns how probable chance makes what a reference tells.
func chance(tb testing.TB, r reference, name string) float64 {
	tb.Helper()
	switch name {
	case "sign":
		of := numbers(tb, r.of, " ")
		return results.SignTest(of[0], of[1])
	case "fisher":
		of := numbers(tb, r.of, " ")
		return results.Fisher(of[0], of[1], of[2], of[3])
	}
	var groups []results.Share
	for group := range strings.SplitSeq(r.of, " ") {
		of := numbers(tb, group, "/")
		groups = append(groups, results.Share{Count: of[0], N: of[1]})
	}
	return results.Differences(groups)[numbers(tb, strings.TrimPrefix(r.figure, name), " ")[0]-1]
}

// figuresOfSheets returns the figures of the only question of some sheets.
func figuresOfSheets(tb testing.TB, q survey.Question, sheets [][]survey.Answer) results.Figures {
	tb.Helper()
	s := &survey.Survey{MinGroup: 5, Release: survey.ReleaseLive, Questions: []survey.Question{q}}
	b := batches(s, sheets)
	r := release(tb, s, results.Part{Session: survey.Session{Open: true}, Batches: b})
	return r.Figures(0)
}

// Every figure agrees with the one that R computes, to nine digits.
func TestFiguresAgreeWithR(t *testing.T) {
	var seen []string
	for _, r := range references(t) {
		got, ok := computed(t, r)
		if !ok {
			t.Errorf("%s is not compared", r.figure)
			continue
		}
		seen = append(seen, r.figure)
		if math.IsNaN(r.value) && math.IsNaN(got) {
			continue
		}
		if !(math.Abs(got-r.value) <= 1e-9*max(1, math.Abs(r.value))) {
			t.Errorf("%s of %s: got %.15g, R says %.15g", r.figure, r.of, got, r.value)
		}
	}
	for _, figure := range []string{"n", "mean", "sd", "q25", "q50", "q75", "percent1", "low", "high", "nps", "shift1", "alpha", "sign", "fisher", "difference1"} {
		if !slices.Contains(seen, figure) {
			t.Errorf("R says nothing about %s", figure)
		}
	}
}
