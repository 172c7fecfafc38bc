package storage

import (
	"context"
	"crypto/rand"
	"crypto/subtle"
	"errors"

	"go.etcd.io/bbolt"
	"golang.org/x/crypto/argon2"
)

// The cost of one guess (RFC 9106, section 4, second recommended option, with
// one lane: the kiosk may have one core). It takes about 0.2 s.
const (
	argonTime   = 3
	argonMemory = 64 << 10 // KiB
	argonLanes  = 1
	saltSize    = 16
	hashSize    = 32
)

// pinRecord is the stored form of the PIN.
type pinRecord struct {
	Salt []byte `json:"salt"`
	Hash []byte `json:"hash"`
	// The cost is stored so that it can be raised without locking anybody out.
	Time   uint32 `json:"time"`
	Memory uint32 `json:"memory"`
}

// SetPIN stores a PIN as an argon2id hash. It is a gate for the results and the
// set-up, not encryption.
func (db *DB) SetPIN(ctx context.Context, pin string) error {
	record := pinRecord{Salt: make([]byte, saltSize), Time: argonTime, Memory: argonMemory}
	// crypto/rand.Read never returns an error since Go 1.24.
	_, _ = rand.Read(record.Salt)
	record.Hash = record.hash(pin)
	return db.persist(ctx, func(tx *bbolt.Tx) error {
		return db.putJSON(bucketMeta.of(tx), []byte(keyPIN), record)
	})
}

// HasPIN reports whether a PIN was set.
func (db *DB) HasPIN(ctx context.Context) (bool, error) {
	var record pinRecord
	found, err := db.pin(ctx, &record)
	return found, err
}

// CheckPIN reports whether a PIN is the stored one.
func (db *DB) CheckPIN(ctx context.Context, pin string) (bool, error) {
	var record pinRecord
	found, err := db.pin(ctx, &record)
	if err != nil || !found {
		return false, err
	}
	if record.Time == 0 || record.Time > 100 || record.Memory > 1<<20 || len(record.Hash) != hashSize {
		return false, damaged("the PIN has an unknown form")
	}
	return subtle.ConstantTimeCompare(record.Hash, record.hash(pin)) == 1, nil
}

// pin reads the stored PIN.
func (db *DB) pin(ctx context.Context, record *pinRecord) (found bool, err error) {
	err = db.view(func(tx *bbolt.Tx) error {
		found, err = db.getJSON(bucketMeta.of(tx), []byte(keyPIN), record)
		return err
	})
	return found, errors.Join(err, ctx.Err())
}

// hash returns the argon2id hash of a PIN with the record's salt and cost.
func (r *pinRecord) hash(pin string) []byte {
	return argon2.IDKey([]byte(pin), r.Salt, r.Time, r.Memory, argonLanes, hashSize)
}
