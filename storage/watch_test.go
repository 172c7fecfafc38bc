package storage_test

import (
	"context"
	"testing"
	"testing/synctest"

	"anketa/storage"
	"anketa/storage/storagetest"
	"anketa/survey"
)

// watched runs a test in a bubble, where a lost wake shows as a deadlock and a
// goroutine that is left over as a failure, on an open session.
func watched(t *testing.T, f func(t *testing.T, db *storage.DB, session survey.ID)) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) {
		db := storagetest.Open(t)
		f(t, db, storagetest.Session(t, db, evaluation()).ID)
	})
}

// waiting reports whether a wake is waiting in the channel, and takes it.
func waiting(ch <-chan struct{}) bool {
	select {
	case _, open := <-ch:
		return open
	default:
		return false
	}
}

// closed reports whether the channel is closed; a wake that waits in it is taken.
func closed(ch <-chan struct{}) bool {
	for range 2 {
		select {
		case _, open := <-ch:
			if !open {
				return true
			}
		default:
		}
	}
	return false
}

// A watcher that never reads holds up no writer: thousands of changes, some of
// them real writes, give it one wake.
func TestWatchCoalesces(t *testing.T) {
	const changes, writes = 10_000, 200
	watched(t, func(t *testing.T, db *storage.DB, session survey.ID) {
		asleep := db.Watch(t.Context())
		for range writes {
			add(t, db, session, respond([3]survey.Code{1, 1, 1}))
		}
		for range changes - writes {
			db.Wake()
		}
		if !waiting(asleep) {
			t.Error("the watcher was not woken")
		}
		if waiting(asleep) {
			t.Error("the watcher was woken twice")
		}
	})
}

// Every kind of change wakes every watcher; what stores nothing wakes none.
func TestWatchWakes(t *testing.T) {
	watched(t, func(t *testing.T, db *storage.DB, session survey.ID) {
		first, second := db.Watch(t.Context()), db.Watch(t.Context())
		if waiting(first) {
			t.Error("a watch began with a wake")
		}
		if err := db.AddResponse(t.Context(), survey.NewID(), respond([3]survey.Code{1, 1, 1})); err == nil || waiting(first) {
			t.Errorf("a refused response, error %v, woke the watcher", err)
		}
		if _, err := db.Part(t.Context(), session); err != nil || waiting(first) {
			t.Errorf("reading, error %v, woke the watcher", err)
		}
		for _, name := range []string{"AddResponse", "SetPIN", "Import", "CreateSession", "CloseSession"} {
			if err := changes(db, session)[name](t.Context()); err != nil {
				t.Fatal(err)
			}
			if !waiting(first) || !waiting(second) {
				t.Errorf("%s did not wake both watchers", name)
			}
		}
	})
}

// The last change is never missed: a watcher that reads again on each wake
// comes to see the last response. If it did not, the bubble would stand still.
func TestWatchSeesTheLastChange(t *testing.T) {
	const writers, each = 4, 50
	watched(t, func(t *testing.T, db *storage.DB, session survey.ID) {
		changed := db.Watch(t.Context())
		for range writers {
			go func() {
				for range each {
					if err := db.AddResponse(t.Context(), session, respond([3]survey.Code{1, 1, 1})); err != nil {
						t.Error(err)
					}
				}
			}()
		}
		for n := 0; n < writers*each; {
			if _, open := <-changed; !open {
				t.Fatal("the watch ended")
			}
			part, err := db.Part(t.Context(), session)
			if err != nil {
				t.Fatal(err)
			}
			n = part.Batches.N()
		}
	})
}

// A watch ends with its context, the others go on, and later writes do no harm.
func TestWatchEndsWithContext(t *testing.T) {
	watched(t, func(t *testing.T, db *storage.DB, session survey.ID) {
		ctx, cancel := context.WithCancel(t.Context())
		ending, staying := db.Watch(ctx), db.Watch(t.Context())
		cancel()
		late := db.Watch(ctx)
		synctest.Wait()
		add(t, db, session, respond([3]survey.Code{1, 1, 1}))
		if !closed(ending) || !closed(late) {
			t.Error("a watch goes on after its context has ended")
		}
		if !waiting(staying) || closed(staying) {
			t.Error("another watch ended too")
		}
	})
}

// Closing the database ends every watch, also one that begins later, and the
// end of a context after that does no harm.
func TestWatchEndsWithDatabase(t *testing.T) {
	path := stored(t, func(*storage.DB) {})
	synctest.Test(t, func(t *testing.T) {
		db := open(t, path, storage.Options{})
		ctx, cancel := context.WithCancel(t.Context())
		defer cancel()
		before := db.Watch(ctx)
		if err := db.Close(); err != nil {
			t.Fatal(err)
		}
		after := db.Watch(ctx)
		if !closed(before) {
			t.Error("a watch goes on after the database was closed")
		}
		if !closed(after) {
			t.Error("a watch began on a closed database and goes on")
		}
		cancel()
		synctest.Wait()
		if err := db.Close(); err != nil {
			t.Errorf("closing twice: %v", err)
		}
	})
}
