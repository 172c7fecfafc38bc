package tui

import "testing"

// BenchmarkScrub measures what clearing up behind a person costs.
func BenchmarkScrub(b *testing.B) {
	var do commands
	for b.Loop() {
		do.scrub()
	}
}
