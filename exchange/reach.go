package exchange

import (
	"anketa/results"
	"anketa/survey"
)

// reach knows which sessions of a release asked what, and how much of each is shown.
type reach struct {
	release *results.Release
	// shown holds for each session how many of its responses are shown.
	shown []int
}

// asking says of one question who was asked it.
type asking struct {
	// hidden means that people were asked it, but that nothing of their answers may
	// be shown: its figures are unknown and not 0.
	hidden bool
	// conditional means that some may not have been asked: because the question has
	// a condition, or because a version of the survey does not have it.
	conditional bool
}

// newReach looks at the sessions of a release one by one.
func newReach(r *results.Release) *reach {
	reach := &reach{release: r, shown: make([]int, len(r.Parts))}
	for i := range r.Parts {
		// A session can always be put together with itself.
		if alone, err := results.NewRelease(r.Parts[i]); err == nil {
			reach.shown[i] = alone.Tally.N()
		}
	}
	return reach
}

// of returns who was asked a question.
func (r *reach) of(q *survey.Question) asking {
	var a asking
	stored, shown := 0, 0
	for i := range r.release.Parts {
		p := &r.release.Parts[i]
		at, ok := p.Survey.Question(q.ID)
		if !ok {
			a.conditional = true
			continue
		}
		a.conditional = a.conditional || p.Survey.Questions[at].When != nil
		stored += p.Batches.N()
		shown += r.shown[i]
	}
	a.hidden = shown == 0 && stored > 0
	return a
}
