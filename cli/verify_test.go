package cli_test

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"anketa/cli"
)

// spoilSurvey damages the record of the survey in anketa.db.
func spoilSurvey(tb testing.TB) {
	tb.Helper()
	data, err := os.ReadFile("anketa.db")
	if err != nil {
		tb.Fatal(err)
	}
	at := bytes.Index(data, []byte(`"id":"recommend"`))
	if at < 0 {
		tb.Fatal("the survey is not where it was looked for")
	}
	for ; at >= 0; at = bytes.Index(data, []byte(`"id":"recommend"`)) {
		copy(data[at:], bytes.Repeat([]byte("X"), 16))
	}
	write(tb, "anketa.db", string(data))
}

// TestRepair holds that a rescue says how many responses are in the new file of how
// many, with the code of a damaged database when something is not in it; that a file
// without any of them is not made; and that the survey file of the sessions, and no
// other, stands in for a survey that cannot be read.
func TestRepair(t *testing.T) {
	t.Chdir(t.TempDir())
	example(t)
	spoilSurvey(t)
	asked, other := filepath.Join(root(t), "questions.yaml"), filepath.Join(root(t), "templates", "training.yaml")
	for _, c := range []struct {
		args []string
		code int
		want string
		made bool
	}{
		{nil, cli.ExitDamaged, "The database anketa.db is damaged; keep the file, and go on with a backup copy, or with what `anketa verify --db anketa.db --repair-to NEW.db` rescues.", false},
		{[]string{"--survey", asked}, cli.ExitUsage, "A survey file is used for a rescue; name the new file with --repair-to.", false},
		{[]string{"--repair-to", "new.db"}, cli.ExitDamaged, "Rescued 0 of 72 responses, so new.db was not made. What 3 sessions asked cannot be read: name the same survey file that was used then with --survey, and it is read from there. Keep anketa.db, and look for a backup copy.", false},
		{[]string{"--repair-to", "new.db", "--survey", other}, cli.ExitDamaged, "Rescued 0 of 72 responses, so new.db was not made. What 3 sessions asked cannot be read, and " + other + " is another survey, or another version of it. Keep anketa.db, and look for a backup copy.", false},
		{[]string{"--repair-to", "new.db", "--survey", asked}, cli.ExitDone, "", true},
	} {
		o := run(t, append([]string{"verify"}, c.args...)...)
		o.out = ""
		o.want(t, c.code, c.want)
		if _, err := os.Stat("new.db"); (err == nil) != c.made {
			t.Errorf("%q: the new file: %v", c.args, err)
		}
	}
	run(t, "verify", "--db", "new.db").want(t, cli.ExitDone, "")
	example := figures(t, "new.db", "informed")
	if err := os.Remove("anketa.db"); err != nil {
		t.Fatal(err)
	}
	run(t, "import", "responses.csv").want(t, cli.ExitDone, "")
	if want := figures(t, "anketa.db", "informed"); example == "" || example != want {
		t.Errorf("the rescued file has %s, want %s", example, want)
	}
}
