package cli_test

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"anketa/cli"
	"anketa/storage"
	"anketa/survey"
)

// TestResultsJSON holds that the imported trainings give the published figures.
func TestResultsJSON(t *testing.T) {
	t.Chdir(t.TempDir())
	example(t)
	o := run(t, "results", "--all", "--format", "json", "--lang", "en")
	o.want(t, cli.ExitDone, "")
	var got struct {
		Responses, Released, MinGroup int
		Questions                     []struct {
			ID       string
			Headline *struct {
				Count, N int
				Percent  float64
			}
			Options []struct {
				Value string
				Count int
			}
		}
	}
	if err := json.Unmarshal([]byte(o.out), &got); err != nil {
		t.Fatal(err)
	}
	var said []string
	for _, q := range got.Questions {
		if q.Headline != nil {
			said = append(said, fmt.Sprintf("%s %d/%d %.2f", q.ID, q.Headline.Count, q.Headline.N, q.Headline.Percent))
		}
	}
	if got, want := strings.Join(said, ", "), "informed 43/72 59.72, knowledge 51/72 70.83, applicable 45/72 62.50, recommend 71/72 98.61"; got != want {
		t.Errorf("the headlines are %s, want %s", got, want)
	}
}

// TestResultsLang holds that a language that nobody speaks here is refused, before
// anything is said of sessions.
func TestResultsLang(t *testing.T) {
	t.Chdir(t.TempDir())
	example(t)
	for _, args := range [][]string{nil, {"--all"}} {
		run(t, append([]string{"results", "--lang", "fr"}, args...)...).want(t, cli.ExitUsage, "There are no results in \"fr\"; choose sr-Latn, sr-Cyrl or en, or another language of the survey.")
	}
}

// TestResultsTable holds that the table is the default, in the language asked for.
func TestResultsTable(t *testing.T) {
	t.Chdir(t.TempDir())
	example(t)
	for lang, want := range map[string]string{
		"": "u značajnoj meri: 43 of 72 (59,7 %)", "sr": "u značajnoj meri", "sr-Cyrl": "у значајној мери: 43 of 72 (59,7 %)",
		"en": "to a significant degree: 43 of 72 (59.7%)",
	} {
		args := []string{"results", "--all"}
		if lang != "" {
			args = append(args, "--lang", lang)
		}
		if o := run(t, args...); o.code != cli.ExitDone || !strings.Contains(o.out, want) {
			t.Errorf("in %q the results do not say %q: %+v", lang, want, o)
		}
	}
}

// TestChoose holds how sessions are named: by title, by id, by its beginning;
// and what is said where that is not clear. Negative control: the first session
// taken for an answer.
func TestChoose(t *testing.T) {
	t.Chdir(t.TempDir())
	run(t, "results").want(t, cli.ExitInput, "There is no file anketa.db; check the name.")
	store(t, func(*storage.DB, *survey.Survey) error { return nil })
	run(t, "results").want(t, cli.ExitInput, "The database anketa.db has no sessions yet; start the kiosk or import responses first.")
	open(t, "Niš", 0xab)
	if o := run(t, "results"); o.code != cli.ExitDone || !strings.Contains(o.out, "Niš") {
		t.Errorf("of one session the results are %+v", o)
	}
	store(t, func(db *storage.DB, s *survey.Survey) error {
		return db.Import(t.Context(), s, []storage.Import{
			{Session: survey.Session{ID: survey.ID{0xab, 2}, Title: "Novi Sad"}},
			{Session: survey.Session{ID: survey.ID{0xcd, 0xef}, Title: "ab02"}},
		})
	})
	run(t, "results").want(t, cli.ExitUsage, "There are 3 sessions; name one with --session, or take all with --all (`anketa session list` shows them).")
	for name, want := range map[string]string{
		"Niš": "Niš: 0 of 24", "ab01": "Niš: 0 of 24", "ab010000": "Niš: 0 of 24", "ab01" + strings.Repeat("00", 14): "Niš: 0 of 24",
		"Novi Sad": "Novi Sad: 0 answered", "ab0200": "Novi Sad: 0 answered", "cdef": "ab02: 0 answered",
	} {
		if o := run(t, "results", "--session", name); o.code != cli.ExitDone || !strings.Contains(o.out, want) {
			t.Errorf("--session %s gave %+v, want %q", name, o, want)
		}
	}
	for _, name := range []string{"Subotica", "ab", "niš", "abcdef", "ab01" + strings.Repeat("00", 15)} {
		run(t, "results", "--session", name).want(t, cli.ExitUsage, "There is no session “"+name+"”; `anketa session list` shows them. Of an id at least its first 4 characters are needed.")
	}
	run(t, "results", "--session", "ab02").want(t, cli.ExitUsage, "“ab02” names 2 sessions; use a longer part of the id.")
	run(t, "results", "--session", "x\u202e\ny").want(t, cli.ExitUsage, "There is no session “x y”; `anketa session list` shows them. Of an id at least its first 4 characters are needed.")
}

// TestResultsKinds holds that every kind of question goes from a file of
// responses through the database to the results.
func TestResultsKinds(t *testing.T) {
	t.Chdir(t.TempDir())
	for _, name := range []string{"kinds.yaml", "kinds.csv"} {
		data, err := os.ReadFile(filepath.Join(root(t), "exchange", "testdata", name))
		if err != nil {
			t.Fatal(err)
		}
		write(t, name, string(data))
	}
	run(t, "import", "--survey", "kinds.yaml", "kinds.csv").want(t, cli.ExitDone, "")
	for format, wants := range map[string][]string{
		"table": {"NPS +4: promoters (9-10) 7 (30.4%)", "median 11 years", "(several answers possible)", "improved 18 of 23 (78.3%)", "n = 12, no answer 0, not asked 12", "== About you"},
		"json":  {`"kind": "multi"`, `"promoters": 7`, `"unit": "years"`, `"improved": 18`, `"not_asked": 12`},
	} {
		o := run(t, "results", "--lang", "en", "--format", format)
		for _, want := range wants {
			if o.code != cli.ExitDone || !strings.Contains(o.out, want) {
				t.Errorf("%s does not say %q: %+v", format, want, o)
			}
		}
	}
}

// TestResultsHidden holds that the command shows no more than the screen does.
func TestResultsHidden(t *testing.T) {
	t.Chdir(t.TempDir())
	open(t, "Niš", 1)
	store(t, func(db *storage.DB, s *survey.Survey) error {
		for i := range 4 {
			r := survey.Response{ID: survey.ID{byte(i + 1)}, Answers: make([]survey.Answer, len(s.Questions))}
			r.Answers[0].Code = 2
			if err := db.AddResponse(t.Context(), survey.ID{1, 1}, r); err != nil {
				return err
			}
		}
		return nil
	})
	for _, format := range []string{"table", "json"} {
		if o := run(t, "results", "--format", format); o.code != cli.ExitDone || strings.Contains(o.out, "100,0 %") || strings.Contains(o.out, "\"percent\": 100") {
			t.Errorf("%s shows hidden answers: %+v", format, o)
		}
	}
}
