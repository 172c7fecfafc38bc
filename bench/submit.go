package main

import (
	"context"
	"database/sql"
	"errors"
	"os"
	"path/filepath"
	"time"

	"go.etcd.io/bbolt"
	"golang.org/x/sys/unix"

	"anketa/storage"
	"anketa/survey"
)

// submitFamily is what storing one response costs a person who waits for "thank you".
func submitFamily() family {
	return family{
		name: "submit", title: "Storing a response",
		about: "One response of twelve answers, durable when the call returns. *bbolt, one Put* stores the same row under a random key and nothing " +
			"else, *and the tally* the counts of the session beside it. *two flushes* writes and flushes two pages, which bbolt cannot do " +
			"without; *one flush* appends the row to a file. SQLite: WAL, `synchronous=FULL`, a prepared insert of twelve columns.",
		measure: submitRows,
	}
}

func submitRows(b *bench) ([]Row, error) {
	ours, err := b.submitter()
	if err != nil {
		return nil, err
	}
	row, tally, err := b.storedSizes()
	if err != nil {
		return nil, err
	}
	bare, err1 := b.bare(row, 0)
	both, err2 := b.bare(row, tally)
	two, err3 := b.pages()
	one, err4 := b.appender(row)
	lite, err5 := b.sqliteInsert()
	if err := errors.Join(err1, err2, err3, err4, err5); err != nil {
		return nil, err
	}
	if err := b.race(b.times(40), 50, ours, bare, both, two, one, lite); err != nil {
		return nil, err
	}
	peers := func(goal Goal) []Peer {
		return []Peer{
			{name: bare.name, theirs: bare.Series, goal: goal},
			{name: both.name, theirs: both.Series},
			{name: two.name, theirs: two.Series},
			{name: lite.name, theirs: lite.Series},
			{name: one.name, theirs: one.Series},
		}
	}
	return []Row{
		{name: "one response, median", unit: "µs", ours: ours.Series, peers: peers(atMost(1.10, "The tally is a second record in a second bucket, "+
			"and each bucket that changes costs a page more in the same flush; *and the tally* is what that costs alone."))},
		{name: "one response, 99th percentile", unit: "µs", ours: ours.Series, at: p99, peers: peers(Goal{})},
	}, nil
}

// submitter stores responses as the kiosk does.
func (b *bench) submitter() (*contender, error) {
	db, session, err := b.openSession()
	if err != nil {
		return nil, err
	}
	return &contender{name: "anketa", do: timed(time.Microsecond, func() error {
		return db.AddResponse(context.Background(), session, sheet())
	})}, nil
}

// openSession makes a database with a session that takes responses.
func (b *bench) openSession() (*storage.DB, survey.ID, error) {
	dir, err := b.folder("submit")
	if err != nil {
		return nil, survey.ID{}, err
	}
	db, err := storage.Open(filepath.Join(dir, "anketa.db"), storage.Options{Create: true})
	if err != nil {
		return nil, survey.ID{}, err
	}
	b.atEnd(db.Close)
	session, err := db.CreateSession(b.ctx, survey.Session{ID: survey.NewID(), Title: "Niš", Open: true}, twelve())
	return db, session.ID, err
}

// storedSizes returns how many bytes a row and a tally take in a database of anketa.
func (b *bench) storedSizes() (row, tally int, err error) {
	path, err := b.filled(1)
	if err != nil {
		return 0, 0, err
	}
	bolt, err := bbolt.Open(path, 0o600, &bbolt.Options{ReadOnly: true})
	if err != nil {
		return 0, 0, err
	}
	defer bolt.Close()
	err = bolt.View(func(tx *bbolt.Tx) error {
		_, value := tx.Bucket([]byte("tallies")).Cursor().First()
		session, _ := tx.Bucket([]byte("responses")).Cursor().First()
		if value == nil || session == nil {
			return errors.New("the layout of the database is not the one that is measured")
		}
		_, first := tx.Bucket([]byte("responses")).Bucket(session).Cursor().First()
		row, tally = len(first), len(value)
		return nil
	})
	return row, tally, err
}

// bare puts a row of a size under a random key, and a tally under a fixed one unless its
// size is 0.
func (b *bench) bare(row, tally int) (*contender, error) {
	dir, err := b.folder("bare")
	if err != nil {
		return nil, err
	}
	bolt, err := bbolt.Open(filepath.Join(dir, "bare.db"), 0o600, nil)
	if err != nil {
		return nil, err
	}
	b.atEnd(bolt.Close)
	rows, tallies, session := []byte("rows"), []byte("tallies"), survey.NewID()
	err = bolt.Update(func(tx *bbolt.Tx) error {
		_, err1 := tx.CreateBucket(rows)
		_, err2 := tx.CreateBucket(tallies)
		return errors.Join(err1, err2)
	})
	value, counts := make([]byte, row), make([]byte, tally)
	c := &contender{name: "bbolt, one Put", do: timed(time.Microsecond, func() error {
		id := survey.NewID()
		return bolt.Update(func(tx *bbolt.Tx) error {
			if tally > 0 {
				if err := tx.Bucket(tallies).Put(session[:], counts); err != nil {
					return err
				}
			}
			return tx.Bucket(rows).Put(id[:], value)
		})
	})}
	if tally > 0 {
		c.name = "bbolt, and the tally"
	}
	return c, err
}

// pages writes a page, flushes it, writes another in place and flushes that, in a file
// that has room.
func (b *bench) pages() (*contender, error) {
	const size, count = 4096, 1024
	f, err := b.file("pages", make([]byte, size*count))
	if err != nil {
		return nil, err
	}
	page, next := make([]byte, size), int64(0)
	return &contender{name: "two flushes (limit of bbolt)", do: timed(time.Microsecond, func() error {
		next = next%(count-1) + 1
		_, err1 := f.WriteAt(page, next*size)
		err2 := unix.Fdatasync(int(f.Fd()))
		_, err3 := f.WriteAt(page, 0)
		return errors.Join(err1, err2, err3, unix.Fdatasync(int(f.Fd())))
	})}, nil
}

// appender appends a row to a file and flushes it.
func (b *bench) appender(row int) (*contender, error) {
	f, err := b.file("appended", nil)
	if err != nil {
		return nil, err
	}
	value, end := make([]byte, row), int64(0)
	return &contender{name: "one flush (limit)", do: timed(time.Microsecond, func() error {
		n, err := f.WriteAt(value, end)
		end += int64(n)
		return errors.Join(err, unix.Fdatasync(int(f.Fd())))
	})}, nil
}

// file makes a file with a content.
func (b *bench) file(name string, content []byte) (*os.File, error) {
	f, err := os.Create(filepath.Join(b.dir, name))
	if err != nil {
		return nil, err
	}
	b.atEnd(f.Close)
	_, err = f.Write(content)
	return f, errors.Join(err, f.Sync())
}

// sqliteInsert stores responses with SQLite.
func (b *bench) sqliteInsert() (*contender, error) {
	insert, err := b.sqliteInserter()
	return &contender{name: "SQLite", do: timed(time.Microsecond, insert)}, err
}

// sqliteInserter returns what stores one response with SQLite.
func (b *bench) sqliteInserter() (func() error, error) {
	dir, err := b.folder("sqlite")
	if err != nil {
		return nil, err
	}
	db, err := sql.Open("sqlite3", filepath.Join(dir, "sqlite.db")+"?_journal_mode=WAL&_synchronous=FULL")
	if err != nil {
		return nil, err
	}
	b.atEnd(db.Close)
	db.SetMaxOpenConns(1)
	if _, err := db.Exec(createResponses()); err != nil {
		return nil, err
	}
	insert, err := db.Prepare(insertResponse())
	if err != nil {
		return nil, err
	}
	return func() error {
		_, err := insert.Exec(columns(sheet())...)
		return err
	}, nil
}
