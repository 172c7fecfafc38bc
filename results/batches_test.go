package results_test

import (
	"testing"

	"pgregory.net/rapid"

	"anketa/results"
	"anketa/survey"
)

// lagged is how many of n responses an open session shows with groups of k,
// told without a formula: a complete group is shown when the next is complete.
func lagged(n, k int) int {
	shown, held, filling := 0, 0, 0
	for range n {
		if filling++; filling == k {
			shown, held, filling = shown+held, k, 0
		}
	}
	return shown
}

// The count that an open session shows, group by group. The closed formula of
// the design gives the same.
func TestBatchesShown(t *testing.T) {
	for _, k := range []int{5, 7} {
		s := every(k)
		for n := range 4*k + 4 {
			open := results.Part{Session: survey.Session{Open: true}, Batches: batches(s, copies(s, n))}
			r := release(t, s, open)
			if got, want := r.Tally.N(), lagged(n, k); got != want {
				t.Errorf("k %d, n %d: %d are shown, want %d", k, n, got, want)
			}
			if got, want := r.Tally.N(), max(k*(n/k-1), 0); got != want {
				t.Errorf("k %d, n %d: %d are shown, the formula says %d", k, n, got, want)
			}
			if r.Responses() != n || r.Hidden() != n-r.Tally.N() || open.Batches.N() != n {
				t.Errorf("k %d, n %d: %d stored, %d hidden", k, n, r.Responses(), r.Hidden())
			}
		}
	}
}

// Shown are exactly the responses that came first, and the total counts all.
func TestBatchesShowTheFirst(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		k := rapid.IntRange(5, 7).Draw(t, "k")
		s := always(every(k))
		sheets := drawSheets(t, s, 4*k)
		b := batches(s, sheets)
		r := release(t, s, results.Part{Session: survey.Session{Open: true}, Batches: b})
		if want := count(s, sheets[:lagged(len(sheets), k)]); !r.Tally.Equal(want) {
			t.Fatalf("%+v is shown, want %+v", r.Tally, want)
		}
		if got, want := b.Total(), count(s, sheets); !got.Equal(want) {
			t.Fatalf("the total is %+v, want %+v", got, want)
		}
	})
}

// Sealing keeps every count, and nothing tells any more which response came in
// which batch: all orders give the same bytes.
func TestBatchesSeal(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := every(5)
		sheets := drawSheets(t, s, 17)
		a, b := batches(s, sheets), batches(s, rapid.Permutation(sheets).Draw(t, "order"))
		a.Seal()
		b.Seal()
		if string(encode(t, &a)) != string(encode(t, &b)) {
			t.Fatal("sealed batches depend on the order of the responses")
		}
		if total := a.Total(); !total.Equal(count(s, sheets)) || a.N() != len(sheets) {
			t.Fatalf("sealing changed the counts to %+v", total)
		}
		before := encode(t, &a)
		if a.Seal(); string(encode(t, &a)) != string(before) {
			t.Fatal("sealing twice changes the batches")
		}
	})
}

// A recount replaces what was counted, and keeps no hold on the caller's tally.
func TestBatchesRestore(t *testing.T) {
	s := every(5)
	b := batches(s, copies(s, 13))
	recount := count(s, copies(s, 11))
	b.Restore(recount)
	want := recount.Clone()
	recount.Add(copies(s, 1)[0])
	if got := b.Total(); !got.Equal(want) || b.N() != 11 {
		t.Errorf("got %+v, want %+v", got, want)
	}
	b.Add(copies(s, 1)[0])
	if b.N() != 12 {
		t.Errorf("got %d responses after one more, want 12", b.N())
	}
}

// The total and a release are counts of their own: they do not change when
// further responses come in.
func TestBatchesKeepNoHold(t *testing.T) {
	s := every(5)
	b := batches(s, copies(s, 9))
	total := b.Total()
	r := release(t, s, results.Part{Session: survey.Session{Open: true}, Batches: b})
	for range 11 {
		b.Add(copies(s, 1)[0])
	}
	if !total.Equal(count(s, copies(s, 9))) {
		t.Errorf("the total changed to %+v", total)
	}
	if r.Tally.N() != 0 || r.Tally.Count(0, 1) != 0 {
		t.Errorf("the release changed to %+v", r.Tally)
	}
}

// Batches go through a database unchanged: they show the same, and so they do
// after every further response.
func TestBatchesRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		k := rapid.IntRange(5, 7).Draw(t, "k")
		s := every(k)
		b := batches(s, drawSheets(t, s, 4*k))
		if rapid.Bool().Draw(t, "sealed") {
			b.Seal()
		}
		stored := encode(t, &b)
		again, err := results.DecodeBatches(s, stored)
		if err != nil {
			t.Fatalf("the batches cannot be read back: %v", err)
		}
		for range 2*k + 1 {
			if got := encode(t, &again); string(got) != string(encode(t, &b)) {
				t.Fatalf("got % x, want % x", got, stored)
			}
			answers := drawAnswers(t, s)
			b.Add(answers)
			again.Add(answers)
		}
	})
}

// encode returns the stored form of batches, behind what is there already.
func encode(t fatal, b *results.Batches) []byte {
	t.Helper()
	data, err := b.AppendBinary([]byte("before"))
	if err != nil || string(data[:6]) != "before" {
		t.Fatalf("got % x, %v", data, err)
	}
	return data[6:]
}
