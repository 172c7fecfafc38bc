package cli_test

import (
	"strings"
	"testing"

	"anketa/cli"
)

// TestPurgeNeedsSessions holds that what would delete nothing in particular says how
// sessions are named, before any database is opened. Negative control: the check taken out.
func TestPurgeNeedsSessions(t *testing.T) {
	t.Chdir(t.TempDir())
	const want = "Say which sessions to delete: --session NAME, or --held-before YYYY-MM-DD for all that were held before that day."
	for _, args := range [][]string{{"purge"}, {"purge", "--yes"}, {"purge", "--session", ""}} {
		run(t, args...).want(t, cli.ExitUsage, want)
	}
}

// TestPurgeByDate holds that sessions are chosen by the day on which they were held,
// under the name that the flag had too, and that those without a date are always
// mentioned. Negative control: the line about them taken out.
func TestPurgeByDate(t *testing.T) {
	for _, flag := range []string{"--held-before", "--closed-before"} {
		t.Chdir(t.TempDir())
		example(t)
		const left = "Left out, because no date says when they were held: 3 closed sessions; name them with --session."
		run(t, "purge", flag, "2026-01-01").want(t, cli.ExitDone, left)
		run(t, "session", "open", "--session-title", "Niš", "--date", "2025-11-24", "--pin-file", pinFile(t)).want(t, cli.ExitDone, "")
		run(t, "session", "close").want(t, cli.ExitDone, "")
		o := run(t, "purge", flag, "2026-01-01", "--yes")
		o.want(t, cli.ExitDone, left)
		if !strings.HasPrefix(o.out, "Deleted: Niš, ") {
			t.Errorf("got %q", o.out)
		}
	}
}

// pinFile returns the name of a file with a PIN in the working directory.
func pinFile(tb testing.TB) string {
	tb.Helper()
	write(tb, "pin", "1234")
	return "pin"
}
