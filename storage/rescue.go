package storage

import (
	"bytes"
	"context"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"slices"

	"go.etcd.io/bbolt"

	"anketa/survey"
)

// Damage is a part of a database that cannot be read.
type Damage struct {
	// What is damaged: "head", "structure", "session", "survey", "response", "text",
	// "review", "statement", "paper", "tally", "quarantine", "loss", "purge" or "settings".
	What string `json:"what"`
	// Session is the title of the session it belongs to, or "".
	Session string `json:"session,omitempty"`
	// ID is the key of the record in hexadecimal digits, or "".
	ID string `json:"id,omitempty"`
	// Err says why, without any content.
	Err string `json:"error"`
}

// Rescued says what a copy holds, and what it does not.
type Rescued struct {
	Sessions  int `json:"sessions"`
	Responses int `json:"responses"`
	// Open are the titles of the sessions that were open; in the copy they are closed.
	Open []string `json:"open"`
	// Damages are the parts that were left out, or had to be made anew.
	Damages []Damage `json:"damages"`
	// LeftOut are the ids of records that were damaged already when the file was
	// written; Missing is how many its tallies counted beside them.
	LeftOut []string `json:"left_out"`
	Missing int      `json:"missing"`
	// Quarantined are ids of which two different records were found.
	Quarantined []string `json:"quarantined"`
	// Lost is how many responses were in the file and are not in the copy; Unasked is
	// how many sessions were left out because what they asked cannot be read.
	Lost    int `json:"lost"`
	Unasked int `json:"unasked"`
}

// Whole reports whether the copy holds all that was in the file: what was damaged
// could be made anew.
func (r *Rescued) Whole() bool {
	lacking := slices.ContainsFunc(r.Damages, func(d Damage) bool { return d.What != "tally" && d.What != "survey" })
	return len(r.Damages) == 0 || !lacking && r.Lost == 0 && r.Unasked == 0 && r.Missing == 0
}

// Rescue writes all that can be read of a database to a new file in canonical
// form, and says what cannot. Tallies are counted anew where they do not agree
// with the responses; an open session is closed then. A file that nothing can be
// read of gives [ErrDamaged] or [ErrForeign], and no new file.
//
// Surveys stand in for records that cannot be read, where a session names just their
// revision.
//
// A damaged file can make bbolt loop without end or take memory without end: call
// it in a process of its own.
func Rescue(ctx context.Context, from, to string, surveys ...*survey.Survey) (Rescued, error) {
	var r Rescued
	db, err := Open(from, Options{ReadOnly: true, rescuing: true})
	if err != nil {
		return r, err
	}
	defer db.Close()
	if _, err := os.Lstat(to); err == nil {
		return r, fmt.Errorf("write %s: %w", to, os.ErrExist)
	}
	if whole, err := wholeHeads(from); err == nil && !whole && !LeftInterrupted(from) {
		r.Damages = append(r.Damages, Damage{What: "head", Err: "the last change may be missing"})
	}
	err = db.view(func(tx *bbolt.Tx) error {
		said := false
		for err := range tx.Check() {
			if !said {
				said = true
				r.Damages = append(r.Damages, Damage{What: "structure", Err: err.Error()})
			}
		}
		return nil
	})
	if err != nil {
		r.Damages = append(r.Damages, Damage{What: "structure", Err: err.Error()})
	}
	err = db.view(func(tx *bbolt.Tx) error {
		g := db.newGathering([]*bbolt.Tx{tx})
		g.rescue = &r
		if err := g.keepSurveys(surveys); err != nil {
			return err
		}
		finished, err := gather(ctx, to, g)
		if err != nil {
			return err
		}
		r.Sessions, r.Responses, r.Quarantined = len(g.sessions), g.done, g.quarantined
		r.LeftOut, r.Missing = g.leftOut, g.missing
		return Place(finished, to)
	})
	return r, err
}

// lost notes damage when the databases are being rescued, and returns the error
// otherwise.
func (g *gathering) lost(what, session string, id []byte, err error) error {
	if err == nil || g.rescue == nil || !errors.Is(err, ErrDamaged) {
		return err
	}
	g.rescue.Damages = append(g.rescue.Damages, Damage{What: what, Session: session, ID: hex.EncodeToString(id), Err: err.Error()})
	return nil
}

// keepSurveys takes the surveys that stand in for records that cannot be read.
func (g *gathering) keepSurveys(surveys []*survey.Survey) error {
	g.spare = map[survey.Revision][]byte{}
	for _, s := range surveys {
		data, revision, err := s.Revise()
		if err != nil {
			return err
		}
		g.spare[revision] = seal(g.db.crc, revision[:], data)
	}
	return nil
}

// standIn returns the record of the survey that stands in for another, or nil.
func (g *gathering) standIn(revision survey.Revision) []byte {
	record := g.spare[revision]
	if record == nil || g.db.learn(revision, record) != nil {
		return nil
	}
	return record
}

// leaveOut counts a session that is not copied, and its responses.
func (g *gathering) leaveOut(session []byte) {
	if g.rescue == nil {
		return
	}
	g.rescue.Unasked++
	for _, sort := range everySheet() {
		_ = union(nested(g.all(sort.rows), session), func([]byte, [][]byte) error {
			g.rescue.Lost++
			return nil
		})
	}
}

// adoptOrphans finds the responses that lie under the id of no session: its record
// lost its place, or the responses lost theirs.
func (g *gathering) adoptOrphans() error {
	if g.rescue == nil {
		return nil
	}
	records := g.all(bucketSessions)
	err := union(g.all(bucketResponses), func(id []byte, _ [][]byte) error {
		if slices.ContainsFunc(records, func(b *bbolt.Bucket) bool { return b.Get(id) != nil }) {
			return nil
		}
		if s, ok := g.adopt(id); ok {
			g.sessions = append(g.sessions, s)
		} else {
			g.leaveOut(id)
		}
		return g.lost("session", "", id, damaged("there are responses without their session"))
	})
	slices.SortFunc(g.sessions, func(a, b survey.Session) int { return bytes.Compare(a.ID[:], b.ID[:]) })
	return err
}

// placed reports, as damage, that a database has a session without its tally, or
// without the place of its responses or texts: storage makes them with the session.
func (g *gathering) placed(s *survey.Session) error {
	for _, tx := range g.from {
		if bucketSessions.of(tx).Get(key(s.ID)) == nil {
			continue
		}
		for _, part := range []struct {
			what  string
			there bool
		}{
			{"response", bucketResponses.within(tx, s.ID) != nil},
			{"text", bucketTexts.within(tx, s.ID) != nil},
			{"tally", bucketTallies.of(tx).Get(key(s.ID)) != nil},
		} {
			if part.there {
				continue
			}
			if err := g.lost(part.what, s.Title, key(s.ID), damaged("a part of the session is missing")); err != nil {
				return err
			}
		}
	}
	return nil
}

// adopt makes a record for a session whose own cannot be read: its responses say
// which survey they answer.
func (g *gathering) adopt(id []byte) (survey.Session, bool) {
	s := survey.Session{Title: "?"}
	if len(id) != copy(s.ID[:], id) {
		return s, false
	}
	s.Title = "? " + s.ID.String()[:8]
	var head []byte
	for _, rows := range nested(g.all(bucketResponses), id) {
		if rows == nil {
			continue
		}
		if _, row := rows.Cursor().First(); len(row) >= rowHead {
			head = row[1:rowHead]
		}
	}
	found := false
	known := func(revision []byte, _ [][]byte) error {
		if len(head) > 0 && len(revision) == len(s.Revision) && string(revision[:revisionSize]) == string(head) {
			copy(s.Revision[:], revision)
			found = true
		}
		return nil
	}
	for revision := range g.spare {
		_ = known(revision[:], nil)
	}
	_ = union(g.all(bucketSurveys), known)
	return s, found
}
