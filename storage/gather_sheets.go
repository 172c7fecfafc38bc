package storage

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"

	"anketa/results"
	"anketa/survey"
)

// sheets are the buckets in which responses of one sort lie, with their texts.
type sheets struct {
	rows, texts bucket
	// counted says that they are in the tally.
	counted bool
}

// everySheet lists the sorts of responses.
func everySheet() []sheets {
	return []sheets{{bucketResponses, bucketTexts, true}, {bucketPartials, bucketPartialTexts, false}}
}

// writeSheets writes responses, texts and tallies of all sessions.
func (g *gathering) writeSheets(ctx context.Context) error {
	for _, b := range []bucket{bucketResponses, bucketTexts, bucketTallies} {
		if err := g.out.bucket([]byte(b)).done(); err != nil {
			return err
		}
	}
	for i := range g.sessions {
		s := &g.sessions[i]
		if err := g.writeSheetsOf(ctx, s); err != nil {
			return fmt.Errorf("session “%s”: %w", s.Title, err)
		}
	}
	return nil
}

// writeSheetsOf writes what belongs to a session.
func (g *gathering) writeSheetsOf(ctx context.Context, s *survey.Session) error {
	c, err := g.db.known(s.Revision)
	if err != nil {
		return err
	}
	q, err := g.readQuarantine(s)
	if err != nil {
		return err
	}
	l, err := g.readLosses(s)
	if err != nil {
		return err
	}
	if err := g.placed(s); err != nil {
		return err
	}
	t := results.NewTally(c.survey)
	for _, sort := range everySheet() {
		if err := g.writeRows(ctx, sort, s, c, q, l, &t); err != nil {
			return err
		}
		if err := g.writeTexts(sort, s, c, q, l, &t); err != nil {
			return err
		}
	}
	if err := g.writeQuarantine(s, q); err != nil {
		return err
	}
	if err := errors.Join(g.writeReviews(s, c, q), g.writeStatements(s, c), g.writePaper(s)); err != nil {
		return err
	}
	if err := g.writeTally(s, c, q, l, t); err != nil {
		return err
	}
	return g.writeLosses(s, l)
}

// writeRows writes the responses of one sort and counts them where they count.
func (g *gathering) writeRows(ctx context.Context, sort sheets, s *survey.Session, c *codec, q *quarantine, l *losses, t *results.Tally) error {
	from := nested(g.all(sort.rows), key(s.ID))
	if none(from) && !sort.counted {
		return nil
	}
	out := g.out.bucket([]byte(sort.rows), key(s.ID))
	defer out.cancel()
	err := union(from, func(id []byte, rows [][]byte) error {
		rows, err := g.intact(s, l, "", id, rows, func(row []byte) error {
			_, _, err := c.split(id, row)
			return err
		})
		if err != nil {
			return err
		}
		if len(rows) > 0 && q.takes("", id, rows) {
			return nil
		}
		if len(rows) > 0 {
			if err = count(c, id, rows[0], sort.counted, t); err != nil {
				err = g.lose(s, l, "", id, rows[0], err)
				rows = nil
			}
		}
		if len(rows) == 0 {
			if sort.counted {
				l.rows++
			}
			if g.rescue != nil {
				g.rescue.Lost++
			}
			return err
		}
		if g.done++; g.progress != nil {
			g.progress(g.done, max(g.of, g.done))
		}
		return errors.Join(ctx.Err(), out.put(id, rows[0]))
	})
	return errors.Join(err, out.done())
}

// count verifies a row and adds it to a tally when it counts.
func count(c *codec, id, row []byte, counted bool, t *results.Tally) error {
	if counted && !c.survey.LinkTexts {
		cells, _, err := c.split(id, row)
		if err == nil && !t.AddCells(cells) {
			err = damaged("a row does not fit its survey")
		}
		return err
	}
	r, err := c.decode(id, row)
	if err == nil && counted {
		t.Add(r.Answers)
	}
	return err
}

// writeTexts writes the free texts that lie apart and counts them where they count.
func (g *gathering) writeTexts(sort sheets, s *survey.Session, c *codec, q *quarantine, l *losses, t *results.Tally) error {
	from := nested(g.all(sort.texts), key(s.ID))
	if none(from) && !sort.counted {
		return nil
	}
	if err := g.out.bucket([]byte(sort.texts), key(s.ID)).done(); err != nil {
		return err
	}
	return union(from, func(question []byte, _ [][]byte) error {
		at, ok := c.survey.Question(string(question))
		if !ok {
			return g.lost("text", s.Title, nil, damaged("there are texts to a question that was not asked"))
		}
		out := g.out.bucket([]byte(sort.texts), key(s.ID), question)
		defer out.cancel()
		n, counts := 0, sort.counted && c.survey.Questions[at].Kind == survey.KindText
		err := union(nested(from, question), func(id []byte, texts [][]byte) error {
			texts, err := g.intact(s, l, string(question), id, texts, func(text []byte) error {
				_, err := g.db.decodeText(id, text)
				return err
			})
			if err != nil {
				return err
			}
			if len(texts) == 0 {
				if counts {
					l.texts[at]++
				}
				return nil
			}
			if q.takes(string(question), id, texts) {
				return nil
			}
			n++
			return out.put(id, texts[0])
		})
		if counts {
			l.kept[at] += n
			addTexts(t, at, n)
		}
		return errors.Join(err, out.done())
	})
}

// writeTally writes the tally of a session: the one that a database holds for just
// these responses, because it knows which of them may be shown, or else a count of
// all, of which what no file has shown stays hidden, see [results.Union]. A
// session that is open cannot be counted so: nobody would know its batches.
func (g *gathering) writeTally(s *survey.Session, c *codec, q *quarantine, l *losses, counted results.Tally) error {
	candidates, err := g.tallies(s)
	if err != nil {
		return err
	}
	shown, common := g.files(s, c)
	b := results.Union(c.survey, counted, shown, common)
	agreed, most := false, 0
	for i := range candidates {
		most = max(most, candidates[i].Shown())
	}
	for i := range candidates {
		total := candidates[i].Total()
		if !total.Equal(counted) || agreed {
			continue
		}
		agreed = true
		// Another file may have shown more of an open session that ends here.
		if s.Open || candidates[i].Shown() == most {
			b = candidates[i]
		}
	}
	switch {
	case s.Open && !agreed:
		return fmt.Errorf("%w: “%s”", ErrStillOpen, s.Title)
	case !s.Open:
		b.Seal()
	case g.blurred:
		b.Blur()
	}
	// What a single database lost shows in its tally; where several are put together
	// nobody knows what was in which.
	if !agreed && len(g.from) == 1 && len(candidates) == 1 && len(q.ids) == 0 {
		record := bucketTallies.of(g.from[0]).Get(key(s.ID))
		err := l.compare(c.survey, record, candidates[0].Total(), counted)
		if err == nil && !candidates[0].Settled() {
			err = damaged("those whom a session holds back are not known without the damaged responses")
		}
		if g.rescue == nil && err != nil {
			return err
		}
	}
	if !agreed && g.rescue != nil && len(candidates) > 0 {
		g.rescue.Lost += max(0, candidates[0].N()-counted.N()-l.rows)
		g.rescue.Damages = append(g.rescue.Damages, Damage{What: "tally", Session: s.Title, ID: s.ID.String(), Err: "it does not agree with the responses"})
	}
	data, err := b.AppendBinary(nil)
	if err != nil {
		return err
	}
	out := g.out.bucket([]byte(bucketTallies))
	defer out.cancel()
	return errors.Join(out.put(key(s.ID), seal(g.db.crc, key(s.ID), data)), out.done())
}

// tallies returns the different tallies of a session, in the order of their records.
func (g *gathering) tallies(s *survey.Session) ([]results.Batches, error) {
	c, err := g.db.known(s.Revision)
	if err != nil {
		return nil, err
	}
	records := map[string]bool{}
	for _, b := range g.all(bucketTallies) {
		if record := b.Get(key(s.ID)); record != nil {
			records[string(record)] = true
		}
	}
	var all []results.Batches
	for _, text := range slices.Sorted(maps.Keys(records)) {
		b, err := g.db.decodeBatches(c, s.ID, []byte(text))
		if err != nil {
			if err := g.lost("tally", s.Title, s.ID[:], err); err != nil {
				return nil, err
			}
			continue
		}
		all = append(all, b)
	}
	return all, nil
}
