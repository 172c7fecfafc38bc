package results

import (
	"slices"

	"anketa/survey"
)

// reach is how much of one session is shown.
type reach struct {
	// shown is how many of its responses are.
	shown int
	// held are the ids of questions whose answers are held back all the same.
	held []string
}

// visible returns the counts of one session that may be shown, and the ids of
// the questions whose answers are held back.
func (p *Part) visible() (Tally, []string) {
	b := p.Batches.clone()
	if p.Survey.Release == survey.ReleaseLive {
		return b.Total(), nil
	}
	if !p.Session.Open {
		b.Seal()
	}
	t := b.released()
	var held []string
	for i := range p.Survey.Questions {
		if p.holds(&t, i) {
			clear(t.slots(i))
			held = append(held, p.Survey.Questions[i].ID)
		}
	}
	return t, held
}

// holds reports whether the answers to a question are those of too small a
// group: of people who met its condition, fewer than k in the session, or any
// while it is open, since one batch may hold only one of them.
func (p *Part) holds(t *Tally, q int) bool {
	if p.Survey.Questions[q].When == nil || !p.Survey.Questions[q].Asks() {
		return false
	}
	asked := t.n - t.notAsked(q)
	return t.n > 0 && (p.Session.Open || asked > 0 && asked < p.Survey.MinGroup)
}

// ShowsTexts reports whether the free texts of a session under the question with
// an id may be shown: only when it is closed, all of its at least k responses
// may be shown, whatever is shown live, and at least k were asked.
func (r *Release) ShowsTexts(p *Part, question string) bool {
	if p.Session.Open {
		return false
	}
	lagged := *p.Survey
	lagged.Release = survey.ReleaseLagged
	sealed := Part{Session: p.Session, Survey: &lagged, Batches: p.Batches}
	t, held := sealed.visible()
	return t.n > 0 && t.n == p.Batches.N() && !slices.Contains(held, question)
}

// Figures returns the numbers of the question at position q.
func (r *Release) Figures(q int) Figures {
	asked := &r.Survey.Questions[q]
	f := newFigures(asked, &r.Tally, q, r.population(asked))
	r.reach(&f)
	return f
}

// reach says in the figures of a question what of it is not shown.
func (r *Release) reach(f *Figures) {
	stored, shown := 0, 0
	for i := range r.Parts {
		p := &r.Parts[i]
		at, ok := p.Survey.Question(f.Question.ID)
		if !ok {
			f.Conditional = true
			continue
		}
		f.Conditional = f.Conditional || p.Survey.Questions[at].When != nil
		stored += p.Batches.N()
		if slices.Contains(r.reaches[i].held, f.Question.ID) {
			f.Withheld += r.reaches[i].shown
			continue
		}
		shown += r.reaches[i].shown
	}
	f.Hidden = shown == 0 && stored > 0
	if f.Question.Kind == survey.KindText {
		// The missing texts are what is left of all responses.
		f.Missing -= f.Withheld
	}
}

// population returns how many people could have answered a question, or 0 when
// that is not known: of those whom a condition let through, it never is.
func (r *Release) population(q *survey.Question) int {
	people := 0
	for i := range r.Parts {
		at, ok := r.Parts[i].Survey.Question(q.ID)
		switch {
		case !ok:
			continue
		case r.Parts[i].Survey.Questions[at].When != nil || r.Parts[i].Session.Attended == 0:
			return 0
		}
		people += r.Parts[i].Session.Attended
	}
	return people
}
