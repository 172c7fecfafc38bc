package storage

import (
	"context"
	"errors"
	"fmt"
	"os"
	"sync/atomic"
	"time"

	"go.etcd.io/bbolt"

	"anketa/survey"
)

// claim is a file beside a database that is open for writing, with ".lock" behind
// its name. It is locked for as long, so that nobody makes another database under
// the name when this one is moved away meanwhile: the lock on the database goes
// with the file, this one stays with the name.
//
// It holds the id of the response that is being stored, which is no answer, and it
// is taken away at the end: one that is found says that the program ended before
// its time, and whether a response was on its way then.
type claim struct {
	file  *os.File
	ended bool
	// settled is true when the response that the claim names is stored.
	settled atomic.Bool
}

// claimSuffix is what stands behind the name of the database.
const claimSuffix = ".lock"

// claimName takes the claim on the name of a database, and waits for somebody who
// has it. It returns the id that a program left which did not end in good order,
// and whether there was one. Where no file can be made beside the database, there
// is no claim and no error.
func claimName(path string, patience time.Duration) (c *claim, left survey.ID, interrupted bool, err error) {
	const step = 10 * time.Millisecond
	for began := time.Now(); ; time.Sleep(step) {
		c, err = tryClaim(path + claimSuffix)
		if !errors.Is(err, ErrLocked) || time.Since(began)+step > patience {
			break
		}
	}
	if err != nil || c.file == nil {
		return c, left, false, err
	}
	mark := make([]byte, 1+len(left))
	if n, _ := c.file.ReadAt(mark, 0); n > 0 {
		interrupted = true
		copy(left[:], mark[1:n])
	}
	// What was left stays until somebody was told of it: this start may be cut short too.
	c.set(left)
	return c, left, interrupted, nil
}

// tryClaim is claimName without waiting.
func tryClaim(name string) (*claim, error) {
	if info, err := os.Lstat(name); err == nil && !info.Mode().IsRegular() {
		return nil, fmt.Errorf("%w: %s is in the way", ErrNotCreated, name)
	}
	f, err := os.OpenFile(name, os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return &claim{}, nil
	}
	if lock(f) != nil || !means(name, f) {
		return nil, errors.Join(ErrLocked, f.Close())
	}
	return &claim{file: f}, nil
}

// means reports whether a name still means an open file: who held the claim may
// have taken it away between.
func means(name string, f *os.File) bool {
	named, err := os.Stat(name)
	if err != nil {
		return false
	}
	info, err := f.Stat()
	return err == nil && os.SameFile(named, info)
}

// begin notes which response is being stored.
func (c *claim) begin(id survey.ID) {
	c.settled.Store(false)
	c.set(id)
}

// settle forgets a response that is stored, or of which somebody was told. It comes
// with [DB.Ready], after the person was thanked: before the thanks are seen, a
// program that is killed has to know of the response after its next start.
func (c *claim) settle() {
	if c.settled.Swap(false) {
		c.set(survey.ID{})
	}
}

// set writes an id; the zero id stands for none. It is for a program that is
// killed, not for a machine without power: nothing is flushed, and a claim that
// cannot be written is no reason to refuse a response.
func (c *claim) set(id survey.ID) {
	if c.file != nil {
		_, _ = c.file.WriteAt(append([]byte{1}, id[:]...), 0)
	}
}

// end gives the claim up, once.
func (c *claim) end() error {
	if c == nil || c.file == nil || c.ended {
		return nil
	}
	c.ended = true
	// First the name goes, then the lock: whoever comes between makes a file anew.
	return errors.Join(os.Remove(c.file.Name()), c.file.Close())
}

// Interrupted returns the id of the response that was being stored when the last
// program that had the database open ended before its time; it is zero when there
// was none. It reports false when that program ended in good order. Whoever asks
// tells the person what became of the response, and then calls [DB.Ready], which
// forgets it.
func (db *DB) Interrupted() (survey.ID, bool) {
	if db.claim != nil && !db.left.IsZero() {
		db.claim.settled.Store(true)
	}
	return db.left, db.interrupted
}

// Stored reports whether a response is stored, in whatever session.
func (db *DB) Stored(ctx context.Context, id survey.ID) (stored bool, err error) {
	err = db.view(func(tx *bbolt.Tx) error {
		all := bucketResponses.of(tx)
		return all.ForEach(func(session, _ []byte) error {
			if rows := all.Bucket(session); rows != nil && rows.Get(key(id)) != nil {
				stored = true
			}
			return ctx.Err()
		})
	})
	return stored, err
}
