package storage

import (
	"context"

	"go.etcd.io/bbolt"
)

// Merged says what a merge brought.
type Merged struct {
	// Sessions and Responses are how many there are more than before.
	Sessions, Responses int
	// Quarantined are the ids of responses and texts of which two different ones
	// were found; they are kept and not counted.
	Quarantined []string
	// Damaged is how many records are lost in all: they are left out.
	Damaged int
}

// Merge takes the sessions of other databases in: the set of all their records.
// Which file comes first, how they are put together and whether one comes twice
// makes no difference to what is stored; nobody is shown whom none of the files has shown
// before, see [results.Union]. Sessions are the same when their
// ids are, responses too.
//
// Two different records under one id are both quarantined. The same session with
// two surveys is refused with [ErrConflict], and one that is open and would get
// further responses with [ErrStillOpen]. Sessions that were purged in any of the
// databases stay out. Progress is told of responses written and of how many there
// will be; it may be nil. The file is replaced by a whole new one at the end, so
// that an interruption or an error leaves it as it was.
func (db *DB) Merge(ctx context.Context, sources []*DB, progress func(done, of int)) (Merged, error) {
	before, err := db.size(ctx)
	if err != nil {
		return Merged{}, err
	}
	var g *gathering
	err = db.reading(sources, nil, func(from []*bbolt.Tx) error {
		return db.rewrite(ctx, func(own *gathering) {
			g = own
			g.from = append(g.from, from...)
			g.progress = progress
		})
	})
	if err != nil {
		return Merged{}, err
	}
	// It is done: who stops it now must not hear that nothing was changed.
	after, err := db.size(context.WithoutCancel(ctx))
	return Merged{
		Sessions: after.Sessions - before.Sessions, Responses: after.Responses - before.Responses, Quarantined: g.quarantined, Damaged: len(g.leftOut) + g.missing,
	}, err
}

// size returns how many sessions and responses there are.
func (db *DB) size(ctx context.Context) (Merged, error) {
	sessions, err := db.Sessions(ctx)
	size := Merged{Sessions: len(sessions)}
	for i := range sessions {
		part, err := db.Part(ctx, sessions[i].ID)
		if err != nil {
			return size, err
		}
		size.Responses += part.Batches.N()
	}
	return size, err
}

// reading opens a read transaction in each database and runs f with all of them.
func (db *DB) reading(sources []*DB, open []*bbolt.Tx, f func([]*bbolt.Tx) error) error {
	if len(sources) == 0 {
		return f(open)
	}
	return sources[0].view(func(tx *bbolt.Tx) error {
		return db.reading(sources[1:], append(open, tx), f)
	})
}
