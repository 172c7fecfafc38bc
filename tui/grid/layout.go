package grid

import (
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"anketa/survey"
	"anketa/tui/likert"
)

const (
	// leadWidth is the width of the pointer and the space behind it.
	leadWidth = 2
	// markWidth is the width of a mark in its brackets.
	markWidth = 3
	// labelGap is the space behind the labels of the rows, wideGap that between
	// points where there is room and narrowGap where there is not, asideGap what
	// sets the point outside n further apart.
	labelGap, wideGap, narrowGap, asideGap = 2, 2, 1, 2
	// mostLines is how many lines the label of a row may have before the rows
	// read better one by one.
	mostLines = 4
	// keyWidth is the width of a key and the spaces behind it in the legend.
	keyWidth = 3
	// widestColumn keeps points from growing apart on a wide terminal.
	widestColumn = 15
	// labelShare is the part of the width, in percent, that the labels of the
	// rows take when those of the points need the place too.
	labelShare = 45
)

// plan says where things stand in the table.
type plan struct {
	// label is the width of the labels of the rows, columns that of each point.
	label   int
	columns []int
	// gap is the space between the columns.
	gap int
	// equal says that the points of the scale stand at equal distances.
	equal bool
	// legend says that the label of the point outside n stands below the table,
	// in a room of legendRoom cells behind its key.
	legend     bool
	legendRoom int
	// rule, spaced and apart say where there is air: below the head, between the
	// rows, above the legend.
	rule, spaced, apart bool
}

// plan returns the first table that fits into a place.
func (m *Model) plan(width, height int) (plan, bool) {
	if len(m.rows) == 0 || len(m.points) == 0 {
		return plan{}, false
	}
	for _, p := range m.kinds() {
		p.columns = m.minima(p)
		for _, share := range []int{labelShare, 100} {
			if q, ok := m.fit(p, width, height, share); ok {
				return q, true
			}
		}
	}
	return plan{}, false
}

// kinds returns the kinds of table, the best first. Equal distances between the
// points are part of a scale as people read it; then come columns as narrow as
// their labels, the point outside n explained below, and less space between.
func (m *Model) kinds() []plan {
	var kinds []plan
	for _, gap := range []int{wideGap, narrowGap} {
		kinds = append(kinds, plan{gap: gap, equal: true}, plan{gap: gap})
		if m.aside() {
			kinds = append(kinds, plan{gap: gap, equal: true, legend: true}, plan{gap: gap, legend: true})
		}
	}
	return kinds
}

// fit returns a kind of table for a place, in which the labels of the rows get
// at most a share of the width, or false.
func (m *Model) fit(p plan, width, height, share int) (plan, bool) {
	p.columns = slices.Clone(p.columns)
	ok := m.widen(&p, width, share) && m.heighten(&p, height)
	return p, ok
}

// aside reports whether there is a point outside n.
func (m *Model) aside() bool { return m.points[len(m.points)-1].Code == survey.NotApplicable }

// minima returns the least width of each point's column.
func (m *Model) minima(p plan) []int {
	columns := make([]int, len(m.points))
	widest := 0
	for i := range columns {
		columns[i] = max(markWidth, likert.LongestWord(m.heading(p, i)))
		if m.points[i].Code != survey.NotApplicable {
			widest = max(widest, columns[i])
		}
	}
	for i := range columns {
		if p.equal && m.points[i].Code != survey.NotApplicable {
			columns[i] = widest
		}
	}
	return columns
}

// heading returns the label at the top of a point's column.
func (m *Model) heading(p plan, i int) string {
	if p.legend && m.points[i].Code == survey.NotApplicable {
		return ""
	}
	return m.points[i].Label
}

// widen divides a width among the labels of the rows, which get at most a share
// in percent, and the points; it reports whether that is possible.
func (m *Model) widen(p *plan, width, share int) bool {
	least, most := 1, 1
	for _, row := range m.rows {
		least, most = max(least, likert.LongestWord(row)), max(most, ansi.StringWidth(row))
	}
	room := width - leadWidth
	for i, column := range p.columns {
		room -= column + p.before(m, i)
	}
	p.legendRoom = width - leadWidth - keyWidth
	if room < least || p.legend && likert.LongestWord(m.legend()) > p.legendRoom {
		return false
	}
	p.label = min(most, max(width*share/100, least), room)
	for i, more := 0, (room-p.label)/len(p.columns); i < len(p.columns); i++ {
		if p.legend && m.points[i].Code == survey.NotApplicable {
			continue
		}
		grown := min(p.columns[i]+more, max(p.columns[i], widestColumn))
		// A mark stands in the middle only of an odd width.
		if grown%2 == 0 && grown > p.columns[i] {
			grown--
		}
		p.columns[i] = grown
	}
	return true
}

// before returns the space before a point's column.
func (p *plan) before(m *Model, i int) int {
	switch {
	case i == 0:
		return labelGap
	case m.points[i].Code == survey.NotApplicable:
		return p.gap + asideGap
	}
	return p.gap
}

// heighten uses the height that is left for air and reports whether all lines fit.
func (m *Model) heighten(p *plan, height int) bool {
	left := height - 1 - m.headingLines(*p)
	for _, row := range m.rows {
		n := lines(row, p.label)
		if n > mostLines {
			return false
		}
		left -= n
	}
	if p.legend {
		left -= lines(m.legend(), p.legendRoom)
	}
	if left < 0 {
		return false
	}
	spend := func(cost int) bool {
		if left < cost {
			return false
		}
		left -= cost
		return true
	}
	p.rule = spend(1)
	p.apart = p.rule && p.legend && spend(1)
	p.spaced = p.rule && p.apart == p.legend && spend(len(m.rows)-1)
	return true
}

// headingLines returns how many lines the labels of the points take.
func (m *Model) headingLines(p plan) int {
	most := 0
	for i, column := range p.columns {
		if heading := m.heading(p, i); heading != "" {
			most = max(most, lines(heading, column))
		}
	}
	return most
}

// legend returns what the point outside n means.
func (m *Model) legend() string { return m.points[len(m.points)-1].Label }

// tableWidth returns the width of the table from its labels to its last point.
func (p *plan) tableWidth(m *Model) int {
	width := p.label
	for i, column := range p.columns {
		width += p.before(m, i) + column
	}
	return width
}

// lines returns how many lines a text takes.
func lines(text string, width int) int { return 1 + strings.Count(likert.Wrap(text, width), "\n") }
