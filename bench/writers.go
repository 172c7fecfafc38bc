package main

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"sync/atomic"
	"time"
)

// blockTime is how long writers run before others have their turn.
const blockTime = 400 * time.Millisecond

// writersFamily is many terminals that store at once into one database.
func writersFamily() family {
	return family{
		name: "writers", title: "Many writers at once",
		about: "Responses a second when 1, 8 or 64 goroutines store without a pause, in blocks of 0.4 s. *serial* is one writer with " +
			"bbolt's `Update`, one Put each; SQLite takes as many writers through one connection. All responses are counted in the end.",
		measure: writersRows,
	}
}

func writersRows(b *bench) ([]Row, error) {
	db, session, err := b.openSession()
	if err != nil {
		return nil, err
	}
	size, _, err := b.storedSizes()
	if err != nil {
		return nil, err
	}
	bare, err1 := b.bare(size, 0)
	insert, err2 := b.sqliteInserter()
	if err := errors.Join(err1, err2); err != nil {
		return nil, err
	}
	var stored atomic.Int64
	submit := func() error {
		err := db.AddResponse(context.Background(), session, sheet())
		if err == nil {
			stored.Add(1)
		}
		return err
	}
	update := func() error { _, err := bare.do(); return err }
	serial := &contender{name: "bbolt, serial", do: rate(1, update)}
	all, ours, lite := []*contender{serial}, map[int]*contender{}, map[int]*contender{}
	for _, n := range []int{1, 8, 64} {
		ours[n] = &contender{name: fmt.Sprintf("anketa, %d", n), do: rate(n, submit)}
		lite[n] = &contender{name: "SQLite", do: rate(n, insert)}
		all = append(all, ours[n], lite[n])
	}
	if err := b.race(b.times(6), 1, all...); err != nil {
		return nil, err
	}
	if t, err := db.Recount(b.ctx, session); err != nil || int64(t.N()) != stored.Load() {
		return nil, fmt.Errorf("%d responses are in the database and %d were stored: %w", t.N(), stored.Load(), err)
	}
	row := func(n int, goal Goal) Row {
		return Row{name: fmt.Sprintf("%d at once", n), unit: "/s", ours: ours[n].Series, peers: []Peer{
			{name: serial.name, theirs: serial.Series, goal: goal},
			{name: lite[n].name, theirs: lite[n].Series},
		}}
	}
	return []Row{
		row(1, atLeast(0.9, "One writer alone pays for the tally's page in each commit.")),
		row(8, Goal{}),
		row(64, atLeast(15, "The keys are random, so that nobody sees the order of people: nearly each of the responses that are committed together changes a page of its own, and all of them are written.")),
	}, nil
}

// rate makes a contender's work out of what n goroutines repeat for a while: how often a
// second it was done.
func rate(n int, do func() error) func() (float64, error) {
	return func() (float64, error) {
		var done atomic.Int64
		errs := make([]error, n)
		start := time.Now()
		var all sync.WaitGroup
		for i := range n {
			all.Go(func() {
				for errs[i] == nil && time.Since(start) < blockTime {
					errs[i] = do()
					done.Add(1)
				}
			})
		}
		all.Wait()
		return float64(done.Load()) / time.Since(start).Seconds(), errors.Join(errs...)
	}
}
