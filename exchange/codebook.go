package exchange

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"anketa/survey"
)

// codebookHeader names what is said of a column.
func codebookHeader() []string {
	return []string{"column", "question", "kind", "text", "value", "label", "note"}
}

// codebook says what the columns of the rows mean: a line for each column, and one for
// each value that it may hold.
func (r *Rows) codebook() [][]string {
	lines := [][]string{
		{IDColumn, "", "", "", "", "", "drawn anew for each file; says nothing about who answered"},
		{sessionColumn, "", "", "", "", "", ""},
	}
	for i := range r.parts {
		s := r.parts[i].session
		lines = append(lines, []string{sessionColumn, "", "", "", r.parts[i].name, strings.Trim(s.Place+" "+s.Date, " "), strconv.Itoa(r.parts[i].n) + " responses" + r.parts[i].without()})
	}
	for _, c := range tableColumns(r.Release.Survey, r.Lang, r.Labels) {
		about := []string{c.name, c.q.ID, string(c.q.Kind), c.q.Text.In(r.Lang)}
		lines = append(lines, append(about, "", "", strings.Join(r.notes(c), "; ")))
		for _, v := range c.values(r.Lang) {
			lines = append(lines, append(about[:4:4], v.written, v.label, v.note))
		}
	}
	return lines
}

// meaning is what a column may hold.
type meaning struct{ written, label, note string }

// values returns what a column may hold, besides nothing.
func (c *column) values(lang survey.Lang) []meaning {
	if c.form == formOption {
		label := c.q.Label(c.option, lang)
		return []meaning{{"1", label, "chosen"}, {"0", label, "not chosen"}}
	}
	var all []meaning
	for i := range c.q.Points {
		code := survey.Code(i + 1)
		all = append(all, meaning{c.cells[code].String(), c.q.Label(code, lang), ""})
	}
	if c.q.HasNotApplicable() {
		all = append(all, meaning{c.cells[survey.NotApplicable].String(), c.q.NotApplicable.In(lang), "outside n"})
	}
	return all
}

// notes says when nothing stands in a column although people answered.
func (r *Rows) notes(c *column) []string {
	var notes []string
	small := ""
	if c.q.When != nil {
		notes = append(notes, "empty where the question was not asked")
	}
	if c.q.Kind == survey.KindNumber {
		notes = append(notes, fmt.Sprintf("whole numbers from %d to %d", c.q.Min, c.q.Max))
	}
	for i := range r.parts {
		p := &r.parts[i]
		at := c.question
		if p.at != nil {
			at = p.at[at]
		}
		switch {
		case at < 0:
			notes = append(notes, fmt.Sprintf("not a question of “%s”", p.name))
		case p.rules.Withheld(at):
			notes = append(notes, fmt.Sprintf("left out of “%s”: too few were asked, or it would tell who wrote a text", p.name))
		case p.rules.Groups(at):
			small = fmt.Sprintf("empty where fewer than %d of a session said the same", r.Release.Survey.MinGroup)
		}
	}
	if small != "" {
		notes = append(notes, small)
	}
	return notes
}

// WriteCodebook writes what the columns of the rows mean, as CSV.
func (r *Rows) WriteCodebook(w io.Writer, style CSVStyle) error {
	c := newCSVWriter(w, style)
	for _, line := range append([][]string{codebookHeader()}, r.codebook()...) {
		for _, text := range line {
			c.text(text)
		}
		c.end()
	}
	return c.Flush()
}
