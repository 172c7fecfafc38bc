package terminal

import (
	"io"
	"sync"
)

// queue holds bytes on their way without ever making the one who brings them
// wait: an emulator that waited for a program to take an answer, while the
// program waited for the emulator to take its output, would wait for ever.
type queue struct {
	mu     sync.Mutex
	more   *sync.Cond
	held   []byte
	closed bool
}

func newQueue() *queue {
	q := &queue{}
	q.more = sync.NewCond(&q.mu)
	return q
}

// add takes bytes over.
func (q *queue) add(p []byte) {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.held = append(q.held, p...)
	q.more.Signal()
}

// close says that nothing more will come.
func (q *queue) close() {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.closed = true
	q.more.Signal()
}

// take waits for bytes and returns all that are there, or false at the end.
func (q *queue) take() ([]byte, bool) {
	q.mu.Lock()
	defer q.mu.Unlock()
	for len(q.held) == 0 && !q.closed {
		q.more.Wait()
	}
	held := q.held
	q.held = nil
	return held, len(held) > 0
}

// drain writes what is brought to w until the end.
func (q *queue) drain(w io.Writer) {
	for held, ok := q.take(); ok; held, ok = q.take() {
		// A terminal whose program is gone takes nothing; that is no error here.
		_, _ = w.Write(held)
	}
}
