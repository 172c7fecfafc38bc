package e2e

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"anketa/internal/terminal"
)

// program is something that is measured beside the kiosk.
type program struct {
	name string
	// command makes a new run of it; ready stands on its first whole screen.
	command func() *exec.Cmd
	ready   string
}

// peers builds the programs that the kiosk is compared with.
func peers(b *testing.B) []program {
	b.Helper()
	dir := b.TempDir()
	minimal := filepath.Join(dir, "minimal")
	if err := build(minimal, "./testdata/peers/minimal"); err != nil {
		b.Fatal(err)
	}
	r := newRoom(b)
	r.open().stop()
	kiosk := program{"anketa", func() *exec.Cmd { return r.command(r.flags()...) }, "rezultati (PIN)"}
	return []program{
		kiosk,
		{"minimal60", func() *exec.Cmd { return exec.Command(minimal, "60") }, "ready"},
		{"minimal120", func() *exec.Cmd { return exec.Command(minimal, "120") }, "ready"},
	}
}

// launch starts a program and waits for its first whole screen.
func launch(b *testing.B, cmd *exec.Cmd, ready string) *terminal.Terminal {
	b.Helper()
	t, err := terminal.Start(cmd, 80, 24)
	if err != nil {
		b.Fatal(err)
	}
	if err := t.WaitText(ready); err != nil {
		b.Fatal(err)
	}
	return t
}

// finish ends a program.
func finish(b *testing.B, t *terminal.Terminal) {
	b.Helper()
	if err := t.Close(); err != nil {
		b.Fatal(err)
	}
}

// BenchmarkFirstFrame measures the time from starting a program to its first
// whole screen, the programs in turn. Goal: at most 1.15 times the smallest
// Bubble Tea program.
func BenchmarkFirstFrame(b *testing.B) {
	programs := peers(b)
	times := make([][]float64, len(programs))
	for b.Loop() {
		for i, p := range programs {
			start := time.Now()
			t := launch(b, p.command(), p.ready)
			times[i] = append(times[i], float64(time.Since(start).Microseconds())/1000)
			finish(b, t)
		}
	}
	ratios(b, programs, times, "ms")
}

// idleVariable names the environment variable with the seconds of BenchmarkIdle.
const idleVariable = "ANKETA_IDLE_SECONDS"

// BenchmarkIdle measures the CPU time of programs that stand side by side and
// wait. Goal: at most 1.05 times the smallest Bubble Tea program with as many
// frames a second.
func BenchmarkIdle(b *testing.B) {
	seconds := 20
	if s, err := strconv.Atoi(os.Getenv(idleVariable)); err == nil {
		seconds = s
	}
	programs := peers(b)
	times := make([][]float64, len(programs))
	for b.Loop() {
		running := make([]*terminal.Terminal, len(programs))
		before := make([]float64, len(programs))
		for i, p := range programs {
			running[i] = launch(b, p.command(), p.ready)
		}
		for i := range running {
			before[i] = cpu(b, running[i].PID())
		}
		time.Sleep(time.Duration(seconds) * time.Second)
		for i, t := range running {
			times[i] = append(times[i], (cpu(b, t.PID())-before[i])/float64(seconds)*60)
			finish(b, t)
		}
	}
	ratios(b, programs, times, "cpu-ms/min")
}

// cpu returns the CPU time that a process used so far, in milliseconds.
func cpu(b *testing.B, pid int) float64 {
	b.Helper()
	stat, err := os.ReadFile(fmt.Sprintf("/proc/%d/schedstat", pid))
	if err != nil {
		b.Fatal(err)
	}
	total := 0.0
	// The file of the process speaks of its first thread; each has one of its own.
	tasks, err := filepath.Glob(fmt.Sprintf("/proc/%d/task/*/schedstat", pid))
	if err != nil || len(stat) == 0 {
		b.Fatal(err)
	}
	for _, task := range tasks {
		data, err := os.ReadFile(task)
		if err != nil {
			continue
		}
		ns, err := strconv.ParseFloat(strings.Fields(string(data))[0], 64)
		if err != nil {
			b.Fatal(err)
		}
		total += ns / 1e6
	}
	return total
}

// BenchmarkBytesPerKey counts the bytes that a program writes when an arrow
// moves the focus between two points, against a program that shows the same
// screens and writes nothing but the changed cells. Goal: at most 1.25 times.
func BenchmarkBytesPerKey(b *testing.B) {
	raw := filepath.Join(b.TempDir(), "raw")
	if err := build(raw, "./testdata/peers/raw"); err != nil {
		b.Fatal(err)
	}
	r := newRoom(b)
	k := r.open()
	k.pressTo(terminal.Enter, "Pitanje 1")
	k.pressTo("2", "Pitanje 2")
	k.pressTo("1", "Pitanje 3")
	k.pressTo(terminal.Right, "╔")
	programs := []program{{name: "anketa"}, {name: "raw"}}
	running := []*terminal.Terminal{k.Terminal, launch(b, exec.Command(raw, "../questions.yaml"), "╔")}
	bytes := make([][]float64, len(programs))
	for b.Loop() {
		for i, t := range running {
			for _, key := range []string{terminal.Right, terminal.Left} {
				bytes[i] = append(bytes[i], float64(written(b, t, key)))
			}
		}
	}
	finish(b, running[1])
	ratios(b, programs, bytes, "bytes")
}

// written types a key that changes the screen and returns how many bytes that took.
func written(b *testing.B, t *terminal.Terminal, key string) int64 {
	b.Helper()
	before, screen := t.BytesRead(), t.Screen()
	if err := t.Type(key); err != nil {
		b.Fatal(err)
	}
	if err := t.Wait(func(now string) bool { return now != screen }); err != nil {
		b.Fatal(err)
	}
	return t.BytesRead() - before
}

// ratios gives the median of each program and its ratio to every other one.
func ratios(b *testing.B, programs []program, values [][]float64, unit string) {
	b.Helper()
	medians := make([]float64, len(values))
	for i := range values {
		slices.Sort(values[i])
		medians[i] = values[i][len(values[i])/2]
		b.ReportMetric(medians[i], programs[i].name+"-"+unit)
	}
	for i := 1; i < len(medians); i++ {
		b.ReportMetric(medians[0]/medians[i], "x-"+programs[i].name)
	}
}
