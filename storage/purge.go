package storage

import (
	"bytes"
	"context"
	"maps"
	"slices"
	"time"

	"go.etcd.io/bbolt"

	"anketa/survey"
)

// Purged is what is left of a session whose answers were taken away: that it was
// there, and no answer.
type Purged struct {
	// ID, Title and Date are those of the session.
	ID    survey.ID `json:"id"`
	Title string    `json:"title"`
	Date  string    `json:"date"`
	// Responses is how many there were.
	Responses int `json:"responses"`
	// On is the day of the purge as YYYY-MM-DD.
	On string `json:"on"`
}

// Purge takes closed sessions with all their answers out of the file and leaves a
// [Purged] for each. The file is written anew, so that nothing of them can be read
// in it any more. An open session is refused with [ErrStillOpen], an unknown one
// with [ErrNotFound]; then nothing changes.
func (db *DB) Purge(ctx context.Context, ids []survey.ID, now time.Time) ([]Purged, error) {
	leaves := make([]Purged, 0, len(ids))
	for _, id := range ids {
		part, err := db.Part(ctx, id)
		if err != nil {
			return nil, err
		}
		if part.Session.Open {
			return nil, ErrStillOpen
		}
		leaves = append(leaves, Purged{
			ID: id, Title: part.Session.Title, Date: part.Session.Date, Responses: part.Batches.N(), On: now.Format(time.DateOnly),
		})
	}
	return leaves, db.rewrite(ctx, func(g *gathering) { g.purges = leaves })
}

// Purges returns what is left of the sessions that were purged.
func (db *DB) Purges(ctx context.Context) ([]Purged, error) {
	var purges []Purged
	err := db.view(func(tx *bbolt.Tx) error {
		return union([]*bbolt.Bucket{bucketPurged.of(tx)}, func(id []byte, records [][]byte) error {
			var p Purged
			if err := db.readJSON(id, records[0], &p); err != nil {
				return err
			}
			p.Title = survey.CleanLine(p.Title, survey.MaxNameLength)
			purges = append(purges, p)
			return ctx.Err()
		})
	})
	return purges, err
}

// writePurged writes what is left of purged sessions, from all databases and by
// now, and returns their ids: a session that was purged once does not come back
// out of another file.
func (g *gathering) writePurged() (map[survey.ID]bool, error) {
	records := map[survey.ID][]byte{}
	err := union(g.all(bucketPurged), func(id []byte, found [][]byte) error {
		var p Purged
		if err := g.db.readJSON(id, found[0], &p); err != nil {
			return g.lost("purge", "", id, err)
		}
		records[p.ID] = found[0]
		return nil
	})
	if err != nil {
		return nil, err
	}
	for i := range g.purges {
		if records[g.purges[i].ID], err = g.db.sealJSON(key(g.purges[i].ID), &g.purges[i]); err != nil {
			return nil, err
		}
	}
	ids := map[survey.ID]bool{}
	if len(records) == 0 {
		return ids, nil
	}
	out := g.out.bucket([]byte(bucketPurged))
	defer out.cancel()
	for _, id := range slices.SortedFunc(maps.Keys(records), func(a, b survey.ID) int { return bytes.Compare(a[:], b[:]) }) {
		ids[id] = true
		if err := out.put(key(id), records[id]); err != nil {
			return nil, err
		}
	}
	return ids, out.done()
}
