package exchange

import (
	"math"

	"anketa/results"
)

// The shape of a comparison of sessions.
type (
	jsonComparison struct {
		Question string         `json:"question"`
		Sessions []jsonCompared `json:"sessions"`
	}
	// jsonCompared is the share of one session, null where it is not shown. P says how
	// probable chance alone makes its difference from the others, see [results.Differences].
	jsonCompared struct {
		ID      string   `json:"id"`
		Count   *int     `json:"count"`
		N       *int     `json:"n"`
		Percent *float64 `json:"percent"`
		P       *float64 `json:"p"`
	}
)

// comparisons returns by which questions several sessions can be compared.
func comparisons(r *results.Release) ([]jsonComparison, error) {
	all, err := r.Comparisons()
	if err != nil {
		return nil, err
	}
	var out []jsonComparison
	for _, c := range all {
		one := jsonComparison{Question: c.Question.ID}
		for i, b := range c.Boxes {
			session := jsonCompared{ID: r.Parts[i].Session.ID.String(), P: figure(c.P[i], math.IsNaN(c.P[i]))}
			if b != nil {
				session.Count, session.N, session.Percent = &b.Count, &b.N, &b.Percent
			}
			one.Sessions = append(one.Sessions, session)
		}
		out = append(out, one)
	}
	return out, nil
}
