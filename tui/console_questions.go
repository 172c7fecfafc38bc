package tui

import (
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"anketa/results"
	"anketa/survey"
)

// questions is the tab with all questions below each other: their bars on one zero
// line, and in a line what is to be known of each. One of them opens in detail.
type questions struct {
	c      *console
	pane   pane
	order  order
	finder finder
	// shown are the questions that are listed, by their place among those that ask.
	shown []int
	// detail is the question that is open, by its place in shown; at the list it is noItem.
	detail int
	// opened is what scrolls while one is open; mean adds its mean.
	opened pane
	mean   bool
	inside bool
	// ordered is true where the answers to the one that is open have a mean.
	ordered bool
}

func (q *questions) digit() rune                        { return '2' }
func (q *questions) named(s *ConsoleStrings) TabStrings { return s.Questions }
func (q *questions) typing() bool                       { return q.finder.typing }

// area implements tab.
func (q *questions) area() *pane {
	if q.inside {
		return &q.opened
	}
	return &q.pane
}

// keys implements tab.
func (q *questions) keys() []key.Binding {
	k := &q.c.keys.Console
	switch {
	case q.finder.typing:
		return []key.Binding{k.Found, k.Cleared}
	case q.inside:
		keys := []key.Binding{k.Previous, k.Next, k.Mean, k.Present, k.Back}
		if !q.ordered {
			keys = slices.Delete(keys, 2, 3)
		}
		return keys
	case !q.some():
		return nil
	case q.finder.words != "" && len(q.shown) == 0:
		return []key.Binding{k.Find, k.Back}
	}
	return []key.Binding{k.Open, k.Order, k.Find, k.Present}
}

// press implements tab.
func (q *questions) press(press tea.KeyPressMsg) (action, bool) {
	k := &q.c.keys.Console
	switch {
	case q.finder.typing:
		q.finder.press(press, k)
	case q.inside && key.Matches(press, k.Previous):
		q.show(q.detail - 1)
	case q.inside && key.Matches(press, k.Next):
		q.show(q.detail + 1)
	case q.inside && key.Matches(press, k.Mean):
		q.mean = !q.mean
	case q.inside, !q.some():
		return nil, false
	case key.Matches(press, k.Order):
		q.order = (q.order + 1) % orders
		q.pane.offset, q.pane.at = 0, 0
	case key.Matches(press, k.Find):
		q.finder.typing = true
	default:
		return nil, false
	}
	return nil, true
}

// some reports whether there are figures to show.
func (q *questions) some() bool { return q.c.release != nil && q.c.release.Tally.N() > 0 }

// open implements tab: it shows a question in detail.
func (q *questions) open(item int) action {
	if !q.inside && item < len(q.shown) {
		q.inside = true
		q.show(item)
	}
	return nil
}

// show shows another question in detail, if there is one.
func (q *questions) show(item int) {
	if item >= 0 && item < len(q.shown) {
		q.detail, q.pane.at, q.opened.offset = item, item, 0
	}
}

// back implements tab.
func (q *questions) back() bool {
	if q.inside {
		q.inside = false
		return true
	}
	return q.finder.clear()
}

// lay implements tab.
func (q *questions) lay() {
	c := q.c
	if !q.some() {
		q.shown, q.inside = nil, false
		q.pane.set(nil, append(c.notices(), plain(c.styles.Hint.Render(wrap(strings.Join(c.standing(), "\n"), c.place.column)))), 1, c.column)
		return
	}
	figures := c.asked()
	q.shown = q.choose(figures)
	if q.inside && q.detail < len(q.shown) {
		q.layDetail(figures)
		return
	}
	q.inside = false
	d := c.within(c.column - gutter)
	axis := d.commonAxis(figures)
	section := 0
	var pieces []piece
	for item, i := range q.shown {
		f := &figures[i]
		one := piece{text: d.short(i+1, f, axis), item: item}
		if q.order == bySurvey && f.Question.Section != section {
			section = f.Question.Section
			heading := d.sectionHeading(sectionOf(c.release.Survey, f.Question))
			one.text, one.lead = heading+one.text, height(heading)-1
		}
		pieces = append(pieces, one)
	}
	q.pane.set(append(c.notices(), plain(q.heading())), pieces, c.columns, c.column)
}

// sectionOf returns the section of a question, or nil.
func sectionOf(s *survey.Survey, q *survey.Question) *survey.Section {
	if q.Section == 0 {
		return nil
	}
	return &s.Sections[q.Section-1]
}

// heading says in which order the questions stand and what is looked for.
func (q *questions) heading() string {
	c := q.c
	if line := q.finder.line(c.shared, len(q.shown)); line != "" {
		return line
	}
	line := c.text.Format(c.text.Console.Ordered, q.order.named(&c.text.Console))
	if slices.ContainsFunc(c.asked(), func(f results.Figures) bool { return aboutPeople(f.Question) }) {
		line += " " + c.text.Console.PeopleElsewhere
	}
	return c.styles.Hint.Render(wrap(line, c.place.column))
}

// choose returns the questions that are listed, in their order.
func (q *questions) choose(figures []results.Figures) []int {
	elsewhere := slices.ContainsFunc(figures, func(f results.Figures) bool { return !aboutPeople(f.Question) })
	var chosen []int
	for i := range figures {
		// Who took part has a tab of its own, unless nothing else was asked.
		if elsewhere && aboutPeople(figures[i].Question) {
			continue
		}
		if q.finder.finds(figures[i].Question.Text.In(q.c.lang)) {
			chosen = append(chosen, i)
		}
	}
	sortFigures(chosen, figures, q.order)
	return chosen
}

// short draws what is to be known of a question at a glance: of one on a scale the
// bar and the box, of others all options.
func (l *live) short(number int, f *results.Figures, axis commonAxis) string {
	return l.drawQuestion(number, f, func() []string {
		switch f.Question.Kind {
		case survey.KindLikert:
			lines := []string{l.diverging(axis, "", turned(f.Question, f.Counts))}
			return append(append(lines, l.ends(f.Question)...), l.summary(f))
		case survey.KindNPS:
			r, _ := f.Recommendation()
			return []string{l.diverging(axis, "", groups(f)), l.aside(f, append([]string{l.text.Format(l.text.Live.Score, signed(r.Score))}, l.base(f)...)...)}
		case survey.KindBeforeAfter:
			lines := []string{l.diverging(axis, l.text.Live.Before, turned(f.Question, f.Before)), l.diverging(axis, l.text.Live.Now, turned(f.Question, f.Counts))}
			return append(append(lines, l.ends(f.Question)...), l.indented(l.styles.Strong, l.shift(f)), l.aside(f, l.base(f)...))
		}
		return append(l.figures(f, axis), l.aside(f, l.base(f)...))
	})
}

// summary says the box of a scale question, its median and over how many answers.
func (l *live) summary(f *results.Figures) string {
	b, _ := l.box(f)
	lines := l.indented(l.styles.Strong, b.said(l))
	return lines + "\n" + l.aside(f, append([]string{l.text.Format(l.text.Live.Median, l.text.number(f.Quantile(0.5)), l.text.span(f.Quantile(0.25), f.Quantile(0.75)))}, l.base(f)...)...)
}
