package e2e

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"anketa/internal/disk"
	"anketa/internal/terminal"
)

// What stands on the screen while the store is out of order.
const (
	onHeld   = "ništa nije izgubljeno"
	onClosed = "Molimo vas, pozovite organizatora obuke."
	// onPromise stands on the welcome only.
	onPromise = "Čuvaju se samo vaši odgovori"
)

// The database is renamed away while somebody answers: nobody is thanked for
// what is not safe, the answers are kept through any keys, and when the file is
// back they are stored once, without anybody doing anything.
func TestDatabaseRenamedAway(t *testing.T) {
	t.Parallel()
	r := newRoom(t)
	r.putSurvey("thanks", "400ms")
	k := r.open("--log", "log")
	k.press(terminal.Enter, "2", "1", "4", "4", "4", "1", canary, terminal.Enter, terminal.Enter)
	k.see("Pregled odgovora")
	r.rename("anketa.db", "away.db")
	k.press(terminal.Enter)
	k.see("Trenutno ne radi", onHeld)
	k.lacks(canary, onThanks)
	k.press("1", "x", terminal.Esc, terminal.Backspace)
	k.keepUp()
	k.see(onHeld)
	thanked := k.Watch(shows(onThanks), shows(onPromise))
	r.rename("away.db", "anketa.db")
	k.await(thanked, "the thanks, and then the welcome")
	k.stop()
	if n := r.results().Responses; n != 1 {
		t.Errorf("%d responses are stored, want 1", n)
	}
	log := string(r.read("log"))
	if !strings.Contains(log, "put it back in its place") || !strings.Contains(log, "in order again") || strings.Contains(log, canary) {
		t.Errorf("the log says:\n%s", log)
	}
}

// rename renames a file of the room.
func (r *room) rename(from, to string) {
	r.Helper()
	if err := os.Rename(r.path(from), r.path(to)); err != nil {
		r.Fatal(err)
	}
}

// On a full disk the person who is under way is still thanked, out of the room
// that was reserved. When too little of it is left, the next one is not let in,
// and the kiosk opens again by itself when there is room.
func TestFullDisk(t *testing.T) {
	t.Parallel()
	r := newRoom(t)
	dir := disk.Small(t, "3m")
	r.putSurvey("thanks", "400ms")
	k := r.open("--db", filepath.Join(dir, "anketa.db"))
	k.press(terminal.Enter)
	k.see(onFirst)
	filler := disk.Fill(t, dir)
	closed := k.Watch(shows(onThanks), shows(onClosed, "Please call the facilitator."))
	k.press("2", "1", "4", "4", "4", "1", terminal.Enter, terminal.Enter, terminal.Enter)
	k.await(closed, "the thanks, and then a kiosk that is closed")
	k.press("1", "x", terminal.Esc)
	k.keepUp()
	k.see(onClosed)
	opened := k.Watch(shows(onPromise))
	if err := os.Remove(filler); err != nil {
		t.Fatal(err)
	}
	k.await(opened, "the welcome")
	k.press(terminal.Enter)
	k.see(onFirst)
	k.stop()
	if n := r.results("--db", filepath.Join(dir, "anketa.db")).Responses; n != 1 {
		t.Errorf("%d responses are stored, want 1", n)
	}
}

// A kiosk does not begin on a disk that is full or on a database that may not be
// written: it says so in one sentence and ends with the code 1.
func TestStartOutOfOrder(t *testing.T) {
	t.Parallel()
	t.Run("full, new database", func(t *testing.T) {
		t.Parallel()
		r, dir := newRoom(t), disk.Small(t, "1m")
		disk.Fill(t, dir)
		refused(r, "The disk is full", "--db", filepath.Join(dir, "anketa.db"))
	})
	t.Run("nearly full, new database", func(t *testing.T) {
		t.Parallel()
		r, dir := newRoom(t), disk.Small(t, "512k")
		refused(r, "The disk is full, so answers cannot be kept in", "--db", filepath.Join(dir, "anketa.db"))
	})
	t.Run("read-only database", func(t *testing.T) {
		t.Parallel()
		r := newRoom(t)
		r.open().stop()
		if out, err := exec.Command("chattr", "+i", r.path("anketa.db")).CombinedOutput(); err != nil {
			t.Skipf("a file cannot be made read-only here: %v: %s", err, out)
		}
		defer func() { _ = exec.Command("chattr", "-i", r.path("anketa.db")).Run() }()
		refused(r, "anketa.db cannot be opened or written here")
	})
}

// refused starts a kiosk that must not begin.
func refused(r *room, says string, args ...string) {
	r.Helper()
	cmd := r.command(r.flags(args...)...)
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	k := r.startCommand(cmd)
	k.exit(1)
	calm(r, stderr.String(), says)
}
