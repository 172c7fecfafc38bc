package cli_test

import (
	"os"
	"strings"
	"testing"

	"anketa/cli"
)

// TestImport holds that the 72 responses become three closed sessions, and that
// the same file is not counted twice. Negative control: a title that may be
// taken again.
func TestImport(t *testing.T) {
	t.Chdir(t.TempDir())
	write(t, "responses.csv", string(files(t).Example))
	o := run(t, "import", "responses.csv")
	o.want(t, cli.ExitDone, "")
	if want := "Imported 72 responses in 3 closed sessions.\nNo row has an answer to: improve, quote.\n"; o.out != want {
		t.Errorf("the import says %q, want %q", o.out, want)
	}
	write(t, "one.csv", "event,recommend\nonly,yes\n")
	if o := run(t, "import", "one.csv", "--db", "one.db"); !strings.HasPrefix(o.out, "Imported 1 response in 1 closed session.\nNo row has an answer to: sector, ") {
		t.Errorf("the import says %q", o.out)
	}
	before := run(t, "results", "--all", "--format", "json")
	run(t, "import", "responses.csv").want(t, cli.ExitInput,
		"A session “nis” is in the database already; nothing was imported, so that nobody is counted twice.")
	if after := run(t, "results", "--all", "--format", "json"); after != before {
		t.Error("the second import changed the results")
	}
}

// TestImportRefuses holds which files are refused, in which words, and that
// nothing of them is stored: neither a session nor the database itself.
func TestImportRefuses(t *testing.T) {
	const correct = "\nNothing was imported; correct these lines and try again."
	for name, c := range map[string]struct {
		file, want string
		code       int
	}{
		"unknown column": {"event,age\nA,1\n", "r.csv: line 1: the survey has no question “age”" + correct, cli.ExitInput},
		"two mistakes": {
			"event,gender\nA,CANARY\n,man\n",
			"r.csv: line 2: column gender holds none of its values: woman, man\nr.csv: line 3: the session has no name" + correct, cli.ExitInput,
		},
		"empty": {"", "r.csv: line 1: the file is empty" + correct, cli.ExitInput},
	} {
		t.Run(name, func(t *testing.T) {
			t.Chdir(t.TempDir())
			write(t, "r.csv", c.file)
			run(t, "import", "r.csv").want(t, c.code, c.want)
			if _, err := os.Stat("anketa.db"); err == nil {
				t.Error("a database was made")
			}
		})
	}
}

// TestImportSurvey holds which survey an import uses: the named one, then
// questions.yaml of the folder, then the one inside the program.
func TestImportSurvey(t *testing.T) {
	t.Chdir(t.TempDir())
	small := "id: small\ntitle: Small\nlanguages: [en]\nquestions:\n  - {id: good, kind: yes_no, text: Good?}\n"
	write(t, "r.csv", "session,good\nA,yes\n")
	run(t, "import", "r.csv").want(t, cli.ExitInput, "r.csv: line 1: the survey has no question “good”\nNothing was imported; correct these lines and try again.")
	write(t, "small.yaml", small)
	run(t, "import", "--survey", "small.yaml", "--db", "a.db", "r.csv").want(t, cli.ExitDone, "")
	write(t, "questions.yaml", small)
	run(t, "import", "--db", "b.db", "r.csv").want(t, cli.ExitDone, "")
	write(t, "questions.yaml", "id: small\n")
	if o := run(t, "import", "--db", "c.db", "r.csv"); o.code != cli.ExitInput || !strings.HasPrefix(o.err, "questions.yaml:1:1: error: ") {
		t.Errorf("a broken survey gave %+v", o)
	}
}

// TestImportMixed holds that sessions of different surveys are not put together.
func TestImportMixed(t *testing.T) {
	t.Chdir(t.TempDir())
	example(t)
	write(t, "small.yaml", "id: small\ntitle: Small\nlanguages: [en]\nquestions:\n  - {id: good, kind: yes_no, text: Good?}\n")
	write(t, "r.csv", "session,good\nA,yes\n")
	run(t, "import", "--survey", "small.yaml", "r.csv").want(t, cli.ExitDone, "")
	run(t, "results", "--all").want(t, cli.ExitInput,
		"These sessions asked different surveys and cannot be put together; choose one with --session.")
}

// TestImportSkipsBad holds that --skip-bad imports the rows that can be read and names
// the others, that labels are read like values, and that a file without a good row is
// refused. Negative controls: ReadGoodCSV as ReadCSV; names without labels.
func TestImportSkipsBad(t *testing.T) {
	t.Chdir(t.TempDir())
	write(t, "r.csv", "event,gender,recommend\nA,woman,yes\nA,CANARY,yes\nA,muškarac,Da\nA,man,2\n")
	o := run(t, "import", "--skip-bad", "r.csv")
	o.want(t, cli.ExitDone, "r.csv: line 3: column gender holds none of its values: woman, man\nr.csv: line 5: column recommend holds none of its values: yes, no\nRows left out: 2; the others are imported.")
	if want := "Imported 2 responses in 1 closed session.\nNo row has an answer to: sector, informed, knowledge, applicable, improve, quote.\n"; o.out != want {
		t.Errorf("the import says %q, want %q", o.out, want)
	}
	write(t, "bad.csv", "event,gender\nB,CANARY\n")
	run(t, "import", "--skip-bad", "bad.csv").want(t, cli.ExitInput,
		"bad.csv: line 2: column gender holds none of its values: woman, man\nNothing was imported; correct these lines and try again.")
}

// TestImportSaysLittle holds that a file with a thousand wrong rows takes a few lines, that
// a file of another kind is named for what it is, and that columns without an answer are
// named.
func TestImportSaysLittle(t *testing.T) {
	t.Chdir(t.TempDir())
	write(t, "r.csv", "event,gender\n"+strings.Repeat("A,CANARY\n", 1000)+"A,man\n")
	const reason = "r.csv: lines 2–1001: column gender holds none of its values: woman, man\n"
	run(t, "import", "r.csv").want(t, cli.ExitInput, reason+"1000 rows cannot be read; nothing was imported. Correct them and try again, or leave them out with --skip-bad.")
	o := run(t, "import", "--skip-bad", "r.csv")
	o.want(t, cli.ExitDone, reason+"Rows left out: 1000; the others are imported.")
	if want := "Imported 1 response in 1 closed session.\nNo row has an answer to: sector, informed, knowledge, applicable, recommend, improve, quote.\n"; o.out != want {
		t.Errorf("the import says %q, want %q", o.out, want)
	}
	write(t, "old.csv", "event,gender\nNi\x9a,woman\n")
	run(t, "import", "--skip-bad", "old.csv").want(t, cli.ExitInput, "old.csv is not in UTF-8, so that letters like č and ж would be lost; save it as “CSV UTF-8” and import that. Nothing was imported.")
	write(t, "r.xlsx", "PK\x03\x04\x14")
	run(t, "import", "r.xlsx").want(t, cli.ExitInput, "r.xlsx is a workbook; save its sheet with the responses as “CSV UTF-8” and import that. Nothing was imported.")
	run(t, "import", ".").want(t, cli.ExitInput, ". is a folder; name a file in it.")
}
