package results_test

import (
	"testing"

	"anketa/results"
	"anketa/survey"
)

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

// common says that every two files have so many responses in common.
func common(n int) func(i, j int) int { return func(int, int) int { return n } }

// joint returns what is shown of the union of files, which is stored and read again.
func joint(t *testing.T, s *survey.Survey, total results.Tally, common func(i, j int) int, files ...results.Batches) results.Release {
	t.Helper()
	u := results.Union(s, total, files, common)
	u.Seal()
	return release(t, s, results.Part{Batches: stored(t, s, u)})
}

// A union shows nobody whom none of its files has shown, however many they are together.
// Negative controls: a union that shows all; one that shows those who are together k.
func TestUnion(t *testing.T) {
	s := every(5)
	open := batches(s, conditional(s, 0, 16))
	for name, c := range map[string]struct {
		files       []results.Batches
		common, all int
		shown       int
	}{
		"nothing was shown":         {[]results.Batches{closedBatches(s, 0, 4, 0), closedBatches(s, 0, 4, 0)}, 0, 8, 0},
		"one was":                   {[]results.Batches{closedBatches(s, 0, 12, 0), closedBatches(s, 0, 4, 0), closedBatches(s, 0, 4, 0)}, 0, 20, 12},
		"both were":                 {[]results.Batches{closedBatches(s, 0, 12, 0), closedBatches(s, 0, 5, 0)}, 0, 17, 17},
		"each holds back a few":     {[]results.Batches{closedBatches(s, 0, 12, 3), closedBatches(s, 0, 9, 4)}, 0, 28, 21},
		"they share, and show all":  {[]results.Batches{closedBatches(s, 0, 7, 0), closedBatches(s, 0, 14, 0)}, 5, 16, 16},
		"they share, and one holds": {[]results.Batches{closedBatches(s, 0, 7, 0), closedBatches(s, 0, 8, 4)}, 3, 16, 8},
		"one is open":               {[]results.Batches{open, closedBatches(s, 0, 6, 0)}, 0, 22, 16},
		"one is within another":     {[]results.Batches{open, closedBatches(s, 0, 16, 0)}, 16, 16, 16},
	} {
		r := joint(t, s, count(s, conditional(s, 0, c.all)), common(c.common), c.files...)
		if r.Tally.N() != c.shown || r.Responses() != c.all || r.Apart() != c.all-c.shown {
			t.Errorf("%s: %d of %d are shown, %d are apart, want %d of %d", name, r.Tally.N(), r.Responses(), r.Apart(), c.shown, c.all)
		}
	}
}

// The same holds of each question with a condition.
// Negative controls: a union that decides like a closing; one that forgets its log.
func TestUnionOfConditional(t *testing.T) {
	s := every(5)
	for _, c := range []struct {
		asked []int
		want  int
	}{
		{[]int{6, 6}, 12},
		{[]int{6, 4}, 6},
		{[]int{3, 3}, 0},
		{[]int{6, 0}, 6},
		{[]int{6, 3, 3}, 6},
		{[]int{6, 5, 4}, 11},
	} {
		var files []results.Batches
		asked, others := 0, 0
		for _, n := range c.asked {
			files = append(files, closedBatches(s, n, 9, 0))
			asked, others = asked+n, others+9
		}
		r := joint(t, s, count(s, conditional(s, asked, others)), common(0), files...)
		if f := r.Figures(why); f.N+f.Missing != c.want || r.Tally.N() != asked+others {
			t.Errorf("%v: %d are shown, and %d of those asked, want %d", c.asked, r.Tally.N(), f.N+f.Missing, c.want)
		}
	}
}

// A union that is put together with later copies of its rooms still shows nobody whom
// no file shows: of it and them speak those that show most, and of all rooms the latest.
// Negative control: a union that holds back nobody when fewer than k would be left.
func TestUnionOfUnions(t *testing.T) {
	s := every(5)
	rooms := []results.Batches{closedBatches(s, 3, 5, 0), closedBatches(s, 0, 6, 2)}
	first := results.Union(s, count(s, conditional(s, 3, 13)), rooms, common(0))
	first = stored(t, s, first)
	if first.Shown() != 14 || first.N() != 16 {
		t.Fatalf("%d of %d are shown", first.Shown(), first.N())
	}
	// Nine more came to the second room.
	later := closedBatches(s, 1, 16, 0)
	share := func(i, j int) int { return 8 }
	if r := joint(t, s, count(s, conditional(s, 4, 21)), share, later, first); r.Tally.N() != 17 || r.Figures(why).N != 0 {
		t.Errorf("%d are shown, and %d of those asked", r.Tally.N(), r.Figures(why).N)
	}
	rooms[1] = later
	share = func(i, j int) int {
		if i == 2 || j == 2 {
			return 8
		}
		return 0
	}
	if r := joint(t, s, count(s, conditional(s, 4, 21)), share, append(rooms, first)...); r.Tally.N() != 25 || r.Figures(why).N != 0 {
		t.Errorf("%d are shown of all rooms, and %d of those asked", r.Tally.N(), r.Figures(why).N)
	}
}

// When the session is opened again where it was put together, those who come there are
// shown when they are k, and those who were held back are not.
// Negative controls: a seal that shows them; a reopening, a clone and a form that forget
// that files were put together.
func TestUnionOpenedAgain(t *testing.T) {
	s := every(5)
	for _, c := range []struct{ first, late, shown, apart int }{
		{12, 0, 12, 4}, {12, 4, 12, 4}, {12, 5, 17, 4}, {4, 0, 0, 8}, {4, 4, 0, 8}, {4, 6, 6, 8},
	} {
		files := []results.Batches{closedBatches(s, 2, c.first-2, 0), closedBatches(s, 2, 2, 0)}
		p := results.Part{Survey: s, Batches: results.Union(s, count(s, conditional(s, 4, c.first)), files, common(0))}
		p.Batches = stored(t, s, p.Batches)
		p.Reopen()
		for _, sheet := range conditional(s, c.late, 0) {
			p.Batches.Add(sheet)
		}
		p.Batches = stored(t, s, p.Batches)
		open := release(t, s, p)
		p.Batches.Seal()
		p.Session.Open = false
		p.Batches = stored(t, s, p.Batches)
		closed := release(t, s, p)
		if closed.Tally.N() != c.shown || closed.Apart() != c.apart || closed.Figures(why).N != 0 {
			t.Errorf("%+v: %d are shown, %d are apart, and %d of those asked are shown", c, closed.Tally.N(), closed.Apart(), closed.Figures(why).N)
		}
		if before := open.Tally.N(); before != 0 && before != c.first {
			t.Errorf("%+v: %d are shown while it is open", c, before)
		}
	}
}
