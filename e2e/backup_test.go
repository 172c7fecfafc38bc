package e2e

import (
	"os"
	"strings"
	"testing"
)

// The facilitator makes a backup while the kiosk runs: beside the results, into a
// folder of her own, under the name of the training. It can be read at once, the
// command that copies a database points to the key meanwhile, and a folder that is
// gone is said.
func TestBackupWhileRunning(t *testing.T) {
	t.Parallel()
	r := newRoom(t)
	if err := os.Mkdir(r.path("stick"), 0o700); err != nil {
		t.Fatal(err)
	}
	k := r.open("--backup-dir", "stick")
	k.press("b", "0", rightPIN, "\r")
	k.see("b napravi rezervnu kopiju")
	_, stderr, code := r.run("backup", "copy.db")
	if code != 3 || !strings.Contains(stderr, "with the key b beside the results") {
		t.Errorf("the command ends with %d and says %s", code, stderr)
	}
	k.press("b")
	k.see("Rezervna kopija je gotova: stick/anketa-Nis-2026-11-23.db")
	k.press("б")
	k.see("stick/anketa-Nis-2026-11-23-2.db")
	if found := r.files(r.path("stick")); len(found) != 2 {
		t.Errorf("on the stick are %v", found)
	}
	if out := r.mustRun("session", "list", "--db", "stick/anketa-Nis-2026-11-23.db"); !strings.Contains(out, title) {
		t.Errorf("the backup holds\n%s", out)
	}
	if err := os.RemoveAll(r.path("stick")); err != nil {
		t.Fatal(err)
	}
	k.press("b")
	k.see("Rezervna kopija nije napravljena", "memorijskom stiku")
	k.stop()
}
