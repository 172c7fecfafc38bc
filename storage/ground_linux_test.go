package storage_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"anketa/storage"
)

// The kernels that lose flushed writes with fast_commit are told from the others.
func TestLosesFastCommits(t *testing.T) {
	for release, want := range map[string]bool{
		"5.9.16": false, "5.10.0-8-amd64": true, "5.10.93": true, "5.10.94": false, "5.10.209": false, "5.14.0-503.el9": true,
		"5.15.0-23-generic": true, "5.15.26": true, "5.15.27": false, "5.16.20": true, "5.17.0-rc1": false, "6.8.0": false, "4.19.1": false, "": false,
	} {
		if got := storage.LosesFastCommits(release); got != want {
			t.Errorf("%q: %v, want %v", release, got, want)
		}
	}
}

// The options of a file system are found by its device.
func TestSuperOptions(t *testing.T) {
	list := "36 35 98:0 /mnt1 /mnt2 rw,noatime master:1 - ext3 /dev/root rw,errors=continue\n" +
		"37 35 259:2 / /with\\040space rw shared:2 - ext4 /dev/nvme0n1p2 rw,fast_commit\n"
	if got := storage.SuperOptions(strings.NewReader(list), "259:2"); !slices.Contains(got, "fast_commit") {
		t.Errorf("got %v", got)
	}
	for _, device := range []string{"98:0", "1:1"} {
		if got := storage.SuperOptions(strings.NewReader(list), device); slices.Contains(got, "fast_commit") {
			t.Errorf("%s: got %v", device, got)
		}
	}
	if options := storage.OptionsOf(t.TempDir()); len(options) == 0 {
		t.Skip("the temporary folder is on no device that /proc/self/mountinfo lists: the real list is not read")
	}
}

// What others may do with the folder is seen.
func TestGroundOfFolder(t *testing.T) {
	for mode, want := range map[os.FileMode][2]bool{0o700: {}, 0o711: {}, 0o755: {true, false}, 0o775: {true, true}, 0o777: {true, true}, 0o777 | os.ModeSticky: {true, false}} {
		dir := t.TempDir()
		must(t, os.Chmod(dir, mode))
		if g := storage.GroundOf(filepath.Join(dir, "anketa.db")); g.Readable != want[0] || g.Writable != want[1] {
			t.Errorf("%v: %+v, want %v", mode, g, want)
		}
	}
}
