package e2e

import (
	"strings"
	"testing"

	"anketa/internal/terminal"
)

// The blank form is written, forms are typed in behind the PIN, one of them with a
// required answer left blank, and the results count them: they are responses like any
// other, of which only the number that came from paper is known, and that only after the
// end of the session. A session that is closed takes none.
func TestPaper(t *testing.T) {
	t.Parallel()
	r := newRoom(t)
	r.put("pin", rightPIN+"\n")
	r.mustRun("session", "open", "--session-title", title, "--place", "Niš", "--date", "2026-11-23", "--attended", "24", "--pin-file", "pin")
	r.mustRun("paper", "--session", title, "-o", "paper.pdf")
	if form := string(r.read("paper.pdf")); !strings.HasPrefix(form, "%PDF-") {
		t.Errorf("the form begins %.20q", form)
	}

	k := r.start("enter", "--lang", "en")
	k.see("Enter the PIN")
	k.press("9999", terminal.Enter)
	k.see("That PIN is not right.")
	k.lacks("In which field")
	k.press(rightPIN, terminal.Enter)
	k.see("Form 1", "1  In which field do you work?")
	k.press("2", "1", "4", "4", "5", "1", "more practice", terminal.Enter, terminal.Enter)
	k.see("Check, then store", "1: 2", "5: 5", "No answer: 8")
	k.press(terminal.Enter)
	k.see("The form is stored.", "Form 2 · stored: 1")
	k.press("3", "2", terminal.Enter, "3", "0", "2", terminal.Enter, terminal.Enter)
	k.see("Check, then store", "No answer: 3, 7, 8")
	k.press(terminal.Enter)
	for _, next := range []string{"Form 4 · stored: 3", "Form 5 · stored: 4", "Form 6 · stored: 5"} {
		k.press("1", "1", terminal.Enter, terminal.Enter, terminal.Enter, terminal.Enter, terminal.Enter, terminal.Enter)
		k.see("Check, then store", "No answer: 3, 4, 5, 6, 7, 8")
		k.press(terminal.Enter)
		k.see(next)
	}
	k.press(terminal.Esc)
	k.exit(0)

	got := r.results()
	if got.Responses != 5 || got.Released != 0 {
		t.Errorf("the results count %d responses and show %d", got.Responses, got.Released)
	}
	if out := r.mustRun("results"); strings.Contains(out, "paper") || strings.Contains(out, "practice") {
		t.Errorf("while the session is open the table is\n%s", out)
	}
	r.mustRun("session", "close")
	if out := r.mustRun("results"); !strings.Contains(out, "From paper: 5.\n") {
		t.Errorf("once it is closed the table is\n%s", out)
	}
	r.mustRun("verify")
	_, stderr, code := r.run("enter", "--session", title)
	if want := "is closed and takes no more answers; open it again first: `anketa session reopen`."; code != 2 || !strings.Contains(stderr, want) {
		t.Errorf("exit code %d, %q", code, stderr)
	}
}
