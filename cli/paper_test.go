package cli_test

import (
	"os"
	"runtime"
	"strings"
	"testing"

	"anketa/cli"
)

// The blank form is a PDF in a language of the survey that only its owner reads, and
// takes the place of another only when asked.
func TestPaperFile(t *testing.T) {
	t.Chdir(t.TempDir())
	write(t, "s.yaml", reported)
	run(t, "paper", "-o", "p.pdf").want(t, cli.ExitDone, "")
	info, err := os.Stat("p.pdf")
	if err != nil {
		t.Fatal(err)
	}
	if mode := info.Mode().Perm(); mode != 0o600 && runtime.GOOS != "windows" {
		t.Errorf("the file has the mode %o", mode)
	}
	run(t, "paper", "-o", "p.pdf").want(t, cli.ExitInput, "p.pdf is there already and was not touched; name another file with -o, or write over it with --force.")
	run(t, "paper", "-o", "p.pdf", "--force").want(t, cli.ExitDone, "")
	for _, c := range []struct {
		args []string
		want string
	}{
		{[]string{"-o", "p.docx"}, "The form is a PDF, and the name p.docx does not say so; end it with .pdf."},
		{[]string{"-o", "p"}, "The form is a PDF, and the name p does not say so; end it with .pdf."},
		{nil, "Name the file to write with -o, for example: anketa paper -o paper.pdf"},
		{[]string{"-o", "-", "--date", "2026-02-30"}, "There is no such day; look at the date once more."},
		{[]string{"-o", "-", "--survey", "s.yaml", "--lang", "sr-Latn"}, "The survey \"s\" is not written in sr-Latn; its languages are en."},
		{[]string{"-o", "-", "--lang", "hu"}, "There is no form in \"hu\"; choose sr-Latn, sr-Cyrl or en."},
	} {
		run(t, append([]string{"paper"}, c.args...)...).want(t, cli.ExitUsage, c.want)
	}
	if o := run(t, "paper", "--survey", "s.yaml", "-o", "-"); o.code != cli.ExitDone || !strings.HasPrefix(o.out, "%PDF-") {
		t.Errorf("got %+v", o)
	}
}

// The form of a session asks what the session asks, and says which training it is of.
func TestPaperOfSession(t *testing.T) {
	t.Chdir(t.TempDir())
	collected(t)
	o := run(t, "paper", "--session", "a", "-o", "-")
	o.want(t, cli.ExitDone, "")
	if !strings.Contains(o.out, "/Title(T)") {
		t.Error("it is not the form of what the session asks")
	}
	run(t, "paper", "--session", "none", "-o", "-").want(t, cli.ExitUsage, "There is no session “none”; `anketa session list` shows them. Of an id at least its first 4 characters are needed.")
}
