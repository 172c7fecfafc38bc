package exchange

import (
	"bufio"
	"fmt"
	"io"
	"math"
	"regexp"
	"strings"

	"github.com/charmbracelet/x/ansi"
	"golang.org/x/text/language"
	"golang.org/x/text/message"
	"golang.org/x/text/number"

	"anketa/results"
	"anketa/survey"
)

// textWidth is where texts are wrapped, labelWidth where labels are that stand
// before figures; widestBar fills what these leave of 80 cells.
const (
	textWidth  = 78
	labelWidth = 36
	widestBar  = 23
)

// WriteTable prints what a release allows for people, in 80 columns and without
// colour, with the numbers of a language. The words around the numbers are
// English, like those of the commands.
func WriteTable(w io.Writer, r *results.Release, lang survey.Lang) error {
	t := table{Writer: bufio.NewWriter(w), lang: lang, printer: message.NewPrinter(language.Make(string(lang)))}
	t.head(r)
	if r.Tally.N() > 0 {
		t.questions(r)
		t.breakdowns(r)
		if err := t.comparisons(r); err != nil {
			return err
		}
		t.sections(r)
	}
	t.statements(r)
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
	t.line("%s", wrap(r.Survey.Title.In(t.lang), textWidth))
	for i := range r.Parts {
		p := &r.Parts[i]
		state := "closed"
		if p.Session.Open {
			state = "open"
		}
		about := strings.Join(nonEmpty(p.Session.Title, p.Session.Place, p.Session.Date), ", ")
		t.line("%s", wrap(fmt.Sprintf("  %s: %s answered, %s", about, of(p.Batches.N(), p.Session.Attended), state), textWidth))
	}
	t.line("Answered: %s. Shown: %d.", of(r.Responses(), r.Attended()), r.Tally.N())
	if r.Nobody() {
		t.line("Nobody answered.")
	}
	if n := r.Partial(); n > 0 {
		t.line("Partial: %d. Left without being sent; counted here and in no figure.", n)
	}
	switch p := r.Paper(); {
	case p.Withheld:
		t.line("%s", wrap(fmt.Sprintf("From paper: some. The number is not shown: fewer than %d came that way, or fewer than %d did not.", r.Survey.MinGroup, r.Survey.MinGroup), textWidth))
	case p.N > 0:
		t.line("From paper: %d.", p.N)
	}
	late := r.Late()
	if late > 0 {
		t.line("%s", wrap(fmt.Sprintf("%d came after the end and are not shown: together with those that come until a session is closed again there must be at least %d.", late, r.Survey.MinGroup), textWidth))
	}
	apart := r.Apart()
	if apart > 0 {
		t.line("%s", wrap(fmt.Sprintf("%d are not shown: at each of the kiosks that were put together there were fewer than %d of them, so that subtracting would give them away.", apart, r.Survey.MinGroup), textWidth))
	}
	if n := r.Damaged(); n > 0 && r.Open() {
		t.line("%s", wrap(fmt.Sprintf("Damaged: %d. These records cannot be read any more; they will be left out of the figures when the session is closed.", n), textWidth))
	} else if n > 0 {
		t.line("%s", wrap(fmt.Sprintf("Damaged: %d. %s", n, damagedNote), textWidth))
	}
	switch {
	case r.Hidden() == late+apart:
	case r.Hidden() > 0 && r.Open():
		t.line("%s", wrap(fmt.Sprintf("Answers of an open session appear in groups of %d, one group late; all of them once it is closed.", r.Survey.MinGroup), textWidth))
	case r.Hidden() > 0:
		t.line("%s", wrap(fmt.Sprintf("Sessions with fewer than %d answers are not shown, not even together with others, because subtracting those would give them away.", r.Survey.MinGroup), textWidth))
	}
}

// sections says how far the questions of each section measure one thing.
func (t *table) sections(r *results.Release) {
	for _, f := range r.Sections() {
		alpha := "not defined: everybody has the same sum"
		if !math.IsNaN(f.Alpha) {
			alpha = t.printer.Sprintf("%v", number.Decimal(f.Alpha, number.Scale(2)))
		}
		t.line("\n%s\n  Cronbach's alpha of %d questions: %s   n = %d", wrap(f.Section.Title.In(t.lang), textWidth), f.Items, alpha, f.N)
	}
}

// percent writes a percentage with one decimal, "59.7%" in English and "59,7 %" elsewhere.
func (t *table) percent(p float64) string {
	if t.lang == survey.English {
		return t.printer.Sprintf("%v%%", number.Decimal(p, number.Scale(1)))
	}
	return t.printer.Sprintf("%v %%", number.Decimal(p, number.Scale(1)))
}

// number writes a number without separators: 1998 may be a year.
func (t *table) number(x float64, decimals int) string {
	return t.printer.Sprintf("%v", number.Decimal(x, number.MaxFractionDigits(decimals), number.NoSeparator()))
}

// of writes a count with the number of people, when that is known.
func of(n, people int) string {
	if people == 0 {
		return fmt.Sprint(n)
	}
	return fmt.Sprintf("%d of %d", n, people)
}

// hyphenated is a word with a hyphen, heldHyphen what stands for the hyphen while a
// text is wrapped, because x/ansi breaks lines at every one. No text of ours holds
// this character: it is for private use.
var hyphenated = regexp.MustCompile(`\S*-\S*`)

const heldHyphen = "\ue000"

// wrap breaks text into lines of at most width cells. A date stays whole; x/ansi alone
// lets a space before a word that fills the line run over the edge.
func wrap(text string, width int) string {
	wrapped := ansi.Wrap(hold(text, width), width, "")
	wrapped = strings.ReplaceAll(wrapped, heldHyphen, "-")
	for line := range strings.SplitSeq(wrapped, "\n") {
		if ansi.StringWidth(line) > width {
			return ansi.Hardwrap(wrapped, width, false)
		}
	}
	return wrapped
}

// hold keeps the hyphens of words that fit on a line from breaking them.
func hold(text string, width int) string {
	if !strings.Contains(text, "-") {
		return text
	}
	return hyphenated.ReplaceAllStringFunc(text, func(word string) string {
		if ansi.StringWidth(word) > width {
			return word
		}
		return strings.ReplaceAll(word, "-", heldHyphen)
	})
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
