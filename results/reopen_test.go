package results_test

import (
	"slices"
	"testing"

	"anketa/results"
	"anketa/survey"
)

// round is one opening of a session: how many answer, and how many of them are asked
// the question with a condition.
type round struct{ people, asked int }

// hold runs a session through several openings, stored and read again between them.
func hold(t *testing.T, s *survey.Survey, rounds ...round) results.Part {
	t.Helper()
	p := results.Part{Survey: s, Session: survey.Session{Open: true}, Batches: results.NewBatches(s)}
	for i, r := range rounds {
		if i > 0 {
			p.Batches.Seal()
			p.Session.Open = false
			p.Reopen()
		}
		for _, sheet := range conditional(s, r.asked, r.people-r.asked) {
			p.Batches.Add(sheet)
			p.Batches = stored(t, s, p.Batches)
		}
	}
	return p
}

// stored returns batches as they come back from a file.
func stored(t *testing.T, s *survey.Survey, b results.Batches) results.Batches {
	t.Helper()
	data, _ := b.AppendBinary(nil)
	b, err := results.DecodeBatches(s, data)
	if err != nil {
		t.Fatalf("the stored batches are refused: %v", err)
	}
	return b
}

// What a closing has shown stays while the session is open again, and the next one
// shows more only of at least k people, in all and of each question.
// Negative controls: no log at Reopen; hide instead of keep; late answers in batches.
func TestReopened(t *testing.T) {
	for name, c := range map[string]struct {
		rounds []round
		open   bool
		// shown are how many people the release speaks of, asked how many of those who
		// were asked why, late how many are kept back.
		shown, asked, late int
		texts              bool
	}{
		"open again":                   {rounds: []round{{12, 6}, {0, 0}}, open: true, shown: 12, asked: 6},
		"open again, many came":        {rounds: []round{{12, 6}, {23, 9}}, open: true, shown: 12, asked: 6, late: 23},
		"nobody came":                  {rounds: []round{{12, 6}, {0, 0}}, shown: 12, asked: 6, texts: true},
		"too few came":                 {rounds: []round{{12, 6}, {4, 4}}, shown: 12, asked: 6, late: 4},
		"enough came":                  {rounds: []round{{12, 6}, {5, 5}}, shown: 17, asked: 11, texts: true},
		"enough came, few were asked":  {rounds: []round{{12, 6}, {9, 4}}, shown: 21, asked: 6},
		"enough came, none was asked":  {rounds: []round{{12, 6}, {9, 0}}, shown: 21, asked: 6, texts: true},
		"nothing was known of few":     {rounds: []round{{12, 3}, {9, 3}}, shown: 21, asked: 6, texts: true},
		"nobody was asked before":      {rounds: []round{{12, 0}, {9, 3}}, shown: 21},
		"too few came twice":           {rounds: []round{{12, 6}, {3, 0}, {2, 0}}, shown: 17, asked: 6, texts: true},
		"few were asked twice":         {rounds: []round{{12, 6}, {5, 3}, {5, 2}}, shown: 22, asked: 11, texts: true},
		"few were asked three times":   {rounds: []round{{12, 6}, {5, 1}, {5, 1}, {6, 2}}, shown: 28, asked: 6},
		"was too small":                {rounds: []round{{4, 4}, {3, 3}}, shown: 7, asked: 7, texts: true},
		"was too small, and open":      {rounds: []round{{4, 4}, {3, 3}}, open: true},
		"was too small, and many came": {rounds: []round{{4, 4}, {10, 3}}, open: true, shown: 9},
	} {
		t.Run(name, func(t *testing.T) {
			p := hold(t, every(5), c.rounds...)
			if !c.open {
				p.Batches.Seal()
				p.Session.Open = false
			}
			r := release(t, p.Survey, p)
			f := r.Figures(why)
			if got := f.N + f.Missing; r.Tally.N() != c.shown || got != c.asked || r.Late() != c.late {
				t.Errorf("%d are shown, %d of those asked, and %d are late; want %d, %d and %d", r.Tally.N(), got, r.Late(), c.shown, c.asked, c.late)
			}
			if got := r.ShowsTexts(&r.Parts[0], "why"); got != c.texts {
				t.Errorf("the texts are shown: %t, want %t", got, c.texts)
			}
			if f := r.Figures(recommend); f.N != c.shown {
				t.Errorf("a question to all speaks of %d, want %d", f.N, c.shown)
			}
		})
	}
}

// With release: live there is nothing to keep back.
func TestReopenedLive(t *testing.T) {
	s := every(5)
	s.Release = survey.ReleaseLive
	p := hold(t, s, round{12, 6}, round{1, 1})
	r := release(t, s, p)
	if f := r.Figures(why); r.Tally.N() != 13 || f.N != 7 || r.Late() != 0 {
		t.Errorf("%d are shown, %d of those asked, and %d are late", r.Tally.N(), f.N, r.Late())
	}
}

// Opening an open session changes nothing.
func TestReopenOpen(t *testing.T) {
	p := hold(t, every(5), round{12, 6})
	before, _ := p.Batches.AppendBinary(nil)
	p.Reopen()
	if after, _ := p.Batches.AppendBinary(nil); !slices.Equal(before, after) || p.Reopened() {
		t.Error("the batches changed")
	}
}

// What a damaged file says that it has shown is refused.
func TestReopenedDamaged(t *testing.T) {
	p := hold(t, every(5), round{12, 6}, round{3, 1})
	data, _ := p.Batches.AppendBinary(nil)
	for i := range data {
		for _, b := range []byte{data[i] + 1, data[i] - 1, 0xFF} {
			damaged := slices.Clone(data)
			damaged[i] = b
			got, err := results.DecodeBatches(p.Survey, damaged)
			if err != nil {
				continue
			}
			if again, _ := got.AppendBinary(nil); !slices.Equal(again, damaged) {
				t.Fatalf("byte %d as %d is read, and written differently", i, b)
			}
		}
		if _, err := results.DecodeBatches(p.Survey, data[:i]); err == nil && i != len(data) {
			rest, _ := results.DecodeBatches(p.Survey, data[:i])
			if rest.N() != p.Batches.N() || rest.N() != 15 {
				t.Fatalf("%d of %d bytes are read", i, len(data))
			}
		}
	}
}
