package storage

import (
	"context"

	"go.etcd.io/bbolt"

	"anketa/survey"
)

// Surveys returns each revision of a survey that a session was started with,
// and the titles of its sessions, in the order of [DB.Sessions]. A record that
// cannot be read gives an error that matches [ErrDamaged].
func (db *DB) Surveys(ctx context.Context) ([]survey.Earlier, error) {
	sessions, err := db.Sessions(ctx)
	if err != nil {
		return nil, err
	}
	var surveys []survey.Earlier
	at := map[survey.Revision]int{}
	err = db.view(func(tx *bbolt.Tx) error {
		for i := range sessions {
			n, known := at[sessions[i].Revision]
			if !known {
				c, err := db.codec(tx, sessions[i].Revision)
				if err != nil {
					return err
				}
				n, at[sessions[i].Revision] = len(surveys), len(surveys)
				surveys = append(surveys, survey.Earlier{Survey: c.survey})
			}
			surveys[n].Sessions = append(surveys[n].Sessions, sessions[i].Title)
		}
		return ctx.Err()
	})
	if err != nil {
		return nil, err
	}
	return surveys, nil
}
