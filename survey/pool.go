package survey

import (
	"fmt"
	"slices"
	"strings"
)

// IncomparableError says that a question was asked in ways whose answers cannot
// be counted together.
type IncomparableError struct {
	// Question is the id of the question.
	Question string
	// What differs: "kind", "scale", "options" or "range".
	What string
}

// Error implements error.
func (e *IncomparableError) Error() string {
	return fmt.Sprintf("the question %s has another %s", e.Question, e.What)
}

// Comparable reports why answers to a question in two versions of a survey
// cannot be counted together, as an [*IncomparableError], or nil. The kind must
// be the same, and so must the points of a scale: their number, their direction
// and, in at least one language that both have, their labels. Options may be
// added or left out, but one value must not mean two things (issue 3, point 8).
func Comparable(a, b *Question) error {
	switch {
	case a.Kind != b.Kind:
		return &IncomparableError{a.ID, "kind"}
	case a.Kind == KindNumber:
		if max(a.Max, b.Max)-min(a.Min, b.Min) >= MaxNumbers || !agree(a.Unit, b.Unit) {
			return &IncomparableError{a.ID, "range"}
		}
	case a.OfScale():
		if len(a.Points) != len(b.Points) || a.Reverse != b.Reverse || !samePoints(a, b) {
			return &IncomparableError{a.ID, "scale"}
		}
	case !samePoints(a, b):
		return &IncomparableError{a.ID, "options"}
	}
	return nil
}

// samePoints reports whether points with the same value have the same meaning.
func samePoints(a, b *Question) bool {
	for i := range a.Points {
		code, ok := b.CodeOf(a.Points[i].Value)
		if ok && !agree(a.Points[i].Label, b.Points[code-1].Label) {
			return false
		}
	}
	return true
}

// agree reports whether two texts are the same in a language that both have, or
// have no language in common.
func agree(a, b Text) bool {
	common := false
	for lang := range a {
		if _, ok := b[lang]; !ok {
			continue
		}
		common = true
		if plain(a[lang]) == plain(b[lang]) {
			return true
		}
	}
	return !common
}

// plain returns a text without what does not change its meaning: script, capitals, spaces.
func plain(s string) string { return strings.Join(strings.Fields(strings.ToLower(Latin(s))), " ") }

// Pool returns a survey that holds the questions of several versions of one
// survey, mapped by their ids. Texts and order come from the last version;
// questions and options that only others have follow behind. It fails with an
// [*IncomparableError] when a question cannot be counted together. The result
// is for results only: nobody can be asked with it, because its conditions and
// sections are those of one version.
func Pool(versions ...*Survey) (*Survey, error) {
	for i, s := range versions {
		for _, before := range versions[:i] {
			if err := before.comparable(s); err != nil {
				return nil, err
			}
		}
	}
	last := versions[len(versions)-1]
	pool := *last
	pool.Questions = slices.Clone(last.Questions)
	for _, s := range versions[:len(versions)-1] {
		pool.MinGroup = max(pool.MinGroup, s.MinGroup)
		if s.Release == ReleaseLagged {
			pool.Release = ReleaseLagged
		}
		for i := range s.Questions {
			if err := pool.join(&s.Questions[i]); err != nil {
				return nil, err
			}
		}
		for _, b := range s.Breakdowns {
			if !slices.Contains(pool.Breakdowns, b) {
				pool.Breakdowns = append(slices.Clip(pool.Breakdowns), b)
			}
		}
	}
	return &pool, nil
}

// comparable is [Comparable] for the questions that two versions share.
func (s *Survey) comparable(other *Survey) error {
	for i := range s.Questions {
		at, ok := other.Question(s.Questions[i].ID)
		if !ok {
			continue
		}
		if err := Comparable(&s.Questions[i], &other.Questions[at]); err != nil {
			return err
		}
	}
	return nil
}

// join puts a question of another version to those of the pool.
func (s *Survey) join(other *Question) error {
	at, ok := s.Question(other.ID)
	if !ok {
		q := *other
		q.Section = 0
		s.Questions = append(s.Questions, q)
		return nil
	}
	q := &s.Questions[at]
	if err := Comparable(q, other); err != nil {
		return err
	}
	if q.Kind == KindNumber {
		q.Min, q.Max = min(q.Min, other.Min), max(q.Max, other.Max)
	}
	if !q.HasNotApplicable() {
		q.NotApplicable = other.NotApplicable
	}
	if q.Kind == KindChoice || q.Kind == KindMulti {
		return q.joinOptions(other)
	}
	return nil
}

// joinOptions puts the options that only the other version has behind those of
// the question. The one that asks for a few words stays the last.
func (q *Question) joinOptions(other *Question) error {
	before, points := *q, slices.Clone(q.Points)
	for _, p := range other.Points {
		if _, ok := q.CodeOf(p.Value); !ok {
			points = append(points, p)
		}
	}
	if len(points) > maxOptions {
		return &IncomparableError{q.ID, "options"}
	}
	if !q.HasOther() {
		q.Other = other.Other
	}
	at := slices.IndexFunc(points, func(p Point) bool { return p.Value == OtherValue })
	if q.HasOther() && at >= 0 {
		points = append(points, points[at])
		points = slices.Delete(points, at, at+1)
	}
	q.Points, q.Headline = points, slices.Clone(before.Headline)
	// The box counts codes, and points may have moved.
	for i, code := range before.Headline {
		q.Headline[i], _ = q.CodeOf(before.Points[code-1].Value)
	}
	q.Min, q.Max = min(q.Min, other.Min), max(q.Max, other.Max)
	return nil
}
