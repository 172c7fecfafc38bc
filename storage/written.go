package storage

import (
	"bytes"

	"go.etcd.io/bbolt"

	"anketa/results"
	"anketa/survey"
)

// written is a session as a write transaction read or left it. It holds the
// records that it was decoded from: as long as they are what stands in the
// file, byte for byte, they need not be verified and decoded again.
type written struct {
	session survey.Session
	codec   *codec
	batches results.Batches
	// record is that of the session, tally that of the batches.
	record, tally []byte
}

// writing returns a session for a write transaction, which owns it: what it
// changes is remembered only when it puts it back.
func (db *DB) writing(tx *bbolt.Tx, id survey.ID) (*written, error) {
	w := db.written
	db.written = nil
	record, tally := bucketSessions.of(tx).Get(key(id)), bucketTallies.of(tx).Get(key(id))
	if w != nil && w.session.ID == id && bytes.Equal(w.record, record) && bytes.Equal(w.tally, tally) {
		return w, nil
	}
	s, c, err := db.session(tx, id)
	if err != nil {
		return nil, err
	}
	b, err := db.batches(tx, c, id)
	return &written{session: s, codec: c, batches: b, record: bytes.Clone(record)}, err
}
