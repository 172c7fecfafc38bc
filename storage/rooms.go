package storage

import (
	"bytes"
	"cmp"
	"slices"

	"go.etcd.io/bbolt"

	"anketa/results"
	"anketa/survey"
)

// files returns what the databases have shown of a session, from the one that has shown
// most and in an order that depends on their content alone, and how many responses two
// of them have in common.
func (g *gathering) files(s *survey.Session, c *codec) (shown []results.Batches, common func(i, j int) int) {
	type file struct {
		rows   *bbolt.Bucket
		record []byte
		shown  results.Batches
	}
	var all []file
	rows, tallies := nested(g.all(bucketResponses), key(s.ID)), g.all(bucketTallies)
	for i := range g.from {
		if tallies[i] == nil || rows[i] == nil {
			continue
		}
		record := tallies[i].Get(key(s.ID))
		if record == nil {
			continue
		}
		b, err := g.db.decodeBatches(c, s.ID, record)
		if err != nil {
			continue // What cannot be read is reported with the other tallies.
		}
		all = append(all, file{rows[i], record, b})
	}
	slices.SortFunc(all, func(a, b file) int {
		return cmp.Or(cmp.Compare(b.shown.Shown(), a.shown.Shown()), bytes.Compare(a.record, b.record))
	})
	for i := range all {
		shown = append(shown, all[i].shown)
	}
	counted := map[[2]int]int{}
	return shown, func(i, j int) int {
		pair := [2]int{min(i, j), max(i, j)}
		n, ok := counted[pair]
		if !ok {
			n = inCommon(all[i].rows, all[j].rows)
			counted[pair] = n
		}
		return n
	}
}

// inCommon returns how many responses two files have in common.
func inCommon(a, b *bbolt.Bucket) int {
	n, cursor := 0, a.Cursor()
	for id, _ := cursor.First(); id != nil; id, _ = cursor.Next() {
		if b.Get(id) != nil {
			n++
		}
	}
	return n
}
