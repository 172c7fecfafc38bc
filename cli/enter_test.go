package cli_test

import (
	"testing"

	"anketa/cli"
)

// Forms are typed in on a terminal, into a session that is open; whoever is refused hears
// in one sentence what to do.
func TestEnterRefuses(t *testing.T) {
	t.Chdir(t.TempDir())
	collected(t)
	run(t, "enter").want(t, cli.ExitUsage, "No session is open; open the one that the forms belong to again: `anketa session reopen`.")
	run(t, "enter", "--session", "a").want(t, cli.ExitUsage, "The session “a” is closed and takes no more answers; open it again first: `anketa session reopen`.")
	run(t, "enter", "--lang", "hu").want(t, cli.ExitUsage, "There is no screen in \"hu\"; choose sr-Latn, sr-Cyrl or en.")
	if o := run(t, "session", "reopen"); o.code != cli.ExitDone {
		t.Fatalf("got %+v", o)
	}
	run(t, "enter").want(t, cli.ExitUsage, "There is no terminal here, and typing in forms needs one; start it in a terminal window, without pipes.")
	t.Setenv("ACCESSIBLE", "1")
	run(t, "enter").want(t, cli.ExitUsage, "Forms from paper cannot be typed in by lines of text yet; take ACCESSIBLE away for this command, or write the answers into a CSV file for `anketa import`.")
}
