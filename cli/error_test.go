package cli_test

import (
	"os"
	"strings"
	"testing"

	"anketa/cli"
	"anketa/storage"
)

// TestUsage holds that a command that is called wrongly says so in one sentence,
// does nothing and ends with the code 2.
func TestUsage(t *testing.T) {
	const help = "; `anketa --help` shows what there is."
	for name, c := range map[string]struct {
		args []string
		want string
	}{
		"unknown command":      {[]string{"vote"}, ""},
		"unknown flag":         {[]string{"results", "--verbose"}, "Unknown flag: --verbose" + help},
		"flag without a value": {[]string{"results", "--db"}, "Flag needs an argument: --db" + help},
		"no file":              {[]string{"import"}, "Name the one CSV file with the responses, for example: anketa import responses.csv"},
		"two files":            {[]string{"import", "a", "b"}, "Name the one CSV file with the responses, for example: anketa import responses.csv"},
		"nothing to merge":     {[]string{"merge"}, "Name the databases to take in, for example: anketa merge laptop2.db --db anketa.db"},
		"no copy":              {[]string{"backup"}, "Name the one file to copy to, for example: anketa backup copy.db"},
		"no form":              {[]string{"xlsform", "import"}, "Name the one form to read, for example: anketa xlsform import form.xlsx"},
		"title without marks":  {[]string{"session", "close", "Novi", "Sad"}, "Name one session; a title with spaces stands in quotation marks, as in: anketa session close \"Novi Sad\""},
		"session named twice":  {[]string{"session", "reopen", "a", "--session", "a"}, "Name the session once, behind the command or with --session."},
		"report of no format":  {[]string{"report", "-o", "q.doc"}, "The name q.doc does not say in which format; end it with .pdf, .svg, .png or .html, or name the format with --format."},
		"export of no format":  {[]string{"export", "-o", "x.txt"}, "The name x.txt does not say in which format; end it with .csv, .xlsx, .json, .jsonl, .r, .sps or .codebook.csv, or name the format with --format."},
		"two ways to choose":   {[]string{"results", "--all", "--session", "x"}, ""},
		"format":               {[]string{"results", "--format", "xml"}, "The results come with --format table or --format json."},
		"language":             {[]string{"results", "--lang", "no language"}, "\"no language\" is not a language tag such as sr-Latn, sr-Cyrl or en."},
		"no terminal":          {nil, "There is no terminal here, and the kiosk needs one; start it in a terminal window, without pipes."},
		"kiosk":                {[]string{"kiosk"}, "There is no terminal here, and the kiosk needs one; start it in a terminal window, without pipes."},
		"demo":                 {[]string{"demo"}, "There is no terminal here, and the demo needs one; start it in a terminal window, without pipes."},
		"a folder":             {[]string{"check", "."}, ". is a folder; name a survey file."},
	} {
		t.Run(name, func(t *testing.T) {
			t.Chdir(t.TempDir())
			o := run(t, c.args...)
			if c.want != "" {
				o.want(t, cli.ExitUsage, c.want)
			}
			calm(t, o, cli.ExitUsage)
			if entries, err := os.ReadDir("."); err != nil || len(entries) != 0 {
				t.Errorf("files were made: %v (%v)", entries, err)
			}
		})
	}
}

// calm fails unless a command ended with a code and one sentence that says what
// to do, without a stack trace or the usage of cobra around it.
func calm(tb testing.TB, o outcome, code int) {
	tb.Helper()
	if o.code != code {
		tb.Errorf("the code is %d, want %d", o.code, code)
	}
	if text := strings.TrimSuffix(o.err, "\n"); text == "" || strings.Contains(text, "\n") || !strings.HasSuffix(text, ".") && !strings.Contains(text, ", for example: ") && !strings.Contains(text, ", as in: ") || strings.Contains(text, "goroutine") {
		tb.Errorf("stderr is not one sentence: %q", o.err)
	}
	if o.out != "" {
		tb.Errorf("stdout is %q", o.out)
	}
}

// TestDatabaseErrors holds the sentence and the code for every database that
// cannot be used, and that the file stays as it was.
func TestDatabaseErrors(t *testing.T) {
	for name, c := range map[string]struct {
		content string
		code    int
		want    string
	}{
		"missing":            {"", cli.ExitInput, "There is no file anketa.db; check the name."},
		"of another program": {strings.Repeat("SQLite format 3\x00", 1000), cli.ExitInput, "anketa.db is not a database of anketa and was not touched; name another file with --db."},
		"a text":             {"hello", cli.ExitInput, "anketa.db is not a database of anketa and was not touched; name another file with --db."},
	} {
		t.Run(name, func(t *testing.T) {
			t.Chdir(t.TempDir())
			if c.content != "" {
				write(t, "anketa.db", c.content)
			}
			for _, args := range [][]string{{"results"}, {"session", "list"}, {"session", "close"}} {
				run(t, args...).want(t, c.code, c.want)
			}
			if data, _ := os.ReadFile("anketa.db"); string(data) != c.content {
				t.Error("the file was changed")
			}
		})
	}
}

// TestDamaged holds that a damaged database ends with the code 4.
func TestDamaged(t *testing.T) {
	t.Chdir(t.TempDir())
	example(t)
	data, err := os.ReadFile("anketa.db")
	if err != nil {
		t.Fatal(err)
	}
	write(t, "anketa.db", string(data[:len(data)/2]))
	run(t, "results", "--all").want(t, cli.ExitDamaged,
		"The database anketa.db is damaged; keep the file, and go on with a backup copy, or with what `anketa verify --db anketa.db --repair-to NEW.db` rescues.")
}

// TestLocked holds that a database in use ends with the code 3, at once and
// without touching it.
func TestLocked(t *testing.T) {
	t.Chdir(t.TempDir())
	example(t)
	db, err := storage.Open("anketa.db", storage.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	write(t, "r.csv", "event,gender\nA,woman\n")
	for _, args := range [][]string{{"results", "--all"}, {"session", "list"}, {"session", "close"}, {"import", "r.csv"}} {
		run(t, args...).want(t, cli.ExitLocked, "The database anketa.db is in use by a kiosk, a console or another command; end that one first, or name another file with --db.")
	}
}

// TestPlaces holds what is said when a file cannot be read or made where it is
// named, with the name as it was given, cleaned.
func TestPlaces(t *testing.T) {
	t.Chdir(t.TempDir())
	write(t, "r.csv", "event,gender\nA,woman\n")
	for _, c := range []struct {
		args []string
		want string
	}{
		{[]string{"import", "none.csv"}, "There is no file none.csv; check the name."},
		{[]string{"import", "x\u202e\x1b.csv"}, "There is no file x.csv; check the name."},
		{[]string{"import", "--survey", "none.yaml", "r.csv"}, "There is no file none.yaml; check the name."},
		{[]string{"check", "none.yaml"}, "There is no file none.yaml; check the name."},
		{[]string{"results", "--db", "none/a.db"}, "There is no file none/a.db; check the name."},
		{[]string{"import", "--db", "none/a.db", "r.csv"}, "The database none/a.db cannot be made there; with --db name a file in a folder that exists and that you may write to."},
	} {
		run(t, c.args...).want(t, cli.ExitInput, c.want)
	}
}

// TestHelp holds that help is no error and names every command.
func TestHelp(t *testing.T) {
	o := run(t, "--help")
	if o.code != cli.ExitDone {
		t.Errorf("the code is %d: %s", o.code, o.err)
	}
	for _, command := range []string{"kiosk", "demo", "check", "import", "results", "session"} {
		if !strings.Contains(o.out, command) {
			t.Errorf("the help does not name %s:\n%s", command, o.out)
		}
	}
}
