package exchange

import (
	"fmt"

	"github.com/xuri/excelize/v2"

	"anketa/results"
	"anketa/survey"
)

// chartRows is how many lines a chart of the results takes; chartColumn where it stands.
const (
	chartRows   = 16
	chartColumn = "I"
)

// resultsHeader names the columns of the results.
func resultsHeader() []any {
	return []any{"question", "text", "value", "label", "count", "n", "percent"}
}

// results writes what the release shows, with a bar chart for each question.
func (b *workbook) results(r *Rows) {
	line, charts := 1, 0
	write := func(cells []any) {
		b.do(func() error { return b.SetSheetRow(sheetResults, fmt.Sprintf("A%d", line), &cells) })
		line++
	}
	write(resultsHeader())
	b.do(func() error { return b.SetRowStyle(sheetResults, 1, 1, b.bold) })
	b.do(func() error { return b.SetColWidth(sheetResults, "A", "G", 16) })
	b.do(func() error {
		return b.SetPanes(sheetResults, &excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"})
	})
	defer func() {
		if n := r.Release.Damaged(); n > 0 {
			write([]any{"damaged", damagedNote, nil, nil, n})
		}
	}()
	for i := range r.Release.Survey.Questions {
		f := r.Release.Figures(i)
		if !f.Question.Closed() {
			continue
		}
		for _, d := range distributions(&f, r.Lang) {
			first := line
			for _, bar := range d.bars {
				cells := []any{d.name, f.Question.Text.In(r.Lang), named(bar.value).typed(), bar.label}
				if !f.Hidden {
					cells = append(cells, bar.count, f.N, percentOf(bar.count, f.N))
				}
				write(cells)
			}
			if !f.Hidden && len(d.bars) > 0 {
				b.chart(d.name, f.Question.Text.In(r.Lang), first, line-1, 1+chartRows*charts)
				charts++
			}
		}
	}
}

// distribution is what one chart shows.
type distribution struct {
	name string
	bars []countedBar
}

// countedBar is one bar of a distribution.
type countedBar struct {
	value, label string
	count        int
}

// distributions returns what the figures of a question distribute: before_after twice.
func distributions(f *results.Figures, lang survey.Lang) []distribution {
	q := f.Question
	if q.Kind == survey.KindNumber {
		d := distribution{name: q.ID}
		for _, bin := range f.Bins() {
			label := fmt.Sprintf("%d–%d", bin.Low, bin.High)
			if bin.Low == bin.High {
				label = fmt.Sprint(bin.Low)
			}
			d.bars = append(d.bars, countedBar{"", label, bin.Count})
		}
		return []distribution{d}
	}
	of := func(name string, counts []int) distribution {
		d := distribution{name: name}
		for i := range q.Points {
			d.bars = append(d.bars, countedBar{q.Points[i].Value, q.Points[i].Label.In(lang), counts[i]})
		}
		return d
	}
	names := q.Columns()
	if q.Kind == survey.KindBeforeAfter {
		return []distribution{of(names[0], f.Before), of(names[1], f.Counts)}
	}
	return []distribution{of(names[0], f.Counts)}
}

// percentOf returns a share of n, or nothing when nobody answered.
func percentOf(count, n int) any {
	if n == 0 {
		return nil
	}
	return 100 * float64(count) / float64(n)
}

// chart puts the bars of some lines at a line of the sheet, the first one on top.
func (b *workbook) chart(name, title string, first, last, at int) {
	cells := func(column string) string {
		return fmt.Sprintf("%s!$%s$%d:$%s$%d", sheetResults, column, first, column, last)
	}
	gap := uint(40)
	b.do(func() error {
		return b.AddChart(sheetResults, fmt.Sprintf("%s%d", chartColumn, at), &excelize.Chart{
			Type:   excelize.Bar,
			Series: []excelize.ChartSeries{{Name: fmt.Sprintf("%s!$A$%d", sheetResults, first), Categories: cells("D"), Values: cells("E")}},
			Title:  excelize.ChartTitle{Paragraph: []excelize.RichTextRun{{Text: name + ": " + title}}},
			Legend: excelize.ChartLegend{Position: "none"}, GapWidth: &gap,
			XAxis:     excelize.ChartAxis{ReverseOrder: true},
			PlotArea:  excelize.ChartPlotArea{ShowVal: true},
			Dimension: excelize.ChartDimension{Width: 640, Height: 20 * (chartRows - 1)},
		})
	})
}
