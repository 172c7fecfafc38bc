package exchange

import (
	"fmt"
	"io"
	"strings"

	"anketa/survey"
)

// WriteR writes a script that reads the CSV file of the rows with a name, which must hold
// values and commas, and makes a data frame called anketa: numbers, logical columns
// for options, and factors with labels, ordered where the points are. "Not applicable"
// is a missing value in them, and TRUE in a column of its own.
func (r *Rows) WriteR(w io.Writer, file string) error {
	var b strings.Builder
	line := func(format string, args ...any) { fmt.Fprintf(&b, format+"\n", args...) }
	line("# Reads %s into the data frame anketa.", comment(file))
	if n := r.damaged(); n > 0 {
		line("# Damaged: %d. %s", n, damagedNote)
	}
	line("anketa <- read.csv(%s, check.names = FALSE, colClasses = \"character\", na.strings = \"\", encoding = \"UTF-8\")", rString(file))
	for _, c := range tableColumns(r.Release.Survey, r.Lang, false) {
		name := "anketa[[" + rString(c.name) + "]]"
		if c.q.HasNotApplicable() && c.form != formOption {
			line("anketa[[%s]] <- %s == %s", rString(c.name+".na"), name, rString(survey.NotApplicableValue))
			line("%s[%s %%in%% %s] <- NA", name, name, rString(survey.NotApplicableValue))
		}
		switch c.form {
		case formNumber:
			line("%s <- as.integer(%s)", name, name)
		case formOption:
			line("%s <- %s == \"1\"", name, name)
		case formSet:
		default:
			levels, labels := c.levels(r.Lang)
			line("%s <- factor(%s, levels = %s, labels = %s, ordered = %s)", name, name, rVector(levels), rVector(labels), rBool(c.q.OfScale() || c.q.Kind == survey.KindNPS))
		}
		label := c.q.Text.In(r.Lang)
		if c.form == formOption {
			label = c.q.Label(c.option, r.Lang)
		}
		line("attr(%s, \"label\") <- %s", name, rString(label))
	}
	if _, err := io.WriteString(w, b.String()); err != nil {
		return fmt.Errorf("write R script: %w", err)
	}
	return nil
}

// levels returns the values of the points, and their labels, each only once.
func (c *column) levels(lang survey.Lang) (levels, labels []string) {
	names := namesOf(c.q)
	for i := range c.q.Points {
		code := survey.Code(i + 1)
		levels = append(levels, c.q.Points[i].Value)
		labels = append(labels, names.of(code, lang, true))
	}
	return levels, labels
}

// comment returns a text for the end of a comment.
func comment(text string) string { return survey.CleanLine(text, survey.MaxTextLength) }

// rString returns a text as R has it. What is not ASCII is written as \u{…}, so that
// the script means the same wherever it is read.
func rString(text string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range text {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r < ' ' || r >= 0x7F:
			fmt.Fprintf(&b, "\\U{%x}", r)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}

// rVector returns texts as R has them.
func rVector(texts []string) string {
	quoted := make([]string, len(texts))
	for i, text := range texts {
		quoted[i] = rString(text)
	}
	return "c(" + strings.Join(quoted, ", ") + ")"
}

// rBool returns a truth value as R has it.
func rBool(b bool) string {
	if b {
		return "TRUE"
	}
	return "FALSE"
}
