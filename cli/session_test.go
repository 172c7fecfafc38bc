package cli_test

import (
	"strings"
	"testing"

	"anketa/cli"
)

// TestSessionList holds that every session has one line, with what a person
// needs to name it.
func TestSessionList(t *testing.T) {
	t.Chdir(t.TempDir())
	example(t)
	open(t, "Zaječar", 0xab)
	o := run(t, "session", "list")
	o.want(t, cli.ExitDone, "")
	lines := strings.Split(strings.TrimSpace(o.out), "\n")
	if len(lines) != 5 || strings.Join(strings.Fields(lines[0]), " ") != "ID TITLE PLACE DATE ANSWERED STATE PARTIAL" {
		t.Fatalf("the list is\n%s", o.out)
	}
	for i, want := range map[int]string{1: "abcdefgh Zaječar Niš 0 of 24 open 0", 2: "abcdefgh nis 24 closed 0"} {
		fields := strings.Fields(lines[i])
		fields[0] = "abcdefgh"
		if got := strings.Join(fields, " "); got != want {
			t.Errorf("line %d is %q, want %q", i, got, want)
		}
	}
	if !strings.HasPrefix(lines[1], "ab010000 ") {
		t.Errorf("the id is not the beginning of the session's: %q", lines[1])
	}
}

// TestSessionClose holds that a session is ended by name, or the open one, and
// that the next try says what is wrong.
func TestSessionClose(t *testing.T) {
	for name, args := range map[string][]string{"the open one": nil, "by title": {"Niš"}, "by id": {"ab01"}, "by flag": {"--session", "Niš"}} {
		t.Run(name, func(t *testing.T) {
			t.Chdir(t.TempDir())
			open(t, "Niš", 0xab)
			o := run(t, append([]string{"session", "close"}, args...)...)
			o.want(t, cli.ExitDone, "")
			if o.out != "Closed: Niš\n" {
				t.Errorf("the command says %q", o.out)
			}
			if list := run(t, "session", "list"); !strings.Contains(list.out, "closed") {
				t.Errorf("the list is\n%s", list.out)
			}
			run(t, "session", "close").want(t, cli.ExitUsage, "No session is open, so there is nothing to close.")
		})
	}
	t.Chdir(t.TempDir())
	open(t, "Niš", 0xab)
	run(t, "session", "close", "Subotica").want(t, cli.ExitUsage, "There is no session “Subotica”; `anketa session list` shows them. Of an id at least its first 4 characters are needed.")
	run(t, "session", "close", "Niš").want(t, cli.ExitDone, "")
	run(t, "session", "close", "Niš").want(t, cli.ExitUsage, "The session “Niš” is closed already.")
}

// TestSessionReopenByFlag holds that a session is opened again by its flag too.
func TestSessionReopenByFlag(t *testing.T) {
	t.Chdir(t.TempDir())
	example(t)
	if o := run(t, "session", "reopen", "--session", "nis"); o.code != cli.ExitDone || !strings.HasPrefix(o.out, "Open again: nis\n") {
		t.Errorf("got %+v", o)
	}
}

// TestSessionHelp holds that the command alone says what it can do.
func TestSessionHelp(t *testing.T) {
	o := run(t, "session")
	if o.code != cli.ExitDone || !strings.Contains(o.out, "list") || !strings.Contains(o.out, "close") {
		t.Errorf("the help is %+v", o)
	}
}
