package storage

import (
	"context"
	"errors"
	"fmt"

	"go.etcd.io/bbolt"

	"anketa/survey"
)

// bucketPaper holds a bucket for each session: for every response that was typed in from
// paper one mark, a random key of its own with nothing behind it. Nothing links a mark to
// a response: what is known is how many there are. As a set they survive what a number
// would not: copies of a session that are merged have the same marks, different kiosks
// have different ones, so that nobody is counted twice and nobody is lost. Files that
// never needed the bucket do not have it.
const bucketPaper bucket = "paper"

// AddPaper is [DB.AddResponse] for a form that was filled in by hand: it stores a mark
// beside it, in the same transaction. Repeated under the same id it stores neither the
// response nor the mark again.
func (db *DB) AddPaper(ctx context.Context, session survey.ID, r survey.Response) error {
	return db.submit(ctx, &submission{session: session, response: r, paper: true})
}

// markPaper stores a mark in a session.
func (db *DB) markPaper(tx *bbolt.Tx, session survey.ID) error {
	marks, err := bucketPaper.create(tx, session)
	if err != nil {
		return err
	}
	id := db.newID()
	if err := marks.Put(key(id), seal(db.crc, key(id), nil)); err != nil {
		return fmt.Errorf("store mark: %w", err)
	}
	return nil
}

// papers returns how many responses of a session came from paper.
func papers(tx *bbolt.Tx, session survey.ID) int {
	if marks := bucketPaper.within(tx, session); marks != nil {
		return marks.Stats().KeyN
	}
	return 0
}

// writePaper writes the marks of a session: those of all databases, each once.
func (g *gathering) writePaper(s *survey.Session) error {
	from := nested(g.all(bucketPaper), key(s.ID))
	if none(from) {
		return nil
	}
	out := g.out.bucket([]byte(bucketPaper), key(s.ID))
	defer out.cancel()
	err := union(from, func(id []byte, marks [][]byte) error {
		// One database may have a mark whole that is damaged in another.
		err := error(damaged("a mark has no key"))
		for _, mark := range marks {
			if err = g.db.checkMark(id, mark); err == nil {
				return out.put(id, mark)
			}
		}
		return g.lost("paper", s.Title, id, err)
	})
	return errors.Join(err, out.done())
}

// checkMark says what is wrong with a mark.
func (db *DB) checkMark(id, mark []byte) error {
	content, err := unseal(db.crc, id, mark)
	if err == nil && (len(id) != len(survey.ID{}) || len(content) > 0) {
		err = damaged("a mark has a content")
	}
	return err
}

// checkPaper reads every mark. All belong to a session, and none has more of them than
// it has responses, in whatever state these are.
func (db *DB) checkPaper(ctx context.Context) error {
	return db.view(func(tx *bbolt.Tx) error {
		top := bucketPaper.of(tx)
		if top == nil {
			return nil
		}
		return top.ForEach(func(session, value []byte) error {
			if len(session) != len(survey.ID{}) || value != nil || bucketSessions.of(tx).Get(session) == nil {
				return damaged("there are marks of no session")
			}
			l, most := newLosses(), 0
			if err := l.read(db, bucketDamaged.within(tx, survey.ID(session))); err != nil {
				return err
			}
			for _, b := range []bucket{bucketResponses, bucketQuarantine} {
				if records := b.within(tx, survey.ID(session)); records != nil {
					most += records.Stats().KeyN
				}
			}
			if papers(tx, survey.ID(session)) > most+l.n() {
				return damaged("there are more marks of paper than responses")
			}
			return top.Bucket(session).ForEach(func(id, mark []byte) error {
				return errors.Join(db.checkMark(id, mark), ctx.Err())
			})
		})
	})
}
