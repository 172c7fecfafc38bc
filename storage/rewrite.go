package storage

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime/debug"

	"go.etcd.io/bbolt"
	bbolterrors "go.etcd.io/bbolt/errors"
)

// Compact writes the file anew in its canonical form and goes on with that: the
// same records give the same bytes, and nothing else is in it, such as the state
// before the last response. It belongs behind [DB.CloseSession]. After an error the
// file is as it was.
func (db *DB) Compact(ctx context.Context) error {
	return db.rewrite(ctx, func(*gathering) {})
}

// FinishClosing does what a closing left undone because the disk was full or the
// program was ended: it writes the file anew when a session was closed since that was
// done last. It reports whether there was something to do.
func (db *DB) FinishClosing(ctx context.Context) (owed bool, err error) {
	err = db.view(func(tx *bbolt.Tx) error {
		owed = bucketMeta.of(tx).Get([]byte(keyOwed)) != nil
		return ctx.Err()
	})
	if err != nil || !owed {
		return false, err
	}
	return true, db.Compact(ctx)
}

// Place gives a finished file a name that no file may have yet, durably; one that
// is there gives an error that matches fs.ErrExist. Both lie on one disk.
func Place(finished, path string) error {
	// Linking refuses where renaming would replace what was made meanwhile. The
	// file systems of memory sticks have no links.
	err := os.Link(finished, path)
	if err != nil && !errors.Is(err, fs.ErrExist) {
		if _, there := os.Lstat(path); there != nil {
			err = os.Rename(finished, path)
		}
	}
	if err != nil {
		return errors.Join(err, os.Remove(finished))
	}
	_ = os.Remove(finished)
	return SyncDir(filepath.Dir(path))
}

// gather writes a gathering to a new file beside a path, makes it durable and
// returns its name. After an error there is none.
func gather(ctx context.Context, path string, g *gathering) (finished string, err error) {
	if g.out, err = newCanonical(path); err != nil {
		return "", outOfOrder(err)
	}
	if err := g.write(ctx); err != nil {
		g.out.abandon()
		return "", err
	}
	finished = g.out.bolt.Path()
	if err := g.out.close(); err != nil {
		return "", errors.Join(outOfOrder(err), os.Remove(finished))
	}
	return finished, nil
}

// rewrite writes the file anew, after prepare had a say in it, and puts the new
// file in the place of the old one: whoever opens the path finds one or the other,
// whole. Transactions wait meanwhile.
func (db *DB) rewrite(ctx context.Context, prepare func(*gathering)) error {
	db.using.Lock()
	defer db.using.Unlock()
	switch {
	case db.closed:
		return bbolterrors.ErrDatabaseNotOpen
	case db.opts.ReadOnly || db.unsure.Load():
		return ErrReadOnly
	}
	if err := db.inPlace(db.handle); err != nil {
		return err
	}
	finished, err := db.gatherOwn(ctx, prepare)
	if err != nil {
		return err
	}
	if err := db.goOnWith(finished); err != nil {
		// It is still there when it could not take the place of the other one.
		_ = os.Remove(finished)
		return err
	}
	db.wake()
	return nil
}

// gatherOwn writes the new file.
func (db *DB) gatherOwn(ctx context.Context, prepare func(*gathering)) (finished string, err error) {
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	defer recoverDamage(&err)
	err = db.handle.bolt.View(func(tx *bbolt.Tx) error {
		g := db.newGathering([]*bbolt.Tx{tx})
		prepare(g)
		finished, err = gather(ctx, db.path, g)
		return err
	})
	return finished, err
}

// goOnWith gives a finished file the name of the database and uses it from now on.
// It is opened, and so locked, before it has the name: at no moment can another
// kiosk open it.
func (db *DB) goOnWith(finished string) error {
	h, err := openHandle(finished, db.opts)
	if err != nil {
		return err
	}
	if err := os.Rename(finished, db.path); err != nil {
		return errors.Join(outOfOrder(err), h.bolt.Close())
	}
	old := db.handle
	db.handle, db.written = h, nil
	// Nobody can do anything about a handle that does not close: its file has no
	// name any more.
	_ = old.bolt.Close()
	if err := SyncDir(filepath.Dir(db.path)); err != nil {
		db.unsure.Store(true)
		return outOfOrder(err)
	}
	return nil
}
