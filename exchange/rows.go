package exchange

import (
	"context"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"math/rand/v2"

	"anketa/results"
	"anketa/survey"
)

// Responses is where single responses are kept.
type Responses interface {
	// Shuffled calls a function with every response of a session, in an order drawn
	// by chance, or in any when there is none; and then the next one in the same order.
	Shuffled(ctx context.Context, session survey.ID, chance *rand.Rand, each ...func([]survey.Answer) error) error
}

// Rows are the single responses that may leave in a file, in an order and under ids
// that are drawn anew each time, so that two files do not match up row by row.
type Rows struct {
	// Release says what may leave.
	Release *results.Release
	// Lang is the language of labels; Labels puts these instead of values.
	Lang   survey.Lang
	Labels bool
	// Progress is told now and then how many rows are written; it may be nil.
	Progress func(rows int)

	from   Responses
	chance *rand.Rand
	parts  []part
}

// part is one session that leaves.
type part struct {
	session *survey.Session
	// name is what the session is called in rows; no other is called so.
	name  string
	rules *results.Rows
	// at holds for each question of the pool where it is in the survey of the session,
	// or -1; codes what the codes of its points are in the pool. Both are nil when the
	// session asked the pool itself.
	at    []int
	codes [][]survey.Code
	n     int
	// damaged is how many of its records can no longer be read.
	damaged int
}

// Refused is a session of which nothing may leave in rows.
type Refused struct {
	Session *survey.Session
	// Err is one of results.ErrRowsOpen, results.ErrRowsFew and results.ErrRowsLate.
	Err error
	// MinGroup is the smallest group of the session.
	MinGroup int
}

// NewRows prepares the rows of a release, and returns which sessions they are without.
func NewRows(r *results.Release, from Responses, chance *rand.Rand) (*Rows, []Refused) {
	rows := &Rows{Release: r, Lang: r.Survey.Languages[0], from: from, chance: chance}
	var refused []Refused
	names := map[string]bool{}
	for i := range r.Parts {
		session := &r.Parts[i].Session
		rules, err := r.Rows(i)
		if err != nil {
			refused = append(refused, Refused{session, err, r.Parts[i].Survey.MinGroup})
			continue
		}
		p := part{session: session, name: own(session, names), rules: rules, n: r.Parts[i].Batches.N(), damaged: r.Parts[i].Damaged}
		p.follow(r.Survey, r.Parts[i].Survey)
		rows.parts = append(rows.parts, p)
	}
	return rows, refused
}

// own returns a name for a session that no session before it has.
func own(s *survey.Session, taken map[string]bool) string {
	name := s.Title
	if name == "" {
		name = s.ID.String()
	}
	for n := 2; taken[name]; n++ {
		name = fmt.Sprintf("%s (%d)", s.Title, n)
	}
	taken[name] = true
	return name
}

// follow finds the questions and the points of a pool in the survey of a session.
func (p *part) follow(pool, s *survey.Survey) {
	if pool == s {
		return
	}
	p.at, p.codes = make([]int, len(pool.Questions)), make([][]survey.Code, len(pool.Questions))
	for i := range pool.Questions {
		q := &pool.Questions[i]
		at, ok := s.Question(q.ID)
		if p.at[i] = at; !ok {
			p.at[i] = -1
			continue
		}
		for j := range s.Questions[at].Points {
			code, _ := q.CodeOf(s.Questions[at].Points[j].Value)
			if q.OfScale() {
				// The points of a scale are the same in all versions, whatever their values.
				code = survey.Code(j + 1)
			}
			p.codes[i] = append(p.codes[i], code)
		}
	}
}

// N returns how many rows there are.
func (r *Rows) N() int {
	n := 0
	for i := range r.parts {
		n += r.parts[i].n
	}
	return n
}

// each calls a function with what may leave of every response, in the order of the
// pool's questions. The answers are good until it returns.
func (r *Rows) each(ctx context.Context, write func(p *part, answers []survey.Answer) error) error {
	pooled := make([]survey.Answer, len(r.Release.Survey.Questions))
	written := 0
	for i := range r.parts {
		p := &r.parts[i]
		var count []func([]survey.Answer) error
		if p.rules.Counts() {
			count = append(count, func(answers []survey.Answer) error { p.rules.Count(answers); return nil })
		}
		limited := func(answers []survey.Answer) error {
			if written++; r.Progress != nil && written&0xFFF == 0 {
				r.Progress(written)
			}
			answers = p.rules.Limit(answers)
			if p.at != nil {
				p.pool(r.Release.Survey, pooled, answers)
				answers = pooled
			}
			return write(p, answers)
		}
		if err := r.from.Shuffled(ctx, p.session.ID, r.chance, append(count, limited)...); err != nil {
			return err
		}
	}
	return nil
}

// pool puts the answers to the survey of a session where the pool has them. What the
// session did not ask was not asked.
func (p *part) pool(s *survey.Survey, pooled, answers []survey.Answer) {
	for i, at := range p.at {
		if at < 0 {
			pooled[i] = survey.Answer{Code: survey.NotAsked}
			continue
		}
		a := answers[at]
		codes := p.codes[i]
		inPool := func(code survey.Code) survey.Code {
			if code >= 1 && int(code) <= len(codes) {
				return codes[code-1]
			}
			return code
		}
		var set survey.Set
		for _, code := range a.Set.Codes() {
			set = set.Toggle(inPool(code))
		}
		if s.Questions[i].Kind != survey.KindMulti {
			a.Code, a.Before = inPool(a.Code), inPool(a.Before)
		}
		a.Set = set
		pooled[i] = a
	}
}

// names returns the names of the sessions as they stand in a file.
func (r *Rows) names(stands func(string) string) map[*part]string {
	names := map[*part]string{}
	for i := range r.parts {
		names[&r.parts[i]] = stands(r.parts[i].name)
	}
	return names
}

// newUUID appends the id of a row: a random UUID (RFC 9562, version 4).
func (r *Rows) newUUID(dst []byte) []byte {
	var id [16]byte
	binary.BigEndian.PutUint64(id[:8], r.chance.Uint64()&^0xF000|0x4000)
	binary.BigEndian.PutUint64(id[8:], r.chance.Uint64()&^(3<<62)|2<<62)
	const pattern = "00000000-0000-0000-0000-000000000000"
	dst = append(dst, pattern...)
	text := dst[len(dst)-len(pattern):]
	hex.Encode(text, id[:4])
	hex.Encode(text[9:], id[4:6])
	hex.Encode(text[14:], id[6:8])
	hex.Encode(text[19:], id[8:10])
	hex.Encode(text[24:], id[10:])
	return dst
}
