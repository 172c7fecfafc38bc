package storage

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"go.etcd.io/bbolt"
)

// canonical writes a database in the one form that a set of records has: the same
// records give the same bytes, in whatever order they were stored before. What is
// not among the records, such as deleted ones or the state before the last
// transaction, is not in the file.
//
// bbolt writes the buckets that a transaction touched in an order of chance, so
// that [bbolt.Compact] gives different files for the same records. Here every
// transaction touches one bucket only, and keys come in their order.
type canonical struct{ bolt *bbolt.DB }

// chunkSize is how many bytes of keys and values one transaction writes; they are
// held in memory until it is committed. bbolt holds several times as much, and copies
// it whenever the file grows: sixteen times the size took twice the time, and more
// memory the more responses there were.
const chunkSize = 256 << 10

// newCanonical begins a new file with a name of its own beside a path.
func newCanonical(beside string) (*canonical, error) {
	f, err := os.CreateTemp(filepath.Dir(beside), filepath.Base(beside)+newSuffix+"*")
	if err != nil {
		return nil, fmt.Errorf("write database: %w", err)
	}
	if err := f.Close(); err != nil {
		return nil, errors.Join(fmt.Errorf("write database: %w", err), os.Remove(f.Name()))
	}
	// It is synced once, at the end: until then nobody relies on it.
	bolt, err := bbolt.Open(f.Name(), 0o600, &bbolt.Options{NoSync: true, NoGrowSync: true})
	if err != nil {
		return nil, errors.Join(fmt.Errorf("write database: %w", err), os.Remove(f.Name()))
	}
	return &canonical{bolt: bolt}, nil
}

// close makes the file durable and closes it.
func (c *canonical) close() error {
	return errors.Join(c.bolt.Sync(), c.bolt.Close())
}

// abandon closes the file and takes it away.
func (c *canonical) abandon() {
	name := c.bolt.Path()
	_ = c.bolt.Close()
	_ = os.Remove(name)
}

// bucket begins to fill a bucket, which is named by those that it lies in.
func (c *canonical) bucket(path ...[]byte) *filling { return &filling{bolt: c.bolt, path: path} }

// filling is a bucket that is being written. Its keys must come in their order.
type filling struct {
	bolt *bbolt.DB
	path [][]byte
	tx   *bbolt.Tx
	at   *bbolt.Bucket
	size int
}

// begin opens the bucket, and makes it when it is not there.
func (f *filling) begin() (err error) {
	if f.tx, err = f.bolt.Begin(true); err != nil {
		return fmt.Errorf("write database: %w", err)
	}
	if f.at, err = f.tx.CreateBucketIfNotExists(f.path[0]); err != nil {
		return fmt.Errorf("write bucket: %w", err)
	}
	for _, name := range f.path[1:] {
		if f.at, err = f.at.CreateBucketIfNotExists(name); err != nil {
			return fmt.Errorf("write bucket: %w", err)
		}
	}
	// Nothing is inserted between what is there: pages may be nearly full.
	f.at.FillPercent = 0.95
	return nil
}

// put writes a record.
func (f *filling) put(key, value []byte) error {
	if f.tx == nil {
		if err := f.begin(); err != nil {
			return err
		}
	}
	if err := f.at.Put(key, value); err != nil {
		return fmt.Errorf("write record: %w", err)
	}
	if f.size += len(key) + len(value); f.size >= chunkSize {
		return f.commit()
	}
	return nil
}

// done ends the bucket, which is there afterwards even if it is empty.
func (f *filling) done() error {
	if f.tx == nil {
		if err := f.begin(); err != nil {
			return err
		}
	}
	return f.commit()
}

// commit ends a transaction.
func (f *filling) commit() error {
	tx := f.tx
	f.tx, f.at, f.size = nil, nil, 0
	if err := tx.Commit(); err != nil {
		return fmt.Errorf("write database: %w", err)
	}
	return nil
}

// cancel ends what is under way after an error.
func (f *filling) cancel() {
	if f.tx != nil {
		_ = f.tx.Rollback()
		f.tx = nil
	}
}
