// Package storage keeps sessions and responses in one bbolt file.
//
// A [DB] holds sessions, each with the survey revision it was started with,
// the responses, the free texts, and the tally of every session, which is
// stored in the same transaction as each response. [DB.Watch] tells when
// something changed.
//
// The package hides bbolt, the layout of the buckets and the form of the
// records: every record carries a checksum, because bbolt has none on its data
// pages. It stores no time, order, device or language with a response.
package storage

import (
	"errors"
	"fmt"
	"hash/crc32"
	"io/fs"
	"os"
	"path/filepath"
	"runtime/debug"
	"sync"
	"sync/atomic"
	"time"

	"go.etcd.io/bbolt"

	"anketa/survey"
)

// Opening.
var (
	// ErrLocked says that another process has the database open.
	ErrLocked = errors.New("the database is in use by another program")
	// ErrNotCreated says that a new database cannot be made at its place.
	ErrNotCreated = errors.New("the database cannot be made here")
	// ErrForeign says that the file is no database of anketa.
	ErrForeign = errors.New("the file is not a database of anketa")
	// ErrDamaged says that the database, or a record in it, cannot be read.
	ErrDamaged = errors.New("the database is damaged")
	// ErrNewer says that a newer version of anketa wrote the database.
	ErrNewer = errors.New("the database was written by a newer version of anketa")
)

// Using.
var (
	// ErrNotFound says that there is no such session.
	ErrNotFound = errors.New("there is no such session")
	// ErrNoText says that there is no such free text.
	ErrNoText = errors.New("there is no such text")
	// ErrClosed says that the session takes no more responses.
	ErrClosed = errors.New("the session is closed")
	// ErrAnotherOpen says that another session is still open.
	ErrAnotherOpen = errors.New("another session is still open")
	// ErrStillOpen says that a session takes responses and must be closed first.
	ErrStillOpen = errors.New("the session is still open")
	// ErrConflict says that an id is taken by something else.
	ErrConflict = errors.New("the same id is stored with other content")
)

// schema is the version of the layout that this package reads and writes.
const schema = 1

// Options say how a database is opened.
type Options struct {
	// Create makes the database when there is no file.
	Create bool
	// ReadOnly opens the database without the right to change it.
	ReadOnly bool
	// Timeout is how long to wait for another process to let go; 0 means 200 ms.
	Timeout time.Duration
	// NewID draws the keys of text records; nil means [survey.NewID].
	NewID func() survey.ID
	// rescuing opens a file of which one head is damaged.
	rescuing bool
	// Now tells the time for the waits after wrong PINs; nil means [time.Now].
	Now func() time.Time
}

// DB is an open database. It may be used by several goroutines.
type DB struct {
	path  string
	opts  Options
	crc   *crc32.Table
	newID func() survey.ID

	// using is held for reading by every transaction and for writing by what
	// replaces the handle.
	using  sync.RWMutex
	handle *handle
	// unsure is true after a commit failed: the handle is replaced before the
	// next one.
	unsure atomic.Bool
	// closed is true after Close: nothing opens the file again.
	closed bool
	// claim keeps the name while the file is open for writing. What a program that
	// did not end in good order left in it is left and interrupted.
	claim       *claim
	left        survey.ID
	interrupted bool
	// putAway are the unfinished files of such programs, where they are now.
	putAway []string

	mu sync.Mutex
	// codecs by revision: the surveys of this file, decoded once.
	codecs   map[survey.Revision]*codec
	watchers map[chan struct{}]struct{}

	// pinMu lets one check of a PIN run at a time. attempted is when this process
	// last stored an attempt, with its monotonic clock.
	pinMu     sync.Mutex
	attempted time.Time
	now       func() time.Time
	// verify compares a PIN with the stored one.
	verify func(*pinRecord, string) bool

	// group stores together the responses that come at the same time.
	group *group
	// written is what the last response left behind. Only write transactions
	// touch it, of which there is one at a time.
	written *written
}

// Open opens the database at path. It returns errors that match [ErrLocked],
// [ErrForeign], [ErrDamaged], [ErrNewer], [ErrNotCreated] or fs.ErrNotExist.
func Open(path string, opts Options) (*DB, error) {
	if opts.Timeout == 0 {
		opts.Timeout = 200 * time.Millisecond
	}
	if opts.NewID == nil {
		opts.NewID = survey.NewID
	}
	if opts.Now == nil {
		opts.Now = time.Now
	}
	db := &DB{
		path: path, opts: opts, crc: crc32.MakeTable(crc32.Castagnoli), newID: opts.NewID,
		now: opts.Now, verify: (*pinRecord).verify, claim: &claim{}, group: newGroup(),
		codecs: map[survey.Revision]*codec{}, watchers: map[chan struct{}]struct{}{},
	}
	if err := db.open(); err != nil {
		return nil, errors.Join(err, db.claim.end())
	}
	return db, nil
}

// open takes the name, makes the file when it may, and opens it.
func (db *DB) open() (err error) {
	_, missing := os.Stat(db.path)
	if missing != nil && !(errors.Is(missing, fs.ErrNotExist) && db.opts.Create) {
		return fmt.Errorf("open database: %w", missing)
	}
	if !db.opts.ReadOnly {
		if db.claim, db.left, db.interrupted, err = claimName(db.path, db.opts.Timeout); err != nil {
			return err
		}
		if db.claim.file != nil {
			db.putAway = strays(db.path)
		}
	}
	if missing != nil {
		if err := create(db.path); err != nil {
			return fmt.Errorf("%w: %w", ErrNotCreated, err)
		}
	}
	if err := checkHeader(db.path); err != nil {
		return err
	}
	if err := db.checkHeads(); err != nil {
		return err
	}
	if db.handle, err = openHandle(db.path, db.opts); err != nil {
		return err
	}
	if err := db.view(checkSchema); err != nil {
		return errors.Join(err, db.handle.bolt.Close())
	}
	return nil
}

// checkHeads refuses a file of which one head rotted: see [wholeHeads].
func (db *DB) checkHeads() error {
	whole, err := wholeHeads(db.path)
	cut := db.interrupted || db.opts.ReadOnly && LeftInterrupted(db.path)
	if err != nil || whole || cut || db.opts.rescuing {
		return err
	}
	return damaged("one of its heads is not as it was written")
}

// Close ends all watches and closes the file.
func (db *DB) Close() error {
	db.unwatch()
	db.using.Lock()
	defer db.using.Unlock()
	db.closed = true
	// Another program may have the database once it is closed, and not before.
	if err := errors.Join(db.handle.bolt.Close(), db.claim.end()); err != nil {
		return fmt.Errorf("close %s: %w", db.path, err)
	}
	return nil
}

// recoverDamage turns a panic out of bbolt into ErrDamaged.
func recoverDamage(err *error) {
	if r := recover(); r != nil {
		*err = fmt.Errorf("%w: %v", ErrDamaged, r)
	}
}

// create makes an empty database under a temporary name and renames it, so that
// a crash leaves either no database or a whole one (DESIGN.md §4): bbolt's own
// first write is not safe.
func create(path string) (err error) {
	temporary, err := os.CreateTemp(filepath.Dir(path), filepath.Base(path)+newSuffix+"*")
	if err != nil {
		return fmt.Errorf("create database: %w", err)
	}
	name := temporary.Name()
	defer func() {
		if err != nil {
			_ = os.Remove(name)
		}
	}()
	if err := temporary.Close(); err != nil {
		return fmt.Errorf("create database: %w", err)
	}
	bolt, err := bbolt.Open(name, 0o600, nil)
	if err != nil {
		return fmt.Errorf("create database: %w", err)
	}
	if err := errors.Join(bolt.Update(layOut), bolt.Close()); err != nil {
		return fmt.Errorf("create database: %w", err)
	}
	// Link refuses where Rename would replace what another process made meanwhile.
	if err := os.Link(name, path); err != nil && !errors.Is(err, fs.ErrExist) {
		if err := os.Rename(name, path); err != nil {
			return fmt.Errorf("create database: %w", err)
		}
	}
	_ = os.Remove(name)
	return SyncDir(filepath.Dir(path))
}

// SyncDir makes the entries of a folder durable.
func SyncDir(dir string) error {
	d, err := os.Open(dir)
	if err != nil {
		return fmt.Errorf("open folder: %w", err)
	}
	if err := errors.Join(d.Sync(), d.Close()); err != nil {
		return fmt.Errorf("sync folder: %w", err)
	}
	return nil
}

// view runs a read transaction in which damage becomes an error.
func (db *DB) view(f func(*bbolt.Tx) error) (err error) {
	db.using.RLock()
	defer db.using.RUnlock()
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	defer recoverDamage(&err)
	return db.handle.bolt.View(f)
}
