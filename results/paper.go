package results

// FromPaper returns how many responses of a session were typed in from paper, and
// whether the number may be shown: not when fewer than a smallest group came that way,
// nor when so few came otherwise. No response is marked, so that the number says nothing
// of anybody's answers; but who else knows who was handed a sheet would know from "1" that
// this one person answered.
func (p *Part) FromPaper(smallest int) (n int, shown bool) {
	others := p.Batches.N() - p.Paper
	if p.Paper == 0 {
		return 0, true
	}
	return p.Paper, p.Paper >= smallest && (others == 0 || others >= smallest)
}

// Paper is [Part.FromPaper] for all sessions. Where the number of one is not shown the
// sum is not either: subtracting the others would give it away.
func (r *Release) Paper() (n int, shown bool) {
	shown = true
	for i := range r.Parts {
		part, may := r.Parts[i].FromPaper(r.Survey.MinGroup)
		n, shown = n+part, shown && may
	}
	return n, shown
}
