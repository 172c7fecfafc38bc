package results_test

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"anketa/results"
)

// The four percentages of the infographic of 2022, each of 72 people: three are
// counts, and 59,17 % is none.
func TestClaimsOfTheInfographic(t *testing.T) {
	text := "59,17 % učesnika/ca smatra da je značajno, 70.83% da je znanje, 62,5 procenata „u potpunosti”, a 98,61 посто би препоручило."
	want := []int{0, 51, 45, 71}
	claims := results.Claims(text)
	if len(claims) != len(want) {
		t.Fatalf("got %+v, want four percentages", claims)
	}
	for i, c := range claims {
		count, possible := c.Of(72)
		if count != want[i] || possible != (want[i] > 0) {
			t.Errorf("%s of 72: got %d, %v, want %d", c.Text, count, possible, want[i])
		}
	}
	if below, above := claims[0].Nearest(72); below != 42 || above != 43 {
		t.Errorf("got %d and %d beside 59,17 %%, want 42 and 43", below, above)
	}
}

// A text without a percentage claims none.
func TestNoClaims(t *testing.T) {
	for _, text := range []string{"", "72 učesnika", "43 od 72", "%", "sto %", "1.2.2022."} {
		if got := results.Claims(text); len(got) != 0 {
			t.Errorf("%q claims %+v", text, got)
		}
	}
}

// Every percentage that is printed of a count is possible, rounded to whatever
// number of digits, with a comma or a point.
func TestEveryPrintedPercentIsPossible(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 400).Draw(t, "n")
		count := rapid.IntRange(0, n).Draw(t, "count")
		printed := fmt.Sprintf("%.*f %%", rapid.IntRange(0, 4).Draw(t, "decimals"), 100*float64(count)/float64(n))
		if rapid.Bool().Draw(t, "comma") {
			printed = strings.Replace(printed, ".", ",", 1)
		}
		claims := results.Claims("Bilo je " + printed + ".")
		if len(claims) != 1 {
			t.Fatalf("%s: got %+v", printed, claims)
		}
		if _, possible := claims[0].Of(n); !possible {
			t.Fatalf("%s of %d is called impossible, and %d is it", printed, n, count)
		}
	})
}

// A claim is possible only when trying every count finds one that reads so.
func TestImpossibleClaims(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(0, 300).Draw(t, "n")
		decimals := rapid.IntRange(0, 2).Draw(t, "decimals")
		written := fmt.Sprintf("%.*f", decimals, rapid.Float64Range(0, 110).Draw(t, "percent"))
		_, possible := results.Claims(written + " %")[0].Of(n)
		found := false
		for count := range n + 1 {
			share := 1e12
			if n > 0 {
				share = 100 * float64(count) / float64(n)
			}
			cut := fmt.Sprintf("%.9f", share)
			cut = strings.TrimSuffix(cut[:len(cut)-9+decimals], ".")
			found = found || fmt.Sprintf("%.*f", decimals, share) == written || cut == written
		}
		// Where a share lies exactly in the middle, both ways of rounding are allowed.
		if found && !possible {
			t.Fatalf("%s %% of %d is called impossible", written, n)
		}
		if !found && possible && !middle(written, n) {
			t.Fatalf("%s %% of %d is called possible", written, n)
		}
	})
}

// middle reports whether a share of n lies just half a unit beside what is written.
func middle(written string, n int) bool {
	_, decimals, _ := strings.Cut(written, ".")
	for count := range n + 1 {
		ten := 1
		for range len(decimals) + 1 {
			ten *= 10
		}
		if 100*count*ten%n == 0 && 100*count*ten/n%10 == 5 {
			return true
		}
	}
	return false
}
