package exchange

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/charmbracelet/x/ansi"
	"golang.org/x/text/language"
	"golang.org/x/text/message"
	"golang.org/x/text/number"

	"anketa/results"
	"anketa/survey"
)

// textWidth is where texts are wrapped, so that no line has more than 80 cells:
// x/ansi lets a hyphen that stands alone run over by two. widestBar fills what
// the figures leave.
const (
	textWidth = 78
	widestBar = 23
)

// WriteTable prints what a release allows for people, in 80 columns and without
// colour, with the numbers of a language. The words around the numbers are
// English, like those of the commands.
func WriteTable(w io.Writer, r *results.Release, lang survey.Lang) error {
	t := table{Writer: bufio.NewWriter(w), lang: lang, printer: message.NewPrinter(language.Make(string(lang)))}
	t.head(r)
	if r.Tally.N() > 0 {
		for i := range r.Survey.Questions {
			f := r.Figures(i)
			t.question(&f)
		}
	}
	if err := t.Flush(); err != nil {
		return fmt.Errorf("write results: %w", err)
	}
	return nil
}

// table writes lines; its errors wait for Flush.
type table struct {
	*bufio.Writer
	lang    survey.Lang
	printer *message.Printer
}

// line writes one line.
func (t *table) line(format string, args ...any) { _, _ = fmt.Fprintf(t, format+"\n", args...) }

// head says whose results these are and how much of them is shown.
func (t *table) head(r *results.Release) {
	t.line("%s", ansi.Wrap(r.Survey.Title.In(t.lang), textWidth, ""))
	for i := range r.Parts {
		p := &r.Parts[i]
		state := "closed"
		if p.Session.Open {
			state = "open"
		}
		about := strings.Join(nonEmpty(p.Session.Title, p.Session.Place, p.Session.Date), ", ")
		t.line("%s", ansi.Wrap(fmt.Sprintf("  %s: %s answered, %s", about, of(p.Batches.N(), p.Session.Attended), state), textWidth, ""))
	}
	t.line("Answered: %s. Shown: %d.", of(r.Responses(), r.Attended()), r.Tally.N())
	switch {
	case r.Hidden() > 0 && r.Open():
		t.line("%s", ansi.Wrap(fmt.Sprintf("Answers of an open session appear in groups of %d, one group late; all of them once it is closed.", r.Survey.MinGroup), textWidth, ""))
	case r.Hidden() > 0:
		t.line("%s", ansi.Wrap(fmt.Sprintf("Sessions with fewer than %d answers are not shown, so that nobody can be recognised.", r.Survey.MinGroup), textWidth, ""))
	}
}

// question prints one question.
func (t *table) question(f *results.Figures) {
	t.line("\n%s", ansi.Wrap(f.Question.Text.In(t.lang), textWidth, ""))
	if !f.Question.Closed() {
		t.line("  in their own words %d, no answer %d", f.Counts[0], f.Missing)
		return
	}
	if h, ok := f.Headline(); ok {
		labels := make([]string, len(h.Points))
		for i, code := range h.Points {
			labels[i] = f.Question.Label(code, t.lang)
		}
		t.line("%s", ansi.Wrap(fmt.Sprintf("  > %s: %d of %d (%s)", strings.Join(labels, " / "), h.Count, h.N, t.percent(h.Percent)), textWidth, ""))
	}
	for i, count := range f.Counts {
		label := strings.Split(ansi.Wrap(f.Question.Label(survey.Code(i+1), t.lang), 36, ""), "\n")
		bar := strings.Repeat("#", int(f.Percent(count)*widestBar/100+0.5))
		t.line("  %s%7d%10s  %s", pad(label[0], 36), count, t.percent(f.Percent(count)), bar)
		for _, more := range label[1:] {
			t.line("  %s", more)
		}
	}
	aside := fmt.Sprintf("  n = %d, no answer %d", f.N, f.Missing)
	if f.Question.HasNotApplicable() {
		aside += fmt.Sprintf(", %s %d", f.Question.NotApplicable.In(t.lang), f.NotApplicable)
	}
	t.line("%s", ansi.Wrap(aside, textWidth, ""))
}

// percent writes a percentage with one decimal.
func (t *table) percent(p float64) string {
	return t.printer.Sprintf("%v %%", number.Decimal(p, number.Scale(1)))
}

// of writes a count with the number of people, when that is known.
func of(n, people int) string {
	if people == 0 {
		return fmt.Sprint(n)
	}
	return fmt.Sprintf("%d of %d", n, people)
}

// pad fills a text up to a width in cells.
func pad(s string, width int) string {
	return s + strings.Repeat(" ", max(0, width-ansi.StringWidth(s)))
}

// nonEmpty returns the texts that say something.
func nonEmpty(texts ...string) []string {
	var said []string
	for _, s := range texts {
		if s != "" {
			said = append(said, s)
		}
	}
	return said
}
