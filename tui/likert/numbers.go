package likert

import (
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"anketa/survey"
)

// The numbers from 0 to 10 are their own keys. A 10 is typed as 1 and 0, so a 1
// waits for what follows.
const (
	one = "1"
	ten = "10"
)

// number turns the points into numbers: what the ends mean stands beside them.
func (m *Model) number(q *survey.Question, lang survey.Lang) {
	m.numbers = true
	for i := range m.points {
		p := &m.points[i]
		if p.Code == survey.NotApplicable {
			p.Key = "n"
			continue
		}
		p.Key, p.Label = strconv.Itoa(i), ""
		switch i {
		case 0:
			p.Label = q.Low.In(lang)
		case len(q.Points) - 1:
			p.Label = q.High.In(lang)
		}
	}
}

// typed returns the position of the point that a key chooses, or none. Behind a
// 1 that waits, 0 is the end of 10.
func (m *Model) typed(press tea.KeyPressMsg) int {
	if m.waits && press.String() == "0" {
		return withKey(m.points, ten)
	}
	return Find(m.points, press)
}

// take chooses the point whose key was typed, or begins to wait.
func (m Model) take(i int) Model {
	if m.points[i].Key == one && !m.waits && withKey(m.points, ten) != none {
		m.focus, m.value, m.waits = i, m.points[i].Code, true
		return m
	}
	return m.pick(i)
}

// measureNumbers is measure for numbers, given the width of boxes with one cell
// between them. A digit stands in the middle only of an odd width; where boxes
// would become too narrow, they touch.
func (m *Model) measureNumbers(n, box int) (width, gap int) {
	switch {
	case box < narrowest+m.styles.Plain.GetHorizontalFrameSize():
		return m.width / n, 0
	case box%2 == 0:
		return box - 1, 2
	}
	return box, 1
}

// fitsNumbers reports whether a number with its mark fits into a box and
// whether what the ends mean fits below without a broken word.
func (m *Model) fitsNumbers() bool {
	low, high := m.ends()
	return ansi.StringWidth(m.styles.Mark+ten) <= m.inner() &&
		max(LongestWord(low), LongestWord(high)) <= m.endWidth()
}

// numberPadding returns how many empty lines may stand above and below a
// number: a narrow box would become a tower.
func (m *Model) numberPadding() int {
	const wide = 9
	if m.view.box < wide {
		return 0
	}
	return 1
}

// ends returns what the first and the last number mean.
func (m *Model) ends() (low, high string) {
	points := m.scale()
	return points[0].Label, points[len(points)-1].Label
}

// rowWidth returns the width of all boxes together.
func (m *Model) rowWidth() int {
	n := len(m.scale())
	return n*m.view.box + (n-1)*m.view.gap
}

// endWidth returns the widest that the text below one end may be.
func (m *Model) endWidth() int { return m.rowWidth() * 45 / 100 }

// endsHeight returns how many lines the texts below a row of numbers take.
func (m *Model) endsHeight() int {
	low, high := m.ends()
	if !m.numbers || low+high == "" {
		return 0
	}
	width := m.endWidth()
	return 1 + max(strings.Count(Wrap(low, width), "\n"), strings.Count(Wrap(high, width), "\n"))
}

// drawEnds draws what the ends mean, each text below its own end.
func (m *Model) drawEnds() []string {
	low, high := m.ends()
	left, right := strings.Split(Wrap(low, m.endWidth()), "\n"), strings.Split(Wrap(high, m.endWidth()), "\n")
	lines := make([]string, m.endsHeight())
	for i := range lines {
		a, b := "", ""
		if i < len(left) {
			a = strings.TrimSpace(left[i])
		}
		if i < len(right) {
			b = strings.TrimSpace(right[i])
		}
		between := strings.Repeat(" ", m.rowWidth()-ansi.StringWidth(a)-ansi.StringWidth(b))
		lines[i] = m.styles.Ends.Render(a) + between + m.styles.Ends.Render(b)
	}
	return lines
}
