package results_test

import (
	"math"
	"testing"

	"anketa/results"
	"anketa/survey"
)

// parts returns the three trainings as closed sessions of the people who came.
func parts(tb testing.TB) (*survey.Survey, []results.Part) {
	tb.Helper()
	s, sessions := trainings(tb)
	var parts []results.Part
	for _, event := range []string{"nis", "novi_sad", "subotica"} {
		sheets := sessions[event]
		if len(sheets) == 0 {
			tb.Fatalf("the event %s has no responses; there are %d events", event, len(sessions))
		}
		parts = append(parts, results.Part{
			Session: survey.Session{ID: survey.NewID(), Title: event, Attended: len(sheets)},
			Batches: batches(s, sheets),
		})
	}
	return s, parts
}

// The pooled release of the three trainings gives the published numbers: 51, 45
// and 71 of 72, and 43 where the infographic misprints 59.17 %.
func TestTrainingsHeadlines(t *testing.T) {
	s, parts := parts(t)
	r := release(t, s, parts...)
	if r.Responses() != 72 || r.Tally.N() != 72 || r.Attended() != 72 || r.Hidden() != 0 || r.Open() {
		t.Fatalf("got %d responses, %d released, %d attended", r.Responses(), r.Tally.N(), r.Attended())
	}
	tests := []struct {
		id      string
		count   int
		percent float64
	}{
		{"informed", 43, 59.722222222222},
		{"knowledge", 51, 70.833333333333},
		{"applicable", 45, 62.5},
		{"recommend", 71, 98.611111111111},
	}
	for _, tt := range tests {
		f := figures(t, s, &r, tt.id)
		h, ok := f.Headline()
		if !ok || h.Count != tt.count || h.N != 72 || f.Missing != 0 || f.NotApplicable != 0 {
			t.Errorf("%s: got %+v %t, want %d of 72", tt.id, h, ok, tt.count)
		}
		if math.Abs(h.Percent-tt.percent) > 1e-9 {
			t.Errorf("%s: got %.12f %%, want %.12f %%", tt.id, h.Percent, tt.percent)
		}
		if math.Abs(h.Low-tt.percent) > 1e-9 || math.Abs(h.High-tt.percent) > 1e-9 {
			t.Errorf("%s: everybody answered, but the interval is %g to %g", tt.id, h.Low, h.High)
		}
	}
}

// figures returns the numbers of the question with an id.
func figures(t fatal, s *survey.Survey, r *results.Release, id string) results.Figures {
	t.Helper()
	at, ok := s.Question(id)
	if !ok {
		t.Fatalf("there is no question %s", id)
	}
	return r.Figures(at)
}

// The people of the three trainings are those of the infographic.
func TestTrainingsPeople(t *testing.T) {
	s, parts := parts(t)
	r := release(t, s, parts...)
	tests := []struct {
		id, value string
		count     int
	}{
		{"gender", "woman", 43},
		{"gender", "man", 29},
		{"sector", "social", 29},
		{"sector", "police", 18},
		{"sector", "red_cross", 8},
		{"sector", "ngo", 6},
		{"sector", "health", 4},
		{"sector", "city", 3},
		{"sector", "prosecution", 2},
		{"sector", "judiciary", 1},
		{"sector", "education", 1},
	}
	for _, tt := range tests {
		f := figures(t, s, &r, tt.id)
		code, ok := f.Question.CodeOf(tt.value)
		if !ok || f.Counts[code-1] != tt.count || f.N != 72 {
			t.Errorf("%s %s: got %d of %d, want %d of 72", tt.id, tt.value, f.Counts[code-1], f.N, tt.count)
		}
		if _, ok := f.Headline(); ok {
			t.Errorf("%s has a headline that the survey does not declare", tt.id)
		}
	}
}

// No count of 72 people gives the misprinted 59.17 %.
func TestTrainingsMisprint(t *testing.T) {
	s, parts := parts(t)
	r := release(t, s, parts...)
	f := figures(t, s, &r, "informed")
	for n := range 73 {
		if math.Abs(f.Percent(n)-59.17) < 0.005 {
			t.Errorf("%d of 72 is %.4f %%", n, f.Percent(n))
		}
	}
}

// The shares of the three sessions add up to the pooled count, whatever the
// order of the sessions.
func TestTrainingsPooledInAnyOrder(t *testing.T) {
	s, p := parts(t)
	want := release(t, s, p[0], p[1], p[2])
	for _, order := range [][]results.Part{{p[0], p[2], p[1]}, {p[1], p[0], p[2]}, {p[2], p[1], p[0]}} {
		if got := release(t, s, order...); !got.Tally.Equal(want.Tally) {
			t.Error("the pooled counts depend on the order of the sessions")
		}
	}
	n := 0
	for i := range p {
		r := release(t, s, p[i])
		n += r.Tally.N()
	}
	if n != 72 {
		t.Errorf("the sessions have %d responses, want 72", n)
	}
}

// Nobody wrote a text in the CSV file, so the text questions are empty.
func TestTrainingsTexts(t *testing.T) {
	s, parts := parts(t)
	r := release(t, s, parts...)
	for _, id := range []string{"improve", "quote"} {
		if f := figures(t, s, &r, id); f.N != 0 || f.Missing != 72 || f.NotApplicable != 0 {
			t.Errorf("%s: got %d answers and %d missing, want 0 and 72", id, f.N, f.Missing)
		}
	}
}
