package storage_test

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"anketa/results"
	"anketa/storage"
	"anketa/survey"
)

// A backup of a session that collects does not tell who came last, nor in which
// order the others did: with less than two groups stored, every order gives the
// same bytes. One more person than a group is where the tally of the batch under
// way is that person's answers. Negative control: a backup that keeps that batch,
// as the file of the kiosk itself does.
func TestBackupOfOpenSession(t *testing.T) {
	rnd := rand.New(rand.NewPCG(9, 9))
	session := survey.Session{ID: randomID(rnd), Title: "Niš", Open: true}
	var responses []survey.Response
	for i := range 9 {
		r := respond([3]survey.Code{survey.Code(i % 4), survey.Code(i % 6), survey.Code(i % 3)})
		r.ID = randomID(rnd)
		responses = append(responses, r)
	}
	for _, n := range []int{1, 4, 6, 9} {
		backups, tallies := map[[32]byte]bool{}, map[string]bool{}
		for range 8 {
			some := slices.Clone(responses[:n])
			rnd.Shuffle(n, func(i, j int) { some[i], some[j] = some[j], some[i] })
			path := filepath.Join(t.TempDir(), "anketa.db")
			db := open(t, path, storage.Options{Create: true})
			_, err := db.CreateSession(t.Context(), session, evaluation())
			must(t, err)
			for _, r := range some {
				add(t, db, session.ID, r)
			}
			copied, err := db.BackupInto(t.Context(), t.TempDir(), "anketa")
			must(t, err)
			must(t, db.Close())
			backups[hash(t, copied)] = true
			tallies[joined(in(dump(t, path), "tallies"))] = true
		}
		if len(backups) != 1 {
			t.Errorf("%d responses in different orders gave %d backups", n, len(backups))
		}
		if n == 6 && len(tallies) < 2 {
			t.Error("the test does not see that the kiosk's own file knows who came last")
		}
	}
}

// A kiosk goes on with a backup of an open session: what may be shown is what it
// was, and no later change adds less than a group.
func TestGoesOnWithBackup(t *testing.T) {
	for _, n := range []int{0, 3, 5, 6, 9, 11, 14, 16} {
		path := filepath.Join(t.TempDir(), "anketa.db")
		db := open(t, path, storage.Options{Create: true})
		session, err := db.CreateSession(t.Context(), survey.Session{ID: survey.NewID(), Title: "Niš", Open: true}, evaluation())
		must(t, err)
		for range n {
			add(t, db, session.ID, respond([3]survey.Code{1, 2, 1}))
		}
		before := shown(t, db, session.ID)
		copied, err := db.BackupInto(t.Context(), t.TempDir(), "anketa")
		must(t, err)
		must(t, db.Close())
		again := open(t, copied, storage.Options{})
		must(t, again.Check(t.Context()))
		last := shown(t, again, session.ID)
		if last != before {
			t.Errorf("of %d responses %d are shown before and %d after", n, before, last)
		}
		for range 12 {
			add(t, again, session.ID, respond([3]survey.Code{1, 2, 1}))
			if now := shown(t, again, session.ID); now != last {
				if now < last+5 {
					t.Errorf("with %d responses in the backup, %d are shown after %d", n, now, last)
				}
				last = now
			}
		}
		if last < n {
			t.Errorf("of %d responses and 12 more %d are shown", n, last)
		}
		must(t, again.Close())
	}
}

// shown returns how many responses of a session may be shown.
func shown(t *testing.T, db *storage.DB, id survey.ID) int {
	t.Helper()
	part, err := db.Part(t.Context(), id)
	must(t, err)
	r, err := results.NewRelease(part)
	must(t, err)
	return r.Tally.N()
}

// A backup takes a name that is free, whatever stands under the others, and only
// its owner reads it.
func TestBackupNames(t *testing.T) {
	unmasked(t)
	path, _ := kiosk(t, 7)
	db := open(t, path, storage.Options{})
	dir, elsewhere := t.TempDir(), filepath.Join(t.TempDir(), "elsewhere")
	must(t, os.WriteFile(filepath.Join(dir, "a.db"), []byte("mine"), 0o600))
	must(t, os.Symlink(elsewhere, filepath.Join(dir, "a-2.db")))
	must(t, os.Mkdir(filepath.Join(dir, "a-3.db"), 0o700))
	for _, want := range []string{"a-4.db", "a-5.db"} {
		got, err := db.BackupInto(t.Context(), dir, "a")
		must(t, err)
		if got != filepath.Join(dir, want) {
			t.Errorf("the backup is %s, want %s", got, want)
		}
		info, err := os.Lstat(got)
		must(t, err)
		if info.Mode() != 0o600 {
			t.Errorf("the backup has the mode %v", info.Mode())
		}
	}
	if data := content(t, filepath.Join(dir, "a.db")); string(data) != "mine" {
		t.Error("a file that was there was written over")
	}
	if _, err := os.Lstat(elsewhere); err == nil {
		t.Error("a symbolic link was followed")
	}
	found, err := os.ReadDir(dir)
	must(t, err)
	if len(found) != 5 {
		t.Errorf("the folder holds %v", found)
	}
}
