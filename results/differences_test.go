package results_test

import (
	"maps"
	"math/rand/v2"
	"os"
	"testing"

	"anketa/results"
	"anketa/survey"
)

// attacker sees every release of a session and knows each person by a number that
// nobody else gives: of any two counts, one of which holds the other, it knows exactly
// who makes the difference.
type attacker struct {
	seen map[string][]map[int]bool
	// found are the people whom some difference leaves in a group below k.
	found map[int]bool
}

// look notes who is counted under a question, and compares with all that was seen.
func (a *attacker) look(r *results.Release, q, k int) {
	f, now := r.Figures(q), map[int]bool{}
	for i, n := range f.Counts {
		if n > 0 {
			now[i] = true
		}
	}
	if len(now) > 0 && len(now) < k {
		maps.Copy(a.found, now)
	}
	for _, before := range a.seen[f.Question.ID] {
		for _, pair := range [][2]map[int]bool{{now, before}, {before, now}} {
			rest := maps.Clone(pair[0])
			maps.DeleteFunc(rest, func(p int, _ bool) bool { return pair[1][p] })
			if len(rest) < k {
				maps.Copy(a.found, rest)
			}
		}
	}
	a.seen[f.Question.ID] = append(a.seen[f.Question.ID], now)
}

// attack watches a session through its openings and returns how many people it found
// of how many.
func attack(t *testing.T, rnd *rand.Rand, mode survey.ReleaseMode) (found, all int) {
	t.Helper()
	s := every(5)
	s.Release = mode
	p := results.Part{Survey: s, Session: survey.Session{Open: true}, Batches: results.NewBatches(s)}
	a := attacker{seen: map[string][]map[int]bool{}, found: map[int]bool{}}
	look := func() {
		r := release(t, s, p)
		a.look(&r, years, s.MinGroup)
		a.look(&r, hours, s.MinGroup)
	}
	for range 1 + rnd.IntN(3) {
		p.Reopen()
		for range rnd.IntN(16) {
			sheet := sheetOf(s, map[int]survey.Answer{years: {Code: 1, Number: all - 3}, recommend: {Code: survey.Code(1 + rnd.IntN(2))}})
			if sheet[why].Code != survey.NotAsked && rnd.IntN(2) == 0 {
				sheet[why].Text = "x"
			}
			sheet = s.Settle(sheet)
			if sheet[hours].Code != survey.NotAsked {
				sheet[hours] = survey.Answer{Code: 1, Number: all}
			}
			p.Batches.Add(sheet)
			all++
			look()
		}
		p.Batches.Seal()
		p.Session.Open = false
		look()
	}
	return len(a.found), all
}

// Whoever sees all releases of many sessions, some of them opened again, finds nobody;
// with release: live the same attacker finds everybody. ANKETA_WHOLE=1 watches 10,000.
// Negative controls: a closing that shows all late answers; no log of what was shown.
func TestDifferencesFindNobody(t *testing.T) {
	rnd, sessions := rand.New(rand.NewPCG(1, 2)), 300
	if os.Getenv("ANKETA_WHOLE") != "" {
		sessions = 10_000
	}
	for range sessions {
		if found, all := attack(t, rnd, survey.ReleaseLagged); found > 0 {
			t.Fatalf("%d of %d people are found", found, all)
		}
	}
	for range 20 {
		if found, all := attack(t, rnd, survey.ReleaseLive); found != all {
			t.Fatalf("with release: live %d of %d people are found", found, all)
		}
	}
}
