package tui

import (
	"slices"

	"github.com/charmbracelet/x/ansi"

	"anketa/results"
	"anketa/survey"
	"anketa/tui/chart"
)

// commonAxis is where the diverging bars of all questions are drawn, so that
// their zero lines stand below each other.
type commonAxis struct {
	chart.Axis
	// margin is the room before a bar for a word, when any question needs it.
	margin int
}

// commonAxis returns the common axis of some questions.
func (l *live) commonAxis(figures []results.Figures) commonAxis {
	axis := commonAxis{}
	var bars [][]int
	for i := range figures {
		switch f := &figures[i]; f.Question.Kind {
		case survey.KindLikert:
			bars = append(bars, turned(f.Question, f.Counts))
		case survey.KindNPS:
			bars = append(bars, groups(f))
		case survey.KindBeforeAfter:
			bars = append(bars, turned(f.Question, f.Before), turned(f.Question, f.Counts))
			axis.margin = max(ansi.StringWidth(l.text.Live.Before), ansi.StringWidth(l.text.Live.Now)) + 1
		}
	}
	axis.Axis = chart.NewAxis(bars, l.column-4-axis.margin)
	return axis
}

// diverging draws a bar on the axis, with a word before it.
func (l *live) diverging(axis commonAxis, word string, counts []int) string {
	return "    " + l.styles.Hint.Render(pad(word, axis.margin)) + axis.Growing(l.styles.Chart, counts, 1-l.ungrown)
}

// turned returns counts from the bad end of a scale to the good one.
func turned(q *survey.Question, counts []int) []int {
	if !q.Reverse {
		return counts
	}
	counts = slices.Clone(counts)
	slices.Reverse(counts)
	return counts
}

// segment returns the mark of the ith point of a scale: the look that it has in
// a diverging bar.
func (l *live) segment(q *survey.Question, i int) string {
	points := len(q.Points)
	if q.Reverse {
		i = points - 1 - i
	}
	return l.styles.Chart.Segment(i, points, 1)
}

// ends says what stands left and right in bars that are turned round.
func (l *live) ends(q *survey.Question) []string {
	if !q.Reverse {
		return nil
	}
	last := survey.Code(len(q.Points))
	return []string{l.indented(l.styles.Hint, l.text.Format(l.text.Live.Turned, q.Label(last, l.lang), q.Label(1, l.lang)))}
}

// groups returns the three groups of an nps question, from detractors to promoters.
func groups(f *results.Figures) []int {
	r, _ := f.Recommendation()
	return []int{r.Detractors, r.Passives, r.Promoters}
}
