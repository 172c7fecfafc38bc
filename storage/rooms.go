package storage

import (
	"bytes"
	"cmp"
	"slices"

	"go.etcd.io/bbolt"

	"anketa/results"
	"anketa/survey"
)

// room is what the databases that share responses of a session have shown of it:
// copies of one kiosk, or what was merged of it. Different rooms have no response in
// common, so what they have shown adds up.
type room struct {
	// rows are the responses of its databases.
	rows []*bbolt.Bucket
	// record is the tally of the one that has shown most, shown what it says.
	record []byte
	shown  results.Batches
}

// rooms returns the batches of each room, in the order of their records. Databases
// that have shown nobody make no room.
func (g *gathering) rooms(s *survey.Session, c *codec) []results.Batches {
	var all []*room
	rows, tallies := nested(g.all(bucketResponses), key(s.ID)), g.all(bucketTallies)
	for i := range g.from {
		if tallies[i] == nil {
			continue
		}
		record := tallies[i].Get(key(s.ID))
		if record == nil {
			continue
		}
		b, err := g.db.decodeBatches(c, s.ID, record)
		if err != nil || b.Shown() < c.survey.MinGroup {
			continue // What cannot be read is reported with the other tallies.
		}
		all = join(all, &room{rows: rows[i : i+1], record: record, shown: b})
	}
	slices.SortFunc(all, func(a, b *room) int { return bytes.Compare(a.record, b.record) })
	shown := make([]results.Batches, len(all))
	for i := range all {
		shown[i] = all[i].shown
	}
	return shown
}

// join adds a room and makes one of all that share responses with it.
func join(all []*room, added *room) []*room {
	return append(slices.DeleteFunc(all, func(r *room) bool {
		if !r.shares(added.rows) {
			return false
		}
		added.rows = slices.Concat(added.rows, r.rows)
		// Which of two that have shown as many is taken depends on their content alone.
		if cmp.Or(cmp.Compare(r.shown.Shown(), added.shown.Shown()), bytes.Compare(added.record, r.record)) > 0 {
			added.record, added.shown = r.record, r.shown
		}
		return true
	}), added)
}

// shares reports whether a response of the room is in one of these buckets, too.
func (r *room) shares(others []*bbolt.Bucket) bool {
	for _, rows := range r.rows {
		if rows == nil {
			continue
		}
		cursor := rows.Cursor()
		for id, _ := cursor.First(); id != nil; id, _ = cursor.Next() {
			if slices.ContainsFunc(others, func(b *bbolt.Bucket) bool { return b != nil && b.Get(id) != nil }) {
				return true
			}
		}
	}
	return false
}
