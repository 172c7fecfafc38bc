package storage

import (
	"context"
	"time"

	"go.etcd.io/bbolt"
)

// freeAttempts is how many wrong PINs cost no wait: people mistype.
const freeAttempts = 3

// delay returns how long to wait after a number of wrong PINs in a row.
func delay(wrong int) time.Duration {
	steps := [...]time.Duration{30 * time.Second, time.Minute, 5 * time.Minute, 15 * time.Minute}
	if wrong <= freeAttempts {
		return 0
	}
	return steps[min(wrong-freeAttempts, len(steps))-1]
}

// attempts is what is stored of the PINs that were tried since the last right one.
type attempts struct {
	Wrong int `json:"wrong"`
	// Since is when the last of them was tried, or when the clock was first seen
	// to stand before that.
	Since time.Time `json:"since"`
}

// rest returns how long to wait at a moment. Within one run of the kiosk the
// wait counts on the monotonic clock as well as on the wall's, and the longer
// rest holds: setting the clock cannot shorten it. Over a restart only the wall's
// is left; who can set it has the machine, and with it the file.
func (a *attempts) rest(now, seen time.Time) time.Duration {
	passed := now.Sub(a.Since)
	if !seen.IsZero() {
		passed = min(passed, now.Sub(seen))
	}
	return max(0, delay(a.Wrong)-max(0, passed))
}

// PINWait returns how long the next check of a PIN must wait.
func (db *DB) PINWait(ctx context.Context) (time.Duration, error) {
	db.pinMu.Lock()
	defer db.pinMu.Unlock()
	return db.pinWait(ctx)
}

// pinWait is PINWait for who holds the lock.
func (db *DB) pinWait(ctx context.Context) (wait time.Duration, err error) {
	var a attempts
	if err := db.view(func(tx *bbolt.Tx) error { return db.getAttempts(tx, &a) }); err != nil {
		return 0, err
	}
	now := db.now()
	if !now.Before(a.Since) {
		return a.rest(now, db.attempted), ctx.Err()
	}
	err = db.update(ctx, func(tx *bbolt.Tx) error { return db.putAttempts(tx, a.Wrong, now) })
	return delay(a.Wrong), err
}

// attempt stores that a PIN is going to be compared, unless one must wait. It
// returns whether one may, and how long the check after this one must wait.
func (db *DB) attempt(ctx context.Context) (allowed bool, wait time.Duration, err error) {
	wait, err = db.pinWait(ctx)
	if err != nil || wait > 0 {
		return false, wait, err
	}
	now := db.now()
	err = db.update(ctx, func(tx *bbolt.Tx) error {
		var a attempts
		if err := db.getAttempts(tx, &a); err != nil {
			return err
		}
		wait = delay(a.Wrong + 1)
		return db.putAttempts(tx, a.Wrong+1, now)
	})
	return err == nil, wait, err
}

// getAttempts reads the attempts; there are none before the first.
func (db *DB) getAttempts(tx *bbolt.Tx, a *attempts) error {
	_, err := db.getJSON(bucketMeta.of(tx), []byte(keyAttempts), a)
	if err == nil && a.Wrong < 0 {
		return damaged("the attempts at the PIN have an unknown form")
	}
	return err
}

// putAttempts stores the attempts and begins the wait after them.
func (db *DB) putAttempts(tx *bbolt.Tx, wrong int, now time.Time) error {
	db.attempted = now
	return db.putJSON(bucketMeta.of(tx), []byte(keyAttempts), attempts{Wrong: wrong, Since: now.UTC().Round(0)})
}

// forgetAttempts begins to count anew.
func forgetAttempts(tx *bbolt.Tx) error { return bucketMeta.of(tx).Delete([]byte(keyAttempts)) }
