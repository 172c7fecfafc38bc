package results

import "anketa/survey"

// Reopen opens a closed session again. What it shows now is noted question by
// question, so that no later closing shows what differs from it by fewer than the
// smallest group. A session that has shown nothing goes on as if it had never been
// closed.
func (p *Part) Reopen() {
	if p.Session.Open {
		return
	}
	lagged := p.lagged()
	p.Batches.Seal()
	if v := lagged.visible(); v.n > 0 {
		p.Batches.log = &v
	}
	p.Session.Open = true
}

// Reopened reports whether the session has been closed before, with answers shown, or
// was put together from several files.
func (p *Part) Reopened() bool { return p.Batches.again() }

// lagged returns the part as if its survey showed nothing live.
func (p *Part) lagged() Part {
	s := *p.Survey
	s.Release = survey.ReleaseLagged
	return Part{Session: p.Session, Survey: &s, Batches: p.Batches}
}
