package storage

import "context"

// Watch returns a channel that receives a value after something was stored. It
// has room for one value: several changes may give one wake, and none is ever
// missed. The channel is closed when ctx ends or the database is closed.
func (db *DB) Watch(ctx context.Context) <-chan struct{} {
	ch := make(chan struct{}, 1)
	db.mu.Lock()
	defer db.mu.Unlock()
	if db.watchers == nil {
		close(ch)
		return ch
	}
	db.watchers[ch] = struct{}{}
	context.AfterFunc(ctx, func() { db.drop(ch) })
	return ch
}

// wake tells every watcher, without ever waiting for one.
func (db *DB) wake() {
	db.mu.Lock()
	defer db.mu.Unlock()
	for ch := range db.watchers {
		select {
		case ch <- struct{}{}:
		default:
		}
	}
}

// drop ends one watch.
func (db *DB) drop(ch chan struct{}) {
	db.mu.Lock()
	defer db.mu.Unlock()
	if _, ok := db.watchers[ch]; ok {
		delete(db.watchers, ch)
		close(ch)
	}
}

// unwatch ends all watches.
func (db *DB) unwatch() {
	db.mu.Lock()
	defer db.mu.Unlock()
	for ch := range db.watchers {
		close(ch)
	}
	db.watchers = nil
}
