package report

import (
	"bytes"
	_ "embed"
	"encoding/base64"
	"errors"
	"html/template"
	"image/png"
	"io"
	"slices"
	"strings"

	"anketa/results"
	"anketa/survey"
)

//go:embed report.gohtml
var htmlSource string

//go:embed report.css
var htmlStyle string

// htmlView is what the template is filled with.
type htmlView struct {
	Lang                                   survey.Lang
	Style                                  template.CSS
	Title, Overline, About, Paragraph      string
	Notice, NotYet, Damaged                string
	Number                                 string
	Noun, Told, OnPaper                    string
	Partners, Funders                      []htmlOrganisation
	PartnersTitle, FundersTitle            string
	Structure, Split                       *htmlTable
	Headlines                              []htmlHeadline
	HeadlinesTitle                         string
	Questions                              []htmlQuestion
	Sessions                               []htmlCompared
	Breakdowns                             []htmlCompared
	NoGroups                               string
	Conclusions, Recommendations           []said
	Quotes                                 []string
	ConclusionsTitle, RecommendationsTitle string
	QuoteBy                                string
	Written                                []htmlWritten
	Notes                                  []string
	W                                      *htmlWords
}

// htmlInner is a part of the page with the words it needs.
type htmlInner struct {
	W        *htmlWords
	Table    *htmlTable
	Head     string
	Compared htmlCompared
}

// With returns a table with the words around it.
func (v htmlView) With(t *htmlTable) htmlInner { return htmlInner{W: v.W, Table: t} }

// Beside returns groups side by side, under a heading for their names.
func (v htmlView) Beside(head string, c htmlCompared) htmlInner {
	return htmlInner{W: v.W, Head: head, Compared: c}
}

// htmlHeadline is a large figure.
type htmlHeadline struct {
	Percent, Sentence, Interval string
	Share                       float64
}

// HTML writes the whole report as one page that needs no other file, no network
// and no script.
func (r *Report) HTML(w io.Writer) error {
	t, err := template.New("report").Parse(htmlSource)
	if err != nil {
		return err
	}
	v := r.view()
	var errs [2]error
	v.Partners, errs[0] = r.organisations(r.survey.Report.Partners)
	v.Funders, errs[1] = r.organisations(r.survey.Report.Funders)
	if err := errors.Join(errs[:]...); err != nil {
		return err
	}
	var b bytes.Buffer
	if err := t.Execute(&b, v); err != nil {
		return err
	}
	_, err = w.Write(b.Bytes())
	return err
}

// view returns what the template is filled with.
func (r *Report) view() htmlView {
	hw := htmlWordsFor(r.Lang)
	n, attended := r.Release.Responses(), r.Release.Attended()
	v := htmlView{
		Lang: r.Lang, Style: template.CSS(htmlStyle), Title: r.title(), Overline: r.overline(), About: r.about(),
		Paragraph: r.survey.Report.Paragraph.In(r.Lang), Notice: r.notice(), Damaged: r.damaged(),
		Number: r.words.format("%d", n), Noun: r.words.count(r.words.participants, n), Told: r.words.answered, OnPaper: r.onPaper(),
		PartnersTitle: r.words.partners, FundersTitle: r.words.funders, HeadlinesTitle: r.words.headlines,
		ConclusionsTitle: r.words.conclusions, RecommendationsTitle: r.words.recommendations, QuoteBy: r.words.quoteBy,
		W: hw, Conclusions: r.statements(survey.Conclusion), Recommendations: r.statements(survey.Recommendation), Quotes: r.quotes(),
	}
	if attended > 0 {
		v.Told = r.words.format(r.words.attended, attended)
	}
	if !r.shown() {
		v.NotYet = r.nothing()
	}
	for _, note := range hw.notes {
		v.Notes = append(v.Notes, strings.ReplaceAll(note, "%d", r.words.format("%d", r.survey.MinGroup)))
	}
	if !r.shown() {
		return v
	}
	v.Split, v.Structure = r.groupTable(r.survey.Report.Split), r.groupTable(r.survey.Report.Structure)
	v.Headlines = r.htmlHeadlines()
	v.Questions = r.htmlQuestions(hw)
	v.Sessions = r.htmlSessions(hw)
	v.Breakdowns, v.NoGroups = r.htmlBreakdowns(hw)
	v.Written = r.htmlWritten(hw)
	return v
}

// htmlOrganisation is a partner or a funder, with its logo inside the page.
type htmlOrganisation struct {
	Name string
	Logo template.URL
}

// organisations returns partners or funders.
func (r *Report) organisations(all []survey.Organisation) ([]htmlOrganisation, error) {
	var out []htmlOrganisation
	for _, o := range all {
		org := htmlOrganisation{Name: o.Name.In(r.Lang)}
		if logo := r.Logos[o.Logo]; logo != nil {
			var b bytes.Buffer
			// Encoded anew, a picture brings nothing but its dots along.
			if err := png.Encode(&b, logo); err != nil {
				return nil, err
			}
			org.Logo = template.URL("data:image/png;base64," + base64.StdEncoding.EncodeToString(b.Bytes()))
		}
		out = append(out, org)
	}
	return out, nil
}

// htmlHeadlines returns the large figures with their intervals.
func (r *Report) htmlHeadlines() []htmlHeadline {
	var all []htmlHeadline
	for _, h := range r.headlines() {
		all = append(all, htmlHeadline{Percent: h.percent, Sentence: h.sentence, Share: h.share, Interval: h.interval})
	}
	return all
}

// htmlWritten is what people wrote to one question, by theme.
type htmlWritten struct {
	Question string
	Themes   []htmlTheme
}

// htmlTheme is a theme with its texts; one text may have several.
type htmlTheme struct {
	Name  string
	Count int
	Texts []string
}

// htmlWritten returns the approved texts of all questions.
func (r *Report) htmlWritten(hw *htmlWords) []htmlWritten {
	var all []htmlWritten
	for i := range r.survey.Questions {
		q := &r.survey.Questions[i]
		passages, released := r.Release.Passages(q.ID, results.Reader)
		if !released || len(passages) == 0 {
			continue
		}
		w := htmlWritten{Question: q.Text.In(r.Lang)}
		for _, theme := range results.Themes(passages) {
			t := htmlTheme{Name: theme.Name, Count: theme.Count}
			for j := range passages {
				if slices.Contains(passages[j].Themes, theme.Name) {
					t.Texts = append(t.Texts, passages[j].Text)
				}
			}
			w.Themes = append(w.Themes, t)
		}
		rest := htmlTheme{Name: hw.NoTheme}
		for j := range passages {
			if len(passages[j].Themes) == 0 {
				rest.Texts = append(rest.Texts, passages[j].Text)
			}
		}
		if rest.Count = len(rest.Texts); rest.Count > 0 {
			w.Themes = append(w.Themes, rest)
		}
		all = append(all, w)
	}
	return all
}
