package main

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strings"
	"time"

	"anketa/results"
	"anketa/storage"
	"anketa/survey"
)

// tallyFamily is counting everything anew.
func tallyFamily() family {
	return family{
		name: "tally", title: "Counting a million responses",
		about: "Twelve questions of a million responses, counted from the rows; the counts of all contenders are the same, which is checked. " +
			"anketa verifies the checksum of every row besides, and counts on the cores that Go gives it. *in memory* counts the same answers in an " +
			"array of bytes, one core. DuckDB *as imported* has the columns that its CSV reader chooses and one thread; *at its best* they are " +
			"`UTINYINT` in memory, with two threads. Both have the faster of two ways to ask: twelve `GROUP BY`, or one over the long table. " +
			"SQLite counts all in one pass.",
		measure: tallyRows,
	}
}

// counts holds how often each point of each question was chosen.
type counts [questions][points]int

func tallyRows(b *bench) ([]Row, error) {
	path, err := b.filled(million)
	if err != nil {
		return nil, err
	}
	db, err := storage.Open(path, storage.Options{ReadOnly: true})
	if err != nil {
		return nil, err
	}
	defer db.Close()
	id, err := session(b.ctx, db)
	if err != nil {
		return nil, err
	}
	var want counts
	cells := make([]byte, 0, million*questions)
	if err := db.Shuffled(b.ctx, id, nil, func(answers []survey.Answer) error {
		for i := range answers {
			cells = append(cells, byte(answers[i].Code))
		}
		return nil
	}); err != nil {
		return nil, err
	}
	want = countCells(cells)
	check := func(got counts) error {
		if got != want {
			return errors.New("the counts are not those of the others")
		}
		return nil
	}
	ours := &contender{name: "anketa", do: timed(time.Millisecond, func() error {
		t, err := db.Recount(context.Background(), id)
		return errors.Join(err, check(countsOf(&t)))
	})}
	memory := &contender{name: "in memory (limit)", do: timed(time.Millisecond, func() error { return check(countCells(cells)) })}
	lite, err := b.sqliteCounter(check)
	if err != nil {
		return nil, err
	}
	row := Row{name: "1,000,000 × 12", unit: "ms", peers: []Peer{{name: memory.name}}}
	all := []*contender{ours, memory}
	ducks, missing, err := b.duckCounters(check)
	if err != nil {
		return nil, err
	}
	all = append(all, ducks...)
	if err := b.race(b.times(12), 1, all...); err != nil {
		return nil, err
	}
	if err := b.race(1, 1, lite); err != nil {
		return nil, err
	}
	row.ours, row.peers[0].theirs = ours.Series, memory.Series
	const why = "A row is read from the page where it lies and its checksum is verified, which a table of columns spares itself."
	goals := []Goal{atMost(0.75, why), atMost(1.1, why)}
	names := []string{"DuckDB as imported, one thread", "DuckDB at its best, two threads"}
	for i, name := range names {
		p := Peer{name: name, goal: goals[i], missing: missing}
		if missing == "" {
			p.theirs = faster(ducks[2*i], ducks[2*i+1]).Series
		}
		row.peers = append(row.peers, p)
	}
	row.peers = append(row.peers, Peer{name: "SQLite", theirs: lite.Series})
	return []Row{row}, nil
}

// faster returns the contender with the smaller median.
func faster(a, b *contender) *contender {
	if a.figure(median) < b.figure(median) {
		return a
	}
	return b
}

// countCells counts answers that lie in memory one after the other.
func countCells(cells []byte) counts {
	var n [questions][8]int32
	for ; len(cells) >= questions; cells = cells[questions:] {
		row := (*[questions]byte)(cells)
		for q, code := range row {
			n[q][code&7]++
		}
	}
	var all counts
	for q := range n {
		for p := range points {
			all[q][p] = int(n[q][p+1])
		}
	}
	return all
}

// countsOf takes them out of a tally.
func countsOf(t *results.Tally) counts {
	var all counts
	for q := range questions {
		for p := range points {
			all[q][p] = t.Count(q, survey.Code(p+1))
		}
	}
	return all
}

// sqliteCounter counts with SQLite.
func (b *bench) sqliteCounter(check func(counts) error) (*contender, error) {
	path, err := b.sqliteFilled(million)
	if err != nil {
		return nil, err
	}
	db, err := sql.Open("sqlite3", path)
	if err != nil {
		return nil, err
	}
	b.atEnd(db.Close)
	var sums []string
	for q := range questions {
		for p := range points {
			sums = append(sums, fmt.Sprintf("sum(%s = %d)", questionID(q), p+1))
		}
	}
	query := "select " + strings.Join(sums, ", ") + " from responses"
	return &contender{name: "SQLite", do: timed(time.Millisecond, func() error {
		var got counts
		var into []any
		for q := range got {
			for p := range got[q] {
				into = append(into, &got[q][p])
			}
		}
		return errors.Join(db.QueryRow(query).Scan(into...), check(got))
	})}, nil
}
