package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

// duckFolder holds the peer that runs DuckDB, and its package when it is installed.
const duckFolder = "duckdb"

// duck is DuckDB in a process of its own, which answers questions line by line.
type duck struct {
	in  io.WriteCloser
	out *json.Decoder
}

// reply is what it answers: how long the query took, and its rows as texts.
type reply struct {
	Milliseconds float64    `json:"ms"`
	Rows         [][]string `json:"rows"`
	Error        string     `json:"error"`
}

// duck returns the process, or why there is none.
func (b *bench) duck() (d *duck, missing string, err error) {
	if b.duckdb != nil || b.noDuck != "" {
		return b.duckdb, b.noDuck, nil
	}
	if _, err := exec.LookPath("node"); err != nil {
		b.noDuck = "DuckDB: node is not installed."
		return nil, b.noDuck, nil
	}
	if _, err := os.Stat(filepath.Join(duckFolder, "node_modules", "@duckdb", "node-api")); err != nil {
		b.noDuck = "DuckDB: its package is not installed (`npm ci --prefix bench/duckdb`)."
		return nil, b.noDuck, nil
	}
	cmd := exec.CommandContext(b.ctx, "node", "peer.mjs")
	cmd.Dir, cmd.Stderr = duckFolder, os.Stderr
	in, err := cmd.StdinPipe()
	if err != nil {
		return nil, "", err
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		return nil, "", err
	}
	if err := cmd.Start(); err != nil {
		return nil, "", err
	}
	b.duckdb = &duck{in: in, out: json.NewDecoder(bufio.NewReader(out))}
	b.atEnd(func() error { return errors.Join(in.Close(), cmd.Wait()) })
	return b.duckdb, "", nil
}

// ask runs a query.
func (d *duck) ask(sql string) (reply, error) {
	var r reply
	if err := json.NewEncoder(d.in).Encode(sql); err != nil {
		return r, err
	}
	if err := d.out.Decode(&r); err != nil {
		return r, err
	}
	if r.Error != "" {
		return r, fmt.Errorf("DuckDB: %s", r.Error)
	}
	return r, nil
}

// run runs statements of which only their effect is wanted.
func (d *duck) run(statements ...string) error {
	for _, s := range statements {
		if _, err := d.ask(s); err != nil {
			return err
		}
	}
	return nil
}

// duckVersion names the version of the package.
func duckVersion() []string {
	data, err := os.ReadFile(filepath.Join(duckFolder, "node_modules", "@duckdb", "node-api", "package.json"))
	var p struct{ Version string }
	if err != nil || json.Unmarshal(data, &p) != nil {
		return nil
	}
	return []string{"DuckDB " + p.Version}
}

// duckCounters returns what counts with DuckDB: as imported and at its best, each asked
// in both ways.
func (b *bench) duckCounters(check func(counts) error) (all []*contender, missing string, err error) {
	d, missing, err := b.duck()
	if d == nil || err != nil {
		return nil, missing, err
	}
	csv, err := b.csv(million)
	if err != nil {
		return nil, "", err
	}
	var long, best []string
	for _, name := range columnNames() {
		long = append(long, fmt.Sprintf("'%s'", name))
		best = append(best, fmt.Sprintf("%s::utinyint as %[1]s", name))
	}
	if err := d.run(
		"create table imported as select "+list()+" from read_csv('"+csv+"', header = true)",
		"create table imported_long as unpivot imported on columns(*) into name question value answer",
		"create table best as select "+strings.Join(best, ", ")+" from imported",
		"create type question as enum ("+strings.Join(long, ", ")+")",
		"create table best_long as select question::question as question, answer::utinyint as answer from imported_long",
	); err != nil {
		return nil, "", err
	}
	for _, of := range []struct {
		table   string
		threads int
	}{{"imported", 1}, {"best", 2}} {
		for _, query := range []string{wide(of.table), "select question, answer, count(*) from " + of.table + "_long group by all"} {
			threads := fmt.Sprintf("set threads = %d", of.threads)
			all = append(all, &contender{name: "DuckDB, " + of.table, do: func() (float64, error) {
				if err := d.run(threads); err != nil {
					return 0, err
				}
				r, err := d.ask(query)
				return r.Milliseconds, errors.Join(err, check(r.counts()))
			}})
		}
	}
	return all, "", nil
}

// wide asks with a GROUP BY for each question.
func wide(table string) string {
	var parts []string
	for _, name := range columnNames() {
		parts = append(parts, fmt.Sprintf("select '%s', %[1]s, count(*) from %s group by %[1]s", name, table))
	}
	return strings.Join(parts, " union all ")
}

// counts reads the rows of an answer: question, point, how often.
func (r *reply) counts() counts {
	var all counts
	for _, row := range r.Rows {
		var q, p, n int
		if _, err := fmt.Sscanf(strings.Join(row, " "), "q%d %d %d", &q, &p, &n); err == nil {
			all[q-1][p-1] = n
		}
	}
	return all
}

// list names the answers, as columns.
func list() string { return strings.Join(columnNames(), ", ") }

// duckCopy writes what DuckDB imported into a file.
func (b *bench) duckCopy(out string) (c *contender, missing string, err error) {
	d, missing, err := b.duck()
	if d == nil || err != nil {
		return nil, missing, err
	}
	csv, err := b.csv(million)
	if err != nil {
		return nil, "", err
	}
	if err := d.run("set threads = 2", "create or replace table rows as select * from read_csv('"+csv+"', header = true)"); err != nil {
		return nil, "", err
	}
	return &contender{name: "DuckDB", do: func() (float64, error) {
		if err := os.Remove(out); err != nil && !errors.Is(err, os.ErrNotExist) {
			return 0, err
		}
		return timed(time.Second, func() error {
			return errors.Join(d.run("copy rows to '"+out+"' (header, delimiter ',')"), flushFile(out))
		})()
	}}, "", nil
}
