package report_test

import (
	"strings"
	"testing"

	"golang.org/x/net/html"

	"anketa/report"
	"anketa/results"
	"anketa/survey"
)

// byField returns a closed session of which all who attended, so many of each of three
// fields, answered a question that is broken down by the field.
func byField(tb testing.TB, title string, people ...int) *results.Release {
	tb.Helper()
	s, err := survey.Load(strings.NewReader(`id: groups
languages: [sr-Latn, en]
title: Obuka
questions:
  - { id: field, kind: choice, text: Polje, options: [{ value: a, label: policija }, { value: b, label: sud }, { value: c, label: škola }] }
  - { id: q, kind: yes_no, text: Korisno, headline: [yes] }
breakdowns:
  - { by: field, questions: [q] }
`))
	if err != nil {
		tb.Fatal(err)
	}
	var sheets []survey.Response
	for group, n := range people {
		for i := range n {
			sheets = append(sheets, survey.Response{Answers: []survey.Answer{{Code: survey.Code(group + 1)}, {Code: survey.Code(1 + i%2)}}})
		}
	}
	p := part(s, survey.Session{ID: survey.NewID(), Title: title, Attended: len(sheets)}, sheets)
	total := p.Batches.Total()
	p.Batches = results.NewBatches(s)
	p.Batches.Restore(total) // In one batch, that of several tells nothing of the groups.
	return released(tb, p)
}

// tableWith returns the last table in an article that says a text, or nil.
func tableWith(doc *html.Node, text string) (table *html.Node) {
	for _, article := range below(doc, "article") {
		if tables := below(article, "table"); strings.Contains(wordsOf(article), text) && len(tables) > 0 {
			table = tables[0]
		}
	}
	return table
}

// A breakdown of which nothing can be shown is named in one sentence; where only some
// groups are hidden, the table says why. Negative controls: a table for every breakdown;
// a reason that says only "not shown".
func TestHTMLSaysWhyGroupsAreHidden(t *testing.T) {
	for lang, said := range map[survey.Lang][2]string{
		survey.SerbianLatin:    {"Po grupama nije prikazano, da se niko ne bi prepoznao: „Korisno – Polje“.", "nije prikazano posebno, da se niko ne bi prepoznao"},
		survey.SerbianCyrillic: {"По групама није приказано, да се нико не би препознао: „Korisno – Polje“.", "није приказано посебно, да се нико не би препознао"},
		survey.English:         {"Not shown by groups, so that nobody can be recognised: “Korisno – Polje”.", "not shown by itself, so that nobody can be recognised"},
	} {
		doc := parsed(t, output(t, report.New(report.Input{Release: byField(t, "Niš", 4, 4, 4), Lang: lang}).HTML))
		if tableWith(doc, "Korisno – Polje") != nil || !strings.Contains(wordsOf(doc), said[0]) {
			t.Errorf("%s: groups that are all too small are not one sentence: %s", lang, wordsOf(doc))
		}
		doc = parsed(t, output(t, report.New(report.Input{Release: byField(t, "Niš", 12, 5, 1), Lang: lang}).HTML))
		table := tableWith(doc, "Korisno – Polje")
		if table == nil || strings.Count(wordsOf(table), said[1]) != 2 || strings.Contains(wordsOf(doc), said[0]) {
			t.Errorf("%s: two of three groups are not hidden with the reason: %s", lang, wordsOf(doc))
		}
	}
}

// Sessions in which everybody answered have no interval, and no column for it; of their
// groups the number who attended is not known, and the notes say so.
// Negative control: the column in every table.
func TestHTMLColumnOfIntervals(t *testing.T) {
	all := byField(t, "Niš", 8, 8, 8)
	two := all.Parts[0]
	two.Session.ID, two.Session.Title = survey.NewID(), "Novi Sad"
	for _, c := range []struct{ attended, columns int }{{24, 4}, {30, 5}} {
		two.Session.Attended = c.attended
		doc := parsed(t, output(t, report.New(report.Input{Release: released(t, all.Parts[0], two), Lang: survey.English}).HTML))
		for text, want := range map[string]int{"Novi Sad": c.columns, "Korisno – Polje": 5} {
			table := tableWith(doc, text)
			if table == nil {
				t.Fatalf("there is no table of %s", text)
			}
			heads := len(below(below(table, "thead")[0], "th"))
			if heads != want || strings.Contains(wordsOf(table), "95% interval") != (want == 5) {
				t.Errorf("%d attended, %s: %d headings, want %d: %s", c.attended, text, heads, want, wordsOf(table))
			}
		}
		if !strings.Contains(wordsOf(doc), "Of a group, and of those who are asked a question that not everybody is asked, that number is not known") {
			t.Error("the notes say nothing of the intervals of groups")
		}
	}
}
