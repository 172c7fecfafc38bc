package storage_test

import (
	"context"
	"errors"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"go.etcd.io/bbolt"

	"anketa/results"
	"anketa/storage"
	"anketa/survey"
)

// twelve returns a survey of 12 five-point questions.
func twelve() *survey.Survey {
	s := evaluation()
	s.ID, s.Questions = "twelve", nil
	for i := range 12 {
		s.Questions = append(s.Questions, survey.Question{
			ID: string(rune('a' + i)), Kind: survey.KindLikert, Text: english("?"), Points: points("1", "2", "3", "4", "5"),
		})
	}
	return s
}

// sheet returns a drawn response to [twelve].
func sheet() survey.Response {
	r := survey.Response{ID: survey.NewID(), Answers: make([]survey.Answer, 12)}
	for i := range r.Answers {
		r.Answers[i].Code = survey.Code(rand.IntN(6))
	}
	return r
}

// runner is one of several things that are measured against each other.
type runner struct {
	do      func() error
	samples []time.Duration
}

// run does it n times.
func (r *runner) run(b *testing.B, n int) {
	for range n {
		start := time.Now()
		if err := r.do(); err != nil {
			b.Fatal(err)
		}
		r.samples = append(r.samples, time.Since(start))
	}
}

// p50 returns the median in nanoseconds.
func (r *runner) p50() float64 {
	slices.Sort(r.samples)
	return float64(r.samples[len(r.samples)/2])
}

// race measures the subject, and its rivals in blocks between, so that whatever
// else the machine does meets all of them alike. It reports the mean and the
// median of the subject and the ratio of its median to that of each rival.
func race(b *testing.B, block int, subject *runner, rivals map[string]*runner) {
	b.Helper()
	for i := 0; b.Loop(); i++ {
		subject.run(b, 1)
		if i%block == block-1 {
			for _, rival := range rivals {
				rival.run(b, block)
			}
		}
	}
	var sum time.Duration
	for _, sample := range subject.samples {
		sum += sample
	}
	b.ReportMetric(float64(sum)/float64(len(subject.samples)), "ns/op")
	b.ReportMetric(subject.p50(), "p50-ns")
	for name, rival := range rivals {
		if len(rival.samples) > 0 {
			b.ReportMetric(subject.p50()/rival.p50(), "x-"+name)
		}
	}
}

// BenchmarkSubmit measures what storing one response costs. Beside it stand one
// Put of the same row in one bucket (bare), a Put of the row and one of the
// tally (bare2), and the writes and flushes that any such scheme needs
// (rawfloor). Goal: p50 of anketa at most 1.10 of bare. A survey that asks
// besides for a number out of a thousand (numbers), each counted by itself, or one
// with eight breakdowns (crossed), costs at most a tenth more.
func BenchmarkSubmit(b *testing.B) {
	makers := map[string]func(*testing.B) *runner{"anketa": submitter, "numbers": numbered, "crossed": crossed, "bare": bare, "bare2": bare2, "rawfloor": rawFloor}
	for _, test := range []struct {
		name   string
		rivals []string
	}{
		{"anketa", []string{"bare", "bare2", "rawfloor"}},
		{"numbers", []string{"anketa"}},
		{"crossed", []string{"anketa"}},
		{"bare", []string{"rawfloor"}},
		{"bare2", []string{"bare"}},
		{"rawfloor", []string{"bare"}},
	} {
		b.Run(test.name, func(b *testing.B) {
			rivals := map[string]*runner{}
			for _, name := range test.rivals {
				rivals[name] = makers[name](b)
			}
			race(b, 10, makers[test.name](b), rivals)
		})
	}
}

// submitter stores responses as the kiosk does.
func submitter(b *testing.B) *runner { return submitting(b, twelve(), sheet) }

// numbered does it with a question more, for a number from 0 to 999.
func numbered(b *testing.B) *runner {
	s := twelve()
	s.Questions = append(s.Questions, survey.Question{ID: "number", Kind: survey.KindNumber, Text: english("?"), Max: 999})
	return submitting(b, s, func() survey.Response {
		r := sheet()
		r.Answers = append(r.Answers, survey.Answer{Code: survey.Answered, Number: rand.IntN(1000)})
		return r
	})
}

// crossed does it with eight breakdowns.
func crossed(b *testing.B) *runner {
	s := twelve()
	for by := range 2 {
		s.Questions[by].Kind = survey.KindChoice
		for q := 2; q < 6; q++ {
			s.Breakdowns = append(s.Breakdowns, survey.Breakdown{Question: s.Questions[q].ID, By: s.Questions[by].ID})
		}
	}
	return submitting(b, s, sheet)
}

// submitting stores drawn responses to a survey.
func submitting(b *testing.B, s *survey.Survey, draw func() survey.Response) *runner {
	db := open(b, filepath.Join(b.TempDir(), "anketa.db"), storage.Options{Create: true})
	session, err := db.CreateSession(b.Context(), survey.Session{ID: survey.NewID(), Title: "Niš", Open: true}, s)
	if err != nil {
		b.Fatal(err)
	}
	return &runner{do: func() error { return db.AddResponse(context.Background(), session.ID, draw()) }}
}

// plain opens a bbolt file with buckets of no layout.
func plain(b *testing.B, buckets ...string) *bbolt.DB {
	bolt, err := bbolt.Open(filepath.Join(b.TempDir(), "plain.db"), 0o600, nil)
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = bolt.Close() })
	if err := bolt.Update(func(tx *bbolt.Tx) error {
		var errs error
		for _, name := range buckets {
			_, err := tx.CreateBucket([]byte(name))
			errs = errors.Join(errs, err)
		}
		return errs
	}); err != nil {
		b.Fatal(err)
	}
	return bolt
}

// bare puts a row under a random key.
func bare(b *testing.B) *runner {
	bolt, r := plain(b, "rows"), sheet()
	row := storage.NewRows(twelve()).Encode(&r)
	return &runner{do: func() error {
		id := sheet().ID
		return bolt.Update(func(tx *bbolt.Tx) error { return tx.Bucket([]byte("rows")).Put(id[:], row) })
	}}
}

// bare2 puts a row under a random key and a tally under a fixed one.
func bare2(b *testing.B) *runner {
	bolt, r, session := plain(b, "rows", "tallies"), sheet(), survey.NewID()
	row := storage.NewRows(twelve()).Encode(&r)
	batches := results.NewBatches(twelve())
	tally, _ := batches.AppendBinary(nil)
	tally = storage.Seal(session[:], tally)
	return &runner{do: func() error {
		id := sheet().ID
		return bolt.Update(func(tx *bbolt.Tx) error {
			return errors.Join(tx.Bucket([]byte("rows")).Put(id[:], row), tx.Bucket([]byte("tallies")).Put(session[:], tally))
		})
	}}
}

// flush makes the data of a file durable; where there is a cheaper call than
// fsync, bbolt takes it, and so does rawFloor.
var flush = (*os.File).Sync

// rawFloor writes a page, flushes it, writes another in place and flushes that,
// in a file that has room.
func rawFloor(b *testing.B) *runner {
	const pages = 1024
	f, err := os.Create(filepath.Join(b.TempDir(), "raw"))
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = f.Close() })
	if _, err := f.Write(make([]byte, pages*pageSize)); err != nil {
		b.Fatal(err)
	}
	page, next := make([]byte, pageSize), int64(0)
	return &runner{do: func() error {
		next = next%(pages-1) + 1
		_, data := f.WriteAt(page, next*int64(pageSize))
		dataFlushed := flush(f)
		_, head := f.WriteAt(page, 0)
		return errors.Join(data, dataFlushed, head, flush(f))
	}}
}
