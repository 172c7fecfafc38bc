package tui

import (
	"runtime"
	"runtime/debug"

	tea "charm.land/bubbletea/v2"
)

// scrubBatch is how much memory is taken at once while free places are looked for.
const scrubBatch = 32 << 10

// scrubRounds is how often the free places are looked for: while one round goes
// on, another processor may hold some of them back for itself.
const scrubRounds = 3

// scrub takes what a person typed out of the memory of the process, as far as
// nothing refers to it any more. Go's strings cannot be overwritten; the
// collector only notes that their place is free, and what stood there stays
// until something else is put there. So scrub puts something into every free
// place between objects that are in use, and gives whole pages that are free back
// to the system, which hands them out only emptied.
func scrub() tea.Msg {
	var stats runtime.MemStats
	for range scrubRounds {
		runtime.GC()
		runtime.ReadMemStats(&stats)
		for _, class := range stats.BySize {
			if class.Size > 0 {
				fill(int(class.Size))
			}
		}
	}
	debug.FreeOSMemory()
	return nil
}

// fill takes places of a size, which Go empties first, until they are no longer
// found between others but on fresh pages. Text has no pointers in it and stands
// apart from objects that have.
func fill(size int) {
	var taken [][][]byte
	for {
		// The list stands ready before, so that it does not count as fresh pages.
		batch := make([][]byte, max(1, scrubBatch/size))
		before := inUse()
		for i := range batch {
			batch[i] = make([]byte, size)
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
