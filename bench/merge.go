package main

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"path/filepath"
	"time"

	"go.etcd.io/bbolt"

	"anketa/storage"
)

// mergeFamily is putting the files of three cities together.
func mergeFamily() family {
	return family{
		name: "merge", title: "Merging three databases of 100,000 responses",
		about: "Three databases are put together into a new one. anketa verifies every record and writes the file anew, durably. *a bare copy* puts " +
			"the same records into one bucket of bbolt in the order of their keys, in one commit; SQLite attaches the three files and inserts their rows, " +
			"`insert or ignore`, in one transaction.",
		measure: mergeRows,
	}
}

func mergeRows(b *bench) ([]Row, error) {
	var files, lites []string
	for i := range 3 {
		path := filepath.Join(b.dir, fmt.Sprintf("city-%d.db", i))
		if err := fill(b.ctx, path, sheets(100_000)); err != nil {
			return nil, err
		}
		files = append(files, path)
		lite, err := b.sqliteOf(path, path+".sqlite")
		if err != nil {
			return nil, err
		}
		lites = append(lites, lite)
	}
	ours := &contender{name: "anketa", do: timed(time.Second, func() error { return b.merge(files) })}
	bare := &contender{name: "a bare copy with bbolt", do: timed(time.Second, func() error { return b.copyRecords(files) })}
	lite := &contender{name: "SQLite", do: timed(time.Second, func() error { return b.sqliteMerge(lites) })}
	if err := b.race(b.times(3), 1, ours, bare, lite); err != nil {
		return nil, err
	}
	return []Row{{
		name: "3 × 100,000", unit: "s", ours: ours.Series, limit: atMost(3, "Every record is verified and the file is written anew."),
		peers: []Peer{{name: bare.name, theirs: bare.Series}, {name: lite.name, theirs: lite.Series}},
	}}, nil
}

// merge merges databases into a new one.
func (b *bench) merge(files []string) (err error) {
	dir, err := b.folder("merged")
	if err != nil {
		return err
	}
	db, err := storage.Open(filepath.Join(dir, "all.db"), storage.Options{Create: true})
	if err != nil {
		return err
	}
	var sources []*storage.DB
	defer func() {
		for _, source := range append(sources, db) {
			err = errors.Join(err, source.Close())
		}
	}()
	for _, file := range files {
		source, err := storage.Open(file, storage.Options{ReadOnly: true})
		if err != nil {
			return err
		}
		sources = append(sources, source)
	}
	merged, err := db.Merge(context.Background(), sources, nil)
	if err == nil && merged.Responses != len(files)*100_000 {
		err = fmt.Errorf("%d responses came together", merged.Responses)
	}
	return err
}

// copyRecords puts the rows of databases into one bucket, in the order of their keys.
func (b *bench) copyRecords(files []string) (err error) {
	dir, err := b.folder("copied")
	if err != nil {
		return err
	}
	to, err := bbolt.Open(filepath.Join(dir, "all.db"), 0o600, nil)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, to.Close()) }()
	var cursors []*bbolt.Cursor
	for _, file := range files {
		from, err := bbolt.Open(file, 0o600, &bbolt.Options{ReadOnly: true})
		if err != nil {
			return err
		}
		defer from.Close()
		tx, err := from.Begin(false)
		if err != nil {
			return err
		}
		defer func() { _ = tx.Rollback() }()
		responses := tx.Bucket([]byte("responses"))
		session, _ := responses.Cursor().First()
		cursors = append(cursors, responses.Bucket(session).Cursor())
	}
	return to.Update(func(tx *bbolt.Tx) error {
		rows, err := tx.CreateBucket([]byte("rows"))
		if err != nil {
			return err
		}
		rows.FillPercent = 1
		return putInOrder(rows, cursors)
	})
}

// putInOrder puts the records of several cursors into a bucket, the smallest key first.
func putInOrder(rows *bbolt.Bucket, cursors []*bbolt.Cursor) error {
	type record struct{ key, value []byte }
	heads := make([]record, len(cursors))
	for i, c := range cursors {
		heads[i].key, heads[i].value = c.First()
	}
	for {
		least := -1
		for i := range heads {
			if heads[i].key != nil && (least < 0 || string(heads[i].key) < string(heads[least].key)) {
				least = i
			}
		}
		if least < 0 {
			return nil
		}
		if err := rows.Put(heads[least].key, heads[least].value); err != nil {
			return err
		}
		heads[least].key, heads[least].value = cursors[least].Next()
	}
}

// sqliteMerge inserts the rows of SQLite files into a new one.
func (b *bench) sqliteMerge(files []string) (err error) {
	dir, err := b.folder("merged")
	if err != nil {
		return err
	}
	db, err := sql.Open("sqlite3", filepath.Join(dir, "all.db")+"?_journal_mode=WAL&_synchronous=FULL")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	db.SetMaxOpenConns(1)
	statements := []string{createResponses()}
	for i, file := range files {
		statements = append(statements, fmt.Sprintf("attach '%s' as city%d", file, i))
	}
	statements = append(statements, "begin")
	for i := range files {
		statements = append(statements, fmt.Sprintf("insert or ignore into responses select * from city%d.responses", i))
	}
	for _, s := range append(statements, "commit") {
		if _, err := db.Exec(s); err != nil {
			return err
		}
	}
	return nil
}
