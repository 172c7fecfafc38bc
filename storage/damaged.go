package storage

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"maps"
	"slices"
	"strings"

	"go.etcd.io/bbolt"

	"anketa/results"
	"anketa/survey"
)

// losses are what is lost of a session: records whose checksum is wrong, and
// responses or texts that its tally once counted and that are not there any more.
// They are in no number, and how many there are is shown beside every number.
//
// Whoever writes the file anew leaves damaged records out of it and keeps them here
// as they were found, so that nothing of them is forgotten: when another file has
// the same record whole, it is whole again.
type losses struct {
	// records are those that were damaged, by question, separator and id.
	records map[string][]byte
	// missing are numbers of records by the first bytes of the SHA-256 of the tally
	// that still counted them.
	missing map[string]int
	// rows and texts are how many were found to be damaged just now; texts by the
	// place of their question.
	rows  int
	texts map[int]int
	// kept is how many texts could be read.
	kept map[int]int
}

// missingKey stands where damaged records have their question; no question is called so.
const missingKey = "?" + separator

func newLosses() *losses {
	return &losses{records: map[string][]byte{}, missing: map[string]int{}, texts: map[int]int{}, kept: map[int]int{}}
}

// n returns how many records are lost.
func (l *losses) n() int {
	n := len(l.records)
	for _, missing := range l.missing {
		n += missing
	}
	return n
}

// found reports whether something was found to be damaged just now.
func (l *losses) found() bool { return l.rows > 0 || len(l.texts) > 0 }

// read adds what a database remembers to be lost.
func (l *losses) read(db *DB, b *bbolt.Bucket) error {
	if b == nil {
		return nil
	}
	return b.ForEach(func(k, sealed []byte) error {
		record, err := unseal(db.crc, k, sealed)
		if err != nil {
			return err
		}
		if sum, missing := strings.CutPrefix(string(k), missingKey); missing {
			n, size := binary.Uvarint(record)
			if size <= 0 || n > uint64(maxLost) {
				return damaged("the number of lost records is wrong")
			}
			l.missing[sum] = max(l.missing[sum], int(n))
			return nil
		}
		l.records[string(k)] = slices.Clone(record)
		return nil
	})
}

// maxLost is how many lost records a file may claim to have.
const maxLost = 100_000_000

// takes keeps a damaged record.
func (l *losses) takes(question string, id, record []byte) {
	l.records[question+separator+string(id)] = slices.Clone(record)
}

// addTexts counts the texts to a question. The response that a text came with may be
// lost: there are never more answers than responses.
func addTexts(t *results.Tally, question, texts int) { t.AddTexts(question, min(texts, t.N())) }

// compare looks whether what was counted and what was found to be damaged make up
// what the stored tally counts. What it counts beyond that is missing; a tally that
// counts less, or something else, is an error.
func (l *losses) compare(s *survey.Survey, record []byte, stored, counted results.Tally) error {
	missing := stored.N() - counted.N() - l.rows
	for i := range s.Questions {
		if s.Questions[i].Kind == survey.KindText && !s.LinkTexts {
			missing += stored.Count(i, 1) - l.kept[i] - l.texts[i]
		}
	}
	switch {
	case stored.Equal(counted) && !l.found():
		return nil
	case missing < 0 || !counted.Within(stored), missing == 0 && !l.found():
		return damaged("a tally does not agree with its responses")
	case missing > 0:
		sum := sha256.Sum256(record)
		l.missing[string(sum[:8])] = missing
	}
	return nil
}

// intact returns the records of an id that can be read, when a file is written anew.
// When there is none, the first one is lost.
func (g *gathering) intact(s *survey.Session, l *losses, question string, id []byte, records [][]byte, read func(record []byte) error) ([][]byte, error) {
	var whole [][]byte
	var first error
	for _, record := range records {
		err := read(record)
		if err == nil {
			whole = append(whole, record)
		} else if first == nil {
			first = err
		}
	}
	if len(whole) == 0 {
		return nil, g.lose(s, l, question, id, records[0], first)
	}
	delete(l.records, question+separator+string(id))
	return whole, nil
}

// lose leaves a damaged record out. While a session is open that is an error: nobody
// knows its batches without the record.
func (g *gathering) lose(s *survey.Session, l *losses, question string, id, record []byte, err error) error {
	if !errors.Is(err, ErrDamaged) || s.Open {
		return err
	}
	what := "response"
	if question != "" {
		what = "text"
	}
	l.takes(question, id, record)
	if g.rescue == nil {
		return nil
	}
	return g.lost(what, s.Title, id, err)
}

// readLosses returns what the databases remember to be lost of a session.
func (g *gathering) readLosses(s *survey.Session) (*losses, error) {
	l := newLosses()
	for _, b := range nested(g.all(bucketDamaged), key(s.ID)) {
		if err := l.read(g.db, b); err != nil {
			if err := g.lost("loss", s.Title, nil, err); err != nil {
				return nil, err
			}
		}
	}
	return l, nil
}

// writeLosses writes what is lost of a session, and names it.
func (g *gathering) writeLosses(s *survey.Session, l *losses) error {
	if l.n() == 0 {
		return nil
	}
	out := g.out.bucket([]byte(bucketDamaged), key(s.ID))
	defer out.cancel()
	records := maps.Clone(l.records)
	for sum, n := range l.missing {
		records[missingKey+sum] = binary.AppendUvarint(nil, uint64(n))
	}
	for _, k := range slices.Sorted(maps.Keys(records)) {
		if err := out.put([]byte(k), seal(g.db.crc, []byte(k), records[k])); err != nil {
			return err
		}
	}
	for _, k := range slices.Sorted(maps.Keys(l.records)) {
		_, id, _ := strings.Cut(k, separator)
		g.leftOut = append(g.leftOut, hex.EncodeToString([]byte(id)))
	}
	for _, n := range l.missing {
		g.missing += n
	}
	return out.done()
}
