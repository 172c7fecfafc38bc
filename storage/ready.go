package storage

import (
	"context"
	"errors"

	"go.etcd.io/bbolt"
)

// The room that is kept in reserve behind what the file uses.
const (
	// roomAhead is what is reserved: the most talkative survey that the templates
	// have takes 16 kB a person, so this is enough for 300 people while nobody
	// makes room on a full disk. It is topped up before every person as long as
	// the disk has room.
	roomAhead = 8 << 20
	// roomNeeded is with how little the next person may still begin. One response
	// rewrites the pages on the way to its records: less than a tenth of this.
	roomNeeded = 1 << 20
)

// Ready reports whether the database can take one more response durably. It
// returns nil, or an error that matches [ErrNoSpace], [ErrMoved], [ErrReadOnly],
// [ErrDisk], [ErrLocked] or [ErrDamaged].
//
// Room is reserved ahead, so that a disk that fills up later takes nothing away
// from the people who are under way. Then an empty transaction is committed: two
// flushes like those of a response, through everything that a response passes,
// while no record is written. Nothing is betrayed by it: the number of the
// transaction grows, as it does for every change, and it holds neither time nor
// order. Behind a response it even helps: bbolt's two meta pages stand for the
// last two transactions, and now neither shows the file without that response.
func (db *DB) Ready(ctx context.Context) error {
	if db.opts.ReadOnly {
		return ErrReadOnly
	}
	// Before anything that takes time: the next person may send soon, and must not be
	// told what became of the last one's response.
	db.claim.settle()
	if db.unsure.Load() {
		if err := db.reopen(); err != nil {
			return err
		}
	}
	if err := db.reserve(); err != nil {
		return err
	}
	return db.repeated(ctx, func(*bbolt.Tx) error { return nil })
}

// reserve takes the room on the disk that the next responses will need. The size
// of the file stays as it is, so that copies of it stay small and a truncated
// file is known by its size; when bbolt makes it longer, the room is there.
func (db *DB) reserve() error {
	var used int64
	if err := db.view(func(tx *bbolt.Tx) error {
		used = tx.Size()
		return nil
	}); err != nil {
		return outOfOrder(err)
	}
	db.using.RLock()
	defer db.using.RUnlock()
	err := reserve(db.handle.file, used+roomAhead)
	if err == nil {
		return nil
	}
	if noSpace(err) {
		// What was reserved while there was room may still be enough.
		if err = reserve(db.handle.file, used+roomNeeded); err == nil {
			return nil
		}
	}
	if errors.Is(err, errors.ErrUnsupported) {
		return enough(db.handle.file)
	}
	return outOfOrder(err)
}
