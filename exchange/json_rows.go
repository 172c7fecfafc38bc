package exchange

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"io"

	"anketa/survey"
)

// WriteJSONLines writes the rows as JSON Lines: one object a line, with the columns of
// the CSV file in its order as keys. What is empty there is null, several answers are a
// list, and a text is as it is, whatever a spreadsheet might make of it.
func (r *Rows) WriteJSONLines(ctx context.Context, w io.Writer) error {
	return r.writeObjects(ctx, w, "", "\n", "\n")
}

// WriteJSON writes the rows as one JSON list of what [Rows.WriteJSONLines] writes.
func (r *Rows) WriteJSON(ctx context.Context, w io.Writer) error {
	return r.writeObjects(ctx, w, "[\n", ",\n", "\n]\n")
}

// writeObjects writes an object for each row.
func (r *Rows) writeObjects(ctx context.Context, w io.Writer, begin, between, end string) error {
	out := bufio.NewWriterSize(w, 1<<16)
	var keys []string
	columns := tableColumns(r.Release.Survey, r.Lang, r.Labels)
	for _, c := range columns {
		keys = append(keys, ","+quote(c.name)+":")
		c.prepareJSON()
	}
	names := r.names(quote)
	_, _ = out.WriteString(begin)
	var line []byte
	first := true
	err := r.each(ctx, func(p *part, answers []survey.Answer) error {
		line = line[:0]
		if !first {
			line = append(line, between...)
		}
		first = false
		line = append(line, `{"`+IDColumn+`":"`...)
		line = r.newUUID(line)
		line = append(line, `","`+sessionColumn+`":`...)
		line = append(line, names[p]...)
		for i, c := range columns {
			line = append(line, keys[i]...)
			line = c.appendJSON(line, &answers[c.question])
		}
		_, err := out.Write(append(line, '}'))
		return err
	})
	if err != nil {
		return err
	}
	_, _ = out.WriteString(end)
	if err := out.Flush(); err != nil {
		return fmt.Errorf("write JSON: %w", err)
	}
	return nil
}

// prepareJSON turns the cells of the points into JSON, once for all rows.
func (c *column) prepareJSON() {
	for i := range c.cells {
		c.cells[i].text, c.cells[i].numeric = c.cells[i].json(), false
	}
}

// appendJSON appends what stands in the column for an answer; see prepareJSON.
func (c *column) appendJSON(line []byte, a *survey.Answer) []byte {
	if c.form != formSet || a.Code != survey.Answered {
		return c.cell(a).append(line)
	}
	line = append(line, '[')
	for i, code := range a.Set.Codes() {
		if i > 0 {
			line = append(line, ',')
		}
		line = append(line, c.cells[code].text...)
	}
	return append(line, ']')
}

// json returns the cell as JSON.
func (c cell) json() string {
	switch {
	case c.numeric:
		return c.String()
	case c.text == "":
		return "null"
	}
	return quote(c.text)
}

// quote returns a text as JSON.
func quote(text string) string {
	// A string can always be written.
	quoted, _ := json.Marshal(text)
	return string(quoted)
}
