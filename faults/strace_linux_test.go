package faults

import (
	"bufio"
	"os"
	"os/exec"
	"strings"
	"testing"

	"anketa/survey"
)

// straceFor returns where strace is; without it, or without the right to trace,
// the test is skipped and says what it would have proved.
func straceFor(tb testing.TB, proof string) string {
	tb.Helper()
	path, err := exec.LookPath("strace")
	if err != nil {
		tb.Skipf("strace is not installed: not proved here that %s", proof)
	}
	if err := exec.CommandContext(tb.Context(), path, "-o", os.DevNull, "true").Run(); err != nil {
		tb.Skipf("strace may not trace here (%v): not proved here that %s", err, proof)
	}
	return path
}

// heard is what a child said: the ids that it tried and that it gave thanks for,
// how often it was unsure, and whether it was done.
type heard struct {
	tried, thanked []survey.ID
	unsure         int
	done           bool
}

// hear reads what a child said.
func hear(tb testing.TB, said string) (h heard) {
	tb.Helper()
	for scanner := bufio.NewScanner(strings.NewReader(said)); scanner.Scan(); {
		if scanner.Text() == saysDone {
			h.done = true
			continue
		}
		word, hex, _ := strings.Cut(scanner.Text(), " ")
		id, err := survey.ParseID(hex)
		if err != nil {
			tb.Fatalf("the child said %q", scanner.Text())
		}
		switch word {
		case saysTrying:
			h.tried = append(h.tried, id)
		case saysThanks:
			h.thanked = append(h.thanked, id)
		case saysUnsure:
			h.unsure++
		}
	}
	return h
}
