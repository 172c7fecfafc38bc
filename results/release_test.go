package results_test

import (
	"testing"

	"pgregory.net/rapid"

	"anketa/results"
	"anketa/survey"
)

// Where records cannot be read it is not known that nobody answered.
func TestNobodyIsNotDamaged(t *testing.T) {
	s := mixed(5)
	if r := release(t, s, results.Part{Batches: batches(s, nil), Damaged: 1}); r.Nobody() {
		t.Error("damaged records are nobody's")
	}
}

// What is shown depends on the count, on whether the session is open, and on
// what the survey file says.
func TestReleaseRules(t *testing.T) {
	tests := []struct {
		name  string
		mode  survey.ReleaseMode
		open  bool
		n     int
		shown int
	}{
		{"lagged, open, nobody", survey.ReleaseLagged, true, 0, 0},
		{"lagged, open, below k", survey.ReleaseLagged, true, 4, 0},
		{"lagged, open, k", survey.ReleaseLagged, true, 5, 0},
		{"lagged, open, just below 2k", survey.ReleaseLagged, true, 9, 0},
		{"lagged, open, 2k", survey.ReleaseLagged, true, 10, 5},
		{"lagged, open, just below 3k", survey.ReleaseLagged, true, 14, 5},
		{"lagged, open, 3k", survey.ReleaseLagged, true, 15, 10},
		{"lagged, closed, nobody", survey.ReleaseLagged, false, 0, 0},
		{"lagged, closed, below k", survey.ReleaseLagged, false, 4, 0},
		{"lagged, closed, k", survey.ReleaseLagged, false, 5, 5},
		{"lagged, closed, between groups", survey.ReleaseLagged, false, 13, 13},
		{"unknown mode is lagged", "later", true, 9, 0},
		{"live, open, one", survey.ReleaseLive, true, 1, 1},
		{"live, open, between groups", survey.ReleaseLive, true, 13, 13},
		{"live, closed, below k", survey.ReleaseLive, false, 4, 4},
	}
	for _, tt := range tests {
		for _, sealed := range []bool{false, true} {
			if sealed && tt.open {
				continue
			}
			t.Run(tt.name, func(t *testing.T) {
				s := mixed(5)
				s.Release = tt.mode
				b := batches(s, copies(s, tt.n))
				if sealed {
					b.Seal()
				}
				r := release(t, s, results.Part{Session: survey.Session{Open: tt.open}, Batches: b})
				if r.Tally.N() != tt.shown || r.Hidden() != tt.n-tt.shown || r.Responses() != tt.n || r.Open() != tt.open {
					t.Errorf("sealed %t: %d of %d shown, %d hidden, want %d shown", sealed, r.Tally.N(), r.Responses(), r.Hidden(), tt.shown)
				}
				if r.Nobody() != (tt.n == 0 && !tt.open) {
					t.Errorf("nobody: %t", r.Nobody())
				}
				if f := r.Figures(0); f.N != tt.shown || f.Counts[0] != tt.shown {
					t.Errorf("the figures count %d of %d, want %d", f.Counts[0], f.N, tt.shown)
				}
			})
		}
	}
}

// Pooled sessions each follow their own rule: a closed one shows all, an open
// one its batches, a small one nothing.
func TestReleasePooled(t *testing.T) {
	s := mixed(5)
	part := func(open bool, n, attended int) results.Part {
		return results.Part{Session: survey.Session{Open: open, Attended: attended}, Batches: batches(s, copies(s, n))}
	}
	tests := []struct {
		name                    string
		parts                   []results.Part
		stored, shown, attended int
		open                    bool
	}{
		{"closed and closed", []results.Part{part(false, 24, 24), part(false, 7, 10)}, 31, 31, 34, false},
		{"closed and small", []results.Part{part(false, 24, 24), part(false, 4, 4)}, 28, 24, 28, false},
		{"small and small", []results.Part{part(false, 4, 4), part(false, 4, 4)}, 8, 0, 8, false},
		{"closed and open", []results.Part{part(false, 24, 24), part(true, 13, 20)}, 37, 29, 44, true},
		{"open and closed", []results.Part{part(true, 13, 20), part(false, 24, 24)}, 37, 29, 44, true},
		{"attendance of one not known", []results.Part{part(false, 24, 24), part(false, 7, 0)}, 31, 31, 0, false},
		{"attendance of the first not known", []results.Part{part(false, 24, 0), part(false, 7, 9)}, 31, 31, 0, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r := release(t, s, tt.parts...)
			if r.Responses() != tt.stored || r.Tally.N() != tt.shown || r.Attended() != tt.attended || r.Open() != tt.open {
				t.Errorf("got %d stored, %d shown, %d attended, open %t; want %d, %d, %d, %t",
					r.Responses(), r.Tally.N(), r.Attended(), r.Open(), tt.stored, tt.shown, tt.attended, tt.open)
			}
		})
	}
}

// Until says how many more responses it takes until more is shown: as many as
// it takes when they are really added.
func TestUntilLaw(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		k := rapid.IntRange(5, 8).Draw(t, "k")
		s := mixed(k)
		b := batches(s, copies(s, rapid.IntRange(0, 4*k).Draw(t, "responses")))
		if rapid.Bool().Draw(t, "reopened") {
			b.Seal()
			for range rapid.IntRange(0, 3*k).Draw(t, "further") {
				b.Add(copies(s, 1)[0])
			}
		}
		open := survey.Session{Open: true}
		r := release(t, s, results.Part{Session: open, Batches: b})
		got, waited := r.Until(), 0
		for shown := r.Tally.N(); r.Tally.N() == shown; waited++ {
			b.Add(copies(s, 1)[0])
			r = release(t, s, results.Part{Session: open, Batches: b})
		}
		if got != waited {
			t.Fatalf("Until says %d, it took %d", got, waited)
		}
	})
}

// Nothing is waited for where nothing is to come: in closed sessions, and where
// every answer is shown at once. A small closed session beside an open one does
// not count.
func TestUntil(t *testing.T) {
	s, live := mixed(5), mixed(5)
	live.Release = survey.ReleaseLive
	part := func(open bool, n int) results.Part {
		return results.Part{Session: survey.Session{Open: open}, Batches: batches(s, copies(s, n))}
	}
	tests := []struct {
		name   string
		survey *survey.Survey
		parts  []results.Part
		want   int
	}{
		{"closed and small", s, []results.Part{part(false, 3)}, 0},
		{"closed", s, []results.Part{part(false, 8)}, 0},
		{"open, nobody", s, []results.Part{part(true, 0)}, 10},
		{"open", s, []results.Part{part(true, 8)}, 2},
		{"live", live, []results.Part{part(true, 8)}, 0},
		{"small beside open", s, []results.Part{part(false, 3), part(true, 13)}, 2},
		{"two open, first sooner", s, []results.Part{part(true, 9), part(true, 1)}, 1},
		{"two open, second sooner", s, []results.Part{part(true, 1), part(true, 9)}, 1},
	}
	for _, tt := range tests {
		r := release(t, tt.survey, tt.parts...)
		if got := r.Until(); got != tt.want {
			t.Errorf("%s: got %d, want %d", tt.name, got, tt.want)
		}
	}
}

// Free texts are shown of closed sessions with at least k responses, and
// otherwise never, also where figures are shown live.
func TestShowsTexts(t *testing.T) {
	for _, mode := range []survey.ReleaseMode{survey.ReleaseLagged, survey.ReleaseLive} {
		for _, tt := range []struct {
			open bool
			n    int
			want bool
		}{
			{true, 4, false},
			{true, 5, false},
			{true, 23, false},
			{false, 0, false},
			{false, 4, false},
			{false, 5, true},
			{false, 23, true},
		} {
			s := mixed(5)
			s.Release = mode
			p := results.Part{Session: survey.Session{Open: tt.open}, Batches: batches(s, copies(s, tt.n))}
			r := release(t, s, p)
			if got := r.ShowsTexts(&r.Parts[0], "improve"); got != tt.want {
				t.Errorf("%s, open %t, %d responses: got %t, want %t", mode, tt.open, tt.n, got, tt.want)
			}
		}
	}
}

// The texts of a few people who answered after an earlier closing would be
// found by comparing: they stay hidden with all others until there are k.
func TestShowsTextsAcrossReopening(t *testing.T) {
	s := mixed(5)
	b := batches(s, copies(s, 6))
	b.Seal()
	for further := 1; further <= 5; further++ {
		b.Add(copies(s, 1)[0])
		p := results.Part{Batches: b}
		r := release(t, s, p)
		if got, want := r.ShowsTexts(&r.Parts[0], "improve"), further == 5; got != want {
			t.Errorf("%d people after the first closing: got %t, want %t", further, got, want)
		}
	}
}
