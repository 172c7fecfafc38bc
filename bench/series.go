package main

import (
	"math"
	"slices"
	"time"
)

// Series holds what was measured, block by block.
type Series [][]float64

// constant is a series of one value, for what does not vary.
func constant(value float64) Series { return Series{{value}} }

// statistic makes one figure of values; it may order them anew.
type statistic func(values []float64) float64

// median is the middle value.
func median(values []float64) float64 { return quantile(values, 0.5) }

// p99 is the value that one in a hundred exceeds.
func p99(values []float64) float64 { return quantile(values, 0.99) }

// quantile returns the smallest value that at least a share p of all do not exceed (the
// nearest rank), or NaN of nothing.
func quantile(values []float64, p float64) float64 {
	if len(values) == 0 {
		return math.NaN()
	}
	slices.Sort(values)
	return values[max(int(math.Ceil(p*float64(len(values))))-1, 0)]
}

// figure is the statistic of all values.
func (s Series) figure(at statistic) float64 { return at(slices.Concat(s...)) }

// ratio compares two series: the quotient of their figures, and the quartiles of the
// quotients block by block, which say how sure it is.
func (s Series) ratio(theirs Series, at statistic) (all, low, high float64) {
	all = s.figure(at) / theirs.figure(at)
	var blocks []float64
	for i := range min(len(s), len(theirs)) {
		blocks = append(blocks, at(slices.Clone(s[i]))/at(slices.Clone(theirs[i])))
	}
	return all, quantile(blocks, 0.25), quantile(blocks, 0.75)
}

// contender is one of several things that are measured in turn.
type contender struct {
	name string
	// do does it once and returns what it took, in the unit of the row.
	do func() (float64, error)
	Series
}

// race runs the contenders in blocks that follow each other; in each round another one
// begins. One block before the first is not counted.
func (b *bench) race(rounds, block int, all ...*contender) error {
	for _, c := range all {
		if _, err := c.run(b, min(block, 10)); err != nil {
			return err
		}
	}
	for round := range rounds {
		for i := range all {
			c := all[(round+i)%len(all)]
			values, err := c.run(b, block)
			if err != nil {
				return err
			}
			c.Series = append(c.Series, values)
		}
	}
	return nil
}

// run does it n times.
func (c *contender) run(b *bench, n int) ([]float64, error) {
	values := make([]float64, n)
	for i := range values {
		if err := b.ctx.Err(); err != nil {
			return nil, err
		}
		value, err := c.do()
		if err != nil {
			return nil, named(c.name, err)
		}
		values[i] = value
	}
	return values, nil
}

// timed makes a contender's work out of what is only done, timed in a unit.
func timed(unit time.Duration, do func() error) func() (float64, error) {
	return func() (float64, error) {
		start := time.Now()
		err := do()
		return float64(time.Since(start)) / float64(unit), err
	}
}
