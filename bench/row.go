package main

import "fmt"

// family is a group of rows that are measured together.
type family struct {
	// name is what -rows matches, title its heading; about says how it is measured.
	name, title, about string
	measure            func(*bench) ([]Row, error)
}

// families returns all of them in the order of the table.
func families() []family {
	return []family{
		submitFamily(), writersFamily(), growthFamily(), tallyFamily(),
		startFamily(), keysFamily(), screenFamily(), bytesFamily(), idleFamily(), participantsFamily(),
		consoleFamily(), exportFamily(), reportFamily(), mergeFamily(),
	}
}

// Row is one thing that is measured, and what it is compared with.
type Row struct {
	name, unit string
	ours       Series
	// at is the figure that counts: [median] unless the row says otherwise.
	at statistic
	// limit is a goal for our figure itself; 0 means that there is none.
	limit Goal
	peers []Peer
}

// Peer is what a row is compared with: another program, or what cannot be beaten.
type Peer struct {
	name   string
	theirs Series
	goal   Goal
	// missing says why it could not be measured.
	missing string
}

// Goal bounds a ratio or a figure, from above or from below.
type Goal struct {
	most, least float64
	// why says what keeps it from being reached, for when it is not.
	why string
}

// atMost is the goal that something is not larger.
func atMost(most float64, why string) Goal { return Goal{most: most, why: why} }

// atLeast is the goal that something is not smaller.
func atLeast(least float64, why string) Goal { return Goal{least: least, why: why} }

// set reports whether there is a goal.
func (g Goal) set() bool { return g.most != 0 || g.least != 0 }

// reached reports whether a value fulfils the goal.
func (g Goal) reached(value float64) bool {
	return (g.most == 0 || value <= g.most) && value >= g.least
}

// miss returns by how much a value misses the goal, as a factor above 1.
func (g Goal) miss(value float64) float64 {
	if g.most != 0 {
		return value / g.most
	}
	return g.least / value
}

// String implements fmt.Stringer.
func (g Goal) String() string {
	switch {
	case g.most != 0:
		return "≤ " + figure(g.most)
	case g.least != 0:
		return "≥ " + figure(g.least)
	}
	return ""
}

// figure writes a number with three significant digits, and never as a power of ten.
func figure(x float64) string {
	switch {
	case x >= 100:
		return fmt.Sprintf("%.0f", x)
	case x >= 10:
		return fmt.Sprintf("%.1f", x)
	case x >= 1:
		return fmt.Sprintf("%.2f", x)
	case x == 0:
		return "0"
	}
	return fmt.Sprintf("%.3g", x)
}
