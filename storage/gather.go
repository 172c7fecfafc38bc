package storage

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"

	"go.etcd.io/bbolt"

	"anketa/survey"
)

// gathering writes what several databases hold together into a new file: the set
// of all their records. Which database comes first matters for its settings only,
// so that gathering is commutative, associative and idempotent.
//
// The new file is canonical, and its cost in memory does not depend on the number
// of responses.
type gathering struct {
	db  *DB
	out *canonical
	// from are the databases; the settings of the first one are kept.
	from []*bbolt.Tx
	// purges are the sessions that are left out from now on.
	purges []Purged
	// rescue notes what cannot be read, which is an error otherwise.
	rescue *Rescued
	// spare are surveys that stand in for records that cannot be read, sealed.
	spare map[survey.Revision][]byte
	// progress is told of responses written and of how many there are.
	progress func(done, of int)
	// blurred says that open sessions are copied without the batch under way, which
	// may be one person's answers.
	blurred bool

	sessions []survey.Session
	done, of int
	// quarantined are the ids of the records that are not counted.
	quarantined []string
	// leftOut are the ids of the records that were damaged, missing is how many
	// there must have been beside those.
	leftOut []string
	missing int
}

// newGathering prepares to write the databases together.
func (db *DB) newGathering(from []*bbolt.Tx) *gathering { return &gathering{db: db, from: from} }

// all returns a top-level bucket of every database; it is nil where there is none.
func (g *gathering) all(b bucket) []*bbolt.Bucket {
	found := make([]*bbolt.Bucket, len(g.from))
	for i, tx := range g.from {
		found[i] = b.of(tx)
	}
	return found
}

// write writes everything.
func (g *gathering) write(ctx context.Context) error {
	purged, err := g.writePurged()
	if err != nil {
		return err
	}
	if err := g.readSessions(purged); err != nil {
		return err
	}
	for _, step := range []func(context.Context) error{g.writeSurveys, g.writeSessions, g.writeSheets, g.writeMeta} {
		if err := step(ctx); err != nil {
			return err
		}
	}
	return nil
}

// readSessions reads the sessions that the new file will have. The record of one
// that is closed replaces one that is open; otherwise which of two is taken
// depends on their content alone.
func (g *gathering) readSessions(purged map[survey.ID]bool) error {
	err := union(g.all(bucketSessions), func(id []byte, records [][]byte) error {
		var (
			chosen survey.Session
			ok     bool
		)
		for i, record := range records {
			var s survey.Session
			if err := g.db.readJSON(id, record, &s); err != nil {
				if err := g.lost("session", "", id, err); err != nil {
					return err
				}
				if s, ok = g.adopt(id); !ok {
					g.leaveOut(id)
					return nil
				}
			}
			switch {
			case i > 0 && s.Revision != chosen.Revision:
				return fmt.Errorf("%w: the session “%s” asks different things in two files", ErrConflict, s.Title)
			case i == 0, chosen.Open && !s.Open, chosen.Open == s.Open:
				chosen = s
			}
		}
		chosen.Clean()
		if !purged[chosen.ID] {
			g.sessions = append(g.sessions, chosen)
		}
		return nil
	})
	return errors.Join(err, g.adoptOrphans())
}

// writeSurveys writes the surveys that the sessions were started with.
func (g *gathering) writeSurveys(ctx context.Context) error {
	asked := map[survey.Revision]bool{}
	for i := range g.sessions {
		asked[g.sessions[i].Revision] = true
	}
	whole := map[survey.Revision][]byte{}
	err := union(g.all(bucketSurveys), func(revision []byte, records [][]byte) error {
		if len(revision) != len(survey.Revision{}) || !asked[survey.Revision(revision)] {
			return ctx.Err()
		}
		delete(asked, survey.Revision(revision))
		for _, record := range records {
			if err := g.db.learn(survey.Revision(revision), record); err != nil {
				whole[survey.Revision(revision)] = g.standIn(survey.Revision(revision))
				return g.lost("survey", "", revision, err)
			}
		}
		whole[survey.Revision(revision)] = records[0]
		return nil
	})
	for revision := range asked {
		whole[revision] = g.standIn(revision)
		err = errors.Join(err, g.lost("survey", "", revision[:], damaged("the survey of a session is missing")))
	}
	return errors.Join(err, g.putSurveys(whole), g.dropUnasked())
}

// putSurveys writes the surveys that could be read, by revision.
func (g *gathering) putSurveys(records map[survey.Revision][]byte) error {
	out := g.out.bucket([]byte(bucketSurveys))
	defer out.cancel()
	for _, revision := range slices.SortedFunc(maps.Keys(records), func(a, b survey.Revision) int { return bytes.Compare(a[:], b[:]) }) {
		if records[revision] == nil {
			continue
		}
		if err := out.put(revision[:], records[revision]); err != nil {
			return err
		}
	}
	return out.done()
}

// dropUnasked leaves out the sessions of which nobody knows what was asked.
func (g *gathering) dropUnasked() error {
	var err error
	g.sessions = slices.DeleteFunc(g.sessions, func(s survey.Session) bool {
		_, unknown := g.db.known(s.Revision)
		if unknown != nil {
			err = errors.Join(err, g.lost("session", s.Title, s.ID[:], unknown))
			g.leaveOut(s.ID[:])
		}
		return unknown != nil
	})
	return err
}

// writeSessions writes the records of the sessions.
func (g *gathering) writeSessions(context.Context) error {
	out := g.out.bucket([]byte(bucketSessions))
	defer out.cancel()
	for i := range g.sessions {
		if g.rescue != nil && g.sessions[i].Open {
			// Nobody knows the batches of responses that are counted anew.
			g.sessions[i].Open = false
			g.rescue.Open = append(g.rescue.Open, g.sessions[i].Title)
		}
		record, err := g.db.sealJSON(key(g.sessions[i].ID), &g.sessions[i])
		if err != nil {
			return err
		}
		if err := out.put(key(g.sessions[i].ID), record); err != nil {
			return err
		}
		if g.progress == nil {
			continue
		}
		if err := g.expect(&g.sessions[i]); err != nil {
			return err
		}
	}
	return out.done()
}

// expect adds the responses of a session to those that progress is told of.
func (g *gathering) expect(s *survey.Session) error {
	tallies, err := g.tallies(s)
	if err != nil {
		return err
	}
	most := 0
	for i := range tallies {
		most = max(most, tallies[i].N())
	}
	g.of += most
	return nil
}

// writeMeta writes the schema and the settings of the first database.
func (g *gathering) writeMeta(context.Context) error {
	out := g.out.bucket([]byte(bucketMeta))
	defer out.cancel()
	err := bucketMeta.of(g.from[0]).ForEach(func(k, v []byte) error {
		if string(k) == keySchema {
			return out.put(k, []byte{schema})
		}
		if string(k) == keyOwed {
			// This is what was owed.
			return nil
		}
		if _, err := unseal(g.db.crc, k, v); err != nil {
			return g.lost("settings", "", k, err)
		}
		return out.put(k, v)
	})
	return errors.Join(err, out.done())
}
