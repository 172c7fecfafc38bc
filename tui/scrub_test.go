package tui

import (
	"runtime"
	"sync"
	"testing"
)

// After scrubs that were asked for at the same time, all processors work again.
// Negative control: scrubs that do not wait for each other.
func TestScrubsAtOnce(t *testing.T) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(4))
	var (
		do  commands
		all sync.WaitGroup
	)
	for range 8 {
		all.Go(func() { do.scrub() })
	}
	all.Wait()
	if n := runtime.GOMAXPROCS(0); n != 4 {
		t.Errorf("%d processors work, want 4", n)
	}
}
