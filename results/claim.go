package results

import (
	"math"
	"regexp"
	"strconv"
	"strings"
)

// Claim is a percentage that a person wrote, such as "59,17 %".
type Claim struct {
	// Text is how it was written.
	Text string
	// Percent is what it says.
	Percent float64
	// Decimals is how many digits stand after the comma.
	Decimals int
}

// percentage is a number with a decimal comma or point, and a sign or word for
// percent in Serbian or English.
var percentage = regexp.MustCompile(`(?i)(\d+)(?:[.,](\d+))?[\s\x{00A0}\x{202F}]*(?:%|posto|procen|percent|посто|процен)`)

// Claims returns the percentages that a text states, in their order.
func Claims(text string) []Claim {
	var claims []Claim
	for _, found := range percentage.FindAllStringSubmatch(text, -1) {
		percent, err := strconv.ParseFloat(found[1]+"."+found[2], 64)
		if err != nil {
			continue
		}
		claims = append(claims, Claim{Text: strings.TrimSpace(found[0]), Percent: percent, Decimals: len(found[2])})
	}
	return claims
}

// Of returns the smallest count of n whose percentage reads like the claim, rounded
// either way where it lies in the middle, or cut off; it is false when there is
// none: then nobody can have counted it (Brown and Heathers, "The GRIM test",
// Social Psychological and Personality Science 8/4, 2017). Nobody's share is
// any: n = 0 gives false.
func (c Claim) Of(n int) (count int, possible bool) {
	if n <= 0 {
		return 0, false
	}
	unit := math.Pow10(-c.Decimals)
	for count = max(int(math.Floor((c.Percent-unit)*float64(n)/100)), 0); count <= n; count++ {
		// What was printed is at most half a unit below the share, or, cut off,
		// less than one; shares such as 1/3 are not exact.
		below := 100*float64(count)/float64(n) - c.Percent
		if below > -unit/2-1e-9 && below < unit-1e-9 {
			return count, true
		}
		if below >= unit {
			break
		}
	}
	return 0, false
}

// Nearest returns the counts of n below and above a claim that no count gives. They
// are the same when the claim is below 0 or above 100 percent.
func (c Claim) Nearest(n int) (below, above int) {
	exact := c.Percent * float64(n) / 100
	return min(int(math.Floor(exact)), n), min(int(math.Ceil(exact)), n)
}
