package exchange_test

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"anketa/exchange"
	"anketa/storage/storagetest"
	"anketa/survey"
)

// TestWriteR runs the script in R on the CSV file, and holds that the counts of each
// factor are those of the rows, in the order of the points, and that scales are
// ordered. Negative control: ordered FALSE; labels in another order.
func TestWriteR(t *testing.T) {
	program, err := exec.LookPath("Rscript")
	if err != nil {
		t.Skip("Rscript is not installed: what the script means to R was not tried")
	}
	s, responses := kinds(t)
	db, dir := storagetest.Open(t), t.TempDir()
	s.Questions[0].Points[0].Label = survey.Text{survey.SerbianLatin: `pol"icija \ č`}
	rows := rowsOf(t, stored(t, db, s, map[string][]survey.Response{"A": responses}), db, 1)
	file := csvOf(t, rows, exchange.CSVStyle{})
	var script bytes.Buffer
	if err := rows.WriteR(&script, "rows.csv"); err != nil {
		t.Fatal(err)
	}
	script.WriteString("for (n in names(anketa)) if (is.factor(anketa[[n]])) cat(n, is.ordered(anketa[[n]]), table(anketa[[n]]), levels(anketa[[n]])[1], \"\\n\", sep = \"|\")\n")
	script.WriteString("cat(\"years\", sum(anketa$years, na.rm = TRUE), sum(anketa$years.na, na.rm = TRUE), sum(anketa[[\"topics/law\"]], na.rm = TRUE), \"\\n\", sep = \"|\")\n")
	for name, content := range map[string]string{"rows.csv": file, "rows.R": script.String()} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	cmd := exec.CommandContext(t.Context(), program, "--vanilla", "rows.R")
	cmd.Dir, cmd.Env = dir, append(os.Environ(), "LC_ALL=C.UTF-8")
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s\n%s", err, out, script.String())
	}
	if got, want := string(out), countsAsR(t, s, file); got != want {
		t.Errorf("R says\n%swant\n%s", got, want)
	}
}

// countsAsR counts the cells of a file as the test asks R to.
func countsAsR(tb testing.TB, s *survey.Survey, file string) string {
	tb.Helper()
	table, err := csv.NewReader(strings.NewReader(file)).ReadAll()
	if err != nil {
		tb.Fatal(err)
	}
	count := map[string]map[string]int{}
	sum := 0
	for i, name := range table[0] {
		count[name] = map[string]int{}
		for _, row := range table[1:] {
			count[name][row[i]]++
			var years int
			if _, err := fmt.Sscan(row[i], &years); name == "years" && err == nil {
				sum += years
			}
		}
	}
	var b strings.Builder
	for i := range s.Questions {
		q := &s.Questions[i]
		if !q.Closed() || q.Kind == survey.KindMulti || q.Kind == survey.KindNumber {
			continue
		}
		for _, name := range q.Columns() {
			if count[name] == nil {
				continue
			}
			ordered := "FALSE"
			if q.OfScale() || q.Kind == survey.KindNPS {
				ordered = "TRUE"
			}
			fmt.Fprintf(&b, "%s|%s|", name, ordered)
			for _, p := range q.Points {
				fmt.Fprintf(&b, "%d|", count[name][p.Value])
			}
			fmt.Fprintf(&b, "%s|\n", q.Points[0].Label.In(survey.SerbianLatin))
		}
	}
	fmt.Fprintf(&b, "years|%d|%d|%d|\n", sum, count["years"]["na"], count["topics/law"]["1"])
	return b.String()
}
