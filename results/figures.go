package results

import (
	"math"

	"gonum.org/v1/gonum/stat"

	"anketa/survey"
)

// Figures are the numbers of one question, over the responses of a [Release].
type Figures struct {
	// Question is what was asked.
	Question *survey.Question
	// N is the number of answers that count: neither missing nor "not applicable".
	// Every percentage is a share of it.
	N int
	// Missing is how many did not answer.
	Missing int
	// NotApplicable is how many chose the point outside N.
	NotApplicable int
	// Counts holds the answers for each point, in survey order.
	Counts []int
	// population is how many people could have answered; 0 when not known.
	population int
}

// newFigures reads the numbers of one question out of a tally.
func newFigures(q *survey.Question, t *Tally, at, attended int) Figures {
	f := Figures{
		Question:      q,
		Missing:       t.Count(at, survey.Missing),
		NotApplicable: t.Count(at, survey.NotApplicable),
		Counts:        make([]int, t.spans[at].points),
		population:    attended,
	}
	for i := range f.Counts {
		f.Counts[i] = t.Count(at, survey.Code(i+1))
		f.N += f.Counts[i]
	}
	return f
}

// Percent returns the share of a count in N, from 0 to 100; 0 when N is 0.
func (f *Figures) Percent(count int) float64 {
	if f.N == 0 {
		return 0
	}
	return 100 * float64(count) / float64(f.N)
}

// Headline is the declared box of a question: how many chose one of its points.
type Headline struct {
	// Points are the codes that the box counts.
	Points []survey.Code
	// Count of N answers fell into the box.
	Count, N int
	// Percent is the share of Count in N, from 0 to 100, unrounded.
	Percent float64
	// Low and High bound the share with 95 % confidence, from 0 to 100.
	Low, High float64
}

// Headline returns the declared box, or false when the question declares none
// or nobody answered it.
func (f *Figures) Headline() (Headline, bool) {
	if len(f.Question.Headline) == 0 || f.N == 0 {
		return Headline{}, false
	}
	h := Headline{Points: f.Question.Headline, N: f.N}
	for _, code := range h.Points {
		h.Count += f.Counts[code-1]
	}
	h.Percent = f.Percent(h.Count)
	low, high := Wilson(h.Count, h.N, f.population)
	h.Low, h.High = 100*low, 100*high
	return h, true
}

// Quantile returns the value below which a share p of the ordered answers lies:
// the inverse of the empirical distribution, with the mean of both neighbours
// where it is not unique (type 2 of Hyndman and Fan, The American Statistician
// 50, 1996). Points count as 1, 2, 3 … It is NaN when N is 0.
func (f *Figures) Quantile(p float64) float64 {
	if f.N == 0 {
		return math.NaN()
	}
	// Shares such as 1/49 are not exact, and neither are their products.
	at := p * float64(f.N)
	rank := int(math.Round(at))
	switch {
	case math.Abs(at-float64(rank)) > 1e-9:
		return f.ranked(int(math.Ceil(at)))
	case rank >= 1 && rank < f.N:
		return (f.ranked(rank) + f.ranked(rank+1)) / 2
	}
	return f.ranked(max(rank, 1))
}

// ranked returns the point of the answer with a rank, from 1.
func (f *Figures) ranked(rank int) float64 {
	for i, count := range f.Counts {
		if rank -= count; rank <= 0 {
			return float64(i + 1)
		}
	}
	return float64(len(f.Counts))
}

// Mean returns the mean and the sample standard deviation of the points as 1,
// 2, 3 …; a value that is not defined is NaN. For an ordered scale the median
// says more.
func (f *Figures) Mean() (mean, sd float64) {
	points := make([]float64, len(f.Counts))
	weights := make([]float64, len(f.Counts))
	for i, count := range f.Counts {
		points[i], weights[i] = float64(i+1), float64(count)
	}
	if f.N == 0 {
		return math.NaN(), math.NaN()
	}
	mean, sd = stat.MeanStdDev(points, weights)
	if f.N == 1 {
		sd = math.NaN()
	}
	return mean, sd
}

// z95 is the 97.5 % quantile of the normal distribution.
const z95 = 1.959963984540054

// Wilson returns the 95 % score interval of a share (Wilson, JASA 22, 1927) as
// two numbers from 0 to 1. When the size of the population is known, the
// variance carries the finite-population correction (N−n)/(N−1), so that a
// share of everybody has no width (O'Neill, arXiv:2109.12464). A population of
// 0 means "not known"; one smaller than n is taken as n.
func Wilson(count, n, population int) (low, high float64) {
	if n == 0 {
		return 0, 1
	}
	size, share := float64(n), float64(count)/float64(n)
	z2 := z95 * z95
	switch {
	case population > 0 && population <= n:
		return share, share
	case population > 1:
		z2 *= float64(population-n) / float64(population-1)
	}
	center := (share + z2/(2*size)) / (1 + z2/size)
	half := math.Sqrt(z2*(share*(1-share)/size+z2/(4*size*size))) / (1 + z2/size)
	return max(center-half, 0), min(center+half, 1)
}
