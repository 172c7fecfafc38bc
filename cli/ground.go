package cli

import (
	"fmt"
	"log/slog"

	"anketa/storage"
	"anketa/survey"
	"anketa/tui"
)

// logGround tells the operator what lies below the database and may cost answers,
// and what was put away, and returns what the facilitator should know of it.
func logGround(log *slog.Logger, file string, db *storage.DB) tui.Ground {
	for _, name := range db.Strays() {
		log.Warn("an unfinished file of an earlier run was put away; delete it once nobody misses anything, because it may hold answers", "file", name)
	}
	g := storage.GroundOf(file)
	for _, sentence := range groundSentences(file, &g) {
		log.Warn(sentence)
	}
	if g.Readable {
		log.Warn("others on this machine can list the folder of the database; the files in it are only yours: chmod 700 closes the folder", "file", file)
	}
	switch {
	case g.FastCommit:
		return tui.GroundFastCommit
	case g.Network != "":
		return tui.GroundNetwork
	}
	return tui.GroundGood
}

// groundSentences returns what an operator should change below a database.
func groundSentences(file string, g *storage.Ground) []string {
	var all []string
	name := survey.CleanLine(file, survey.MaxTextLength)
	if g.FastCommit {
		all = append(all, fmt.Sprintf("The disk with %s is ext4 with fast_commit on a kernel that can lose stored answers in a power cut; use Linux 5.17 or newer, or turn it off with tune2fs -O ^fast_commit.", name))
	}
	if g.Network != "" {
		all = append(all, fmt.Sprintf("%s lies on a file system of the kind %s, where a power cut or a lost connection may cost stored answers; keep it on a disk of this machine.", name, g.Network))
	}
	if g.Writable {
		all = append(all, fmt.Sprintf("Others on this machine may write to the folder of %s and could replace it; take that right away with chmod go-w.", name))
	}
	return all
}
