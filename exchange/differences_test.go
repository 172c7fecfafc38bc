package exchange_test

import (
	"encoding/json"
	"math/rand/v2"
	"os"
	"strconv"
	"strings"
	"testing"

	"anketa/results"
	"anketa/survey"
)

// named is a survey in which everybody has an answer of their own to "who" and, with a
// condition, to "whom": from two tables of which one holds the other, a reader knows
// exactly who makes the difference.
func named(people int, mode survey.ReleaseMode) *survey.Survey {
	s := crossing()
	who := survey.Question{ID: "who", Kind: survey.KindChoice}
	for i := range people {
		who.Points = append(who.Points, survey.Point{Value: strconv.Itoa(i + 1)})
	}
	whom := who
	whom.ID, whom.When = "whom", &survey.Condition{Question: "by", Is: "a"}
	s.Questions = append(s.Questions, who, whom)
	s.Breakdowns = append(s.Breakdowns, survey.Breakdown{Question: "who", By: "by"}, survey.Breakdown{Question: "whom", By: "q"})
	s.Release = mode
	return s
}

// crowd is who is counted in one table.
type crowd map[string]bool

// without returns how many of a crowd are not in another, and whether nobody of the
// other is missing in it.
func (c crowd) without(other crowd) (left []string, holds bool) {
	for name := range other {
		if !c[name] {
			return nil, false
		}
	}
	for name := range c {
		if !other[name] {
			left = append(left, name)
		}
	}
	return left, true
}

// reader sees every file that is written of a session.
type reader struct {
	k int
	// seen are the crowds of each table of all files.
	seen map[string][]crowd
	// found are the people whom some difference leaves in a group below k.
	found crowd
}

// cells are the counts of one table.
type cells []struct {
	Value string
	Count *int
}

// crowd returns who is counted.
func (c cells) crowd() crowd {
	in := crowd{}
	for _, p := range c {
		if p.Count != nil && *p.Count > 0 {
			in[p.Value] = true
		}
	}
	return in
}

// read notes every table of a file and compares it with the same table of all files
// before, and with the other tables of this one that count the same answers.
func (r *reader) read(tb testing.TB, release *results.Release) {
	tb.Helper()
	var file struct {
		Questions []struct {
			ID      string
			Options cells
		}
		Breakdowns []struct {
			Question, By string
			Groups       []struct {
				Value  *string
				Points cells
			}
		}
	}
	if err := json.Unmarshal([]byte(written(tb, release, survey.English)), &file); err != nil {
		tb.Fatal(err)
	}
	now := map[string]crowd{}
	for _, q := range file.Questions {
		if q.ID == "who" || q.ID == "whom" {
			now[q.ID] = q.Options.crowd()
		}
	}
	for _, b := range file.Breakdowns {
		all := crowd{}
		for _, g := range b.Groups {
			name := "together"
			if g.Value != nil {
				name = *g.Value
			}
			in := g.Points.crowd()
			if b.Question != "q" {
				now[b.Question+" by "+b.By+": "+name] = in
			}
			for one := range in {
				all[one] = true
			}
		}
		if b.Question != "q" {
			now[b.Question+" by "+b.By] = all
		}
	}
	r.compare(now)
}

// compare looks for differences.
func (r *reader) compare(now map[string]crowd) {
	for table, in := range now {
		before := r.seen[table]
		others := append([]crowd{{}}, before...)
		for name, other := range now {
			// The tables of another question count other answers.
			if strings.Fields(name)[0] == strings.Fields(table)[0] {
				others = append(others, other)
			}
		}
		for _, other := range others {
			r.difference(in, other)
			r.difference(other, in)
		}
		// A table that did not change tells nothing new.
		if len(before) == 0 || len(before[len(before)-1]) != len(in) {
			r.seen[table] = append(before, in)
		}
	}
}

// difference notes who is found when a crowd is taken from one that holds it.
func (r *reader) difference(in, part crowd) {
	if left, holds := in.without(part); holds && len(left) < r.k {
		for _, name := range left {
			r.found[name] = true
		}
	}
}

// readAll watches one session through its openings and closings, with a file behind
// each closing and one of so many responses, and returns how many people were found of how many.
func readAll(tb testing.TB, rnd *rand.Rand, s *survey.Survey, each int) (found, all int) {
	tb.Helper()
	r := reader{k: s.MinGroup, seen: map[string][]crowd{}, found: crowd{}}
	p := results.Part{Survey: s, Session: survey.Session{Open: true}, Batches: results.NewBatches(s)}
	look := func() {
		release, err := results.NewRelease(p)
		if err != nil {
			tb.Fatal(err)
		}
		r.read(tb, &release)
	}
	for range 1 + rnd.IntN(3) {
		p.Reopen()
		for range rnd.IntN(16) {
			all++
			me := survey.Answer{Code: survey.Code(all)}
			p.Batches.Add(s.Settle([]survey.Answer{{Code: survey.Code(1 + rnd.IntN(3))}, {Code: survey.Code(1 + rnd.IntN(2))}, me, me}))
			if rnd.IntN(each) == 0 {
				look()
			}
		}
		p.Batches.Seal()
		p.Session.Open = false
		look()
	}
	return len(r.found), all
}

// Whoever keeps every JSON file of a session, written behind each closing and
// many responses, and takes any table of one from the same table of another, or from another
// table of the same file, finds nobody; with release: live the same reader finds
// everybody. ANKETA_WHOLE=1 reads of 10,000 sessions.
// Negative controls: no complementary suppression; a closing that shows all late
// answers; breakdowns that take late answers in.
func TestFilesFindNobody(t *testing.T) {
	const most = 45
	rnd, sessions := rand.New(rand.NewPCG(3, 4)), 100
	if os.Getenv("ANKETA_WHOLE") != "" {
		sessions = 10_000
	}
	lagged, live := named(most, survey.ReleaseLagged), named(most, survey.ReleaseLive)
	for i := range sessions {
		if found, all := readAll(t, rnd, lagged, 3); found > 0 {
			t.Fatalf("session %d: %d of %d people are found", i, found, all)
		}
	}
	for range 20 {
		if found, all := readAll(t, rnd, live, 1); found != all {
			t.Fatalf("with release: live %d of %d people are found", found, all)
		}
	}
}
