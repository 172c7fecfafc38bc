package main

import (
	"strings"
	"testing"
)

// What is missed is named with its factor and its reason, what is missing is not
// estimated, and what is reached is only in the table.
func TestPage(t *testing.T) {
	row := Row{name: "a key", unit: "ms", ours: Series{{10}}, limit: atMost(8, "The clock is late."), peers: []Peer{
		{name: "slow", theirs: Series{{40}}, goal: atMost(0.5, "")},
		{name: "fast", theirs: Series{{2}}, goal: atMost(2, "It draws at once.")},
		{name: "many", theirs: Series{{1}}, goal: atLeast(20, "")},
		{name: "gone", goal: atMost(1, ""), missing: "gone is not installed."},
	}}
	var page strings.Builder
	writePage(&page, machine{}, []measured{{family{title: "Keys"}, []Row{row, row}}}, 0, false)
	for text, times := range map[string]int{
		"- a key (ms): 10.0, the goal is ≤ 8.00, missed by a factor of 1.25. The clock is late.":        2,
		"- a key against fast: 5.00, the goal is ≤ 2.00, missed by a factor of 2.50. It draws at once.": 2,
		"- a key against many: 10.0, the goal is ≥ 20.0, missed by a factor of 2.00.":                   2,
		"a key against slow":                          0,
		"- gone is not installed.":                    1,
		"| gone | missing | | ≤ 1.00 | |":             2,
		"| slow | 40.0 ms | 0.25 | ≤ 0.5 | reached |": 2,
	} {
		if got := strings.Count(page.String(), text); got != times {
			t.Errorf("%q stands %d times, want %d, in:\n%s", text, got, times, page.String())
		}
	}
}

// A figure has three digits that count.
func TestFigure(t *testing.T) {
	for value, want := range map[float64]string{0: "0", 0.00123456: "0.00123", 0.05: "0.05", 1.1: "1.10", 12.345: "12.3", 123456.7: "123457"} {
		if got := figure(value); got != want {
			t.Errorf("%g is written as %s, want %s", value, got, want)
		}
	}
}
