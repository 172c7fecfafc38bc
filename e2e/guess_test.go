package e2e

import (
	"syscall"
	"testing"
	"time"

	"anketa/internal/terminal"
	"anketa/storage"
)

// Whoever kills the kiosk while it checks a PIN, again and again, gains nothing:
// two dozen guesses, each cut off by a kill, soon make everybody wait, the right
// PIN as well, and no start shortens that.
func TestGuessesOverKills(t *testing.T) {
	t.Parallel()
	r := newRoom(t)
	rest := patience{}
	for range 24 {
		k := r.open()
		k.press("0")
		k.see(onPIN)
		told := k.Watch(func(f terminal.Frame) bool { return shows(saysChecking)(f) || shows(saysWait)(f) })
		k.press("9999", terminal.Enter)
		k.await(told, "the check, or the wait")
		if err := k.Signal(syscall.SIGKILL); err != nil {
			t.Fatal(err)
		}
		k.exit(-1)
		rest.follow(r)
	}
	if rest.wait == 0 {
		t.Fatal("two dozen guesses made nobody wait")
	}
	t.Logf("24 guesses made the wait grow %d times, to at last %v", rest.grown, rest.wait)

	k := r.open()
	k.press("0")
	k.see(onPIN, saysWait)
	k.press(rightPIN, terminal.Enter)
	k.keepUp()
	k.see(saysWait)
	k.lacks("Odgovorilo")
	k.press(terminal.Esc)
	k.see(onWelcome)
}

// patience follows how long one must wait, as the database says between two runs
// of the kiosk.
type patience struct {
	// wait is what was left at a moment that is not before at.
	wait  time.Duration
	at    time.Time
	grown int
}

// follow reads the wait. It must not shrink faster than time goes by, and it
// must not grow before it is over: that would be a guess too many.
func (p *patience) follow(r *room) {
	r.Helper()
	before := time.Now()
	db, err := storage.Open(r.path("anketa.db"), storage.Options{})
	if err != nil {
		r.Fatal(err)
	}
	wait, err := db.PINWait(r.Context())
	if err := db.Close(); err != nil {
		r.Error(err)
	}
	if err != nil {
		r.Fatal(err)
	}
	passed := time.Since(p.at)
	switch {
	case wait > p.wait:
		if p.grown++; passed < p.wait {
			r.Fatalf("a PIN was compared although one had to wait %v and only %v had passed", p.wait, passed)
		}
	case wait < p.wait-passed:
		r.Fatalf("the wait went from %v to %v within %v", p.wait, wait, passed)
	}
	p.wait, p.at = wait, before
}
