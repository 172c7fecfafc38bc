package storage

import (
	"bytes"
	"slices"

	"go.etcd.io/bbolt"
)

// union walks through the keys of several buckets in their order and gives each
// key once, with its different values in their order. Buckets that are nil are
// left out; the value of a nested bucket is nil. The result depends on the set of
// buckets only, not on how they are sorted or whether one comes twice.
func union(buckets []*bbolt.Bucket, each func(key []byte, values [][]byte) error) error {
	type place struct {
		cursor     *bbolt.Cursor
		key, value []byte
	}
	var places []place
	for _, b := range buckets {
		if b == nil {
			continue
		}
		p := place{cursor: b.Cursor()}
		if p.key, p.value = p.cursor.First(); p.key != nil {
			places = append(places, p)
		}
	}
	for len(places) > 0 {
		first := slices.MinFunc(places, func(a, b place) int { return bytes.Compare(a.key, b.key) }).key
		var values [][]byte
		for i := range places {
			if bytes.Equal(places[i].key, first) {
				values = append(values, places[i].value)
				places[i].key, places[i].value = places[i].cursor.Next()
			}
		}
		slices.SortFunc(values, bytes.Compare)
		if err := each(first, slices.CompactFunc(values, bytes.Equal)); err != nil {
			return err
		}
		places = slices.DeleteFunc(places, func(p place) bool { return p.key == nil })
	}
	return nil
}

// nested returns the bucket of a name in each of several buckets; it is nil where
// there is none.
func nested(buckets []*bbolt.Bucket, name []byte) []*bbolt.Bucket {
	found := make([]*bbolt.Bucket, len(buckets))
	for i, b := range buckets {
		if b != nil {
			found[i] = b.Bucket(name)
		}
	}
	return found
}

// none reports whether there is no bucket among several.
func none(buckets []*bbolt.Bucket) bool {
	return !slices.ContainsFunc(buckets, func(b *bbolt.Bucket) bool { return b != nil })
}
