package results

import (
	"fmt"
	"maps"
	"slices"

	"anketa/survey"
)

// ClaimError says that a person wrote a percentage that no count gives.
type ClaimError struct {
	Claim Claim
	// N is how many answers there are, 0 when none are shown yet; Below and Above
	// are the counts of them that come nearest.
	N, Below, Above int
}

// Error implements error.
func (e *ClaimError) Error() string {
	if e.N == 0 {
		return fmt.Sprintf("no answers are shown yet that could give %s", e.Claim.Text)
	}
	return fmt.Sprintf("no count of %d gives %s", e.N, e.Claim.Text)
}

// CheckStatement reports a percentage in a statement that none of the figures it
// rests on can give, as a [*ClaimError], or nil. A statement that rests on none may
// speak of any figure that is shown.
func (r *Release) CheckStatement(s *survey.Statement) error {
	of := r.counted(s.Questions)
	for _, lang := range slices.Sorted(maps.Keys(s.Text)) {
		for _, claim := range Claims(s.Text[lang]) {
			if slices.ContainsFunc(of, func(n int) bool { _, possible := claim.Of(n); return possible }) {
				continue
			}
			wrong := &ClaimError{Claim: claim}
			if len(of) > 0 {
				wrong.N = of[0]
				wrong.Below, wrong.Above = claim.Nearest(wrong.N)
			}
			return wrong
		}
	}
	return nil
}

// counted returns the numbers of answers that a percentage may be of: those to the
// questions with the given ids, or without any those to all questions, with that of
// all responses first.
func (r *Release) counted(ids []string) []int {
	var of []int
	if len(ids) == 0 && r.Tally.N() > 0 {
		of = append(of, r.Tally.N())
	}
	for i := range r.Survey.Questions {
		q := &r.Survey.Questions[i]
		if !q.Asks() || len(ids) > 0 && !slices.Contains(ids, q.ID) {
			continue
		}
		n := r.Figures(i).N
		if q.Kind == survey.KindText {
			n = r.Tally.N()
		}
		if n > 0 && !slices.Contains(of, n) {
			of = append(of, n)
		}
	}
	return of
}
