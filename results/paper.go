package results

// FromPaper says how many responses of sessions were typed in from paper, as far as that
// may be told. Nothing is said when none was, and nothing before its time.
type FromPaper struct {
	// N is how many they are; 0 when nothing is said, or not how many.
	N int
	// Withheld says that there are some, but not how many.
	Withheld bool
}

// PaperOf says how many responses of a part were typed in from paper.
//
// While answers still come, or wait for being shown, it says nothing, not even whether
// there are any: beside answers that appear batch by batch a number that grows would tell
// which batch came from paper, and so what those people think who took a sheet. How many
// there are stays unsaid also when fewer than a smallest group came that way, or so few
// came otherwise. No response is marked, so that the number says nothing of anybody's
// answers; but who else knows who was handed a sheet would know from "1" that this one
// person answered.
func (r *Release) PaperOf(part int) FromPaper {
	p, k := &r.Parts[part], r.Survey.MinGroup
	n := p.Batches.N()
	switch others := n - p.Paper; {
	case p.Paper == 0 || p.Session.Open || r.showings[part].n < n:
		return FromPaper{}
	case p.Paper < k || others > 0 && others < k:
		return FromPaper{Withheld: true}
	}
	return FromPaper{N: p.Paper}
}

// Paper is [Release.PaperOf] for all sessions. It says nothing while one of them is
// open or has answers that are not shown, and where the number of one is withheld the sum
// is too: subtracting the others would give it away.
func (r *Release) Paper() FromPaper {
	if r.Open() || r.Hidden() > 0 {
		return FromPaper{}
	}
	n := 0
	for i := range r.Parts {
		p := r.PaperOf(i)
		if p.Withheld {
			return p
		}
		n += p.N
	}
	return FromPaper{N: n}
}
