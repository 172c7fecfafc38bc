package report

import (
	"fmt"
	"slices"
	"strings"

	"anketa/results"
	"anketa/survey"
)

// htmlQuestion is one question with its pictures and tables.
type htmlQuestion struct {
	ID, Section, Text, About, Headline string
	// Hidden says that nothing of it is shown.
	Hidden bool
	Bars   []htmlBar
	Table  *htmlTable
	Second *htmlTable
}

// htmlTable is a table of answers with a bar beside each.
type htmlTable struct {
	Caption string
	// Said says that the caption stands above the table already: only those who
	// hear the page need it.
	Said bool
	Rows []htmlRow
}

// htmlRow is one answer. Share is how long its bar is, from 0 to 100.
type htmlRow struct {
	Label, Percent string
	Count          int
	Share          float64
	Aside          bool
	// Class is the colour of the answer in the bar above, or "".
	Class string
}

// htmlBar is a bar whose parts lie left and right of the middle of the scale.
type htmlBar struct {
	Label string
	Parts []htmlPart
}

// htmlPart is a part of a bar, in percent from the left edge of 200.
type htmlPart struct {
	X, Width, Middle float64
	Class            string
	Title, Text      string
}

// groupTable returns the groups of a question, or nil when they are not shown.
func (r *Report) groupTable(id string) *htmlTable {
	f, ok := r.figures(id)
	if !ok {
		return nil
	}
	t := &htmlTable{Caption: f.Question.Text.In(r.Lang)}
	for _, sh := range r.shares(&f) {
		row := htmlRow{Label: sh.label, Count: sh.count, Share: sh.percent, Aside: sh.aside}
		if !sh.aside {
			row.Percent = r.words.percent(sh.percent)
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// htmlQuestions returns all questions with an answer to count.
func (r *Report) htmlQuestions(hw *htmlWords) []htmlQuestion {
	var all []htmlQuestion
	section := 0
	for i := range r.survey.Questions {
		q := &r.survey.Questions[i]
		if !q.Closed() || q.ID == r.survey.Report.Split || q.ID == r.survey.Report.Structure {
			continue
		}
		f := r.Release.Figures(i)
		hq := htmlQuestion{ID: q.ID, Text: q.Text.In(r.Lang), Hidden: f.Hidden}
		if q.Section != section {
			section = q.Section
			if s := r.survey.SectionOf(i); s != nil {
				hq.Section = s.Title.In(r.Lang)
			}
		}
		if !f.Hidden {
			r.fill(&hq, &f, hw)
		}
		all = append(all, hq)
	}
	return all
}

// fill puts the figures of a question into it.
func (r *Report) fill(hq *htmlQuestion, f *results.Figures, hw *htmlWords) {
	q := f.Question
	hq.About = r.aboutAnswers(f, hw)
	if h, ok := f.Headline(); ok {
		hq.Headline = r.words.percent(h.Percent) + " " + r.sentence(q, h)
		if len(q.Sentence) > 0 && !strings.HasPrefix(q.Sentence.In(r.Lang), "{percent}") {
			hq.Headline = r.sentence(q, h)
		}
	}
	switch q.Kind {
	case survey.KindLikert:
		hq.Bars = []htmlBar{r.bar("", f, f.Counts)}
		hq.Table = r.answers(f, f.Counts, hq.Text)
		hq.Table.Said = true
	case survey.KindBeforeAfter:
		hq.Bars = []htmlBar{r.bar(hw.Before, f, f.Before), r.bar(hw.Now, f, f.Counts)}
		hq.Table, hq.Second = r.answers(f, f.Before, hw.Before), r.answers(f, f.Counts, hw.Now)
		hq.About += "; " + fmt.Sprintf("%s: %d, %s: %d, %s: %d", hw.Improved, f.Shift.Improved, hw.Same, f.Shift.Same, hw.Lower, f.Shift.Lower)
	case survey.KindNumber:
		hq.Table = r.bins(f, hq.Text)
		hq.Table.Said = true
	default:
		hq.Table = r.answers(f, f.Counts, hq.Text)
		hq.Table.Said = true
	}
}

// aboutAnswers says how many answered, and where the middle of the answers lies.
func (r *Report) aboutAnswers(f *results.Figures, hw *htmlWords) string {
	q := f.Question
	parts := []string{r.words.format(hw.n, f.N)}
	if q.Ordered() && q.Kind != survey.KindBeforeAfter && f.N > 0 {
		number := r.words.number
		parts = append(parts, r.words.format(hw.median, number(f.Quantile(0.5)), number(f.Quantile(0.25)), number(f.Quantile(0.75))))
	}
	if rec, ok := f.Recommendation(); ok && q.Kind == survey.KindNPS {
		parts = append(parts, r.words.format(hw.score, r.words.number(rec.Score)),
			fmt.Sprintf("%s: %d", hw.Promoters, rec.Promoters), fmt.Sprintf("%s: %d", hw.Passives, rec.Passives), fmt.Sprintf("%s: %d", hw.Detractors, rec.Detractors))
	}
	for _, c := range []struct {
		format string
		n      int
	}{{hw.missing, f.Missing}, {hw.notAsked, f.NotAsked}, {hw.withheld, f.Withheld}} {
		if c.n > 0 {
			parts = append(parts, r.words.format(c.format, c.n))
		}
	}
	if q.HasNotApplicable() {
		parts = append(parts, fmt.Sprintf("%s: %d", q.NotApplicable.In(r.Lang), f.NotApplicable))
	}
	if q.Kind == survey.KindMulti {
		parts = append(parts, strings.TrimSuffix(hw.several, "."))
	}
	return strings.Join(parts, "; ")
}

// answers returns the table of the points of a question.
func (r *Report) answers(f *results.Figures, counts []int, caption string) *htmlTable {
	t := &htmlTable{Caption: caption}
	for i, count := range counts {
		label := f.Question.Points[i].Label.In(r.Lang)
		if value := f.Question.Points[i].Value; f.Question.OfScale() && value != label {
			label = value + " – " + label
		}
		row := r.row(label, f, count)
		if n := len(counts); f.Question.OfScale() {
			row.Class = class(i, n)
			if f.Question.Reverse {
				row.Class = class(n-1-i, n)
			}
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// bins returns the table of the numbers that were answered.
func (r *Report) bins(f *results.Figures, caption string) *htmlTable {
	t := &htmlTable{Caption: caption}
	for _, b := range f.Bins() {
		label := r.words.number(float64(b.Low))
		if b.High != b.Low {
			label += "–" + r.words.number(float64(b.High))
		}
		t.Rows = append(t.Rows, r.row(joined(" ", label, f.Question.Unit.In(r.Lang)), f, b.Count))
	}
	return t
}

// row returns one answer of a table.
func (r *Report) row(label string, f *results.Figures, count int) htmlRow {
	return htmlRow{Label: label, Count: count, Share: f.Percent(count), Percent: r.words.percent(f.Percent(count))}
}

// narrow is the share below which no percentage fits into a part of a bar.
const narrow = 9

// bar returns the answers as parts left and right of the middle of the scale, the
// better ones on the right.
func (r *Report) bar(label string, f *results.Figures, counts []int) htmlBar {
	order := make([]int, len(counts))
	for i := range order {
		order[i] = i
	}
	if f.Question.Reverse {
		slices.Reverse(order)
	}
	left := 0.0
	for place, i := range order {
		switch side(place, len(order)) {
		case -1:
			left += f.Percent(counts[i])
		case 0:
			left += f.Percent(counts[i]) / 2
		}
	}
	bar, x := htmlBar{Label: label}, 100-left
	for place, i := range order {
		width := f.Percent(counts[i])
		if counts[i] == 0 {
			continue
		}
		part := htmlPart{X: x, Width: width, Middle: x + width/2, Class: class(place, len(order))}
		part.Title = fmt.Sprintf("%s: %d (%s)", f.Question.Points[i].Label.In(r.Lang), counts[i], r.words.percent(width))
		if width >= narrow {
			part.Text = r.words.format("%d", counts[i])
		}
		bar.Parts = append(bar.Parts, part)
		x += width
	}
	return bar
}

// side returns on which side of the middle a point lies: -1, 0 or 1.
func side(place, points int) int {
	switch twice := 2*place + 1; {
	case twice < points:
		return -1
	case twice > points:
		return 1
	}
	return 0
}

// class returns the name of the colour of a point: the ends are stronger.
func class(place, points int) string {
	switch s := side(place, points); {
	case s == 0:
		return "mid"
	case s < 0 && 4*(place+1) <= points:
		return "low2"
	case s < 0:
		return "low1"
	case s > 0 && 4*(points-place) <= points:
		return "high2"
	}
	return "high1"
}
