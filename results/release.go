package results

import (
	"errors"
	"fmt"

	"anketa/survey"
)

// Part is one session with its counts.
type Part struct {
	Session survey.Session
	Batches Batches
}

// Release is what the anonymity rules allow to be shown now of one or several
// sessions. Screens, tables and files take their numbers from here and from
// nowhere else.
type Release struct {
	// Survey is what the sessions asked.
	Survey *survey.Survey
	// Parts are the sessions, each with its own count of responses.
	Parts []Part
	// Tally counts the responses that may be shown.
	Tally Tally
}

// ErrOtherRevision says that sessions with different questionnaires were pooled.
var ErrOtherRevision = errors.New("the sessions used different versions of the questionnaire")

// NewRelease applies the rules to sessions of one survey.
//
// An open session shows its batches one batch late, or everything when the
// survey says release: live. A closed session shows everything once it has at
// least k responses, the smallest group; with fewer it stays hidden, also when
// it is pooled, so that it cannot be found by subtraction.
func NewRelease(s *survey.Survey, parts ...Part) (Release, error) {
	r := Release{Survey: s, Parts: parts, Tally: NewTally(s)}
	for i := range parts {
		p := &parts[i]
		if p.Session.Revision != parts[0].Session.Revision {
			return Release{}, fmt.Errorf("%w: “%s” and “%s”", ErrOtherRevision, parts[0].Session.Title, p.Session.Title)
		}
		r.Tally.Merge(p.visible(s))
	}
	return r, nil
}

// visible returns the counts of one session that may be shown.
func (p *Part) visible(s *survey.Survey) Tally {
	b := p.Batches.clone()
	if s.Release == survey.ReleaseLive {
		return b.Total()
	}
	if !p.Session.Open {
		b.Seal()
	}
	return b.released()
}

// ShowsTexts reports whether the free texts of a session may be shown: only
// when it is closed and all of its at least k responses may be shown, whatever
// is shown live.
func (r *Release) ShowsTexts(p *Part) bool {
	if p.Session.Open {
		return false
	}
	b := p.Batches.clone()
	b.Seal()
	shown := b.released()
	return shown.n > 0 && shown.n == b.N()
}

// Responses returns how many responses are stored; this number is always live.
func (r *Release) Responses() int {
	n := 0
	for i := range r.Parts {
		n += r.Parts[i].Batches.N()
	}
	return n
}

// Attended returns how many people took part, or 0 when that is not known of
// every session.
func (r *Release) Attended() int {
	n := 0
	for i := range r.Parts {
		if r.Parts[i].Session.Attended == 0 {
			return 0
		}
		n += r.Parts[i].Session.Attended
	}
	return n
}

// Open reports whether a session still takes responses.
func (r *Release) Open() bool {
	for i := range r.Parts {
		if r.Parts[i].Session.Open {
			return true
		}
	}
	return false
}

// Hidden returns how many responses are stored but not shown yet.
func (r *Release) Hidden() int { return r.Responses() - r.Tally.N() }

// Until returns how many further responses an open session needs before more
// is shown; 0 when no session is open or every answer is shown at once.
func (r *Release) Until() int {
	if r.Survey.Release == survey.ReleaseLive {
		return 0
	}
	soonest := 0
	for i := range r.Parts {
		if p := &r.Parts[i]; p.Session.Open && (soonest == 0 || p.Batches.wait() < soonest) {
			soonest = p.Batches.wait()
		}
	}
	return soonest
}

// Figures returns the numbers of the question at position q.
func (r *Release) Figures(q int) Figures {
	return newFigures(&r.Survey.Questions[q], &r.Tally, q, r.Attended())
}
