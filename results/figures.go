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
	// Missing is how many were asked and did not answer.
	Missing int
	// NotApplicable is how many chose the point outside N.
	NotApplicable int
	// NotAsked is how many were not asked, because the condition of the question
	// did not hold or their version of the survey did not have it.
	NotAsked int
	// Conditional says that some may not have been asked.
	Conditional bool
	// Hidden says that there are answers, or may be, but that nothing of them is
	// shown: then all figures are unknown and not 0.
	Hidden bool
	// Withheld is how many of the responses shown say nothing here, because too
	// few people of their session were asked, or it is still open.
	Withheld int
	// Counts holds how many chose each point, in survey order: of a multi
	// question, where the sum may be larger than N, each option; of a number, each
	// number from the smallest; of before_after, how it is now; of text, one count.
	Counts []int
	// Before holds the counts of before_after for how it was before; nil otherwise.
	Before []int
	// Shift compares the two answers of before_after.
	Shift Shift
	// population is how many people could have answered; 0 when not known.
	population int
}

// Shift is how the answers of the same people changed between before and now.
type Shift struct {
	// Improved, Same and Lower add up to N. Improved means a higher point now, or
	// a lower one where the question says that the low end is the good one.
	Improved, Same, Lower int
}

// newFigures reads the numbers of one question out of a tally.
func newFigures(q *survey.Question, t *Tally, at, population int) Figures {
	f := Figures{
		Question: q, NotAsked: t.notAsked(at), NotApplicable: t.Count(at, survey.NotApplicable),
		Missing: t.Count(at, survey.Missing), population: population,
	}
	slots := t.slots(at)
	if len(slots) == 0 {
		return f
	}
	slots = slots[1 : 1+t.shape.spans[at].points]
	switch q.Kind {
	case survey.KindMulti:
		f.N, slots = int(slots[0]), slots[1:]
	case survey.KindBeforeAfter:
		f.pairs(slots)
		return f
	}
	f.Counts = make([]int, len(slots))
	for i, c := range slots {
		f.Counts[i] = int(c)
		if q.Kind != survey.KindMulti {
			f.N += int(c)
		}
	}
	return f
}

// pairs reads the numbers of a before_after question.
func (f *Figures) pairs(slots []uint32) {
	k := len(f.Question.Points)
	f.Before, f.Counts = make([]int, k), make([]int, k)
	for i, c := range slots {
		before, now, n := i/k, i%k, int(c)
		f.N += n
		f.Before[before] += n
		f.Counts[now] += n
		if f.Question.Reverse {
			before, now = now, before
		}
		switch {
		case now > before:
			f.Shift.Improved += n
		case now < before:
			f.Shift.Lower += n
		default:
			f.Shift.Same += n
		}
	}
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
// 50, 1996). Points of a scale count as 1, 2, 3 …, those of nps and number as what
// they say. It is NaN when N is 0.
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
			return float64(f.Question.ValueAt(i))
		}
	}
	return float64(f.Question.ValueAt(len(f.Counts) - 1))
}

// Mean returns the mean and the sample standard deviation of the points, which
// count as for [Figures.Quantile]; a value that is not defined is NaN. For an ordered scale the median
// says more.
func (f *Figures) Mean() (mean, sd float64) {
	points := make([]float64, len(f.Counts))
	weights := make([]float64, len(f.Counts))
	for i, count := range f.Counts {
		points[i], weights[i] = float64(f.Question.ValueAt(i)), float64(count)
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
