package storage_test

import (
	"context"
	"math/rand/v2"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"anketa/storage"
)

// wallClock is a clock on the wall that a test sets; it has no monotonic share.
type wallClock struct{ time.Time }

// now tells the time.
func (c *wallClock) now() time.Time { return c.Time }

// set moves the clock, also backwards.
func (c *wallClock) set(d time.Duration) { c.Time = c.Add(d) }

// newClock returns a clock at some time of a day.
func newClock() *wallClock { return &wallClock{time.Date(2026, 11, 24, 10, 0, 0, 0, time.UTC)} }

// guarded makes a database with a PIN and returns its path.
func guarded(tb testing.TB) string {
	tb.Helper()
	return stored(tb, func(db *storage.DB) {
		if err := db.SetCheapPIN(tb.Context(), pin); err != nil {
			tb.Fatal(err)
		}
	})
}

// guess checks a PIN and fails on an error.
func guess(tb testing.TB, db *storage.DB, given string) (right bool, wait time.Duration) {
	tb.Helper()
	right, wait, err := db.CheckPIN(tb.Context(), given)
	if err != nil {
		tb.Fatal(err)
	}
	return right, wait
}

// mustWait fails unless one must wait that long now.
func mustWait(tb testing.TB, db *storage.DB, want time.Duration) {
	tb.Helper()
	got, err := db.PINWait(tb.Context())
	if err != nil || got != want {
		tb.Errorf("one must wait %v, error %v, want %v", got, err, want)
	}
}

// The waits after wrong PINs: three cost nothing, then 30 s, 1, 5 and 15
// minutes, and 15 minutes from there on. While one must wait not even the right
// PIN opens and nothing is counted; it opens at the end of the wait, and then
// counting begins anew.
func TestDelays(t *testing.T) {
	clock := newClock()
	db := open(t, guarded(t), storage.Options{Now: clock.now})
	mustWait(t, db, 0)
	for i, want := range []time.Duration{
		0, 0, 0, 30 * time.Second, time.Minute, 5 * time.Minute, 15 * time.Minute, 15 * time.Minute, 15 * time.Minute,
	} {
		if right, wait := guess(t, db, "0000"); right || wait != want {
			t.Fatalf("wrong PIN %d: right is %v, wait %v, want %v", i+1, right, wait, want)
		}
		mustWait(t, db, want)
		if want == 0 {
			continue
		}
		clock.set(want - time.Millisecond)
		for _, given := range []string{pin, "0000", "12"} {
			if right, wait := guess(t, db, given); right || wait != time.Millisecond {
				t.Fatalf("PIN %s within the wait: right is %v, wait %v, want 1 ms", given, right, wait)
			}
		}
		clock.set(time.Millisecond)
		mustWait(t, db, 0)
	}
	if right, wait := guess(t, db, pin); !right || wait != 0 {
		t.Fatalf("after the wait the right PIN gives %v, wait %v", right, wait)
	}
	for i := range 3 {
		if _, wait := guess(t, db, "0000"); wait != 0 {
			t.Errorf("after the right PIN the wrong one %d costs a wait of %v", i+1, wait)
		}
	}
}

// A text that cannot be a PIN costs nothing and opens nothing; another PIN
// begins to count anew, and one that nobody could type is refused.
func TestAttemptsThatDoNotCount(t *testing.T) {
	db := open(t, guarded(t), storage.Options{Now: newClock().now})
	for range 10 {
		for _, given := range []string{"", "1", "123", "abcd", "12 34", "１２３４", "123456789012345678901234567890123"} {
			if right, wait := guess(t, db, given); right || wait != 0 {
				t.Fatalf("%q: right is %v, wait %v", given, right, wait)
			}
		}
	}
	for range 4 {
		guess(t, db, "0000")
	}
	mustWait(t, db, 30*time.Second)
	wantError(t, db.SetPIN(t.Context(), "12"), storage.ErrBadPIN)
	mustWait(t, db, 30*time.Second)
	if err := db.SetCheapPIN(t.Context(), "8642"); err != nil {
		t.Fatal(err)
	}
	mustWait(t, db, 0)
	if right, _ := guess(t, db, "8642"); !right {
		t.Error("the new PIN does not open")
	}
}

// A clock that is set back gives the whole wait again, once, with and without a
// restart; one that is set forward ends it only over a restart, because within
// a run the monotonic clock counts as well.
func TestClockSet(t *testing.T) {
	path, clock := guarded(t), newClock()
	db := open(t, path, storage.Options{Now: clock.now})
	for range 5 {
		guess(t, db, "0000")
		clock.set(30 * time.Second)
	}
	mustWait(t, db, 30*time.Second)
	clock.set(-time.Hour)
	mustWait(t, db, time.Minute)
	clock.set(20 * time.Second)
	mustWait(t, db, 40*time.Second)
	for range 3 {
		if err := db.Close(); err != nil {
			t.Fatal(err)
		}
		clock.set(-48 * time.Hour)
		db = open(t, path, storage.Options{Now: clock.now})
		mustWait(t, db, time.Minute)
		clock.set(time.Second)
		mustWait(t, db, 59*time.Second)
	}
}

// Within a run a clock that is set forward shortens nothing. Negative control:
// a rest that counts on the wall's clock alone.
func TestClockSetForward(t *testing.T) {
	path := guarded(t)
	synctest.Test(t, func(t *testing.T) {
		db := open(t, path, storage.Options{})
		defer db.Close()
		for range 4 {
			guess(t, db, "0000")
		}
		time.Sleep(10 * time.Second)
		if err := db.ShiftAttempts(24 * time.Hour); err != nil {
			t.Fatal(err)
		}
		if wait, err := db.PINWait(t.Context()); err != nil || wait != 20*time.Second {
			t.Errorf("one must wait %v, error %v, want 20 s", wait, err)
		}
		if right, _ := guess(t, db, pin); right {
			t.Error("setting the clock ended the wait")
		}
		time.Sleep(20 * time.Second)
		if right, _ := guess(t, db, pin); !right {
			t.Error("the wait does not end")
		}
	})
}

// However the kiosk is cut off and started again, and whatever its clock shows
// backwards, no more PINs are compared than the waits allow: 1,000 guesses, one
// every ten seconds, each in a run of its own.
func TestGuessesOverRestarts(t *testing.T) {
	path, clock := guarded(t), newClock()
	random := rand.New(rand.NewPCG(4, 2026))
	// allowed is the wait that is left, by a count of its own.
	compared, wrong, allowed := 0, 0, time.Duration(0)
	for range 1000 {
		db := open(t, path, storage.Options{Now: clock.now})
		before := compared
		db.BeforeVerify(func() { compared++ })
		_, wait := guess(t, db, "0000")
		if may := allowed <= 0; may != (compared > before) {
			t.Fatalf("with %v to wait a PIN was compared: %v", allowed, compared > before)
		}
		if allowed <= 0 {
			wrong++
			allowed = policy(wrong)
		}
		if wait != allowed {
			t.Fatalf("after %d wrong PINs one must wait %v, want %v", wrong, wait, allowed)
		}
		if err := db.Close(); err != nil {
			t.Fatal(err)
		}
		clock.set(10 * time.Second)
		allowed -= 10 * time.Second
		if random.IntN(150) == 0 {
			clock.set(-time.Duration(1+random.IntN(100)) * time.Hour)
			if policy(wrong) > 0 {
				allowed = policy(wrong)
			}
		}
	}
	if compared != wrong || compared > 4+10_000/900+3 {
		t.Errorf("%d PINs were compared, %d counted", compared, wrong)
	}
	t.Logf("1000 guesses in 10,000 s, %d compared", compared)
}

// policy is the table of the waits, written down once more.
func policy(wrong int) time.Duration {
	seconds := map[int]int{0: 0, 1: 0, 2: 0, 3: 0, 4: 30, 5: 60, 6: 300}
	if s, ok := seconds[wrong]; ok {
		return time.Duration(s) * time.Second
	}
	return 900 * time.Second
}

// Two terminals that check at once share the waits: of fifty guesses that come
// together four are compared. Negative control: a check that asks for the wait
// and stores the attempt without the lock.
func TestGuessesAtOnce(t *testing.T) {
	db := open(t, guarded(t), storage.Options{Now: newClock().now})
	var compared, at, most atomic.Int32
	db.BeforeVerify(func() {
		compared.Add(1)
		most.Store(max(most.Load(), at.Add(1)))
		time.Sleep(time.Millisecond)
		at.Add(-1)
	})
	var all sync.WaitGroup
	for range 50 {
		all.Go(func() {
			if right, _, err := db.CheckPIN(context.Background(), "0000"); right || err != nil {
				t.Errorf("right is %v, error %v", right, err)
			}
		})
	}
	all.Wait()
	if compared.Load() != 4 || most.Load() != 1 {
		t.Errorf("%d guesses were compared, %d of them at once, want 4, one at a time", compared.Load(), most.Load())
	}
	mustWait(t, db, 30*time.Second)
}

// Without the right to write no PIN is compared: an attempt that cannot be
// counted could be made for ever.
func TestAttemptThatCannotBeStored(t *testing.T) {
	path := guarded(t)
	db := open(t, path, storage.Options{ReadOnly: true})
	db.BeforeVerify(func() { t.Error("a PIN was compared") })
	if right, _, err := db.CheckPIN(t.Context(), pin); right || err == nil {
		t.Errorf("right is %v, error %v, want an error", right, err)
	}
}
