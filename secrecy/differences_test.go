package secrecy

import (
	"fmt"
	"math/rand/v2"
	"os"
	"testing"
	"testing/synctest"

	"anketa/results"
	"anketa/survey"
)

// whole reports whether the whole programme is asked for.
func whole() bool { return os.Getenv("ANKETA_WHOLE") != "" }

// course is one session as it may go, at one kiosk or two, with everything that a
// watcher may see of it.
type course struct {
	testing.TB
	rnd     *rand.Rand
	survey  *survey.Survey
	broken  func(*results.Part)
	dir     string
	watcher *watcher
	numbers []int
	kiosks  []*kiosk
	// files are copies of kiosks behind their closings, collected is where they are merged.
	files     []string
	collected *kiosk
	// merges is how many steps there were.
	merges int
}

// simulate holds one session and returns who watched it.
func simulate(tb testing.TB, rnd *rand.Rand, mode survey.ReleaseMode, broken func(*results.Part)) *course {
	tb.Helper()
	dir, err := os.MkdirTemp("", "anketa-secrecy-*")
	if err != nil {
		tb.Fatal(err)
	}
	c := &course{TB: tb, rnd: rnd, survey: asking(mode), broken: broken, dir: dir, watcher: newWatcher(tb), numbers: rnd.Perm(1 << bits)}
	defer func() {
		for _, k := range c.all() {
			k.end()
		}
		if err := os.RemoveAll(dir); err != nil {
			tb.Fatal(err)
		}
	}()
	session := survey.Session{ID: survey.NewID(), Title: "Niš", Attended: 24, Open: true}
	for i := range 1 + rnd.IntN(2) {
		c.kiosks = append(c.kiosks, newKiosk(tb, fmt.Sprintf("%s/%d.db", dir, i), c.survey, session, broken))
	}
	// Files are merged on the way, or when all kiosks have ended.
	goesOn, rounds := rnd.IntN(2) == 0, 1+rnd.IntN(3)
	for i := range rounds {
		c.round()
		if i == rounds-1 || goesOn && rnd.IntN(2) == 0 {
			c.merge()
		}
	}
	return c
}

// all returns the kiosks and where their files are merged.
func (c *course) all() []*kiosk {
	if c.collected == nil {
		return c.kiosks
	}
	return append(c.kiosks[:len(c.kiosks):len(c.kiosks)], c.collected)
}

// round is one opening of the session: people come to the kiosks until these are closed.
// The watcher looks behind each of them.
func (c *course) round() {
	c.Helper()
	for _, k := range c.kiosks {
		k.do(k.store.ReopenSession(c.Context(), k.session.ID))
	}
	for range c.rnd.IntN(13) {
		c.sit(c.rnd.IntN(len(c.kiosks)))
	}
	for _, k := range c.kiosks {
		k.do(k.store.CloseSession(c.Context(), k.session.ID))
		k.show(c.watcher.read)
		k.export(c.rnd, c.watcher.read, c.watcher.rows)
		// Copies are taken now, but merged at any time later.
		c.files = append(c.files, k.copy(c.dir, fmt.Sprintf("copy-%d.db", len(c.files))))
	}
}

// sit lets one more person answer.
func (c *course) sit(at int) {
	c.Helper()
	p := person{c.numbers[len(c.watcher.people)], c.rnd.IntN(3)}
	c.watcher.sees(p, at)
	k := c.kiosks[at]
	k.do(k.store.AddResponse(c.Context(), k.session.ID, p.sheet(c.survey)))
	k.show(c.watcher.read)
}

// merge takes copies into the database where the session is collected: older ones and
// newer ones of all kiosks, some of them again, one by one or at once. The watcher looks
// at it behind each step.
func (c *course) merge() {
	c.Helper()
	if c.collected == nil {
		c.collected = newKiosk(c, c.dir+"/all.db", c.survey, survey.Session{ID: c.kiosks[0].session.ID}, c.broken)
	}
	var files []string
	for _, file := range c.files {
		if c.rnd.IntN(3) > 0 {
			files = append(files, file)
		}
	}
	c.rnd.Shuffle(len(files), func(i, j int) { files[i], files[j] = files[j], files[i] })
	for len(files) > 0 {
		n := 1 + c.rnd.IntN(len(files))
		c.collected.merge(files[:n]...)
		c.collected.show(c.watcher.read)
		c.collected.export(c.rnd, c.watcher.read, c.watcher.rows)
		files, c.merges = files[n:], c.merges+1
	}
}

// outcome is what a watcher found in many sessions.
type outcome struct {
	sessions, people, recovered, cornered, unsolved, merges int
	// leaks are the sessions in which something was found.
	leaks []int
}

// watch simulates sessions and adds up what is found.
func watch(t *testing.T, seed uint64, sessions int, mode survey.ReleaseMode, broken func(*results.Part)) (o outcome) {
	t.Helper()
	for i := range sessions {
		synctest.Test(t, func(t *testing.T) {
			c := simulate(t, rand.New(rand.NewPCG(seed, uint64(i))), mode, broken)
			w := c.watcher
			o.sessions++
			o.people += len(w.people)
			o.merges += c.merges
			o.unsolved += w.unsolved
			o.recovered += w.recovered.size()
			o.cornered += w.cornered.size()
			if w.recovered|w.cornered != 0 {
				o.leaks = append(o.leaks, i)
			}
		})
	}
	return o
}

// Whoever sees every tab of the console, the table and the JSON behind each answer of a
// session, and every report and export behind each closing and merge, recovers nobody's
// answers, whatever is added and subtracted. Nor are fewer than k people left when one
// table is taken from another, also where kiosks go on behind a merge, of which they know
// nothing. ANKETA_WHOLE=1 watches 10,000 sessions.
func TestWatcherRecoversNobody(t *testing.T) {
	sessions, parts := 12, 2
	if whole() {
		sessions, parts = 10_000, 40
	}
	for part := range parts {
		t.Run(fmt.Sprint("part ", part), func(t *testing.T) {
			t.Parallel()
			o := watch(t, uint64(part), sessions/parts, survey.ReleaseLagged, nil)
			if t.Logf("%+v", o); o.recovered+o.cornered > 0 {
				t.Errorf("the answers of %d people are recovered, %d are cornered", o.recovered, o.cornered)
			}
			// A watcher who cannot work out who is counted would find nothing either.
			if 20*o.unsolved > o.people {
				t.Errorf("%d cells speak of several possible crowds", o.unsolved)
			}
		})
	}
}

// The same watcher recovers everybody's answers where they are shown live, and some of
// them as soon as one of the rules of release is broken: batches that do not lag, late
// answers that a closing shows, and breakdowns that take them in.
func TestWatcherFindsBrokenRules(t *testing.T) {
	sessions := 4
	if whole() {
		sessions = 100
	}
	for name, c := range map[string]struct {
		mode   survey.ReleaseMode
		broken func(*results.Part)
		all    bool
	}{
		"release: live": {mode: survey.ReleaseLive, all: true},
		"no lag": {broken: func(p *results.Part) {
			if p.Batches.N() >= k {
				live := *p.Survey
				live.Release, p.Survey = survey.ReleaseLive, &live
			}
		}},
		"late answers": {broken: func(p *results.Part) {
			if !p.Session.Open {
				p.Batches.Restore(p.Batches.Total())
			}
		}},
	} {
		t.Run(name, func(t *testing.T) {
			mode := c.mode
			if c.broken != nil {
				mode = survey.ReleaseLagged
			}
			o := watch(t, 8, sessions, mode, c.broken)
			t.Logf("%+v", o)
			// A cell of which the watcher cannot tell whose it is may hide one person.
			if o.recovered == 0 || c.all && o.recovered+o.unsolved < o.people {
				t.Errorf("of %d people %d are recovered", o.people, o.recovered)
			}
		})
	}
}
