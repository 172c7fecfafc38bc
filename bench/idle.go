package main

import (
	"errors"
	"time"

	"anketa/internal/terminal"
)

// idleFamily is what a kiosk uses of the machine while nobody types.
func idleFamily() family {
	return family{
		name: "idle", title: "While nobody types",
		about: "All programs stand side by side for 60 s and wait. Bubble Tea looks at each frame whether there is something to draw, 120 times a second in " +
			"the kiosk; it sets no timer of its own beside that.",
		measure: idleRows,
	}
}

func idleRows(b *bench) ([]Row, error) {
	all, err := programs(
		func() (program, error) { return b.kiosk("anketa", "") },
		func() (program, error) { return b.minimal(120) },
		func() (program, error) { return b.minimal(60) },
		b.huh, b.gum, b.whiptail, b.raw,
	)
	if err != nil {
		return nil, err
	}
	// The first start makes the PIN's hash, which takes 64 MiB; it is no part of the wait.
	first, err := all[0].open()
	if err != nil {
		return nil, err
	}
	if err := end(first); err != nil {
		return nil, err
	}
	running := make([]*terminal.Terminal, len(all))
	for i := range all {
		if all[i].missing != "" {
			continue
		}
		if running[i], err = all[i].open(); err != nil {
			return nil, err
		}
		b.atEnd(running[i].Close)
	}
	used := make([]Series, len(all))
	blocks := b.times(6)
	time.Sleep(time.Second)
	for range blocks {
		if err := b.idle(running, used, 10*time.Second); err != nil {
			return nil, err
		}
	}
	row := Row{name: "CPU", unit: "ms a minute", ours: used[0]}
	for i := 1; i < len(all); i++ {
		p, gone := all[i].missingPeer()
		if !gone {
			p.theirs = used[i]
		}
		if i == 1 {
			p.goal = atMost(1.05, "The kiosk sets no timer of its own; Bubble Tea does the same at each frame in both.")
		}
		row.peers = append(row.peers, p)
	}
	own, err1 := memory(running[0].PID(), "RssAnon")
	least, err2 := memory(running[1].PID(), "RssAnon")
	return []Row{row, {
		name: "memory of its own", unit: "MiB", ours: constant(own),
		peers: []Peer{{name: all[1].name, theirs: constant(least)}},
	}}, errors.Join(err1, err2)
}

// idle measures what all programs use in a while in which nothing happens.
func (b *bench) idle(running []*terminal.Terminal, used []Series, while time.Duration) error {
	before := make([]float64, len(running))
	read := func(each func(i int, ms float64)) error {
		for i, t := range running {
			if t == nil {
				continue
			}
			ms, err := processor(t.PID())
			if err != nil {
				return err
			}
			each(i, ms)
		}
		return b.ctx.Err()
	}
	if err := read(func(i int, ms float64) { before[i] = ms }); err != nil {
		return err
	}
	time.Sleep(while)
	return read(func(i int, ms float64) {
		used[i] = append(used[i], []float64{(ms - before[i]) / while.Minutes()})
	})
}
