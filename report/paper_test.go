package report_test

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"anketa/report"
	"anketa/survey"
)

// surveyFile reads a survey.
func surveyFile(tb testing.TB, name string) *survey.Survey {
	tb.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		tb.Fatal(err)
	}
	s, err := survey.Load(bytes.NewReader(data))
	if err != nil {
		tb.Fatal(err)
	}
	return s
}

// surveyFiles are the surveys whose forms are looked at: the default, what is shipped
// to begin with, and one with every kind of question.
func surveyFiles(tb testing.TB) []string {
	tb.Helper()
	templates, err := filepath.Glob("../templates/*.yaml")
	if err != nil || len(templates) == 0 {
		tb.Fatal(templates, err)
	}
	return append(templates, "../questions.yaml", "testdata/paper.yaml")
}

// paperPages counts the pages of a PDF.
func paperPages(doc []byte) int { return len(regexp.MustCompile(`/Type\s*/Page\b`).FindAll(doc, -1)) }

// Every question and every option stands on the form, with the number that is typed
// for it, and can be searched for; the shipped surveys take one page.
func TestPaperSaysTheSurvey(t *testing.T) {
	for _, name := range surveyFiles(t) {
		s := surveyFile(t, name)
		for _, lang := range s.Languages {
			doc := output(t, report.NewPaper(s, lang).PDF)
			if pages := paperPages(doc); pages != 1 && name != "testdata/paper.yaml" || pages > 2 {
				t.Errorf("%s: %s takes %d pages", name, lang, pages)
			}
			text := strings.ReplaceAll(textOf(t, doc), "\u00a0", " ")
			say := func(what string) {
				if !strings.Contains(text, strings.Join(strings.Fields(what), " ")) {
					t.Errorf("%s: the form in %s does not say %q", name, lang, what)
				}
			}
			say(s.Title.In(lang))
			say(s.Intro.In(lang))
			number := 0
			for i := range s.Questions {
				q := &s.Questions[i]
				say(q.Hint.In(lang))
				if !q.Asks() {
					say(q.Text.In(lang))
					continue
				}
				number++
				say(fmt.Sprintf("%d %s", number, q.Text.In(lang)))
				if q.OfScale() {
					continue // Labels of a table stand in narrow columns.
				}
				for code := range q.Points {
					say(fmt.Sprintf("%d %s", q.TypedNumber(survey.Code(code+1)), strings.TrimLeft(q.Label(survey.Code(code+1), lang), "0123456789")))
				}
			}
		}
	}
}

// The form is the same file at any time, has its fonts inside, and names neither the
// machine nor whoever made it.
func TestPaperIsTheSameAgain(t *testing.T) {
	s := trainingsSurvey(t)
	form := report.NewPaper(s, survey.English)
	form.Title, form.Place, form.Date = "A training", "Niš", "2026-11-24"
	doc := output(t, form.PDF)
	// The fonts and the document would hold another second.
	time.Sleep(1100 * time.Millisecond)
	if !bytes.Equal(doc, output(t, form.PDF)) {
		t.Error("the same form is another file")
	}
	checkTable(t, doc)
	if fonts := bytes.Count(doc, []byte("/FontFile2")); fonts != 4 {
		t.Errorf("%d fonts are embedded, want 4", fonts)
	}
	host, err := os.Hostname()
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{host, os.Getenv("USER"), "CreationDate", "ModDate", "/tmp/", "/home/"} {
		if len(name) > 4 && bytes.Contains(doc, []byte(name)) {
			t.Errorf("it holds %q", name)
		}
	}
	for _, want := range []string{"A training", "Niš", "24 November 2026"} {
		if text := textOf(t, doc); !strings.Contains(text, want) {
			t.Errorf("it does not say %q", want)
		}
	}
}

// asking returns a survey with n questions that take some room each.
func asking(n, options int) *survey.Survey {
	s := &survey.Survey{ID: "s", Title: survey.Text{survey.English: "T"}, Languages: []survey.Lang{survey.English}, MinGroup: 5}
	for i := range n {
		q := survey.Question{ID: "q" + strconv.Itoa(i), Kind: survey.KindChoice, Text: survey.Text{survey.English: fmt.Sprintf("Begin%d end?", i)}}
		for j := range options {
			label := fmt.Sprintf("an option with so many words that nothing stands beside it on its line %d %s", j, strings.Repeat("and more ", j))
			if j == options-1 {
				label = fmt.Sprintf("Last%d", i)
			}
			q.Points = append(q.Points, survey.Point{Value: "v" + strconv.Itoa(j), Label: survey.Text{survey.English: label}})
		}
		s.Questions = append(s.Questions, q)
	}
	return s
}

// No question is torn: its first and its last word stand on one page, and every page
// says which of how many it is. One that no page holds is refused by its name.
func TestPaperNeverTears(t *testing.T) {
	for _, n := range []int{1, 8, 16, 37} {
		s := asking(n, 2+n%9)
		doc := output(t, report.NewPaper(s, survey.English).PDF)
		pages := strings.Split(strings.TrimSuffix(rawText(t, doc), "\f"), "\f")
		if len(pages) != paperPages(doc) {
			t.Fatalf("%d questions: read %d pages of %d", n, len(pages), paperPages(doc))
		}
		seen := 0
		for i, page := range pages {
			if want := fmt.Sprintf("page %d of %d", i+1, len(pages)); !strings.Contains(page, want) {
				t.Errorf("%d questions: the page does not say %q", n, want)
			}
			for q := range n {
				begins, ends := strings.Contains(page, fmt.Sprintf("Begin%d ", q)), strings.Contains(page, fmt.Sprintf("Last%d\n", q))
				if begins != ends {
					t.Errorf("%d questions: page %d holds only a part of question %d", n, i+1, q)
				}
				if begins {
					seen++
				}
			}
		}
		if seen != n {
			t.Errorf("%d of %d questions are on the form", seen, n)
		}
	}
	var long *report.TooLongError
	if err := report.NewPaper(asking(2, 60), survey.English).PDF(&bytes.Buffer{}); !errors.As(err, &long) || long.Question != "q0" {
		t.Errorf("a question longer than a page: %v", err)
	}
}

// A form says in words when a question is to be answered.
func TestPaperCondition(t *testing.T) {
	s := surveyFile(t, "testdata/paper.yaml")
	yes, no := true, false
	three := 3
	is := func(q, v string) survey.Condition { return survey.Condition{Question: q, Is: v} }
	for _, c := range []struct {
		condition survey.Condition
		en, sr    string
	}{
		{is("y", "yes"), "if your answer to question 3 is “Yes”", "ako ste na pitanje 3 odgovorili „Da“"},
		{survey.Condition{Question: "c12", In: []string{"a", "b"}}, "if your answer to question 1 is “Belgrade” or “Novi Sad”", "ako ste na pitanje 1 odgovorili „Beograd“ ili „Novi Sad“"},
		{survey.Condition{Question: "l1", AtLeast: &three}, "if your answer to question 7 is 3 or more", "ako ste na pitanje 7 odgovorili sa 3 ili više"},
		{survey.Condition{Question: "y", Answered: &yes}, "if you answered question 3", "ako ste odgovorili na pitanje 3"},
		{survey.Condition{Question: "y", Answered: &no}, "if you did not answer question 3", "ako niste odgovorili na pitanje 3"},
		{survey.Condition{Not: &survey.Condition{Question: "y", Answered: &no}}, "if you answered question 3", "ako ste odgovorili na pitanje 3"},
		{
			survey.Condition{Not: &survey.Condition{All: []survey.Condition{is("y", "yes"), is("c12", "a")}}},
			"if your answer to question 3 is not “Yes” or if your answer to question 1 is not “Belgrade”",
			"ako na pitanje 3 niste odgovorili „Da“ ili ako na pitanje 1 niste odgovorili „Beograd“",
		},
		{
			survey.Condition{All: []survey.Condition{is("y", "yes"), {Any: []survey.Condition{is("c12", "a"), is("c12", "c")}}}},
			"if your answer to question 3 is “Yes” and (if your answer to question 1 is “Belgrade” or if your answer to question 1 is “Niš”)",
			"ako ste na pitanje 3 odgovorili „Da“ i (ako ste na pitanje 1 odgovorili „Beograd“ ili ako ste na pitanje 1 odgovorili „Niš“)",
		},
	} {
		for lang, want := range map[survey.Lang]string{survey.English: c.en, survey.SerbianLatin: c.sr} {
			if got := report.NewPaper(s, lang).Condition(&c.condition); got != want {
				t.Errorf("got %q, want %q", got, want)
			}
		}
	}
}

// The form promises what the survey keeps.
func TestPaperPromises(t *testing.T) {
	s := trainingsSurvey(t)
	s.Release, s.LinkTexts, s.MinGroup = survey.ReleaseLive, true, 7
	text := strings.ReplaceAll(textOf(t, output(t, report.NewPaper(s, survey.English).PDF)), "\u00a0", " ")
	if !strings.Contains(text, "every answer that is typed in appears on the results screen at once") || strings.Contains(text, "at least 7 people") || !strings.Contains(text, "together with your other answers") {
		t.Errorf("got %q", text)
	}
	s.Release = survey.ReleaseLagged
	if text := strings.ReplaceAll(textOf(t, output(t, report.NewPaper(s, survey.English).PDF)), "\u00a0", " "); !strings.Contains(text, "at least 7 people") {
		t.Errorf("got %q", text)
	}
}

// The forms look as they did when somebody last looked at them.
func TestPaperLooks(t *testing.T) {
	for _, p := range []struct {
		name, file string
		lang       survey.Lang
		filled     bool
	}{
		{"default.sr-Latn", "../questions.yaml", survey.SerbianLatin, false},
		{"default.sr-Cyrl", "../questions.yaml", survey.SerbianCyrillic, true},
		{"default.en", "../questions.yaml", survey.English, false},
		{"before-after", "../templates/before-after.yaml", survey.English, false},
		{"sus", "../templates/sus.yaml", survey.SerbianLatin, false},
		{"kinds", "testdata/paper.yaml", survey.English, false},
	} {
		t.Run(p.name, func(t *testing.T) {
			form := report.NewPaper(surveyFile(t, p.file), p.lang)
			if p.filled {
				form.Title, form.Place, form.Date = "Obuka za prepoznavanje i zaštitu žrtava trgovine ljudima", "Novi Sad", "2026-11-24"
			}
			looks(t, output(t, form.PNG), "paper."+p.name)
		})
	}
}
