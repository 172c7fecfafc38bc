package results_test

import (
	"slices"
	"testing"

	"anketa/results"
	"anketa/results/resultstest"
	"anketa/survey"
)

// grouped is a survey with one breakdown of a scale by three groups.
func grouped(k int) *survey.Survey {
	s := mixed(k)
	s.Questions[1].NotApplicable = nil
	s.Breakdowns = []survey.Breakdown{{Question: "informed", By: "sector"}}
	return s
}

// splits yields every way in which n people fall into three groups, up to their order
// and with the larger ones in every place.
func splits(n int) [][]int {
	var all [][]int
	for a := range n + 1 {
		for b := range n - a + 1 {
			all = append(all, []int{a, b, n - a - b})
		}
	}
	return all
}

// held returns a session after rounds, stored and read between them.
func held(t *testing.T, s *survey.Survey, rounds ...resultstest.Round) results.Part {
	t.Helper()
	p := results.Part{Survey: s, Batches: results.NewBatches(s)}
	for i, round := range rounds {
		if i > 0 {
			p.Reopen()
		}
		fillRound(&p.Batches, s, round)
		p.Batches.Seal()
		p.Session.Open = false
		p.Batches = stored(t, s, p.Batches)
	}
	return p
}

// fillRound adds the people of a round.
func fillRound(b *results.Batches, s *survey.Survey, round resultstest.Round) {
	for group, n := range round {
		for range n {
			sheet := copies(s, 1)[0]
			sheet[1].Code = survey.Code(group + 1)
			b.Add(sheet)
		}
	}
}

// joined returns the session that files with different people of it make together.
func joined(t *testing.T, s *survey.Survey, files ...resultstest.Round) results.Part {
	t.Helper()
	total, earlier := results.NewTally(s), []results.Batches{}
	for _, file := range files {
		b := held(t, s, file).Batches
		total.Merge(b.Total())
		earlier = append(earlier, b)
	}
	u := results.Union(s, total, earlier, func(int, int) int { return 0 })
	u.Seal()
	return results.Part{Survey: s, Batches: stored(t, s, u)}
}

// laterRounds are some groups of people who come behind the others.
func laterRounds() []resultstest.Round {
	return []resultstest.Round{{0, 0, 1}, {2, 2, 0}, {5, 0, 0}, {1, 1, 4}, {3, 0, 6}, {5, 4, 3}}
}

// Every cell is shown or hidden as the oracle says: for every number of people to
// 2k+1, every split, closed once, opened again with every number of late answers, and
// merged of two files.
// Negative controls: no complementary suppression; groups put together below k;
// breakdowns that take late answers in; a union that shows all.
func TestOracle(t *testing.T) {
	const k = 5
	s := grouped(k)
	for n := range 2*k + 2 {
		for _, split := range splits(n) {
			agree(t, held(t, s, split), split)
			for _, late := range laterRounds() {
				agree(t, held(t, s, split, late), split, late)
				agree(t, joined(t, s, split, late), resultstest.Merged(k, split, late)...)
			}
		}
	}
}

// An open session shows its complete groups but the last, and nothing by groups; one
// that is opened again goes on showing what it showed, in both, or begins to show when
// nothing was.
// Negative controls: breakdowns that are kept while a session is open; a reopening that
// shows what came since.
func TestOracleOfOpen(t *testing.T) {
	const k = 5
	s := grouped(k)
	for n := range 2*k + 2 {
		for _, split := range splits(n) {
			p := results.Part{Survey: s, Session: survey.Session{Open: true}, Batches: results.NewBatches(s)}
			fillRound(&p.Batches, s, split)
			p.Batches = stored(t, s, p.Batches)
			agree(t, p, split)
			for _, late := range laterRounds() {
				again := held(t, s, split)
				again.Reopen()
				fillRound(&again.Batches, s, late)
				again.Batches = stored(t, s, again.Batches)
				agree(t, again, split, late)
			}
		}
	}
}

// agree fails unless the release of a session is what the oracle says.
func agree(t *testing.T, p results.Part, rounds ...resultstest.Round) {
	t.Helper()
	k, open := p.Survey.MinGroup, p.Session.Open
	r := release(t, p.Survey, p)
	if shown, _ := resultstest.People(k, open, rounds...); r.Tally.N() != shown {
		t.Fatalf("%v: %d people are shown, want %d", rounds, r.Tally.N(), shown)
	}
	apart, together := resultstest.Groups(k, open, rounds...)
	gotApart, gotTogether, left := make([]int, 3), make([]int, 3), 0
	b := r.Breakdowns()[0]
	for _, g := range b.Groups {
		for _, code := range g.Together {
			gotTogether[code-1] = together[code-1]
			left -= together[code-1]
		}
		switch n := g.Figures.N; {
		case g.Together != nil:
			left += n
		case g.Suppressed && n != 0:
			t.Fatalf("%v: a suppressed group shows %d people", rounds, n)
		default:
			gotApart[g.Code-1] = n
		}
	}
	if !slices.Equal(apart, gotApart) || !slices.Equal(together, gotTogether) || left != 0 {
		t.Fatalf("%v: shown apart %v and together %v, want %v and %v", rounds, gotApart, gotTogether, apart, together)
	}
	if some := slices.Max(apart)+slices.Max(together) > 0; b.Hidden == some {
		t.Fatalf("%v: hidden is %t", rounds, b.Hidden)
	}
}
