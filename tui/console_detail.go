package tui

import (
	"math"
	"strings"

	"anketa/results"
	"anketa/survey"
)

// layDetail draws the question that is open.
func (q *questions) layDetail(figures []results.Figures) {
	c := q.c
	i := q.shown[q.detail]
	q.ordered = figures[i].Question.Ordered() && figures[i].N > 0
	d := c.within(min(c.place.column, widest))
	axis := d.commonAxis(figures[i : i+1])
	text := d.question(i+1, &figures[i], axis)
	if more := d.depth(&figures[i], q.mean); len(more) > 0 {
		text += "\n\n" + strings.Join(more, "\n")
	}
	where := c.styles.Hint.Render(c.text.Format(c.text.Console.Asked, i+1, len(figures)))
	q.opened.set(append(c.notices(), plain(where)), []piece{plain(text)}, 1, c.column)
}

// depth draws what [live.depths] says.
func (l *live) depth(f *results.Figures, mean bool) []string {
	lines := l.depths(f, mean)
	for i := range lines {
		lines[i] = l.indented(l.styles.Body, lines[i])
	}
	return lines
}

// depths says of a question what does not stand in the lists: where the middle of the
// answers lies, how sure the box is, and what it would be whatever those who did
// not answer would say; the mean only on demand.
func (l *live) depths(f *results.Figures, mean bool) []string {
	if f.N == 0 || f.Hidden || !f.Question.Closed() {
		return nil
	}
	t := &l.text.Console
	var lines []string
	if f.Question.Ordered() && f.Question.Kind != survey.KindNumber {
		// Of a number it stands above its bars.
		lines = append(lines, l.text.Format(t.Quartiles, l.pointed(f, f.Quantile(0.5)), l.text.span(f.Quantile(0.25), f.Quantile(0.75))))
	}
	if f.Question.Kind == survey.KindBeforeAfter {
		lines = append(lines, l.change(f))
	}
	if h, ok := f.Headline(); ok {
		lines = append(lines, l.sureness(f, &h)...)
	}
	if m, sd := f.Mean(); mean && f.Question.Ordered() && !math.IsNaN(m) {
		lines = append(lines, l.text.Format(t.Mean, l.text.decimal(m), l.text.decimal(sd)))
		if f.Question.OfScale() {
			lines = append(lines, t.MeanNote)
		}
	}
	return lines
}

// sureness says between what a declared box lies with 95 % confidence, and between
// what for certain.
func (l *live) sureness(f *results.Figures, h *results.Headline) []string {
	t := &l.text.Console
	if h.Low == h.High {
		return []string{t.Exact}
	}
	lines := []string{l.text.Format(t.Interval, l.text.Percent(h.Low), l.text.Percent(h.High))}
	if b, known := f.Bounds(h.Count); known && b.High > b.Low {
		lines = append(lines, l.text.Format(t.AtLeast, b.Low, b.High, b.Of))
	}
	return lines
}

// pointed writes a place on a scale with the label of its point, when it is one.
func (l *live) pointed(f *results.Figures, at float64) string {
	written := l.text.number(at)
	if f.Question.OfScale() && at == math.Trunc(at) {
		written += " (" + f.Question.Label(survey.Code(at), l.lang) + ")"
	}
	return written
}
