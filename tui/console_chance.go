package tui

import (
	"strings"

	"anketa/results"
	"anketa/survey"
)

// chances says of a compared question whether its sessions differ by more than chance
// explains, and of before_after whether people changed by more; nothing where there
// is nothing to compare. It takes the figures of the rows alone: see [results.Differences] and
// [results.SignTest].
func (c *console) chances(m *multiple, rows []compared) []string {
	var lines []string
	if m.question.Kind == survey.KindBeforeAfter {
		// The last row is all of them together, or the only one.
		if last := len(rows) - 1; m.figures[last] != nil {
			if change := c.change(m.figures[last]); change != "" {
				lines = append(lines, c.text.Format(c.text.Chance.Of, rows[last].label, change))
			}
		}
	}
	if difference := c.difference(m, rows); difference != "" {
		lines = append(lines, difference)
	}
	return lines
}

// difference says whether sessions differ by more than chance explains, or "" where
// there are not two of them.
func (c *console) difference(m *multiple, rows []compared) string {
	t := &c.text.Chance
	if len(rows) < 2 {
		return ""
	}
	// The last row is all of them together.
	compared := results.Compare(m.question, m.figures[:len(rows)-1])
	switch verdict, apart := compared.Verdict(); {
	case verdict == results.VerdictNone:
		return ""
	case verdict == results.VerdictSame:
		return t.Same
	case verdict == results.VerdictMaybe:
		return t.Maybe
	case compared.Shown() == 2:
		return t.More
	default:
		labels := make([]string, len(apart))
		for i, row := range apart {
			labels[i] = rows[row].label
		}
		return c.text.Format(t.Against, strings.Join(labels, ", "))
	}
}

// change says whether more people improved or got worse than chance explains, or ""
// where nothing is shown.
func (l *live) change(f *results.Figures) string {
	t, s := &l.text.Chance, f.Shift
	switch {
	case f.N == 0 || f.Hidden:
		return ""
	case s.Improved+s.Lower == 0:
		return t.Unchanged
	case results.SignTest(s.Improved, s.Lower) >= results.Rare:
		return t.MaybeChange
	case s.Improved > s.Lower:
		return t.Better
	}
	return t.Worse
}
