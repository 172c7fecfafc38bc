package storage

import (
	"context"
	"crypto/rand"
	"crypto/subtle"
	"errors"
	"time"

	"go.etcd.io/bbolt"
	"golang.org/x/crypto/argon2"

	"anketa/survey"
)

// ErrBadPIN says that a text cannot be a PIN.
var ErrBadPIN = errors.New("a PIN has 4 to 32 digits and nothing else")

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

// SetPIN stores a PIN as an argon2id hash and forgets the wrong attempts at the
// one before. It is a gate for the results and the set-up, not encryption.
func (db *DB) SetPIN(ctx context.Context, pin string) error {
	return db.setPIN(ctx, pin, argonTime, argonMemory)
}

// setPIN stores a PIN with a cost.
func (db *DB) setPIN(ctx context.Context, pin string, time, memory uint32) error {
	if !survey.ValidPIN(pin) {
		return ErrBadPIN
	}
	record := pinRecord{Salt: make([]byte, saltSize), Time: time, Memory: memory}
	// crypto/rand.Read never returns an error since Go 1.24.
	_, _ = rand.Read(record.Salt)
	record.Hash = record.hash(pin)
	db.pinMu.Lock()
	defer db.pinMu.Unlock()
	return db.persist(ctx, func(tx *bbolt.Tx) error {
		if err := db.putJSON(bucketMeta.of(tx), []byte(keyPIN), record); err != nil {
			return err
		}
		return forgetAttempts(tx)
	})
}

// HasPIN reports whether a PIN was set.
func (db *DB) HasPIN(ctx context.Context) (bool, error) {
	var record pinRecord
	found, err := db.pin(ctx, &record)
	return found, err
}

// CheckPIN reports whether a PIN is the stored one, and how long the next check
// must wait. While one must wait nothing is compared, not even the right PIN,
// and a text that cannot be a PIN is neither compared nor counted: it tells
// nothing that is not known to everybody.
//
// The attempt is stored before the PIN is compared, so that whoever cuts the
// power in between has used it up; the right PIN then clears the attempts. One
// check runs at a time, whichever terminal asks. When right is true and err is
// not nil, the PIN was right but the attempts could not be cleared.
func (db *DB) CheckPIN(ctx context.Context, pin string) (right bool, wait time.Duration, err error) {
	db.pinMu.Lock()
	defer db.pinMu.Unlock()
	var record pinRecord
	found, err := db.pin(ctx, &record)
	if err != nil || !found {
		return false, 0, err
	}
	if record.Time == 0 || record.Time > 100 || record.Memory > 1<<20 || len(record.Hash) != hashSize {
		return false, 0, damaged("the PIN has an unknown form")
	}
	if !survey.ValidPIN(pin) {
		wait, err = db.pinWait(ctx)
		return false, wait, err
	}
	allowed, wait, err := db.attempt(ctx)
	if err != nil || !allowed {
		return false, wait, err
	}
	if !db.verify(&record, pin) {
		return false, wait, nil
	}
	return true, 0, db.update(ctx, forgetAttempts)
}

// pin reads the stored PIN.
func (db *DB) pin(ctx context.Context, record *pinRecord) (found bool, err error) {
	err = db.view(func(tx *bbolt.Tx) error {
		found, err = db.getJSON(bucketMeta.of(tx), []byte(keyPIN), record)
		return err
	})
	return found, errors.Join(err, ctx.Err())
}

// verify reports whether a PIN is that of the record.
func (r *pinRecord) verify(pin string) bool {
	return subtle.ConstantTimeCompare(r.Hash, r.hash(pin)) == 1
}

// hash returns the argon2id hash of a PIN with the record's salt and cost.
func (r *pinRecord) hash(pin string) []byte {
	return argon2.IDKey([]byte(pin), r.Salt, r.Time, r.Memory, argonLanes, hashSize)
}
