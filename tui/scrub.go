package tui

import (
	"runtime"
	"runtime/debug"

	tea "charm.land/bubbletea/v2"
)

// scrubBatch is how much memory is taken at once while free places are looked for.
const scrubBatch = 32 << 10

// scrubRounds is how often the free places are looked for: while one round goes
// on, other work lets go of more of them.
const scrubRounds = 2

// The size of a page of Go's heap, and how many a processor keeps at hand
// (runtime/mpagecache.go).
const (
	runtimePage = 8 << 10
	pagesAtHand = 64
)

// scrub takes what a person typed out of the memory of the process, as far as
// nothing refers to it any more. Go's strings cannot be overwritten; the
// collector only notes that their place is free, and what stood there stays
// until something else is put there. So scrub gives whole pages that are free back
// to the system, which hands them out only emptied, and puts something into every
// free place between objects that are in use.
//
// Every processor holds places back for itself: for a while there is only one. Two
// scrubs at once would take the one of the other for what was there before. One that
// waits for its turn does for all that are asked for meanwhile: it begins behind them.
func (c *commands) scrub() tea.Msg {
	if !c.owed.CompareAndSwap(false, true) {
		return nil
	}
	c.scrubbing.Lock()
	defer c.scrubbing.Unlock()
	c.owed.Store(false)
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	var stats runtime.MemStats
	for range scrubRounds {
		debug.FreeOSMemory()
		takePages()
		runtime.ReadMemStats(&stats)
		for _, class := range stats.BySize {
			if class.Size > 0 {
				fill(int(class.Size), bytesOf)
				fill(int(class.Size), pointersOf)
			}
		}
	}
	debug.FreeOSMemory()
	return nil
}

// takePages takes the pages that the processor keeps at hand, which are not given
// back to the system.
func takePages() {
	var taken [pagesAtHand]any
	for i := range taken {
		taken[i] = bytesOf(runtimePage)
	}
	runtime.KeepAlive(taken)
}

// bytesOf and pointersOf take a place of a size, which Go empties first. Objects with
// pointers in them stand apart from those without, on pages that may have held text
// before; the larger ones have eight bytes more than they say.
func bytesOf(size int) any { return make([]byte, size) }

func pointersOf(size int) any {
	if size > 512 {
		size -= 8
	}
	return make([]*byte, size/8)
}

// fill takes places of a size until they are no longer found between others but on
// fresh pages.
func fill(size int, take func(size int) any) {
	var taken [][]any
	for {
		// The list stands ready before, so that it does not count as fresh pages.
		batch := make([]any, max(1, scrubBatch/size))
		before := inUse()
		for i := range batch {
			batch[i] = take(size)
		}
		taken = append(taken, batch)
		if inUse()-before >= scrubBatch*3/4 {
			runtime.KeepAlive(taken)
			return
		}
	}
}

// inUse returns the size of the pages on which objects stand.
func inUse() int {
	var stats runtime.MemStats
	runtime.ReadMemStats(&stats)
	return int(stats.HeapInuse)
}
