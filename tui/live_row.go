package tui

import (
	"fmt"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"anketa/results"
	"anketa/survey"
	"anketa/tui/chart"
)

const (
	// figuresWidth is the width of a count with its percentage.
	figuresWidth = 16
	// barGap is the space around a bar, leastBar what is left for it however long
	// the labels are.
	barGap   = 4
	leastBar = 8
)

// row is a line of figures: a mark of one cell or none, a label, one or two counts.
type row struct {
	mark, label string
	counts      []int
}

// optionRows returns a row for each point of a question, without marks.
func (l *live) optionRows(f *results.Figures) []row {
	rows := make([]row, len(f.Counts))
	for i, count := range f.Counts {
		rows[i] = row{label: f.Question.Label(survey.Code(i+1), l.lang), counts: []int{count}}
	}
	return rows
}

// options draws the points of a question without an order: the declared box,
// and a bar for each point.
func (l *live) options(f *results.Figures) []string {
	return append(l.headline(f), l.bars(f, l.optionRows(f))...)
}

// labelRoom returns how wide the labels of rows are drawn when something of a
// width stands behind the figures.
func (l *live) labelRoom(rows []row, behind int) int {
	labels := 0
	for _, r := range rows {
		labels = max(labels, ansi.StringWidth(r.label))
	}
	return min(labels, l.column/2, l.column-6-figuresWidth*len(rows[0].counts)-behind)
}

// rows draws rows: mark, label, counts with their percentages.
func (l *live) rows(f *results.Figures, rows []row) []string {
	return l.rowsWith(f, rows, l.labelRoom(rows, 0), func(row) string { return "" })
}

// bars draws rows with a bar behind each.
func (l *live) bars(f *results.Figures, rows []row) []string {
	labels := l.labelRoom(rows, barGap+leastBar)
	width := l.column - 6 - labels - figuresWidth - barGap
	return l.rowsWith(f, rows, labels, func(r row) string {
		return "  " + chart.Bar(l.styles.Chart, (1-l.ungrown)*float64(r.counts[0])/float64(f.N), width)
	})
}

// rowsWith draws rows with something behind the figures of each. Labels that are
// too long go on in further lines.
func (l *live) rowsWith(f *results.Figures, rows []row, labels int, behind func(row) string) []string {
	var lines []string
	for _, r := range rows {
		label := strings.Split(wrap(r.label, labels), "\n")
		line := "    " + pad(r.mark, 2) + pad(label[0], labels)
		for _, count := range r.counts {
			line += fmt.Sprintf("%6d", count) + padLeft(l.text.Percent(f.Percent(count)), figuresWidth-6)
		}
		lines = append(lines, line+behind(r))
		for _, more := range label[1:] {
			lines = append(lines, "      "+more)
		}
	}
	return lines
}
