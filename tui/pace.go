package tui

import (
	"math"
	"slices"
	"sync"
	"time"

	"anketa/results"
	"anketa/survey"
)

// Pace knows how long people take for the session that is under way, so that the
// facilitator can be told how long the rest will take. All terminals of a process
// share one. It is safe for concurrent use.
//
// It lives in memory only and ends with the process. The times stand in order of
// length, not of people, and belong to no response. What is shown is their median
// times the number of people still to come, in whole minutes: of one person it
// tells at most whether they were faster or slower than the middle, which
// whoever watches the room sees better on a watch.
type Pace struct {
	mu      sync.Mutex
	session survey.ID
	turns   []time.Duration
}

// enoughTurns is how many people must have answered before their median counts.
const enoughTurns = 3

// longestGap is how much time between two people counts: after a longer one,
// nobody was waiting, and it says nothing about the pace of those who do.
const longestGap = time.Minute

// Add takes up the turn of a person who sent their answers.
func (p *Pace) Add(session survey.ID, turn time.Duration) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.session != session {
		p.session, p.turns = session, nil
	}
	at, _ := slices.BinarySearch(p.turns, turn)
	p.turns = slices.Insert(p.turns, at, turn)
}

// Turn returns the median turn of a session, or false while too few are known.
func (p *Pace) Turn(session survey.ID) (time.Duration, bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	n := len(p.turns)
	if p.session != session || n < enoughTurns {
		return 0, false
	}
	return (p.turns[(n-1)/2] + p.turns[n/2]) / 2, true
}

// estimatedTurn returns how long one person is expected to take: the estimate of
// anketa check, and the thanks.
func estimatedTurn(s *survey.Survey) time.Duration {
	return time.Duration(s.Seconds())*time.Second + s.Kiosk.Thanks
}

// turnBegan returns when the turn of the person who starts now began, after the
// one before sent theirs. A turn lasts from the end of the one before, so that the
// thanks and the way to the terminal count, but from no longer than [longestGap]
// before the start.
func (s *shared) turnBegan(sent time.Time) time.Time {
	now := s.now()
	if sent.IsZero() {
		return now.Add(-s.survey.Kiosk.Thanks)
	}
	if earliest := now.Add(-longestGap); sent.Before(earliest) {
		return earliest
	}
	return sent
}

// left says how long the people take who attended and have not answered yet, or
// "" when that is not known or nobody is left.
func (l *live) left(r *results.Release) string {
	people, total := 0, time.Duration(0)
	for i := range r.Parts {
		p := &r.Parts[i]
		missing := p.Session.Attended - p.Batches.N()
		if !p.Session.Open || p.Session.Attended == 0 || missing <= 0 {
			continue
		}
		turn, known := l.pace.Turn(p.Session.ID)
		if !known {
			turn = estimatedTurn(p.Survey)
		}
		people += missing
		total += time.Duration(missing) * turn
	}
	if people == 0 {
		return ""
	}
	return l.text.Format(l.text.form(l.text.Live.Left, people), l.text.About(total), people)
}

// About writes a time in whole minutes: "≈ 14 min".
func (s *Strings) About(d time.Duration) string {
	if d < time.Minute {
		return s.Live.UnderMinute
	}
	return s.Format(s.Live.Minutes, int(math.Round(d.Minutes())))
}

// Expect writes how long a number of people is expected to take one after the
// other.
func (s *Strings) Expect(people int, turn time.Duration) string {
	return s.Format(s.form(s.Setup.Estimate, people), people, s.About(time.Duration(people)*turn))
}
