package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"time"
)

// exportFamily is a file for others.
func exportFamily() family {
	return family{
		name: "export", title: "Exporting a million responses",
		about: "Whole processes, from their start until the file is flushed to the disk; DuckDB runs already, and only its `COPY` counts. A row has an id, " +
			"the session and twelve answers. anketa reads the whole database in a process of its own first, which a damaged file may end, then counts " +
			"the rows, and draws their order anew; each row is verified each time. *encoding/csv* and *excelize* read the same database once, in the " +
			"same way, and write with the library alone. anketa has excelize make the workbook and puts the rows into it by hand; *a sheet by hand* is a " +
			"workbook of nothing but such rows. Memory is what a process has of its own at its highest, looked at every 2 ms, without the mapped database.",
		measure: exportRows,
	}
}

func exportRows(b *bench) ([]Row, error) {
	path, err := b.filled(million)
	if err != nil {
		return nil, err
	}
	ours, err1 := b.anketa()
	rows, err2 := b.build(here, "./peers/rows")
	if err := errors.Join(err1, err2); err != nil {
		return nil, err
	}
	csv, err := b.csvRows(ours, rows, path)
	if err != nil {
		return nil, err
	}
	xlsx, err := b.xlsxRows(ours, rows, path)
	return append(csv, xlsx...), err
}

// csvRows measures CSV.
func (b *bench) csvRows(ours, rows, path string) ([]Row, error) {
	out := filepath.Join(b.dir, "out.csv")
	mine := b.process("anketa", out, ours, "export", "--db", path, "--all", "--force", "-o", out)
	library := b.process("encoding/csv", out, rows, "csv", path, out)
	ready, err := b.csv(million)
	if err != nil {
		return nil, err
	}
	copying := &contender{name: "a copy of the file (limit)", do: timed(time.Second, func() error { return copyFile(out, ready) })}
	all := []*contender{mine.contender, library.contender, copying}
	peers := []Peer{{name: library.name}, {name: copying.name}}
	dump := Peer{name: "sqlite3 -csv"}
	if _, err := exec.LookPath("sqlite3"); err != nil {
		dump.missing = "sqlite3 is not installed."
	}
	lite, err := b.sqliteFilled(million)
	if err != nil {
		return nil, err
	}
	sqlite := b.process(dump.name, out, "sqlite3", "-csv", "-header", lite, ".once "+out, "select lower(hex(id)), 'Obuka', "+list()+" from responses")
	if dump.missing == "" {
		all = append(all, sqlite.contender)
	}
	duck, missing, err := b.duckCopy(out)
	if err != nil {
		return nil, err
	}
	copied := Peer{name: "DuckDB COPY", missing: missing, goal: atMost(0.5, "The program starts twice, reads and verifies the rows three times, of which the last is in a drawn order with only some of them in memory, and flushes the file; DuckDB runs already and writes columns that lie in memory with two cores.")}
	if missing == "" {
		all = append(all, duck)
	}
	if err := b.race(b.times(4), 1, all...); err != nil {
		return nil, err
	}
	peers[0].theirs, peers[1].theirs, dump.theirs = library.Series, copying.Series, sqlite.Series
	if missing == "" {
		copied.theirs = duck.Series
	}
	return []Row{
		{name: "CSV", unit: "s", ours: mine.Series, peers: append([]Peer{copied, dump}, peers...)},
		memoryRow("CSV, memory of its own", mine, library),
	}, nil
}

// xlsxRows measures XLSX, which takes longer.
func (b *bench) xlsxRows(ours, rows, path string) ([]Row, error) {
	out := filepath.Join(b.dir, "out.xlsx")
	mine := b.process("anketa", out, ours, "export", "--db", path, "--all", "--force", "-o", out)
	library := b.process("excelize", out, rows, "xlsx", path, out)
	hand := b.process("a sheet by hand (limit)", out, rows, "xlsx-by-hand", path, out)
	for range b.times(1) {
		for _, p := range []*process{mine, library, hand} {
			value, err := p.do()
			if err != nil {
				return nil, err
			}
			p.Series = append(p.Series, []float64{value})
		}
	}
	return []Row{
		{name: "XLSX", unit: "s", ours: mine.Series, peers: []Peer{{
			name: library.name + ", its streaming writer", theirs: library.Series, goal: atMost(0.2, "Packing takes most of the time of a sheet that is written by hand, on one core."),
		}, {
			name: hand.name, theirs: hand.Series,
		}}},
		memoryRow("XLSX, memory of its own", mine, library),
	}, nil
}

// memoryRow compares what two processes had of their own at their highest.
func memoryRow(name string, ours, library *process) Row {
	return Row{
		name: name, unit: "MiB", ours: ours.memory,
		limit: atMost(16, "The cells of some rows are in memory, 6 MiB of them, so that their order can be drawn; and a workbook is packed."),
		peers: []Peer{{name: library.name, theirs: library.memory}},
	}
}

// process is a contender that is run as a process.
type process struct {
	*contender
	// memory is what it had of its own at its highest, in MiB.
	memory Series
}

// process makes a contender that writes a file.
func (b *bench) process(name, out, binary string, args ...string) *process {
	p := &process{}
	p.contender = &contender{name: name, do: func() (float64, error) {
		if err := os.Remove(out); err != nil && !errors.Is(err, os.ErrNotExist) {
			return 0, err
		}
		cmd := b.inRoom(b.dir, binary, args...)
		var said bytes.Buffer
		cmd.Stderr = &said
		start := time.Now()
		if err := cmd.Start(); err != nil {
			return 0, err
		}
		peak := watchMemory(cmd.Process.Pid)
		err := cmd.Wait()
		if err != nil {
			err = fmt.Errorf("%w: %s", err, said.Bytes())
		}
		err = errors.Join(err, flushFile(out))
		took := time.Since(start).Seconds()
		p.memory = append(p.memory, []float64{peak()})
		return took, err
	}}
	return p
}

// watchMemory looks at the memory of a process until the returned function is called,
// which returns the most that was seen.
func watchMemory(pid int) func() float64 {
	ended, most := make(chan struct{}), make(chan float64)
	go func() {
		highest := 0.0
		for tick := time.NewTicker(2 * time.Millisecond); ; {
			select {
			case <-tick.C:
				if now, err := memory(pid, "RssAnon"); err == nil {
					highest = max(highest, now)
				}
			case <-ended:
				tick.Stop()
				most <- highest
				return
			}
		}
	}()
	return func() float64 { close(ended); return <-most }
}

// flushFile makes a file durable.
func flushFile(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}

// copyFile copies a file and makes the copy durable.
func copyFile(to, from string) error {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	out, err := os.Create(to)
	if err != nil {
		return err
	}
	_, err = io.Copy(out, in)
	return errors.Join(err, out.Sync(), out.Close())
}

// csv returns a CSV file with the responses of [bench.filled].
func (b *bench) csv(n int) (string, error) {
	kind := fmt.Sprint("csv ", n)
	if path, ok := b.made[kind]; ok {
		return path, nil
	}
	from, err := b.filled(n)
	if err != nil {
		return "", err
	}
	rows, err := b.build(here, "./peers/rows")
	if err != nil {
		return "", err
	}
	path := filepath.Join(b.dir, fmt.Sprintf("filled-%d.csv", n))
	if _, err := b.process("encoding/csv", path, rows, "csv", from, path).do(); err != nil {
		return "", err
	}
	b.made[kind] = path
	return path, nil
}
