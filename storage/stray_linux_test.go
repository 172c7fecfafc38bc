package storage_test

import (
	"path/filepath"
	"testing"
)

// Killed at the first flush while it makes or rewrites a database, a program leaves
// an unfinished file, which the next one puts away.
func TestStrayOfKill(t *testing.T) {
	whole, _ := kiosk(t, 12)
	for name, path := range map[string]string{"create": filepath.Join(t.TempDir(), "anketa.db"), "compact": whole} {
		if _, _, finished := faulty(t, name, "fdatasync", "signal=SIGKILL", "1", path); finished {
			t.Fatalf("%s: the child came to its end", name)
		}
		wantPutAway(t, path)
	}
}
