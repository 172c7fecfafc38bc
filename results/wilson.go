package results

import "math"

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
