package docs_test

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"anketa/survey"
	"anketa/tui/likert"
)

// block is an example of docs/survey-file.md: a fenced block with the words
// behind its fence.
//
//	yaml                  a whole file
//	yaml top              keys of a file without questions
//	yaml questions        a list of questions
//	… wrong               the same with one mistake; the next block, a text, is what is said
type block struct {
	line  int
	words []string
	text  string
	// said is the block behind one that is wrong.
	said string
}

// page returns docs/survey-file.md.
func page(tb testing.TB) string {
	tb.Helper()
	data, err := os.ReadFile("survey-file.md")
	if err != nil {
		tb.Fatal(err)
	}
	return string(data)
}

// examples returns the examples of the page in YAML.
func examples(tb testing.TB) []block {
	tb.Helper()
	all := blocks(page(tb))
	if len(all) < 20 {
		tb.Fatalf("only %d examples were found", len(all))
	}
	return all
}

// blocks returns the examples of a page in YAML.
func blocks(text string) []block {
	var all []block
	var open *block
	for i, line := range strings.Split(text, "\n") {
		fence, isFence := strings.CutPrefix(line, "```")
		switch {
		case isFence && open == nil:
			open = &block{line: i + 1, words: strings.Fields(fence)}
		case isFence:
			if last := len(all) - 1; last >= 0 && len(open.words) > 0 && open.words[0] == "text" {
				all[last].said = strings.TrimSpace(open.text)
			} else if len(open.words) > 0 && open.words[0] == "yaml" {
				all = append(all, *open)
			}
			open = nil
		case open != nil:
			open.text += line + "\n"
		}
	}
	return all
}

// is reports whether a word stands behind the fence.
func (b block) is(word string) bool { return slices.Contains(b.words, word) }

// file returns the example as a whole survey file.
func (b block) file() string {
	const (
		head      = "id: example\nlanguages: [en]\ntitle: An example\n"
		questions = "questions:\n"
	)
	switch {
	case b.is("top"):
		return head + b.text + questions + "  - { id: improve, kind: text, text: What could we improve? }\n"
	case b.is("questions"):
		return head + questions + b.text
	}
	return b.text
}

// findings returns what is said about the example, with the widths of the kiosk.
func (b block) findings() survey.Findings {
	fits := func(q *survey.Question, lang survey.Lang) bool { return likert.Fits(q, lang, 76) }
	_, findings := survey.Lint([]byte(b.file()), survey.LintOptions{Fits: fits})
	return findings
}

// Nothing can be said against an example, and of a wrong one exactly what the
// page quotes.
func TestSurveyFileExamples(t *testing.T) {
	wrong := 0
	for _, b := range examples(t) {
		got := ""
		for _, f := range b.findings() {
			got += fmt.Sprintf("%s: %s; %s\n", f.Severity, f.Message, f.Repair)
		}
		if b.is("wrong") {
			wrong++
		}
		if b.is("wrong") != (b.said != "") || strings.TrimSpace(got) != b.said {
			t.Errorf("survey-file.md:%d: got\n%swant\n%s", b.line, got, b.said)
		}
	}
	if wrong < 4 {
		t.Errorf("only %d examples are wrong", wrong)
	}
}

// The survey in the README is one that nothing can be said against, and as long
// as it says there.
func TestReadmeSurvey(t *testing.T) {
	readme, err := os.ReadFile("../README.md")
	if err != nil {
		t.Fatal(err)
	}
	all := blocks(string(readme))
	if len(all) != 1 || len(all[0].findings()) > 0 {
		t.Fatalf("got %d examples: %v", len(all), all)
	}
	if lines := fmt.Sprintf("has %d lines", strings.Count(all[0].text, "\n")); !strings.Contains(string(readme), lines) {
		t.Errorf("the README does not say that it %s", lines)
	}
}

// The ready scales of the page are those of the program, with all their labels.
func TestSurveyFileReadyScales(t *testing.T) {
	want := "| scale | English | Serbian |\n|---|---|---|\n"
	for _, name := range survey.ReadyScales() {
		scale, _ := survey.ReadyScale(name)
		labels := map[survey.Lang][]string{}
		for _, p := range scale.Points {
			for lang, label := range p.Label {
				labels[lang] = append(labels[lang], label)
			}
		}
		want += fmt.Sprintf("| `%s` | %s | %s |\n", name, strings.Join(labels[survey.English], " · "), strings.Join(labels[survey.SerbianLatin], " · "))
	}
	_, got, _ := strings.Cut(page(t), "<!-- ready scales -->\n")
	got, _, _ = strings.Cut(got, "<!-- end -->")
	if got != want {
		t.Errorf("the table of ready scales should be\n%s", want)
	}
}

// The page names every rule in the order of the program, and whether breaking
// it is an error.
func TestSurveyFileRules(t *testing.T) {
	warnings := []string{
		"missing-language", "unbalanced-scale", "long-scale", "wide-label", "double-barrelled",
		"leading", "long-survey", "singling-out", "changed-meaning",
	}
	_, table, _ := strings.Cut(page(t), "| rule | | meaning |\n|---|---|---|\n")
	table, _, _ = strings.Cut(table, "\n\n")
	var rules []string
	for row := range strings.SplitSeq(table, "\n") {
		cells := strings.Split(strings.Trim(row, "| "), " | ")
		if len(cells) != 3 || cells[2] == "" {
			t.Fatalf("the row %q has not three cells", row)
		}
		rule := strings.Trim(cells[0], "`")
		rules = append(rules, rule)
		want := "error"
		if slices.Contains(warnings, rule) {
			want = "warning"
		}
		if cells[1] != want {
			t.Errorf("%s is called %q, want %s", rule, cells[1], want)
		}
	}
	if want := survey.Rules(); !slices.Equal(rules, want) {
		t.Errorf("got the rules\n%q, want\n%q", rules, want)
	}
}

// The limits of the page are those of the program.
func TestSurveyFileLimits(t *testing.T) {
	text := page(t)
	for _, want := range []string{
		fmt.Sprintf("| the file | %d KiB,", survey.MaxFileSize>>10),
		fmt.Sprintf("| points of a scale | %d to %d;", survey.MinPoints, survey.MaxPoints),
		fmt.Sprintf("| an answer in own words | %d characters; behind “other” %d |", survey.MaxTextLength, survey.MaxOtherLength),
		fmt.Sprintf("| numbers that a number question tells apart | %d, from -%d to %d |", survey.MaxNumbers, survey.MaxNumber, survey.MaxNumber),
		fmt.Sprintf("| smallest group | %d to 1000 |", survey.DefaultMinGroup),
	} {
		if !strings.Contains(text, want) {
			t.Errorf("the page does not say %q", want)
		}
	}
}

// Every link inside the page leads to one of its headings.
func TestSurveyFileLinks(t *testing.T) {
	text := page(t)
	anchors := map[string]bool{}
	for line := range strings.SplitSeq(text, "\n") {
		if title, ok := strings.CutPrefix(strings.TrimLeft(line, "#"), " "); ok && strings.HasPrefix(line, "##") {
			anchors[anchor(title)] = true
		}
	}
	parts := strings.Split(text, "](#")
	for _, part := range parts[1:] {
		if name, _, _ := strings.Cut(part, ")"); !anchors[name] {
			t.Errorf("no heading is called #%s", name)
		}
	}
	if len(parts) < 15 {
		t.Errorf("only %d links were found", len(parts)-1)
	}
}

// anchor returns the name that a heading has in links.
func anchor(title string) string {
	kept := strings.Map(func(r rune) rune {
		switch {
		case r == ' ':
			return '-'
		case strings.ContainsRune("abcdefghijklmnopqrstuvwxyz0123456789_-", r):
			return r
		}
		return -1
	}, strings.ToLower(title))
	return kept
}
