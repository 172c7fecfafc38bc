package cli_test

import (
	"testing"

	"anketa/cli"
)

// TestPurgeNeedsSessions holds that what would delete nothing in particular says how
// sessions are named, before any database is opened. Negative control: the check taken out.
func TestPurgeNeedsSessions(t *testing.T) {
	t.Chdir(t.TempDir())
	const want = "Say which sessions to delete: --session NAME, or --closed-before YYYY-MM-DD for all that were held before that day."
	for _, args := range [][]string{{"purge"}, {"purge", "--yes"}, {"purge", "--session", ""}} {
		run(t, args...).want(t, cli.ExitUsage, want)
	}
}
