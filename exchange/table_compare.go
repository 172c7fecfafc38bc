package exchange

import (
	"fmt"
	"strings"

	"golang.org/x/text/number"

	"anketa/results"
	"anketa/survey"
)

// comparisons prints several sessions beside each other, and whether they differ by more
// than chance explains.
func (t *table) comparisons(r *results.Release) error {
	all, err := r.Comparisons()
	if err != nil || len(all) == 0 {
		return err
	}
	t.line("\n== Sessions compared")
	for i := range all {
		t.comparison(&all[i], r)
	}
	return nil
}

// comparison prints one question of several sessions.
func (t *table) comparison(c *results.Comparison, r *results.Release) {
	t.line("\n%s", wrap(c.Question.Text.In(t.lang), textWidth))
	t.text("> " + t.boxed(c, r))
	labels := make([]string, len(r.Parts))
	for i, b := range c.Boxes {
		s := &r.Parts[i].Session
		labels[i] = strings.Join(nonEmpty(s.Title, s.Place, s.Date), ", ")
		if b == nil {
			t.row(labels[i], "  not shown")
			continue
		}
		t.row(labels[i], fmt.Sprintf("%7d of %d (%s)", b.Count, b.N, t.percent(b.Percent)))
	}
	t.verdict(c, labels)
}

// verdict says whether sessions differ by more than chance explains.
func (t *table) verdict(c *results.Comparison, labels []string) {
	switch verdict, apart := c.Verdict(); {
	case verdict == results.VerdictSame:
		t.text("There is no difference.")
	case verdict == results.VerdictMaybe:
		t.text("The difference may be chance.")
	case c.Shown() == 2:
		t.text(fmt.Sprintf("The difference is larger than chance explains (%s).", t.chance(c.P[apart[0]])))
	default:
		said := make([]string, len(apart))
		for i, at := range apart {
			said[i] = fmt.Sprintf("%s (%s)", labels[at], t.chance(c.P[at]))
		}
		t.text("Differs from the others by more than chance explains: " + strings.Join(said, "; ") + ".")
	}
}

// boxed names what the shares of a comparison count.
func (t *table) boxed(c *results.Comparison, r *results.Release) string {
	switch c.Question.Kind {
	case survey.KindNPS:
		return "promoters (9-10)"
	case survey.KindBeforeAfter:
		return "improved"
	}
	for i, b := range c.Boxes {
		// A version of the survey may number its points otherwise.
		own := r.Parts[i].Survey
		if at, ok := own.Question(c.Question.ID); ok && b != nil {
			return t.labels(&own.Questions[at], b.Points, " / ")
		}
	}
	return ""
}

// changed says whether more people improved or got worse than chance explains.
func (t *table) changed(s results.Shift) string {
	p, said := results.SignTest(s.Improved, s.Lower), ""
	switch {
	case s.Improved+s.Lower == 0:
		return "nobody changed"
	case p >= results.Rare:
		said = "the change may be chance"
	case s.Improved > s.Lower:
		said = "more people improved than chance explains"
	default:
		said = "more people got worse than chance explains"
	}
	return fmt.Sprintf("%s (%s)", said, t.chance(p))
}

// chance writes how probable chance alone makes a difference.
func (t *table) chance(p float64) string {
	const least = 0.001
	if p < least {
		return "p < " + t.number(least, 3)
	}
	return t.printer.Sprintf("p = %v", number.Decimal(p, number.Precision(2)))
}
