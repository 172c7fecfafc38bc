package storage_test

import (
	"context"
	"errors"
	"runtime"
	"sync"
	"testing"

	"anketa/storage"
	"anketa/storage/storagetest"
	"anketa/survey"
)

// crowd is responses that come while another one is being stored.
type crowd struct {
	db   *storage.DB
	free func()
	done sync.WaitGroup
	n    int
}

// gathering makes whoever comes from now on wait.
func gathering(db *storage.DB) *crowd { return &crowd{db: db, free: db.Hold()} }

// come lets one more submit and returns where its error will be.
func (c *crowd) come(ctx context.Context, session survey.ID, r survey.Response) *error {
	return c.comeBy(func() error { return c.db.AddResponse(ctx, session, r) })
}

// comeBy is come by whatever stores.
func (c *crowd) comeBy(store func() error) *error {
	err := errors.New("still waiting")
	c.done.Go(func() { err = store() })
	for c.n++; c.db.Waiting() < c.n; {
		runtime.Gosched()
	}
	return &err
}

// end lets them all in and returns how many transactions that took.
func (c *crowd) end() int {
	before := c.db.Commits()
	c.free()
	c.done.Wait()
	return c.db.Commits() - before
}

// collecting returns a database with an open session.
func collecting(t *testing.T) (*storage.DB, survey.ID) {
	t.Helper()
	t.Helper()
	db := storagetest.Open(t)
	return db, storagetest.Session(t, db, evaluation()).ID
}

// Responses that come at the same time cost one transaction. One after the other they
// cost one each: the control.
func TestTogether(t *testing.T) {
	const n = 16
	db, session := collecting(t)
	before := db.Commits()
	for range n {
		add(t, db, session, respond([3]survey.Code{1, 2, 1}))
	}
	if got := db.Commits() - before; got != n {
		t.Errorf("one after the other they took %d transactions, want %d", got, n)
	}
	c := gathering(db)
	for range n {
		c.come(t.Context(), session, respond([3]survey.Code{2, 3, 1}))
	}
	if got := c.end(); got != 1 {
		t.Errorf("at the same time they took %d transactions, want 1", got)
	}
	wantCount(t, db, session, 2*n)
}

// What is wrong with one of several that come at the same time is not the others' fault,
// and what ended for one has not ended for them.
func TestTogetherEachHasItsError(t *testing.T) {
	db, session := collecting(t)
	first := respond([3]survey.Code{1, 2, 1})
	add(t, db, session, first)
	other, unfit := first, respond([3]survey.Code{9, 2, 1})
	other.Answers = respond([3]survey.Code{2, 2, 2}).Answers
	ending, end := context.WithCancel(t.Context())

	c := gathering(db)
	good := c.come(ending, session, respond([3]survey.Code{2, 3, 1}))
	taken := c.come(t.Context(), session, other)
	again := c.come(t.Context(), session, first)
	wrong := c.come(t.Context(), session, unfit)
	nowhere := c.come(t.Context(), survey.NewID(), respond([3]survey.Code{2, 3, 1}))
	last := c.come(t.Context(), session, respond([3]survey.Code{3, 3, 2}))
	end()
	c.end()

	wantStored(t, good)
	wantStored(t, again)
	wantStored(t, last)
	wantError(t, *taken, storage.ErrConflict)
	wantError(t, *nowhere, storage.ErrNotFound)
	if *wrong == nil {
		t.Error("a response that does not fit the survey was stored")
	}
	wantCount(t, db, session, 3)
}

// A session that was closed meanwhile takes none of them.
func TestTogetherClosed(t *testing.T) {
	db, session := collecting(t)
	c := gathering(db)
	a := c.come(t.Context(), session, respond([3]survey.Code{1, 2, 1}))
	b := c.come(t.Context(), session, respond([3]survey.Code{1, 2, 1}))
	if err := db.CloseSession(t.Context(), session); err != nil {
		t.Fatal(err)
	}
	c.end()
	wantError(t, *a, storage.ErrClosed)
	wantError(t, *b, storage.ErrClosed)
	wantCount(t, db, session, 0)
}

// wantStored fails when a response was refused.
func wantStored(t *testing.T, err *error) {
	t.Helper()
	if *err != nil {
		t.Errorf("a good response was refused: %v", *err)
	}
}

// wantCount fails unless the tally and the rows both have n responses.
func wantCount(t *testing.T, db *storage.DB, session survey.ID, n int) {
	t.Helper()
	p, err := db.Part(t.Context(), session)
	if err != nil {
		t.Fatal(err)
	}
	counted, err := db.Recount(t.Context(), session)
	total := p.Batches.Total()
	if err != nil || total.N() != n || counted.N() != n {
		t.Errorf("the tally counts %d responses, the rows are %d (%v), want %d", total.N(), counted.N(), err, n)
	}
}
