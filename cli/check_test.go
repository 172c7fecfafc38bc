package cli_test

import (
	"encoding/json"
	"regexp"
	"strings"
	"testing"

	"anketa/cli"
	"anketa/storage"
	"anketa/survey"
)

// What the check says at the end.
const (
	fine     = "No mistakes. Questions: 8. Languages: 3. About 65 seconds a person.\n"
	mistakes = "The survey file has mistakes; correct these lines and try again."
)

// Survey files for the tests below.
const (
	twoMistakes = "id: x\ntitle: X\nlanguages: [en]\nquestions:\n  - {id: a, kind: yes_no, text: Why?, colour: red}\n  - {id: a, kind: smile, text: Why?}\n"
	oneWarning  = "id: x\ntitle: X\nlanguages: [en]\nquestions:\n  - {id: a, kind: yes_no, text: Obviously?}\n  - {id: b, kind: note, text: N}\n"
)

// TestCheckFine holds that a survey without mistakes is counted.
func TestCheckFine(t *testing.T) {
	t.Chdir(t.TempDir())
	if o := run(t, "check"); o != (outcome{cli.ExitDone, fine, ""}) {
		t.Errorf("the survey inside the program gave %+v", o)
	}
	write(t, "mine.yaml", string(files(t).Survey))
	if o := run(t, "check", "mine.yaml"); o != (outcome{cli.ExitDone, fine, ""}) {
		t.Errorf("a copy of it gave %+v", o)
	}
}

// TestCheckMistakes holds that mistakes come all at once on stdout, each as
// FILE:LINE:COL with its line and a repair, with the code 1 and one sentence on
// stderr.
func TestCheckMistakes(t *testing.T) {
	t.Chdir(t.TempDir())
	write(t, "questions.yaml", twoMistakes)
	const want = `questions.yaml:5:39: error: the key "colour" is not known here
    5 |   - {id: a, kind: yes_no, text: Why?, colour: red}
      |                                       ^~~~~~
      = the keys are id, kind, text, hint, when, required, scale,
        not_applicable, reverse, headline, sentence, options, other, min, max,
        low, high, unit, max_length, lines, consent
questions.yaml:6:10: error: the id "a" is used by two questions
    6 |   - {id: a, kind: smile, text: Why?}
      |          ^
      = give each question an id of its own
questions.yaml:6:19: error: "smile" is not known here
    6 |   - {id: a, kind: smile, text: Why?}
      |                   ^~~~~
      = write likert, choice, multi, yes_no, nps, number, text, before_after or
        note
3 errors.
`
	o := run(t, "check")
	if o.code != cli.ExitInput || o.out != want {
		t.Errorf("the code is %d and stdout\n%s\nwant\n%s", o.code, o.out, want)
	}
	if o.err != mistakes+"\n" {
		t.Errorf("stderr is %q", o.err)
	}
}

// TestCheckWarnings holds that warnings alone are no failure.
func TestCheckWarnings(t *testing.T) {
	t.Chdir(t.TempDir())
	write(t, "questions.yaml", oneWarning)
	const want = `questions.yaml:5:33: warning: “Obviously” tells people what to answer
    5 |   - {id: a, kind: yes_no, text: Obviously?}
      |                                 ^~~~~~~~~
      = ask so that the opposite answer is as easy to give
1 warning. Questions: 1. Languages: 1. About 3 seconds a person.
`
	if o := run(t, "check"); o != (outcome{cli.ExitDone, want, ""}) {
		t.Errorf("got %+v\nwant %s", o, want)
	}
}

// TestBrokenSurvey holds that other commands show the mistakes of a survey file
// in the same form, on stderr and without warnings.
func TestBrokenSurvey(t *testing.T) {
	t.Chdir(t.TempDir())
	write(t, "s.yaml", strings.Replace(oneWarning, "id: b", "id: a", 1))
	write(t, "r.csv", "event,a\nX,yes\n")
	const want = "s.yaml:6:9: error: the id \"a\" is used by two questions\n" +
		"    6 |   - {id: a, kind: note, text: N}\n      |          ^\n      = give each question an id of its own\n" + mistakes
	run(t, "import", "--survey", "s.yaml", "r.csv").want(t, cli.ExitInput, strings.Replace(want, "6:9", "6:10", 1))
}

// finding is a finding in the JSON form.
type finding struct {
	Severity, Rule, Message, Repair string
	Line, Column, Width             int
}

// report is the JSON form of a check.
type report struct {
	File             string
	Errors, Warnings int
	Seconds          *int
	Findings         []finding
}

// checkJSON runs the check for programs.
func checkJSON(tb testing.TB, code int, args ...string) report {
	tb.Helper()
	o := run(tb, append([]string{"check", "--format", "json"}, args...)...)
	if o.code != code {
		tb.Errorf("the code is %d, want %d: %s", o.code, code, o.err)
	}
	var r report
	d := json.NewDecoder(strings.NewReader(o.out))
	d.DisallowUnknownFields()
	if err := d.Decode(&r); err != nil || !strings.HasPrefix(strings.TrimSpace(o.out), "{") {
		tb.Fatalf("%v: %q", err, o.out)
	}
	if r.Findings == nil {
		tb.Errorf("the findings are no list: %s", o.out)
	}
	return r
}

// TestCheckJSON holds what programs get: always one object, also of files that
// are no YAML.
func TestCheckJSON(t *testing.T) {
	t.Chdir(t.TempDir())
	if r := checkJSON(t, cli.ExitDone); r.Seconds == nil || *r.Seconds != 65 || len(r.Findings) != 0 || r.File != "questions.yaml (built in)" {
		t.Errorf("got %+v", r)
	}
	write(t, "s.yaml", oneWarning)
	r := checkJSON(t, cli.ExitDone, "s.yaml")
	want := finding{"warning", "leading", "“Obviously” tells people what to answer", "ask so that the opposite answer is as easy to give", 5, 33, 9}
	if r.File != "s.yaml" || r.Errors != 0 || r.Warnings != 1 || len(r.Findings) != 1 || r.Findings[0] != want {
		t.Errorf("got %+v", r)
	}
	for name, file := range map[string]string{
		"no.yaml": "id: [\n", "empty.yaml": "", "bytes.yaml": "\xff\xfe\x00", "large.yaml": strings.Repeat("#", survey.MaxFileSize+1), "escape.yaml": "a: \x1b[2J\n",
	} {
		write(t, name, file)
		if r := checkJSON(t, cli.ExitInput, name); r.Errors != 1 || len(r.Findings) != 1 || r.Seconds != nil || r.Findings[0].Line != 1 && name != "no.yaml" {
			t.Errorf("%s: got %+v", name, r)
		}
	}
}

// TestCheckUsage holds which flags the check takes.
func TestCheckUsage(t *testing.T) {
	t.Chdir(t.TempDir())
	for _, c := range []struct {
		args []string
		want string
	}{
		{[]string{"check", "--format", "xml"}, "The findings come with --format text or --format json."},
		{[]string{"check", "--attended", "0"}, "With --attended name the number of people expected, from 1 to 100000."},
		{[]string{"check", "--attended", "100001"}, "With --attended name the number of people expected, from 1 to 100000."},
	} {
		run(t, c.args...).want(t, cli.ExitUsage, c.want)
	}
	run(t, "check", "--db", "none.db").want(t, cli.ExitInput, "There is no file none.db; check the name.")
}

// TestCheckAttended holds that fewer people than combinations are warned of.
func TestCheckAttended(t *testing.T) {
	t.Chdir(t.TempDir())
	o := run(t, "check", "--attended", "17")
	const want = "questions.yaml (built in):71:9: warning: the answers to sector and gender together make 18 combinations for 17 people, so that some could be recognised\n"
	if o.code != cli.ExitDone || !strings.Contains(o.out, want[strings.Index(want, ": warning"):]) {
		t.Errorf("got %+v", o)
	}
	if o := run(t, "check", "--attended", "18"); o.out != fine {
		t.Errorf("for 18 people: %+v", o)
	}
}

// TestCheckDatabase holds that a question that changed its meaning since a
// session is named with the session, and that the database is only read.
func TestCheckDatabase(t *testing.T) {
	t.Chdir(t.TempDir())
	open(t, "Niš, maj", 1)
	if o := run(t, "check", "--db", "anketa.db"); o != (outcome{cli.ExitDone, fine, ""}) {
		t.Errorf("the survey of the session gave %+v", o)
	}
	changed := strings.Replace(string(files(t).Survey), "id: recommend\n    kind: yes_no", "id: recommend\n    kind: nps", 1)
	changed = regexp.MustCompile(`    headline: \[yes\]\n    sentence:\n(      .*\n)+`).ReplaceAllString(changed, "")
	write(t, "questions.yaml", changed)
	o := run(t, "check", "--db", "anketa.db")
	const want = ": warning: the question recommend had another kind in “Niš, maj”, so that the answers cannot be put together\n"
	if o.code != cli.ExitDone || !strings.Contains(o.out, want) || strings.Count(o.out, "warning: ") != 1 {
		t.Errorf("got %+v", o)
	}
	if o := run(t, "check"); strings.Contains(o.out, "warning") {
		t.Errorf("without the database: %+v", o)
	}
	db, err := storage.Open("anketa.db", storage.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	run(t, "check", "--db", "anketa.db").want(t, cli.ExitLocked, "The database anketa.db is in use by a kiosk, a console or another command; end that one first, or name another file with --db.")
}
