package exchange

import (
	"context"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"anketa/survey"
)

// The longest names and labels that SPSS takes, in bytes.
const (
	maxSPSSName          = 64
	maxSPSSVariableLabel = 255
	maxSPSSValueLabel    = 120
)

// spssColumn is a column as SPSS gets it: numbers only, but for several answers.
type spssColumn struct {
	*column
	variable string
	// aside is the number that stands for "not applicable".
	aside int
	// own says that the values of the points are whole numbers, which are kept; otherwise
	// the points are numbered from 1.
	own bool
}

// spssColumns returns the columns with the names of their variables.
func (r *Rows) spssColumns() []*spssColumn {
	taken := map[string]bool{"uuid": true, sessionColumn: true}
	var all []*spssColumn
	for _, c := range tableColumns(r.Release.Survey, r.Lang, false) {
		s := &spssColumn{column: c, variable: variable(c.name, taken), aside: min(-9, c.q.Min-1), own: true}
		for i := range c.q.Points {
			of := c.cells[i+1]
			s.own = s.own && of.numeric
			s.aside = min(s.aside, of.number-1)
		}
		all = append(all, s)
	}
	return all
}

// variable makes a name that SPSS takes and no other variable has.
func variable(name string, taken map[string]bool) string {
	name = strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r == '_' {
			return r
		}
		return '_'
	}, name)
	// Words such as "by" and "all" mean something to SPSS; none of them has a "q_" in front.
	switch strings.ToLower(name) {
	case "all", "and", "by", "eq", "ge", "gt", "le", "lt", "ne", "not", "or", "to", "with":
		name = "q_" + name
	}
	name = strings.TrimRight(name[:min(len(name), maxSPSSName-4)], "_")
	unique := name
	for n := 2; taken[strings.ToLower(unique)]; n++ {
		unique = fmt.Sprintf("%s_%d", name, n)
	}
	taken[strings.ToLower(unique)] = true
	return unique
}

// number returns the number that stands for a point.
func (c *spssColumn) number(code survey.Code) int {
	switch {
	case code == survey.NotApplicable:
		return c.aside
	case c.own:
		return c.cells[code].number
	}
	return int(code)
}

// answer returns what stands in the file for an answer.
func (c *spssColumn) answer(a *survey.Answer) cell {
	code := a.Code
	if c.form == formBefore {
		code = a.Before
	}
	switch {
	case code == survey.Missing || code == survey.NotAsked,
		code == survey.NotApplicable && c.form == formOption:
		return cell{}
	case code == survey.NotApplicable && c.form == formSet:
		return cell{text: survey.NotApplicableValue}
	case c.form == formPoint || c.form == formBefore || code == survey.NotApplicable:
		return cell{number: c.number(code), numeric: true}
	}
	return c.cell(a)
}

// WriteSPSSData writes the rows as the syntax of [Rows.WriteSPSS] reads them: CSV in
// which points are numbers.
func (r *Rows) WriteSPSSData(ctx context.Context, w io.Writer) error {
	c := newCSVWriter(w, CSVStyle{})
	columns := r.spssColumns()
	c.text("uuid")
	c.text(sessionColumn)
	for _, column := range columns {
		c.text(column.variable)
		column.stands = c.stands
	}
	c.end()
	names := r.names(c.quoted)
	err := r.each(ctx, func(p *part, answers []survey.Answer) error {
		c.next()
		c.line = r.newUUID(c.line)
		c.cell(cell{text: names[p]})
		for _, column := range columns {
			c.cell(column.answer(&answers[column.question]))
		}
		c.end()
		return nil
	})
	if err != nil {
		return err
	}
	return c.Flush()
}

// WriteSPSS writes syntax for SPSS and PSPP that reads the file of [Rows.WriteSPSSData]
// with a name, with labels, missing values and levels of measurement.
func (r *Rows) WriteSPSS(w io.Writer, file string) error {
	var b strings.Builder
	line := func(format string, args ...any) { fmt.Fprintf(&b, format+"\n", args...) }
	columns := r.spssColumns()
	line("* Encoding: UTF-8.")
	if n := r.damaged(); n > 0 {
		line("* Damaged: %d; these records cannot be read any more and are in no figure.", n)
	}
	line("GET DATA /TYPE=TXT /FILE=%s /ENCODING='UTF8'", spssString(file, len(file)))
	line("  /ARRANGEMENT=DELIMITED /DELIMITERS=',' /QUALIFIER='\"' /FIRSTCASE=2")
	line("  /VARIABLES=uuid A36 session A255")
	for _, c := range columns {
		format := "F8.0"
		if c.form == formSet {
			format = "A" + strconv.Itoa(min(32000, len(c.q.Points)*64))
		}
		line("    %s %s", c.variable, format)
	}
	line("  .")
	for _, c := range columns {
		c.describe(line, r.Lang)
	}
	line("EXECUTE.")
	if _, err := io.WriteString(w, b.String()); err != nil {
		return fmt.Errorf("write SPSS syntax: %w", err)
	}
	return nil
}

// describe says what a variable and its values mean.
func (c *spssColumn) describe(line func(string, ...any), lang survey.Lang) {
	label := c.q.Text.In(lang)
	if c.form == formOption {
		label = c.q.Label(c.option, lang) + " – " + label
	}
	line("VARIABLE LABELS %s %s.", c.variable, spssString(label, maxSPSSVariableLabel))
	var values []string
	name := func(value int, label string) {
		values = append(values, fmt.Sprintf("%d %s", value, spssString(label, maxSPSSValueLabel)))
	}
	switch c.form {
	case formSet:
		line("VARIABLE LEVEL %s (NOMINAL).", c.variable)
		return
	case formOption:
		name(0, "0")
		name(1, "1")
	case formPoint, formBefore:
		for i := range c.q.Points {
			name(c.number(survey.Code(i+1)), c.q.Points[i].Label.In(lang))
		}
	}
	if c.q.HasNotApplicable() && c.form != formOption {
		name(c.aside, c.q.NotApplicable.In(lang))
		line("MISSING VALUES %s (%d).", c.variable, c.aside)
	}
	if len(values) > 0 {
		line("VALUE LABELS %s %s.", c.variable, strings.Join(values, " "))
	}
	level := "NOMINAL"
	switch {
	case c.q.Kind == survey.KindNumber:
		level = "SCALE"
	case c.q.Ordered():
		level = "ORDINAL"
	}
	line("VARIABLE LEVEL %s (%s).", c.variable, level)
}

// spssString returns a text as SPSS has it, at most so many bytes long.
func spssString(text string, most int) string {
	text = survey.CleanLine(text, len(text))
	for len(text) > most {
		_, size := utf8.DecodeLastRuneInString(text)
		text = text[:len(text)-size]
	}
	return "'" + strings.ReplaceAll(text, "'", "''") + "'"
}
