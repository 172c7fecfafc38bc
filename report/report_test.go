package report_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"anketa/exchange"
	"anketa/report"
	"anketa/results"
	"anketa/survey"
)

// trainingsSurvey returns the survey of the three trainings.
func trainingsSurvey(tb testing.TB) *survey.Survey {
	tb.Helper()
	data, err := os.ReadFile("../questions.yaml")
	if err != nil {
		tb.Fatal(err)
	}
	s, err := survey.Load(bytes.NewReader(data))
	if err != nil {
		tb.Fatal(err)
	}
	return s
}

// part returns a session with responses.
func part(s *survey.Survey, session survey.Session, sheets []survey.Response) results.Part {
	b := results.NewBatches(s)
	for i := range sheets {
		b.Add(sheets[i].Answers)
	}
	return results.Part{Session: session, Survey: s, Batches: b}
}

// trainings returns the release of the three trainings.
func trainings(tb testing.TB, s *survey.Survey) *results.Release {
	tb.Helper()
	data, err := os.ReadFile("../examples/trainings-2022.csv")
	if err != nil {
		tb.Fatal(err)
	}
	groups, err := exchange.ReadCSV(bytes.NewReader(data), s, survey.NewID)
	if err != nil {
		tb.Fatal(err)
	}
	places := map[string]string{"nis": "Niš", "novi_sad": "Novi Sad", "subotica": "Subotica"}
	var parts []results.Part
	for i, g := range groups {
		session := survey.Session{Title: places[g.Session], Place: places[g.Session], Date: fmt.Sprintf("2022-05-%d", 17+i), Attended: len(g.Responses) + i}
		parts = append(parts, part(s, session, g.Responses))
	}
	return released(tb, parts...)
}

// released applies the rules of release.
func released(tb testing.TB, parts ...results.Part) *results.Release {
	tb.Helper()
	r, err := results.NewRelease(parts...)
	if err != nil {
		tb.Fatal(err)
	}
	return &r
}

// shelf is what stands beside the figures in words.
type shelf struct {
	conclusions, recommendations, quotes []string
}

// Writings implements results.Written.
func (s shelf) Writings(_ context.Context, _ survey.ID, question string) ([]survey.Writing, error) {
	var all []survey.Writing
	for _, text := range s.quotes {
		if question == "quote" {
			all = append(all, survey.Writing{Text: text, Quote: true, Review: survey.Review{Verdict: survey.Approved}})
		}
	}
	return all, nil
}

// Statements implements results.Written.
func (s shelf) Statements(context.Context, survey.ID) ([]survey.Statement, error) {
	var all []survey.Statement
	for _, text := range s.conclusions {
		all = append(all, survey.Statement{Kind: survey.Conclusion, Text: survey.Text{survey.SerbianLatin: text}})
	}
	for _, text := range s.recommendations {
		all = append(all, survey.Statement{Kind: survey.Recommendation, Text: survey.Text{survey.SerbianLatin: text}})
	}
	return all, nil
}

// full is as much as a report usually says.
func full() shelf {
	return shelf{
		conclusions:     []string{"Prvi zaključak.", "Drugi zaključak je duži od prvog i kaže nešto o radu u praksi."},
		recommendations: []string{"Prva preporuka: nastaviti.", "Druga preporuka.", "Treća preporuka."},
		quotes:          []string{"Za istim stolom sam videla sve kojima treba da se javim."},
	}
}

// with puts texts to a release.
func with(tb testing.TB, r *results.Release, texts shelf) *results.Release {
	tb.Helper()
	if err := r.ReadTexts(tb.Context(), texts); err != nil {
		tb.Fatal(err)
	}
	return r
}

// sheet returns what the report of the three trainings is made of.
func sheet(tb testing.TB, lang survey.Lang) report.Input {
	tb.Helper()
	return report.Input{Release: with(tb, trainings(tb, trainingsSurvey(tb)), full()), Lang: lang}
}

// output returns what a writer writes.
func output(tb testing.TB, write func(io.Writer) error) []byte {
	tb.Helper()
	var b bytes.Buffer
	if err := write(&b); err != nil {
		tb.Fatal(err)
	}
	return b.Bytes()
}

// textOf returns the words of a PDF, or skips the test where nothing reads them.
func textOf(tb testing.TB, doc []byte) string {
	tb.Helper()
	return strings.Join(strings.Fields(rawText(tb, doc)), " ")
}

// rawText is textOf with its lines, and its pages behind each other.
func rawText(tb testing.TB, doc []byte) string {
	tb.Helper()
	program, err := exec.LookPath("pdftotext")
	if err != nil {
		tb.Skip("pdftotext is not installed: whether others read the words of the PDF was not tried")
	}
	cmd := exec.CommandContext(tb.Context(), program, "-raw", "-", "-")
	cmd.Stdin = bytes.NewReader(doc)
	out, err := cmd.Output()
	if err != nil {
		tb.Fatal(err)
	}
	return string(out)
}

// figure is a count with its percentage, as it stands on the infographic.
var figure = regexp.MustCompile(`(\d+) \((\d+[.,]\d) ?%\)`)

// anyNumber is a number, with or without decimals.
var anyNumber = regexp.MustCompile(`\d+(?:[.,]\d+)?`)

// tracedNumbers returns the numbers that an infographic may have: those of the results,
// as it writes them, how many sessions there are, and the parts of their dates.
func tracedNumbers(tb testing.TB, data []byte, percent func(float64) string) map[string]bool {
	tb.Helper()
	var all any
	if err := json.Unmarshal(data, &all); err != nil {
		tb.Fatal(err)
	}
	known := map[string]bool{}
	var look func(key string, part any)
	look = func(key string, part any) {
		switch part := part.(type) {
		case map[string]any:
			for key, value := range part {
				look(key, value)
			}
		case []any:
			if key == "sessions" {
				known[strconv.Itoa(len(part))] = true
			}
			for _, value := range part {
				look(key, value)
			}
		case float64:
			switch key {
			case "percent":
				known[anyNumber.FindString(percent(part))] = true
			case "count", "n", "responses", "attended", "min_group", "missing", "not_applicable":
				known[strconv.Itoa(int(part))] = true
			}
		case string:
			if key == "date" {
				for _, n := range strings.Split(part, "-") {
					known[strings.TrimLeft(n, "0")] = true
				}
			}
		}
	}
	look("", all)
	return known
}

// Every number on the infographic is one of the results, and every headline and
// every group of the results stands on it.
func TestInfographicSaysTheResults(t *testing.T) {
	for _, lang := range survey.Languages() {
		in := sheet(t, lang)
		text := textOf(t, output(t, report.New(in).PDF))
		var b bytes.Buffer
		if err := exchange.WriteJSON(&b, in.Release, lang); err != nil {
			t.Fatal(err)
		}
		var all struct {
			Attended, Responses int
			Questions           []struct {
				ID       string
				Headline *struct {
					Count, N int
					Percent  float64
				}
				Options []struct {
					Count   int
					Percent float64
				}
			}
		}
		if err := json.Unmarshal(b.Bytes(), &all); err != nil {
			t.Fatal(err)
		}
		percent := func(p float64) string {
			if lang == survey.English {
				return fmt.Sprintf("%.1f%%", p)
			}
			return strings.Replace(fmt.Sprintf("%.1f %%", p), ".", ",", 1)
		}
		known := map[string]bool{}
		for _, q := range all.Questions {
			if h := q.Headline; h != nil {
				of := map[survey.Lang]string{survey.SerbianLatin: "od", survey.SerbianCyrillic: "од", survey.English: "of"}[lang]
				for _, want := range []string{percent(h.Percent), fmt.Sprintf("(%d %s %d)", h.Count, of, h.N)} {
					if !strings.Contains(text, want) {
						t.Errorf("%s: the headline of %s is not there: %q", lang, q.ID, want)
					}
				}
			}
			for _, o := range q.Options {
				pair := fmt.Sprintf("%d (%s)", o.Count, percent(o.Percent))
				known[pair] = true
				if (q.ID == "sector" || q.ID == "gender") && !strings.Contains(text, pair) {
					t.Errorf("%s: a group of %s is not there: %q", lang, q.ID, pair)
				}
			}
		}
		found := figure.FindAllString(text, -1)
		if len(found) != 11 {
			t.Errorf("%s: got the pairs %q", lang, found)
		}
		for _, pair := range found {
			if !known[pair] {
				t.Errorf("%s: %q is no figure of the results", lang, pair)
			}
		}
		traced := tracedNumbers(t, b.Bytes(), percent)
		for _, n := range anyNumber.FindAllString(text, -1) {
			if !traced[n] {
				t.Errorf("%s: the number %s is nowhere in the results", lang, n)
			}
		}
		if !strings.Contains(text, strconv.Itoa(all.Responses)) || !strings.Contains(text, strconv.Itoa(all.Attended)) {
			t.Errorf("%s: the participants are not there", lang)
		}
	}
}

// The same data are the same bytes, in every format.
func TestInfographicIsTheSameAgain(t *testing.T) {
	in := sheet(t, survey.SerbianLatin)
	for name, write := range map[string]func(*report.Report, io.Writer) error{
		"pdf": (*report.Report).PDF, "svg": (*report.Report).SVG, "png": (*report.Report).PNG,
	} {
		draw := func() []byte {
			return output(t, func(w io.Writer) error { return write(report.New(in), w) })
		}
		if first := draw(); len(first) < 10_000 || !bytes.Equal(first, draw()) {
			t.Errorf("%s: %d bytes, and others the second time", name, len(first))
		}
	}
}
