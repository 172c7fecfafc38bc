package storage

import (
	"bytes"
	"context"
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
	shares := make([]share, min(runtime.GOMAXPROCS(0), 256))
	var all sync.WaitGroup
	for i := range shares {
		shares[i].first, shares[i].last = 256*i/len(shares), 256*(i+1)/len(shares)-1
		all.Go(func() { shares[i].err = shares[i].count(ctx, rows, c) })
	}
	all.Wait()
	for i := range shares {
		if shares[i].err != nil {
			return results.Tally{}, shares[i].err
		}
		// A key that is damaged stands where it stood, and would end a share too early.
		if i > 0 && !bytes.Equal(shares[i-1].ends, shares[i].begins) {
			return results.Tally{}, damaged("the keys of the rows are out of order")
		}
	}
	for i := range shares[1:] {
		shares[0].tally.Merge(shares[i+1].tally)
	}
	return shares[0].tally, nil
}

// share is the rows whose keys begin with a byte from first to last.
type share struct {
	first, last int
	// begins is the first key of the share, ends the one behind it; nil where there is none.
	begins, ends []byte
	tally        results.Tally
	err          error
}

// count counts the rows of the share.
func (s *share) count(ctx context.Context, rows *bbolt.Bucket, c *codec) (err error) {
	// A fault ends the goroutine it happens in.
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	defer recoverDamage(&err)
	counter := results.NewCounter(c.survey)
	cursor, read := rows.Cursor(), 0
	id, row := cursor.First()
	if s.first > 0 {
		id, row = cursor.Seek([]byte{byte(s.first)})
	}
	s.begins = id
	for ; id != nil && int(id[0]) <= s.last; id, row = cursor.Next() {
		cells, _, err := c.split(id, row)
		if err != nil {
			return err
		}
		if !counter.Add(cells) {
			return damaged("a row does not fit its survey")
		}
		if read++; read&0xFFFF == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
	}
	s.ends = id
	tally, ok := counter.Tally()
	if !ok {
		return damaged("a row does not fit its survey")
	}
	s.tally = tally
	return nil
}
