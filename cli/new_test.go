package cli_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"anketa/cli"
	"anketa/survey"
)

// The schema that is printed is the one that is committed, byte for byte.
func TestSchema(t *testing.T) {
	want, err := os.ReadFile(filepath.Join(root(t), "survey/schema.json"))
	if err != nil {
		t.Fatal(err)
	}
	o := run(t, "schema")
	o.want(t, cli.ExitDone, "")
	if o.out != string(want) {
		t.Errorf("got %.80s…", o.out)
	}
}

// Without a name, the templates are listed.
func TestNewListsTemplates(t *testing.T) {
	o := run(t, "new")
	o.want(t, cli.ExitDone, "")
	const want = `before-after  What people learned: before and now (Kirkpatrick, level 2)
nps           Would people recommend it, and why? The shortest survey (NPS)
sus           How easy a program is to use (System Usability Scale)
training      What people thought of a training (Kirkpatrick, level 1)

Write one with, for example: anketa new before-after
`
	if o.out != want {
		t.Errorf("got\n%s\nwant\n%s", o.out, want)
	}
}

// A new survey stands in the working folder, beside the schema to which it
// refers, and nothing can be said against it.
func TestNewWritesTemplate(t *testing.T) {
	t.Chdir(t.TempDir())
	for _, name := range []string{"training", "before-after", "nps", "sus"} {
		o := run(t, "new", name)
		o.want(t, cli.ExitDone, "")
		file := name + ".yaml"
		if want := "Wrote " + file + ". Look at it with: anketa check " + file + "; start with: anketa --survey " + file + "\n"; !strings.HasPrefix(o.out, want) {
			t.Errorf("got %q, want %q", o.out, want)
		}
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(string(data), "\n# yaml-language-server: $schema=anketa.schema.json\n") {
			t.Errorf("%s does not refer to the schema beside it", name)
		}
		if o := run(t, "check", file); o.code != cli.ExitDone || o.err != "" || !strings.HasPrefix(o.out, "No mistakes") {
			t.Errorf("%s: got %+v", name, o)
		}
	}
	if schema, err := os.ReadFile("anketa.schema.json"); err != nil || string(schema) != survey.Schema() {
		t.Errorf("the schema beside the surveys is another one: %v", err)
	}
}

// What stands there already stays as it is: the survey and the schema.
func TestNewNeverOverwrites(t *testing.T) {
	t.Chdir(t.TempDir())
	write(t, "training.yaml", "mine")
	run(t, "new", "training").want(t, cli.ExitInput, "training.yaml is there already and was not touched; name another file with -o.")
	write(t, "anketa.schema.json", "mine too")
	if o := run(t, "new", "training", "-o", "other.yaml"); o.code != cli.ExitDone || strings.Contains(o.out, "schema") {
		t.Errorf("got %+v", o)
	}
	for file, want := range map[string]string{"training.yaml": "mine", "anketa.schema.json": "mine too"} {
		if got, err := os.ReadFile(file); err != nil || string(got) != want {
			t.Errorf("%s holds %q, %v", file, got, err)
		}
	}
}

// A hyphen prints the survey, and leaves nothing behind.
func TestNewPrints(t *testing.T) {
	dir := t.TempDir()
	t.Chdir(dir)
	o := run(t, "new", "nps", "-o", "-")
	o.want(t, cli.ExitDone, "")
	if _, findings := survey.Check([]byte(o.out)); len(findings) > 0 {
		t.Errorf("got %v", findings)
	}
	if entries, err := os.ReadDir(dir); err != nil || len(entries) > 0 {
		t.Errorf("got the files %v, %v", entries, err)
	}
}

// What cannot be written or is not there is answered with what to do.
func TestNewRefuses(t *testing.T) {
	t.Chdir(t.TempDir())
	for _, c := range []struct {
		args     []string
		code     int
		sentence string
	}{
		{[]string{"trainin"}, cli.ExitUsage, "There is no template \"trainin\"; did you mean training?"},
		{[]string{"SUS"}, cli.ExitUsage, "There is no template \"SUS\"; did you mean sus?"},
		{[]string{"lunch"}, cli.ExitUsage, "There is no template \"lunch\"; there are before-after, nps, sus, training."},
		{[]string{"../questions"}, cli.ExitUsage, "There is no template \"../questions\"; there are before-after, nps, sus, training."},
		{[]string{"-o", "x.yaml"}, cli.ExitUsage, "Name a template as well; `anketa new` lists them."},
		{[]string{"sus", "-o", "nowhere/sus.yaml"}, cli.ExitInput, "There is no folder for nowhere/sus.yaml; make it first, or name another file with -o."},
		{[]string{"sus", "-o", "."}, cli.ExitInput, ". is there already and was not touched; name another file with -o."},
	} {
		run(t, append([]string{"new"}, c.args...)...).want(t, c.code, c.sentence)
	}
}
