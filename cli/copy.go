package cli

import (
	"context"
	"path/filepath"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"anketa/storage"
	"anketa/survey"
)

// folderOf returns the folder for what is written beside the results; "" stands for
// the folder of the database.
func folderOf(file, dir string) string {
	if dir == "" {
		return filepath.Dir(file)
	}
	return dir
}

// backups returns what makes a copy of a running kiosk's database in a folder.
func backups(db *storage.DB, file, dir string) func(context.Context) (string, error) {
	dir = folderOf(file, dir)
	return func(ctx context.Context) (string, error) {
		sessions, err := db.Sessions(ctx)
		if err != nil {
			return "", err
		}
		return db.BackupInto(ctx, dir, backupName(sessions))
	}
}

// backupName names a backup for the training that is held, or was held last: its
// place and day, as in anketa-Nis-2026-11-24.
func backupName(sessions []survey.Session) string {
	var current survey.Session
	if len(sessions) > 0 {
		current = sessions[len(sessions)-1]
		if open, err := onlyOpen(sessions); err == nil {
			current = open[0]
		}
	}
	return fileName("anketa", current.Place, current.Date)
}

// fileName joins what is in the name of a file.
func fileName(parts ...string) string {
	var named []string
	for _, part := range parts {
		if part = plain(part); part != "" {
			named = append(named, part)
		}
	}
	return strings.Join(named, "-")
}

// plainLength is how much of a name goes into the name of a file.
const plainLength = 40

// plain writes a name so that every file system and every shell takes it: in
// letters and digits of ASCII, with a hyphen for what lies between them.
func plain(name string) string {
	name = strings.NewReplacer("đ", "dj", "Đ", "Dj").Replace(survey.Latin(name))
	var b strings.Builder
	gap := false
	for _, r := range norm.NFD.String(name) {
		switch {
		case r < unicode.MaxASCII && (unicode.IsLetter(r) || unicode.IsDigit(r)):
			if gap && b.Len() > 0 {
				b.WriteByte('-')
			}
			gap = false
			b.WriteRune(r)
		case !unicode.Is(unicode.Mn, r):
			gap = true
		}
		if b.Len() >= plainLength {
			break
		}
	}
	return b.String()
}
