package faults

import (
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"
)

// A merge takes the same memory for few responses and for many. What it takes is
// its own: pages of mapped files can be dropped at any time and do not count.
// Negative control: with transactions of 4 MiB, the ratio is above 1.7.
func TestMergeMemory(t *testing.T) {
	t.Parallel()
	few, many := times(10_000, 30_000), times(35_000, 100_000)
	small, large := mergeMemory(t, few), mergeMemory(t, many)
	ratio := float64(large.memory) / float64(small.memory)
	t.Logf("3 × %d: %v, %d KiB; 3 × %d: %v, %d KiB; ratio %.2f", few, small.took, small.memory, many, large.took, large.memory, ratio)
	if ratio > 1.5 {
		t.Errorf("%.1f times the responses take %.2f times the memory", float64(many)/float64(few), ratio)
	}
}

// mergeCost is what a merge took.
type mergeCost struct {
	took time.Duration
	// memory is the most anonymous memory seen, in KiB.
	memory int
}

// mergeMemory merges three databases of n responses each and looks at the memory of
// the program meanwhile. It returns the run that took least.
func mergeMemory(t *testing.T, n int) mergeCost {
	t.Helper()
	rnd := rand.New(rand.NewPCG(3, uint64(n)))
	dir := t.TempDir()
	args := []string{"merge", "--db", filepath.Join(dir, "all.db")}
	for i := range 3 {
		path := filepath.Join(dir, fmt.Sprintf("%d.db", i))
		set := drawSheets(rnd, n)
		set.store(t, path, set.sheets)
		args = append(args, path)
	}
	var least mergeCost
	for range times(2, 3) {
		_ = os.Remove(filepath.Join(dir, "all.db"))
		cost := watchMemory(t, exec.Command(binary(), args...))
		if least.memory == 0 || cost.memory < least.memory {
			least = cost
		}
	}
	return least
}

// watchMemory runs a program and looks at its memory.
func watchMemory(t *testing.T, cmd *exec.Cmd) (cost mergeCost) {
	t.Helper()
	began := time.Now()
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	ended := make(chan error, 1)
	go func() { ended <- cmd.Wait() }()
	for {
		select {
		case err := <-ended:
			if err != nil {
				t.Fatal(err)
			}
			cost.took = time.Since(began)
			return cost
		case <-time.After(time.Millisecond):
			cost.memory = max(cost.memory, anonymous(cmd.Process.Pid))
		}
	}
}

// anonymous returns how much anonymous memory a process has, in KiB; 0 when it is gone.
func anonymous(pid int) int {
	status, _ := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	_, rest, _ := strings.Cut(string(status), "RssAnon:")
	fields := strings.Fields(rest)
	if len(fields) == 0 {
		return 0
	}
	n, _ := strconv.Atoi(fields[0])
	return n
}
