package storage

import (
	"context"
	"fmt"

	"go.etcd.io/bbolt"

	"anketa/survey"
)

// SetAttended corrects how many people attended a session; 0 means that it is not
// known. Nothing else of the session changes.
func (db *DB) SetAttended(ctx context.Context, id survey.ID, attended int) error {
	return db.persist(ctx, func(tx *bbolt.Tx) error {
		session, _, err := db.session(tx, id)
		if err != nil {
			return err
		}
		session.Attended = attended
		if err := session.Check(); err != nil {
			return fmt.Errorf("correct the number attended: %w", err)
		}
		return db.putJSON(bucketSessions.of(tx), key(id), session)
	})
}
