package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"anketa/storage"
)

// growthFamily is what a large database costs.
func growthFamily() family {
	return family{
		name: "growth", title: "The size of the database",
		about: "A response is stored where a thousand, ten thousand, a hundred thousand or a million are there already. These were imported in one " +
			"commit, in the order of their keys; what is stored then lands anywhere, because keys are random: they keep the order of people secret. " +
			"On the disk stands the file as it is when a session was closed (`Compact`), and a table of SQLite with the same columns.",
		measure: growthRows,
	}
}

func growthRows(b *bench) ([]Row, error) {
	sizes := []int{1_000, 10_000, 100_000, million}
	var all []*contender
	for _, n := range sizes {
		c, err := b.submitterBehind(n)
		if err != nil {
			return nil, err
		}
		all = append(all, c)
	}
	if err := b.race(b.times(40), 25, all...); err != nil {
		return nil, err
	}
	var rows []Row
	for i, c := range all[1:] {
		goal := Goal{}
		if sizes[i+1] == million {
			goal = atMost(1.5, "Random keys touch another page each time, and each commit writes the list of free pages anew.")
		}
		rows = append(rows, Row{
			name: "stored behind " + thousands(sizes[i+1]), unit: "µs", ours: c.Series,
			peers: []Peer{{name: "behind " + thousands(sizes[0]), theirs: all[0].Series, goal: goal}},
		})
	}
	size, err := b.sizeRow()
	return append(rows, size), err
}

// submitterBehind stores responses in a copy of a filled database.
func (b *bench) submitterBehind(n int) (*contender, error) {
	path, err := b.copied(n)
	if err != nil {
		return nil, err
	}
	db, err := storage.Open(path, storage.Options{})
	if err != nil {
		return nil, err
	}
	b.atEnd(db.Close)
	id, err := session(b.ctx, db)
	if err != nil {
		return nil, err
	}
	return &contender{name: "anketa", do: timed(time.Microsecond, func() error {
		return db.AddResponse(context.Background(), id, sheet())
	})}, db.ReopenSession(b.ctx, id)
}

// copied returns a copy of a filled database that may be changed.
func (b *bench) copied(n int) (string, error) {
	from, err := b.filled(n)
	if err != nil {
		return "", err
	}
	dir, err := b.folder("copy")
	if err != nil {
		return "", err
	}
	path := filepath.Join(dir, "anketa.db")
	return path, copyFile(path, from)
}

// sizeRow compares what a million responses take on the disk.
func (b *bench) sizeRow() (Row, error) {
	perResponse := func(path string, err error) (Series, error) {
		if err != nil {
			return nil, err
		}
		info, err := os.Stat(path)
		if err != nil {
			return nil, err
		}
		return constant(float64(info.Size()) / million), nil
	}
	ours, err := perResponse(b.compacted(million))
	if err != nil {
		return Row{}, err
	}
	lite, err := perResponse(b.sqliteFilled(million))
	return Row{
		name: "on the disk, of a million", unit: "bytes each", ours: ours,
		peers: []Peer{{name: "SQLite, the same rows", theirs: lite}},
	}, err
}

// compacted returns a copy of a filled database as it is after a session was closed.
func (b *bench) compacted(n int) (string, error) {
	path, err := b.copied(n)
	if err != nil {
		return "", err
	}
	db, err := storage.Open(path, storage.Options{})
	if err != nil {
		return "", err
	}
	return path, errors.Join(db.Compact(b.ctx), db.Close())
}

// thousands writes a number with commas.
func thousands(n int) string {
	if n < 1000 {
		return fmt.Sprint(n)
	}
	return fmt.Sprintf("%s,%03d", thousands(n/1000), n%1000)
}
