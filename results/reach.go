package results

import "anketa/survey"

// visible returns what of one session may be shown.
func (p *Part) visible() showing {
	b := p.Batches.clone()
	if p.Survey.Release == survey.ReleaseLive {
		v := newShowing(b.Total())
		if p.Session.Open {
			v.keepBreakdowns(nil)
		}
		return v
	}
	if !p.Session.Open {
		b.Seal()
	}
	v := newShowing(b.released())
	if p.Session.Open || b.again() || b.silent {
		v.keepBreakdowns(b.log)
	}
	for i := range p.Survey.Questions {
		if q := &p.Survey.Questions[i]; q.When != nil && q.Asks() && v.n > 0 {
			p.showConditional(&v, &b, i)
		}
	}
	return v
}

// showConditional decides about the answers to a question with a condition. Those
// who met it are a smaller group, so there is nothing to see while the session is
// open, since one batch may hold only one of them, and when fewer than k were
// asked. What a closing has shown of it stays until at least k more were asked, and
// what a union has shown of it stays.
func (p *Part) showConditional(v *showing, b *Batches, q int) {
	k, asked, before, log := p.Survey.MinGroup, v.asked(q), 0, b.log
	if log != nil {
		before = log.asked(q)
	}
	small := b.joined || asked != before && asked < before+k
	switch {
	case log != nil && (p.Session.Open || small):
		v.keep(q, log)
	case p.Session.Open || small:
		v.hide(q)
	}
}

// ShowsTexts reports whether the free texts of a session under the question with
// an id may be shown: only when it is closed, all of its at least k responses
// may be shown, whatever is shown live, and at least k were asked.
func (r *Release) ShowsTexts(p *Part, question string) bool {
	v, whole := p.whole()
	at, ok := p.Survey.Question(question)
	return whole && ok && v.of[at] == v.n
}

// whole returns what of a session is shown when texts are, and reports whether it
// is closed and all of its responses, at least k, may be shown.
func (p *Part) whole() (showing, bool) {
	if p.Session.Open {
		return showing{}, false
	}
	sealed := p.lagged()
	v := sealed.visible()
	return v, v.n > 0 && v.n == p.Batches.N()
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
		shown += r.showings[i].of[at]
		f.Withheld += r.showings[i].n - r.showings[i].of[at]
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
