package results

// Bounds are what a count can be at least and at most among all who could have
// answered, whatever those who did not answer would have said: no assumption, no
// probability (Manski, The American Economic Review 80/2, 1990).
type Bounds struct {
	// Low and High are counts of Of people.
	Low, High, Of int
}

// Bounds returns the bounds of a count of answers to a question, or false when it is not known
// how many could have answered. Who chose the point outside N is not among them.
func (f *Figures) Bounds(count int) (Bounds, bool) {
	people := f.population - f.NotApplicable
	if f.population == 0 || people < f.N || f.Hidden {
		return Bounds{}, false
	}
	return Bounds{Low: count, High: count + people - f.N, Of: people}, true
}
