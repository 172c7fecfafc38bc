package cli_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"anketa/cli"
	"anketa/storage"
	"anketa/survey"
)

// TestExport holds that the responses of closed sessions come out of a database and go
// into another one with the same results, but for what rows are without; that the
// files are private; and that nothing that is there is written over unasked.
func TestExport(t *testing.T) {
	t.Chdir(t.TempDir())
	example(t)
	o := run(t, "export", "--all", "-o", "out.csv")
	o.want(t, cli.ExitDone, "")
	if want := "Wrote 72 responses to out.csv, out-texts.csv.\n"; o.out != want {
		t.Errorf("the export says %q, want %q", o.out, want)
	}
	for _, name := range []string{"out.csv", "out-texts.csv"} {
		if info, err := os.Stat(name); err != nil || info.Mode() != 0o600 {
			t.Errorf("%s: %v, %v", name, info, err)
		}
	}
	run(t, "import", "--db", "second.db", "out.csv").want(t, cli.ExitDone, "")
	for _, figure := range []string{"informed", "knowledge", "applicable", "recommend"} {
		first, second := figures(t, "anketa.db", figure), figures(t, "second.db", figure)
		if first == "" || first != second {
			t.Errorf("the import of the export has %s, want %s", second, first)
		}
	}
	run(t, "export", "--all", "-o", "out.csv").want(t, cli.ExitInput,
		"out.csv is there already and was not touched; name another file with -o, or write over it with --force.")
	run(t, "export", "--all", "-o", "out.csv", "--force").want(t, cli.ExitDone, "")
}

// figures returns what the results of a database say about a question.
func figures(tb testing.TB, db, question string) string {
	tb.Helper()
	out := run(tb, "results", "--db", db, "--all", "--format", "json").out
	_, behind, _ := strings.Cut(out, `"id": "`+question+`",`)
	found, _, _ := strings.Cut(behind, `"id": "`)
	points, _, _ := strings.Cut(found, `"headline"`)
	return points
}

// TestExportRefuses holds what is not exported, in which words, and that no file is
// left behind. Negative controls: replaceAll without replaceable; Rows without its
// cases.
func TestExportRefuses(t *testing.T) {
	t.Chdir(t.TempDir())
	open(t, "Niš", 1)
	run(t, "export", "-o", "out.csv").want(t, cli.ExitInput,
		"The session “Niš” is open; close it before its responses leave the kiosk: `anketa session close`.")
	run(t, "session", "close")
	run(t, "export", "-o", "out.csv").want(t, cli.ExitInput,
		"The session “Niš” has fewer than 5 responses, so single ones could be told apart; they stay in the database.")
	run(t, "export").want(t, cli.ExitUsage, "Name the file to write with -o, for example: anketa export -o responses.csv")
	run(t, "export", "-o", "x", "--format", "sas").want(t, cli.ExitUsage,
		`"sas" is not a format of the export; choose one of `+formatNames+`.`)
	run(t, "export", "-o", "x.csv", "--format", "spss").want(t, cli.ExitUsage,
		"A script reads the responses from a CSV file beside it; name the script with -o, for example: anketa export --format spss -o responses.sps")
	example(t)
	if err := os.Symlink("elsewhere.csv", "link.csv"); err != nil {
		t.Fatal(err)
	}
	run(t, "export", "--all", "-o", "link.csv", "--force").want(t, cli.ExitInput,
		"link.csv is a link, and what it leads to was not touched; name another file with -o.")
	run(t, "export", "--session", "nis", "-o", "no/out.csv").want(t, cli.ExitInput,
		"There is no folder for no/out.csv; make it first, or name another file with -o.")
	o := run(t, "export", "--all", "-o", "out.csv")
	o.want(t, cli.ExitDone, "The session “Niš” has fewer than 5 responses, so single ones could be told apart; it is left out.")
	left, err := filepath.Glob("*")
	if want := []string{"anketa.db", "link.csv", "out-texts.csv", "out.csv", "responses.csv"}; err != nil || !slices.Equal(left, want) {
		t.Errorf("the files are %v, want %v (%v)", left, want, err)
	}
}

// formatNames are the formats as a refusal lists them.
const formatNames = "csv, xlsx, json, jsonl, r, spss, codebook"

// TestExportTexts holds that approved texts come out apart from the rows in their
// masked wording, and others not at all. Negative control: Writings instead of Passages.
func TestExportTexts(t *testing.T) {
	t.Chdir(t.TempDir())
	example(t)
	store(t, func(db *storage.DB, s *survey.Survey) error {
		session, err := db.CreateSession(t.Context(), survey.Session{ID: survey.ID{7, 7}, Title: "Obuka", Open: true}, s)
		if err != nil {
			return err
		}
		at, _ := s.Question("improve")
		for _, text := range []string{"=CANARY one Petar", "CANARY two", "CANARY three", "", ""} {
			answers := make([]survey.Answer, len(s.Questions))
			answers[at].Text = text
			if err := db.AddResponse(t.Context(), session.ID, survey.Response{ID: survey.NewID(), Answers: s.Settle(answers)}); err != nil {
				return err
			}
		}
		if err := db.CloseSession(t.Context(), session.ID); err != nil {
			return err
		}
		written, err := db.Writings(t.Context(), session.ID, "improve")
		if err != nil {
			return err
		}
		for _, w := range written {
			if strings.HasPrefix(w.Text, "=") {
				review := survey.Review{Verdict: survey.Approved}
				review.Masked = []int{2}
				return db.ReviewText(t.Context(), session.ID, "improve", w.ID, review)
			}
		}
		return nil
	})
	run(t, "export", "--session", "Obuka", "-o", "out.csv").want(t, cli.ExitDone, "")
	rows, err := os.ReadFile("out.csv")
	if err != nil || strings.Contains(string(rows), "CANARY") {
		t.Errorf("the rows hold texts: %s (%v)", rows, err)
	}
	texts, err := os.ReadFile("out-texts.csv")
	if want := "question,text,quote,themes\r\nimprove,'=CANARY one […],0,\r\n"; err != nil || string(texts) != want {
		t.Errorf("the texts are %q, want %q (%v)", texts, want, err)
	}
}
