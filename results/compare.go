package results

import (
	"math"
	"slices"

	"anketa/survey"
)

// Comparison is one question in several sessions beside each other.
type Comparison struct {
	Question *survey.Question
	// Boxes has one for each session, nil where there is nothing to show.
	Boxes []*Box
	// P says of each how probable it is that it differs so much from the others by
	// chance alone, see [Differences]: NaN where there is no box, and nil where there are fewer than two.
	P []float64
}

// Verdict is what can be said of how several sessions differ.
type Verdict int

// Verdicts: nothing to say of fewer than two; no difference at all; one that chance
// may have made; and one that is larger than chance explains.
const (
	VerdictNone Verdict = iota
	VerdictSame
	VerdictMaybe
	VerdictMore
)

// Verdict says how sessions differ, and which of them stand apart from the others: both of
// two, by their places in the boxes.
func (c *Comparison) Verdict() (Verdict, []int) {
	if c.P == nil {
		return VerdictNone, nil
	}
	inside, outside := 0, 0
	var apart []int
	for i, b := range c.Boxes {
		if b == nil {
			continue
		}
		inside, outside = inside+b.Count, outside+b.N-b.Count
		if c.P[i] < Rare {
			apart = append(apart, i)
		}
	}
	switch {
	case inside == 0 || outside == 0:
		return VerdictSame, nil
	case len(apart) == 0:
		return VerdictMaybe, nil
	}
	return VerdictMore, apart
}

// Shown returns how many sessions have a box.
func (c *Comparison) Shown() int {
	n := 0
	for _, b := range c.Boxes {
		if b != nil {
			n++
		}
	}
	return n
}

// Comparisons returns the questions that several sessions can be compared by. What
// is known of a session is what may be shown of it by itself, and nothing else: a
// comparison tells nothing that the figures of the sessions do not tell. It is empty
// for a single session.
func (r *Release) Comparisons() ([]Comparison, error) {
	if len(r.Parts) < 2 {
		return nil, nil
	}
	alone := make([]Release, len(r.Parts))
	for i := range r.Parts {
		var err error
		if alone[i], err = NewRelease(r.Parts[i]); err != nil {
			return nil, err
		}
	}
	var all []Comparison
	for i := range r.Survey.Questions {
		if c := compared(&r.Survey.Questions[i], alone); c.P != nil {
			all = append(all, c)
		}
	}
	return all, nil
}

// compared puts a question of several releases beside each other.
func compared(q *survey.Question, releases []Release) Comparison {
	figures := make([]*Figures, len(releases))
	for i := range releases {
		if at, ok := releases[i].Survey.Question(q.ID); ok {
			f := releases[i].Figures(at)
			figures[i] = &f
		}
	}
	return Compare(q, figures)
}

// Compare puts the figures of a question in several sessions beside each other; those of
// a session that did not ask it are nil.
func Compare(q *survey.Question, figures []*Figures) Comparison {
	c := Comparison{Question: q, Boxes: make([]*Box, len(figures))}
	var places []int
	var shares []Share
	var first *Figures
	for i, f := range figures {
		if f == nil || first != nil && !SameBox(first, f) {
			continue
		}
		if b, ok := f.Box(); ok {
			first = f
			c.Boxes[i], places, shares = &b, append(places, i), append(shares, Share{Count: b.Count, N: b.N})
		}
	}
	if found := Differences(shares); found != nil {
		c.P = make([]float64, len(figures))
		for i := range c.P {
			c.P[i] = math.NaN()
		}
		for i, place := range places {
			c.P[place] = found[i]
		}
	}
	return c
}

// SameBox reports whether the boxes of two figures count the same points; versions of a
// survey may have declared different ones.
func SameBox(a, b *Figures) bool {
	return slices.Equal(boxValues(a.Question), boxValues(b.Question))
}

// boxValues names the points that the box of a question counts.
func boxValues(q *survey.Question) []string {
	var values []string
	for _, code := range boxOf(q) {
		values = append(values, q.Points[code-1].Value)
	}
	return values
}
