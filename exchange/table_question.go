package exchange

import (
	"fmt"
	"math"
	"strings"

	"anketa/results"
	"anketa/survey"
)

// questions prints all questions, each section under its title.
func (t *table) questions(r *results.Release) {
	section := 0
	for i := range r.Survey.Questions {
		f := r.Figures(i)
		if !f.Question.Asks() {
			continue
		}
		if n := f.Question.Section; n != section {
			section = n
			t.section(r.Survey.SectionOf(i))
		}
		t.question(&f, r)
	}
}

// section prints the title of a section, or where the last one ends.
func (t *table) section(s *survey.Section) {
	title := ""
	if s != nil {
		title = " " + s.Title.In(t.lang)
	}
	t.line("\n%s", wrap("=="+title, textWidth))
}

// question prints one question.
func (t *table) question(f *results.Figures, r *results.Release) {
	t.line("\n%s", wrap(f.Question.Text.In(t.lang), textWidth))
	if f.Hidden {
		t.text(fmt.Sprintf("shown only of closed sessions in which at least %d people were asked this", r.Survey.MinGroup))
		return
	}
	switch f.Question.Kind {
	case survey.KindText:
		t.line("  in their own words %d, no answer %d%s", f.Counts[0], f.Missing, notAsked(f))
		t.written(r, f.Question)
		return
	case survey.KindNPS:
		t.recommendation(f)
	case survey.KindNumber:
		t.quantity(f)
	case survey.KindBeforeAfter:
		t.pair(f)
	default:
		t.points(f)
	}
	aside := fmt.Sprintf("n = %d, no answer %d", f.N, f.Missing)
	if f.Question.HasNotApplicable() {
		aside += fmt.Sprintf(", %s %d", f.Question.NotApplicable.In(t.lang), f.NotApplicable)
	}
	t.text(aside + notAsked(f))
	t.written(r, f.Question)
}

// notAsked says how many were not asked, where that can be, and of how many the
// answers are held back.
func notAsked(f *results.Figures) string {
	switch {
	case !f.Conditional:
		return ""
	case f.Withheld > 0:
		return fmt.Sprintf(", not asked %d, held back %d", f.NotAsked, f.Withheld)
	}
	return fmt.Sprintf(", not asked %d", f.NotAsked)
}

// text prints a line below a question.
func (t *table) text(s string) {
	t.line("  %s", strings.ReplaceAll(wrap(s, textWidth-2), "\n", "\n  "))
}

// points prints the declared box and a bar for each point.
func (t *table) points(f *results.Figures) {
	if f.Question.Kind == survey.KindMulti {
		t.text("(several answers possible)")
	}
	if h, ok := f.Headline(); ok {
		labels := make([]string, len(h.Points))
		for i, code := range h.Points {
			labels[i] = f.Question.Label(code, t.lang)
		}
		t.line("%s", wrap(fmt.Sprintf("  > %s: %d of %d (%s)", strings.Join(labels, " / "), h.Count, h.N, t.percent(h.Percent)), textWidth))
	}
	for i, count := range f.Counts {
		t.bar(f, f.Question.Label(survey.Code(i+1), t.lang), count)
	}
}

// recommendation prints the score, the groups and the points of an nps question.
func (t *table) recommendation(f *results.Figures) {
	if r, ok := f.Recommendation(); ok {
		t.text(fmt.Sprintf("> NPS %s: promoters (9-10) %s, passives (7-8) %s, detractors (0-6) %s",
			signed(r.Score), t.counted(f, r.Promoters), t.counted(f, r.Passives), t.counted(f, r.Detractors)))
		t.text(t.quartiles(f))
	}
	last := len(f.Counts) - 1
	for i, count := range f.Counts {
		label := f.Question.Label(survey.Code(i+1), t.lang)
		switch i {
		case 0:
			label += " " + f.Question.Low.In(t.lang)
		case last:
			label += " " + f.Question.High.In(t.lang)
		}
		t.bar(f, label, count)
	}
}

// quantity prints median, mean and distribution of a number.
func (t *table) quantity(f *results.Figures) {
	if f.N > 0 {
		t.text("> " + t.quartiles(f))
	}
	for _, b := range f.Bins() {
		label := t.number(float64(b.Low), 0)
		if b.High > b.Low {
			label += " – " + t.number(float64(b.High), 0)
		}
		t.bar(f, label, b.Count)
	}
}

// quartiles names the median before the mean, which says less.
func (t *table) quartiles(f *results.Figures) string {
	mean, sd := f.Mean()
	median := strings.TrimSpace(t.number(f.Quantile(0.5), 1) + " " + f.Question.Unit.In(t.lang))
	line := fmt.Sprintf("median %s, quartiles %s and %s, mean %s",
		median, t.number(f.Quantile(0.25), 1), t.number(f.Quantile(0.75), 1), t.number(mean, 1))
	if !math.IsNaN(sd) {
		line += fmt.Sprintf(" (sd %s)", t.number(sd, 1))
	}
	return line
}

// pair prints how it was before beside how it is now.
func (t *table) pair(f *results.Figures) {
	if f.N > 0 {
		s := f.Shift
		t.text(fmt.Sprintf("> improved %d of %d (%s), same %s, lower %s",
			s.Improved, f.N, t.percent(f.Percent(s.Improved)), t.counted(f, s.Same), t.counted(f, s.Lower)))
		t.text(t.changed(s))
	}
	t.line("  %s%17s%17s", pad("", labelWidth), "before", "now")
	for i := range f.Counts {
		t.row(f.Question.Label(survey.Code(i+1), t.lang), t.figures(f, f.Before[i])+t.figures(f, f.Counts[i]))
	}
}

// bar prints a label with its figures and a bar.
func (t *table) bar(f *results.Figures, label string, count int) {
	bar := strings.Repeat("#", int(f.Percent(count)*widestBar/100+0.5))
	t.row(label, t.figures(f, count)+"  "+bar)
}

// figures writes a count with its percentage, 17 cells wide.
func (t *table) figures(f *results.Figures, count int) string {
	return fmt.Sprintf("%7d%10s", count, t.percent(f.Percent(count)))
}

// row prints a label, in as many lines as it needs, with something behind its first line.
func (t *table) row(label, behind string) {
	lines := strings.Split(wrap(label, labelWidth), "\n")
	t.line("  %s%s", pad(lines[0], labelWidth), behind)
	for _, more := range lines[1:] {
		t.line("  %s", more)
	}
}

// counted writes a count with its percentage in a sentence.
func (t *table) counted(f *results.Figures, count int) string {
	return fmt.Sprintf("%d (%s)", count, t.percent(f.Percent(count)))
}

// signed writes a whole number with its sign.
func signed(x float64) string {
	n := int(math.Round(x))
	switch {
	case n > 0:
		return fmt.Sprintf("+%d", n)
	case n < 0:
		return fmt.Sprintf("−%d", -n)
	}
	return "0"
}
