package storage

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// strayFolder is what stands behind the name of the database for the folder that
// strays are put into.
const strayFolder = ".stray"

// newSuffix stands between the name of the database and a random number in the
// names of files that are not finished yet.
const newSuffix = ".new-"

// strays puts away what a program that was killed left beside the database while it
// made or rewrote it: nobody opens such a file, and nobody deletes it, because it
// may be asked for. It is called while the claim is held, so no other program
// rewrites this database; a file that somebody writes all the same, such as a backup
// under this name, is locked and stays. Links are moved, not followed.
//
// Whatever cannot be moved stays where it is and is no reason not to start.
func strays(path string) []string {
	dir, base := filepath.Split(path)
	entries, err := os.ReadDir(filepath.Clean(dir))
	if err != nil {
		return nil
	}
	var moved []string
	for _, e := range entries {
		if !strings.HasPrefix(e.Name(), base+newSuffix) || e.Type().IsRegular() && beingWritten(filepath.Join(dir, e.Name())) {
			continue
		}
		if to, err := putAway(path+strayFolder, filepath.Join(dir, e.Name())); err == nil {
			moved = append(moved, to)
		}
	}
	return moved
}

// putAway moves a file into a folder, which it makes when it is missing.
func putAway(folder, file string) (string, error) {
	if err := os.Mkdir(folder, 0o700); err != nil && !errors.Is(err, os.ErrExist) {
		return "", fmt.Errorf("put %s away: %w", file, err)
	}
	// Renaming into a folder behind a link would follow it.
	if info, err := os.Lstat(folder); err != nil || !info.IsDir() {
		return "", fmt.Errorf("put %s away: %s is in the way", file, folder)
	}
	to := filepath.Join(folder, filepath.Base(file))
	for i := 2; ; i++ {
		if _, err := os.Lstat(to); errors.Is(err, os.ErrNotExist) {
			break
		}
		to = fmt.Sprintf("%s-%d", filepath.Join(folder, filepath.Base(file)), i)
	}
	if err := os.Rename(file, to); err != nil {
		return "", fmt.Errorf("put %s away: %w", file, err)
	}
	return to, nil
}

// Strays returns where unfinished files were put that a program left behind which
// was killed; the database was opened without them.
func (db *DB) Strays() []string { return db.putAway }

// LeftInterrupted reports whether the last program that had a database open for
// writing ended before its time, or still runs. It opens nothing but the claim.
func LeftInterrupted(path string) bool {
	info, err := os.Lstat(path + claimSuffix)
	return err == nil && info.Mode().IsRegular() && info.Size() > 0
}
