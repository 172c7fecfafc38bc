package exchange

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"anketa/results"
	"anketa/survey"
)

// CSVStyle says how a CSV file is written.
type CSVStyle struct {
	// Excel puts semicolons between the cells and a byte order mark in front: so Excel
	// opens the file where the comma is the decimal sign.
	Excel bool
}

// csvWriter writes lines as RFC 4180 has them; its errors wait for Flush.
type csvWriter struct {
	*bufio.Writer
	comma byte
	// line is the one that is being written.
	line []byte
	// fresh says that the next cell is the first of its line.
	fresh bool
}

// newCSVWriter begins a file.
func newCSVWriter(w io.Writer, style CSVStyle) *csvWriter {
	c := &csvWriter{Writer: bufio.NewWriterSize(w, 1<<16), comma: ',', fresh: true}
	if style.Excel {
		c.comma = ';'
		_, _ = c.WriteString("\uFEFF")
	}
	return c
}

// next begins a cell.
func (c *csvWriter) next() {
	if !c.fresh {
		c.line = append(c.line, c.comma)
	}
	c.fresh = false
}

// text writes a cell that no spreadsheet takes for a formula.
func (c *csvWriter) text(text string) {
	c.next()
	c.line = append(c.line, c.quoted(text)...)
}

// quoted returns a text as it stands in the file.
func (c *csvWriter) quoted(text string) string {
	text = harmless(text)
	if strings.ContainsAny(text, "\",;\r\n") || strings.TrimSpace(text) != text {
		return `"` + strings.ReplaceAll(text, `"`, `""`) + `"`
	}
	return text
}

// stands returns a cell as it stands in the file.
func (c *csvWriter) stands(of cell) string { return c.quoted(of.String()) }

// end ends a line.
func (c *csvWriter) end() {
	_, _ = c.Write(append(c.line, '\r', '\n'))
	c.line, c.fresh = c.line[:0], true
}

// Flush writes what is left and says what went wrong.
func (c *csvWriter) Flush() error {
	if err := c.Writer.Flush(); err != nil {
		return fmt.Errorf("write CSV: %w", err)
	}
	return nil
}

// WriteCSV writes the rows, one response each: an id, the session and the answers,
// under the ids of the questions. [ReadCSV] reads it.
func (r *Rows) WriteCSV(ctx context.Context, w io.Writer, style CSVStyle) error {
	c := newCSVWriter(w, style)
	columns := tableColumns(r.Release.Survey, r.Lang, r.Labels)
	c.text(IDColumn)
	c.text(sessionColumn)
	for _, column := range columns {
		c.text(column.name)
		column.prepare(c.stands)
	}
	c.end()
	names := r.names(c.quoted)
	err := r.each(ctx, func(p *part, answers []survey.Answer) error {
		line := append(append(r.newUUID(c.line), c.comma), names[p]...)
		for _, column := range columns {
			line = column.cell(&answers[column.question]).append(append(line, c.comma))
		}
		c.line = line
		c.end()
		return nil
	})
	if err != nil {
		return err
	}
	return c.Flush()
}

// cell writes a cell whose text stands as it does in the file.
func (c *csvWriter) cell(of cell) {
	c.next()
	c.line = of.append(c.line)
}

// WriteTextsCSV writes the free texts that were approved, without masked words and in
// the order of their wordings, so that none belongs to a row.
func WriteTextsCSV(w io.Writer, r *results.Release, style CSVStyle) error {
	c := newCSVWriter(w, style)
	for _, name := range textColumns() {
		c.text(name)
	}
	c.end()
	for _, p := range passages(r) {
		c.text(p.Question)
		c.text(p.Text)
		c.text(strconv.Itoa(yes(p.Quote)))
		c.text(strings.Join(p.Themes, "; "))
		c.end()
	}
	return c.Flush()
}

// textColumns name what is written of a free text: the question, the text, 1 when it
// may be quoted, and its themes.
func textColumns() []string { return []string{"question", "text", "quote", "themes"} }

// passages returns the free texts that a file may hold, in survey order.
func passages(r *results.Release) []results.Passage {
	var all []results.Passage
	for i := range r.Survey.Questions {
		found, _ := r.Passages(r.Survey.Questions[i].ID, results.Reader)
		all = append(all, found...)
	}
	return slices.Clip(all)
}

// yes is 1 for yes and 0 for no.
func yes(b bool) int {
	if b {
		return 1
	}
	return 0
}
