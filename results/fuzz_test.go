package results_test

import (
	"bytes"
	"encoding/binary"
	"testing"

	"anketa/results"
	"anketa/survey"
)

// Bytes from a database give an error or batches whose counts add up: as many
// answers to each question as there are responses, none of them negative.
func FuzzDecodeBatches(f *testing.F) {
	s := mixed(5)
	for _, n := range []int{0, 3, 5, 9, 10, 27} {
		b := batches(s, copies(s, n))
		f.Add(encode(f, &b))
		b.Seal()
		f.Add(encode(f, &b))
	}
	for _, damaged := range damagedBatches() {
		f.Add(damaged.data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		b, err := results.DecodeBatches(s, data)
		if err != nil {
			if b.N() != 0 {
				t.Errorf("batches of %d responses came together with %v", b.N(), err)
			}
			return
		}
		addsUp(t, s, &b)
		again, err := results.DecodeBatches(s, encode(t, &b))
		if err != nil || !bytes.Equal(encode(t, &again), encode(t, &b)) {
			t.Errorf("the batches cannot be written and read: %v", err)
		}
		n := b.N()
		b.Add(copies(s, 1)[0])
		if b.N() != n+1 {
			t.Errorf("got %d responses after one more, want %d", b.N(), n+1)
		}
	})
}

// addsUp fails unless each question has as many answers as there are responses.
func addsUp(tb testing.TB, s *survey.Survey, b *results.Batches) {
	tb.Helper()
	total := b.Total()
	if total.N() != b.N() || b.N() < 0 {
		tb.Errorf("the total has %d responses, the batches %d", total.N(), b.N())
	}
	for q := range s.Questions {
		sum := 0
		for code := range 256 {
			n := total.Count(q, survey.Code(code))
			if n < 0 {
				tb.Errorf("question %d, code %d: %d answers", q, code, n)
			}
			sum += n
		}
		if sum != b.N() {
			tb.Errorf("question %d has %d answers of %d responses", q, sum, b.N())
		}
	}
}

// damaged is a stored form of batches that cannot be right.
type damaged struct {
	name string
	data []byte
}

// tallyBytes writes one tally of the mixed survey: its number of responses and
// the counts of its five questions, whose last is "not applicable".
func tallyBytes(n uint64, counts ...uint64) []byte {
	b := binary.AppendUvarint(nil, n)
	for i := range 26 {
		c := uint64(0)
		if i < len(counts) {
			c = counts[i]
		}
		b = binary.AppendUvarint(b, c)
	}
	return b
}

// allMissing are the counts of n responses without an answer.
func allMissing(n uint64) []uint64 {
	counts := make([]uint64, 26)
	counts[0], counts[7], counts[12], counts[19] = n, n, n, n
	return counts
}

// damagedBatches returns stored forms that DecodeBatches must refuse.
func damagedBatches() []damaged {
	empty, most := tallyBytes(0), uint64(1<<31-1)
	three := func(t []byte) []byte { return bytes.Join([][]byte{t, empty, empty}, nil) }
	with := func(n uint64, at int, count uint64) []byte {
		counts := allMissing(n)
		counts[at] = count
		return three(tallyBytes(n, counts...))
	}
	whole := three(tallyBytes(3, allMissing(3)...))
	return []damaged{
		{"nothing", nil},
		{"cut off", whole[:len(whole)-1]},
		{"one byte more", append(bytes.Clone(whole), 0)},
		{"two tallies", bytes.Join([][]byte{empty, empty}, nil)},
		{"number without end", append(bytes.Repeat([]byte{0xff}, 12), whole...)},
		{"more responses than can be", three(tallyBytes(1<<31, allMissing(1<<31)...))},
		{"more answers than responses", with(3, 1, 1)},
		{"fewer answers than responses", with(3, 0, 2)},
		{"more texts than responses", with(3, 17, 4)},
		{"missing texts are counted", with(3, 16, 1)},
		{"texts that are not applicable", with(3, 18, 1)},
		{"sum beyond 32 bits", bytes.Repeat(tallyBytes(most, allMissing(most)...), 3)},
		{"not applicable where there is none", three(tallyBytes(1, 0, 0, 0, 0, 0, 0, 1, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 1))},
	}
}

// Damaged batches are refused: a wrong number must not reach a report.
func TestDecodeBatchesRefuses(t *testing.T) {
	s := mixed(5)
	for _, d := range damagedBatches() {
		t.Run(d.name, func(t *testing.T) {
			if b, err := results.DecodeBatches(s, d.data); err == nil {
				t.Errorf("got %d responses, want an error", b.N())
			}
		})
	}
	good := bytes.Join([][]byte{tallyBytes(3, allMissing(3)...), tallyBytes(0), tallyBytes(0)}, nil)
	if b, err := results.DecodeBatches(s, good); err != nil || b.N() != 3 {
		t.Errorf("batches of 3 responses without answers: got %d, %v", b.N(), err)
	}
}

// Whatever survey lies in a database, it can be counted and its figures read.
func FuzzDecode(f *testing.F) {
	s, _ := trainings(f)
	for _, s := range []*survey.Survey{s, mixed(5)} {
		stored, err := s.Canonical()
		if err != nil {
			f.Fatal(err)
		}
		f.Add(stored)
	}
	f.Add([]byte(`{"id":"s","languages":["en"],"min_group":5,"release":"live","kiosk":{"idle":9000000,"countdown":9000000,"confirm":9000000,"thanks":9000000},` +
		`"questions":[{"id":"q","kind":"text","max_length":5,"points":[{"value":"a"},{"value":"b"},{"value":"c"}],"headline":"Ag=="}]}`))
	f.Fuzz(func(t *testing.T, stored []byte) {
		s, err := survey.Decode(stored)
		if err != nil {
			return
		}
		b := batches(s, copies(s, 12))
		sheet := make([]survey.Answer, len(s.Questions))
		for i := range s.Questions {
			sheet[i].Text = "x"
			if q := &s.Questions[i]; q.Closed() {
				sheet[i] = survey.Answer{Code: survey.Code(len(q.Points))}
			}
		}
		b.Add(sheet)
		addsUp(t, s, &b)
		readFigures(t, s, b)
	})
}

// readFigures reads every figure of a closed session.
func readFigures(tb testing.TB, s *survey.Survey, b results.Batches) {
	tb.Helper()
	r := release(tb, s, results.Part{Batches: b})
	for q := range s.Questions {
		f := r.Figures(q)
		if h, ok := f.Headline(); ok && (h.Percent < 0 || h.Percent > 100 || !(h.Low <= h.High)) {
			tb.Errorf("the headline of question %d is %+v", q, h)
		}
		if mean, _ := f.Mean(); f.N > 0 && (mean < 1 || f.Quantile(0.5) < 1) {
			tb.Errorf("question %d has the mean %g and the median %g", q, mean, f.Quantile(0.5))
		}
	}
}
