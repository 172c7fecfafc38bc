package storage

import (
	"errors"
	"fmt"
	"os"
	"runtime/debug"

	"go.etcd.io/bbolt"
	bbolterrors "go.etcd.io/bbolt/errors"
)

// handle is the opened file: bbolt, the file below it, and what tells that file
// from another one with the same name.
type handle struct {
	bolt  *bbolt.DB
	file  *os.File
	place place
}

// openHandle checks and opens the file.
func openHandle(path string, opts Options) (*handle, error) {
	if err := checkHeader(path); err != nil {
		return nil, err
	}
	h, err := openBolt(path, opts)
	if err != nil {
		return nil, err
	}
	if h.place, err = placeOfFile(h.file); err != nil {
		return nil, errors.Join(fmt.Errorf("open %s: %w", path, err), h.bolt.Close())
	}
	return h, nil
}

// openBolt opens the file. A damaged file can make bbolt panic or touch memory
// that is not there; both become ErrDamaged, and the file is let go.
func openBolt(path string, opts Options) (h *handle, err error) {
	h = &handle{}
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	defer func() {
		if err != nil && h.file != nil {
			unlock(h.file)
			_ = h.file.Close()
		}
	}()
	defer recoverDamage(&err)
	h.bolt, err = bbolt.Open(path, 0o600, &bbolt.Options{
		Timeout: opts.Timeout, ReadOnly: opts.ReadOnly, PreLoadFreelist: !opts.ReadOnly,
		OpenFile: func(name string, flag int, mode os.FileMode) (*os.File, error) {
			f, err := os.OpenFile(name, flag&^os.O_CREATE, mode)
			h.file = f
			return f, err
		},
	})
	switch {
	case err == nil:
		return h, nil
	case errors.Is(err, bbolterrors.ErrTimeout):
		return h, ErrLocked
	case errors.Is(err, bbolterrors.ErrInvalid), errors.Is(err, bbolterrors.ErrChecksum), errors.Is(err, bbolterrors.ErrVersionMismatch):
		return h, fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	return h, fmt.Errorf("open %s: %w", path, err)
}

// inPlace reports with [ErrMoved] that the file is no longer the one at its
// path. What is written to a deleted file is gone with the program, and the lock
// on a renamed one keeps nobody from the next file of its name.
func (db *DB) inPlace(h *handle) error {
	there, err := placeOf(db.path)
	switch {
	case errors.Is(err, os.ErrNotExist), err == nil && !there.is(h.place):
		return ErrMoved
	case err != nil:
		return outOfOrder(err)
	}
	return nil
}

// reopen replaces a handle whose commit failed. Where the file cannot be opened
// for writing, it is opened for reading, so that what is stored can still be read.
func (db *DB) reopen() error {
	db.using.Lock()
	defer db.using.Unlock()
	if db.closed {
		return bbolterrors.ErrDatabaseNotOpen
	}
	if !db.unsure.Load() {
		return nil
	}
	if err := db.inPlace(db.handle); err != nil {
		return err
	}
	// bbolt may be unable to close what it could not write; a lock that is left
	// is found when the file is opened.
	_ = db.handle.bolt.Close()
	h, err := openHandle(db.path, db.opts)
	if err != nil {
		reader := db.opts
		reader.ReadOnly = true
		if h, failed := openHandle(db.path, reader); failed == nil {
			db.handle = h
		}
		return outOfOrder(err)
	}
	if !h.place.is(db.handle.place) {
		return errors.Join(ErrMoved, h.bolt.Close())
	}
	db.handle, db.written = h, nil
	db.unsure.Store(false)
	return nil
}
