package results_test

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"maps"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"anketa/results"
	"anketa/survey"
)

// Bytes from a database give an error or batches whose counts add up: as many
// answers to each question as there are responses, none of them negative. One
// set of batches has one form: what is read gives the same bytes again.
func FuzzDecodeBatches(f *testing.F) {
	surveys := []*survey.Survey{mixed(5), every(5), grouped(5)}
	silent := queue(surveys[2], "aaaaaabbbbbbbbbb")
	f.Add(encode(f, &silent))
	silent.Seal()
	f.Add(encode(f, &silent))
	for _, s := range surveys {
		joined := results.Union(s, count(s, copies(s, 24)), []results.Batches{batches(s, copies(s, 16)), batches(s, copies(s, 8))}, common(0))
		f.Add(encode(f, &joined))
		s.Release = survey.ReleaseLive
		for _, n := range []int{0, 3, 5, 9, 10, 27} {
			b := batches(s, copies(s, n))
			f.Add(encode(f, &b))
			b.Seal()
			f.Add(encode(f, &b))
		}
	}
	for _, damaged := range append(damagedBatches(), damagedRuns()...) {
		f.Add(damaged.data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		for _, s := range surveys {
			decodeBatches(t, s, data)
		}
	})
}

// decodeBatches fails unless the bytes are refused or give sound batches.
func decodeBatches(t *testing.T, s *survey.Survey, data []byte) {
	t.Helper()
	b, err := results.DecodeBatches(s, data)
	if err != nil {
		if b.N() != 0 {
			t.Errorf("batches of %d responses came together with %v", b.N(), err)
		}
		return
	}
	addsUp(t, s, b)
	if again := encode(t, &b); !bytes.Equal(again, data) {
		t.Errorf("% x is read as what is written % x", data, again)
	}
	n := b.N()
	b.Add(copies(s, 1)[0])
	if b.N() != n+1 {
		t.Errorf("got %d responses after one more, want %d", b.N(), n+1)
	}
}

// addsUp fails unless each question has as many answers as there are responses.
// Every answer must be shown at once.
func addsUp(t fatal, s *survey.Survey, b results.Batches) {
	t.Helper()
	r := release(t, s, results.Part{Session: survey.Session{Open: true}, Batches: b})
	if r.Tally.N() != b.N() || b.N() < 0 {
		t.Fatalf("the total has %d responses, the batches %d", r.Tally.N(), b.N())
	}
	for i := range s.Questions {
		q, f := &s.Questions[i], r.Figures(i)
		people, counted := f.N+f.Missing+f.NotApplicable+f.NotAsked, 0
		for _, n := range f.Counts {
			if counted += n; n < 0 || n > f.N {
				t.Fatalf("%s: %d of %d answers", q.ID, n, f.N)
			}
		}
		least, most := f.N, f.N
		switch q.Kind {
		case survey.KindNote:
			people = b.N() - people
		case survey.KindMulti:
			least, most = f.N*q.Min, f.N*q.Max
		}
		if people != b.N() || min(f.N, f.Missing, f.NotApplicable, f.NotAsked) < 0 || counted < least || counted > most {
			t.Fatalf("%s: %+v of %d responses", q.ID, f, b.N())
		}
		if q.Kind == survey.KindBeforeAfter && (sum(f.Before) != f.N || f.Shift.Improved+f.Shift.Same+f.Shift.Lower != f.N) {
			t.Fatalf("%s: before %v, %+v of %d", q.ID, f.Before, f.Shift, f.N)
		}
	}
}

// sum adds up counts.
func sum(counts []int) int {
	n := 0
	for _, c := range counts {
		n += c
	}
	return n
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
		{"needless bytes", append([]byte{0x83, 0}, whole[1:]...)},
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
	for _, s := range []*survey.Survey{s, mixed(5), labelled(every(5))} {
		stored, err := s.Canonical()
		if err != nil {
			f.Fatal(err)
		}
		f.Add(stored)
	}
	f.Add([]byte(`{"id":"s","languages":["en"],"min_group":5,"release":"live","kiosk":{"idle":9000000,"countdown":9000000,"confirm":9000000,"thanks":9000000},` +
		`"questions":[{"id":"q","kind":"text","max_length":5,"points":[{"value":"a"},{"value":"b"},{"value":"c"}],"headline":"Ag=="}]}`))
	f.Fuzz(func(t *testing.T, stored []byte) {
		if s, err := survey.Decode(stored); err == nil {
			countable(t, s)
		}
	})
}

// countable fails unless a survey can be answered, counted and read.
func countable(t fatal, s *survey.Survey) {
	t.Helper()
	b := batches(s, copies(s, 12))
	iv := survey.NewInterview(s)
	for !iv.AtReview() {
		if err := iv.Put(lastAnswer(iv.Question())); err != nil || !iv.Asked(iv.Index()) || !iv.Next() {
			t.Fatalf("the walk stands at question %d: %v", iv.Index(), err)
		}
	}
	r, ok := iv.Finish(survey.NewID())
	if !ok || r.Check(s) != nil {
		t.Fatalf("the last answers do not fit: %v", r.Check(s))
	}
	b.Add(r.Answers)
	live := *s
	live.Release = survey.ReleaseLive
	addsUp(t, &live, b)
	readFigures(t, s, b)
	tally := results.NewTally(s)
	if cells := cellsOf(s, r.Answers); !tally.AddCells(cells) {
		t.Fatalf("the cells % x are refused", cells)
	}
	if again, err := results.DecodeBatches(s, encode(t, &b)); err != nil || again.N() != 13 {
		t.Fatalf("the batches cannot be read back: %v", err)
	}
}

// The same for surveys in which values were exchanged for others: closer to
// what is taken than changed bytes are.
func TestDecodeOfExchangedValues(t *testing.T) {
	stored, err := labelled(every(5)).Canonical()
	if err != nil {
		t.Fatal(err)
	}
	taken := 0
	rapid.Check(t, func(t *rapid.T) {
		var tree any
		if err := json.Unmarshal(stored, &tree); err != nil {
			t.Fatal(err)
		}
		for range rapid.IntRange(1, 3).Draw(t, "changes") {
			exchange(t, tree.(map[string]any))
		}
		data, err := json.Marshal(tree)
		if err != nil {
			t.Fatal(err)
		}
		if s, err := survey.Decode(data); err == nil {
			taken++
			countable(t, s)
		}
	})
	if taken == 0 {
		t.Error("no changed survey was taken")
	}
}

// exchange gives a question of a stored survey another value under some key.
func exchange(t *rapid.T, tree map[string]any) {
	yes, label := map[string]any{"question": "recommend", "is": "1"}, map[string]any{"en": "x"}
	nothing := map[string]any{"all": []any{}}
	numbers := []any{0, 1, 2, 3, 40, 255, 999, 1000, -1, -1000001, 1000000, nil}
	point := func(value string) any { return map[string]any{"value": value, "label": label} }
	values := map[string][]any{
		"kind": {}, "required": {true}, "reverse": {true}, "one_line": {true}, "ask_quote": {true},
		"min": numbers, "max": numbers, "max_length": numbers, "section": numbers,
		"other": {label, nil}, "not_applicable": {label, nil},
		"headline": {[]any{}, []any{0}, []any{1}, []any{1, 2}, []any{2, 1}, []any{254}, nil},
		"when":     {yes, map[string]any{"not": yes}, map[string]any{"not": nothing}, map[string]any{"any": []any{}}, nothing, map[string]any{"question": "next", "answered": false}, nil},
		"points":   {[]any{}, []any{point("1"), point("2")}, []any{point("a"), point("other")}, []any{point("other"), point("na")}, nil},
	}
	for _, kind := range survey.Kinds() {
		values["kind"] = append(values["kind"], string(kind))
	}
	list := tree["questions"].([]any)
	i := rapid.IntRange(0, len(list)-1).Draw(t, "question")
	if rapid.IntRange(0, 9).Draw(t, "left out") == 0 && len(list) > 1 {
		tree["questions"] = slices.Delete(list, i, i+1)
		return
	}
	key := rapid.SampledFrom(slices.Sorted(maps.Keys(values))).Draw(t, "key")
	list[i].(map[string]any)[key] = rapid.SampledFrom(values[key]).Draw(t, "value")
}

// The survey of all kinds is one that a database may hold, so that the fuzzing
// above begins with all of them.
func TestEveryDecodes(t *testing.T) {
	stored, err := labelled(every(5)).Canonical()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := survey.Decode(stored); err != nil {
		t.Error(err)
	}
}

// readFigures reads every figure of a closed session.
func readFigures(t fatal, s *survey.Survey, b results.Batches) {
	t.Helper()
	r := release(t, s, results.Part{Batches: b})
	for i := range s.Questions {
		q, f := &s.Questions[i], r.Figures(i)
		if h, ok := f.Headline(); ok && (h.Percent < 0 || h.Percent > 100 || !(h.Low <= h.High)) {
			t.Fatalf("the headline of %s is %+v", q.ID, h)
		}
		if len(f.Counts) > 0 {
			least, most := float64(q.ValueAt(0)), float64(q.ValueAt(len(f.Counts)-1))
			mean, _ := f.Mean()
			if median := f.Quantile(0.5); f.N > 0 && q.Ordered() && !(mean > least-1e-6 && mean < most+1e-6 && median >= least && median <= most) {
				t.Fatalf("%s has the mean %g and the median %g", q.ID, mean, median)
			}
		}
		if bins := f.Bins(); q.Kind == survey.KindNumber && (len(bins) == 0 || len(bins) > 12 || binned(bins) != f.N) {
			t.Fatalf("%s has the bins %v", q.ID, bins)
		}
		if rec, ok := f.Recommendation(); q.Kind == survey.KindNPS && ok && (rec.Promoters+rec.Passives+rec.Detractors != f.N || rec.Score < -100 || rec.Score > 100) {
			t.Fatalf("%s has %+v", q.ID, rec)
		}
	}
}

// binned returns how many answers are in bins.
func binned(bins []results.Bin) int {
	n := 0
	for _, b := range bins {
		n += b.Count
	}
	return n
}
