package results

import (
	"math"

	"gonum.org/v1/gonum/stat"

	"anketa/survey"
)

// Consistency measures how far the scale questions of a section measure one thing.
// It counts whole responses, so it is one of the figures that are shown only when
// every response of a session may be.
type Consistency struct {
	// items are the positions of the questions.
	items []int
	// reverse says for each whether the low end of its scale is the good one.
	reverse []bool
	points  int
	// chosen counts for each item, and totals for the sum of all, how often which
	// number came: people who answered all items only.
	chosen [][]float64
	totals []float64
	n      int
}

// NewConsistency returns an empty measure of the section of a number, from 1; it is false when the
// section has fewer than two likert questions with scales of the same length.
func NewConsistency(s *survey.Survey, section int) (*Consistency, bool) {
	c := &Consistency{}
	for i := range s.Questions {
		q := &s.Questions[i]
		if q.Section != section || q.Kind != survey.KindLikert {
			continue
		}
		if c.points == 0 {
			c.points = len(q.Points)
		}
		if len(q.Points) != c.points {
			return nil, false
		}
		c.items, c.reverse = append(c.items, i), append(c.reverse, q.Reverse)
		c.chosen = append(c.chosen, make([]float64, c.points))
	}
	c.totals = make([]float64, len(c.items)*c.points+1)
	return c, len(c.items) > 1
}

// Add counts one response, whose answers stand in the order of the survey, if it
// answers all questions of the section.
func (c *Consistency) Add(answers []survey.Answer) {
	for _, item := range c.items {
		if code := answers[item].Code; code < 1 || int(code) > c.points {
			return
		}
	}
	total := 0
	for i, item := range c.items {
		point := int(answers[item].Code)
		if c.reverse[i] {
			point = c.points + 1 - point
		}
		c.chosen[i][point-1]++
		total += point
	}
	c.totals[total]++
	c.n++
}

// Items returns how many questions are measured.
func (c *Consistency) Items() int { return len(c.items) }

// N returns how many people answered all questions of the section.
func (c *Consistency) N() int { return c.n }

// Alpha returns Cronbach's alpha, k/(k−1)·(1 − Σ variances of the items / variance
// of their sum), at most 1 (Cronbach, Psychometrika 16/3, 1951). It is NaN when fewer than two people answered all
// questions, or all of them have the same sum.
func (c *Consistency) Alpha() float64 {
	of := variance(c.totals)
	if c.n < 2 || of == 0 {
		return math.NaN()
	}
	sum := 0.0
	for _, counts := range c.chosen {
		sum += variance(counts)
	}
	k := float64(len(c.items))
	return k / (k - 1) * (1 - sum/of)
}

// variance returns the sample variance of the numbers 0, 1, 2 …, of which each
// comes so often.
func variance(counts []float64) float64 {
	numbers := make([]float64, len(counts))
	for i := range numbers {
		numbers[i] = float64(i)
	}
	return stat.Variance(numbers, counts)
}
