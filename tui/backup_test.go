package tui_test

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
	"testing"
	"testing/synctest"

	"anketa/survey"
	"anketa/tui"
)

// copied writes a real backup, or fails as a disk does.
func copied(tb testing.TB, store *spy, dir string) func(context.Context) (string, error) {
	tb.Helper()
	return func(ctx context.Context) (string, error) { return store.BackupInto(ctx, dir, "anketa-Nis-2026-11-24") }
}

// TestBackup holds what the facilitator sees of a backup in every language, and
// that the key works in both scripts, behind the PIN and nowhere else.
func TestBackup(t *testing.T) {
	for lang, want := range map[survey.Lang]string{
		survey.English:         "The backup is complete: ",
		survey.SerbianLatin:    "Rezervna kopija je gotova: ",
		survey.SerbianCyrillic: "Резервна копија је готова: ",
	} {
		for _, press := range []string{"b", "Б"} {
			synctest.Test(t, func(t *testing.T) {
				dir := t.TempDir()
				k := startCopying(t, lang, func(s *spy) func(context.Context) (string, error) { return copied(t, s, dir) })
				k.press(press)
				if files(t, dir) != 0 {
					t.Fatal("a participant made a backup")
				}
				showLive(k)
				k.press(press)
				k.want(want)
				if files(t, dir) != 1 {
					t.Errorf("%q in %s made %d files", press, lang, files(t, dir))
				}
			})
		}
	}
}

// TestBackupNoteGoes holds that what became of a backup stands there until another tab
// is shown, and no longer. Negative control: a note that stays.
func TestBackupNoteGoes(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		dir := t.TempDir()
		k := startCopying(t, survey.English, func(s *spy) func(context.Context) (string, error) { return copied(t, s, dir) })
		showLive(k)
		k.press("b", "1")
		k.want("The backup is complete: ")
		k.press("2")
		k.wantNot("The backup is complete")
	})
}

// TestBackupFails holds that a failure says what to do, and that the results
// stand below it.
func TestBackupFails(t *testing.T) {
	for err, want := range map[error]string{
		syscall.ENOSPC:   "the disk for it is full",
		syscall.EROFS:    "cannot be written",
		fs.ErrPermission: "cannot be written",
		fs.ErrNotExist:   "If it is a memory stick",
		syscall.EIO:      "Check the disk or the memory stick",
	} {
		synctest.Test(t, func(t *testing.T) {
			k := startCopying(t, survey.English, func(*spy) func(context.Context) (string, error) {
				return func(context.Context) (string, error) { return "", fmt.Errorf("write database: %w", err) }
			})
			showLive(k)
			k.press("b")
			k.want("There is no backup", want, "0 of 0 answers are shown")
		})
	}
}

// startCopying starts a kiosk that can make backups.
func startCopying(t *testing.T, lang survey.Lang, backup func(*spy) func(context.Context) (string, error)) *kiosk {
	t.Helper()
	store := newSpy(t)
	s := trainings(t)
	cfg := tui.Config{Survey: s, Store: store, Start: tui.StartWelcome, Lang: lang, NewID: countedIDs(), Backup: backup(store)}
	cfg.Sessions = store.fill(t, setup{survey: s, start: tui.StartWelcome})
	k := open(t, cfg)
	k.store = store
	return k
}

// files returns how many files a folder holds.
func files(t *testing.T, dir string) int {
	t.Helper()
	found, err := filepath.Glob(filepath.Join(dir, "*"))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range found {
		if info, err := os.Lstat(name); err != nil || info.Mode() != 0o600 {
			t.Errorf("%s: %v %v", name, info, err)
		}
	}
	return len(found)
}

// TestLinearBackup holds that the linear mode offers the same as a number, behind
// those that were there.
func TestLinearBackup(t *testing.T) {
	dir := t.TempDir()
	with := setup{start: tui.StartWelcome, lang: survey.English, copies: func(s *spy) func(context.Context) (string, error) { return copied(t, s, dir) }}
	talks(t, with, func(k *talk) {
		k.say("0", "1234")
		k.say("8")
		k.want("1. end the collection", "3. make a backup")
		k.say("3")
		k.want("The backup is complete: ")
		k.say("8", "1", "1", "8", "2")
		k.want("2. open the collection again")
		k.say("8", "3")
		k.want("The backup is complete: ")
	})
	if n := files(t, dir); n != 2 {
		t.Errorf("there are %d backups", n)
	}
}
