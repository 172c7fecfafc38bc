package storage

import (
	"context"
	"hash/crc32"
	"time"

	"go.etcd.io/bbolt"

	"anketa/survey"
)

// What the tests see of the inside: the forms of the records, for those that
// look at stored bytes, and the bell of the watchers.

// Rows encodes and decodes the rows of one survey as the database does.
type Rows struct{ codec *codec }

// NewRows prepares the rows of a survey.
func NewRows(s *survey.Survey) Rows {
	_, revision, err := s.Revise()
	if err != nil {
		panic(err)
	}
	return Rows{newCodec(s, revision, castagnoli())}
}

// Encode returns the row of a response.
func (r Rows) Encode(response *survey.Response) []byte { return r.codec.encode(response) }

// Decode reads a row under its key.
func (r Rows) Decode(key, row []byte) (survey.Response, error) { return r.codec.decode(key, row) }

// Head returns what every row starts with.
func (r Rows) Head() []byte { return append([]byte(nil), r.codec.head[:]...) }

// DecodeText reads a text record under its key.
func DecodeText(key, record []byte) (survey.Answer, error) {
	db := &DB{crc: castagnoli()}
	return db.decodeText(key, record)
}

// Seal appends the checksum that a record has under a key.
func Seal(key, payload []byte) []byte { return seal(castagnoli(), key, payload) }

// Wake tells the watchers what every stored change tells them.
func (db *DB) Wake() { db.wake() }

// castagnoli returns the table of the records' checksums.
func castagnoli() *crc32.Table { return crc32.MakeTable(crc32.Castagnoli) }

// SetCheapPIN stores a PIN that costs little to check.
func (db *DB) SetCheapPIN(ctx context.Context, pin string) error { return db.setPIN(ctx, pin, 1, 8) }

// BeforeVerify makes every check call a function between storing the attempt and
// comparing the PIN.
func (db *DB) BeforeVerify(call func()) {
	db.verify = func(r *pinRecord, pin string) bool {
		call()
		return r.verify(pin)
	}
}

// CheckPINCarelessly is CheckPIN in the wrong order: it compares first and
// stores the attempt afterwards.
func (db *DB) CheckPINCarelessly(ctx context.Context, pin string) (right bool, wait time.Duration, err error) {
	db.pinMu.Lock()
	defer db.pinMu.Unlock()
	var record pinRecord
	if _, err := db.pin(ctx, &record); err != nil {
		return false, 0, err
	}
	if wait, err := db.pinWait(ctx); err != nil || wait > 0 {
		return false, wait, err
	}
	if db.verify(&record, pin) {
		return true, 0, nil
	}
	_, wait, err = db.attempt(ctx)
	return false, wait, err
}

// ShiftAttempts makes the last attempt appear to be older than it is: what a
// clock that is set forward looks like.
func (db *DB) ShiftAttempts(by time.Duration) error {
	return db.handle.bolt.Update(func(tx *bbolt.Tx) error {
		var a attempts
		if err := db.getAttempts(tx, &a); err != nil {
			return err
		}
		a.Since = a.Since.Add(-by)
		return db.putJSON(bucketMeta.of(tx), []byte(keyAttempts), a)
	})
}

// Hold makes whoever submits wait for its end, and Waiting tells how many do.
func (db *DB) Hold() (end func()) {
	db.group.turn <- struct{}{}
	return func() { <-db.group.turn }
}

// Waiting returns how many responses nobody is storing yet.
func (db *DB) Waiting() int {
	db.group.mu.Lock()
	defer db.group.mu.Unlock()
	return len(db.group.waiting)
}

// Commits returns how many write transactions the file has had.
func (db *DB) Commits() (n int) {
	_ = db.view(func(tx *bbolt.Tx) error { n = tx.ID(); return nil })
	return n
}
