package main

import (
	"context"
	"time"

	"anketa/storage"
)

// startFamily is the time until a person sees something.
func startFamily() family {
	return family{
		name: "start", title: "From start to the first frame",
		about: "From starting the program to its first whole screen on a pseudo-terminal of 80 × 24. *a million stored* opens a database with a " +
			"million responses, *one stored* one with a single one.",
		measure: startRows,
	}
}

func startRows(b *bench) ([]Row, error) {
	full, one, err := b.startedOn(million), b.startedOn(1), error(nil)
	all, err := programs(
		func() (program, error) { return b.kiosk("anketa", "") },
		func() (program, error) { return b.minimal(120) },
		func() (program, error) { return b.minimal(60) },
		b.gum, b.huh, b.whiptail, b.raw, one, full,
	)
	if err != nil {
		return nil, err
	}
	contenders := make([]*contender, len(all))
	var racing []*contender
	for i := range all {
		if all[i].missing == "" {
			contenders[i] = starting(&all[i])
			racing = append(racing, contenders[i])
		}
	}
	if err := b.race(b.times(15), 1, racing...); err != nil {
		return nil, err
	}
	row := Row{name: "first frame", unit: "ms", ours: contenders[0].Series}
	goals := map[int]Goal{
		1: atMost(1.15, "Packages that only other commands need are initialised before `main` begins (`GODEBUG=inittrace=1`), more than half of it in the library for workbooks; then the survey is read and checked, and the database opened and found whole."),
		3: atMost(0.55, "The same holds here; gum, too, waits for its first frame only."),
		4: atMost(0.75, "The same holds here."),
	}
	for i := 1; i <= 6; i++ {
		p, gone := all[i].missingPeer()
		if !gone {
			p.theirs = contenders[i].Series
		}
		p.goal = goals[i]
		row.peers = append(row.peers, p)
	}
	return []Row{row, {
		name: "with a million stored", unit: "ms", ours: contenders[8].Series,
		peers: []Peer{{name: "with one stored", theirs: contenders[7].Series, goal: atMost(1.05, "The tally is stored beside the rows, which nobody reads at the start: what differs is the machine.")}},
	}}, nil
}

// startedOn returns what prepares the kiosk with an open session of so many responses.
func (b *bench) startedOn(n int) func() (program, error) {
	return func() (program, error) {
		path, err := b.copied(n)
		if err != nil {
			return program{}, err
		}
		if err := reopen(b.ctx, path); err != nil {
			return program{}, err
		}
		return b.kiosk(thousands(n)+" stored", path)
	}
}

// reopen opens the only session of a database again.
func reopen(ctx context.Context, path string) (err error) {
	db, err := storage.Open(path, storage.Options{})
	if err != nil {
		return err
	}
	defer func() {
		if closed := db.Close(); err == nil {
			err = closed
		}
	}()
	id, err := session(ctx, db)
	if err != nil {
		return err
	}
	return db.ReopenSession(ctx, id)
}

// starting measures the start of a program.
func starting(p *program) *contender {
	return &contender{name: p.name, do: func() (float64, error) {
		start := time.Now()
		t, err := p.open()
		if err != nil {
			return 0, err
		}
		took := float64(time.Since(start)) / float64(time.Millisecond)
		return took, end(t)
	}}
}
