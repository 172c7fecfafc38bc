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

// People who come faster than a scrub ends leave one that waits, not one each; and what
// is asked for when a scrub goes on is done by another one. Negative controls: scrubs
// that all wait, which never return here, and none that waits.
func TestScrubsOwed(t *testing.T) {
	var do commands
	do.scrubbing.Lock()
	waited := make(chan struct{})
	go func() { do.scrub(); close(waited) }()
	for !do.owed.Load() {
		runtime.Gosched()
	}
	for range 100 {
		do.scrub()
	}
	select {
	case <-waited:
		t.Error("a scrub did not wait for the one that goes on")
	default:
	}
	do.scrubbing.Unlock()
	<-waited
	if do.owed.Load() {
		t.Error("a scrub is owed when all are done")
	}
}
