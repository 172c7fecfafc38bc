package faults

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"anketa/internal/terminal"
	"anketa/storage"
)

// What stands on the screens of the kiosk that is killed, and what it says after
// its start of the response that was on its way.
const (
	onWelcome = "0 results (PIN)"
	onReview  = "Look through your answers"
	onThanks  = "Thank you!"
	saysTold  = "This device stopped for a moment."
	saysKept  = "sent are stored."
	saysGone  = "sent are not stored."
)

// oneQuestion is the shortest survey: everything after it is about storing.
const oneQuestion = `id: short
languages: [en]
title: { en: A short one }
kiosk: { confirm: 1ms, thanks: 400ms }
questions:
  - id: useful
    kind: yes_no
    text: { en: Was it useful? }
`

// queue is a room in which people answer one after the other, and in which the
// kiosk is killed again and again and started anew.
type queue struct {
	testing.TB
	dir    string
	random *rand.Rand
	// served are those who left: they were thanked, or the next start's screen told
	// them that their answers are stored.
	served int
	// waiting is true while somebody has pressed Enter to send and was not thanked.
	waiting bool
	// careless people answer once more whatever the screen says: the control.
	careless bool
	counts   counts
}

// counts say what happened.
type counts struct{ kills, thanked, toldKept, toldGone, toldNothing int }

// newQueue makes a room.
func newQueue(tb testing.TB, seed uint64) *queue {
	tb.Helper()
	q := &queue{TB: tb, dir: tb.TempDir(), random: rand.New(rand.NewPCG(1, seed))}
	for name, content := range map[string]string{"questions.yaml": oneQuestion, "pin": "1234\n"} {
		if err := os.WriteFile(filepath.Join(q.dir, name), []byte(content), 0o600); err != nil {
			tb.Fatal(err)
		}
	}
	return q
}

// begin starts the kiosk on a terminal.
func (q *queue) begin() *terminal.Terminal {
	q.Helper()
	cmd := exec.Command(binary(), "--session-title", "Niš", "--place", "Niš", "--date", "2026-11-24", "--attended", "24", "--pin-file", "pin", "--db", database)
	cmd.Dir = q.dir
	cmd.Env = []string{"PATH=" + os.Getenv("PATH"), "HOME=" + q.dir, "TERM=xterm-256color", "LANG=C.UTF-8"}
	k, err := terminal.Start(cmd, 80, 24)
	if err != nil {
		q.Fatal(err)
	}
	k.Patience = 20 * time.Second
	return k
}

// has is the condition that one of several texts stands on the screen.
func has(texts ...string) func(terminal.Frame) bool {
	return func(f terminal.Frame) bool {
		for _, text := range texts {
			if strings.Contains(f.Text(), text) {
				return true
			}
		}
		return false
	}
}

// round serves some people and kills the kiosk: most often a moment after somebody
// sent their answers, otherwise at any moment from its start on.
func (q *queue) round() {
	k := q.begin()
	defer func() {
		if err := k.Close(); err != nil {
			q.Error(err)
		}
	}()
	q.counts.kills++
	if q.random.IntN(4) == 0 {
		// Anywhere: while it starts, and while somebody answers.
		kill := time.AfterFunc(time.Duration(q.random.IntN(250))*time.Millisecond, func() { _ = k.Signal(syscall.SIGKILL) })
		defer kill.Stop()
		for q.welcomed(k) && q.serve(k, -1) {
		}
		q.dead(k)
		return
	}
	if !q.welcomed(k) {
		q.Fatalf("the kiosk ended by itself:\n%s", k.Screen())
	}
	for range q.random.IntN(2) {
		q.serve(k, -1)
	}
	q.serve(k, time.Duration(q.random.IntN(40_000))*time.Microsecond)
	q.dead(k)
}

// dead waits for the end by the kill.
func (q *queue) dead(k *terminal.Terminal) {
	q.Helper()
	if code, err := k.Exit(); err != nil || code != -1 {
		q.Fatalf("exit code %d, error %v:\n%s", code, err, k.Screen())
	}
}

// welcomed waits for the welcome, and reads what is said before it. It reports
// false when the kiosk was killed meanwhile.
func (q *queue) welcomed(k *terminal.Terminal) bool {
	if k.Watch(has(onWelcome, saysTold)).Wait() != nil {
		return false
	}
	screen := k.Screen()
	told := strings.Contains(screen, saysTold)
	switch {
	case q.waiting && strings.Contains(screen, saysKept) && !q.careless:
		q.waiting = false
		q.served++
		q.counts.toldKept++
	case q.waiting && strings.Contains(screen, saysGone):
		q.waiting = false
		q.counts.toldGone++
	case q.waiting:
		// Nobody was told anything: they begin once more.
		q.waiting = false
		q.counts.toldNothing++
	}
	if !told {
		return true
	}
	if k.Type(terminal.Enter) != nil {
		return false
	}
	return k.Watch(has(onWelcome)).Wait() == nil
}

// serve lets one person answer. The kiosk is killed so long after they have sent
// their answers, or not when that is negative. It reports whether they were thanked.
func (q *queue) serve(k *terminal.Terminal, after time.Duration) bool {
	steps := []struct{ keys, shows string }{{terminal.Enter, "Was it useful?"}, {"1", onReview}}
	for _, s := range steps {
		if k.Type(s.keys) != nil || k.Watch(has(s.shows)).Wait() != nil {
			return false
		}
	}
	thanked := k.Watch(has(onThanks))
	back := k.Watch(has(onThanks), has(onWelcome))
	q.waiting = true
	if k.Type(terminal.Enter) != nil {
		return q.thanks(thanked)
	}
	if after >= 0 {
		time.Sleep(after)
		if err := k.Signal(syscall.SIGKILL); err != nil {
			q.Fatal(err)
		}
	}
	if !q.thanks(thanked) {
		return false
	}
	return after >= 0 || back.Wait() == nil
}

// thanks waits for the thanks or for the end.
func (q *queue) thanks(thanked *terminal.Watcher) bool {
	if thanked.Wait() != nil {
		return false
	}
	q.waiting = false
	q.served++
	q.counts.thanked++
	return true
}

// stored starts the kiosk once more, as often as it takes for the last person to
// be told, and returns how many responses are stored after a look at every record.
func (q *queue) stored() int {
	q.Helper()
	k := q.begin()
	if !q.welcomed(k) {
		q.Fatalf("the last start failed:\n%s", k.Screen())
	}
	if err := errors.Join(k.Signal(syscall.SIGTERM), ended(k), k.Close()); err != nil {
		q.Fatal(err)
	}
	db, err := storage.Open(filepath.Join(q.dir, database), storage.Options{})
	if err != nil {
		q.Fatal(err)
	}
	defer func() {
		if err := db.Close(); err != nil {
			q.Error(err)
		}
	}()
	ctx := context.Background()
	if err := db.Check(ctx); err != nil {
		q.Fatal(err)
	}
	sessions, err := db.Sessions(ctx)
	if err != nil || len(sessions) != 1 {
		q.Fatalf("%d sessions, error %v", len(sessions), err)
	}
	part, err := db.Part(ctx, sessions[0].ID)
	if err != nil {
		q.Fatal(err)
	}
	return part.Batches.N()
}

// ended waits for the end in good order.
func ended(k *terminal.Terminal) error {
	code, err := k.Exit()
	if err == nil && code != 0 {
		err = fmt.Errorf("exit code %d", code)
	}
	return err
}

// Killed at any instant, the real kiosk opens again every time, and as many
// responses are stored as people left: whoever was thanked is stored, and who was
// not does what the next start's screen says, and is stored once.
func TestKioskKilled(t *testing.T) {
	t.Parallel()
	rounds := times(40, 1000)
	const rooms = 2
	for room := range rooms {
		t.Run(fmt.Sprintf("room %d", room+1), func(t *testing.T) {
			t.Parallel()
			q := newQueue(t, uint64(room))
			for i := range rounds / rooms {
				q.round()
				if i%50 == 49 {
					q.compare(i + 1)
				}
			}
			q.compare(rounds / rooms)
			t.Logf("%d people served: %+v", q.served, q.counts)
		})
	}
}

// compare compares what is stored with who was served.
func (q *queue) compare(rounds int) {
	q.Helper()
	if stored := q.stored(); stored != q.served {
		q.Errorf("after %d kills %d responses are stored for %d people: %+v", rounds, stored, q.served, q.counts)
	}
}

// Whoever does not do as the screen says is counted twice, and the comparison
// finds it: the control.
func TestKioskKilledCareless(t *testing.T) {
	t.Parallel()
	q := newQueue(t, 7)
	q.careless = true
	for range 400 {
		q.round()
		if q.counts.kills%5 == 0 && q.stored() > q.served {
			t.Logf("found after %d kills", q.counts.kills)
			return
		}
	}
	t.Errorf("nobody was counted twice: %+v", q.counts)
}
