package storage

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"runtime/debug"
	"strings"
	"syscall"

	"go.etcd.io/bbolt"
	bbolterrors "go.etcd.io/bbolt/errors"
)

// Why the database takes nothing at the moment.
var (
	// ErrNoSpace says that the disk, or what this user may have of it, is full.
	ErrNoSpace = errors.New("the disk is full; make room on it")
	// ErrMoved says that the database was renamed, replaced or deleted while it was open.
	ErrMoved = errors.New("the database was moved, replaced or deleted while it was in use; put it back in its place")
	// ErrReadOnly says that the file or its disk cannot be written.
	ErrReadOnly = errors.New("the database cannot be written; look at the rights of the file and at the disk")
	// ErrDisk says that the disk failed. Whether the last change is stored is not known.
	ErrDisk = errors.New("the disk failed; look at it and at its cable")
)

// commitError says that a commit failed: what it was to store may be stored or not.
type commitError struct{ err error }

// Error implements error.
func (e commitError) Error() string { return "commit: " + e.err.Error() }

// Unwrap returns the cause.
func (e commitError) Unwrap() error { return e.err }

// update runs a write transaction once and wakes the watchers when it has been
// committed. Damage becomes an error.
func (db *DB) update(ctx context.Context, f func(*bbolt.Tx) error) error {
	if err := db.commit(ctx, f); err != nil {
		return err
	}
	db.wake()
	return nil
}

// persist is update for a transaction that may run twice: repeated after it was
// stored, f changes nothing and reports no error.
//
// A failed commit may have been stored: when the last flush fails, the change is
// in the file as the system shows it, but perhaps not on the disk. Nor can bbolt
// go on from there. So the file is closed, opened again, and f runs once more.
// There it finds what was stored, or stores it; either way its own commit has to
// succeed, because only that flush makes true what the first one left open.
func (db *DB) persist(ctx context.Context, f func(*bbolt.Tx) error) error {
	if err := db.repeated(ctx, f); err != nil {
		return err
	}
	db.wake()
	return nil
}

// repeated is persist without waking anybody.
func (db *DB) repeated(ctx context.Context, f func(*bbolt.Tx) error) error {
	err := db.commit(ctx, f)
	if errors.As(err, new(commitError)) {
		err = db.commit(ctx, f)
	}
	return err
}

// commit runs a write transaction on a handle that can be trusted.
func (db *DB) commit(ctx context.Context, f func(*bbolt.Tx) error) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	if db.unsure.Load() {
		if err := db.reopen(); err != nil {
			return err
		}
	}
	db.using.RLock()
	defer db.using.RUnlock()
	if err := db.inPlace(db.handle); err != nil && !db.closed {
		return err
	}
	return db.transact(f)
}

// transact runs a write transaction and tells a refusal of f, after which
// nothing was written, from a commit that failed. After a failure, or a panic out
// of bbolt, the handle is not trusted any more.
func (db *DB) transact(f func(*bbolt.Tx) error) (err error) {
	sure := false
	defer func() {
		if !sure {
			db.unsure.Store(true)
		}
	}()
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	defer recoverDamage(&err)
	var refusal error
	err = db.handle.bolt.Update(func(tx *bbolt.Tx) error {
		refusal = f(tx)
		return refusal
	})
	sure = err == nil || refusal != nil
	if sure {
		return err
	}
	return commitError{outOfOrder(err)}
}

// outOfOrder says why the file takes nothing, in front of what the system says.
func outOfOrder(err error) error {
	for _, known := range []error{ErrLocked, ErrDamaged, ErrForeign, ErrMoved} {
		if errors.Is(err, known) {
			return err
		}
	}
	reason := ErrDisk
	switch {
	case noSpace(err):
		reason = ErrNoSpace
	case errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.EROFS), errors.Is(err, bbolterrors.ErrDatabaseReadOnly):
		reason = ErrReadOnly
	case errors.Is(err, fs.ErrNotExist):
		reason = ErrMoved
	}
	return fmt.Errorf("%w: %w", reason, err)
}

// noSpace reports whether an error says that there is no room left: on the disk,
// within a quota, or within the limit on the size of a file.
func noSpace(err error) bool {
	for _, full := range []syscall.Errno{syscall.ENOSPC, syscall.EDQUOT, syscall.EFBIG} {
		// bbolt keeps only the words of an error of growing (its file resize error).
		if errors.Is(err, full) || err != nil && strings.HasSuffix(err.Error(), ": "+full.Error()) {
			return true
		}
	}
	return false
}
