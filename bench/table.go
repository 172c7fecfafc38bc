package main

import (
	"fmt"
	"io"
	"math"
	"strings"
	"time"
)

// writePage writes everything that was measured as Markdown.
func writePage(w io.Writer, m machine, all []measured, took time.Duration, long bool) {
	command := "cd bench && go run ."
	if long {
		command += " -long"
	}
	fmt.Fprintf(w, `# Performance

Written by `+"`%s`"+`; nothing here was typed by hand. Every row was measured beside its peers in one run, in blocks that
follow each other. What counts is the **ratio**: the figure of anketa divided by that of the peer, and in brackets the middle half
of the ratios block by block. Times are those of this machine only. A peer that is not installed is named as missing.

`, command)
	writeMachine(w, m, took)
	missed, missing := misses(all)
	writeList(w, "## Goals that are missed", missed, "All goals are reached.")
	writeList(w, "## Peers that were not here", missing, "All peers were here.")
	for _, f := range all {
		fmt.Fprintf(w, "## %s\n\n%s\n\n", f.title, f.about)
		writeTable(w, f.rows)
	}
}

// writeMachine describes the machine.
func writeMachine(w io.Writer, m machine, took time.Duration) {
	fmt.Fprintf(w, "| machine | |\n|---|---|\n")
	for _, line := range [][2]string{
		{"day", m.when.Format(time.DateOnly)},
		{"processor", fmt.Sprintf("%s, %d cores", m.cpu, m.cores)},
		{"memory", m.memory},
		{"disk", m.disk},
		{"kernel", m.kernel},
		{"load before and after (1, 5, 15 minutes)", m.before + " – " + m.after},
		{"the run took", took.Round(time.Second).String()},
		{"versions", strings.Join(m.versions, ", ")},
	} {
		fmt.Fprintf(w, "| %s | %s |\n", line[0], line[1])
	}
	fmt.Fprintln(w)
}

// writeList writes lines under a heading, or what is said when there is none.
func writeList(w io.Writer, heading string, lines []string, none string) {
	fmt.Fprintf(w, "%s\n\n", heading)
	if len(lines) == 0 {
		fmt.Fprintf(w, "%s\n\n", none)
		return
	}
	for _, line := range lines {
		fmt.Fprintf(w, "- %s\n", line)
	}
	fmt.Fprintln(w)
}

// misses names the goals that are not reached, by how much and why, and the peers that
// are missing.
func misses(all []measured) (missed, missing []string) {
	gone := map[string]bool{}
	note := func(what string, value float64, g Goal) {
		if g.set() && !g.reached(value) {
			missed = append(missed, fmt.Sprintf("%s: %s, the goal is %s, missed by a factor of %.2f. %s", what, figure(value), g, g.miss(value), g.why))
		}
	}
	for _, f := range all {
		for i := range f.rows {
			row := &f.rows[i]
			note(row.name+" ("+row.unit+")", row.ours.figure(row.statistic()), row.limit)
			for _, p := range row.peers {
				if p.missing != "" {
					if !gone[p.missing] {
						missing = append(missing, p.missing)
					}
					gone[p.missing] = true
					continue
				}
				ratio, _, _ := row.ours.ratio(p.theirs, row.statistic())
				note(row.name+" against "+p.name, ratio, p.goal)
			}
		}
	}
	return missed, missing
}

// statistic returns the figure that counts.
func (r *Row) statistic() statistic {
	if r.at == nil {
		return median
	}
	return r.at
}

// writeTable writes the rows of a family, a line for each peer.
func writeTable(w io.Writer, rows []Row) {
	fmt.Fprint(w, "| what | anketa | beside | its figure | ratio | goal | |\n|---|--:|---|--:|--:|--:|---|\n")
	for i := range rows {
		row := &rows[i]
		ours := row.ours.figure(row.statistic())
		name := fmt.Sprintf("%s | %s %s", row.name, figure(ours), row.unit)
		if len(row.peers) == 0 || row.limit.set() {
			goal := ""
			if row.limit.set() {
				goal = row.limit.String() + " " + row.unit
			}
			fmt.Fprintf(w, "| %s | | | | %s | %s |\n", name, goal, verdict(row.limit, ours))
			name = " | "
		}
		for _, p := range row.peers {
			if p.missing != "" {
				fmt.Fprintf(w, "| %s | %s | missing | | %s | |\n", name, p.name, p.goal)
			} else {
				ratio, low, high := row.ours.ratio(p.theirs, row.statistic())
				fmt.Fprintf(w, "| %s | %s | %s %s | %s | %s | %s |\n", name, p.name, figure(p.theirs.figure(row.statistic())), row.unit, spread(ratio, low, high), p.goal, verdict(p.goal, ratio))
			}
			name = " | "
		}
	}
	fmt.Fprintln(w)
}

// spread writes a ratio with the middle half of those of the blocks, where there are some.
func spread(ratio, low, high float64) string {
	if math.IsInf(ratio, 0) {
		return "–"
	}
	if math.IsNaN(low) || low == high {
		return figure(ratio)
	}
	return fmt.Sprintf("**%s** (%s–%s)", figure(ratio), figure(low), figure(high))
}

// verdict says whether a goal is reached.
func verdict(g Goal, value float64) string {
	switch {
	case !g.set():
		return ""
	case g.reached(value):
		return "reached"
	}
	return "**missed**"
}
