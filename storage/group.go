package storage

import (
	"context"
	"errors"
	"runtime"
	"slices"
	"sync"

	"go.etcd.io/bbolt"

	"anketa/survey"
)

// group puts responses that come while another one is being stored into one
// transaction: two flushes for all of them. Whoever finds nobody at work stores what is
// waiting, its own response among it, so that one who is alone waits for nothing
// (leader-combining group commit, without a timer).
type group struct {
	mu      sync.Mutex
	waiting []*submission
	// turn holds a value while somebody stores.
	turn chan struct{}
	// crowd says that the last ones came together. It belongs to whoever has the turn.
	crowd bool
}

// submission is a response on its way into the file. Its error may be read once done
// is closed.
type submission struct {
	session  survey.ID
	response survey.Response
	// paper says that it came from paper.
	paper bool
	err   error
	done  chan struct{}
}

// newGroup returns a group of nobody.
func newGroup() *group { return &group{turn: make(chan struct{}, 1)} }

// submit returns when the response of s has been stored or refused: by the store that
// it calls itself, or by that of another submission.
func (g *group) submit(s *submission, store func([]*submission)) {
	g.mu.Lock()
	g.waiting = append(g.waiting, s)
	g.mu.Unlock()
	select {
	case <-s.done:
	case g.turn <- struct{}{}:
		defer func() { <-g.turn }()
		if g.crowd {
			// Those whom the last one let go come back with their next response.
			runtime.Gosched()
		}
		// Another one may have stored s between its coming and its turn. If not, s is
		// waiting, but behind those for another session perhaps.
		for !s.settled() {
			batch := g.take()
			g.crowd = len(batch) > 1
			store(batch)
			for _, s := range batch {
				close(s.done)
			}
		}
	}
}

// settled reports whether what becomes of s is known.
func (s *submission) settled() bool {
	select {
	case <-s.done:
		return true
	default:
		return false
	}
}

// take returns what is waiting for the same session as the first that waits.
func (g *group) take() []*submission {
	g.mu.Lock()
	defer g.mu.Unlock()
	n := 0
	for n < len(g.waiting) && g.waiting[n].session == g.waiting[0].session {
		n++
	}
	batch := slices.Clone(g.waiting[:n])
	g.waiting = slices.Delete(g.waiting, 0, n)
	return batch
}

// storeAll stores responses to one session and gives each of them its error. When one
// is refused, nothing of that transaction is kept and each is stored by itself.
func (db *DB) storeAll(ctx context.Context, batch []*submission) {
	err := db.storeTogether(ctx, batch)
	if err != nil && len(batch) > 1 && !errors.As(err, new(commitError)) {
		for i := range batch {
			batch[i].err = db.storeTogether(ctx, batch[i:i+1])
		}
		return
	}
	for _, s := range batch {
		s.err = err
	}
}

// storeTogether stores responses to one session and its new tally: all or none.
func (db *DB) storeTogether(ctx context.Context, batch []*submission) error {
	session := batch[0].session
	db.claim.begin(batch[0].response.ID)
	err := db.persist(ctx, func(tx *bbolt.Tx) error {
		w, err := db.writing(tx, session)
		if err != nil {
			return err
		}
		if !w.session.Open {
			return ErrClosed
		}
		for _, s := range batch {
			before := w.batches.N()
			if err := db.addResponse(tx, w.codec, &w.batches, session, &s.response); err != nil {
				return err
			}
			if s.paper && w.batches.N() > before {
				if err := db.markPaper(tx, session); err != nil {
					return err
				}
			}
		}
		if w.tally, err = db.putBatches(tx, session, &w.batches); err != nil {
			return err
		}
		db.written = w
		return nil
	})
	if err == nil {
		db.claim.settled.Store(true)
	}
	return err
}
