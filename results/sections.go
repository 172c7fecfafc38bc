package results

import (
	"context"
	"fmt"
	"math/rand/v2"

	"anketa/survey"
)

// SectionFigures say how far the questions of a section measure one thing.
type SectionFigures struct {
	Section *survey.Section
	// Items is how many questions are compared, N how many people answered them all.
	Items, N int
	// Alpha is Cronbach's alpha, see [Consistency.Alpha]; NaN where there is none.
	Alpha float64
}

// Sheets is where whole responses are kept.
type Sheets interface {
	// Shuffled calls functions with the answers of every response of a session.
	Shuffled(ctx context.Context, session survey.ID, chance *rand.Rand, each ...func([]survey.Answer) error) error
}

// ReadSections reads the responses of the sessions that are shown whole and compares
// the questions of each section. What the rules hold back is not even read. Sessions
// that asked different versions of a survey are not compared.
func (r *Release) ReadSections(ctx context.Context, from Sheets) error {
	r.sections = nil
	if !sameRevision(r.Parts) {
		return nil
	}
	var measures []*Consistency
	for i := range r.Survey.Sections {
		if c, ok := NewConsistency(r.Survey, i+1); ok {
			measures = append(measures, c)
			r.sections = append(r.sections, SectionFigures{Section: &r.Survey.Sections[i], Items: c.Items()})
		}
	}
	if len(measures) == 0 {
		return nil
	}
	for i := range r.Parts {
		if _, whole := r.Parts[i].whole(); !whole {
			continue
		}
		err := from.Shuffled(ctx, r.Parts[i].Session.ID, nil, func(answers []survey.Answer) error {
			for _, c := range measures {
				c.Add(answers)
			}
			return nil
		})
		if err != nil {
			return fmt.Errorf("compare the questions of a section: %w", err)
		}
	}
	for i, c := range measures {
		r.sections[i].N, r.sections[i].Alpha = c.N(), c.Alpha()
	}
	return nil
}

// Sections returns the figures of the sections that at least k people answered whole,
// k being the smallest group; none where they were not read.
func (r *Release) Sections() []SectionFigures {
	var shown []SectionFigures
	for _, s := range r.sections {
		if s.N >= r.Survey.MinGroup {
			shown = append(shown, s)
		}
	}
	return shown
}
