package results_test

import (
	"testing"

	"pgregory.net/rapid"

	"anketa/results"
	"anketa/survey"
)

// watcher looks at the screen after every response and notes what each change
// of the visible counts tells about how few people.
type watcher struct {
	survey  *survey.Survey
	session survey.Session
	batches results.Batches
	seen    results.Tally
	// smallest is the smallest number of people that a change added; 0 before the first.
	smallest int
}

// newWatcher watches an open session from its beginning.
func newWatcher(s *survey.Survey) *watcher {
	return &watcher{survey: s, session: survey.Session{Open: true}, batches: results.NewBatches(s), seen: results.NewTally(s)}
}

// look compares the screen with what was seen before.
func (w *watcher) look(t fatal) {
	r := release(t, w.survey, results.Part{Session: w.session, Batches: w.batches})
	if r.Tally.Equal(w.seen) {
		return
	}
	added := r.Tally.N() - w.seen.N()
	if w.smallest == 0 || added < w.smallest {
		w.smallest = added
	}
	w.seen = r.Tally
}

// add lets one participant answer.
func (w *watcher) add(t *rapid.T) {
	w.batches.Add(drawAnswers(t, w.survey))
	w.look(t)
}

// close ends the session as the facilitator does.
func (w *watcher) close(t *rapid.T) {
	w.batches.Seal()
	w.session.Open = false
	w.look(t)
}

// reopen lets the session take responses again.
func (w *watcher) reopen(t *rapid.T) {
	w.session.Open = true
	w.look(t)
}

// Whoever watches every release, after each response and at the end, never sees
// the answers of fewer than k people between two of them.
func TestWatcherLearnsNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		k := rapid.IntRange(5, 8).Draw(t, "k")
		w := newWatcher(every(k))
		for range rapid.IntRange(0, 5*k).Draw(t, "responses") {
			w.add(t)
		}
		w.close(t)
		if w.smallest != 0 && w.smallest < k {
			t.Fatalf("a change adds %d people, want at least %d", w.smallest, k)
		}
	})
}

// The control: with release: live the same watcher sees every single form, so
// the test above would notice.
func TestWatcherOfLiveReleaseLearnsAll(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := every(5)
		s.Release = survey.ReleaseLive
		w := newWatcher(s)
		for range rapid.IntRange(1, 12).Draw(t, "responses") {
			before := w.seen
			answers := drawAnswers(t, s)
			w.batches.Add(answers)
			w.look(t)
			form := merge(s, before, count(s, [][]survey.Answer{answers}))
			if w.smallest != 1 || !w.seen.Equal(form) {
				t.Fatalf("the watcher missed a form: a change adds %d people", w.smallest)
			}
		}
	})
}

// The same holds over a closing and reopening: a few people who answer after
// the end must not be found by subtracting the first result from the second.
func TestWatcherAcrossReopening(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		k := rapid.IntRange(5, 7).Draw(t, "k")
		w := newWatcher(every(k))
		for range rapid.IntRange(1, 4).Draw(t, "openings") {
			w.reopen(t)
			for range rapid.IntRange(0, 2*k+2).Draw(t, "responses") {
				w.add(t)
			}
			w.close(t)
		}
		if w.smallest != 0 && w.smallest < k {
			t.Fatalf("a change adds %d people, want at least %d", w.smallest, k)
		}
	})
}

// A session that was closed with too few responses shows them no more when it
// is opened again.
func TestReopenedSmallSessionStaysHidden(t *testing.T) {
	s := every(5)
	b := batches(s, copies(s, 3))
	b.Seal()
	r := release(t, s, results.Part{Session: survey.Session{Open: true}, Batches: b})
	if r.Tally.N() != 0 {
		t.Errorf("the answers of %d people are shown, want none below 5", r.Tally.N())
	}
}

// What was never shown is shown together with what came later: nobody can
// subtract it.
func TestReopenedSmallSessionIsShownAtItsEnd(t *testing.T) {
	s := every(5)
	b := batches(s, copies(s, 3))
	b.Seal()
	for range 4 {
		b.Add(copies(s, 1)[0])
	}
	for _, sealed := range []bool{false, true} {
		if sealed {
			b.Seal()
		}
		if r := release(t, s, results.Part{Batches: b}); r.Tally.N() != 7 {
			t.Errorf("sealed %t: the answers of %d people are shown, want 7", sealed, r.Tally.N())
		}
	}
}

// A recount of an open session shows no group that is too small either.
func TestRestoredSmallSessionStaysHidden(t *testing.T) {
	s := every(5)
	b := batches(s, copies(s, 4))
	b.Restore(b.Total())
	r := release(t, s, results.Part{Session: survey.Session{Open: true}, Batches: b})
	if r.Tally.N() != 0 {
		t.Errorf("the answers of %d people are shown, want none below 5", r.Tally.N())
	}
}

// A session that is pooled adds no more than it would show alone, so that it
// cannot be found by subtracting the others.
func TestWatcherOfPooledSessions(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := every(5)
		sum, pooled := results.NewTally(s), []results.Part{}
		for range rapid.IntRange(1, 4).Draw(t, "sessions") {
			p := results.Part{
				Session: survey.Session{Open: rapid.Bool().Draw(t, "open")},
				Batches: batches(s, drawSheets(t, s, 12)),
			}
			alone := release(t, s, p)
			if n := alone.Tally.N(); n != 0 && n < 5 {
				t.Fatalf("a session alone shows %d people", n)
			}
			sum, pooled = merge(s, sum, alone.Tally), append(pooled, p)
		}
		if all := release(t, s, pooled...); !all.Tally.Equal(sum) {
			t.Fatalf("pooled %+v, one by one %+v", all.Tally, sum)
		}
	})
}
