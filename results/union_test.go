package results_test

import (
	"errors"
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
			b := stored(t, s, united(t, s, count(s, conditional(s, 0, c.all)), earlier, common(s.MinGroup)))
			r := release(t, s, results.Part{Batches: b})
			if r.Tally.N() != c.shown || r.Responses() != c.all {
				t.Errorf("%d of %d are shown, want %d of %d", r.Tally.N(), r.Responses(), c.shown, c.all)
			}
		})
	}
}

// common says that every two files have so many responses in common.
func common(n int) func(i, j int) int { return func(int, int) int { return n } }

// united is [results.Union] of files that can be put together.
func united(t *testing.T, s *survey.Survey, total results.Tally, files []results.Batches, common func(i, j int) int) results.Batches {
	t.Helper()
	b, err := results.Union(s, total, files, common)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// The same holds of a question with a condition, when enough are there in all.
func TestUnionOfConditional(t *testing.T) {
	s := every(5)
	b := batches(s, conditional(s, 6, 6))
	b.Seal()
	for more, want := range map[int]int{0: 6, 1: 6, 4: 6, 5: 11} {
		u := stored(t, s, united(t, s, count(s, conditional(s, 6+more, 16)), []results.Batches{b}, common(0)))
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
		u := stored(t, s, united(t, s, count(s, conditional(s, 12+c.asked, 12+c.others)), rooms, common(0)))
		r := release(t, s, results.Part{Session: survey.Session{}, Batches: u})
		if f := r.Figures(why); f.N+f.Missing != c.want || r.Tally.N() != c.shown {
			t.Errorf("%+v: %d are shown, and %d of those asked", c, r.Tally.N(), f.N+f.Missing)
		}
	}
}

// closedBatches returns batches with some people who were asked and some others, closed,
// and behind that some who came late.
func closedBatches(s *survey.Survey, asked, others, late int) results.Batches {
	b := batches(s, conditional(s, asked, others))
	b.Seal()
	for _, sheet := range conditional(s, 0, late) {
		b.Add(sheet)
	}
	b.Seal()
	return b
}

// Two rooms, and a union of them as they were before, which shares responses with both:
// what the rooms have shown is known all the same. One of 6 in all who were asked sat in
// the second room, which does not show one alone. Negative control: a union that takes
// files for one room because another one shares responses with them.
func TestUnionOfUnions(t *testing.T) {
	s := every(5)
	files := []results.Batches{closedBatches(s, 1, 9, 0), closedBatches(s, 5, 4, 0), closedBatches(s, 0, 5, 3)}
	rooms := func(i, j int) int {
		if i == 2 || j == 2 {
			return 4
		}
		return 0
	}
	for more, shown := range map[int]int{0: 19, 3: 19, 5: 24} {
		u := stored(t, s, united(t, s, count(s, conditional(s, 6, 13+more)), files, rooms))
		r := release(t, s, results.Part{Batches: u})
		if f := r.Figures(why); f.N+f.Missing != 5 || r.Tally.N() != shown {
			t.Errorf("%d more: %d are shown, and %d of those asked; want %d and 5", more, r.Tally.N(), f.N+f.Missing, shown)
		}
	}
}

// Where one file holds back whom another one may show, and fewer than k would be left
// when both are taken from the union, it is refused; and it is not where the files share
// more than they hold back, so that they show the same people. Negative control: a union
// that takes only files for different that share nothing.
func TestUnionMixed(t *testing.T) {
	s := every(5)
	files := []results.Batches{closedBatches(s, 0, 8, 4), closedBatches(s, 0, 7, 0)}
	for _, c := range []struct {
		common, all int
		want        error
	}{{3, 16, results.ErrMixed}, {3, 19, results.ErrMixed}, {3, 20, nil}, {3, 15, nil}, {5, 16, nil}} {
		_, err := results.Union(s, count(s, conditional(s, 0, c.all)), files, common(c.common))
		if !errors.Is(err, c.want) {
			t.Errorf("%+v: %v", c, err)
		}
	}
}

// What a union has shown before it showed all is known, too, in whichever step it was
// made. Seven were shown, then thirteen with two of another room, which shows ten itself:
// with all 21 four would be left. Negative control: a union that forgets its log.
func TestUnionRemembers(t *testing.T) {
	s := every(5)
	first := united(t, s, count(s, conditional(s, 0, 13)), []results.Batches{closedBatches(s, 0, 7, 0)}, common(0))
	if first.N() != 13 || first.Shown() != 13 {
		t.Fatalf("%d of %d are shown", first.Shown(), first.N())
	}
	files := []results.Batches{stored(t, s, first), closedBatches(s, 0, 10, 0)}
	if _, err := results.Union(s, count(s, conditional(s, 0, 21)), files, common(2)); !errors.Is(err, results.ErrMixed) {
		t.Errorf("the union is not refused: %v", err)
	}
}
