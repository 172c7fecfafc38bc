package report_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"anketa/exchange"
	"anketa/report"
	"anketa/results"
	"anketa/survey"
)

// parsed reads a page.
func parsed(tb testing.TB, page []byte) *html.Node {
	tb.Helper()
	doc, err := html.Parse(bytes.NewReader(page))
	if err != nil {
		tb.Fatal(err)
	}
	return doc
}

// below returns the elements of a name below a node.
func below(n *html.Node, name string) []*html.Node {
	var all []*html.Node
	for d := range n.Descendants() {
		if d.Type == html.ElementNode && d.Data == name {
			all = append(all, d)
		}
	}
	return all
}

// wordsOf returns what is read below a node, without styles.
func wordsOf(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode && d.Parent.Data != "style" && d.Parent.Data != "title" {
			b.WriteString(d.Data + " ")
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// Every percentage on the page is one of the results, of all sessions or of one,
// and every count of the results stands beside its percentage.
func TestHTMLSaysTheResults(t *testing.T) {
	r := with(t, trainings(t, trainingsSurvey(t)), full())
	doc := parsed(t, output(t, report.New(report.Input{Release: r, Lang: survey.English}).HTML))
	known := percentsOf(t, r)
	for i := range r.Parts {
		for p := range percentsOf(t, released(t, r.Parts[i])) {
			known[p] = true
		}
	}
	text := wordsOf(below(doc, "main")[0])
	notes := strings.Index(text, "How to read the figures")
	found := regexp.MustCompile(`\d+\.\d%`).FindAllString(text[:notes], -1)
	if len(found) < 60 {
		t.Errorf("only %d percentages were found", len(found))
	}
	for _, p := range found {
		if !known[p] {
			t.Errorf("%s is no figure of the results", p)
		}
	}
	for _, row := range []string{
		"police 18 25.0%", "a woman 43 59.7%", "4 – to a significant degree 43 59.7%", "5 – fully 45 62.5%", "Yes 71 98.6%",
		"59.7% of the participants (43 of 72)", "median 4, the middle half of the answers from 4 to 4", "together: police",
	} {
		if !strings.Contains(text, row) {
			t.Errorf("the page does not say %q", row)
		}
	}
}

// percentsOf returns all percentages of a release.
func percentsOf(tb testing.TB, r *results.Release) map[string]bool {
	tb.Helper()
	var b bytes.Buffer
	if err := exchange.WriteJSON(&b, r, survey.English); err != nil {
		tb.Fatal(err)
	}
	var all any
	if err := json.Unmarshal(b.Bytes(), &all); err != nil {
		tb.Fatal(err)
	}
	known := map[string]bool{}
	var look func(any)
	look = func(part any) {
		switch part := part.(type) {
		case map[string]any:
			for key, value := range part {
				if f, ok := value.(float64); ok && (key == "percent" || key == "low" || key == "high") {
					known[fmt.Sprintf("%.1f%%", f)] = true
				}
				look(value)
			}
		case []any:
			for _, value := range part {
				look(value)
			}
		}
	}
	look(all)
	return known
}

// The page can be read by everybody: it has a language and one heading, every
// picture stands beside a table that says the same and is not read out, no heading
// is left out, and nothing comes from elsewhere or runs.
func TestHTMLIsAccessible(t *testing.T) {
	for _, lang := range survey.Languages() {
		doc := parsed(t, output(t, report.New(report.Input{Release: with(t, trainings(t, trainingsSurvey(t)), full()), Lang: lang}).HTML))
		if root := below(doc, "html")[0]; attribute(root, "lang") != string(lang) || len(below(doc, "h1")) != 1 || len(below(doc, "title")) == 0 {
			t.Errorf("%s: the language, the heading or the title is wrong", lang)
		}
		for _, name := range []string{"script", "iframe", "link", "form", "object"} {
			if len(below(doc, name)) > 0 {
				t.Errorf("%s: there is an element %s", lang, name)
			}
		}
		level := 0
		for n := range doc.Descendants() {
			if n.Type != html.ElementNode {
				continue
			}
			for _, a := range n.Attr {
				if a.Key == "src" && !strings.HasPrefix(a.Val, "data:") || a.Key == "href" || strings.HasPrefix(a.Key, "on") && n.Namespace == "" {
					t.Errorf("%s: %s has %s=%q", lang, n.Data, a.Key, a.Val)
				}
			}
			if len(n.Data) == 2 && n.Data[0] == 'h' && n.Data[1] >= '1' && n.Data[1] <= '6' {
				if next := int(n.Data[1] - '0'); next > level+1 {
					t.Errorf("%s: a heading of level %d follows one of level %d", lang, next, level)
				} else {
					level = next
				}
			}
		}
		pictures := 0
		for _, article := range below(doc, "article") {
			if n := len(below(article, "svg")); n > 0 {
				pictures += n
				if len(below(article, "table")) == 0 {
					t.Errorf("%s: a picture has no table: %s", lang, wordsOf(article))
				}
			}
		}
		for _, svg := range below(doc, "svg") {
			if attribute(svg, "aria-hidden") != "true" {
				t.Errorf("%s: a picture is read out", lang)
			}
		}
		for _, table := range below(doc, "table") {
			if len(below(table, "caption")) != 1 || len(below(table, "th")) < 3 {
				t.Errorf("%s: a table has no caption or no headings", lang)
			}
		}
		if pictures < 20 {
			t.Errorf("%s: only %d pictures were found", lang, pictures)
		}
	}
}

// attribute returns an attribute of an element.
func attribute(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// What people write stays text.
func TestHTMLEscapes(t *testing.T) {
	const attack = `</title></style><script>alert(1)</script><img src=x onerror="a()">`
	s := trainingsSurvey(t)
	s.Report.Title = survey.Text{survey.English: attack}
	s.Report.Partners = []survey.Organisation{{Name: survey.Text{survey.English: attack}}}
	for i := range s.Questions {
		s.Questions[i].Text = survey.Text{survey.English: attack}
		for j := range s.Questions[i].Points {
			s.Questions[i].Points[j].Label = survey.Text{survey.English: attack}
		}
	}
	r := with(t, trainings(t, s), shelf{conclusions: []string{attack}, quotes: []string{attack}})
	for i := range r.Parts {
		r.Parts[i].Session.Title, r.Parts[i].Session.Place = attack, attack
	}
	page := output(t, report.New(report.Input{Release: r, Lang: survey.English}).HTML)
	doc := parsed(t, page)
	if len(below(doc, "script")) > 0 || len(below(doc, "img")) > 0 || bytes.Contains(page, []byte("<script")) {
		t.Error("a text became a part of the page")
	}
	if n := strings.Count(wordsOf(doc), "alert(1)"); n < 20 {
		t.Errorf("the text stands only %d times on the page", n)
	}
}

// Another program finds nothing wrong with the page.
func TestHTMLIsValid(t *testing.T) {
	tidy, err := exec.LookPath("tidy")
	if err != nil {
		t.Skip("tidy is not installed: whether others find the HTML valid was not tried")
	}
	damaged := sheet(t, survey.SerbianLatin)
	damaged.Release.Parts[0].Damaged = 2
	for name, in := range map[string]report.Input{
		"Cyrillic": sheet(t, survey.SerbianCyrillic), "English": sheet(t, survey.English), "damaged": damaged, "funders": funded(t),
		"hidden": {Release: with(t, custom(t, 4, 5, 4, 3, false), full()), Lang: survey.SerbianLatin},
	} {
		cmd := exec.CommandContext(t.Context(), tidy, "-e", "-q", "--show-info", "no")
		cmd.Stdin = bytes.NewReader(output(t, report.New(in).HTML))
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Errorf("%s: %v: %s", name, err, out)
		}
	}
}

// A browser prints the page, on sheets of A4, with its figures.
func TestHTMLPrints(t *testing.T) {
	chromium, err := exec.LookPath("chromium")
	if err != nil {
		t.Skip("Chromium is not installed: whether a browser prints the HTML was not tried")
	}
	dir := t.TempDir()
	page, printed := filepath.Join(dir, "page.html"), filepath.Join(dir, "page.pdf")
	if err := os.WriteFile(page, output(t, report.New(sheet(t, survey.English)).HTML), 0o600); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	if out, err := exec.CommandContext(ctx, chromium, "--headless", "--no-sandbox", "--disable-gpu", "--user-data-dir="+filepath.Join(dir, "profile"),
		"--no-pdf-header-footer", "--print-to-pdf="+printed, "file://"+page).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	doc, err := os.ReadFile(printed)
	if err != nil {
		t.Fatal(err)
	}
	text := textOf(t, doc)
	for _, want := range []string{"59.7%", "(43 of 72)", "to a significant degree", "In which field do you work?", "How to read the figures"} {
		if !strings.Contains(text, want) {
			t.Errorf("the print does not say %q", want)
		}
	}
}
