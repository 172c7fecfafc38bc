package report

import (
	"slices"
	"strings"

	"anketa/results"
	"anketa/survey"
)

// htmlCompared are the answers of several groups to one question.
type htmlCompared struct {
	Title string
	// Statement is what the shares are about; it is empty where the whole scale is shown.
	Statement string
	Groups    []htmlGroup
}

// htmlGroup is one group, or one session.
type htmlGroup struct {
	Label string
	Note  string
	// Hidden says that nothing of the group is shown, Why why not.
	Hidden   bool
	Why      string
	N        int
	Count    int
	Percent  string
	Interval string
	Share    float64
	Bar      *htmlBar
}

// Intervals reports whether any group has an interval; none has where everybody answered.
func (c htmlCompared) Intervals() bool {
	return slices.ContainsFunc(c.Groups, func(g htmlGroup) bool { return g.Interval != "" })
}

// htmlSessions compares the headlines of the sessions. Each session shows what it
// would show alone.
func (r *Report) htmlSessions(hw *htmlWords) []htmlCompared {
	if len(r.Release.Parts) < 2 {
		return nil
	}
	alone := make([]*results.Release, len(r.Release.Parts))
	for i, part := range r.Release.Parts {
		if release, err := results.NewRelease(part); err == nil {
			alone[i] = &release
		}
	}
	var all []htmlCompared
	for i := range r.survey.Questions {
		q := &r.survey.Questions[i]
		if len(q.Headline) == 0 {
			continue
		}
		c := htmlCompared{Title: q.Text.In(r.Lang), Statement: r.boxLabels(q)}
		for j, release := range alone {
			g := htmlGroup{Label: r.place(r.Release.Parts[j].Session.Title), Hidden: true, Why: hw.NotShown}
			if release != nil {
				if at, ok := release.Survey.Question(q.ID); ok {
					f := release.Figures(at)
					r.measure(&g, &f, f.Hidden)
				}
			}
			c.Groups = append(c.Groups, g)
		}
		all = append(all, c)
	}
	return all
}

// boxLabels returns the answers that a headline counts.
func (r *Report) boxLabels(q *survey.Question) string {
	var labels []string
	for _, code := range q.Headline {
		labels = append(labels, r.words.quoted(q.Label(code, r.Lang)))
	}
	return strings.Join(labels, ", ")
}

// measure puts the figures of a group into it.
func (r *Report) measure(g *htmlGroup, f *results.Figures, hidden bool) {
	if g.Hidden = hidden || f.N == 0; g.Hidden {
		return
	}
	g.N = f.N
	if h, ok := f.Headline(); ok {
		g.Count, g.Percent, g.Share, g.Interval = h.Count, r.words.percent(h.Percent), h.Percent, r.interval(h)
	}
	if f.Question.OfScale() || f.Question.Kind == survey.KindNPS {
		bar := r.bar(g.Label, f, f.Counts)
		g.Bar = &bar
	}
}

// htmlBreakdowns returns the breakdowns that the survey declares, and names in a sentence
// those of which no group can be shown.
func (r *Report) htmlBreakdowns(hw *htmlWords) (all []htmlCompared, hidden string) {
	var titles []string
	for _, b := range r.Release.Breakdowns() {
		c := htmlCompared{Title: r.words.format(hw.by, b.Question.Text.In(r.Lang), b.By.Text.In(r.Lang)), Statement: r.boxLabels(b.Question)}
		if b.Hidden {
			titles = append(titles, r.words.quoted(c.Title))
			continue
		}
		for i := range b.Groups {
			from := &b.Groups[i]
			if from.Suppressed && isTogether(&b, from.Code) {
				continue
			}
			g := htmlGroup{Label: r.groupLabel(b.By, from.Code, hw), Why: hw.notApart}
			if from.Together != nil {
				var labels []string
				for _, code := range from.Together {
					labels = append(labels, r.groupLabel(b.By, code, hw))
				}
				g.Label = r.words.format(hw.together, strings.Join(labels, ", "))
			}
			if from.Withheld > 0 && !from.Suppressed {
				g.Note = r.words.format(hw.withheld, from.Withheld)
			}
			r.measure(&g, &from.Figures, from.Suppressed)
			if g.Bar != nil && from.Together != nil {
				g.Bar.Label = hw.Together
			}
			c.Groups = append(c.Groups, g)
		}
		all = append(all, c)
	}
	if titles != nil {
		hidden = r.words.format(hw.noGroups, strings.Join(titles, ", "))
	}
	return all, hidden
}

// isTogether reports whether a group that is not shown by itself is named where
// such groups are put together.
func isTogether(b *results.Breakdown, code survey.Code) bool {
	return slices.ContainsFunc(b.Groups, func(g results.Group) bool { return slices.Contains(g.Together, code) })
}

// groupLabel names a group.
func (r *Report) groupLabel(by *survey.Question, code survey.Code, hw *htmlWords) string {
	if code == survey.Missing {
		return hw.NotAnswered
	}
	return by.Label(code, r.Lang)
}
