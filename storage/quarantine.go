package storage

import (
	"crypto/sha256"
	"encoding/hex"
	"maps"
	"slices"
	"strings"

	"anketa/survey"
)

// quarantine holds the records of a session of which two different ones were found
// under the same id: nobody can tell which is right, so neither is counted, and
// both are kept. An id that was quarantined once stays so.
type quarantine struct {
	// ids are those of responses, and of texts with their question in front.
	ids map[string]bool
	// records are the records by id and the first bytes of their SHA-256.
	records map[string][]byte
}

// separator stands between a question, which is "" for rows, and an id.
const separator = "\x00"

// readQuarantine returns what was quarantined of a session in any database.
func (g *gathering) readQuarantine(s *survey.Session) (*quarantine, error) {
	q := &quarantine{ids: map[string]bool{}, records: map[string][]byte{}}
	err := union(nested(g.all(bucketQuarantine), key(s.ID)), func(k []byte, records [][]byte) error {
		question, rest, ok := strings.Cut(string(k), separator)
		if !ok || len(rest) <= len(s.ID) || len(records) > 1 {
			return g.lost("quarantine", s.Title, nil, damaged("a quarantined record has an unknown form"))
		}
		record, err := unseal(g.db.crc, k, records[0])
		if err != nil {
			return g.lost("quarantine", s.Title, nil, err)
		}
		q.ids[question+separator+rest[:len(s.ID)]] = true
		q.records[string(k)] = slices.Clone(record)
		return nil
	})
	return q, err
}

// takes keeps the records of an id when it is quarantined or must be now.
func (q *quarantine) takes(question string, id []byte, records [][]byte) bool {
	k := question + separator + string(id)
	if len(records) < 2 && !q.ids[k] {
		return false
	}
	q.ids[k] = true
	for _, record := range records {
		sum := sha256.Sum256(record)
		q.records[k+string(sum[:8])] = slices.Clone(record)
	}
	return true
}

// writeQuarantine writes what is quarantined of a session, and counts it.
func (g *gathering) writeQuarantine(s *survey.Session, q *quarantine) error {
	if len(q.records) == 0 {
		return nil
	}
	out := g.out.bucket([]byte(bucketQuarantine), key(s.ID))
	defer out.cancel()
	for _, k := range slices.Sorted(maps.Keys(q.records)) {
		if err := out.put([]byte(k), seal(g.db.crc, []byte(k), q.records[k])); err != nil {
			return err
		}
	}
	for _, k := range slices.Sorted(maps.Keys(q.ids)) {
		_, id, _ := strings.Cut(k, separator)
		g.quarantined = append(g.quarantined, hex.EncodeToString([]byte(id)))
	}
	return out.done()
}
