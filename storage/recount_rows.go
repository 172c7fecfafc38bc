package storage

import (
	"context"
	"errors"
	"runtime"
	"runtime/debug"
	"sync"

	"go.etcd.io/bbolt"

	"anketa/results"
)

// recountRows counts the answers straight from the cells of the rows, on all cores:
// keys are random, so that each core gets as many rows with an equal share of their
// first bytes. The goroutines share a read transaction, which changes nothing while
// it is read; bbolt's counters of its own work are atomic.
func recountRows(ctx context.Context, rows *bbolt.Bucket, c *codec) (results.Tally, error) {
	shares := min(runtime.GOMAXPROCS(0), 256)
	tallies, errs := make([]results.Tally, shares), make([]error, shares)
	var all sync.WaitGroup
	for i := range shares {
		all.Go(func() {
			share := byteRange{256 * i / shares, 256*(i+1)/shares - 1}
			tallies[i], errs[i] = recountShare(ctx, rows, c, share)
		})
	}
	all.Wait()
	if err := errors.Join(errs...); err != nil {
		return results.Tally{}, err
	}
	for _, t := range tallies[1:] {
		tallies[0].Merge(t)
	}
	return tallies[0], nil
}

// byteRange is a range of first bytes of keys, both ends among them.
type byteRange struct{ first, last int }

// recountShare counts the rows whose keys begin with a byte of the share.
func recountShare(ctx context.Context, rows *bbolt.Bucket, c *codec, share byteRange) (t results.Tally, err error) {
	// A fault ends the goroutine it happens in.
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	defer recoverDamage(&err)
	counter := results.NewCounter(c.survey)
	cursor, read := rows.Cursor(), 0
	for id, row := cursor.Seek([]byte{byte(share.first)}); len(id) > 0 && int(id[0]) <= share.last; id, row = cursor.Next() {
		cells, _, err := c.split(id, row)
		if err != nil {
			return t, err
		}
		if !counter.Add(cells) {
			return t, damaged("a row does not fit its survey")
		}
		if read++; read&0xFFFF == 0 && ctx.Err() != nil {
			return t, ctx.Err()
		}
	}
	t, ok := counter.Tally()
	if !ok {
		return t, damaged("a row does not fit its survey")
	}
	return t, nil
}
