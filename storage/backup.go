package storage

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"go.etcd.io/bbolt"
)

// Backup writes a canonical copy to a new file, also while the kiosk runs. A file
// that is there already is refused with an error that matches fs.ErrExist. Of a
// session that still collects the copy tells neither the order of responses nor
// who came last.
func (db *DB) Backup(ctx context.Context, path string) error {
	return db.view(func(tx *bbolt.Tx) error {
		if _, err := os.Lstat(path); err == nil {
			return fmt.Errorf("back up to %s: %w", path, os.ErrExist)
		}
		g := db.newGathering([]*bbolt.Tx{tx})
		g.blurred = true
		finished, err := gather(ctx, path, g)
		if err != nil {
			return err
		}
		return Place(finished, path)
	})
}

// mostBackups is how many backups of one name a folder takes.
const mostBackups = 999

// BackupInto is [DB.Backup] to a folder that is there, under a name that is free:
// where NAME.db is taken, by whatever it may be, the file is called NAME-2.db, and
// so on. It returns the path.
func (db *DB) BackupInto(ctx context.Context, dir, name string) (path string, err error) {
	for i := 1; i <= mostBackups; i++ {
		file := name + ".db"
		if i > 1 {
			file = fmt.Sprintf("%s-%d.db", name, i)
		}
		path = filepath.Join(dir, file)
		if err = db.Backup(ctx, path); !errors.Is(err, fs.ErrExist) {
			break
		}
	}
	return path, err
}
