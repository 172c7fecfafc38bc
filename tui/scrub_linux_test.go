package tui

import (
	"bufio"
	"bytes"
	"fmt"
	"os"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"
	"unsafe"

	"golang.org/x/sys/unix"
)

// canary is a text and a window on the memory of this process, in a place that is
// not looked at, so that looking for the text does not put it there.
type canary struct{ place, text, window []byte }

// newCanary puts a text apart.
func newCanary(tb testing.TB, text string) *canary {
	tb.Helper()
	const window = 64 << 10
	place, err := unix.Mmap(-1, 0, window+len(text), unix.PROT_READ|unix.PROT_WRITE, unix.MAP_PRIVATE|unix.MAP_ANON)
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() { _ = unix.Munmap(place) })
	copy(place[window:], text)
	return &canary{place, place[window:], place[:window]}
}

// count returns how often the text stands in what this process can write to.
func (c *canary) count(tb testing.TB) int {
	tb.Helper()
	maps, err := os.Open("/proc/self/maps")
	if err != nil {
		tb.Fatal(err)
	}
	defer maps.Close()
	memory, err := os.Open("/proc/self/mem")
	if err != nil {
		tb.Fatal(err)
	}
	defer memory.Close()
	own := int64(uintptr(unsafe.Pointer(&c.place[0])))
	n, step := 0, int64(len(c.window))
	for lines := bufio.NewScanner(maps); lines.Scan(); {
		var from, to int64
		if !strings.Contains(lines.Text(), " rw") {
			continue
		}
		if _, err := fmt.Sscanf(lines.Text(), "%x-%x", &from, &to); err != nil {
			tb.Fatal(err)
		}
		for ; from < to; from += step - int64(len(c.text)) {
			if from < own+int64(len(c.place)) && own < from+step {
				continue
			}
			read, _ := memory.ReadAt(c.window[:min(step, to-from)], from)
			n += bytes.Count(c.window[:read], c.text)
		}
	}
	return n
}

// What was written, in pieces of many sizes, on two processors, and with other work
// going on meanwhile, is gone from memory after a scrub. Negative control: a scrub
// that only collects what is free, or one that fills free places while a second
// processor runs and keeps pages at hand (which leaves some in one run of two).
func TestScrub(t *testing.T) {
	if os.Getenv("ANKETA_WHOLE") == "" {
		t.Skip("what is left in memory is looked for only with ANKETA_WHOLE=1, in a process without other tests: -run TestScrub; e2e looks into the kiosk")
	}
	var do commands
	c := newCanary(t, "kanarinac-koga-niko-nije-napisao-4417")
	busy, stop := sync.WaitGroup{}, make(chan struct{})
	for range runtime.GOMAXPROCS(0) {
		busy.Go(func() {
			for tick := time.NewTicker(time.Millisecond); ; {
				select {
				case <-stop:
					tick.Stop()
					return
				case <-tick.C:
					work()
				}
			}
		})
	}
	for range 5 {
		c.scribble()
		do.scrub()
		if n := c.count(t); n > 0 {
			t.Errorf("what was written is %d times in memory", n)
		}
	}
	close(stop)
	busy.Wait()
}

// work takes places of many sizes, with pointers and without, and lets go of them.
func work() {
	var kept [][]byte
	var more [][]*byte
	for size := 16; size < 4<<10; size += size / 3 {
		kept = append(kept, make([]byte, size))
		more = append(more, make([]*byte, size/8))
	}
	runtime.KeepAlive(kept)
	runtime.KeepAlive(more)
}

// scribble writes the text into places of many sizes and lets go of them.
func (c *canary) scribble() {
	var all sync.WaitGroup
	for range 2 {
		all.Go(func() {
			var kept [][]byte
			for round := range 20 {
				for size := 64; size < 8<<10; size *= 2 {
					place := make([]byte, size)
					for at := 0; at+len(c.text) <= size; at += len(c.text) + round%7 {
						copy(place[at:], c.text)
					}
					if round%10 == 0 {
						kept = append(kept, place)
					}
				}
			}
			runtime.KeepAlive(kept)
		})
	}
	all.Wait()
}
