package cli_test

import (
	"testing"

	"anketa/cli"
)

// TestMergeTwins holds that a merge warns of a new session that has the title of
// another one, and not of the same session that comes again.
func TestMergeTwins(t *testing.T) {
	t.Chdir(t.TempDir())
	write(t, "r.csv", "event,gender\nNiš,woman\n")
	run(t, "import", "r.csv").want(t, cli.ExitDone, "")
	run(t, "import", "--db", "second.db", "r.csv").want(t, cli.ExitDone, "")
	run(t, "backup", "same.db").want(t, cli.ExitDone, "")
	run(t, "merge", "same.db").want(t, cli.ExitDone, "")
	run(t, "merge", "second.db").want(t, cli.ExitDone, "2 sessions are called “Niš”; they stay apart, and whoever is in both counts twice. `anketa session list` shows their ids.")
	run(t, "merge", "second.db").want(t, cli.ExitDone, "")
}
