package results_test

import (
	"testing"

	"anketa/results"
	"anketa/survey"
)

// sheets is a session with some responses, of which some came from paper.
type sheets struct {
	n, paper int
	open     bool
}

// ofPaper returns the release of sessions.
func ofPaper(tb testing.TB, mode survey.ReleaseMode, sessions ...sheets) results.Release {
	tb.Helper()
	s := &survey.Survey{MinGroup: 5, Release: mode, Languages: []survey.Lang{survey.English}, Questions: []survey.Question{{ID: "q", Kind: survey.KindYesNo, Points: make([]survey.Point, 2)}}}
	var parts []results.Part
	for _, c := range sessions {
		b := results.NewBatches(s)
		for range c.n {
			b.Add([]survey.Answer{{Code: 1}})
		}
		parts = append(parts, results.Part{Survey: s, Session: survey.Session{Open: c.open}, Batches: b, Paper: c.paper})
	}
	r, err := results.NewRelease(parts...)
	if err != nil {
		tb.Fatal(err)
	}
	return r
}

// How many came from paper is told only where that number and the rest are no smaller
// than a smallest group, and the sum of sessions only where it is told of each. Negative
// controls: each half of the condition left out, and the sum of what is told.
func TestPaperIsShown(t *testing.T) {
	told, withheld, nothing := func(n int) results.FromPaper { return results.FromPaper{N: n} }, results.FromPaper{Withheld: true}, results.FromPaper{}
	for _, c := range []struct {
		sessions []sheets
		want     results.FromPaper
	}{
		{[]sheets{{0, 0, false}}, nothing},
		{[]sheets{{24, 0, false}}, nothing},
		{[]sheets{{24, 1, false}}, withheld},
		{[]sheets{{24, 4, false}}, withheld},
		{[]sheets{{24, 5, false}}, told(5)},
		{[]sheets{{24, 19, false}}, told(19)},
		{[]sheets{{24, 20, false}}, withheld},
		{[]sheets{{24, 24, false}}, told(24)},
		{[]sheets{{4, 4, false}}, nothing},
		{[]sheets{{24, 5, false}, {24, 7, false}}, told(12)},
		{[]sheets{{24, 5, false}, {24, 2, false}}, withheld},
		{[]sheets{{24, 5, false}, {24, 0, false}}, told(5)},
		{[]sheets{{24, 5, false}, {4, 4, false}}, nothing},
		{[]sheets{{24, 5, false}, {24, 7, true}}, nothing},
	} {
		r := ofPaper(t, survey.ReleaseLagged, c.sessions...)
		if got := r.Paper(); got != c.want {
			t.Errorf("%+v: got %+v, want %+v", c.sessions, got, c.want)
		}
	}
}

// While a session is open nothing tells whether a response came from paper: whatever the
// number, what is said is the same after each response, also where everything is shown
// at once. Negative control: PaperOf without the condition that the session is closed.
func TestPaperIsNotSaidByBatch(t *testing.T) {
	for _, mode := range []survey.ReleaseMode{survey.ReleaseLagged, survey.ReleaseLive} {
		for n := range 21 {
			for paper := range n + 1 {
				r := ofPaper(t, mode, sheets{n, paper, true}, sheets{12, 6, false})
				if r.PaperOf(0) != (results.FromPaper{}) || r.Paper() != (results.FromPaper{}) {
					t.Fatalf("%d of %d came from paper while the session is open: %+v, in all %+v", paper, n, r.PaperOf(0), r.Paper())
				}
				if got := r.PaperOf(1).N; got != 6 {
					t.Fatalf("got %d of the session that is closed, want 6", got)
				}
			}
		}
	}
}

// Responses that came late and wait for more change nothing of what is said: it says
// nothing until all are shown. Negative control: PaperOf without what is shown.
func TestPaperIsNotSaidOfLate(t *testing.T) {
	s := &survey.Survey{MinGroup: 5, Languages: []survey.Lang{survey.English}, Questions: []survey.Question{{ID: "q", Kind: survey.KindYesNo, Points: make([]survey.Point, 2)}}}
	b := results.NewBatches(s)
	add := func(n int) {
		for range n {
			b.Add([]survey.Answer{{Code: 1}})
		}
	}
	add(12)
	b.Seal()
	for _, c := range []struct{ late, paper, want int }{{0, 6, 6}, {2, 8, 0}, {3, 11, 11}} {
		add(c.late)
		r, err := results.NewRelease(results.Part{Survey: s, Batches: b, Paper: c.paper})
		if err != nil {
			t.Fatal(err)
		}
		if got := r.Paper(); got != (results.FromPaper{N: c.want}) {
			t.Errorf("with %d more, of %d responses: got %+v, want %d", c.late, b.N(), got, c.want)
		}
	}
}
