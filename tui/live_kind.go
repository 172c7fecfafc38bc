package tui

import (
	"math"
	"strconv"
	"strings"

	"github.com/charmbracelet/x/ansi"
	"golang.org/x/text/message"
	"golang.org/x/text/number"

	"anketa/results"
)

// likert draws the points of a scale: the declared box, the diverging bar, and a
// row for each point.
func (l *live) likert(f *results.Figures, axis commonAxis) []string {
	rows := l.optionRows(f)
	for i := range rows {
		rows[i].mark = l.segment(f.Question, i)
	}
	lines := append(l.headline(f), l.diverging(axis, "", turned(f.Question, f.Counts)))
	return append(append(lines, l.ends(f.Question)...), l.rows(f, rows)...)
}

// pair draws how it was before the training above how it is now.
func (l *live) pair(f *results.Figures, axis commonAxis) []string {
	t, q, rows := l.text.Live, f.Question, l.optionRows(f)
	for i := range rows {
		rows[i].mark, rows[i].counts = l.segment(q, i), []int{f.Before[i], f.Counts[i]}
	}
	lines := []string{
		l.indented(l.styles.Strong, l.shift(f)),
		l.diverging(axis, t.Before, turned(q, f.Before)),
		l.diverging(axis, t.Now, turned(q, f.Counts)),
	}
	lines = append(lines, l.ends(q)...)
	heads := strings.Repeat(" ", 6+l.labelRoom(rows, 0)) + padLeft(t.Before, figuresWidth) + padLeft(t.Now, figuresWidth)
	return append(append(lines, l.styles.Hint.Render(heads)), l.rows(f, rows)...)
}

// shift says how many improved, stayed the same and got worse.
func (l *live) shift(f *results.Figures) string {
	s := f.Shift
	return l.text.Format(l.text.Live.Shift, s.Improved, f.N, l.text.Percent(f.Percent(s.Improved)), s.Same, s.Lower)
}

// recommendation draws the score of an nps question, its three groups as a bar,
// and how many chose each number.
func (l *live) recommendation(f *results.Figures, axis commonAxis) []string {
	t := l.text.Live
	r, _ := f.Recommendation()
	counts := groups(f)
	rows := make([]row, len(counts))
	for i, label := range []string{t.Detractors, t.Passives, t.Promoters} {
		rows[i] = row{mark: l.styles.Chart.Segment(i, len(counts), 1), label: label, counts: counts[i : i+1]}
	}
	lines := []string{
		l.indented(l.styles.Strong, l.text.Format(t.Score, signed(r.Score))),
		l.diverging(axis, "", counts),
	}
	return append(append(lines, l.rows(f, rows)...), l.numbers(f)...)
}

// numbers draws how many chose each number of an nps question: the numbers in
// one line, the counts below them, in as many pairs of lines as they need.
func (l *live) numbers(f *results.Figures) []string {
	cell := 4
	for _, count := range f.Counts {
		cell = max(cell, len(strconv.Itoa(count))+2)
	}
	across := max((l.column-6)/cell, 1)
	var lines []string
	for from := 0; from < len(f.Counts); from += across {
		above, below := "", ""
		for i := from; i < min(from+across, len(f.Counts)); i++ {
			above += padLeft(strconv.Itoa(f.Question.ValueAt(i)), cell)
			below += padLeft(strconv.Itoa(f.Counts[i]), cell)
		}
		lines = append(lines, l.styles.Hint.Render("    "+above), "    "+below)
	}
	return lines
}

// quantity draws the answers to a number question: its median with the
// quartiles, and a bar for each bin.
func (l *live) quantity(f *results.Figures) []string {
	bins := f.Bins()
	rows := make([]row, len(bins))
	widest := 0
	for i, b := range bins {
		rows[i] = row{label: l.text.span(float64(b.Low), float64(b.High)), counts: []int{b.Count}}
		widest = max(widest, ansi.StringWidth(rows[i].label))
	}
	for i := range rows {
		rows[i].label = padLeft(rows[i].label, widest)
	}
	return append([]string{l.indented(l.styles.Strong, l.median(f))}, l.bars(f, rows)...)
}

// median says the median of a number question, with the quartiles and the unit.
func (l *live) median(f *results.Figures) string {
	median := l.text.Format(l.text.Live.Median, l.text.number(f.Quantile(0.5)), l.text.span(f.Quantile(0.25), f.Quantile(0.75)))
	if unit := f.Question.Unit.In(l.lang); unit != "" {
		median += " " + unit
	}
	return median
}

// number writes a number with at most one decimal, and without separators:
// 1998 may be a year.
func (s *Strings) number(x float64) string {
	written := message.NewPrinter(s.tag).Sprint(number.Decimal(x, number.MaxFractionDigits(1), number.NoSeparator()))
	return strings.ReplaceAll(written, "-", "−")
}

// decimal writes a number with two decimals, or a dash where there is none.
func (s *Strings) decimal(x float64) string {
	if math.IsNaN(x) {
		return "–"
	}
	written := message.NewPrinter(s.tag).Sprint(number.Decimal(x, number.Scale(2)))
	return strings.ReplaceAll(written, "-", "−")
}

// span writes two numbers as "8–20", with more room where one has a sign, and
// one number alone where both are the same.
func (s *Strings) span(low, high float64) string {
	switch {
	case low == high:
		return s.number(low)
	case low < 0:
		return s.number(low) + " – " + s.number(high)
	}
	return s.number(low) + "–" + s.number(high)
}

// signed writes a score as a whole number with its sign.
func signed(score float64) string {
	switch n := int(math.Round(score)); {
	case n > 0:
		return "+" + strconv.Itoa(n)
	case n < 0:
		return "−" + strconv.Itoa(-n)
	}
	return "0"
}
