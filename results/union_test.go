package results_test

import (
	"testing"

	"anketa/results"
	"anketa/survey"
)

// What a file has shown of a session is not told apart from the union with others by
// fewer than k people. Negative control: a union that shows all.
func TestUnion(t *testing.T) {
	for name, c := range map[string]struct {
		// files are what each file holds, of one stream of responses, and whether it was
		// closed there; all are in the union.
		files  []int
		closed bool
		all    int
		shown  int
	}{
		"nothing was shown":      {files: []int{3, 4}, closed: true, all: 7, shown: 7},
		"too few more":           {files: []int{12, 3}, closed: true, all: 15, shown: 12},
		"enough more":            {files: []int{12, 5}, closed: true, all: 17, shown: 17},
		"the largest counts":     {files: []int{7, 14}, closed: true, all: 16, shown: 14},
		"an open one goes ahead": {files: []int{16}, all: 18, shown: 18},
	} {
		t.Run(name, func(t *testing.T) {
			s := every(5)
			var earlier []results.Batches
			for _, n := range c.files {
				b := batches(s, conditional(s, 0, n))
				if c.closed {
					b.Seal()
				}
				earlier = append(earlier, b)
			}
			b := stored(t, s, results.Union(s, count(s, conditional(s, 0, c.all)), earlier))
			r := release(t, s, results.Part{Batches: b})
			if r.Tally.N() != c.shown || r.Responses() != c.all {
				t.Errorf("%d of %d are shown, want %d of %d", r.Tally.N(), r.Responses(), c.shown, c.all)
			}
		})
	}
}

// The same holds of a question with a condition, when enough are there in all.
func TestUnionOfConditional(t *testing.T) {
	s := every(5)
	b := batches(s, conditional(s, 6, 6))
	b.Seal()
	for more, want := range map[int]int{0: 6, 1: 6, 4: 6, 5: 11} {
		u := stored(t, s, results.Union(s, count(s, conditional(s, 6+more, 16)), []results.Batches{b}))
		r := release(t, s, results.Part{Session: survey.Session{}, Batches: u})
		if f := r.Figures(why); f.N+f.Missing != want || r.Tally.N() != 22+more {
			t.Errorf("%d more: %d are shown, and %d of those asked, want %d", more, r.Tally.N(), f.N+f.Missing, want)
		}
	}
}

// Two rooms that have shown answers may be added up: what comes besides is not shown
// when it is fewer than k people, of each question, either. Negative controls: a union
// that compares with the largest room alone, of all and of a question with a condition.
func TestUnionOfRooms(t *testing.T) {
	s := every(5)
	var rooms []results.Batches
	for range 2 {
		b := batches(s, conditional(s, 6, 6))
		b.Seal()
		rooms = append(rooms, b)
	}
	for _, c := range []struct{ asked, others, shown, want int }{
		{0, 0, 24, 12}, {1, 0, 24, 12}, {2, 2, 24, 12}, {4, 1, 29, 12}, {5, 0, 29, 17}, {0, 5, 29, 12},
	} {
		u := stored(t, s, results.Union(s, count(s, conditional(s, 12+c.asked, 12+c.others)), rooms))
		r := release(t, s, results.Part{Session: survey.Session{}, Batches: u})
		if f := r.Figures(why); f.N+f.Missing != c.want || r.Tally.N() != c.shown {
			t.Errorf("%+v: %d are shown, and %d of those asked", c, r.Tally.N(), f.N+f.Missing)
		}
	}
}
