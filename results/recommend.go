package results

// Recommendation is what an nps question is asked for (Reichheld, Harvard
// Business Review 81/12, 2003).
type Recommendation struct {
	// Promoters answered 9 or 10, Passives 7 or 8, Detractors 0 to 6.
	Promoters, Passives, Detractors int
	// Score is the share of promoters minus that of detractors, from −100 to 100.
	Score float64
}

// Recommendation returns the groups of an nps question and its score, or false
// when nobody answered it.
func (f *Figures) Recommendation() (Recommendation, bool) {
	if f.N == 0 {
		return Recommendation{}, false
	}
	var r Recommendation
	for i, count := range f.Counts {
		switch {
		case i >= 9:
			r.Promoters += count
		case i >= 7:
			r.Passives += count
		default:
			r.Detractors += count
		}
	}
	r.Score = f.Percent(r.Promoters) - f.Percent(r.Detractors)
	return r, true
}
