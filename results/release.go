package results

import (
	"errors"
	"fmt"
	"slices"

	"anketa/survey"
)

// Part is one session with its counts.
type Part struct {
	Session survey.Session
	// Survey is what the session asked.
	Survey  *survey.Survey
	Batches Batches
	// Partial is how many interviews were stored that nobody went on with. They are
	// in no tally and in no batch; only this number is ever shown. It says nothing
	// about answers: it changes when somebody has left the kiosk, which the room
	// sees anyway, and leaves what is shown, held and counted as it was.
	Partial int
	// Paper is how many of the responses were typed in from paper. Which ones they
	// are nobody knows; whether the number is told, [Release.Paper] says.
	Paper int
	// Damaged is how many records of the session cannot be read any more. They are
	// left out of the counts of a closed session; nothing of them is shown.
	Damaged int
}

// Release is what the anonymity rules allow to be shown now of one or several
// sessions. Screens, tables and files take their numbers from here and from
// nowhere else.
type Release struct {
	// Survey is what the sessions asked: when they asked different versions, the
	// pool of them.
	Survey *survey.Survey
	// Parts are the sessions, each with its own count of responses.
	Parts []Part
	// Tally counts the responses that may be shown.
	Tally Tally
	// showings say for each part what of it is shown.
	showings []showing
	// texts are what was read of the free texts.
	texts texts
	// sections are what was read of the sections.
	sections []SectionFigures
}

// ErrOtherSurvey says that sessions of different surveys were put together.
var ErrOtherSurvey = errors.New("the sessions asked different surveys")

// PoolError says that sessions cannot be put together because a question was
// asked in ways that cannot be counted together.
type PoolError struct {
	// First and Second are the titles of the sessions.
	First, Second string
	// Cause names the question and what differs.
	Cause *survey.IncomparableError
}

// Error implements error.
func (e *PoolError) Error() string {
	return fmt.Sprintf("“%s” and “%s” cannot be put together: %v", e.First, e.Second, e.Cause)
}

// Unwrap returns the cause.
func (e *PoolError) Unwrap() error { return e.Cause }

// NewRelease applies the rules to at least one session. Sessions may have asked
// different versions of one survey: their questions are mapped by id, and one
// whose kind or scale differs is refused with a [*PoolError].
//
// An open session shows its batches one batch late, or everything when its
// survey says release: live. A closed session shows everything once it has at
// least k responses, the smallest group; with fewer it stays hidden, also when
// it is pooled, even with other small ones that make k together: there is no note
// of which pools were shown, and one more or one fewer session in them would be
// found by subtraction. The answers to a
// question with a condition are those of a smaller group: they are held back
// until the session is closed and at least k of it were asked.
func NewRelease(parts ...Part) (Release, error) {
	if sameRevision(parts) {
		r := Release{Survey: parts[0].Survey, Parts: parts, Tally: NewTally(parts[0].Survey)}
		r.open((*Tally).Merge)
		return r, nil
	}
	pool, err := poolSurveys(parts)
	if err != nil {
		return Release{}, err
	}
	r := Release{Survey: pool, Parts: parts, Tally: newTally(newShape(pool, true))}
	r.open((*Tally).pool)
	return r, nil
}

// open adds what may be shown of each session to the tally.
func (r *Release) open(add func(*Tally, Tally)) {
	for i := range r.Parts {
		v := r.Parts[i].visible()
		add(&r.Tally, v.Tally)
		r.showings = append(r.showings, v)
	}
}

// sameRevision reports whether all sessions asked the very same survey.
func sameRevision(parts []Part) bool {
	return !slices.ContainsFunc(parts, func(p Part) bool { return p.Session.Revision != parts[0].Session.Revision })
}

// poolSurveys returns the pool of the versions that the sessions asked.
func poolSurveys(parts []Part) (*survey.Survey, error) {
	var versions []*survey.Survey
	for i := range parts {
		if parts[i].Survey.ID != parts[0].Survey.ID {
			return nil, fmt.Errorf("%w: “%s” and “%s”", ErrOtherSurvey, parts[0].Session.Title, parts[i].Session.Title)
		}
		again := func(p Part) bool { return p.Session.Revision == parts[i].Session.Revision }
		if !slices.ContainsFunc(parts[i+1:], again) {
			versions = append(versions, parts[i].Survey)
		}
	}
	pool, err := survey.Pool(versions...)
	var cause *survey.IncomparableError
	if errors.As(err, &cause) {
		first, second := culprits(parts, cause.Question)
		return nil, &PoolError{First: first, Second: second, Cause: cause}
	}
	return pool, err
}

// culprits returns the titles of the first two sessions between which a
// question differs.
func culprits(parts []Part, question string) (first, second string) {
	for i := range parts {
		for j := range i {
			a, inA := parts[j].Survey.Question(question)
			b, inB := parts[i].Survey.Question(question)
			if inA && inB && survey.Comparable(&parts[j].Survey.Questions[a], &parts[i].Survey.Questions[b]) != nil {
				return parts[j].Session.Title, parts[i].Session.Title
			}
		}
	}
	return parts[0].Session.Title, parts[len(parts)-1].Session.Title
}

// Responses returns how many responses are stored; this number is always live.
func (r *Release) Responses() int {
	n := 0
	for i := range r.Parts {
		n += r.Parts[i].Batches.N()
	}
	return n
}

// Partial returns how many interviews were stored that nobody went on with; this
// number is always live, also while the answers lag behind: see [Part].
func (r *Release) Partial() int {
	n := 0
	for i := range r.Parts {
		n += r.Parts[i].Partial
	}
	return n
}

// Damaged returns how many records cannot be read any more: see [Part].
func (r *Release) Damaged() int {
	n := 0
	for i := range r.Parts {
		n += r.Parts[i].Damaged
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

// Nobody reports whether the collection ended without a single answer.
func (r *Release) Nobody() bool { return !r.Open() && r.Responses() == 0 && r.Damaged() == 0 }

// Late returns how many responses came behind a closing that showed answers and
// are not shown, because they are too few or their session is open again.
func (r *Release) Late() int {
	n := 0
	for i := range r.Parts {
		if p := &r.Parts[i]; p.Survey.Release != survey.ReleaseLive && (!p.Session.Open || p.Batches.log != nil) {
			b := p.Batches.clone()
			if !p.Session.Open {
				b.Seal()
			}
			n += b.late()
		}
	}
	return n
}

// Apart returns how many responses to sessions of which several files were put together
// are not shown because none of the files has shown them, see [Union].
func (r *Release) Apart() int {
	n := 0
	for i := range r.Parts {
		if p := &r.Parts[i]; p.Survey.Release != survey.ReleaseLive {
			n += p.Batches.apart()
		}
	}
	return n
}

// Until returns how many further responses an open session needs before more
// is shown; 0 when none is open or each open one shows every answer at once.
func (r *Release) Until() int {
	soonest := 0
	for i := range r.Parts {
		p := &r.Parts[i]
		if !p.Session.Open || p.Survey.Release == survey.ReleaseLive {
			continue
		}
		if wait := p.Batches.wait(); soonest == 0 || wait < soonest {
			soonest = wait
		}
	}
	return soonest
}
